"""Tells whether confirmed rows can be one person: two birth dates or two given names are two people.

It compares the rows with each other, whatever was asked. Nothing is blocked: the DPO looks again.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TypeVar

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.given_names import NameSaid, are_two_people, names_said
from dsr_desktop.domain.row import Row

MOST_COMPARED = 200
Confirmed = tuple[int, Row]
"""The id of a hit, and its row."""


@dataclass(frozen=True)
class Said:
    """A value as the first row writes it, with the ids of the hits whose rows say the same."""

    text: str
    hits: tuple[int, ...]


@dataclass(frozen=True)
class Namesakes:
    """Values of confirmed rows that one person cannot all have.

    `about` is BIRTH_DATE or GIVEN_NAME; `said` has two or more, in the order of the hits.
    """

    about: Field
    said: tuple[Said, ...]

    @property
    def hits(self) -> frozenset[int]:
        """Ids of all hits that take part in it."""
        return frozenset(hit for one in self.said for hit in one.hits)


def namesakes_among(asked: Asked, confirmed: Iterable[Confirmed]) -> tuple[Namesakes, ...]:
    """Return what contradicts in confirmed rows, birth dates first; empty if they can be one person.

    A row that says nothing of a kind contradicts nobody; of one that says several things (a couple,
    3/4/1990) one that fits is enough. Of each kind MOST_COMPARED different values are compared.
    """
    rows = tuple(confirmed)
    found = (
        Namesakes(Field.BIRTH_DATE, _contradicting(_births(rows), frozenset.isdisjoint)),
        Namesakes(Field.GIVEN_NAME, _contradicting(_names(asked, rows), are_two_people)),
    )
    return tuple(one for one in found if one.said)


Meaning = TypeVar("Meaning", bound=Hashable)


@dataclass
class _Group:
    text: str
    hits: list[int] = field(default_factory=list)


def _contradicting(
    said: Iterable[tuple[int, str, Meaning]], contradict: Callable[[Meaning, Meaning], bool]
) -> tuple[Said, ...]:
    groups: dict[Meaning, _Group] = {}
    for hit, text, meaning in said:
        groups.setdefault(meaning, _Group(text)).hits.append(hit)
    compared = tuple(islice(groups, MOST_COMPARED))
    return tuple(
        Said(groups[one].text, tuple(groups[one].hits))
        for one in compared
        if any(contradict(one, other) for other in compared if other != one)
    )


def _births(rows: Iterable[Confirmed]) -> Iterator[tuple[int, str, frozenset[date]]]:
    for hit, row in rows:
        cells = [(text, days_meant(text)) for _column, text in row.of_field(Field.BIRTH_DATE)]
        if days := frozenset().union(*(days for _text, days in cells)):
            yield hit, next(text for text, days in cells if days), days


def _names(
    asked: Asked, rows: Sequence[Confirmed]
) -> Iterator[tuple[int, str, tuple[NameSaid, ...]]]:
    known = names_said(asked, [row for _hit, row in rows])
    for (hit, _row), names in zip(rows, known, strict=True):
        if names:
            yield hit, names[0].text, names
