"""Registers brought in from workbooks: columns proposed, previewed, stored whole or not at all."""

from datetime import date, datetime

import pytest

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.processing import Detail
from dsr_desktop.domain.request import Decision, Right, Stage
from dsr_desktop.services.processing import read_record
from dsr_desktop.services.register_exports import RegisterKind, export_register
from dsr_desktop.services.register_imports import (
    RegisterChoices,
    import_register,
    preview_register,
)
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.source_tasks import list_tasks
from dsr_desktop.services.systems import add_system
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.records import read_former_references
from dsr_desktop.wording.language import speak
from tests.unit.domain.systems_made import CRM, PAPER

REQUESTS, ACTIVITIES = RegisterKind.REQUESTS, RegisterKind.ACTIVITIES
TITLES = [
    "N°",
    "Date de réception",
    "Type de demande",
    "Demandeur",
    "Réponse le",
    "Clôturée le",
    "Issue",
]
ROWS = [
    ["2025-01", datetime(2025, 2, 3), "Accès", "Zoé Perrin", datetime(2025, 2, 20),
     datetime(2025, 2, 21), "Accordée"],
    ["2025-02", "10/03/2025", "Accès et effacement", "Hugo Petit", "", "", ""],
]  # fmt: skip


@pytest.fixture
def book(tmp_path, write_xlsx):
    """Return a function that writes a workbook of other people's registers."""

    def write(rows=ROWS, titles=TITLES, **more):
        sheets = {"Demandes": [["Registre des demandes"], [], titles, *rows], **more}
        return write_xlsx(tmp_path / "registre.xlsx", sheets)

    return write


def state(register):
    return (register.activities, [event.hash for event in events(register.database)],
            read_former_references(register.database))  # fmt: skip


def test_the_columns_are_proposed_and_nothing_is_written(register, book, today):
    before = state(register)

    preview = preview_register(register, REQUESTS, book(), today)

    assert (preview.sheet, preview.header_row) == ("Demandes", 3)
    assert [column for _title, column in preview.columns] == [
        "reference", "received_on", "right", "name", "answered_on", "closed_on", "decision",
    ]  # fmt: skip
    assert (len(preview.entries), preview.problems) == (2, ())
    assert state(register) == before


def test_a_register_of_requests_is_brought_in(register, book, today):
    import_register(register, REQUESTS, book(), today)

    open_one, closed = (one.request for one in list_requests(register, today))
    assert (closed.ref, closed.stage, closed.closed_on) == (
        "DSR-2025-0001", Stage.CLOSED, date(2025, 2, 21),
    )  # fmt: skip
    assert closed.items[0].decision is Decision.GRANTED
    assert [item.right for item in open_one.items] == [Right.ACCESS, Right.ERASURE]
    assert (open_one.person, open_one.stage) == ("Hugo Petit", Stage.IN_PROGRESS)
    assert read_former_references(register.database) == {
        "DSR-2025-0001": "2025-01", "DSR-2025-0002": "2025-02",
    }  # fmt: skip
    assert verify(register).sound


def test_events_of_an_import_name_nobody(register, book, today):
    import_register(register, REQUESTS, book(), today)

    told = [event for event in events(register.database) if "import" in event.kind]
    assert [event.kind for event in told] == ["request_imported"] * 2 + ["register_imported"]
    assert not any(name in str(event) for event in told for name in ("Perrin", "Petit", "2025-01"))


def test_a_register_is_brought_in_once(register, book, today):
    import_register(register, REQUESTS, book(), today)
    before = state(register)

    assert len(preview_register(register, REQUESTS, book(), today).problems) == 2
    with pytest.raises(NotAllowedError):
        import_register(register, REQUESTS, book(), today)
    assert state(register) == before


def test_one_row_with_a_problem_keeps_all_out(register, book, today):
    before = state(register)
    file = book([*ROWS, ["2025-03", "31/06/2025", "Accès", "Ana Perrin", "", "", ""]])

    (problem,) = preview_register(register, REQUESTS, file, today).problems
    with pytest.raises(NotAllowedError, match="Rows with a problem: 1"):
        import_register(register, REQUESTS, file, today)

    assert problem.details == {"row": 6, "column": "received_on"}
    assert state(register) == before


def test_references_of_our_own_form_stay_and_the_others_get_free_ones(register, book, today):
    rows = [["old", "2025-01-10", "Accès", "Ana Perrin", "", "", ""],
            ["DSR-2025-0001", "2025-02-03", "Accès", "Zoé Perrin", "", "", ""],
            ["DSR-2024-0009", "2025-03-03", "Accès", "Bo Perrin", "", "", ""]]  # fmt: skip

    import_register(register, REQUESTS, book(rows), today)

    people = {one.request.ref: one.request.person for one in list_requests(register, today)}
    assert people == {
        "DSR-2025-0001": "Zoé Perrin", "DSR-2025-0002": "Ana Perrin", "DSR-2025-0003": "Bo Perrin",
    }  # fmt: skip


def test_a_column_may_be_chosen_or_left_out(register, book, today):
    titles = ["N°", "Arrivée", "Type de demande", "Demandeur", "Réponse le", "Clôturée le", "Issue"]
    file = book(titles=titles)

    without = preview_register(register, REQUESTS, file, today)
    chosen = RegisterChoices(columns={"Arrivée": "received_on", "Issue": ""})
    with_choice = preview_register(register, REQUESTS, file, today, chosen)

    assert len(without.problems) == 2
    assert with_choice.problems == ()
    assert dict(with_choice.columns)["Issue"] is None


@pytest.mark.parametrize("columns", [{"Nothing": "right"}, {"Issue": "shoe_size"}])
def test_a_choice_that_cannot_be_meant_gets_a_sentence(register, book, today, columns):
    with pytest.raises(InvalidInputError):
        preview_register(register, REQUESTS, book(), today, RegisterChoices(columns=columns))


def test_the_sheet_with_the_titles_is_taken_and_the_others_are_named(register, book, today):
    preview = preview_register(register, REQUESTS, book(Notes=[["anything"]]), today)

    assert (preview.sheet, preview.other_sheets) == ("Demandes", ("Notes",))
    with pytest.raises(NotFoundError):
        preview_register(register, REQUESTS, book(), today, RegisterChoices(sheet="Gone"))
    with pytest.raises(InvalidInputError):
        preview_register(
            register, REQUESTS, book(Notes=[["anything"]]), today, RegisterChoices(sheet="Notes")
        )


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04broken", b"", None], ids=["broken", "empty", "gone"]
)
def test_a_file_that_cannot_be_read_gets_a_sentence(register, tmp_path, today, content):
    file = tmp_path / "registre.xlsx"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(InvalidInputError):
        preview_register(register, REQUESTS, file, today)


def test_titles_without_a_row_bring_nothing_in(register, book, today):
    with pytest.raises(NotAllowedError):
        import_register(register, REQUESTS, book([]), today)


def test_a_record_of_processing_is_brought_in_and_known_names_are_completed(
    register, tmp_path, write_xlsx, today
):
    rows = [
        ["Traitement", "Base légale", "Finalités", "Durée de conservation"],
        ["Paie", "Obligation légale", "Payer les salariés", "5 ans"],
        ["answering requests", "6(1)(f)", "Reply", ""],
    ]
    file = write_xlsx(tmp_path / "a30.xlsx", {"Registre": rows})

    import_register(register, ACTIVITIES, file, today)

    entries = {one.activity.code: one for one in read_record(register, speak("en")).activities}
    assert (entries["PA6"].activity.name, entries["PA6"].activity.legal_basis) == (
        "Paie",
        "6(1)(c)",
    )
    assert entries["PA6"].text(Detail.RETENTION) == "5 ans"
    assert (entries["PA1"].activity.confirmed, entries["PA1"].activity.legal_basis) == (
        True,
        "6(1)(f)",
    )
    assert entries["PA1"].text(Detail.PURPOSES) == "Reply"
    assert entries["PA1"].activity.name == "Answering requests"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_one_register_hands_over_another_takes_in(
    register, book, tmp_path, copy_register, today, language, ending
):
    import_register(register, REQUESTS, book([ROWS[0]]), today)
    files = export_register(register, REQUESTS, tmp_path / "out", today, speak(language))
    (tmp_path / "other").mkdir()
    other = copy_register(tmp_path / "other" / "register.dsr")

    try:
        import_register(other, REQUESTS, files.xlsx if ending == "xlsx" else files.csv, today)
        (taken,) = (one.request for one in list_requests(other, today))
    finally:
        other.close()

    (given,) = (one.request for one in list_requests(register, today))
    assert (taken.ref, taken.stage, taken.received_on, taken.answered_on, taken.closed_on) == (
        given.ref, given.stage, given.received_on, given.answered_on, given.closed_on,
    )  # fmt: skip
    assert taken.items == given.items


def test_r_src_1_an_open_request_that_is_brought_in_asks_the_systems(register, book, today):
    add_system(register, CRM, today)
    add_system(register, PAPER, today)

    import_register(register, REQUESTS, book(), today)

    asked = {one.request.is_open: list_tasks(register, one.request.ref)
             for one in list_requests(register, today)}  # fmt: skip
    assert [task.system.name for task in asked[True]] == ["CRM", "Archives"]
    assert asked[False] == ()
    assert verify(register).sound
