"""What a text typed into the search field of a page header means."""

import pytest

from dsr_desktop.domain.criteria import LONGEST_VALUE, Criteria
from dsr_desktop.domain.errors import InvalidInputError
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
        ("12/03/1980", Criteria(birth_date=("12/03/1980",))),
        ("1.2.1950", Criteria(birth_date=("1.2.1950",))),
        ("1980-03-12", Criteria(birth_date=("1980-03-12",))),
        ("12 03 1980", Criteria(birth_date=("12 03 1980",))),
        ("06 12 34", Criteria(phone=("06 12 34",))),
        ("+33 6 12 3", Criteria(phone=("+33 6 12 3",))),
        ("(01) 40 20", Criteria(phone=("(01) 40 20",))),
        ("0033 6 12 34 56 78", Criteria(phone=("0033 6 12 34 56 78",))),
        ("612345678", Criteria(phone=("612345678",))),
        ("3M", Criteria(name=("3M",))),
        ("Jean-Pierre", Criteria(name=("Jean-Pierre",))),
        ("12 rue des Tilleuls", Criteria(name=("12 rue des Tilleuls",))),
        ("Mme Camille Dupont", Criteria(name=("Camille Dupont",))),
        ("Camille <camille@acme.example>", Criteria(email=("camille@acme.example",))),
    ],
)
def test_a_text_is_an_address_a_day_a_number_or_a_name(text, criteria):
    assert criteria_meant(text, "FR") == criteria


@pytest.mark.parametrize(
    "text",
    ["C-00123", "c00123", "C 00123", "4711", "69003", "2024-0017", "AB12CD", "123 456 789 00012",
     "FR76 3000 6000 0112 3456 7890 189", "0012345", "12/34/1980", "client_2041", "A.12.44", "42"],
)  # fmt: skip
def test_a_customer_number_is_an_identifier(text):
    assert criteria_meant(text, "FR") == Criteria(identifier=(text,))


@pytest.mark.parametrize("text", ["n° 4711", "N°4711", "# 4711"])
def test_the_sign_before_a_number_is_no_part_of_it(text):
    assert criteria_meant(text, "FR") == Criteria(identifier=("4711",))


def test_what_is_a_phone_number_depends_on_the_country():
    assert criteria_meant("202 555 0123", "US") == Criteria(phone=("202 555 0123",))
    assert criteria_meant("202 555 0123", "FR") == Criteria(identifier=("202 555 0123",))


@pytest.mark.parametrize("text", ["a" * 10_000, "1" * 10_000, "\x00\x01", "\u202e\u200b"])
def test_a_text_nobody_can_mean_is_refused_in_a_sentence(text):
    with pytest.raises(InvalidInputError):
        criteria_meant(text, "FR")


@pytest.mark.parametrize("text", ["-" * 40, '" OR NEAR(', "()", "°", "٠٦١٢", "😀😀"])
def test_any_other_text_is_taken_for_something(text):
    assert not criteria_meant(text, "FR").is_empty()


def test_an_empty_text_asks_nothing():
    assert criteria_meant("  ", "FR") is None


@pytest.mark.parametrize("text", ["DSR-2026-0052", "dsr-2026-0052", " DSR-2026-0052 "])
def test_a_reference_is_a_request(text):
    assert reference_meant(text) == "DSR-2026-0052"


@pytest.mark.parametrize("text", ["DSR", "DSR-2026", "Camille DSR-2026-0052", ""])
def test_anything_else_is_no_reference(text):
    assert reference_meant(text) == ""


@pytest.mark.parametrize("text", ["", "c", " c. ", "DSR-2026-0052", "a" * (LONGEST_VALUE + 1)])
def test_what_is_typed_is_not_searched_yet_if_it_says_too_little_or_too_much(text):
    assert typed_criteria(text, "FR") is None


def test_what_is_typed_means_what_it_will_mean_when_it_is_done():
    assert typed_criteria("ca", "FR") == Criteria(name=("ca",))
    assert typed_criteria("06 12 34", "FR") == criteria_meant("06 12 34", "FR")
