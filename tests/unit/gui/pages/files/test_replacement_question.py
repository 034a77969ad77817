"""A newer version of a known file in the preview: what it changes, the choice, and what comes of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.mapping import ColumnChoice
from dsr_desktop.gui.pages.files.preview.questions import ReplacementQuestion
from dsr_desktop.gui.pages.files.summaries import summary_of
from dsr_desktop.gui.pages.files.summary_banner import SummaryBanner
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
    report = bring_in(register, newer, takes_place={newer: 1})

    undo = summary_of(speak("en"), report).undo

    assert undo.removal.sentence.endswith("1 earlier version returns to its place.")


def test_who_replaces_it_is_told_before_and_after_where_the_earlier_content_still_lies(
    page, register, lists, newer, rows, write_csv, bring_in, seen, settle
):
    copy = write_csv(lists / "copy.csv", rows)
    bring_in(register, copy)
    page.start_import([newer])
    settle()
    assert f"{copy} is still there: once replaced" in asked(page).accessibleDescription()

    press(asked(page).takes_place, KEY.Key_Space)
    finish(page, settle)

    told = seen.banners()["1 file imported, 3 rows"].accessibleDescription()
    assert told.endswith(f"still lies at {copy}. Import it to have it searched.")
    assert current(register) == [False, True]


def test_a_file_read_in_part_says_why_it_stands_beside_and_offers_nothing(
    register, lists, write_xlsx, write_partly_readable, bring_in
):
    path = lists / "fair.xlsx"
    bring_in(register, write_xlsx(path, {"Sheet": NEWER}))
    write_partly_readable(path)

    summary = summary_of(speak("en"), bring_in(register, path, takes_place={path: 1}))

    assert "fair.xlsx was read in part only" in summary.consequence
    assert summary.offers == ()


# --- the colleague's second export, in another folder


@pytest.fixture
def second(bring_in, register, crm, lists, write_csv):
    """A list of the same name and titles elsewhere, while the first one is still there."""
    bring_in(register, crm)
    (lists / "new").mkdir()
    rows = [["Nom", "Mail"], ["Camille Dupont", "camille@acme.example"], *NEWER[2:]]
    return write_csv(lists / "new" / "crm (1).csv", rows)


def offers(page):
    (banner,) = (one for one in page.findChildren(SummaryBanner) if one.isVisible())
    return banner.replacements


def test_a_second_export_is_asked_about_and_not_replaced_unasked(page, crm, second, settle):
    page.start_import([second])
    settle()

    question = asked(page)
    assert question.accessibleName() == "Is this a newer version of crm.csv?"
    told = question.accessibleDescription()
    assert f"from {crm}. This file against it: 2 rows added, 1 row removed" in told
    assert f"{crm} is still there" in told
    assert not question.takes_place.isChecked()


def test_a_second_export_takes_the_place_it_was_given(page, register, second, settle):
    page.start_import([second])
    settle()
    press(asked(page).takes_place, KEY.Key_Space)

    finish(page, settle)

    assert current(register) == [False, True]


def test_what_stands_beside_can_be_replaced_from_the_summary_and_that_undone(
    page, register, second, seen, settle, answer_question
):
    page.start_import([second])
    settle()
    finish(page, settle)
    told = seen.banners()["1 file imported, 3 rows"].accessibleDescription()
    assert told.startswith("crm (1).csv may be a newer version of crm.csv: 2 rows added")
    (offer,) = offers(page)
    assert offer.text() == "Put crm (1).csv in the place of the earlier version…"

    answer_question("Replace the earlier version")
    press(offer, KEY.Key_Space)
    settle()

    assert current(register) == [False, True]
    done = seen.banners()["crm (1).csv took the place of its earlier version"]
    assert done.accessibleDescription().startswith("2 rows added, 1 row removed")
    assert offers(page) == []

    answer_question("Remove 3 rows")
    done.buttons[0].click()
    settle()
    assert [(one.name, one.is_current) for one in list_sources(register)] == [("crm.csv", True)]


def test_the_question_before_replacing_can_be_left(page, register, second, settle, answer_question):
    page.start_import([second])
    settle()
    finish(page, settle)

    answer_question("Cancel")
    press(offers(page)[0], KEY.Key_Space)
    settle()

    assert current(register) == [True, True]
    assert len(offers(page)) == 1


def test_the_other_files_beside_are_still_offered_after_one_was_replaced(
    page, register, crm, second, lists, rows, write_csv, bring_in, settle, answer_question
):
    fair = write_csv(lists / "fair.csv", rows)
    bring_in(register, write_csv(fair, [*rows, ["Zoé Roux", "zoe@roux.example"]]))
    write_csv(fair, NEWER)
    page.start_import([second, fair])
    settle()
    finish(page, settle)
    assert [one.text().split(" in ")[0] for one in offers(page)] == [
        "Put crm (1).csv",
        "Put fair.csv",
    ]

    answer_question("Replace the earlier version")
    press(offers(page)[0], KEY.Key_Space)
    settle()

    assert [one.text().split(" in ")[0] for one in offers(page)] == ["Put fair.csv"]
    assert current(register) == [False, True, True, True]


def test_many_files_in_their_places_are_counted(register, lists, write_csv, bring_in):
    names = [f"list{n}.csv" for n in range(5)]
    paths = [
        write_csv(lists / name, [["Nom", "Mail"], [f"Zoé Roux{n}", f"z{n}@roux.example"]])
        for n, name in enumerate(names)
    ]
    bring_in(register, *paths)
    for n, path in enumerate(paths):
        write_csv(path, [["Nom", "Mail"], [f"Zoé Roux{n}", f"z{n}@roux.example"], [f"A{n}", ""]])

    report = bring_in(
        register, *paths, takes_place={path: n for n, path in enumerate(paths, 1) if n > 1}
    )

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


# --- several at once


@pytest.fixture
def several(bring_in, register, lists, write_csv):
    """Three lists of one colleague, all of which changed since they were imported."""
    paths = [lists / f"{name}.csv" for name in ("north", "south", "west")]
    for n, path in enumerate(paths):
        bring_in(register, write_csv(path, [["Nom", "Mail"], ["Ana", f"ana{n}@b.example"]]))
        write_csv(path, [["Nom", "Mail"], ["Ana", f"ana{n}@b.example"], ["Tom", f"t{n}@b.example"]])
    return paths


def test_all_newer_versions_are_answered_at_once(page, register, several, settle):
    page.start_import(several)
    settle()
    assert asked(page).all_in_place.text() == "Put all 3 in their places"

    press(asked(page).all_in_place, KEY.Key_Space)
    assert page.import_pane.draft.waiting == ()
    assert asked(page).takes_place.isChecked()
    finish(page, settle)

    assert current(register) == [False] * 3 + [True] * 3


def test_an_answer_given_before_stays(page, register, several, settle):
    page.start_import(several)
    settle()
    page.import_pane.file.replacement_chosen.emit(several[2], False)
    assert asked(page).all_in_place.text() == "Put all 2 in their places"

    asked(page).all_in_place.click()
    finish(page, settle)

    assert current(register) == [False, False, True, True, True, True]


def test_a_single_newer_version_is_answered_by_itself(question):
    assert not question.all_in_place.isVisible()
