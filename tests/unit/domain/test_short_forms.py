"""Usual short and other forms of first names."""

from itertools import pairwise

import pytest

from dsr_desktop.domain.first_names.forms import FORMS
from dsr_desktop.domain.person import words
from dsr_desktop.domain.short_forms import is_shortened, short_forms_of

GROUPS = [" ".join(group.split()) for group in FORMS.split(";")]
NAMES = sorted({word for group in GROUPS for word in group.replace(":", "").split()})


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Jean-Baptiste", "JB"),
        ("Alexandre", "Alex"),
        ("Christophe", "Chris"),
        ("William", "Bill"),
        ("Elizabeth", "Liz"),
        ("Elizabeth", "Beth"),
        ("Catherine", "Cathy"),
        ("Catherine", "Kate"),
        ("Frédéric", "Fred"),
        ("Maximilien", "Max"),
        ("Robert", "Bob"),
        ("Jean-François", "JF"),
        ("Emmanuelle", "Manu"),
        ("Stéphanie", "Steph"),
        ("Margaret", "Peggy"),
    ],
)
def test_a_name_and_its_short_form_find_each_other(name, short):
    whole, form = "".join(words(name)), "".join(words(short))
    assert form in short_forms_of(whole)
    assert whole in short_forms_of(form)


def test_a_short_form_of_several_names_has_them_all():
    assert {"alexandre", "alexandra", "alexis"} <= short_forms_of("alex")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("alexandre", "alexandra"),
        ("gael", "gaelle"),
        ("bill", "will"),
        ("jean", "jan"),
        ("jean", "jeanne"),
        ("marie", "maria"),
        ("louis", "louise"),
        ("martin", "martine"),
        ("pascal", "pascale"),
        ("dupont", "dupond"),
    ],
)
def test_names_of_two_people_are_not_forms_of_each_other(one, other):
    assert other not in short_forms_of(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("robert", "bob"), ("christophe", "chris"), ("william", "bill"), ("jb", "jeanbaptiste")],
)
def test_one_name_may_be_short_for_the_other(one, other):
    assert is_shortened(one, other)
    assert is_shortened(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("michel", "michael"), ("catherine", "katherine"), ("lea", "eleonore"), ("elise", "elisabeth"),
     ("mary", "marilyn"), ("bob", "bob"), ("bob", "rob"), ("dupont", "dup"), ("", "")],
)  # fmt: skip
def test_two_names_given_at_birth_are_not_short_for_each_other(one, other):
    assert not is_shortened(one, other)
    assert not is_shortened(other, one)


@pytest.mark.parametrize("word", ["", "dupont", "x", "75001"])
def test_other_words_have_none(word):
    assert short_forms_of(word) == frozenset()


def test_every_form_goes_both_ways_and_none_is_its_own():
    pairs = {(name, form) for name in NAMES for form in short_forms_of(name)}
    assert {name for name, _form in pairs} == set(NAMES)
    assert pairs == {(form, name) for name, form in pairs}
    assert not any(name == form for name, form in pairs)


def test_the_list_is_long_and_made_of_folded_words():
    assert len(GROUPS) > 500
    assert all(words(name) == (name,) and name.isalpha() for name in NAMES)


def test_the_groups_stand_in_order_and_once():
    assert all(one < other for one, other in pairwise(GROUPS))
