"""Tells French from English by the small words of a text."""

import re

from dsr_desktop.domain.phrases import flat

_FRENCH = frozenset(
    [
        "je",
        "vous",
        "mes",
        "mon",
        "ma",
        "le",
        "la",
        "les",
        "des",
        "du",
        "de",
        "et",
        "est",
        "pas",
        "ne",
        "que",
        "qui",
        "pour",
        "dans",
        "sur",
        "vos",
        "votre",
        "avec",
        "une",
        "un",
        "bonjour",
        "merci",
        "madame",
        "monsieur",
        "cordialement",
        "svp",
        "plus",
        "avez",
        "donnees",
        "demande",
        "veuillez",
        "suis",
        "ce",
        "au",
    ]
)
_ENGLISH = frozenset(
    [
        "i",
        "you",
        "my",
        "the",
        "and",
        "to",
        "of",
        "is",
        "not",
        "that",
        "for",
        "in",
        "on",
        "your",
        "with",
        "a",
        "hello",
        "dear",
        "please",
        "thank",
        "thanks",
        "regards",
        "me",
        "have",
        "data",
        "request",
        "would",
        "am",
        "this",
        "it",
        "be",
        "do",
        "from",
        "all",
        "want",
        "us",
        "we",
        "delete",
    ]
)
_WORD = re.compile(r"[a-z]+")
_ENOUGH = 2


def language_of(text: str) -> tuple[str, str]:
    """Return "fr", "en" or "" where the words do not tell, and a few of the words that do."""
    words = _WORD.findall(flat(text))
    told = {"fr": [one for one in words if one in _FRENCH],
            "en": [one for one in words if one in _ENGLISH]}  # fmt: skip
    best, other = sorted(told, key=lambda one: len(told[one]), reverse=True)
    if len(told[best]) < _ENOUGH or len(told[best]) < _ENOUGH * len(told[other]):
        return "", ""
    return best, ", ".join(list(dict.fromkeys(told[best]))[:5])
