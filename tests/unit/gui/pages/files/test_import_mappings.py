"""Mapping files in the window: one is followed by all sheets it fits, one is saved, none is harmful."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.mapping import ColumnChoice, HeaderChoice, SheetMapping
from dsr_desktop.gui.pages.files.preview.questions import UndeclaredQuestion
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.mapping import list_mappings, read_mapping_file, save_mappings
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.sourcing import list_sources

BADGES = [
    ["Name", "Mail", "Stand", "IBAN"],
    ["Ana Lang", "ana@nord.example", "K-4711", "FR7630006000011234567890189"],
    ["Tom Reyl", "tom@cobalt.example", "K-4712", "FR7630006000011234567890189"],
]
STAND, IBAN = 3, 4
NAMED = ColumnChoice(Field.IDENTIFIER)
SKIPPED = ColumnChoice(skip=True, reason="not needed")


@pytest.fixture
def badges(lists, write_csv):
    return write_csv(lists / "badges.csv", BADGES)


@pytest.fixture
def pane(page):
    return page.import_pane


@pytest.fixture
def mapping_of(register):
    """Return a function that makes the mapping of a list, with changes by column."""

    def mapping_of(path, changes=None):
        (file,) = preview_paths(register, [path], ImportOptions()).files
        return file.sheets[0].mapping(changes or {})

    return mapping_of


@pytest.fixture
def columns(register, badges, mapping_of, tmp_path):
    """A file that says what the columns of `badges` mean."""
    path = tmp_path / "team-columns.json"
    save_mappings(register, [mapping_of(badges, {STAND: NAMED, IBAN: SKIPPED})], path)
    return path


@pytest.fixture
def choose(settle):
    """Return a function that presses a button and names a file in the dialog that comes up."""

    def choose(button, path):
        def answer():
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QFileDialog)
            dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
            dialog.accept()

        QTimer.singleShot(0, answer)
        button.click()
        settle()

    return choose


@pytest.fixture
def use(pane, choose):
    return lambda path: choose(pane.use_mapping, path)


def told(seen, what):
    return seen.banners()[what].accessibleDescription()


def shown_columns(pane, name):
    file = next(one for one in pane.draft.files if one.path.name == name)
    return file.shown.sheets[0].columns


# --- used


def test_the_columns_of_a_file_mean_what_another_file_says(
    page, pane, register, badges, columns, use, settle, seen
):
    page.start_import([badges])
    assert shown_columns(pane, "badges.csv")[STAND - 1].field is None

    use(columns)

    assert told(seen, "1 sheet follows team-columns.json") == ""
    assert pane.draft.waiting == ()
    assert list_mappings(register) == (), "nothing is written yet"
    page.primary.click()
    settle()
    stored = view_sources(register)[0].sheets[0].columns
    assert stored[STAND - 1].field is Field.IDENTIFIER
    assert (stored[IBAN - 1].is_skipped, stored[IBAN - 1].reason) == (True, "not needed")


def test_all_files_with_these_titles_follow_it(page, pane, badges, columns, use, seen, write_csv):
    write_csv(badges.with_name("later.csv"), [BADGES[0], ["Lea", "lea@b.example", "K-1", "x"]])
    write_csv(badges.with_name("web.csv"), [["Mail", "Nom"], ["z@c.example", "Zoe"]])
    page.start_import([badges.parent])

    use(columns)

    assert "2 sheets follow team-columns.json" in seen.banners()
    fields = [shown_columns(pane, name)[2].field for name in ("badges.csv", "later.csv")]
    assert fields == [Field.IDENTIFIER] * 2


def test_the_questions_show_what_the_file_answered(page, pane, badges, columns, use):
    page.start_import([badges])

    use(columns)

    (question,) = [one for one in pane.findChildren(UndeclaredQuestion) if one.isVisible()]
    assert question.rows[IBAN].skip.isChecked()


def test_it_can_be_changed_afterwards(page, pane, badges, columns, use):
    page.start_import([badges])
    use(columns)

    pane.file.column_chosen.emit(badges, 0, STAND, ColumnChoice(Field.NOTE))

    assert shown_columns(pane, "badges.csv")[STAND - 1].field is Field.NOTE
    assert shown_columns(pane, "badges.csv")[IBAN - 1].is_skipped


def test_leaving_asks_before_a_mapping_that_was_used_is_lost(
    page, pane, badges, columns, use, answer_question
):
    page.start_import([badges])
    use(columns)

    answer_question("Cancel")
    assert page.close_pane()

    assert pane.isVisible()


def test_the_next_import_knows_nothing_of_it(
    page, pane, badges, columns, use, answer_question, seen
):
    page.start_import([badges])
    use(columns)
    answer_question("Leave")
    page.close_pane()

    page.start_import([badges])

    assert "1 sheet follows team-columns.json" not in seen.banners()
    assert pane.draft.mappings == {}


# --- what does not fit


def test_a_mapping_for_other_titles_is_said_to_be_one(page, pane, crm, columns, use, seen):
    page.start_import([crm])

    use(columns)

    assert told(seen, "team-columns.json fits no sheet of these files") == (
        "It was made for the titles Name, Mail, Stand, IBAN, in this order. Nothing was changed."
    )
    assert not pane.draft.has_answers


def test_answers_stay_when_the_titles_of_a_mapping_are_not_where_it_says(
    page, pane, register, badges, mapping_of, use, seen, tmp_path
):
    elsewhere = replace(mapping_of(badges), header=HeaderChoice.ROW, header_row=3)
    save_mappings(register, [elsewhere], tmp_path / "elsewhere.json")
    page.start_import([badges])
    pane.file.column_chosen.emit(badges, 0, STAND, NAMED)

    use(tmp_path / "elsewhere.json")

    assert "elsewhere.json fits no sheet of these files" in seen.banners()
    assert shown_columns(pane, "badges.csv")[STAND - 1].field is Field.IDENTIFIER


def test_what_else_is_in_a_file_is_counted(page, register, badges, mapping_of, use, seen, tmp_path):
    others = [SheetMapping("a" * 32), SheetMapping("b" * 32)]
    save_mappings(register, [mapping_of(badges), *others], tmp_path / "all.json")
    page.start_import([badges])

    use(tmp_path / "all.json")

    assert told(seen, "1 sheet follows all.json") == (
        "2 more mappings in it fit no sheet of these files."
    )


def test_columns_that_the_list_does_not_have_are_named(
    page, register, badges, mapping_of, use, seen, tmp_path
):
    wide = mapping_of(badges, {9: SKIPPED, 28: SKIPPED})
    save_mappings(register, [wide], tmp_path / "wide.json")
    page.start_import([badges])

    use(tmp_path / "wide.json")

    assert told(seen, "1 sheet follows wide.json") == (
        "It speaks of columns I, AB, which these sheets do not have."
    )


def test_a_locked_file_is_to_be_opened_first(page, badges, columns, use, seen, lock):
    page.start_import([lock("badges.xlsx", [*BADGES[:1], ["Ana", "ana@b.example", "K", "x"]])])

    use(columns)

    assert told(seen, "team-columns.json fits no sheet of these files").endswith(
        "Nothing was changed. Give the passwords first, then use it again."
    )


@pytest.fixture
def lock(lists, write_xlsx):
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - this test alone

    def lock(name, rows):
        clear = write_xlsx(lists / "clear.xlsx", {"Badges": rows})
        with clear.open("rb") as source, (lists / name).open("wb") as target:
            OOXMLFile(source).encrypt("Sésame 7", target)
        clear.unlink()
        return lists / name

    return lock


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Nom;Mail\nAna;a@b.example\n",
         "chosen.json is no mapping file of version 1. Have the app export one."),
        (b'{"version": 1, "mappings": [{"finger',
         "chosen.json is no mapping file of version 1. Have the app export one."),
        (b'{"version": 2, "mappings": []}',
         "chosen.json is no mapping file of version 1. Have the app export one."),
        (b"PK\x03\x04\xff\xfe", "chosen.json cannot be read as UTF-8 text. Check the path."),
        (b"", "chosen.json is no mapping file of version 1. Have the app export one."),
        (json.dumps({"version": 1, "mappings": [{"fingerprint": "a" * 32, "columns": [
            {"column": 2, "field": "shoe_size"}]}]}).encode(),
         "chosen.json, mapping 1, column 2: there is no field shoe_size."),
    ],
    ids=["a list", "cut off", "another version", "no text", "empty", "an unknown field"],
)  # fmt: skip
def test_a_file_that_is_no_mapping_is_named_and_changes_nothing(
    page, pane, badges, use, seen, tmp_path, content, sentence
):
    (tmp_path / "chosen.json").write_bytes(content)
    page.start_import([badges])
    before = pane.draft

    use(tmp_path / "chosen.json")

    (what,) = [name for name in seen.banners() if name.startswith(sentence)]
    assert told(seen, what) == "Nothing was changed."
    assert pane.draft == before


def test_a_file_without_any_mapping_is_said_to_hold_none(
    page, pane, register, badges, use, seen, tmp_path
):
    save_mappings(register, [], tmp_path / "none.json")
    page.start_import([badges])

    use(tmp_path / "none.json")

    assert told(seen, "none.json holds no mapping") == "Choose another file."


def test_the_open_register_is_no_mapping_file(page, register, badges, use, seen):
    page.start_import([badges])

    use(register.path)

    belongs = f"{register.path.name} belongs to the open register. Choose another file."
    assert belongs in seen.banners()


def test_what_was_told_can_be_closed_and_the_next_takes_its_place(
    page, crm, columns, use, seen, tmp_path
):
    (tmp_path / "broken.json").write_text("{")
    page.start_import([crm])
    use(columns)
    use(tmp_path / "broken.json")
    names = [name for name in seen.banners() if ".json" in name]
    assert names == ["broken.json is no mapping file of version 1. Have the app export one."]

    seen.banners()[names[0]].buttons[0].click()

    assert not [name for name in seen.banners() if ".json" in name]


# --- saved


def test_the_mapping_of_one_file_is_saved_as_it_is_shown(
    page, pane, register, badges, choose, seen, tmp_path
):
    page.start_import([badges])
    pane.file.column_chosen.emit(badges, 0, STAND, NAMED)

    choose(pane.file.save, tmp_path / "mine.json")

    assert told(seen, "What the columns of badges.csv mean is saved in mine.json") == (
        "Use it for the next file with these titles, here or on another computer."
    )
    (saved,) = read_mapping_file(tmp_path / "mine.json")
    assert saved.titles == ("Name", "Mail", "Stand", "IBAN")
    assert saved.columns[STAND].field is Field.IDENTIFIER
    assert "ana@nord.example" not in (tmp_path / "mine.json").read_text()
    assert (list_sources(register), list_mappings(register)) == ((), ())


def test_what_was_saved_is_followed_by_the_next_file(
    page, pane, badges, choose, use, answer_question, write_csv, tmp_path
):
    page.start_import([badges])
    pane.file.column_chosen.emit(badges, 0, STAND, NAMED)
    choose(pane.file.save, tmp_path / "mine.json")
    later = write_csv(badges.with_name("later.csv"), [BADGES[0], ["Lea", "l@b.example", "K", "x"]])
    answer_question("Leave")
    page.close_pane()

    page.start_import([later])
    use(tmp_path / "mine.json")

    assert shown_columns(pane, "later.csv")[STAND - 1].field is Field.IDENTIFIER


def test_the_name_proposed_is_that_of_the_list_and_the_ending_is_added(
    page, pane, badges, choose, tmp_path
):
    proposed = []

    def look():
        dialog = QApplication.activeModalWidget()
        proposed.append(dialog.findChild(QLineEdit, "fileNameEdit").text())
        dialog.reject()

    page.start_import([badges])
    QTimer.singleShot(0, look)
    pane.file.save.click()
    choose(pane.file.save, tmp_path / "mine")

    assert proposed == ["badges-columns.json"]
    assert (tmp_path / "mine.json").exists()


def test_a_mapping_that_cannot_be_written_is_told(page, pane, badges, choose, seen, tmp_path):
    page.start_import([badges])

    choose(pane.file.save, badges / "mine.json")

    (what,) = [name for name in seen.banners() if "mine.json" in name]
    assert what.startswith("mine.json could not be written to")


def test_going_back_from_the_dialog_does_nothing(page, pane, badges, seen, settle):
    page.start_import([badges])
    for button in (pane.use_mapping, pane.file.save):
        QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
        button.click()
        settle()

    assert not [name for name in seen.banners() if "mapping" in name]
    assert not pane.draft.has_answers


def test_a_file_without_sheets_has_no_mapping_to_save(page, pane, cut_off):
    page.start_import([cut_off])

    assert not pane.file.save.isVisible()
    assert pane.use_mapping.isVisible()


def test_both_buttons_work_by_keyboard(page, pane, badges, columns, seen, settle):
    page.start_import([badges])
    for button in (pane.use_mapping, pane.file.save):
        opened = []

        def go_back(opened=opened):
            opened.append(QApplication.activeModalWidget())
            opened[0].reject()

        button.setFocus()
        QTimer.singleShot(0, go_back)
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert isinstance(opened[0], QFileDialog)
