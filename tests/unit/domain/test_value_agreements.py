"""Companies, places, birth dates and texts in a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.matching import How
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.value_agreements import value_reasons

F = Field
TEXTS = st.text(alphabet="aeés/.,-0123 &", max_size=30).map(lambda text: f"x{text}")


def how(criterion, asked, cell, field="own"):
    field = Field(criterion) if field == "own" else field
    ready = make_ready(make_criteria({criterion: asked}), "FR")
    return next((reason.how for reason in value_reasons(ready, Row([cell], [field]))), None)


@pytest.mark.parametrize(
    ("criterion", "asked", "cell", "expected"),
    [
        ("company", "ACME", "ACME", How.SAME),
        ("company", "ACME", "acme SARL", How.OTHER_WRITING),
        ("company", "ACME SAS", "S.A.R.L. Acme", How.OTHER_WRITING),
        ("company", "Inter Marché", "INTERMARCHE", How.OTHER_WRITING),
        ("company", "Ateliers Brun", "Atelier Brun", How.VALUE_ONE_TYPO),
        ("company", "ACME", "ACME France", How.VALUE_IN_PART),
        ("company", "ACME France", "ACME", How.VALUE_IN_PART),
        ("company", "ACME", "ACMI", None),
        ("company", "ACME", "Autre SARL", None),
        ("address", "3 rue des Lilas", "3 rue des Lilas", How.SAME),
        ("address", "3, rue des Lilas", "Rue des Lilas 3", How.OTHER_WRITING),
        ("address", "12 bis av. Foch", "12B avenue Foch", How.OTHER_WRITING),
        ("address", "3 bd Voltaire", "3 boulevard Voltaire 75011 Paris", How.VALUE_CONTAINED),
        ("address", "3 bd Voltaire 75011 Paris", "3 boulevard Voltaire", How.VALUE_IN_PART),
        ("address", "3 rue des Lilas", "3 rue des Lylas", How.VALUE_ONE_TYPO),
        ("address", "3 rue des Lilas", "13 rue des Lilas", None),
        ("address", "3 rue des Lilas", "3 bis rue des Lilas", None),
        ("address", "rue des Lilas", "3 rue des Lilas", None),
        ("address", "3 rue des Lilas", "3 rue Voltaire", None),
        ("postcode", "75011", "75011", How.SAME),
        ("postcode", "75011", "F-75011", How.OTHER_WRITING),
        ("postcode", "01000", "1000", How.OTHER_WRITING),
        ("postcode", "1000", "01000", How.OTHER_WRITING),
        ("postcode", "SW1A 1AA", "sw1a1aa", How.OTHER_WRITING),
        ("postcode", "75011", "75012", How.VALUE_ONE_TYPO),
        ("postcode", "75011", "75101", How.VALUE_ONE_TYPO),
        ("postcode", "75011", "75022", None),
        ("postcode", "75011", "7501", None),
        ("city", "Saint-Étienne", "ST ETIENNE CEDEX 2", How.OTHER_WRITING),
        ("city", "Paris", "Paris 11e", How.OTHER_WRITING),
        ("city", "Strasbourg", "Strasburg", How.VALUE_ONE_TYPO),
        ("city", "Metz", "Mets", None),
        ("birth_date", "24/05/1990", "24/05/1990", How.SAME),
        ("birth_date", "1990-05-24", "24.05.90", How.OTHER_WRITING),
        ("birth_date", "1990-05-24", "24 mai 1990", How.OTHER_WRITING),
        ("birth_date", "1990-05-24", "05/24/1990", How.OTHER_WRITING),
        ("birth_date", "1990-04-03", "03/04/1990", How.OTHER_WRITING),
        ("birth_date", "1990-03-04", "03/04/1990", How.DAY_MONTH_SWAPPED),
        ("birth_date", "1990-03-04", "1990-04-03", How.DAY_MONTH_SWAPPED),
        ("birth_date", "03/04/1990", "1990-03-04", How.DAY_MONTH_SWAPPED),
        ("birth_date", "1990-05-24", "1990-05-25", None),
        ("birth_date", "1990-05-24", "mai 1990", None),
    ],
)
def test_a_value_agrees_in_its_own_column(criterion, asked, cell, expected):
    assert how(criterion, asked, cell) is expected


@pytest.mark.parametrize(
    ("criterion", "asked", "cell", "field", "expected"),
    [
        ("postcode", "75011", "3 rue des Lilas 75011 Paris", F.ADDRESS, How.VALUE_CONTAINED),
        ("postcode", "75011", "75011 Paris", F.CITY, How.VALUE_CONTAINED),
        ("city", "Paris", "3 rue des Lilas 75011 Paris", F.ADDRESS, How.VALUE_CONTAINED),
        ("postcode", "75011", "75011", F.PHONE, None),
        ("postcode", "11", "11 rue des Lilas", F.ADDRESS, None),
        ("postcode", "75011", "75012", None, None),
        ("postcode", "01000", "1000", None, None),
        ("company", "ACME", "ACME", None, How.SAME),
        ("company", "ACME", "ACME France", None, None),
        ("city", "Metz", "Metz", F.COMPANY, None),
        ("birth_date", "1990-05-24", "24/05/1990", None, How.OTHER_WRITING),
        ("birth_date", "1990-05-24", "24/05/1990", F.COLLECTED_ON, None),
    ],
)
def test_a_column_of_another_meaning_holds_the_value_only_where_it_may(
    criterion, asked, cell, field, expected
):
    assert how(criterion, asked, cell, field) is expected


def test_of_several_values_asked_the_best_counts():
    assert how("company", ["Ateliers Brun", "Atelier Brun"], "Atelier Brun") is How.SAME
    assert how("company", ["ACME France", "ACME"], "Acme SA") is How.OTHER_WRITING


def test_a_very_long_cell_is_no_value():
    assert how("company", "ACME", "ACME " * 100, F.COMPANY) is None


@pytest.mark.parametrize("criterion", ["company", "address", "postcode", "city", "birth_date"])
@given(asked=TEXTS, cell=st.one_of(TEXTS, st.text(max_size=40)))
def test_any_two_values_can_be_compared_and_one_agrees_with_itself(criterion, asked, cell):
    assert how(criterion, asked, cell) in {None, *How}
    assert how(criterion, asked, " ".join(asked.split())) is not None or criterion == "birth_date"
