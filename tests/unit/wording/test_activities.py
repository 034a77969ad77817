"""The legal bases have a name each, with the article that it comes from."""

import pytest

from dsr_desktop.domain.activity import LEGAL_BASES
from dsr_desktop.wording.activities import basis_label
from dsr_desktop.wording.language import speak


@pytest.mark.parametrize("article", LEGAL_BASES)
def test_every_basis_has_a_name_and_its_article(article):
    name, _comma, where = basis_label(speak("en"), article).rpartition(", ")

    assert name
    assert where == f"art. {article}"


def test_a_basis_of_an_older_register_is_shown_by_its_article_alone():
    assert basis_label(speak("en"), "6(1)") == "art. 6(1)"
