"""What is looked up in the indexes so that no row that can match is missed."""

import pytest

from dsr_desktop.domain.asked import MOST_RESPELT, make_ready, unclear_notices
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.lookups import is_initials_alone, lookups_for


def asked(**criteria):
    return make_ready(make_criteria(criteria), "FR")


def groups(**criteria):
    return lookups_for(asked(**criteria)).word_groups


def test_keys_are_looked_up_in_the_form_of_the_index():
    found = lookups_for(asked(email="C@ACME.example", phone=["06 12 34 56 78", "+33612345678"]))

    assert found.emails == ("c@acme.example",)
    assert found.phone_tails == ("12345678",)
    assert found.word_groups == ()


def test_an_address_is_looked_up_with_other_tags_and_at_gmail_with_other_dots():
    found = lookups_for(asked(email=["c+x@acme.example", "a.b@gmail.com"]))

    assert {"c+x@acme.example", "c@acme.example"} <= set(found.emails)
    assert {"ab@gmail.com", "a.b@gmail.com", "ab@googlemail.com"} <= set(found.emails)
    assert found.emails_between == (("c+", "c,"), ("a.b+", "a.b,"))


def test_a_number_of_unknown_country_is_looked_up_by_its_last_figures():
    assert lookups_for(asked(phone="02 512 34 56")).phone_tails == ("25123456",)


@pytest.mark.parametrize(
    ("criteria", "group"),
    [
        ({"name": "Éloïse Bréhat"}, ("eloise", "brehat")),
        ({"given_name": "Anne", "family_name": "Roux"}, ("anne", "roux")),
        ({"given_name": "Anne"}, ("anne",)),
        ({"name": "Anna Mueller"}, ("anna", "muller")),
        ({"identifier": "C-0042"}, ("c", "0042")),
        ({"identifier": "C-0042"}, ("c0042",)),
        ({"text": "salon de Metz"}, ("salon", "de", "metz")),
        ({"email": "pas une adresse"}, ("pas", "une", "adresse")),
        ({"phone": "poste 12"}, ("poste", "12")),
        ({"company": "ACME"}, ("acme",)),
        ({"birth_date": "04/05/1990"}, ("1990", "5", "4")),
        ({"birth_date": "1990-05-04"}, ("1990", "05", "04")),
    ],
    ids=str,
)
def test_words_are_looked_up_together(criteria, group):
    assert group in groups(**criteria)


def test_two_first_names_as_initials_are_looked_up_with_a_name_and_never_with_a_particle():
    found = groups(name="Louis-Élisabeth de la Vabre")

    assert ("le", "vabre") in found
    assert not any({"le", "de", "la"}.issuperset(group) for group in found)


def test_a_company_is_looked_up_only_where_nothing_else_finds():
    assert groups(email="c@acme.example", company="ACME") == ()


def test_signs_alone_are_not_looked_up():
    assert groups(company="…", postcode="57000") == (("57000",),)


def test_of_very_many_names_only_the_first_are_tried_in_other_spellings():
    names = [f"Paul Dupont{n}" for n in range(MOST_RESPELT + 1)]
    ready = asked(name=names)

    assert len(ready.names[MOST_RESPELT - 1].looked_up) > 1
    assert ready.names[MOST_RESPELT].looked_up == (("paul", f"dupont{MOST_RESPELT}"),)


def test_what_is_no_complete_address_or_number_is_said():
    assert len(list(unclear_notices(asked(email="pas une adresse", phone="poste 12")))) == 2
    assert list(unclear_notices(asked(email="c@acme.example"))) == []


@pytest.mark.parametrize("typed", ["%", "…", "\U0001f600", "-'"])
@pytest.mark.parametrize("criterion", ["name", "company", "identifier", "text", "city"])
def test_a_criterion_without_letters_and_figures_is_told(criterion, typed):
    (notice,) = unclear_notices(asked(**{criterion: ["C-0042", typed]}))

    assert notice.sentence.startswith("A criterion has no letter and no figure")


def test_a_criterion_in_another_alphabet_is_understood():
    assert list(unclear_notices(asked(name=["李小龍", "Петров"], identifier="7"))) == []


@pytest.mark.parametrize("typed", ["31/02/1980", "mars 1980", "1980"])
def test_a_birth_date_that_is_no_day_is_told(typed):
    (notice,) = unclear_notices(asked(birth_date=["1980-03-12", typed]))

    assert "it was not compared" in notice.sentence
    assert list(unclear_notices(asked(birth_date="12/03/1980"))) == []


@pytest.mark.parametrize(
    ("name", "group", "is_so"),
    [
        ("Lambert Evie", ("le",), True),
        ("Jean Martin", ("jm",), True),
        ("Le", ("le",), False),
        ("Li Evie", ("li",), False),
        ("Lambert Evie", ("lambert", "evie"), False),
        ("Louis Edmond Roux", ("le",), False),
    ],
)
def test_bare_initials_are_told_from_names(name, group, is_so):
    lookups = lookups_for(make_ready(make_criteria({"name": name}), "FR"))

    assert is_initials_alone(lookups, group) is is_so
