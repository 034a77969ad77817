"""Results while one types: after a pause, never for what was typed before, never in a review."""

import threading
from concurrent.futures import Executor, Future
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from dsr_desktop.domain.criteria import CRITERIA, Criteria
from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.pages.search.page import SearchPage
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.wording.language import speak

HUGO = Criteria(name=("Hugo Perrin",))


@pytest.fixture
def typing(page, lists, qtbot):
    """Return a function that types into the search field and waits for the answer."""

    def typing(text):
        QTest.keyClicks(page.search_field, text)
        qtbot.waitUntil(lambda: bool(page.state.criteria.given()) and page.state.typing)
        return page

    return typing


def titles(page):
    return [row.title for row in page.state.rows]


def chips(page):
    return [chip.accessibleName() for chip in page.criteria.chips]


def test_hits_appear_without_enter(typing):
    page = typing("hugo perrin")

    assert titles(page) == ["Hugo Perrin"]
    assert chips(page) == ["Name hugo perrin"]


def test_an_address_is_searched_as_one(typing):
    page = typing("camille.dupont@acme.example")

    assert {row.level for row in page.state.rows} == {"strong"}


@pytest.fixture
def numbered(page, bring_in, register, write_csv, tmp_path):
    rows = [["Nom", "Code client", "Postcode"], ["Ana Ruiz", "C-00123", "69003"]]
    bring_in(register, write_csv(tmp_path / "shop.csv", rows))


@pytest.mark.parametrize("text", ["c-00123", "C00123", "C 00123"])
def test_a_customer_number_is_searched_as_an_identifier(typing, numbered, text):
    page = typing(text)

    assert chips(page) == [f"Identifier {text}"]
    assert titles(page) == ["Ana Ruiz"]


def test_what_a_text_was_taken_for_can_be_changed(typing, numbered, settle):
    page = typing("69003")
    assert chips(page) == ["Identifier 69003"]

    page.criteria.chips[0].chosen.emit()
    page.dialog.kind.setCurrentIndex(CRITERIA.index("postcode"))
    page.dialog.verb_button.click()
    settle()

    assert chips(page) == ["Postcode 69003"]
    assert "Ana Ruiz" in titles(page)


def test_a_phone_number_is_one_from_its_sixth_figure(typing, page):
    typing("06 12 34")
    assert chips(page) == ["Phone 06 12 34"]


@pytest.mark.parametrize("text", ["x" * 10_000, "1" * 10_000, "\x01\x02", "\u200b\u202e"])
def test_what_nobody_can_mean_is_told_on_enter_and_never_searched(page, lists, text, settle):
    page.search_field.setText(text)
    page.search_now()
    QTest.keyClick(page.search_field, Qt.Key.Key_Return)
    settle()

    assert page.state.criteria.is_empty()
    assert not page.notices.is_empty


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "text", ["de la", "( OR *", "NEAR(a b)", "zoe@nowhere", "12/34", "'; DROP TABLE row", "À"]
)
def test_odd_texts_find_nobody_and_never_everybody(
    qtbot, register, lists, theme, today, language, text
):
    jobs = Jobs({"work": AtOnce(), "read": AtOnce()})
    faults = []
    jobs.crashed.connect(faults.append)
    workspace = Workspace(register, speak(language), theme, jobs, lambda: today)
    page = SearchPage(workspace)
    qtbot.addWidget(page)
    workspace.search_wanted.connect(page.open_search)

    page.search_field.setText(text)
    QTest.keyClick(page.search_field, Qt.Key.Key_Return)
    QCoreApplication.processEvents()

    assert faults == []
    assert page.state.coverage is not None
    assert page.state.rows == ()


def test_weak_hits_of_another_search_are_folded_again(typing, page, settle):
    typing("camille dupont")
    page.hits.fold_weak(is_open=True)

    page.search_field.clear()
    typing("marie dupont")

    assert "weak hit hidden" in page.hits.model.index(0).data()


def test_one_search_is_made_for_many_letters(page, lists, qtbot):
    wanted = []
    page._typed.wanted.connect(wanted.append)

    QTest.keyClicks(page.search_field, "hugo perrin")
    qtbot.waitUntil(lambda: titles(page) == ["Hugo Perrin"])

    assert wanted == [Criteria(name=("hugo perrin",))]


def test_the_focus_stays_in_the_field(typing, page, qapp):
    page.search_field.setFocus()
    typing("hugo perrin")

    assert qapp.focusWidget() is page.search_field


def test_esc_brings_back_what_was_searched_before(typing, page, settle):
    page.open_search(HUGO, "")
    settle()
    typing("marie dupont")
    assert page.state.criteria == Criteria(name=("marie dupont",))

    QTest.keyClick(page.search_field, Qt.Key.Key_Escape)
    settle()

    assert page.state.criteria == HUGO
    assert titles(page) == ["Hugo Perrin"]
    assert not page.state.typing


def test_esc_on_an_empty_page_leads_back_to_its_beginning(typing, page, settle):
    typing("hugo")

    QTest.keyClick(page.search_field, Qt.Key.Key_Escape)
    settle()

    assert page.start.isVisible()


def test_enter_keeps_what_was_typed(typing, page, workspace, settle):
    workspace.search_wanted.connect(page.open_search)
    typing("hugo perrin")

    QTest.keyClick(page.search_field, Qt.Key.Key_Return)
    page.search_field.clear()
    settle()

    assert page.state.criteria == Criteria(name=("hugo perrin",))
    assert not page.state.typing


def test_what_is_half_written_is_no_mistake(typing, page):
    typing("zoe@nowh")

    assert not any(label.startswith("An e-mail criterion") for label in _visible_texts(page))
    assert page.nothing.title.text() == "Nothing found so far"
    assert "Go on typing" in page.nothing.advice.text()


@pytest.mark.parametrize("text", ["h", " h ", "-", "DSR-2026-0001"])
def test_too_little_and_a_reference_are_not_searched(page, lists, text, qtbot):
    QTest.keyClicks(page.search_field, text)

    with qtbot.assertNotEmitted(page._typed.wanted, wait=400):
        pass
    assert page.state.criteria.is_empty()


def test_a_review_is_not_left_by_typing(review, ref, qtbot):
    with qtbot.waitSignal(review._typed.wanted):
        QTest.keyClicks(review.search_field, "hugo perrin")

    assert review.state.ref == ref
    assert "Hugo Perrin" not in titles(review)


class ByHand(Executor):
    """A lane whose work is done when the test says so."""

    def __init__(self):
        self.waiting = []

    def submit(self, fn, /, *args, **kwargs):
        self.waiting.append(partial(fn, *args, **kwargs))
        return Future()


def test_a_search_that_was_overtaken_is_never_begun(qtbot, register, lists, theme, today):
    lane, statements = ByHand(), []
    jobs = Jobs({"work": AtOnce(), "read": lane})
    page = SearchPage(Workspace(register, speak("en"), theme, jobs, lambda: today))
    qtbot.addWidget(page)
    for name in ("Camille Dupont", "Marie Dupont", "Hugo Perrin"):
        page.open_search(Criteria(name=(name,)), "")
    register.database.connection.set_trace_callback(statements.append)

    first, second, last = lane.waiting
    first()
    second()
    assert statements == [], "nothing was read for them"
    last()

    assert statements
    assert titles(page) == ["Hugo Perrin"]


def test_the_answer_to_an_earlier_text_never_follows_that_to_a_later_one(
    qtbot, register, lists, theme, today
):
    lane, shown = ByHand(), []
    page = SearchPage(
        Workspace(
            register, speak("en"), theme, Jobs({"work": AtOnce(), "read": lane}), lambda: today
        )
    )
    qtbot.addWidget(page)
    page._desk.changed.connect(lambda: shown.append(titles(page)))
    for text in ("marie dupont", "hugo perrin", "camille dupont"):
        page.search_field.setText(text)
        page.search_now()

    for work in reversed(lane.waiting):
        work()

    assert shown[-1] == titles(page)
    assert "Hugo Perrin" not in [title for titles_ in shown for title in titles_]
    assert page.state.criteria == Criteria(name=("camille dupont",))


def test_a_long_search_says_that_it_is_under_way(qtbot, register, lists, theme, today):
    jobs, may_go_on = Jobs(), threading.Event()
    page = SearchPage(Workspace(register, speak("en"), theme, jobs, lambda: today))
    qtbot.addWidget(page)
    try:
        jobs.run("Block", lambda _progress: may_go_on.wait(10), lambda _outcome: None, lane="read")
        QTest.keyClicks(page.search_field, "hugo perrin")
        qtbot.waitUntil(lambda: page.state.running)
        assert page.coverage.line.text() == "Searching…"

        may_go_on.set()
        qtbot.waitUntil(lambda: titles(page) == ["Hugo Perrin"])
        assert not page.state.running
    finally:
        may_go_on.set()
        jobs.shut_down()


def test_files_that_come_in_while_one_types_are_searched_too(
    typing, page, workspace, register, bring_in, write_csv, tmp_path, settle
):
    typing("hugo perrin")
    bring_in(register, write_csv(tmp_path / "more.csv", [["Nom complet"], ["Hugo Perrin"]]))

    workspace.register_changed.emit()
    settle()

    assert titles(page) == ["Hugo Perrin", "Hugo Perrin"]
    assert page.state.typing


def _visible_texts(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
