"""What a processing activity may rest on, and how its name is written."""

import pytest

from dsr_desktop.domain.activity import (
    LEGAL_BASES,
    LONGEST_NAME,
    check_activity_name,
    check_legal_basis,
)
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.portability import PORTABLE_BASES


@pytest.mark.parametrize(
    "written", ["6(1)(b)", "6 (1) (b)", "A6(1)(b)", "art. 6(1)(B)", " 6(1)(b) "]
)
def test_a_legal_basis_is_understood_as_people_write_it(written):
    assert check_legal_basis(written) == "6(1)(b)"


@pytest.mark.parametrize(
    "written", ["", "6", "6(1)(g)", "6(1)(b", "consent", "9(1)(a)", "b" * 5000]
)
def test_what_is_no_legal_basis_is_refused_with_those_there_are(written):
    with pytest.raises(
        InvalidInputError, match=r"Use one of 6\(1\)\(a\), .*9\(2\)\(a\)\."
    ) as refused:
        check_legal_basis(written)

    assert len(str(refused.value)) < 200


def test_every_basis_of_portability_may_be_confirmed():
    assert set(LEGAL_BASES) >= PORTABLE_BASES


def test_a_name_loses_the_space_around_and_doubled_inside_it():
    assert check_activity_name("  Contact\n form ") == "Contact form"


@pytest.mark.parametrize("name", ["", " \t", "x" * (LONGEST_NAME + 1)])
def test_no_name_and_an_endless_one_are_refused(name):
    with pytest.raises(InvalidInputError, match="between 1 and 200 characters"):
        check_activity_name(name)
