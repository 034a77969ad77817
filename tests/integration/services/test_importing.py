"""Bringing lists in: every row is stored, or its file is named with the reason."""

import io
import json
import os
import signal
import sys
from datetime import date

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import partly_read_sources, search
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.sources import read_sources
from dsr_desktop.wording.reading import problem_sentence

pytestmark = pytest.mark.usefixtures("nothing_left_running")

PEOPLE = [
    ["Nom", "Prénom", "E-mail", "Téléphone"],
    ["Dupont", "Camille", "camille.dupont@acme.example", "06 12 34 56 78"],
    ["Petit", "Paul", "paul.petit@acme.example", ""],
]
FIELDS = ["family_name", "given_name", "email", "phone"]


@pytest.fixture
def people(lists, write_csv):
    return write_csv(lists / "crm.csv", PEOPLE)


def statuses(report):
    return {file.path.name: file.status for file in report.files}


def reason_of(file):
    return file.reason.sentence if file.reason else None


def stored(register):
    """Every stored row as (file, sheet, number, cells)."""
    query = (
        "SELECT source.name, sheet.name, n, cells FROM row JOIN sheet ON sheet.id = sheet_id "
        "JOIN source ON source.id = source_id ORDER BY row.id"
    )
    return [
        (file, sheet, n, cells.split("\x1f"))
        for file, sheet, n, cells in register.database.connection.execute(query)
    ]


# --- what is stored


def test_every_row_is_stored_with_its_number_and_its_cells(register, bring_in, people):
    report = bring_in(register, people)

    assert stored(register) == [
        ("crm.csv", "crm", 2, PEOPLE[1]),
        ("crm.csv", "crm", 3, PEOPLE[2][:3]),
    ]
    assert verify(register).sound
    assert report.rows == 2


def test_the_report_says_what_was_understood(register, bring_in, people):
    (file,) = bring_in(register, people).files

    assert (file.status, file.format, file.encoding, file.rows) == ("imported", "csv", "utf-8", 2)
    assert file.sha256 == read_sources(register.database)[0].sha256
    (sheet,) = file.sheets
    assert (sheet.header_row, sheet.row_count) == (1, 2)
    assert [column.field for column in sheet.columns] == FIELDS


def test_rows_above_the_header_are_kept(register, bring_in, lists, write_csv):
    bring_in(register, write_csv(lists / "salon.csv", [["Salon de Metz"], [], *PEOPLE]))

    assert [n for _file, _sheet, n, _cells in stored(register)] == [1, 4, 5]


def test_a_list_without_header_keeps_every_row(register, bring_in, lists, write_csv):
    (file,) = bring_in(register, write_csv(lists / "brut.csv", PEOPLE[1:])).files

    assert file.sheets[0].header_row is None
    assert [cells[0] for _file, _sheet, _n, cells in stored(register)] == ["Dupont", "Petit"]


def test_every_sheet_of_a_workbook_is_stored_and_hidden_ones_are_marked(
    register, bring_in, lists, write_xlsx
):
    sheets = {"Clients": PEOPLE, "Vide": [], "Anciens": [["Nom"], ["Roux"]]}
    (file,) = bring_in(register, write_xlsx(lists / "x.xlsx", sheets, hidden=["Anciens"])).files

    assert [(sheet.name, sheet.hidden, sheet.row_count) for sheet in file.sheets] == [
        ("Clients", False, 2), ("Anciens", True, 1),
    ]  # fmt: skip
    found = search(register, make_criteria({"name": "Roux"})).hits[0].place
    assert (found.sheet.name, found.sheet.hidden, found.row.n) == ("Anciens", True, 2)


def test_numbers_dates_and_leading_zeros_are_found_as_a_person_writes_them(
    register, bring_in, lists, write_xlsx
):
    rows = [
        ["Nom", "Mobile", "Né le", "CP"],
        ["Dupont", 33612345678, date(1990, 5, 24), "01000"],
    ]
    bring_in(register, write_xlsx(lists / "x.xlsx", {"x": rows}))

    assert stored(register)[0][3] == ["Dupont", "33612345678", "1990-05-24", "01000"]
    for asked in ({"phone": "06 12 34 56 78"}, {"birth_date": "24/05/1990"}, {"postcode": "01000"}):
        assert search(register, make_criteria(asked)).total == 1
    (typed,) = register.database.connection.execute("SELECT typed FROM row").fetchone()
    assert json.loads(typed) == {"2": 33612345678, "3": "1990-05-24"}


def test_a_phone_column_under_the_first_batch_of_rows_is_still_found(
    register, bring_in, lists, write_csv
):
    rows = [
        ["Nom", "Note"],
        *[[f"Personne {n}", ""] for n in range(5_000)],
        ["Zoé", "06 12 34 56 78"],
    ]
    bring_in(register, write_csv(lists / "x.csv", rows))

    (hit,) = search(register, make_criteria({"phone": "0612345678"})).hits
    assert hit.place.row.n == 5_002


def test_a_file_named_with_bytes_that_are_no_text_is_imported(register, bring_in, lists, people):
    if os.name != "posix" or sys.platform == "darwin":
        pytest.skip("names are text there")
    odd = lists / os.fsdecode(b"liste\xe9.csv")
    people.rename(odd)

    report = bring_in(register, odd)

    assert (report.rows, report.files[0].path.name) == (2, "liste?.csv")


def test_what_the_user_says_about_the_files_is_kept(register, bring_in, people):
    said = {"activity": "PA3", "channel": "web_form", "policy_version": "2",
            "retention": "R1"}  # fmt: skip
    collected_on = date(2025, 3, 1)
    bring_in(register, people, supplied_by="Hugo Perrin", collected_on=collected_on, **said)

    (source,) = read_sources(register.database)
    assert {name: getattr(source, name) for name in said} == said
    assert source.collected_on == "2025-03-01"
    assert (source.kind, source.purge_on, source.imported_by) == ("list", None, "Nora Vidal")
    deliveries = register.database.connection.execute(
        "SELECT id, supplied_by, received_on FROM delivery"
    )
    assert deliveries.fetchall() == [(source.delivery_id, "Hugo Perrin", "2026-11-16")]


def test_a_working_copy_is_to_be_purged_after_thirty_days(register, bring_in, people):
    bring_in(register, people, kind="copy")

    (source,) = read_sources(register.database)
    assert (source.kind, source.purge_on) == ("copy", "2026-12-16")


def test_files_brought_together_are_one_delivery(register, bring_in, lists, people, write_csv):
    (lists / "a broken.xlsx").write_bytes(b"PK")
    bring_in(register, lists / "a broken.xlsx", people, write_csv(lists / "other.csv", PEOPLE[:2]))

    assert len({source.delivery_id for source in read_sources(register.database)}) == 1
    assert verify(register).sound


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"kind": "backup"}, "list or a copy, not backup"),
        ({"activity": "PA9"}, "no activity PA9. The register has: PA1"),
    ],
)
def test_options_that_cannot_be_meant_are_refused_before_anything_is_read(
    register, bring_in, people, options, message
):
    with pytest.raises(InvalidInputError, match=message):
        bring_in(register, people, **options)
    assert read_sources(register.database) == ()


def test_what_is_asked_of_the_register_does_not_grow_with_its_files(
    register, bring_in, lists, write_csv
):
    """One reading of all sources for each file made 2,000 files take a minute."""
    for n in range(6):
        write_csv(lists / f"{n}.csv", [*PEOPLE, [f"Martin{n}", "", "", ""]])
    (lists / "broken.xlsx").write_bytes(b"PK")

    asked = []
    register.database.connection.set_trace_callback(asked.append)

    bring_in(register, lists)

    register.database.connection.set_trace_callback(None)

    assert sum("FROM source ORDER BY id" in one for one in asked) == 1


def test_each_failed_attempt_at_a_file_replaces_the_one_before(register, bring_in, lists, people):
    broken = lists / "broken.xlsx"
    broken.write_bytes(b"PK")
    bring_in(register, broken, broken.parent / "." / "broken.xlsx", people)
    broken.write_bytes(b"PK\x03\x04")
    bring_in(register, lists)

    unread = [one for one in read_sources(register.database) if one.status.is_unread]
    assert [one.size for one in unread] == [4]


# --- what cannot be read


def _protected_workbook(passphrase):
    plain, protected = io.BytesIO(), io.BytesIO()
    Workbook().save(plain)
    OOXMLFile(plain).encrypt(passphrase, protected)
    return protected.getvalue()


BAD_FILES = {
    "empty.csv": (b"", "unreadable", Problem.EMPTY),
    "blank.csv": (b"\n\n;;\n", "unreadable", Problem.NOTHING_INSIDE),
    "only titles.csv": (b"Nom;E-mail\n", "unreadable", Problem.NOTHING_INSIDE),
    "binary.dat": (bytes(range(256)) * 20, "unreadable", Problem.NOT_TEXT),
    "cut off.xlsx": (b"PK\x03\x04", "unreadable", Problem.DAMAGED),
    "letter.pdf": (b"%PDF-1.7", "unreadable", Problem.DAMAGED),
    "long.csv": (b"Nom\n" + b"x" * 40_000, "unreadable", Problem.CELL_TOO_LONG),
    "secret.xlsx": (_protected_workbook("sesame"), "password", Problem.PASSWORD),
}  # fmt: skip


def test_files_that_cannot_be_read_are_named_with_the_reason_and_the_rest_is_stored(
    register, bring_in, lists, people
):
    for name, (content, _status, _problem) in BAD_FILES.items():
        (lists / name).write_bytes(content)

    report = bring_in(register, lists)

    assert statuses(report) == {"crm.csv": "imported"} | {
        name: status for name, (_content, status, _problem) in BAD_FILES.items()
    }
    assert {file.path.name: reason_of(file) for file in report.not_read} == {
        name: problem_sentence(problem) for name, (_content, _status, problem) in BAD_FILES.items()
    }
    assert len(stored(register)) == report.rows == 2
    assert verify(register).sound


def test_a_file_that_cannot_be_read_is_named_by_every_search(register, bring_in, lists):
    (lists / "empty.csv").write_bytes(b"")
    bring_in(register, lists)

    result = search(register, make_criteria({"name": "Dupont"}))

    assert [source.name for source in result.unreadable] == ["empty.csv"]
    assert result.unreadable[0].reason.sentence == problem_sentence(Problem.EMPTY)


def test_a_file_that_is_not_there_is_named(register, bring_in, lists):
    report = bring_in(register, lists / "nowhere.csv")

    assert statuses(report) == {"nowhere.csv": "unreadable"}
    assert reason_of(report.files[0]) == problem_sentence(Problem.NOT_FOUND)


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX systems")
def test_a_pipe_among_the_files_is_named_and_not_waited_for(register, bring_in, lists, people):
    os.mkfifo(lists / "a pipe.csv")

    assert statuses(bring_in(register, lists)) == {
        "a pipe.csv": "unreadable",
        "crm.csv": "imported",
    }


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_that_leads_nowhere_is_named(register, bring_in, lists, people):
    (lists / "round.csv").symlink_to(lists / "round.csv")
    (lists / "gone.csv").symlink_to(lists / "nowhere.csv")

    assert statuses(bring_in(register, lists)) == {
        "round.csv": "unreadable", "gone.csv": "unreadable", "crm.csv": "imported",
    }  # fmt: skip


def test_nothing_of_a_file_is_stored_that_breaks_in_the_middle(register, bring_in, lists, people):
    (lists / "a.csv").write_text("Nom;E-mail\n" + "x;x@acme.example\n" * 9_000 + "y" * 40_000)

    report = bring_in(register, lists)

    assert statuses(report) == {"a.csv": "unreadable", "crm.csv": "imported"}
    assert report.files[0].reason.details == {"row": 9_002}
    assert {file for file, *_rest in stored(register)} == {"crm.csv"}
    assert verify(register).sound


def test_a_file_that_changes_while_it_is_read_is_not_believed(register, bring_in, people):
    def change(_done, _total, _what):
        if stored(register):
            people.write_text("Nom;E-mail\n")

    report = bring_in(register, people, progress=change)

    assert reason_of(report.files[0]) == problem_sentence(Problem.CHANGED_WHILE_READ)
    assert stored(register) == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits of the Linux kernel")
def test_a_file_that_eats_up_the_memory_is_named_and_the_rest_is_stored(
    register, bring_in, lists, people
):
    (lists / "bomb.json").write_text("{" + ",".join(f'"{n}":[]' for n in range(900_000)) + "}")

    report = bring_in(register, lists, limits=Limits(memory=200_000_000))

    assert statuses(report) == {"bomb.json": "unreadable", "crm.csv": "imported"}
    assert reason_of(report.files[0]) == problem_sentence(Problem.TOO_MUCH_MEMORY)


def test_a_file_that_takes_too_long_is_named_and_nothing_of_it_stored(register, bring_in, lists):
    (lists / "large.csv").write_text("Nom;E-mail\n" + "Dupont;d@acme.example\n" * 30_000)

    report = bring_in(register, lists, limits=Limits(seconds=0.01, bytes_per_second=1e12))

    assert reason_of(report.files[0]) == problem_sentence(Problem.TOO_LONG)
    assert stored(register) == []
    assert verify(register).sound


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_a_file_that_kills_its_reader_is_named_and_the_rest_is_stored(
    register, bring_in, lists, people, children, caplog
):
    (lists / "a.csv").write_text("Nom;E-mail\n" + "Roux;r@acme.example\n" * 30_000)
    before = children()

    def kill_over_the_first(done, _total, _what):
        for child in children() - before if done == 0 else ():
            os.kill(child, signal.SIGTERM)

    report = bring_in(register, lists, progress=kill_over_the_first)

    assert statuses(report) == {"a.csv": "unreadable", "crm.csv": "imported"}
    assert reason_of(report.files[0]) == problem_sentence(Problem.READER_DIED)
    assert "with code -15" in caplog.text
    caplog.clear()
    assert {file for file, *_rest in stored(register)} == {"crm.csv"}


def test_limits_hold_for_every_file(register, bring_in, lists, people):
    report = bring_in(register, people, limits=Limits(rows=2))

    assert report.files[0].reason.details == {"most": 2}


# --- what is read in part


def test_a_list_read_in_part_is_searched_and_named_as_such(register, bring_in, lists):
    (lists / "crm.csv").write_text('Nom;Ville\nRoux;Lyon\n"Dupont;Metz\nPetit";Nancy\n')

    (file,) = bring_in(register, lists).files

    assert (file.status, file.rows) == ("partly", 2)
    assert [(one.sentence, one.details) for one in file.warnings] == [
        (problem_sentence(Problem.QUOTE_NOT_CLOSED), {"row": 3})
    ]
    (source,) = partly_read_sources(register)
    assert source.warnings == file.warnings
    assert search(register, make_criteria({"name": "Roux"})).total == 1
    again = bring_in(register, lists)
    assert statuses(again) == {"crm.csv": "duplicate"}
    assert [one.warnings for one in again.read_in_part] == [file.warnings]


def test_a_copy_brought_in_at_once_is_known_to_be_read_in_part_too(register, bring_in, lists):
    for name in ("a.csv", "b.csv"):
        (lists / name).write_text('Nom;Ville\nRoux;Lyon\n"Dupont;Metz\nPetit";Nancy\n')

    report = bring_in(register, lists)

    assert statuses(report) == {"a.csv": "partly", "b.csv": "duplicate"}
    assert [one.path.name for one in report.read_in_part] == ["a.csv", "b.csv"]


def test_reading_again_in_part_without_finding_anything_is_not_clean(
    register, bring_in, people, today
):
    asked = make_criteria({"email": "camille.dupont@acme.example"})
    bring_in(register, people)
    request = new_request(
        register, [Right.ERASURE], asked, date(2026, 11, 2), Channel.POST, today
    ).request
    find_person(register, request.ref, today)
    judge_hits(register, request.ref, confirm_strong=True, today=today)
    people.write_text('Nom;Ville\nRoux;Lyon\n"Petit;Metz\nMoreau";Nancy\n')

    (result,) = rescan(register, request.ref).sources

    assert (result.status, result.left) == ("unreadable", ())


# --- the same file again


def test_the_same_content_is_stored_once_whatever_its_name(register, bring_in, lists, people):
    (lists / "copie.csv").write_bytes(people.read_bytes())

    report = bring_in(register, people, lists / "copie.csv")

    assert statuses(report) == {"crm.csv": "imported", "copie.csv": "duplicate"}
    assert statuses(bring_in(register, people)) == {"crm.csv": "duplicate"}
    assert len(stored(register)) == 2


def test_a_file_tried_again_in_vain_is_named_once(register, bring_in, lists):
    (lists / "empty.csv").write_bytes(b"")
    bring_in(register, lists)
    bring_in(register, lists)

    assert len(search(register, make_criteria({"name": "x"})).unreadable) == 1


@pytest.mark.parametrize("known_already", [False, True])
def test_a_later_good_copy_clears_the_complaint(register, bring_in, lists, people, known_already):
    (lists / "other.csv").write_bytes(b"")
    bring_in(register, lists / "other.csv", *([people] if known_already else []))

    (lists / "other.csv").write_bytes(people.read_bytes())
    bring_in(register, lists / "other.csv")

    assert search(register, make_criteria({"name": "x"})).unreadable == ()
    assert len(stored(register)) == 2


def test_a_changed_list_is_another_source_and_the_old_one_stays(register, bring_in, lists, people):
    bring_in(register, people)
    people.write_text("Nom;E-mail\nRoux;roux@acme.example\n")
    bring_in(register, people)

    assert len(read_sources(register.database)) == 2
    assert len(stored(register)) == 3


def test_files_of_kinds_that_are_never_read_are_counted_by_kind(register, bring_in, lists, people):
    for n in range(3):
        (lists / f"{n}.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes([n]) * 50)
    (lists / "base.accdb").write_bytes(b"\0\1\0\0Standard ACE DB\0")
    (lists / "cut off.xlsx").write_bytes(b"PK\x03\x04")

    report = bring_in(register, lists)

    assert report.not_searched == {"JPEG": 3, "Access": 1}
    assert list(report.not_searched) == ["JPEG", "Access"]
    assert len(report.not_read) == 5
