"""A newer version of a known file in the preview: what it changes, the choice, and what comes of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.mapping import ColumnChoice
from dsr_desktop.gui.pages.files.preview.questions import ReplacementQuestion
from dsr_desktop.gui.pages.files.summaries import summary_of
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import speak

KEY = Qt.Key
NEWER = [
    ["Nom", "Mail"],
    ["Camille Dupont", ""],
    ["Hugo Brun", "hugo@brun.example"],
    ["Léa Blanc", "lea@blanc.example"],
]


@pytest.fixture
def newer(bring_in, register, crm, write_csv):
    """A list that changed after it was imported: two rows came, two went."""
    bring_in(register, crm)
    write_csv(crm, NEWER)
    return crm


@pytest.fixture
def question(page, newer, settle):
    """The question of the preview about that list."""
    page.start_import([newer])
    settle()
    return asked(page)


def asked(page):
    found = [one for one in page.findChildren(ReplacementQuestion) if not one.isHidden()]
    assert len(found) == 1
    return found[0]


def lines(page):
    model = page.import_pane.list.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def current(register):
    return [one.is_current for one in list_sources(register)]


def finish(page, settle):
    page.primary.click()
    settle()


def press(button, key):
    button.setFocus()
    QTest.keyClick(button, key)


def written(register):
    files = (Path(f"{register.path}{suffix}") for suffix in ("", "-wal"))
    return [one.read_bytes() for one in files if one.exists()]


def test_what_a_newer_version_changes_is_said_in_numbers(question):
    assert question.accessibleName() == "An earlier version of this file is in the register"
    assert question.accessibleDescription() == (
        "This file against the earlier version: 3 rows added, 2 rows removed, 0 rows changed. "
        "Unanswered, both are kept."
    )
    told = question.takes_place.accessibleDescription()
    assert told.startswith("The earlier version is kept for 30 days and comes back")


def test_nothing_is_chosen_before_the_user_does(page, question, seen):
    assert not question.takes_place.isChecked()
    assert not question.keeps_both.isChecked()
    assert lines(page) == ["crm.csv, 3 rows, Needs a look"]


def test_a_file_in_its_place_marks_the_earlier_one(page, register, question, seen, settle):
    press(question.takes_place, KEY.Key_Space)
    assert lines(page) == ["crm.csv, 3 rows, Answered"]
    assert question.takes_place.isChecked()
    assert question.takes_place.isVisible(), "the choice can be changed"

    finish(page, settle)

    assert current(register) == [False, True]
    assert ["earlier version" in row[0] for row in seen.cells()] == [False, True]
    told = seen.banners()["1 file imported, 3 rows"].accessibleDescription()
    assert told == (
        "crm.csv took the place of its earlier version: "
        "3 rows added, 2 rows removed, 0 rows changed."
    )


def test_an_arrow_key_changes_the_choice(page, register, question, seen, settle):
    press(question.takes_place, KEY.Key_Space)
    press(question.takes_place, KEY.Key_Down)
    assert question.keeps_both.isChecked()

    finish(page, settle)

    assert current(register) == [True, True]
    told = seen.banners()["1 file imported, 3 rows"].accessibleDescription()
    assert told.startswith("crm.csv stands beside its earlier version: 3 rows added")


def test_unanswered_both_are_kept(page, register, question, settle):
    finish(page, settle)

    assert current(register) == [True, True]


def test_nothing_is_written_before_the_button(page, register, newer, settle, answer_question):
    before = written(register)

    page.start_import([newer])
    settle()
    press(asked(page).takes_place, KEY.Key_Space)
    answer_question("Leave")
    page.close_pane()

    assert written(register) == before
    assert current(register) == [True]


def test_a_choice_is_forgotten_with_its_import(page, question, newer, settle, answer_question):
    press(question.takes_place, KEY.Key_Space)
    answer_question("Leave")
    page.close_pane()
    settle()

    page.start_import([newer])
    settle()

    assert not asked(page).takes_place.isChecked()


def test_undoing_the_import_brings_the_earlier_version_back(
    page, register, question, seen, settle, answer_question
):
    press(question.takes_place, KEY.Key_Space)
    finish(page, settle)

    answer_question("Remove 3 rows")
    seen.banners()["1 file imported, 3 rows"].buttons[0].click()
    settle()

    assert [(one.id, one.is_current, one.row_count) for one in list_sources(register)] == [
        (1, True, 2)
    ]


def test_the_question_before_undoing_tells_of_the_earlier_version(register, newer, bring_in):
    report = bring_in(register, newer, takes_place=frozenset({newer}))

    undo = summary_of(speak("en"), report).undo

    assert undo.removal.sentence.endswith("1 earlier version returns to its place.")


def test_a_file_that_cannot_take_the_place_says_why(
    register, lists, newer, rows, write_csv, bring_in
):
    copy = write_csv(lists / "copy.csv", rows)
    bring_in(register, copy)

    report = bring_in(register, newer, takes_place=frozenset({newer}))

    told = summary_of(speak("en"), report).consequence
    assert told.startswith("crm.csv stands beside the earlier version, whose file is still at")
    assert current(register) == [True, True]


def test_many_files_in_their_places_are_counted(register, lists, write_csv, bring_in):
    names = [f"list{n}.csv" for n in range(5)]
    paths = [
        write_csv(lists / name, [["Nom", "Mail"], [f"Zoé Roux{n}", f"z{n}@roux.example"]])
        for n, name in enumerate(names)
    ]
    bring_in(register, *paths)
    for n, path in enumerate(paths):
        write_csv(path, [["Nom", "Mail"], [f"Zoé Roux{n}", f"z{n}@roux.example"], [f"A{n}", ""]])

    report = bring_in(register, *paths, takes_place=frozenset(paths[1:]))

    told = summary_of(speak("en"), report).consequence.splitlines()
    assert [line.split(" ")[0] for line in told[:3]] == names[1:4]
    assert told[3:] == [
        "1 more took the place of its earlier version.",
        "1 more stands beside its earlier version.",
    ]


def test_a_column_that_is_skipped_is_compared_no_more(page, question, newer, settle, register):
    press(question.takes_place, KEY.Key_Space)

    page.import_pane.file.column_chosen.emit(newer, 0, 2, ColumnChoice(skip=True))
    settle()

    told = asked(page)
    assert "2 rows added, 1 row removed, 0 rows changed" in told.accessibleDescription()
    assert told.takes_place.isChecked(), "what was chosen stands"
    finish(page, settle)
    assert current(register) == [False, True]


def test_a_row_of_titles_that_is_confirmed_is_compared_no_more(
    page, register, lists, write_csv, bring_in, settle
):
    people = [["Nom", "Colour"], ["Zoé", "blue"], ["Paul", "red"]]
    path = write_csv(lists / "unsure.csv", people)
    bring_in(register, path)
    write_csv(path, [*people, ["Léa", "green"]])
    page.start_import([path])
    settle()
    before = asked(page).accessibleDescription()

    page.import_pane.file.confirmed.emit(path)
    settle()

    assert "1 row added, 0 rows removed" in before
    assert "1 row added, 1 row removed" in asked(page).accessibleDescription()
