"""The vCard of a bundle, read by another program's reader (RFC 6350)."""

from dataclasses import replace

import vobject
from hypothesis import given, settings
from tests.integration.writers.bundles import CONTENTS, MADE_ON, RECORD, contents, of_records

from dsr_desktop.domain.contact_record import OtherValue
from dsr_desktop.domain.fields import Origin
from dsr_desktop.writers.contact_card import contact_card

repeatable = settings(derandomize=True, max_examples=60, deadline=None, database=None)


def card_of(made=CONTENTS):
    return contact_card(made.scope, MADE_ON)


def read(card):
    return vobject.readOne(card.decode())


def values(card, name):
    return [line.value for line in read(card).contents.get(name, [])]


def test_it_holds_names_addresses_numbers_and_the_company():
    card = card_of()

    assert card.startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Camille Dupont\r\n")
    assert values(card, "email") == ["camille.dupont@acme.example", "cam@autre.example"]
    assert b"TEL;VALUE=uri:tel:+33612345678\r\n" in card
    assert b"ORG:ACME\\; Fils\r\n" in card
    assert b"N:Dupont;Camille;;;\r\n" in card
    assert b"BDAY:19900403\r\n" in card
    assert card.endswith(b"REV:20261109T000000Z\r\nEND:VCARD\r\n")


def test_a_value_that_two_lists_hold_stands_on_it_once():
    card = card_of(of_records(RECORD, replace(RECORD, record_id="03")))

    assert values(card, "email") == ["camille.dupont@acme.example"]


def test_lists_that_disagree_have_all_their_values_on_it_but_no_birth_date():
    other = replace(RECORD, company="Autre", birth_date="1991-01-01")
    card = card_of(of_records(RECORD, other))

    assert len(values(card, "org")) == 2
    assert b"BDAY" not in card


def test_a_number_that_nobody_can_dial_stays_as_it_was_written():
    odd = replace(RECORD, phone="", phone_raw="poste 12")

    assert b"TEL;VALUE=text:poste 12\r\n" in card_of(of_records(odd))
    further = OtherValue("02f3", "phone", "Tél 2", "+33198765432", Origin.PROVIDED, "6(1)(b)")
    assert b"tel:+33198765432" in card_of(of_records(odd, other_values=[further]))


def test_without_a_name_the_card_is_called_by_what_is_known():
    nameless = replace(RECORD, name="", given_name="", family_name="")

    assert values(card_of(of_records(nameless)), "fn") == ["camille.dupont@acme.example"]


def test_a_record_that_says_nothing_of_a_contact_makes_no_card():
    said = {
        name: "" for name in ("name", "given_name", "family_name", "email", "phone_raw", "company")
    }

    assert card_of(of_records(replace(RECORD, **said))) == b""


@repeatable
@given(contents)
def test_whatever_the_values_no_line_is_longer_than_75_bytes_and_each_card_is_read(made):
    card = contact_card(made.scope, MADE_ON)

    assert max(map(len, card.split(b"\r\n"))) <= 75
    if card:
        assert values(card, "version") == ["4.0"]
        assert len(values(card, "fn")) == 1
