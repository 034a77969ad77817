"""Registers, the yearly report and the calendar as files: whole, safe, the same each time."""

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, OutputFileError
from dsr_desktop.domain.processing import Detail
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, new_request
from dsr_desktop.services.processing import set_details
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.register_exports import (
    RegisterKind,
    export_deadlines,
    export_register,
    register_table,
    write_yearly_report,
    yearly_figures,
)
from dsr_desktop.services.request_facts import mark_steps
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak
from dsr_desktop.writers.register_files import (
    write_register_csv,
    write_register_pdf,
    write_register_xlsx,
)
from tests.integration.writers.pdf_reading import Pdf

EN, FR = speak("en"), speak("fr")
CAMILLE = Criteria(name=("Camille Dupont",), email=("camille@acme.example",))
FORMULA = '=HYPERLINK("http://evil.example","x")'


@pytest.fixture
def requests(register, today):
    """One request answered in time and closed, one overdue, one open."""
    days = (date(2026, 3, 2), date(2026, 6, 1), date(2026, 11, 2))
    refs = [
        new_request(register, [Right.ACCESS, Right.ERASURE], CAMILLE, day, Channel.POST, today)
        .request.ref
        for day in days
    ]  # fmt: skip
    first = refs[0]
    decide(register, first, Right.ACCESS, Decision.GRANTED, today)
    decide(register, first, Right.ERASURE, Decision.REFUSED, today, reason_code="A17_3_b")
    marks = [StepMark(code, today, "Nora Vidal") for code in (StepCode.C06, StepCode.C07)]
    mark_steps(register, first, marks, today)
    mark_sent(register, first, date(2026, 3, 30), Channel.POST, today)
    close_request(register, first, today)
    return refs


def rows_of(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode())))


def test_the_record_of_processing_is_written_as_pdf_workbook_and_csv(register, tmp_path, today):
    add_recipient(
        register, Recipient("Hôte", RecipientRole.PROCESSOR, "FR", activities=("PA3",)), today
    )

    files = export_register(register, RegisterKind.ACTIVITIES, tmp_path, today, EN)

    header, *rows = rows_of(files.csv)
    assert [row[0] for row in rows] == ["PA1", "PA2", "PA3", "PA4", "PA5"]
    assert header[:4] == ["Code", "Activity", "Legal basis", "Purposes"]
    assert rows[2][header.index("Named recipients")] == "Hôte"
    text = Pdf(files.pdf.read_bytes()).text
    for said in ("Record of processing activities", "Visitors, prospects", "Hôte", "Nora Vidal"):
        assert said in text
    book = load_workbook(files.xlsx)
    assert book.sheetnames == ["Summary", "Activities", "Named recipients"]
    assert [row[0].value for row in book["Activities"].iter_rows(min_row=2)] == [
        row[0] for row in rows
    ]


def test_r_ret_1_the_durations_of_pa5_are_in_every_file(register, tmp_path, today):
    files = export_register(register, RegisterKind.ACTIVITIES, tmp_path, today, EN)

    assert "12 months after closing" in files.csv.read_text(encoding="utf-8")
    assert "12 months after closing" in Pdf(files.pdf.read_bytes()).text
    cells = [
        cell.value for row in load_workbook(files.xlsx)["Activities"].iter_rows() for cell in row
    ]
    assert any("12 months after closing" in (cell or "") for cell in cells)


def test_the_register_of_requests_has_a_line_for_each_right_and_no_person(
    register, requests, tmp_path, today
):
    files = export_register(register, RegisterKind.REQUESTS, tmp_path, today, EN)

    header, *rows = rows_of(files.csv)
    assert [row[0] for row in rows] == [ref for ref in requests for _right in range(2)]
    erasure = dict(zip(header, rows[1], strict=True))
    assert (erasure["Right"], erasure["Decision"], erasure["Reason"]) == (
        "Erasure", "Refused", "A17_3_b",
    )  # fmt: skip
    assert (erasure["Received on"], erasure["Due on"]) == ("2026-03-02", "2026-04-02")
    for content in (files.csv.read_text(encoding="utf-8"), Pdf(files.pdf.read_bytes()).text):
        assert "Dupont" not in content
        assert "camille@" not in content


def test_a_text_like_a_formula_stays_a_text(register, tmp_path, today):
    set_details(register, "PA1", {Detail.PURPOSES: FORMULA})

    files = export_register(register, RegisterKind.ACTIVITIES, tmp_path, today, EN)

    purposes = rows_of(files.csv)[1][3]
    cell = load_workbook(files.xlsx)["Activities"]["D2"]
    assert purposes == f"'{FORMULA}"
    assert (cell.value, cell.data_type) == (FORMULA, "s")


@pytest.mark.parametrize("kind", RegisterKind)
@pytest.mark.usefixtures("requests")
def test_one_register_on_one_day_gives_the_same_bytes(register, today, kind):
    def written():
        table, files = register_table(register, kind, today, FR), []
        for write in (write_register_pdf, write_register_xlsx):
            files.append(io.BytesIO())
            write(files[-1], table, FR)
        files.append(io.BytesIO())
        write_register_csv(files[-1], table)
        return [file.getvalue() for file in files]

    assert written() == written()


def test_a_printed_register_bears_its_day_and_language(register, tmp_path, today):
    files = export_register(register, RegisterKind.REQUESTS, tmp_path, today, FR)

    pdf = Pdf(files.pdf.read_bytes())
    assert pdf.properties["CreationDate"].startswith("D:20261116")
    assert pdf.language == "fr"


def test_an_export_is_logged_with_the_digests_of_its_files(register, tmp_path, today):
    export_register(register, RegisterKind.REQUESTS, tmp_path, today, EN)

    event = list(events(register.database))[-1]
    assert (event.kind, event.payload["register"], event.payload["rows"]) == (
        "register_exported", "requests", 0,
    )  # fmt: skip
    assert {
        len(str(event.payload[key])) for key in ("pdf_sha256", "xlsx_sha256", "csv_sha256")
    } == {64}


@pytest.mark.parametrize("kind", RegisterKind)
def test_r_log_1_a_broken_event_log_is_told_at_the_front_of_an_export(
    register, tmp_path, today, kind
):
    whole = register_table(register, kind, today, EN)
    connection = register.database.connection
    connection.execute("DROP TRIGGER event_no_update")
    connection.execute("UPDATE event SET actor = 'Zoé' WHERE seq = 1")

    files = export_register(register, kind, tmp_path, today, EN)

    told = "The event log was changed: it no longer holds from event 1 on."
    assert whole.warnings == ()
    assert told in Pdf(files.pdf.read_bytes()).text
    summary = load_workbook(files.xlsx)["Summary"]
    assert told in [cell.value for row in summary.iter_rows() for cell in row]


def test_an_earlier_export_stays(register, tmp_path, today):
    first = export_register(register, RegisterKind.REQUESTS, tmp_path, today, EN)
    second = export_register(register, RegisterKind.REQUESTS, tmp_path, today, EN)

    assert (first.pdf.name, second.pdf.name) == (
        "register-of-requests.pdf",
        "register-of-requests-2.pdf",
    )


def test_a_folder_that_cannot_be_written_leaves_no_file_and_no_event(register, tmp_path, today):
    (tmp_path / "file").write_text("x")
    before = list(events(register.database))

    with pytest.raises(OutputFileError):
        export_register(register, RegisterKind.REQUESTS, tmp_path / "file", today, EN)

    assert list(events(register.database)) == before


def test_the_figures_of_a_year_are_those_of_its_requests(register, requests, today):
    figures = yearly_figures(register, 2026, today)

    assert (figures.received, figures.open, figures.overdue) == (len(requests), 2, 1)
    assert (figures.answered, figures.in_one_month, figures.median_days) == (1, 1, 28)
    assert figures.refusals == {"A17_3_b": 1}
    assert yearly_figures(register, 2025, today).received == 0


@pytest.mark.parametrize("year", [2017, 2027, 0, -1])
def test_a_year_without_figures_is_refused(register, today, year):
    with pytest.raises(InvalidInputError):
        yearly_figures(register, year, today)


@pytest.mark.usefixtures("requests")
def test_the_yearly_report_is_written_as_pdf_and_csv(register, tmp_path, today):
    files = write_yearly_report(register, 2026, tmp_path, today, EN)

    rows = dict(rows_of(files.csv))
    assert files.xlsx is None
    assert (rows["Received"], rows["Overdue"]) == ("3", "1")
    assert rows["Answered within one month"] == "1 of 1 (100 %)"
    assert rows["Median time to answer"] == "28 days"
    assert rows["Refused: A17_3_b"] == "1"
    text = Pdf(files.pdf.read_bytes()).text
    assert "Requests received in 2026" in text
    assert "28 days" in text


def test_open_deadlines_are_written_as_a_calendar(register, requests, tmp_path, today):
    file = tmp_path / "deadlines.ics"

    entries = export_deadlines(register, file, today, EN)

    content = file.read_bytes().decode()
    assert entries == 4
    assert content.count("BEGIN:VEVENT") == 4
    assert f"SUMMARY:{requests[2]}: answer due\r\n" in content
    assert "DTSTART;VALUE=DATE:20261202\r\nDTEND;VALUE=DATE:20261203\r\n" in content
    assert requests[0] not in content
    assert "Dupont" not in content
    assert "camille" not in content.casefold()


def test_the_identifiers_of_the_calendar_stay_when_days_move(register, requests, tmp_path, today):
    def identifiers(file):
        export_deadlines(register, file, today, EN)
        return [line for line in file.read_text().splitlines() if line.startswith("UID:")]

    before = identifiers(tmp_path / "a.ics")

    assert identifiers(tmp_path / "b.ics") == before
    assert len(set(before)) == 2 * (len(requests) - 1)


def test_a_calendar_never_replaces_a_file(register, tmp_path, today):
    (tmp_path / "mine.ics").write_text("mine")

    with pytest.raises(InvalidInputError):
        export_deadlines(register, tmp_path / "mine.ics", today, EN)

    assert (tmp_path / "mine.ics").read_text() == "mine"


def test_the_suppression_list_is_handed_over_as_hashes_only(register, today, tmp_path):
    (listed,) = add_to_list(
        register, TypedKeys(emails=("camille@acme.example",)), SuppressionScope.ALL,
        SuppressionReason.ERASURE, today,
    )  # fmt: skip
    files = export_register(register, RegisterKind.SUPPRESSION, tmp_path / "out", today, FR)

    header, row = csv.reader(io.StringIO(files.csv.read_bytes().decode()))
    assert row[2] == listed.entry.digest
    assert [path.name for path in files.paths] == [
        "suppression-list.pdf", "suppression-list.xlsx", "suppression-list.csv",
    ]  # fmt: skip
    assert len(header) == len(row)
    for path in files.paths:
        assert b"camille" not in path.read_bytes()
    assert listed.entry.digest[:12] in Pdf(files.pdf.read_bytes()).text
