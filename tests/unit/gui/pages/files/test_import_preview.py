"""The preview of an import: what is shown of each file, what is asked, and that nothing is written."""

import hashlib
import threading
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.gui.pages.files.preview.questions import (
    EncodingQuestion,
    PasswordQuestion,
    UndeclaredQuestion,
    WordQuestion,
)
from dsr_desktop.gui.pages.files.preview.rows_table import FIELDS
from dsr_desktop.gui.pages.files.summaries import summary_of
from dsr_desktop.gui.widgets.cells import LOOK_ROLE
from dsr_desktop.gui.widgets.reading_order import put_in_reading_order
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.widgets.tick_box import RadioButton
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.mapping import list_mappings
from dsr_desktop.services.searching import search
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import speak

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PASSWORD = "Sésame 7"
BADGES = [
    ["Salon de Lyon"],
    [],
    ["Name", "Mail", "Stand", "IBAN"],
    ["Ana Lang", "ana@nord.example", "K-4711", "FR7630006000011234567890189"],
    ["Tom Reyl", "tom@cobalt.example", "K-4712", "FR7630006000011234567890189"],
]


@pytest.fixture
def fair(lists, write_xlsx):
    """Titles in row 3, a column nobody announced, and a hidden sheet with a hidden column."""
    from openpyxl import load_workbook  # noqa: PLC0415 - this test alone

    sheets = {"Badges": BADGES, "Old": [["Nom", "Mail"], ["Zoé Roux", "zoe@roux.example"]]}
    path = write_xlsx(lists / "badges.xlsx", sheets, hidden=["Old"])
    book = load_workbook(path)
    book["Badges"].column_dimensions["C"].hidden = True
    book.save(path)
    return path


@pytest.fixture
def locked(lists, write_xlsx, rows):
    clear = write_xlsx(lists / "clear.xlsx", {"Clients": rows})
    path = lists / "locked.xlsx"
    with clear.open("rb") as source, path.open("wb") as target:
        OOXMLFile(source).encrypt(PASSWORD, target)
    clear.unlink()
    return path


@pytest.fixture
def unsure(write_csv, lists):
    """One known title, and nothing below that bears it out: it may be somebody's row."""
    return write_csv(lists / "unsure.csv", [["Nom", "Colour"], ["Zoé", "blue"], ["Paul", "red"]])


@pytest.fixture
def pane(page):
    return page.import_pane


@pytest.fixture
def choose(pane, settle):
    """Return a function that chooses the file of this name in the list."""

    def choose(name):
        model = pane.list.model()
        for row in range(model.rowCount()):
            if model.data(model.index(row, 0)).startswith(name):
                pane.list.setCurrentIndex(model.index(row, 0))
                settle()
                return
        pytest.fail(f"{name} is not in the list")

    return choose


def lines(pane):
    model = pane.list.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def question(pane, kind):
    found = [one for one in pane.findChildren(kind) if not one.isHidden()]
    assert len(found) == 1, kind
    return found[0]


def asks(pane, kind):
    return any(not one.isHidden() for one in pane.findChildren(kind))


def encoding(pane, name):
    return next(one for one in pane.findChildren(RadioButton) if one.accessibleName() == name)


def pick_field(pane, column, field):
    """Go to a column by arrows and choose its field by keys, as a user without a mouse."""
    editor = pane.file.table.mapping.editor
    editor.setFocus()
    while pane.file.table.mapping.current != column:
        forward = pane.file.table.mapping.current < column
        QTest.keyClick(editor, KEY.Key_Right if forward else KEY.Key_Left)
    while editor.currentIndex() != FIELDS.index(field):
        down = editor.currentIndex() < FIELDS.index(field)
        QTest.keyClick(editor, KEY.Key_Down if down else KEY.Key_Up)


def digest(register):
    files = (Path(f"{register.path}{suffix}") for suffix in ("", "-wal"))
    return [hashlib.sha256(one.read_bytes()).hexdigest() for one in files if one.exists()]


# --- nothing is written before the button


def test_nothing_is_written_before_the_button(
    page, pane, register, fair, doubtful, locked, choose, answer_question
):
    before = digest(register)

    page.start_import([fair, doubtful, locked])
    pick_field(pane, 2, Field.IDENTIFIER)
    pane.file.head.header_chosen.emit(1)
    choose("doubtful.csv")
    question(pane, EncodingQuestion).chosen.emit("cp1250")
    choose("locked.xlsx")
    question(pane, PasswordQuestion).given.emit(PASSWORD)
    answer_question("Leave")
    page.close_pane()

    assert not pane.isVisible()
    assert digest(register) == before
    assert (list_sources(register), list_mappings(register)) == ((), ())


def test_leaving_forgets_the_answers_and_the_passwords(page, pane, locked, settle, answer_question):
    page.start_import([locked])
    question(pane, PasswordQuestion).given.emit(PASSWORD)
    assert pane.draft.passwords == (PASSWORD,)

    answer_question("Leave")
    page.close_pane()
    page.start_import([locked])
    settle()

    assert pane.draft.passwords == ()
    assert asks(pane, PasswordQuestion)


def test_answers_are_not_lost_by_a_key_pressed_in_passing(page, pane, locked, answer_question):
    page.start_import([locked])
    question(pane, PasswordQuestion).given.emit(PASSWORD)

    answer_question("Cancel")
    assert page.close_pane()

    assert pane.isVisible()
    assert pane.draft.passwords == (PASSWORD,)


# --- the list of files


def test_files_with_a_question_come_first_and_the_others_are_folded(
    page, pane, crm, write_csv, fair, cut_off
):
    write_csv(crm.parent / "web.csv", [["Mail", "Nom"], ["z@c.example", "Zoé"]])

    page.start_import([crm.parent])

    assert lines(pane) == [
        "badges.xlsx, 4 rows, 2 sheets, Needs a look",
        "fair.xlsx, The file is damaged or cut off. Ask for a new copy., Cannot be read",
        "2 files go through without a question",
    ]
    assert page.primary.text() == "Import 3 files"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Space])
def test_a_fold_opens_and_closes_by_keys(page, pane, crm, fair, key):
    page.start_import([crm, fair])
    pane.list.setFocus()
    pane.list.setCurrentIndex(pane.list.model().index(1, 0))

    QTest.keyClick(pane.list, key)
    assert lines(pane)[1:] == ["1 file goes through without a question", "crm.csv, 2 rows, Ready"]

    QTest.keyClick(pane.list, key)
    assert lines(pane)[1:] == ["1 file goes through without a question"]
    assert page.import_pane.isVisible()


def test_a_fold_opens_by_a_click(page, pane, crm, fair):
    page.start_import([crm, fair])
    place = pane.list.visualRect(pane.list.model().index(1, 0)).center()

    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert lines(pane)[-1] == "crm.csv, 2 rows, Ready"


def test_a_file_that_is_there_already_is_said_to_be(page, pane, bring_in, register, crm, fair):
    bring_in(register, crm)

    page.start_import([crm, fair])

    assert lines(pane)[-1] == "1 file is in the register already"
    assert page.primary.text() == "Import 1 file"


def test_a_known_content_at_another_place_is_remembered(
    page, bring_in, register, crm, tmp_path, seen, settle
):
    bring_in(register, crm)
    copy = tmp_path / "copy.csv"
    copy.write_bytes(crm.read_bytes())

    page.start_import([copy])
    assert page.primary.text() == "Remember 1 place"
    page.primary.click()
    settle()

    (source,) = list_sources(register)
    assert [one.path for one in source.copies] == [str(copy)]
    assert len(seen.banners()["No file was imported"].buttons) == 1, "nothing to undo"


def test_undoing_an_import_leaves_what_was_there_before(register, today, bring_in, crm, fair):
    bring_in(register, crm)
    report = import_paths(register, [crm, fair], ImportOptions(), today)

    undo = summary_of(speak("en"), report).undo

    stored = {one.path: one.id for one in list_sources(register)}
    assert undo is not None
    assert undo.source_ids == (stored[str(fair)],)


def test_a_file_that_cannot_be_read_can_be_recorded_as_such(page, register, cut_off, seen, settle):
    page.start_import([cut_off])
    assert "fair.xlsx cannot be read" in seen.banners()
    assert page.primary.text() == "Record 1 file as not read"

    page.primary.click()
    settle()

    assert [one.status for one in list_sources(register)] == ["unreadable"]
    assert len(seen.banners()["No file was imported"].buttons) == 1, "nothing to undo"


def test_questions_left_open_are_said_below_the_title(page, fair, seen, pane):
    page.start_import([fair])
    assert (
        "nothing is written yet · 1 file to look at: unanswered, it is taken as shown"
        in seen.said()
    )

    question(pane, UndeclaredQuestion).rows[4].skip.click()

    assert "nothing is written yet" in seen.said()
    assert lines(pane) == ["badges.xlsx, 4 rows, 2 sheets, Answered"]


def test_many_files_are_lines_of_a_model_not_widgets(page, pane, lists, write_csv, settle):
    for n in range(60):
        write_csv(lists / f"{n:03}.csv", [["Mail", "Nom"], [f"a{n}@c.example", f"Person {n}"]])

    page.start_import([lists])
    settle()
    few = len(pane.list.findChildren(object))
    page.start_import([lists / "000.csv"])
    settle()

    assert few == len(pane.list.findChildren(object))


# --- sheets, rows and columns


def test_rows_and_columns_have_the_numbers_of_the_sheet(page, pane, fair):
    page.start_import([fair])
    table, across, down = pane.file.table, Qt.Orientation.Horizontal, Qt.Orientation.Vertical

    rows = [table.rows.headerData(row, down) for row in range(table.rows.rowCount())]
    assert rows == ["1", "3", "4", "5"]
    assert table.rows.headerData(1, down, Qt.ItemDataRole.AccessibleTextRole) == "Row 3, titles"
    heads = [table.rows.headerData(column, across) for column in range(4)]
    assert heads == ["Column A, Name", "Column B, Mail", "Column C, Stand", "Column D, IBAN"]
    assert table.rows.data(table.rows.index(2, 0)) == "Ana Lang"
    assert table.rows.data(table.rows.index(1, 0), LOOK_ROLE).style.value[1] == 600


def test_a_sheet_says_its_counts_and_whether_it_is_hidden(page, pane, bring_in, register, fair,
                                                          write_csv, tmp_path, seen):  # fmt: skip
    known = write_csv(tmp_path / "known.csv", [["Mail", "Nom"], ["ana@nord.example", "Ana Lang"]])
    bring_in(register, known)
    page.start_import([fair])
    assert "2 new rows · 1 known row · rows 1 to 5" in seen.said()

    pane.file.head.sheet.setCurrentIndex(1)
    pane.file.head.sheet.activated.emit(1)

    assert "1 new row · 0 known rows · rows 1 to 2" in seen.said()
    assert [pane.file.head.sheet.itemText(n) for n in (0, 1)] == [
        "Badges · 3 rows · needs a look", "Old · 1 row · hidden",
    ]  # fmt: skip


def test_a_column_says_how_sure_its_meaning_is_and_why(page, pane, fair, seen):
    page.start_import([fair])
    assert {"Column A, Name", "By its title"} <= set(seen.said())

    pane.file.table.mapping.set_current(2)

    assert "Column C, Stand" in seen.said()
    assert "Neither title nor content say what it is" in seen.said()
    assert pane.file.table.mapping.editor.accessibleName() == "Meaning of Column C, Stand"
    assert pane.file.table.mapping.editor.currentText() == "Not used, still searched"


def test_the_preview_fits_into_the_smallest_window(page, pane, fair, doubtful, locked, settle):
    """The window is at least 1024 wide, 200 of it sections."""
    page.start_import([fair, doubtful, locked])
    for path in (fair, doubtful, locked):
        pane.list.look_at(path)
        settle()
        page.resize(824, 600)
        settle()

        assert page.width() == 824, path.name
        assert page.minimumSizeHint().width() <= 824, path.name
        body = pane.file.findChild(ScrollPane)
        assert body.widget().minimumSizeHint().width() <= body.viewport().width(), path.name


def test_tab_goes_through_the_preview_as_one_reads(page, pane, fair, settle, qtbot):
    page.start_import([fair])
    settle()
    put_in_reading_order(page.window())
    pane.kind.setFocus()
    reached = []
    for _stop in range(15):
        reached.append(page.window().focusWidget().accessibleName())
        QTest.keyClick(page.window().focusWidget(), KEY.Key_Tab)

    wanted = [
        "Register list", "Activity", "Supplied by", "Collected on", "Channel",
        "Policy, retention, encoding",
    ]  # fmt: skip
    assert reached[:6] == wanted
    rest = [
        "Files to import", "Remember the columns", "Use a mapping from a file…", "Sheet",
        "Titles in", "First rows", "Meaning of Column A, Name", "Origin of Column A, Name",
        "Save this mapping…",
    ]  # fmt: skip
    assert sorted(reached[6:]) == sorted(rest), reached
    assert [name for name in reached[6:11]] == rest[:5]


# --- changes


def test_a_field_chosen_by_keyboard_is_imported_and_found(page, pane, register, fair, settle):
    page.start_import([fair])
    pick_field(pane, 2, Field.IDENTIFIER)
    QTest.keyClick(pane.file.table.mapping.editor, KEY.Key_Return, CTRL)
    settle()

    column = view_sources(register)[0].sheets[0].columns[2]
    assert (column.field, column.told_by) == (Field.IDENTIFIER, "chosen")
    (hit,) = search(register, make_criteria({"identifier": "K-4711"})).hits
    assert hit.place.row.n == 4


def test_what_columns_mean_is_remembered_unless_told_otherwise(page, pane, register, fair, settle):
    page.start_import([fair])
    pick_field(pane, 2, Field.IDENTIFIER)
    pane.remembers.click()
    page.primary.click()
    settle()
    assert list_mappings(register) == ()
    assert view_sources(register)[0].sheets[0].columns[2].field is Field.IDENTIFIER


def test_a_remembered_mapping_goes_through_without_a_question(
    page, pane, register, unsure, write_csv, lists, settle
):
    page.start_import([unsure])
    assert lines(pane)[0].endswith("Needs a look")
    question(pane, WordQuestion).button.click()
    assert lines(pane) == ["unsure.csv, 2 rows, Answered"]
    page.primary.click()
    settle()

    later = write_csv(lists / "later.csv", [["Nom", "Colour"], ["Lea", "green"], ["Max", "grey"]])
    page.start_import([later])

    assert lines(pane)[0] == "1 file goes through without a question"


def test_the_origin_of_a_column_can_be_chosen(page, pane, register, fair, settle):
    page.start_import([fair])
    pane.file.table.mapping.set_current(1)
    origin = pane.file.column.origin
    assert origin.currentText() == "Provided by the person"
    origin.setFocus()
    QTest.keyClick(origin, KEY.Key_Down)
    page.primary.click()
    settle()

    assert view_sources(register)[0].sheets[0].columns[1].origin is Origin.OBSERVED


def test_an_opt_in_says_what_it_is_about(page, pane, register, write_csv, lists, settle):
    rows = [["Mail", "Opt-in", "Opt-in SMS"], ["ana@nord.example", "yes", "no"]]
    page.start_import([write_csv(lists / "news.csv", rows)])
    column = pane.file.column
    assert not column.purpose.isVisible()

    pane.file.table.mapping.set_current(2)
    assert column.purpose.currentText() == "SMS"
    pane.file.table.mapping.set_current(1)
    assert column.purpose.currentText() == "All of it"
    column.purpose.setFocus()
    QTest.keyClick(column.purpose, KEY.Key_Down)
    page.primary.click()
    settle()

    assert view_sources(register)[0].sheets[0].columns[1].purpose == "newsletter"


def test_another_row_of_titles_reads_the_columns_anew(
    page, pane, register, write_csv, lists, settle
):
    rows = [["Export", "2026"], ["Who", "Where"], ["Zoé Roux", "zoe@roux.example"]]
    page.start_import([write_csv(lists / "two.csv", rows)])
    header = pane.file.head.header
    header.setFocus()
    wanted = [header.itemText(n) for n in range(header.count())].index("row 2")
    while header.currentIndex() != wanted:
        QTest.keyClick(header, KEY.Key_Down if header.currentIndex() < wanted else KEY.Key_Up)
    page.primary.click()
    settle()

    sheet = view_sources(register)[0].sheets[0]
    assert sheet.header_row == 2
    assert [column.header for column in sheet.columns] == ["Who", "Where"]


def test_a_sheet_can_have_no_row_of_titles(page, pane, register, unsure, settle):
    page.start_import([unsure])
    header = pane.file.head.header
    header.setFocus()
    QTest.keyClick(header, KEY.Key_End)
    assert header.currentText() == "no row"
    page.primary.click()
    settle()

    sheet = view_sources(register)[0].sheets[0]
    assert (sheet.header_row, sheet.row_count) == (None, 3)


# --- columns that the policy does not announce


def test_a_column_that_is_skipped_is_not_in_the_register(page, pane, register, fair, settle):
    page.start_import([fair])
    question(pane, UndeclaredQuestion).rows[4].skip.click()
    assert pane.file.table.mapping.width_of(3) > 0
    page.primary.click()
    settle()

    column = view_sources(register)[0].sheets[0].columns[3]
    assert column.is_skipped
    stored = register.database.connection.execute("SELECT cells FROM row").fetchall()
    assert not any("FR7630006000011234567890189" in cells for (cells,) in stored)


def test_a_column_that_is_kept_has_its_reason_in_the_register(page, pane, register, fair, settle):
    page.start_import([fair])
    row = question(pane, UndeclaredQuestion).rows[4]
    row.keep.click()
    assert row.reason.hasFocus()
    assert pane.draft.waiting, "no reason was given yet"
    QTest.keyClicks(row.reason, "to pay them")
    assert row.reason.text() == "to pay them", "the field stays while it is typed in"
    page.primary.click()
    settle()

    column = view_sources(register)[0].sheets[0].columns[3]
    assert (column.reason, column.is_skipped) == ("to pay them", False)


# --- encodings


def test_an_encoding_in_doubt_is_shown_with_two_lines_each(page, pane, doubtful, seen):
    page.start_import([doubtful])
    assert lines(pane) == ["doubtful.csv, 2 rows, Needs a look"]
    assert "Read with remarks" not in seen.banners(), "the same is asked about"
    asked = question(pane, EncodingQuestion)

    assert {"Bréhat Éloïse;a@x.example", "Bréhat Éloďse;a@x.example"} <= set(seen.said())
    assert encoding(pane, "Windows, Western Europe (cp1252)").isChecked()
    encoding(pane, "Windows, Central Europe (cp1250)").click()

    assert pane.file.table.rows.data(pane.file.table.rows.index(1, 0)) == "Bréhat Éloďse"
    assert question(pane, EncodingQuestion) is asked, "it can be chosen again"
    assert lines(pane) == ["doubtful.csv, 2 rows, Answered"]


def test_the_encoding_that_was_chosen_is_imported(page, pane, register, doubtful, settle):
    page.start_import([doubtful])
    encoding(pane, "Windows, Central Europe (cp1250)").click()
    page.primary.click()
    settle()

    assert list_sources(register)[0].encoding == "cp1250"


# --- passwords


def test_a_wrong_password_is_refused_and_the_right_one_shows_the_rows(page, pane, locked, seen):
    page.start_import([locked])
    asked = question(pane, PasswordQuestion)
    asked.editor.setFocus()

    QTest.keyClicks(asked.editor.editor, "sesame")
    QTest.keyClick(asked.editor.editor, KEY.Key_Return)
    assert "This password does not open it. Check capitals and keyboard layout." in seen.said()
    assert question(pane, PasswordQuestion) is asked

    asked.editor.editor.setText(PASSWORD)
    asked.try_button.click()
    assert not asks(pane, PasswordQuestion)
    assert lines(pane) == ["locked.xlsx, 2 rows, Password given"]
    assert pane.file.table.rows.data(pane.file.table.rows.index(1, 0)) == "Camille Dupont"


def test_no_password_at_all_is_asked_for(page, pane, locked, seen):
    page.start_import([locked])

    question(pane, PasswordQuestion).try_button.click()

    assert "Type the password first." in seen.said()


def test_a_file_opened_by_its_password_is_imported_and_the_password_is_not(
    page, pane, register, locked, settle, decrypted, passphrase
):
    page.start_import([locked])
    question(pane, PasswordQuestion).given.emit(PASSWORD)
    page.primary.click()
    settle()

    assert [(one.status, one.row_count) for one in list_sources(register)] == [("imported", 2)]
    assert PASSWORD.encode() not in decrypted(register.path, passphrase)


def test_a_password_is_hidden_until_the_eye_is_pressed(page, pane, locked):
    page.start_import([locked])
    secret = question(pane, PasswordQuestion).editor
    assert secret.editor.echoMode() == QLineEdit.EchoMode.Password

    secret.eye.click()
    assert secret.editor.echoMode() == QLineEdit.EchoMode.Normal
    assert secret.eye.accessibleName() == "Hide"

    secret.eye.click()
    assert secret.editor.echoMode() == QLineEdit.EchoMode.Password


def test_what_was_not_read_of_a_file_is_told(page, pane, lists, write_partly_readable, seen):
    page.start_import([write_partly_readable(lists / "partly.xlsx")])

    assert lines(pane) == ["partly.xlsx, 1 row, Read in part"]
    assert "sheets without cells" in seen.banners()["Read with remarks"].accessibleDescription()


# --- after the import


def test_an_import_is_undone_whole_after_one_question(
    page, register, crm, fair, seen, settle, answer_question
):
    page.start_import([crm, fair])
    page.primary.click()
    settle()
    [banner] = [one for name, one in seen.banners().items() if name.startswith("2 files imported")]

    answer_question("Remove 6 rows")
    banner.buttons[0].click()
    settle()

    assert list_sources(register) == ()
    assert "2 files removed, 6 rows" in seen.banners()


def test_an_import_stays_if_its_undoing_was_not_meant(
    page, register, crm, seen, settle, answer_question
):
    page.start_import([crm])
    page.primary.click()
    settle()

    answer_question("Cancel")
    seen.banners()["1 file imported, 2 rows"].buttons[0].click()

    assert len(list_sources(register)) == 1


def test_a_file_that_changed_after_the_preview_is_named(page, crm, write_csv, seen, settle):
    page.start_import([crm])
    write_csv(crm, [["Nom", "Mail"], ["Camille Dupont", "new@acme.example"]])

    page.primary.click()
    settle()

    told = seen.banners()["1 file imported, 1 row"].accessibleDescription()
    assert told == "Changed since the preview: crm.csv. Look at their columns."


# --- on threads


def test_while_files_are_read_the_button_says_why_it_waits(threaded_page, crm, qtbot):
    page, may_end = threaded_page, threading.Event()
    page.workspace.jobs.run("Blocking", lambda _progress: may_end.wait(10), lambda _outcome: None)
    page.start_import([crm])
    qtbot.waitUntil(page.import_pane.isVisible)

    assert not page.primary.isEnabled()
    assert page.primary.accessibleDescription() == "The files are being read"
    may_end.set()
    qtbot.waitUntil(page.primary.isEnabled, timeout=20_000)
    assert page.primary.text() == "Import 1 file"


def test_stopping_the_reading_leaves_the_preparation(threaded_page, crm, qtbot):
    page, may_end = threaded_page, threading.Event()
    page.workspace.jobs.run("Blocking", lambda _progress: may_end.wait(10), lambda _outcome: None)
    page.start_import([crm])
    qtbot.waitUntil(page.import_pane.isVisible)

    page.workspace.jobs.cancel()
    may_end.set()

    qtbot.waitUntil(lambda: not page.import_pane.isVisible())
    assert not page.workspace.jobs.busy


def test_leaving_while_files_are_read_stops_the_reading(threaded_page, crm, qtbot):
    page, may_end = threaded_page, threading.Event()
    page.workspace.jobs.run("Blocking", lambda _progress: may_end.wait(10), lambda _outcome: None)
    page.start_import([crm])
    qtbot.waitUntil(page.import_pane.isVisible)

    assert page.close_pane()
    may_end.set()

    qtbot.waitUntil(lambda: not page.workspace.jobs.busy)
    assert not page.import_pane.isVisible()
    assert page.import_pane.draft.files == ()
