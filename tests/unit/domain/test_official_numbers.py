"""Numbers with check digits: the right ones are known, those with a slip are not."""

import pytest

from dsr_desktop.domain.official_numbers import (
    is_iban,
    is_payment_card,
    is_social_security_number,
)


@pytest.mark.parametrize(
    "text",
    ["FR76 3000 6000 0112 3456 7890 189", "DE89370400440532013000", "gb82-west12345698765432"],
)
def test_an_iban_is_known_however_grouped(text):
    assert is_iban(text)


@pytest.mark.parametrize(
    "text",
    ["FR76 3000 6000 0112 3456 7890 188", "DE8937", "camille@acme.example", "", "06 12 34 56 78"],
)
def test_anything_else_is_no_iban(text):
    assert not is_iban(text)


@pytest.mark.parametrize("text", ["4111 1111 1111 1111", "5500-0000-0000-0004", "340000000000009"])
def test_a_card_is_known_by_its_sum(text):
    assert is_payment_card(text)


@pytest.mark.parametrize("text", ["4111 1111 1111 1112", "9111111111111111", "411111111111", ""])
def test_other_figures_are_no_card(text):
    assert not is_payment_card(text)


@pytest.mark.parametrize("text", ["2 69 05 49 588 157 80", "1.84.12.2A.004.025.24"])
def test_a_french_social_security_number_is_known_by_its_key(text):
    assert is_social_security_number(text)


@pytest.mark.parametrize(
    "text", ["2 69 05 49 588 157 81", "2 69 05 49 588 157", "9690549588157 80"]
)
def test_other_figures_are_no_social_security_number(text):
    assert not is_social_security_number(text)
