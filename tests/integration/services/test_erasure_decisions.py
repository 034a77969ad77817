"""Scenario SC2 and more: decided per file, ticked line by line, read again, certified."""

from datetime import date

import pytest
from openpyxl import load_workbook

from dsr_desktop.domain.checklist import Action
from dsr_desktop.domain.erasure_decisions import Choice, LineMark, Outcome
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.restriction import RowState
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.services.certificates import certificate_of, write_certificate
from dsr_desktop.services.checklist_returns import read_back_checklist, show_return
from dsr_desktop.services.checklists import make_checklist, write_checklist
from dsr_desktop.services.erasing import erase, plan_erasure
from dsr_desktop.services.erasure_decisions import (
    datasets_of,
    decide_dataset,
    mark_lines,
    marked_lines,
)
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.request_facts import list_steps
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.restricted_rows import rows_set_apart
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak
from tests.integration.services.erasures_made import (
    CAMILLE,
    PAUL,
    REF,
    TODAY,
    ZOE,
    ask,
    bring_list,
    grant,
    write_list,
)

ENGLISH = speak("en")
UNTIL = date(2035, 12, 31)
KEEP = {"reason_code": "A17_3_b", "until": UNTIL}


@pytest.fixture
def invoiced(register, lists):
    """A person in a marketing list and in the invoices, whose erasure is granted."""
    marketing = bring_list(register, lists / "crm.csv", PAUL, CAMILLE, ZOE, activity="PA2")
    bring_list(register, lists / "invoices.csv", CAMILLE)
    ask(register)
    grant(register)
    return marketing


def file_of(register, name):
    return next(one.id for one in list_sources(register) if one.name == name)


def keep_invoices(register, **more):
    number = file_of(register, "invoices.csv")
    return decide_dataset(register, REF, number, Choice.KEEP, TODAY, **{**KEEP, **more})


def done(line, outcome=Outcome.ERASED, **more):
    return LineMark(line, outcome, TODAY, "ZR", **more)


def test_three_counts_stand_in_front(register, invoiced):
    assert vars(datasets_of(register, REF).counts) == {"to_erase": 2, "to_keep": 0, "not_ours": 0}

    decided = keep_invoices(register)

    assert vars(decided.counts) == {"to_erase": 1, "to_keep": 1, "not_ours": 0}
    checklist = make_checklist(register, REF, TODAY, ENGLISH)
    assert (checklist.rows_to_erase, checklist.rows_to_keep) == (1, 1)
    actions = {one.file: one.action for one in checklist.lines}
    assert actions == {"crm.csv": Action.ERASE, "invoices.csv": Action.KEEP}
    assert {one.until for one in checklist.lines} == {None, UNTIL}


def test_what_is_kept_is_archived_at_once_and_the_rest_is_frozen(register, invoiced):
    keep_invoices(register)
    apart = rows_set_apart(register)

    assert [apart.count(state) for state in RowState] == [0, 1, 1]
    assert set(apart.until.values()) == {UNTIL}

    decide_dataset(register, REF, file_of(register, "invoices.csv"), Choice.ERASE, TODAY)
    apart = rows_set_apart(register)
    assert [apart.count(state) for state in RowState] == [0, 2, 0]


def test_the_invoice_stays_and_the_marketing_copy_goes(register, invoiced):
    keep_invoices(register)
    write_list(invoiced, PAUL, ZOE)

    reading = rescan(register, REF)
    assert reading.clean
    assert {one.status for one in reading.sources} == {RescanStatus.CLEAN, RescanStatus.STILL_THERE}
    steps = {one.code: one for one in list_steps(register, REF)}
    assert steps[StepCode.E12].is_settled
    assert plan_erasure(register, REF, TODAY).kept_rows == 1

    erase(register, REF, TODAY)

    apart = rows_set_apart(register)
    assert [apart.count(state) for state in RowState] == [0, 0, 1]
    assert verify(register).sound


def test_e12_is_open_again_once_a_kept_file_is_to_be_erased(register, invoiced):
    keep_invoices(register)
    write_list(invoiced, PAUL, ZOE)
    rescan(register, REF)

    decide_dataset(register, REF, file_of(register, "invoices.csv"), Choice.ERASE, TODAY)

    steps = {one.code: one for one in list_steps(register, REF)}
    assert not steps[StepCode.E12].is_settled


def test_an_anonymised_file_says_so(register, invoiced):
    decide_dataset(register, REF, file_of(register, "crm.csv"), Choice.ANONYMISE, TODAY)

    lines = make_checklist(register, REF, TODAY, ENGLISH).lines
    assert {one.action for one in lines if one.file == "crm.csv"} == {Action.ANONYMISE}


def test_what_cannot_be_decided_is_refused(register, invoiced):
    with pytest.raises(InvalidInputError):
        keep_invoices(register, reason_code="")
    with pytest.raises(InvalidInputError):
        decide_dataset(register, REF, 99, Choice.ERASE, TODAY)
    assert datasets_of(register, REF).counts.to_keep == 0


def test_recipients_are_named_and_told(register, invoiced):
    mailer = add_recipient(
        register,
        Recipient("Routeur SAS", RecipientRole.PROCESSOR, "FR", activities=("PA2",)),
        TODAY,
    )
    add_recipient(register, Recipient("Autre SARL", RecipientRole.CONTROLLER, "FR"), TODAY)

    shown = marked_lines(register, REF, TODAY, ENGLISH)
    (told,) = [one for one in shown.checklist.others if one.kind == "recipient"]
    assert (told.name, told.number) == ("Routeur SAS", mailer.id)

    shown = mark_lines(register, REF, [done(told.id, Outcome.TOLD)], TODAY, ENGLISH)

    assert shown.marks[told.id].outcome is Outcome.TOLD
    assert shown.open_lines == len(shown.lines) - 1


def settled(register):
    return {one.code for one in list_steps(register, REF) if one.is_settled}


def test_the_checklist_sees_the_freeze_the_decisions_and_the_notices(register, invoiced):
    add_recipient(
        register,
        Recipient("Routeur SAS", RecipientRole.PROCESSOR, "FR", activities=("PA2",)),
        TODAY,
    )
    assert StepCode.E04 in settled(register), "what is granted is out of use at once"
    assert not {StepCode.E03, StepCode.E09} & settled(register)

    keep_invoices(register)
    assert StepCode.E03 not in settled(register)
    decide_dataset(register, REF, file_of(register, "crm.csv"), Choice.ERASE, TODAY)
    assert StepCode.E03 in settled(register)

    lines = marked_lines(register, REF, TODAY, ENGLISH).checklist.others
    (told,) = [one for one in lines if one.kind == "recipient"]
    mark_lines(register, REF, [done(told.id, Outcome.TOLD)], TODAY, ENGLISH)
    assert StepCode.E09 in settled(register)


def test_lines_are_marked_all_or_none_and_the_log_names_nobody(register, invoiced):
    first, *_rest = marked_lines(register, REF, TODAY, ENGLISH).lines

    with pytest.raises(NotFoundError):
        mark_lines(register, REF, [done(first.id), done("nothing")], TODAY, ENGLISH)
    assert marked_lines(register, REF, TODAY, ENGLISH).marks == {}
    mark_lines(register, REF, [LineMark(first.id, Outcome.ERASED, TODAY, "")], TODAY, ENGLISH)

    (mark,) = marked_lines(register, REF, TODAY, ENGLISH).marks.values()
    assert mark.done_by == register.actor
    assert "camille" not in repr([one.payload for one in events(register.database)]).lower()


@pytest.fixture
def workbook(register, invoiced, tmp_path):
    """The workbook of the checklist, and a function that fills its columns and saves it."""
    path = write_checklist(register, REF, tmp_path, TODAY, ENGLISH).xlsx

    def fill(*filled, name="ticked.xlsx"):
        book = load_workbook(path)
        sheet = book["To erase"]
        for row, values in filled:
            for column, value in values.items():
                sheet[f"{column}{row}"] = value
        book.save(tmp_path / name)
        return tmp_path / name

    return fill


TICK = {"I": "☑", "J": "2026-11-16", "K": "ZR"}


def test_a_ticked_list_is_read_back(register, workbook):
    file = workbook((2, TICK), (3, TICK))

    back = read_back_checklist(register, REF, file, TODAY, ENGLISH)

    assert (back.marked, back.problems) == (2, ())
    assert back.unticked == len(marked_lines(register, REF, TODAY, ENGLISH).checklist.lines) - 2
    assert read_back_checklist(register, REF, file, TODAY, ENGLISH).marked == 0


def test_with_one_surprise_nothing_of_the_list_is_taken(register, workbook):
    file = workbook((2, TICK), (3, {**TICK, "K": ""}), (4, {**TICK, "L": "ffffffffffff"}))

    back = read_back_checklist(register, REF, file, TODAY, ENGLISH)

    assert back.marked == 0
    assert [one.details["row"] for one in back.problems] == [3, 4]
    assert marked_lines(register, REF, TODAY, ENGLISH).marks == {}


def test_a_ticked_list_is_shown_first_and_nothing_is_recorded(register, workbook):
    file = workbook((2, TICK), (3, TICK))
    first, second = marked_lines(register, REF, TODAY, ENGLISH).checklist.lines[:2]

    shown = show_return(register, REF, file, TODAY, ENGLISH)

    assert [(line.id, mark.outcome) for line, mark in shown.marks] == [
        (first.id, Outcome.ERASED), (second.id, Outcome.ERASED),
    ]  # fmt: skip
    assert (shown.known, shown.problems) == (0, ())
    assert marked_lines(register, REF, TODAY, ENGLISH).marks == {}
    read_back_checklist(register, REF, file, TODAY, ENGLISH, sha256=shown.sha256)
    again = show_return(register, REF, file, TODAY, ENGLISH)
    assert (again.marks, again.known) == ((), 2)


def test_a_list_that_changed_since_it_was_shown_is_not_taken(register, workbook):
    shown = show_return(register, REF, workbook((2, TICK)), TODAY, ENGLISH)
    changed = workbook((2, TICK), (3, TICK))

    with pytest.raises(NotAllowedError, match="changed since it was shown"):
        read_back_checklist(register, REF, changed, TODAY, ENGLISH, sha256=shown.sha256)

    assert marked_lines(register, REF, TODAY, ENGLISH).marks == {}


def test_a_kept_line_is_ticked_with_its_reason(register, invoiced, workbook, tmp_path):
    keep_invoices(register)
    path = write_checklist(register, REF, tmp_path, TODAY, ENGLISH).xlsx
    book = load_workbook(path)
    sheet = book["To erase"]
    for row in range(2, sheet.max_row + 1):
        for column, value in TICK.items():
            sheet[f"{column}{row}"] = value
    book.save(path)

    back = read_back_checklist(register, REF, path, TODAY, ENGLISH)

    assert back.problems == ()
    marks = marked_lines(register, REF, TODAY, ENGLISH).marks.values()
    assert {(one.outcome, one.reason_code) for one in marks} == {
        (Outcome.ERASED, ""), (Outcome.KEPT, "A17_3_b"),
    }  # fmt: skip


def test_a_file_that_is_no_checklist_is_refused(register, invoiced):
    with pytest.raises(InvalidInputError, match="no checklist of ours"):
        read_back_checklist(register, REF, invoiced, TODAY, ENGLISH)


def test_a_certificate_says_what_went_and_what_stays(register, invoiced, tmp_path):
    with pytest.raises(NotAllowedError, match="nothing to certify"):
        certificate_of(register, REF, TODAY, ENGLISH)
    keep_invoices(register)
    write_list(invoiced, PAUL, ZOE)
    rescan(register, REF)
    erase(register, REF, TODAY)

    made = write_certificate(register, REF, tmp_path, TODAY, ENGLISH)

    erased, kept, _others, of_register = made.table.sections
    assert [row[0] for row in erased.rows] == ["crm.csv"]
    assert erased.rows[0][2] == "Erased"
    assert kept.rows[0][:1] == ("invoices.csv",)
    assert "17(3)(b)" in kept.rows[0][2]
    assert of_register.rows[0][1] == "1"
    assert "camille" not in repr(made.table).lower()
    assert made.pdf.name == f"{REF}_certificate.pdf"
    assert made.pdf.read_bytes().startswith(b"%PDF")
    assert write_certificate(register, REF, tmp_path, TODAY, speak("fr")).pdf != made.pdf


def test_an_old_list_that_comes_in_again_is_held_and_the_archive_stays(register, invoiced, lists):
    keep_invoices(register)
    write_list(invoiced, PAUL, ZOE)
    rescan(register, REF)
    erase(register, REF, TODAY)

    report = import_paths(
        register, [write_list(lists / "old.csv", ZOE, CAMILLE)], ImportOptions(), TODAY
    )

    assert [one.held for one in report.files] == [1]
    assert rows_set_apart(register).count(RowState.ARCHIVED) == 1
