"""Undoing an import whose content lies elsewhere too: the first copy takes its place."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.gone_places import say_gone
from dsr_desktop.services.handling import decide, new_request, view_request
from dsr_desktop.services.held_rows import decide_held_row, list_held_rows
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.replacing import replace
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove, undo_import
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.sources import read_sheets
from dsr_desktop.wording.language import speak

pytestmark = pytest.mark.usefixtures("nothing_left_running")

TITLES = ["Nom", "E-mail", "Note", "Date de naissance"]
CAMILLE = ["Camille Dupont", "camille@acme.example", "asthme", "12/03/1980"]
PAUL = ["Paul Petit", "paul@acme.example", "", ""]
LEA = ["Léa Blanc", "lea@blanc.example", "", ""]
ASKED = make_criteria({"email": CAMILLE[1]})


@pytest.fixture
def crm(tmp_path, write_csv):
    return write_csv(tmp_path / "crm.csv", [TITLES, CAMILLE, PAUL])


@pytest.fixture
def copy_of(tmp_path, crm):
    """Return a function that copies the list to another place."""

    def copy_of_(name):
        path = tmp_path / "archive" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(crm.read_bytes())
        return path

    return copy_of_


@pytest.fixture
def copy(copy_of):
    return copy_of("contacts.csv")


@pytest.fixture
def known(register, bring_in, crm, copy):
    """The list at both of its places, each brought in by an import of its own."""
    bring_in(register, crm, supplied_by="Hugo Perrin")
    bring_in(register, copy, supplied_by="Zoé Roux")
    (source,) = list_sources(register)
    return source


@pytest.fixture
def ask(register, today):
    """Return a function that records a request with its hits confirmed."""

    def ask_():
        ref = new_request(register, [Right.ERASURE], ASKED, today, Channel.POST, today).request.ref
        find_person(register, ref, today)
        ids = [hit.id for hit in view_request(register, ref, today).hits]
        judge_hits(register, ref, confirm=ids, today=today)
        return ref

    return ask_


def deliveries(register):
    rows = register.database.connection.execute("SELECT id, supplied_by FROM delivery ORDER BY id")
    return rows.fetchall()


def test_the_first_copy_becomes_the_place_of_the_source_with_all_its_rows(
    register, known, copy, bring_in, copy_of
):
    second = copy_of("2025.csv")
    bring_in(register, second)

    undone = remove(register, known.id)

    (stays,) = list_sources(register)
    assert (undone.source.path, undone.stays, undone.rows_gone) == (known.path, stays, 0)
    assert (stays.id, stays.path, stays.name) == (known.id, str(copy), "contacts.csv")
    assert stays.paths == (str(copy), str(second))
    assert (stays.row_count, stays.sha256) == (2, known.sha256)
    assert search(register, ASKED).total == 1
    assert verify(register).sound


def test_time_and_supplier_are_those_of_the_copy(register, known):
    (seen,) = known.copies

    remove(register, known.id)

    (stays,) = list_sources(register)
    assert (stays.imported_at, stays.delivery_id) == (seen.seen_at, seen.delivery_id)
    assert deliveries(register) == [(seen.delivery_id, "Zoé Roux")]


def test_an_event_says_so_and_names_no_path(register, known):
    remove(register, known.id)

    last = list(events(register.database))[-1]
    assert (last.kind, last.payload) == (
        "source_stays_at_copy", {"source": known.id, "sha256": known.sha256, "copies": 0},
    )  # fmt: skip


def test_removing_place_after_place_leaves_nothing(register, known, decrypted):
    remove(register, known.id)
    undone = remove(register, known.id)

    assert (undone.stays, undone.rows_gone) == (None, 2)
    assert list_sources(register) == ()
    assert search(register, ASKED).total == 0
    clear = decrypted(register.path)
    assert b"contacts.csv" not in clear
    assert CAMILLE[1].encode() not in clear
    assert deliveries(register) == []


def test_either_path_can_be_imported_afterwards(register, known, crm, copy, bring_in):
    remove(register, known.id)

    (again,) = bring_in(register, copy).files
    assert (again.status, again.is_new_place) == ("duplicate", False)
    (back,) = bring_in(register, crm).files
    assert (back.status, back.is_new_place, back.source_id) == ("duplicate", True, known.id)
    (source,) = list_sources(register)
    assert source.paths == (str(copy), str(crm))


def test_a_changed_file_at_the_undone_place_is_a_list_of_its_own(
    register, known, crm, bring_in, write_csv
):
    remove(register, known.id)
    write_csv(crm, [TITLES, LEA])

    (file,) = bring_in(register, crm).files

    assert (file.status, file.replaces) == ("imported", None)
    assert len(list_sources(register)) == 2


def test_checklist_and_rescan_reach_the_copy_alone(register, known, copy, ask, today, write_csv):
    remove(register, known.id)
    ref = ask()

    checklist = make_checklist(register, ref, today, speak("en"))
    assert {line.file for line in checklist.lines} == {"contacts.csv"}
    assert (checklist.rows_to_erase, checklist.copies) == (1, 0)
    write_csv(copy, [TITLES, ["", "", *CAMILLE[2:]], PAUL])
    (place,) = rescan(register, ref).sources
    assert (place.path, place.status) == (str(copy), "still_there"), "in the copy's own sheet"
    write_csv(copy, [TITLES, PAUL])
    assert rescan(register, ref).clean


def test_the_sheet_of_a_text_file_is_named_after_the_copy(register, known):
    remove(register, known.id)

    assert [sheet.name for sheet in read_sheets(register.database, known.id)] == ["contacts"]


def test_the_sheet_of_a_workbook_keeps_its_name(register, bring_in, tmp_path, write_xlsx):
    book = write_xlsx(tmp_path / "Clients.xlsx", {"Clients": [TITLES, CAMILLE]})
    copied = tmp_path / "Autres.xlsx"
    copied.write_bytes(book.read_bytes())
    bring_in(register, book, copied)

    remove(register, 1)

    assert [sheet.name for sheet in read_sheets(register.database, 1)] == ["Clients"]


def test_a_held_row_is_read_again_from_the_copy(register, crm, copy, bring_in, today):
    add_to_list(
        register, TypedKeys(emails=(CAMILLE[1],)), SuppressionScope.ALL, SuppressionReason.OBJECTION,
        today,
    )  # fmt: skip
    bring_in(register, crm)
    bring_in(register, copy)
    crm.unlink()

    remove(register, 1)
    (held,) = list_held_rows(register)
    decide_held_row(register, held.id, HeldDecision.ANOTHER_PERSON, "another Camille", today)

    assert search(register, ASKED).total == 1


def test_a_list_that_an_open_request_cites_stays_at_both_places(register, known, ask, today):
    ref = ask()

    with pytest.raises(NotAllowedError, match=r"crm\.csv stays: an open request cites"):
        remove(register, known.id)

    assert list_sources(register) == (known,)
    decide(register, ref, Right.ERASURE, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)
    assert remove(register, known.id).stays is not None
    assert len(rescan(register, ref).sources) == 1


def test_a_copy_that_is_gone_for_good_takes_no_place(
    register, known, copy, bring_in, copy_of, today
):
    second = copy_of("2025.csv")
    bring_in(register, second)
    copy.unlink()
    say_gone(register, copy, "the archive was shredded", today)

    assert remove(register, known.id).stays.path == str(second)
    second.unlink()
    say_gone(register, second, "shredded too", today)
    assert remove(register, known.id).stays is None, "both were known to be gone"
    count = register.database.connection.execute("SELECT count(*) FROM gone_place").fetchone()
    assert count == (0,)


# --- the import undone whole


def test_copies_that_came_with_an_import_go_with_it(register, bring_in, crm, copy):
    bring_in(register, crm, copy)

    (undone,) = undo_import(register, [1])

    assert undone.stays is None
    assert list_sources(register) == ()
    assert deliveries(register) == []


def test_what_another_import_brought_too_stays(register, bring_in, crm, copy, copy_of, write_csv):
    with_it = copy_of("with it.csv")
    other = write_csv(crm.with_name("other.csv"), [TITLES, LEA])
    bring_in(register, crm, with_it, other)
    bring_in(register, copy)

    first, second = undo_import(register, [1, 2])

    assert (first.stays.path, second.stays) == (str(copy), None)
    (source,) = list_sources(register)
    assert source.paths == (str(copy),)
    assert undo_import(register, [2]) == ()
    assert search(register, ASKED).total == 1


def test_a_copy_of_before_deliveries_were_kept_stays(register, bring_in, crm, copy):
    bring_in(register, crm, copy)
    register.database.connection.execute("UPDATE source_copy SET delivery_id = NULL")

    (undone,) = undo_import(register, [1])

    assert undone.stays.path == str(copy)


def test_an_import_whose_undoing_fails_moves_nothing(register, bring_in, known, ask, tmp_path, write_csv):  # fmt: skip
    other = write_csv(tmp_path / "other.csv", [TITLES, LEA])
    bring_in(register, other)
    before = list_sources(register)
    ask()

    with pytest.raises(NotAllowedError):
        undo_import(register, [1, 2])

    assert list_sources(register) == before


# --- a newer version that lies elsewhere too


@pytest.fixture
def newer(register, known, crm, copy, copy_of, write_csv, bring_in, today):
    """A newer version in the place of the list, and a copy of it at a third place."""
    write_csv(crm, [TITLES, [*CAMILLE[:2], "", ""], LEA])
    newer_id = replace(register, known.id, crm, ImportOptions(), today).newer_id
    bring_in(register, copy_of("newer.csv"))
    return newer_id


@pytest.mark.parametrize("undo", [remove, lambda register, id_: undo_import(register, [id_])[0]])
def test_the_earlier_version_comes_back_and_the_newer_one_stays_at_its_copy(
    register, known, newer, tmp_path, undo
):
    undone = undo(register, newer)

    third = tmp_path / "archive" / "newer.csv"
    assert undone.stays.path == str(third)
    assert {one.id: one.path for one in list_sources(register)} == {
        known.id: known.path, newer: str(third),
    }  # fmt: skip
    assert all(one.is_current for one in list_sources(register))
    assert search(register, make_criteria({"email": LEA[1]})).total == 1
    assert search(register, make_criteria({"email": PAUL[1]})).total == 1
    assert search(register, ASKED).total == 2
    assert verify(register).sound


def test_what_was_kept_beside_its_rows_is_forgotten(register, known, newer):
    asthma = make_criteria({"text": "asthme"})
    assert [one.place.source.id for one in search(register, asthma).hits] == [newer]

    remove(register, newer)

    assert [one.place.source.id for one in search(register, asthma).hits] == [known.id]
    left = register.database.connection.execute(
        "SELECT (SELECT count(*) FROM row_carry), (SELECT count(*) FROM row_succession)"
    )
    assert left.fetchone() == (0, 0)


def test_hits_return_to_the_earlier_version(register, known, crm, copy_of, ask, write_csv, bring_in, today):  # fmt: skip
    ref = ask()
    before = view_request(register, ref, today).hits
    write_csv(crm, [TITLES, CAMILLE, LEA])
    newer = replace(register, known.id, crm, ImportOptions(), today).newer_id
    bring_in(register, copy_of("newer.csv"))

    remove(register, newer)

    assert view_request(register, ref, today).hits == before


def test_an_earlier_version_that_is_removed_stays_known_at_its_copy(
    register, known, copy, newer, ask, today
):
    remove(register, known.id)

    (earlier, _newer) = list_sources(register)
    assert (earlier.path, earlier.superseded_by) == (str(copy), newer)
    ref = ask()
    assert str(copy) in {one.path for one in rescan(register, ref).sources}


def test_a_working_copy_that_stays_keeps_its_day(register, bring_in, crm, copy):
    bring_in(register, crm, kind="copy", collected_on=date(2026, 1, 2))
    bring_in(register, copy, kind="copy")
    (before,) = list_sources(register)

    remove(register, before.id)

    (stays,) = list_sources(register)
    assert (stays.kind, stays.purge_on, stays.collected_on) == (
        "copy", before.purge_on, before.collected_on,
    )  # fmt: skip
