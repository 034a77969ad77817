"""A key asked for is found on the suppression list, of which only digests are kept (R-SUP-1)."""

from datetime import date

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.listed_keys import listed_keys
from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionReason,
    SuppressionScope,
    email_key,
    person_key,
    phone_key,
)
from dsr_desktop.domain.suppression_list import KeyedHash, SuppressionList

SECRET = bytes(range(32))
DAY = date(2026, 11, 16)
EMAIL = email_key("camille.dupont@acme.example")
PHONE = phone_key("06 12 34 56 78", "FR")
PERSON = person_key("Camille Dupont", "69003")


def entry(id_, key, scope=SuppressionScope.ALL):
    hashed = KeyedHash(SECRET)
    return SuppressionEntry(
        id_, key.kind, hashed.of_key(key), scope, SuppressionReason.ERASURE, DAY, None, DAY,
        hashed.of_lookup(key),
    )  # fmt: skip


def find(asked, *entries):
    ready = make_ready(make_criteria(asked), "FR")
    return list(listed_keys(ready, SuppressionList(SECRET, entries)))


@pytest.mark.parametrize(
    ("asked", "key", "level", "told"),
    [
        ({"email": "Camille.Dupont@acme.example"}, EMAIL, "strong", {"email"}),
        ({"phone": "+33612345678"}, PHONE, "strong", {"phone"}),
        ({"email": "contact@acme.example", "name": "Camille Dupont"}, email_key("contact@acme.example"),
         "strong", {"email"}),
        ({"name": "DUPONT Camille", "postcode": "69003"}, PERSON, "probable", {"name", "postcode"}),
        ({"given_name": "Camille", "family_name": "Dupont", "postcode": "69003"}, PERSON,
         "probable", {"name", "postcode"}),
    ],
)  # fmt: skip
def test_a_key_on_the_list_is_found_with_its_level(asked, key, level, told):
    (found,) = find(asked, entry(3, key))

    assert (found.entry.id, str(found.grade.level)) == (3, level)
    assert {reason.criterion for reason in found.grade.reasons} == told


@pytest.mark.parametrize(
    "asked",
    [
        {"email": "somebody@acme.example"},
        {"phone": "06 12 34 56 79"},
        {"name": "Camille Dupont"},
        {"name": "Camille Dupont", "postcode": "75011"},
        {"postcode": "69003"},
        {"email": "no address"},
    ],
)
def test_what_is_not_on_the_list_is_not_found(asked):
    assert find(asked, entry(1, EMAIL), entry(2, PHONE), entry(3, PERSON)) == []


def test_both_entries_of_one_key_are_found_each_once():
    both = (entry(1, EMAIL), entry(2, EMAIL, SuppressionScope.MARKETING))

    found = find({"email": ["camille.dupont@acme.example", "CAMILLE.dupont@acme.example"]}, *both)

    assert [one.entry.id for one in found] == [1, 2]


def test_an_empty_list_holds_nobody():
    assert find({"email": "camille.dupont@acme.example"}) == []
