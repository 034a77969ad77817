"""Looking keys up by their keyed hash: the vectors of R-SUP, and what is hashed at all."""

import hashlib
import hmac
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
    email_key,
    person_key,
    phone_key,
)
from dsr_desktop.domain.suppression_list import KeyedHash, SuppressionList

SECRET = bytes(range(32))


def entry(id_, key, *, scope=SuppressionScope.ALL):
    hashed = KeyedHash(SECRET)
    return SuppressionEntry(
        id_, key.kind, hashed.of_key(key), scope, SuppressionReason.ERASURE, date(2026, 10, 5),
        None, date(2029, 10, 5), hashed.of_lookup(key),
    )  # fmt: skip


CAMILLE = email_key("camille.dupont@acme.example")
MOBILE = phone_key("06 12 34 56 78", "FR")
NEIGHBOUR = person_key("Camille Dupont", "57000")


@pytest.mark.parametrize(
    ("key", "digest"),
    [
        (email_key("  Camille.Dupont@ACME.example "),
         "6aa5396c86a9758a034ff3686e6aa8ab61c0748bacb654109b1ef32a5e03ec54"),
        (email_key("rené@Société.example"),
         "bbeaaad885ce3113fb6acb28652f5ea4ea4c4f5a0ccc34bb924b0faa19eaa45d"),
        (phone_key("06 12 34 56 78", "FR"),
         "a5553584125b89357c3f32b2840c34814e50abbde5c03b20712f3e355fbeed60"),
    ],
    ids=["email", "accented email", "phone"],
)  # fmt: skip
def test_the_digests_are_those_of_the_rule(key, digest):
    assert KeyedHash(SECRET).of_key(key) == digest


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200))
def test_the_hash_is_the_standard_one(secret, text):
    assert KeyedHash(secret).of_bytes(text) == hmac.digest(secret, text, hashlib.sha256)


@given(st.text(max_size=20), st.lists(st.text(alphabet=st.characters()), max_size=20))
def test_many_texts_are_hashed_as_each_of_them(begin, texts):
    hashed = KeyedHash(SECRET)

    one_by_one = [hashed.of_bytes((begin + text).encode("utf-8", "replace")) for text in texts]
    assert hashed.of_texts(begin, texts) == one_by_one


def test_listed_keys_are_found_with_all_their_entries_and_others_are_not():
    once, again = entry(1, CAMILLE), entry(2, CAMILLE, scope=SuppressionScope.MARKETING)
    listed = SuppressionList(SECRET, [once, again, entry(3, MOBILE)])

    found = listed.listed(SuppressionKind.EMAIL, [CAMILLE.canonical, "paul@acme.example"])
    assert found == {CAMILLE.canonical: (once, again)}
    assert listed.listed(SuppressionKind.PHONE, [CAMILLE.canonical]) == {}
    assert not listed.is_empty


def test_a_phone_is_found_by_its_last_eight_digits():
    listed = SuppressionList(SECRET, [entry(1, CAMILLE), entry(2, MOBILE)])

    assert listed.may_be_listed(SuppressionKind.PHONE, ["12345678", "00000000"]) == {"12345678"}


def test_a_person_is_looked_for_by_postcode_and_an_email_by_itself():
    listed = SuppressionList(SECRET, [entry(1, NEIGHBOUR), entry(2, MOBILE)])

    assert listed.may_be_listed(SuppressionKind.PERSON, ["57000", "54000"]) == {"57000"}
    assert listed.may_be_listed(SuppressionKind.PHONE, ["57000"]) == frozenset()
    assert KeyedHash(SECRET).of_lookup(CAMILLE) is None


def test_another_secret_recognises_nobody():
    listed = SuppressionList(bytes(32), [entry(1, CAMILLE), entry(2, MOBILE)])

    assert listed.listed(SuppressionKind.EMAIL, [CAMILLE.canonical]) == {}
    assert listed.may_be_listed(SuppressionKind.PHONE, ["12345678"]) == frozenset()


@pytest.mark.parametrize("entries", [[], [entry(1, NEIGHBOUR)]], ids=["nobody", "a person"])
def test_keys_of_a_kind_that_is_not_listed_are_not_even_looked_at(entries):
    """A list of keys that fails when it is read shows that none of it is hashed."""

    def keys():
        pytest.fail("a key was taken")
        yield ""

    listed = SuppressionList(SECRET, entries)

    assert listed.listed(SuppressionKind.EMAIL, keys()) == {}
    assert listed.may_be_listed(SuppressionKind.PHONE, keys()) == frozenset()
    assert listed.has(SuppressionKind.PERSON) is bool(entries)
    assert listed.is_empty is not bool(entries)


def test_half_a_surrogate_pair_from_a_broken_file_does_no_harm():
    listed = SuppressionList(SECRET, [entry(1, CAMILLE)])

    assert listed.listed(SuppressionKind.EMAIL, ["\ud83d@acme.example"]) == {}
