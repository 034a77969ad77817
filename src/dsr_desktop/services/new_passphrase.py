"""What a passphrase that somebody chooses has to be, in sentences."""

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.passphrase_strength import SHORTEST, Strength, strength_of

_REFUSALS = {
    Strength.TOO_SHORT: mark(
        "The passphrase is too short. Use at least {n} characters, or seven words."
    ),
    Strength.TOO_UNIFORM: mark(
        "The passphrase has too few different characters. Use seven words that nobody guesses."
    ),
    Strength.SEQUENCE: mark(
        "The passphrase is a sequence of the alphabet or the keyboard. "
        "Use seven words that nobody guesses."
    ),
    Strength.NAME: mark(
        "The passphrase is the name of the company or of the app and little else. "
        "Use seven words that nobody guesses."
    ),
}


def check_passphrase(passphrase: str, company: str) -> None:
    """Refuse a passphrase that is short or guessed first (R-SEC-2)."""
    strength = strength_of(passphrase, company)
    if strength.is_refused:
        raise InvalidInputError(_REFUSALS[strength], n=SHORTEST)
