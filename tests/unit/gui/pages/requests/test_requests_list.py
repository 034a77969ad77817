"""The table of requests: by deadline, filtered by words, opened by Enter or a double click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.request_filter import Standing
from dsr_desktop.gui.pages.requests.list_pane import ListPane
from dsr_desktop.gui.pages.requests.table import request_model, row_of
from dsr_desktop.services.handling import decide, mark_sent
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")


@pytest.fixture
def shown(page, settle):
    """Return a function that loads the table and gives its texts, row by row."""

    def shown():
        page.load()
        settle()
        model = page.list.filter
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    return shown


@pytest.fixture
def some_requests(ask, finish):
    ask(Right.ACCESS, name="Ana Sánchez", days_ago=10)
    ask(Right.ERASURE, Right.PORTABILITY, name="Zoë Čapek", days_ago=40)
    ask(Right.OBJECTION, name="Jürgen Groß", days_ago=1)
    finish(ask(Right.RECTIFICATION, name="Ivana Horvat", days_ago=50), Right.RECTIFICATION)


def test_the_table_has_what_is_needed_to_choose_the_next_one(shown, ask):
    ask(Right.ACCESS, Right.ERASURE, name="Ana Sánchez", days_ago=3)

    assert shown() == [
        ["DSR-2026-0001", "Ana Sánchez", "Access, Erasure", "New", "13 November 2026", "", "",
         "28 days left"],
    ]  # fmt: skip


def test_the_next_due_stands_first(shown, some_requests):
    people = [row[1] for row in shown()]

    assert people == ["Zoë Čapek", "Ana Sánchez", "Jürgen Groß"]


def test_what_is_to_be_answered_stands_above_what_is_answered(register, shown, ask, today):
    answered = ask(Right.ERASURE, name="Zoé Answered", days_ago=40)
    ask(Right.ERASURE, name="Jean Open", days_ago=2)
    find_person(register, answered, today)
    decide(register, answered, Right.ERASURE, Decision.NO_DATA, today)
    mark_sent(register, answered, today, Channel.EMAIL_DPO, today)

    assert [row[1] for row in shown()] == ["Jean Open", "Zoé Answered"]


def test_closed_requests_are_shown_when_asked_and_come_last(page, shown, some_requests):
    shown()
    page.list.show_standing(Standing.ALL)

    assert shown()[-1][1] == "Ivana Horvat"


def test_a_closed_request_stays_chosen_while_the_list_is_read_again(
    page, shown, some_requests, ask
):
    shown()
    page.list.show_standing(Standing.ALL)
    page.list.table.selectRow(3)
    ask(Right.ACCESS, name="Hugo Perrin", days_ago=2)

    rows = shown()

    chosen = page.list.table.currentIndex().row()
    assert (len(rows), rows[chosen][1]) == (5, "Ivana Horvat")


def test_sorting_keeps_the_chosen_request_and_the_order_of_equal_ones(page, shown, some_requests):
    shown()
    page.list.show_standing(Standing.ALL)
    page.list.table.selectRow(1)
    for order, people in (
        (Qt.SortOrder.AscendingOrder, ["Ana Sánchez", "Ivana Horvat", "Jürgen Groß", "Zoë Čapek"]),
        (Qt.SortOrder.DescendingOrder, ["Zoë Čapek", "Jürgen Groß", "Ivana Horvat", "Ana Sánchez"]),
    ):
        page.list.table.sortByColumn(1, order)

        assert [row[1] for row in shown()] == people
        assert page.list.table.currentIndex().row() == people.index("Ana Sánchez")


def test_closed_requests_come_behind_the_open_ones_and_nothing_false_is_said_until_then(
    page, shown, some_requests
):
    shown()
    before = page.list.filter.chosen
    whole = ListPane(page.workspace.theme, ENGLISH, page.workspace.today)
    whole.show_open(before, closed=1)
    assert whole.which.itemText(list(Standing).index(Standing.CLOSED)) == "Closed · 1"

    whole.show_standing(Standing.CLOSED)
    assert whole.filter.chosen == ()
    assert not whole.table.isHidden()
    page.list.show_standing(Standing.CLOSED)
    whole.show_closed(page.list.filter.chosen)

    assert [row.person for row in whole.filter.chosen] == ["Ivana Horvat"]
    whole.show_open(before, closed=0)
    assert whole.filter.chosen == ()
    assert whole.table.isHidden()


def test_the_head_counts_open_and_late_requests(page, shown, some_requests):
    shown()

    assert "3 open · 1 late · sorted by deadline" in [
        label.text() for label in page.header.findChildren(QLabel)
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("capek", ["Zoë Čapek"]),
        ("0003", ["Jürgen Groß"]),
        ("erasure", ["Zoë Čapek"]),
        ("groß OBJECTION", ["Jürgen Groß"]),
        ("ana erasure", []),
    ],
)
def test_words_filter_in_every_column_whatever_their_accents(
    page, shown, some_requests, typed, found
):
    shown()
    QTest.keyClicks(page.list.words, typed)

    assert [row[1] for row in shown()] == found


def test_no_match_says_so(page, shown, some_requests, settle):
    shown()
    page.list.words.setText("nobody")
    settle()

    assert not page.list.table.isVisible()
    assert "No request matches" in accessible_names(page.list)


def test_without_requests_the_page_says_what_to_do(page, shown, workspace, qtbot):
    shown()

    assert "No request is recorded" in accessible_names(page.list)
    with qtbot.waitSignal(workspace.new_request_wanted):
        page.new.click()


def accessible_names(widget):
    return [part.accessibleName() for part in widget.findChildren(QWidget) if part.isVisible()]


def test_enter_opens_the_request(page, shown, ask, settle):
    ref = ask()
    shown()

    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    settle()

    assert page.state.request.ref == ref
    assert page.request.isVisible()


def test_a_double_click_opens_the_request(page, shown, ask, settle):
    ref = ask()
    shown()

    spot = page.list.table.visualRect(page.list.filter.index(0, 0)).center()
    QTest.mouseClick(page.list.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(page.list.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()

    assert page.state.request.ref == ref


def test_esc_goes_back_to_the_table(page, open_request, ask, settle):
    open_request(ask())

    assert page.close_pane()
    settle()
    assert page.list.isVisible()
    assert not page.close_pane()


def test_a_request_that_is_not_there_is_reported(page, reported, settle):
    page.open_request("DSR-2026-0999")
    settle()

    assert len(reported) == 1
    assert page.list.isVisible()


def test_the_model_is_a_sound_one(qtmodeltester, register, some_requests, today):
    model = request_model(ENGLISH)
    model.show([row_of(ENGLISH, view) for view in list_requests(register, today)])

    qtmodeltester.check(model)
    model.choose(lambda row: row.is_open)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model)


def test_ctrl_f_goes_to_the_filter(page, shown, ask, qapp):
    ask()
    shown()
    page.list.table.setFocus()

    QTest.keyClick(page.list.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert page.list.words.hasFocus()


def test_tab_is_not_caught_by_the_table(page, shown, ask):
    ask()
    shown()
    page.list.table.setFocus()

    QTest.keyClick(page.list.table, Qt.Key.Key_Tab)

    assert not page.list.table.hasFocus()
