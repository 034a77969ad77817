"""What a text typed into the search field of a page header means."""

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.gui.quick_search import criteria_meant, reference_meant


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
    ],
)
def test_a_text_is_an_address_a_number_or_a_name(text, criteria):
    assert criteria_meant(text) == criteria


def test_an_empty_text_asks_nothing():
    assert criteria_meant("  ") is None


@pytest.mark.parametrize("text", ["DSR-2026-0052", "dsr-2026-0052", " DSR-2026-0052 "])
def test_a_reference_is_a_request(text):
    assert reference_meant(text) == "DSR-2026-0052"


@pytest.mark.parametrize("text", ["DSR", "DSR-2026", "Camille DSR-2026-0052", ""])
def test_anything_else_is_no_reference(text):
    assert reference_meant(text) == ""
