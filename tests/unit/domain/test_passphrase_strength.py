"""What is guessed first is refused whatever its length; what is left is graded."""

import pytest

from dsr_desktop.domain.passphrase import new_passphrase
from dsr_desktop.domain.passphrase_strength import Strength, strength_of

COMPANY = "Boulons Lefèvre SAS"


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.TOO_SHORT),
        ("Aa1 Aa1 Aa1", Strength.TOO_SHORT),
        ("onlysmallletters", Strength.ACCEPTED),
        ("Small and Big letters", Strength.ACCEPTED),
        ("cheval correct pile agrafe", Strength.ACCEPTED),
        ("Tr0ub4dor and 3", Strength.STRONG),
        ("sept mots que personne ne devine ici", Strength.STRONG),
        ("Élan-été 2026", Strength.STRONG),
        ("!%$;:?(&)#@+", Strength.ACCEPTED),
    ],
)
def test_strong_is_four_kinds_of_characters_or_seven_words(passphrase, strength):
    assert strength_of(passphrase, COMPANY) is strength


@pytest.mark.parametrize(
    "passphrase", ["aaaaaaaaaaaa", " " * 20, "abababababab", "AaAaAaAaAaAa", "123412341234",
                   "passpasspass", "Aa1 Aa1 Aa1 Aa1"],
)  # fmt: skip
def test_few_different_characters_are_refused(passphrase):
    assert strength_of(passphrase) is Strength.TOO_UNIFORM


@pytest.mark.parametrize(
    "passphrase", ["abcdefghijkl", "ABCDEFGHIJKL", "123456789012", "9876543210987", "a b c d e f g",
                   "azertyuiop123", "qwertyuiop12", "1-2-3-4-5-6-7-8", "aabbccddeeffgg",
                   "qsdfghjklm456"],
)  # fmt: skip
def test_a_sequence_of_the_alphabet_or_the_keyboard_is_refused(passphrase):
    assert strength_of(passphrase) is Strength.SEQUENCE


@pytest.mark.parametrize(
    "passphrase", ["Boulons Lefèvre", "boulonslefevresas", "LEFEVRE lefevre 2026", "Boulons-2026!",
                   "DSR Desktop 2026", "dsrdesktopdsrdesktop", "Boulons Desktop"],
)  # fmt: skip
def test_the_name_of_company_or_product_and_little_else_is_refused(passphrase):
    assert strength_of(passphrase, COMPANY) is Strength.NAME


def test_a_name_among_other_words_is_no_reason_to_refuse():
    assert strength_of("Boulons sous la pluie du dimanche soir", COMPANY) is Strength.STRONG
    assert strength_of("un x au milieu", "X") is Strength.ACCEPTED


def test_what_the_app_makes_itself_is_never_refused():
    assert not any(strength_of(new_passphrase(), COMPANY).is_refused for _n in range(50))
