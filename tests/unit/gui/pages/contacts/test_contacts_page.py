"""The Contacts page: filter, order, the whole row."""

import pytest
from PySide6.QtCore import Qt

from dsr_desktop.gui.pages.contacts.page import ContactsPage
from dsr_desktop.gui.pages.contacts.views import BLOCK

HEADER = ["Nom", "E-mail", "Téléphone"]
MANY = 3 * BLOCK


@pytest.fixture
def many(register, tmp_path, write_csv, bring_in):
    rows = [[f"Personne {n:03}", f"p{n:03}@un.example", ""] for n in range(MANY)]
    bring_in(register, write_csv(tmp_path / "clients.csv", [HEADER, *rows]), activity="PA2")
    return register


@pytest.fixture
def page(many, workspace, open_page, settle):
    page = open_page(ContactsPage(workspace))
    settle()
    return page


def title(page, row):
    line = page.model.line_at(row)
    return line.title if line else None


def test_an_empty_register_says_what_to_do(workspace, open_page, settle):
    page = open_page(ContactsPage(workspace))
    settle()
    assert page.empty.isVisibleTo(page)
    assert not page.table.isVisibleTo(page)


def test_all_contacts_are_there_and_the_first_is_shown_whole(page):
    assert page.model.rowCount() == MANY
    assert page.header._state.text() == "300 contacts"
    assert title(page, 0) == "Personne 000"
    assert page.details.facts.title == "Personne 000"
    assert [one.value for one in page.details.facts.values] == ["Personne 000", "p000@un.example"]


def test_contacts_are_read_when_they_are_looked_at(page, settle):
    assert title(page, MANY - 1) is None
    settle()
    assert title(page, MANY - 1) == "Personne 299"


def test_typing_leaves_those_whose_words_begin_so(page, settle):
    page.filter.setText("p29")
    page.filter.search_requested.emit("p29")
    settle()
    assert page.model.rowCount() == 10
    assert page.header._state.text() == "10 of 300 contacts"
    assert page.close_pane()
    page._pause.timeout.emit()
    settle()
    assert page.model.rowCount() == MANY
    assert not page.close_pane()


def test_a_head_sorts_and_the_chosen_contact_stays_chosen(page, settle):
    page.table.selectRow(1)
    settle()
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    settle()
    assert title(page, 0) == "Personne 299"
    assert page.details.facts.title == "Personne 001"
    assert page.table.currentIndex().row() == MANY - 2


def test_nobody_found_is_said(page, settle):
    page.filter.setText("rien")
    page.filter.search_requested.emit("rien")
    settle()
    assert page.nobody.isVisibleTo(page)
    assert page.details.facts is None


def test_the_person_is_searched_everywhere_and_the_file_shown(page, qtbot, workspace):
    with qtbot.waitSignal(workspace.search_wanted) as asked:
        page.details.search.click()
    assert asked.args[0].email == ("p000@un.example",)
    with qtbot.waitSignal(workspace.file_wanted) as shown:
        page.details.file.click()
    assert shown.args == [page.details.facts.source_id]
