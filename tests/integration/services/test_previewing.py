"""A preview says what an import would bring, and leaves no trace of itself."""

import zipfile
from dataclasses import replace

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook
from openpyxl.comments import Comment

from dsr_desktop.domain.errors import CancelledError, InvalidInputError
from dsr_desktop.domain.mapping import ColumnChoice, HeaderChoice
from dsr_desktop.domain.preview import MOST_FIRST_ROWS, MOST_SAMPLES
from dsr_desktop.domain.reading import Limits
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.mapping import list_mappings
from dsr_desktop.services.previewing import preview_paths

pytestmark = pytest.mark.usefixtures("nothing_left_running")

HEAD = ["Nom", "Prénom", "E-mail", "Téléphone"]
PEOPLE = [
    HEAD,
    ["Dupont", "Camille", "camille.dupont@acme.example", "06 12 34 56 78"],
    ["Petit", "Paul", "paul.petit@acme.example", ""],
    ["Roux", "Zoé", "", "06 11 22 33 44"],
]
IBAN = "FR76 3000 6000 0112 3456 7890 189"


@pytest.fixture
def preview(register):
    """Preview paths; keywords are import options."""

    def make(*paths, limits=None, **options):
        return preview_paths(register, paths, ImportOptions(**options), limits=limits)

    return make


def only_sheet(seen):
    (file,) = seen.files
    (sheet,) = file.sheets
    return sheet


def asked(seen):
    return {file.path.name: [str(one) for one in file.questions] for file in seen.files}


# --- nothing is written


def test_a_preview_changes_no_byte_of_the_register(register, preview, lists, write_csv, bring_in):
    bring_in(register, write_csv(lists / "old.csv", PEOPLE[:2]))
    register.database.empty_log()
    folder = register.path.parent
    before = {
        path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".dsr-shm"
    }
    events = register.database.connection.execute("SELECT count(*) FROM event").fetchone()

    preview(write_csv(lists / "crm.csv", PEOPLE), lists / "missing.csv")

    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".dsr-shm"}
    for name in ("register.dsr", "register.dsr.keys"):
        assert after[name] == before[name]
    assert after.get("register.dsr-wal", b"") == b""
    assert register.database.connection.execute("SELECT count(*) FROM event").fetchone() == events


def test_a_preview_can_be_stopped(register, lists, write_csv):
    write_csv(lists / "a.csv", PEOPLE)
    write_csv(lists / "b.csv", PEOPLE[:2])

    def stop_at_the_second(done, _total, _what):
        if done:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        preview_paths(register, [lists], ImportOptions(), progress=stop_at_the_second)


def test_progress_names_files_and_rows_are_counted(register, lists, write_csv):
    told, rows = [], []
    write_csv(lists / "a.csv", PEOPLE)

    preview_paths(
        register, [lists], ImportOptions(),
        progress=lambda done, total, what: told.append((done, total, what)), on_rows=rows.append,
    )  # fmt: skip

    assert told[0] == (0, 1, "a.csv")
    assert told[-1] == (1, 1, "")
    assert rows[-1] == 4


# --- what is shown


def test_a_list_is_shown_as_the_import_would_store_it(
    register, preview, lists, write_csv, bring_in
):
    path = write_csv(lists / "salon.csv", [["Salon de Metz"], [], *PEOPLE])
    sheet = only_sheet(preview(path))
    (stored,) = bring_in(register, path).files[0].sheets

    assert (sheet.name, sheet.header_row, sheet.rows) == ("salon", 3, 4)
    assert (sheet.header_row, sheet.rows) == (stored.header_row, stored.row_count)
    shown = [(one.number, one.header, one.field, one.confidence) for one in sheet.columns]
    assert shown == [(one.number, one.header, one.field, one.confidence) for one in stored.columns]


def test_the_first_rows_and_some_values_of_each_column_are_shown(preview, lists, write_csv):
    rows = [["Nom", "Ville"], *[[f"Roux{n}", "Metz" if n % 2 else "Lyon"] for n in range(30)]]
    sheet = only_sheet(preview(write_csv(lists / "crm.csv", rows)))

    assert len(sheet.first_rows) == MOST_FIRST_ROWS
    assert sheet.first_rows[0] == (1, ("Nom", "Ville"))
    assert sheet.first_rows[2] == (3, ("Roux1", "Metz"))
    names, towns = (column.samples for column in sheet.columns)
    assert names == tuple(f"Roux{n}" for n in range(MOST_SAMPLES))
    assert towns == ("Lyon", "Metz")
    assert sheet.rows == 30


def test_rows_of_which_a_key_is_in_the_register_are_known(
    register, preview, lists, write_csv, bring_in
):
    bring_in(register, write_csv(lists / "old.csv", [["Mail", "Mobile"], ["CAMILLE.DUPONT@acme.example", ""], ["", "+33 6 11 22 33 44"]]))  # fmt: skip

    seen = preview(write_csv(lists / "crm.csv", PEOPLE))

    assert (seen.rows, seen.known, seen.new) == (3, 2, 1)


def test_many_rows_are_counted_over_all_batches(register, preview, lists, write_csv, bring_in):
    rows = [["Nom", "E-mail"], *[[f"P{n}", f"p{n}@acme.example"] for n in range(9_000)]]
    bring_in(register, write_csv(lists / "old.csv", [*rows[:501], rows[8_000]]))

    seen = preview(write_csv(lists / "crm.csv", rows))

    assert (seen.rows, seen.known) == (9_000, 501)


def test_hidden_sheets_and_columns_are_marked(preview, lists):
    book = Workbook()
    for row in PEOPLE:
        book.active.append(row)
    book.active.column_dimensions["C"].hidden = True
    book.active.title = "Clients"
    book.create_sheet("Cachée").append(["Nom"])
    book["Cachée"].append(["Max"])
    book["Cachée"].sheet_state = "hidden"
    book.save(lists / "x.xlsx")

    first, second = preview(lists / "x.xlsx").files[0].sheets

    assert [column.hidden for column in first.columns] == [False, False, True, False]
    assert (first.hidden, second.hidden) == (False, True)


def test_what_cannot_be_read_is_named_with_its_reason(preview, lists, write_csv):
    (lists / "broken.xlsx").write_bytes(b"PK\x03\x04 broken")
    (lists / "empty.csv").write_bytes(b"")
    seen = preview(lists, lists / "missing.csv")

    assert [(file.path.name, str(file.status)) for file in seen.unreadable] == [
        ("broken.xlsx", "unreadable"), ("empty.csv", "unreadable"), ("missing.csv", "unreadable"),
    ]  # fmt: skip
    assert all(file.reason for file in seen.unreadable)


def test_a_list_beyond_the_limits_is_unreadable(preview, lists, write_csv):
    seen = preview(write_csv(lists / "crm.csv", PEOPLE), limits=Limits(rows=2))

    assert "more than" in seen.files[0].reason.sentence
    assert seen.files[0].sheets == ()


def test_what_is_read_in_part_says_so(preview, lists, write_partly_readable):
    (file,) = preview(write_partly_readable(lists / "half.xlsx")).files

    assert file.status == "partly"
    assert file.warnings


def test_a_file_that_is_there_already_is_a_duplicate(register, preview, lists, write_csv, bring_in):
    path = write_csv(lists / "crm.csv", PEOPLE)
    bring_in(register, path)
    path.with_name("copy.csv").write_bytes(path.read_bytes())

    assert [str(file.status) for file in preview(lists).files] == ["duplicate", "duplicate"]


def test_the_second_of_two_equal_files_is_a_duplicate(preview, lists, write_csv):
    path = write_csv(lists / "a.csv", PEOPLE)
    path.with_name("b.csv").write_bytes(path.read_bytes())

    assert [str(file.status) for file in preview(lists).files] == ["imported", "duplicate"]


def test_options_that_cannot_be_meant_are_refused(preview, lists):
    with pytest.raises(InvalidInputError, match="no activity PA9"):
        preview(lists, activity="PA9")
    with pytest.raises(InvalidInputError, match="no text encoding rot13"):
        preview(lists, encoding="rot13")


# --- questions


def test_of_twelve_files_only_those_with_a_question_are_to_be_looked_at(preview, lists, write_csv):
    for n in range(11):
        write_csv(
            lists / f"visites-{n:02}.csv", [HEAD, [f"Dupont{n}", "Ana", f"a{n}@x.example", ""]]
        )
    write_csv(lists / "badges.csv", [["Wer", "Was"], ["Zoé Roux", "B12"], ["Max Brun", "C3"]])

    seen = preview(lists)

    assert [file.path.name for file in seen.with_question] == ["badges.csv"]
    assert len(seen.ready) == 11
    assert asked(seen)["badges.csv"] == ["header", "no_identity_column"]


def test_a_column_that_the_policy_does_not_announce_is_asked(preview, lists, write_csv):
    seen = preview(
        write_csv(lists / "crm.csv", [[*HEAD, "Infos"], *[[*row, IBAN] for row in PEOPLE[1:]]])
    )

    assert asked(seen) == {"crm.csv": ["undeclared_column"]}
    assert only_sheet(seen).columns[4].undeclared == "bank_account"


@pytest.mark.parametrize(
    ("cells", "questions"), [(["", " "], []), (["", IBAN], ["undeclared_column"])]
)
def test_a_column_beyond_the_policy_that_is_empty_throughout_is_not_asked_about(
    preview, lists, write_csv, cells, questions
):
    people = [[*row, cell] for row, cell in zip(PEOPLE[1:], [*cells, ""], strict=True)]

    seen = preview(write_csv(lists / "crm.csv", [[*HEAD, "IBAN"], *people]))

    assert asked(seen) == {"crm.csv": questions}


def test_a_comment_on_an_empty_cell_is_something_in_its_column(preview, lists):
    book = Workbook()
    for row in ([*HEAD, "IBAN"], *PEOPLE[1:]):
        book.active.append(row)
    book.active["E2"].comment = Comment(IBAN, "Jeanne")
    book.save(lists / "crm.xlsx")

    assert asked(preview(lists / "crm.xlsx")) == {"crm.xlsx": ["undeclared_column"]}


def test_a_newer_version_of_a_known_file_is_asked(register, preview, lists, write_csv, bring_in):
    path = write_csv(lists / "crm.csv", PEOPLE)
    (before,) = bring_in(register, path).files
    write_csv(path, PEOPLE[:2])

    (file,) = preview(path).files

    assert (asked(preview(path)), file.replaces) == ({"crm.csv": ["replacement"]}, before.source_id)


@pytest.fixture
def locked(lists):
    """A workbook that opens with a password."""
    book = Workbook()
    for row in PEOPLE:
        book.active.append(row)
    book.save(lists / "open.xlsx")
    with (lists / "open.xlsx").open("rb") as clear, (lists / "locked.xlsx").open("wb") as shut:
        OOXMLFile(clear).encrypt("Sésame 7", shut)
    (lists / "open.xlsx").unlink()
    return lists / "locked.xlsx"


def test_a_password_is_asked_and_then_tried(preview, locked):
    assert asked(preview(locked)) == {"locked.xlsx": ["password"]}
    assert preview(locked).files[0].status == "password"

    seen = preview(locked, passwords=("wrong", "Sésame 7"))
    assert (asked(seen), seen.rows) == ({"locked.xlsx": []}, 3)


# --- encodings


@pytest.fixture
def doubtful(lists):
    """A list whose accented letters fit several encodings."""
    rows = "Nom;E-mail\r\nBréhat Éloïse;a@x.example\r\nNuñez José;b@x.example\r\n"
    (lists / "crm.csv").write_bytes(rows.encode("cp1252"))
    return lists / "crm.csv"


def test_each_encoding_that_fits_is_shown_with_two_lines(preview, doubtful):
    (file,) = preview(doubtful).files

    assert asked(preview(doubtful)) == {"crm.csv": ["encoding"]}
    assert file.encodings[0].encoding == file.encoding == "cp1252"
    readings = {one.encoding: one.lines for one in file.encodings}
    assert readings["cp1252"] == ("Bréhat Éloïse;a@x.example", "Nuñez José;b@x.example")
    assert readings["cp1250"] == ("Bréhat Éloďse;a@x.example", "Nuńez José;b@x.example")


def test_an_encoding_that_was_named_is_followed(preview, doubtful):
    for options in ({"encoding": "windows-1250"}, {"encodings": {doubtful: "cp1250"}}):
        seen = preview(doubtful, **options)

        assert (asked(seen), seen.files[0].encoding) == ({"crm.csv": []}, "cp1250")
        assert only_sheet(seen).columns[0].samples[1] == "Nuńez José"


# --- answers


def test_an_answer_changes_what_is_shown(preview, lists, write_csv):
    path = write_csv(lists / "crm.csv", [[*HEAD, "Note"], *[[*row, "x"] for row in PEOPLE[1:]]])
    answer = only_sheet(preview(path)).mapping({5: ColumnChoice(skip=True)})

    seen = preview(path, mappings=(answer,))

    assert asked(seen) == {"crm.csv": []}
    assert only_sheet(seen).columns[4].is_skipped
    assert only_sheet(seen).is_chosen


def test_another_header_row_makes_other_columns(preview, lists, write_csv):
    path = write_csv(lists / "x.csv", [["Liste"], ["Wer", "Was"], ["Zoé Roux", "zoe@roux.example"]])
    sheet = only_sheet(preview(path))
    assert sheet.header_row is None

    by_hand = only_sheet(preview(path, mappings=(sheet.with_header(2),)))
    assert (by_hand.header, by_hand.header_row, by_hand.rows) == (HeaderChoice.ROW, 2, 2)
    assert [column.header for column in by_hand.columns] == ["Wer", "Was"]

    none = only_sheet(preview(path, mappings=(sheet.with_header(None),)))
    assert (none.header_row, none.rows, none.header_unsure) == (None, 3, False)


def test_a_preview_remembers_nothing(register, preview, lists, write_csv):
    path = write_csv(lists / "crm.csv", PEOPLE)
    answer = only_sheet(preview(path)).mapping()

    preview(path, mappings=(replace(answer),))

    assert list_mappings(register) == ()


def test_a_password_inside_an_archive_is_asked_too(preview, lists, write_csv, locked):
    with zipfile.ZipFile(lists / "all.zip", "w") as archive:
        archive.write(locked, "locked.xlsx")
        archive.write(write_csv(lists / "crm.csv", PEOPLE[:3]), "crm.csv")

    (file,) = preview(lists / "all.zip").files
    assert [str(one) for one in file.questions] == ["password"]
    (opened,) = preview(lists / "all.zip", passwords=("Sésame 7",)).files
    assert (opened.questions, len(opened.sheets)) == ((), 2)
