"""Thousands of hits: a page at once, the next ones as one scrolls, every one of them in the end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.gui.pages.search.finding import FIRST_PAGE

SHARED = "accueil@acme.example"
BY_MAIL = Criteria(email=(SHARED,))
BY_NAME = Criteria(name=("Camille Dupont",))
ROWS = 1_000


@pytest.fixture
def many(register, bring_in, write_csv, tmp_path):
    """A list in which a thousand rows share a mailbox and a name."""
    head = ["Nom complet", "Mail", "N"]
    rows = (["Camille Dupont", SHARED, str(n)] for n in range(ROWS))
    bring_in(register, write_csv(tmp_path / "many.csv", [head, *rows]))


@pytest.fixture
def search(page, many, settle):
    def search(criteria):
        page.open_search(criteria, "")
        settle()
        return page

    return search


@pytest.fixture
def to_the_end(page, settle):
    """Return a function that scrolls down as far as it goes now."""

    def scroll():
        bar = page.hits.list.verticalScrollBar()
        bar.setValue(bar.maximum())
        settle()

    return scroll


def known(page):
    return len(page.state.rows)


def head(page):
    return page.hits.count_text


def test_a_page_is_there_at_once_and_the_number_of_all(search):
    page = search(BY_MAIL)

    assert known(page) < ROWS
    assert known(page) >= FIRST_PAGE
    assert head(page) == "1,000 hits"
    assert page.hits.position() == (1, ROWS)


def test_the_others_come_as_one_scrolls_each_once_in_their_order(search, to_the_end):
    page = search(BY_MAIL)

    for _page in range(5):
        to_the_end()

    assert known(page) == ROWS
    numbers = [row.n for row in page.state.rows]
    assert numbers == sorted(set(numbers))
    assert page.hits.model.rowCount() > ROWS
    assert head(page) == "1,000 hits"


def test_what_is_chosen_stays_chosen_while_more_come(search, to_the_end):
    page = search(BY_MAIL)
    chosen = page.hits.current
    before = page.hits.model.rowCount()

    to_the_end()

    assert page.hits.model.rowCount() > before
    assert page.hits.current is chosen


def test_the_keyboard_goes_on_to_the_hits_that_come(search, settle):
    page = search(BY_MAIL)
    for _press in range(6):
        QTest.keyClick(page.hits.list, Qt.Key.Key_End)
        settle()

    assert page.hits.position() == (ROWS, ROWS)
    QTest.keyClick(page.hits.list, Qt.Key.Key_Home)
    assert page.hits.position() == (1, ROWS)


def test_weak_hits_are_counted_without_being_fetched(search, settle, to_the_end):
    page = search(BY_NAME)

    model = page.hits.model
    assert "1,000 weak hits hidden" in model.index(0).data()
    assert model.rowCount() == 1
    to_the_end()
    assert known(page) == FIRST_PAGE

    QTest.keyClick(page.hits.list, Qt.Key.Key_Return)
    settle()
    assert "1,000 weak hits" in model.index(0).data()
    for _page in range(5):
        to_the_end()
    assert known(page) == ROWS


def test_folding_weak_hits_again_keeps_what_was_fetched(search, settle, to_the_end):
    page = search(BY_NAME)
    page.hits.fold_weak(is_open=True)
    settle()
    to_the_end()
    fetched = known(page)

    page.hits.fold_weak(is_open=False)
    settle()

    assert page.hits.model.rowCount() == 1
    assert known(page) == fetched


def test_a_register_that_changed_is_searched_anew(
    search, to_the_end, workspace, register, bring_in, write_csv, tmp_path, settle
):
    page = search(BY_MAIL)
    bring_in(register, write_csv(tmp_path / "one.csv", [["Mail"], [SHARED]]))

    to_the_end()

    assert page.state.total == ROWS + 1
    for _page in range(5):
        to_the_end()
    assert known(page) == ROWS + 1
    assert len({row.key for row in page.state.rows}) == ROWS + 1


def test_what_was_scrolled_to_is_still_there_after_a_change_elsewhere(
    search, to_the_end, workspace, settle
):
    page = search(BY_MAIL)
    to_the_end()
    fetched = known(page)

    workspace.register_changed.emit()
    settle()

    assert known(page) == fetched
