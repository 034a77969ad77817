"""Sentences about confirmed rows that can hardly be one person."""

from collections.abc import Callable, Iterator, Sequence

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.namesakes import Namesakes
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.other_names import WhereRow, row_where

MOST_VALUES = 4
_LONGEST_SHOWN = 40
Where = Callable[[int], WhereRow | None]
"""Where the row of a hit stands, by the hit's id."""


def may_be_two_people(tr: Tr) -> str:
    """Say what is the matter with the confirmed rows of a request."""
    return tr("The confirmed rows may be about two people.")


def namesakes_told(tr: Tr, found: Sequence[Namesakes]) -> Iterator[str]:
    """Say for each kind of contradiction what the rows say."""
    for one in found:
        values = ", ".join(_short(said.text) for said in one.said[:MOST_VALUES])
        more = len(one.said) - MOST_VALUES
        if more > 0:
            values = tr.count("{values} and {n} more", "{values} and {n} more", more, values=values)
        if one.about is Field.BIRTH_DATE:
            yield tr("Birth dates: {values}.", values=values)
        else:
            yield tr("Given names: {values}.", values=values)


def rows_of_namesakes(tr: Tr, found: Sequence[Namesakes], where: Where) -> Iterator[str]:
    """Name for each kind the rows that contradict, and never what they say."""
    for one in found:
        rows = [row for said in one.said if (row := where(said.hits[0])) is not None]
        named = tr.series(row_where(tr, row) for row in rows[:MOST_VALUES])
        if one.about is Field.BIRTH_DATE:
            yield tr("They have {n} birth dates: {rows}.", n=tr.number(len(one.said)), rows=named)
        else:
            yield tr("They have {n} given names: {rows}.", n=tr.number(len(one.said)), rows=named)


def look_again(tr: Tr) -> str:
    """Say what to do about it."""
    return tr("Look at these rows again, and reject those that are about somebody else.")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
