"""Letters to many people: addresses, and what may be recorded as sent."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.circular import (
    CIRCULARS,
    REACHED_BY,
    Addressed,
    Circular,
    Reach,
    address_lines,
    check_sending,
    goes_once,
)
from dsr_desktop.domain.contact_table import Head
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.outgoing import Why

MADE, TODAY = date(2026, 11, 10), date(2026, 11, 16)
LETTER = Circular(LetterKind.ART14, "fr", MADE, "dpo", 2, 0, "x")
HEADS = tuple(map(Head, REACHED_BY))


def lines(**cells):
    return address_lines(HEADS, [cells.get(str(one), "") for one in REACHED_BY])


def test_the_letters_to_many_are_those_about_no_request():
    assert set(CIRCULARS) == {
        LetterKind.ART14, LetterKind.STILL_INTERESTED, LetterKind.POLICY_CHANGE,
    }  # fmt: skip


def test_r_rt_6_whoever_was_asked_is_not_asked_again():
    assert goes_once(LetterKind.STILL_INTERESTED)
    assert goes_once(LetterKind.ART14)
    assert not goes_once(LetterKind.POLICY_CHANGE)


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (
            {"name": "Zoé Roy", "address": "1 rue Haute", "postcode": "44000", "city": "Nantes",
             "email": "z@acme.example"},
            ("Zoé Roy", "1 rue Haute", "44000 Nantes"),
        ),
        ({"given_name": "Zoé", "family_name": "Roy", "email": "z@acme.example"},
         ("Zoé Roy", "z@acme.example")),
        ({"name": "Zoé Roy", "company": "Acme", "address": "1 rue Haute",
          "email": " z@acme.example "}, ("Zoé Roy", "Acme", "z@acme.example")),
        ({"email": "z@acme.example"}, ("z@acme.example",)),
        ({"name": "Zoé Roy", "city": "Nantes"}, ()),
        ({}, ()),
    ],
)  # fmt: skip
def test_a_person_is_reached_by_post_or_by_mail(cells, wanted):
    assert lines(**cells) == wanted


def test_the_first_cell_that_says_something_counts():
    heads = (Head(Field.EMAIL), Head(Field.EMAIL, 2))

    assert address_lines(heads, ("", "z@acme.example")) == ("z@acme.example",)


def test_who_is_left_out_is_counted():
    reach = Reach(3, {Why.OPPOSED: 2, Why.RESTRICTED: 1}, told_before=4, unreachable=5, twice=9)

    assert (reach.left_out, Reach().left_out) == (12, 0)


@pytest.mark.parametrize("on", [date(2026, 11, 9), date(2026, 11, 17)])
def test_no_letter_left_before_it_was_written_or_after_today(on):
    with pytest.raises(InvalidInputError):
        check_sending(LETTER, [Addressed(1, 1)], on, TODAY)


def test_a_letter_leaves_once_for_each_person():
    waiting = Addressed(1, 1)
    check_sending(LETTER, [waiting, replace(waiting, sent_on=MADE)], TODAY, TODAY)

    for nobody in ([], [replace(waiting, sent_on=MADE)]):
        with pytest.raises(NotAllowedError):
            check_sending(LETTER, nobody, TODAY, TODAY)
