"""What is new for a person who was answered before: rows given then, and rows found now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Since(StrEnum):
    """What became of a row since the last answer."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    GIVEN = "given"


@dataclass(frozen=True)
class RowPlace:
    """Where a row stands, or stood: nothing of what it says."""

    row_id: int
    file: str
    sheet: str
    row: int


@dataclass(frozen=True)
class AnsweredRow:
    """A row as it was found now, or then for one that is gone."""

    since: Since
    place: RowPlace


@dataclass(frozen=True)
class Successor:
    """The row of a newer version of a file that goes on as an earlier one."""

    row_id: int
    changed: bool


def difference(
    given: Iterable[RowPlace], now: Iterable[RowPlace], successors: Mapping[int, Successor]
) -> tuple[AnsweredRow, ...]:
    """Compare the rows of the last answer with those that are the person's now.

    `successors` follows rows into newer versions of their files, by the earlier row's id. New rows
    come first, then the changed, the gone, and those given already.
    """
    then = {place.row_id: place for place in given}
    for row_id, place in list(then.items()):
        for successor in _line(row_id, successors):
            then.setdefault(successor.row_id, place)
    changed = {row_id for place in then.values() for row_id in _changed(place.row_id, successors)}
    found = list(now)
    rows = [AnsweredRow(_since(one.row_id, then, changed), one) for one in found]
    still_there = {then[one.row_id] for one in found if one.row_id in then}
    gone = (place for place in dict.fromkeys(then.values()) if place not in still_there)
    rows += [AnsweredRow(Since.GONE, place) for place in gone]
    order = list(Since)
    return tuple(sorted(rows, key=lambda row: order.index(row.since)))


def _since(row_id: int, then: Mapping[int, RowPlace], changed: set[int]) -> Since:
    if row_id not in then:
        return Since.NEW
    return Since.CHANGED if row_id in changed else Since.GIVEN


def _line(row_id: int, successors: Mapping[int, Successor]) -> Iterator[Successor]:
    """Yield the rows that go on as a row, one version after the other."""
    seen = {row_id}
    while (successor := successors.get(row_id)) is not None and successor.row_id not in seen:
        yield successor
        row_id = successor.row_id
        seen.add(row_id)


def _changed(row_id: int, successors: Mapping[int, Successor]) -> Iterator[int]:
    """Yield those of the rows that go on as a row in which it is no longer what it was."""
    has_changed = False
    for successor in _line(row_id, successors):
        has_changed = has_changed or successor.changed
        if has_changed:
            yield successor.row_id
