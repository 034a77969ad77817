"""What a text typed into the search field of a page header means."""

import pytest

from dsr_desktop.domain.criteria import LONGEST_VALUE, Criteria
from dsr_desktop.gui.quick_search import criteria_meant, reference_meant, typed_criteria


@pytest.mark.parametrize(
    ("text", "criteria"),
    [
        ("camille.dupont@acme.example", Criteria(email=("camille.dupont@acme.example",))),
        (" @acme.example ", Criteria(email=("@acme.example",))),
        ("06 12 34 56 78", Criteria(phone=("06 12 34 56 78",))),
        ("+33 (0)6.12.34.56.78", Criteria(phone=("+33 (0)6.12.34.56.78",))),
        ("Camille Dupont", Criteria(name=("Camille Dupont",))),
        ("Studio 54", Criteria(name=("Studio 54",))),
        ("69003", Criteria(name=("69003",))),
        ("12/03/1980", Criteria(birth_date=("12/03/1980",))),
        ("1.2.1950", Criteria(birth_date=("1.2.1950",))),
        ("1980-03-12", Criteria(birth_date=("1980-03-12",))),
        ("12/34/1980", Criteria(phone=("12/34/1980",))),
        ("12 03 1980", Criteria(phone=("12 03 1980",))),
    ],
)
def test_a_text_is_an_address_a_day_a_number_or_a_name(text, criteria):
    assert criteria_meant(text) == criteria


def test_an_empty_text_asks_nothing():
    assert criteria_meant("  ") is None


@pytest.mark.parametrize("text", ["DSR-2026-0052", "dsr-2026-0052", " DSR-2026-0052 "])
def test_a_reference_is_a_request(text):
    assert reference_meant(text) == "DSR-2026-0052"


@pytest.mark.parametrize("text", ["DSR", "DSR-2026", "Camille DSR-2026-0052", ""])
def test_anything_else_is_no_reference(text):
    assert reference_meant(text) == ""


@pytest.mark.parametrize("text", ["", "c", " c. ", "DSR-2026-0052", "a" * (LONGEST_VALUE + 1)])
def test_what_is_typed_is_not_searched_yet_if_it_says_too_little_or_too_much(text):
    assert typed_criteria(text) is None


def test_what_is_typed_means_what_it_will_mean_when_it_is_done():
    assert typed_criteria("ca") == Criteria(name=("ca",))
    assert typed_criteria("06 12 34") == criteria_meant("06 12 34")
