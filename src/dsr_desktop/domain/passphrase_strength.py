"""How well a passphrase of the user's own choice protects the register (R-SEC-2)."""

import re
import unicodedata
from enum import Enum
from itertools import pairwise

SHORTEST = 12
FEWEST_KINDS = 4
FEWEST_WORDS = 7
FEWEST_CHARACTERS = 6
_FEWEST_TURNS = 6
_SHORTEST_NAME = 3
_PRODUCT = "DSR Desktop"
_SEPARATORS = re.compile(r"[\W_]+")
_LINES = (
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "yxcvbnm",
)  # fmt: skip
_NEIGHBOURS = {pair for line in _LINES for way in (line, line[::-1]) for pair in pairwise(way)}


class Strength(Enum):
    """Whether a passphrase may be used, and whether it is as good as advised."""

    TOO_SHORT = "too_short"
    TOO_UNIFORM = "too_uniform"
    SEQUENCE = "sequence"
    NAME = "name"
    ACCEPTED = "accepted"
    STRONG = "strong"

    @property
    def is_refused(self) -> bool:
        """Tell whether no register is made with such a passphrase."""
        return self not in {Strength.ACCEPTED, Strength.STRONG}


def strength_of(passphrase: str, company: str = "") -> Strength:
    """Grade a passphrase: strong is 12 characters of 4 kinds, or 7 words (CNIL 2022-100).

    Refused is what is guessed first whatever its length: few different characters, a sequence of
    the alphabet or the keyboard, the name of the company or the product and little else.
    """
    if len(passphrase) < SHORTEST:
        return Strength.TOO_SHORT
    if len(set(passphrase.casefold())) < FEWEST_CHARACTERS:
        return Strength.TOO_UNIFORM
    if _turns(_plain(passphrase)) < _FEWEST_TURNS:
        return Strength.SEQUENCE
    if _turns(_without_names(passphrase, company)) < _FEWEST_TURNS:
        return Strength.NAME
    kinds = {_kind(character) for character in passphrase}
    if len(kinds) >= FEWEST_KINDS or len(passphrase.split()) >= FEWEST_WORDS:
        return Strength.STRONG
    return Strength.ACCEPTED


def _turns(text: str) -> int:
    """Count the characters that neither repeat the one before nor stand beside it on a line."""
    expected = sum(one == other or (one, other) in _NEIGHBOURS for one, other in pairwise(text))
    return len(text) - expected


def _without_names(passphrase: str, company: str) -> str:
    names = {_plain(name) for name in (company, _PRODUCT, *company.split(), *_PRODUCT.split())}
    rest = _plain(passphrase)
    for name in sorted(names, key=len, reverse=True):
        if len(name) >= _SHORTEST_NAME:
            rest = rest.replace(name, "")
    return rest


def _plain(text: str) -> str:
    """Drop capitals, accents and what stands between words; signs alone stay as they are."""
    parts = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return _SEPARATORS.sub("", letters) or letters


def _kind(character: str) -> str:
    """Small letter, capital, figure, or anything else."""
    category = unicodedata.category(character)
    return {"Ll": "small", "Lu": "capital", "Nd": "figure"}.get(category, "other")
