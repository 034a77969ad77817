"""The list of contacts: who is in it, in which order, and what is said of each."""

from datetime import date

import pytest

from dsr_desktop.domain.contact_order import ContactOrder
from dsr_desktop.domain.errors import CancelledError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import SourceKind
from dsr_desktop.services.contact_list import (
    ContactQuery,
    contact_details,
    contacts_seen,
    find_contacts,
    lists_of_contacts,
)
from dsr_desktop.services.sourcing import remove

TODAY = date(2026, 11, 16)
ROWS = [
    ["Nom", "Prénom", "E-mail", "Téléphone"],
    ["Zola", "Émile", "emile@un.example", "06 12 34 56 78"],
    ["Évrard", "Anne", "anne@un.example", ""],
    ["Dupont", "Zoé", "", "01 40 20 50 50"],
]


@pytest.fixture
def clients(register, tmp_path, write_csv, bring_in):
    bring_in(register, write_csv(tmp_path / "clients.csv", ROWS), activity="PA2")
    return register


def titles(register, **query):
    found = find_contacts(register, ContactQuery(**query))
    return [one.title for one in contacts_seen(register, list(found.ids))]


def test_contacts_stand_as_they_were_imported(clients):
    assert titles(clients) == ["Émile Zola", "Anne Évrard", "Zoé Dupont"]


def test_working_copies_are_no_contacts(clients, tmp_path, write_csv, bring_in):
    copy = write_csv(tmp_path / "copie.csv", [ROWS[0], ["Copie", "Carl", "carl@c.example", ""]])
    bring_in(clients, copy, kind=SourceKind.COPY)
    assert "Carl Copie" not in titles(clients)
    assert [name for _id, name in lists_of_contacts(clients)] == ["clients.csv"]


def test_names_are_sorted_by_family_name_without_accents_and_back(clients):
    by_name = titles(clients, order=ContactOrder.NAME)
    assert by_name == ["Zoé Dupont", "Anne Évrard", "Émile Zola"]
    assert titles(clients, order=ContactOrder.NAME, descending=True) == by_name[::-1]


def test_who_has_nothing_to_be_sorted_by_stands_last(clients):
    assert titles(clients, order=ContactOrder.EMAIL)[-1] == "Zoé Dupont"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("evr", ["Anne Évrard"]),
        ("zo", ["Émile Zola", "Zoé Dupont"]),
        ("zo em", ["Émile Zola"]),
        ("0140205050", ["Zoé Dupont"]),
        ("nobody", []),
        ("  ", ["Émile Zola", "Anne Évrard", "Zoé Dupont"]),
        ('" OR *', []),
        ("()", ["Émile Zola", "Anne Évrard", "Zoé Dupont"]),
    ],
)
def test_words_are_found_by_their_beginnings_and_numbers_however_written(clients, typed, found):
    assert titles(clients, text=typed) == found


def test_one_list_can_be_looked_at_alone(clients, tmp_path, write_csv, bring_in):
    other = write_csv(tmp_path / "autre.csv", [ROWS[0], ["Autre", "Ada", "ada@a.example", ""]])
    bring_in(clients, other, activity="PA2")
    (_first, (second, _name)) = lists_of_contacts(clients)
    assert titles(clients, source_id=second) == ["Ada Autre"]
    assert find_contacts(clients, ContactQuery(source_id=second)).total == 4


def test_a_sorted_list_knows_what_came_and_went_since(clients, tmp_path, write_csv, bring_in):
    titles(clients, order=ContactOrder.NAME)
    other = write_csv(tmp_path / "autre.csv", [ROWS[0], ["Autre", "Ada", "ada@a.example", ""]])
    bring_in(clients, other, activity="PA2")
    assert titles(clients, order=ContactOrder.NAME)[0] == "Ada Autre"
    remove(clients, lists_of_contacts(clients)[1][0])
    assert titles(clients, order=ContactOrder.NAME)[0] == "Zoé Dupont"


def test_sorting_can_be_stopped(clients):
    def stop(_done, _total, _what):
        raise CancelledError(mark("The job was stopped. Nothing of it was kept."))

    with pytest.raises(CancelledError):
        find_contacts(clients, ContactQuery(order=ContactOrder.NAME), stop)


def test_details_hold_the_row_and_where_it_stands(clients):
    first = find_contacts(clients, ContactQuery()).ids[0]
    details = contact_details(clients, first, TODAY)
    assert details.place.row.n == 2
    assert details.place.source.name == "clients.csv"
    assert details.requests == ()
    assert contact_details(clients, 999, TODAY) is None
