"""How well a passphrase of the user's own choice protects the register (R-SEC-2)."""

import unicodedata
from enum import Enum

SHORTEST = 12
FEWEST_KINDS = 4
FEWEST_WORDS = 7


class Strength(Enum):
    """Whether a passphrase may be used, and whether it is as good as advised."""

    TOO_SHORT = "too_short"
    ACCEPTED = "accepted"
    STRONG = "strong"


def strength_of(passphrase: str) -> Strength:
    """Grade a passphrase: strong is 12 characters of 4 kinds, or 7 words (CNIL 2022-100)."""
    if len(passphrase) < SHORTEST:
        return Strength.TOO_SHORT
    kinds = {_kind(character) for character in passphrase}
    if len(kinds) >= FEWEST_KINDS or len(passphrase.split()) >= FEWEST_WORDS:
        return Strength.STRONG
    return Strength.ACCEPTED


def _kind(character: str) -> str:
    """Small letter, capital, figure, or anything else."""
    category = unicodedata.category(character)
    return {"Ll": "small", "Lu": "capital", "Nd": "figure"}.get(category, "other")
