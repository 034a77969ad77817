"""Several people's names in one cell: "Jean et Marie", "M. et Mme Dupont", "Jean Dupont & Fils"."""

import re
from dataclasses import dataclass

from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.person import words

_JOINING = re.compile(
    r"\s*&amp;\s*|(?P<letter>&#?\w+;)|\s*(?:[&+;|\r\n]|(?<!\bc)/|/(?!o\b))\s*|\s+[-\u2013\u2014]\s+"
    r"|\s+(?:et|and|und|u\.|y|e|ou|or|oder)\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_AROUND = " \t\r\n\xa0,()[]"


@dataclass(frozen=True)
class NamePart:
    """One person's part of a cell, exactly as written but for titles; its folded words.

    "M." beside "Mme Dupont" is a person too, of whom the cell gives no name.
    """

    text: str
    words: frozenset[str]


def people_in(text: str) -> tuple[NamePart, ...]:
    """Return the people whom a name cell joins by a word or a sign; one where nothing joins.

    A double name ("Jean-Baptiste", "Marie Louise") has no joining word and stays one.
    """
    parts = [part for part in _cut(text) if part.strip(_AROUND)]
    if len(parts) < 2:
        return (NamePart(text, frozenset(words(text))),)
    return tuple(part_of(part) for part in parts)


def part_of(text: str) -> NamePart:
    """Return the part of a cell that names one person, without titles and signs around it."""
    bare = _without_titles(text.strip(_AROUND))
    return NamePart(bare, frozenset(words(bare)))


def _cut(text: str) -> list[str]:
    parts, begin = [], 0
    for sign in _JOINING.finditer(text):
        if sign["letter"] is None:
            parts.append(text[begin : sign.start()])
            begin = sign.end()
    return [*parts, text[begin:]]


def _without_titles(part: str) -> str:
    for word in _WORD.finditer(part):
        if not CIVILITIES.issuperset(words(word[0])):
            return part[word.start() :]
    return ""
