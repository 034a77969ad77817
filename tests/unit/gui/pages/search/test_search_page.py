"""The search page on real lists: coverage and unread files first, then hits with their rows."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTextEdit

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.mapping import ColumnChoice
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.gui.jobs import Jobs
from dsr_desktop.gui.pages.search.page import SearchPage
from dsr_desktop.gui.widgets.key_values import KeyValueList
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services import sourcing
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.wording.language import speak

CAMILLE = Criteria(name=("Camille Dupont",), email=("camille.dupont@acme.example",))


@pytest.fixture
def search(page, lists, settle):
    """Return a function that searches freely and lets the page lay itself out."""

    def search(criteria=CAMILLE):
        page.open_search(criteria, "")
        settle()
        return page

    return search


def titles(page):
    model = page.hits.model
    return [model.index(row).data() for row in range(model.rowCount())]


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def top_of(page, widget):
    return widget.mapTo(page, widget.rect().topLeft()).y()


def test_before_any_search_the_page_says_what_to_do(page, settle):
    settle()

    assert page.start.isVisible()
    assert page.start.accessibleName() == "Whom do you look for?"
    assert not page.coverage.isVisible()


def test_hits_come_with_their_level_and_why(search):
    page = search()

    strong = page.hits.model.hits()[0]
    assert (strong.title, strong.level, strong.file) == ("Camille Dupont", Level.STRONG, "crm.csv")
    assert "Camille Dupont, row 2, strong, Same e-mail · same name" in titles(page)


def test_coverage_counts_files_rows_and_what_was_not_read(search):
    page = search()

    assert page.coverage.line.text() == "Searched 2 files, 5 rows · 1 file could not be read"


def test_an_unread_file_is_named_with_its_reason_above_the_hits(search):
    page = search()

    banner = page.coverage.banner
    assert banner.accessibleName().startswith("broken.csv was not searched: the file is empty")
    assert top_of(page, banner) < top_of(page, page.hits.list)
    assert top_of(page, page.criteria) < top_of(page, page.coverage.line) < top_of(page, banner)


def test_many_unread_files_are_all_named_when_asked(search, register, bring_in, tmp_path, settle):
    for number in range(6):
        (tmp_path / f"empty{number}.csv").write_bytes(b"")
        bring_in(register, tmp_path / f"empty{number}.csv")
    page = search()

    assert page.coverage.banner.accessibleName() == "7 files were not searched"
    assert "empty5.csv" not in page.coverage.banner.accessibleDescription()
    page.coverage.banner.buttons[0].click()
    settle()
    assert "empty5.csv" in page.coverage.banner.accessibleDescription()


@pytest.fixture
def partly(register, bring_in, write_csv, write_partly_readable, tmp_path):
    """Return a function that brings in workbooks of which only a part can be read."""

    def partly(*names):
        known = write_csv(tmp_path / "crm.csv", [["Mail"], [CAMILLE.email[0]]])
        bring_in(register, known, *(write_partly_readable(tmp_path / name) for name in names))

    return partly


def test_all_that_is_missing_of_a_file_is_told_above_the_hits(page, partly, settle):
    partly("fair.xlsx")
    page.open_search(CAMILLE, "")
    settle()

    assert page.coverage.line.text() == "Searched 2 files, 2 rows · 1 file read in part"
    banner = page.coverage.banner
    assert banner.accessibleName() == "fair.xlsx was searched in part"
    lines = banner.accessibleDescription().split("\n")
    assert [line.split(" ")[1] for line in lines[:3]] == ["printed", "sheets", "gives"]
    assert lines[3].endswith("A hit in it would be missing from this list.")
    assert [button.text() for button in banner.buttons] == ["Import a new copy…"]


def test_many_missing_parts_are_folded_and_all_shown_when_asked(page, partly, settle):
    partly("fair.xlsx", "expo.xlsx")
    page.open_search(CAMILLE, "")
    settle()
    banner = page.coverage.banner
    assert banner.accessibleName() == "2 files were not searched as a whole"
    assert banner.accessibleDescription().count("expo.xlsx") == 1
    assert "3 more reasons. Hits in them" in banner.accessibleDescription()

    assert banner.buttons[0].text() == "Show all 6 reasons"
    banner.buttons[0].click()
    settle()

    assert page.coverage.banner.accessibleDescription().count("expo.xlsx: ") == 3
    assert page.coverage.banner.accessibleDescription().count("\n") == 6


def test_the_banner_leads_to_the_import(search, workspace, qtbot):
    page = search()

    with qtbot.waitSignal(workspace.import_wanted):
        page.coverage.banner.buttons[-1].click()


def test_weak_hits_are_folded_and_enter_shows_them(search, settle):
    page = search()
    fold = page.hits.model.index(page.hits.model.rowCount() - 1)
    assert "2 weak hits hidden" in fold.data()

    page.hits.list.setCurrentIndex(fold)
    QTest.keyClick(page.hits.list, Qt.Key.Key_Return)
    settle()

    shown = {hit.level for hit in page.hits.model.hits()}
    assert Level.WEAK in shown


def test_a_name_alone_says_that_all_hits_are_weak(search):
    page = search(Criteria(name=("Camille Dupont",)))

    assert "Only weak hits" in texts(page.hits)
    assert page.hits.current is None


def test_nothing_found_shows_how_much_was_searched(search):
    page = search(Criteria(email=("nobody@nowhere.example",)))

    assert "Nothing found" in texts(page.nothing)
    assert page.coverage.line.text() == "Searched 2 files, 5 rows · 1 file could not be read"


def test_the_whole_row_is_shown_with_the_reason_at_the_cell(search):
    page = search()

    rows = page.detail.findChild(KeyValueList).children()
    said = {row.accessibleName(): row.accessibleDescription() for row in rows if row.isWidgetType()}
    assert said["Courriel: camille.dupont@acme.example"] == "same e-mail"
    assert said["Société: ACME"] == ""
    assert "2 empty columns" in texts(page.detail)


def test_what_contradicts_is_told_at_its_cell(search, settle):
    page = search()
    marie = next(hit for hit in page.hits.model.hits() if hit.title == "Marie Dupont")

    page.hits.choose(marie.key)
    settle()

    assert marie.level is Level.PROBABLE
    assert "another name" in texts(page.detail)


def test_the_rows_beside_are_there_for_checking(search):
    page = search()

    shown = texts(page.detail)
    assert "Neighbouring rows, for checking only" in shown
    assert "Hugo Perrin" in shown


def test_a_free_search_offers_no_verdict(search):
    page = search()

    assert not page.detail.answers.isVisible()
    assert not page.finish.isVisible()
    QTest.keyClick(page.hits.list, Qt.Key.Key_Y)
    assert page.hits.current.verdict is None


def test_a_criterion_can_be_added(search, settle):
    page = search(Criteria(name=("Camille Dupont",)))
    assert page.state.shown == ()

    page.criteria.add_requested.emit()
    page.dialog.kind.setCurrentIndex(3)
    page.dialog.value.setText("c.dupont@perso.example")
    page.dialog.verb_button.click()
    settle()

    assert [hit.file for hit in page.hits.model.hits()] == ["fair.csv"]
    assert [chip.accessibleName() for chip in page.criteria.chips] == [
        "Name Camille Dupont", "E-mail c.dupont@perso.example",
    ]  # fmt: skip


def test_an_empty_value_is_refused_at_its_field(search):
    page = search()

    page.criteria.add_requested.emit()
    page.dialog.verb_button.click()

    assert page.dialog.value_field.error == "Type what to look for"
    page.dialog.reject()


def test_a_criterion_can_be_changed_by_its_chip(search, settle):
    page = search(Criteria(name=("Hugo Leclerc",)))
    assert page.state.rows == ()

    page.criteria.chips[0].click()
    page.dialog.value.setText("Hugo Perrin")
    page.dialog.verb_button.click()
    settle()

    assert page.state.criteria == Criteria(name=("Hugo Perrin",))
    assert [row.title for row in page.state.rows] == ["Hugo Perrin"]


def test_taking_the_last_criterion_away_begins_anew(search, settle):
    page = search(Criteria(name=("Hugo Perrin",)))

    QTest.keyClick(page.criteria.chips[0], Qt.Key.Key_Delete)
    settle()

    assert page.state.criteria.is_empty()
    assert page.start.isVisible()


def test_what_is_imported_meanwhile_is_found_when_the_register_changes(
    search, workspace, register, bring_in, write_csv, tmp_path, settle
):
    page = search()
    before = len(page.state.rows)

    bring_in(register, write_csv(tmp_path / "more.csv", [["Mail"], [CAMILLE.email[0]]]))
    workspace.register_changed.emit()
    settle()

    assert len(page.state.rows) == before + 1


def test_a_search_never_blocks_the_window(qtbot, register, lists, theme, today):
    jobs = Jobs()
    page = SearchPage(Workspace(register, speak("en"), theme, jobs, lambda: today))
    qtbot.addWidget(page)
    try:
        page.open_search(CAMILLE, "")
        assert page.state.running
        assert page.state.rows == ()
        qtbot.waitUntil(lambda: not page.state.running)
        assert len(page.state.rows) == 4
    finally:
        jobs.shut_down()


def test_the_rows_beside_a_hit_and_its_request_are_read_elsewhere(
    qtbot, register, lists, theme, today, ref
):
    jobs, may_end = Jobs(), threading.Event()
    page = SearchPage(Workspace(register, speak("en"), theme, jobs, lambda: today))
    qtbot.addWidget(page)
    page.show()
    try:
        jobs.run("Block", lambda _progress: may_end.wait(10), lambda _outcome: None, lane="read")
        page.open_search(None, ref)
        assert page.state.running
        assert page.state.request is None

        may_end.set()
        qtbot.waitUntil(lambda: "Hugo Perrin" in texts(page.detail))
        assert page.state.request.ref == ref
    finally:
        jobs.shut_down()


def test_the_answer_to_an_older_question_is_not_shown(qtbot, register, lists, theme, today):
    jobs = Jobs()
    page = SearchPage(Workspace(register, speak("en"), theme, jobs, lambda: today))
    qtbot.addWidget(page)
    try:
        page.open_search(CAMILLE, "")
        page.open_search(Criteria(name=("Hugo Perrin",)), "")
        qtbot.waitUntil(lambda: not jobs.busy)
        assert [row.title for row in page.state.rows] == ["Hugo Perrin"]
    finally:
        jobs.shut_down()


def test_a_search_for_a_request_that_is_not_there_is_reported(page, workspace, qtbot):
    with qtbot.waitSignal(workspace.error_met):
        page.open_search(None, "DSR-2026-9999")

    assert page.state.ref == ""


def test_a_row_that_left_the_register_keeps_its_evidence(
    review, register, workspace, settle, today
):
    confirmed = review.hits.current
    QTest.keyClick(review.hits.list, Qt.Key.Key_Y)
    others = [row.key for row in review.state.rows if row.path == confirmed.path]
    judge_hits(register, review.state.ref, reject=others, today=today)
    source = next(one for one in sourcing.list_sources(register) if one.path == confirmed.path)
    sourcing.remove(register, source.id)
    workspace.register_changed.emit()
    settle()

    review.hits.choose(confirmed.key)
    assert "no longer in the register" in texts(review.detail)
    assert "camille.dupont@acme.example" in texts(review.detail)


def test_every_control_has_a_name_and_no_text_is_rich(review):
    for button in review.findChildren(QAbstractButton):
        assert button.accessibleName() or button.objectName() == "qt_tableview_cornerbutton"
    for label in review.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert review.findChildren(QTextEdit) == []
    hits = QAccessible.queryAccessibleInterface(review.hits.list)
    assert hits.text(QAccessible.Text.Name) == "Hits"


def test_a_screen_reader_hears_each_hit_and_no_number_but_that_of_its_row(search):
    hits = QAccessible.queryAccessibleInterface(search().hits.list)
    heard = [hits.child(n).text(QAccessible.Text.Name) for n in range(hits.childCount())]

    assert "Camille Dupont, row 2, strong, Same e-mail · same name" in heard
    assert not any(words.isdecimal() for words in heard)


@pytest.fixture
def held(register, bring_in, write_csv, tmp_path, today):
    """One row of a list is held back by the suppression list."""
    typed = TypedKeys(("anne@brun.example",))
    add_to_list(register, typed, SuppressionScope.ALL, SuppressionReason.ERASURE, today)
    bring_in(
        register, write_csv(tmp_path / "new.csv", [["Nom", "Mail"], ["Brun", "anne@brun.example"]])
    )


def test_the_line_above_the_hits_says_that_a_row_is_held_back(held, search):
    line = search().coverage.line.text()

    assert line == "Searched 3 files, 5 rows · 1 file could not be read · 1 row held back"


def test_a_review_says_so_too_without_a_new_search(held, page, register, ref, settle, today):
    find_person(register, ref, today)
    page.open_search(None, ref)
    settle()
    line = page.coverage.line.text()

    assert line.endswith(" · 1 row held back")


def test_columns_left_out_at_an_import_are_named_above_the_hits(
    page, register, bring_in, write_csv, tmp_path, settle
):
    path = write_csv(tmp_path / "crm.csv", [["Mail", "Salaire"], [CAMILLE.email[0], "2000"]])
    (seen,) = preview_paths(register, [path], ImportOptions()).files
    bring_in(register, path, mappings=(seen.sheets[0].mapping({2: ColumnChoice(skip=True)}),))

    page.open_search(CAMILLE, "")
    settle()

    assert page.coverage.line.text() == "Searched 1 file, 1 row · 1 column left out"
    told = [text for text in texts(page.coverage) if text.startswith("crm.csv: column B “Salaire”")]
    assert len(told) == 1
    assert page.coverage.banner is None
    assert "1 column left out at the import" in texts(page.detail), "and not an empty one"


def test_without_a_column_left_out_nothing_is_said_of_it(search):
    assert not any("left out" in text for text in texts(search().coverage))
