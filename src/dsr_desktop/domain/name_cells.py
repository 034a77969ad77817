"""What stands beside a name in its cell and is no part of it: civilities, an e-mail, a phone."""

import re
from collections.abc import Sequence
from functools import lru_cache

from dsr_desktop.domain.person import (
    EMAIL_PATTERN,
    may_hold_email,
    phones_in,
    spelt_out,
    words,
    words_of_cell,
)

CIVILITIES = frozenset(words(
    "m mm mr mrs ms miss mx mme mmes mlle mlles monsieur messieurs madame mesdames mademoiselle "
    "mesdemoiselles madam dr dre drs docteur docteure doctor doktor pr prof professeur "
    "professeure professor me maître herr herrn frau sig sigra signor signora signorina sig.ra dott.ssa sr sra "
    "srta señor señora señorita ing dipl"
))  # fmt: skip
# Degrees and orders after a name. "Md" and "Ma" are names as well.
DEGREES = frozenset(words("phd dphil mba msc bsc llm llb esq esquire dds dvm cpa obe mbe cbe"))
_NO_NAMES = CIVILITIES | DEGREES
_DOTTED_DEGREE = re.compile(r",? *\b(?:ph\. ?d|d\. ?phil|m\. ?b\. ?a|m\. ?sc|b\. ?sc|ll\. ?[mb])\b\.?",
                            re.IGNORECASE)  # fmt: skip
_LABELS = frozenset(words(
    "e mail email mailto courriel mél tél tel téléphone telephone phone mobile portable port gsm "
    "fixe cell"
))  # fmt: skip


def name_alone(text: str, there: Sequence[str] | None = None) -> str:
    """Leave out e-mails, phones, their labels and degrees; `text` itself where nothing else is left.

    `there` are its folded words, if they are at hand.
    """
    is_plain = _is_plain(text, words_of_cell(text) if there is None else there)
    return text if is_plain else _name_alone(text)


def _is_plain(text: str, there: Sequence[str]) -> bool:
    """Tell quickly of most names that nothing stands beside them: no figure, no address, no degree."""
    is_of_letters = "".join(there).isalpha() and "." not in text
    return is_of_letters and DEGREES.isdisjoint(there) and not may_hold_email(text)


@lru_cache(maxsize=1024)
def _name_alone(text: str) -> str:
    text = without_degrees(text)
    bare = EMAIL_PATTERN.sub(" ", spelt_out(text)) if may_hold_email(text) else text
    for number in sorted(phones_in(bare), key=len, reverse=True):
        bare = bare.replace(number, " ")
    if bare == text:
        return text
    kept = [part for part in bare.split() if not _LABELS.issuperset(words(part))]
    return " ".join(kept) or text


def without_civilities(there: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Leave civilities and degrees out of the folded words `there`, but for those that are `wanted`."""
    if _NO_NAMES.isdisjoint(there):
        return there
    return tuple(word for word in there if word in wanted or word not in _NO_NAMES)


def without_degrees(text: str) -> str:
    """Leave degrees out that follow a name ("Jean Dupont, Ph.D."); `text` itself if nothing else is."""
    plain = _DOTTED_DEGREE.sub("", text) if "." in text else text
    first, *others = plain.split() or ("",)
    kept = [part for part in others if not words(part) or not DEGREES.issuperset(words(part))]
    if plain == text and len(kept) == len(others):
        return text
    bare = " ".join((first, *kept)).rstrip(" ,")
    return bare if words(bare) else text
