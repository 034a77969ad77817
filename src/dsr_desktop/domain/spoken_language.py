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
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 2
_SHOWN = 5


def language_of(text: str) -> tuple[str, str]:
    """Return "fr", "en" or "" where the words do not tell, and a few of the words that do."""
    words = {written.lower(): flat(written) for written in _WORD.findall(text)}
    told = {
        language: [written for written, folded in words.items() if folded in known]
        for language, known in (("fr", _FRENCH), ("en", _ENGLISH))
    }
    best, other = sorted(told, key=lambda one: len(told[one]), reverse=True)
    if len(told[best]) < _ENOUGH or len(told[best]) < _ENOUGH * len(told[other]):
        return "", ""
    return best, ", ".join(told[best][:_SHOWN])
