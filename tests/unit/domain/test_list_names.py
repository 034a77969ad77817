"""The exports of one list have one name; other lists keep theirs."""

import pytest

from dsr_desktop.domain.list_names import list_name


@pytest.mark.parametrize(
    "name",
    [
        "contacts.csv",
        "Contacts.CSV",
        "contacts (1).csv",
        "contacts(12).csv",
        "contacts [2].csv",
        "contacts - Copie.csv",
        "contacts - Copie (2).csv",
        "contacts - Copy.csv",
        "contacts copy 3.csv",
        "contacts - Kopie.csv",
        "Copy of contacts.csv",
        "Copie de contacts.csv",
        "contacts 2026-11.csv",
        "contacts 2026-11 (1).csv",
        "contacts_2026-11-23.csv",
        "contacts-20261123.csv",
        "contacts_20261123_101500.csv",
        "contacts 2026-11-23T10-15-00.csv",
        "contacts 23.11.2026.csv",
        "contacts 23112026.csv",
        "contacts 11-2026.csv",
        "contacts novembre 2026.csv",
        "contacts 5 nov. 2026.csv",
        "contacts_Dec_2025.csv",
        "2026-11-23 contacts.csv",
        "2026-11 - contacts.csv",
        "contacts_v2.csv",
        "contacts-v1.3.csv",
        "contacts_1f3a9c2b4d.csv",
        "contacts_1732345678.csv",
        "contacts 2026-10 v2 - Copie (3).csv",
    ],
)
def test_a_day_a_number_in_brackets_or_a_copy_mark_makes_no_other_list(name):
    assert list_name(name) == "contacts.csv"


@pytest.mark.parametrize(
    "name",
    [
        "contacts.xlsx",
        "contacts nord.csv",
        "contacts 2.csv",
        "contacts_0002.csv",
        "contacts 2026.csv",
        "contacts 2026-13.csv",
        "contacts 1234-56.csv",
        "contacts defaced.csv",
        "newsletter contacts.csv",
        "contactsv2.csv",
        "photocopie.csv",
    ],
)
def test_what_else_the_name_says_makes_another_list(name):
    assert list_name(name) == name != "contacts.csv"


@pytest.mark.parametrize(
    "name", ["2026-11-23.csv", "(1).csv", "20261123_101500.csv", "mars 2026.csv", "12.csv", ""]
)
def test_a_name_that_is_all_day_or_number_is_kept(name):
    assert list_name(name) == name


def test_accents_are_the_same_in_either_spelling():
    assert list_name("re\u0301union (1).csv") == list_name("r\u00e9union.csv") == "réunion.csv"
