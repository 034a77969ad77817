"""What beside a name makes a row probably the person's."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.lifting import asks_full_name, is_lifted
from dsr_desktop.domain.matching import How, Reason

ANOTHER_DAY = [Reason("birth_date", 3, "1990-05-24", How.OTHER_BIRTH_DATE)]


def lifted(name, criterion, how=How.SAME, against=()):
    return is_lifted([Reason("name", 1, "x", name)], [Reason(criterion, 2, "y", how)], against)


@pytest.mark.parametrize("criterion", ["company", "address", "postcode", "birth_date"])
@pytest.mark.parametrize(
    "name", [How.SAME_NAME, How.NAME_SWAPPED, How.NAME_OTHER_SPELLING, How.NAME_OTHER_ALPHABET]
)
def test_a_whole_name_is_lifted_by_what_stands_beside_it(name, criterion):
    assert lifted(name, criterion)


@pytest.mark.parametrize("how", [How.OTHER_WRITING, How.VALUE_CONTAINED])
def test_the_same_value_otherwise_written_lifts_too(how):
    assert lifted(How.SAME_NAME, "address", how)


@pytest.mark.parametrize(
    "how", [How.VALUE_ONE_TYPO, How.VALUE_IN_PART, How.DAY_MONTH_SWAPPED, How.INSIDE_TEXT]
)
def test_a_value_that_is_only_like_it_lifts_nothing(how):
    assert not lifted(How.SAME_NAME, "address", how)


@pytest.mark.parametrize("criterion", ["city", "text"])
def test_a_city_or_a_text_lifts_nothing(criterion):
    assert not lifted(How.SAME_NAME, criterion)


@pytest.mark.parametrize(
    ("criterion", "lifts"),
    [("company", True), ("address", True), ("birth_date", True), ("postcode", False)],
)
def test_a_misspelt_name_is_lifted_by_less(criterion, lifts):
    assert lifted(How.NAME_ONE_TYPO, criterion) is lifts


@pytest.mark.parametrize(
    ("criterion", "lifts"), [("birth_date", True), ("address", False), ("company", False)]
)
def test_a_short_form_is_lifted_by_the_birth_date_alone(criterion, lifts):
    assert lifted(How.NAME_SHORT_FORM, criterion) is lifts


@pytest.mark.parametrize(
    "name",
    [How.NAME_TWO_TYPOS, How.NAME_PERHAPS_ANOTHER, How.NAME_INITIALS, How.NAME_IN_PART,
     How.NAME_SIMILAR, How.NAME_SCATTERED, How.INSIDE_TEXT, How.SIMILAR_INSIDE_TEXT],
)  # fmt: skip
@pytest.mark.parametrize("criterion", ["company", "address", "postcode", "birth_date"])
def test_what_may_be_a_relatives_name_is_never_lifted(name, criterion):
    assert not lifted(name, criterion)


def test_another_birth_date_keeps_father_and_son_of_one_name_apart():
    assert not lifted(How.SAME_NAME, "address", against=ANOTHER_DAY)


def test_another_name_in_the_row_does_not_undo_the_one_that_agrees():
    other = [Reason("name", 4, "Paul", How.OTHER_GIVEN_NAME)]

    assert lifted(How.SAME_NAME, "address", against=other)


@pytest.mark.parametrize(
    ("asked", "is_full"),
    [
        ({"name": "Camille Dupont"}, True),
        ({"given_name": "Camille", "family_name": "Dupont"}, True),
        ({"name": ["Dupont", "Camille Dupont"]}, True),
        ({"name": "C. Dupont"}, False),
        ({"given_name": "C.", "family_name": "Dupont"}, False),
        ({"name": "Dupont"}, False),
        ({"family_name": "Dupont Martin"}, False),
        ({"email": "c@acme.example"}, False),
    ],
)
def test_a_full_name_has_two_words_that_are_no_initials(asked, is_full):
    assert asks_full_name(make_criteria(asked)) is is_full
