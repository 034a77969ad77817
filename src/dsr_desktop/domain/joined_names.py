"""Several people's names in one cell: "Jean et Marie", "M. et Mme Dupont", "Jean Dupont & Fils"."""

import re
from dataclasses import dataclass

from dsr_desktop.domain.job_titles import is_only_title
from dsr_desktop.domain.name_cells import CIVILITIES
from dsr_desktop.domain.name_links import slashes_in_links
from dsr_desktop.domain.person import words

_JOINING = re.compile(
    r"\s*&amp;\s*|(?P<letter>&#?\w+;)|\s*[&+;|\r\n/]\s*|\s+[-\u2013\u2014]\s+"
    r"|\s+(?:et|and|und|u\.|y|e|ou|or|oder)\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_AROUND = " \t\r\n\xa0,()[]<>:"


@dataclass(frozen=True)
class NamePart:
    """One person's part of a cell, exactly as written but for titles; its folded words.

    "M." beside "Mme Dupont" is a person too, of whom the cell gives no name. A job ("Marie Dupont -
    DPO") belongs to the part, and is none of the words.
    """

    text: str
    words: frozenset[str]

    @property
    def name(self) -> str:
        """The text without what is no word of the name."""
        tokens = ((token, frozenset(words(token))) for token in self.text.split())
        return " ".join(token for token, there in tokens if there and there <= self.words)


def people_in(text: str) -> tuple[NamePart, ...]:
    """Return the people whom a name cell joins by a word or a sign; one where nothing joins.

    A double name ("Jean-Baptiste", "Marie Louise") has no joining word and stays one.
    """
    parts = _with_titles(text, _cut(text))
    if len(parts) < 2:
        return (NamePart(text, _name_in(text, parts)),)
    return tuple(part_of(text[begin:end], name) for begin, end, name in parts)


def part_of(text: str, name: frozenset[str] | None = None) -> NamePart:
    """Return the part of a cell that names one person, without titles and signs around it.

    `name` are the words of the name if not all are.
    """
    bare = _without_titles(strip_signs(text))
    there = frozenset(words(bare))
    return NamePart(bare, there if name is None else there & name)


def strip_signs(text: str) -> str:
    """Leave out the signs that stand around a name, but for a bracket that is opened in it."""
    bare = text.strip(_AROUND)
    for opening, closing in ("()", "[]"):
        if bare.count(opening) > bare.count(closing) and bare + closing in text:
            return bare + closing
    return bare


_Span = tuple[int, int]
_Part = tuple[int, int, frozenset[str]]


def _cut(text: str) -> list[_Span]:
    parts, begin = [], 0
    in_links = frozenset(slashes_in_links(text))
    for sign in _JOINING.finditer(text):
        if sign["letter"] is None and in_links.isdisjoint(range(*sign.span())):
            parts.append((begin, sign.start()))
            begin = sign.end()
    spans = (*parts, (begin, len(text)))
    return [(start, end) for start, end in spans if text[start:end].strip(_AROUND)]


def _with_titles(text: str, spans: list[_Span]) -> list[_Part]:
    """Join a job to the name before it: "Marie Dupont / DRH" is one person."""
    parts: list[_Part] = []
    for begin, end in spans:
        there = frozenset(words(text[begin:end]))
        if parts and parts[-1][2] and is_only_title(there):
            parts[-1] = (parts[-1][0], end, parts[-1][2])
        else:
            parts.append((begin, end, there))
    return parts


def _name_in(text: str, parts: list[_Part]) -> frozenset[str]:
    return parts[0][2] if parts else frozenset(words(text))


def _without_titles(part: str) -> str:
    for word in _WORD.finditer(part):
        if not CIVILITIES.issuperset(words(word[0])):
            return part[word.start() :]
    return ""
