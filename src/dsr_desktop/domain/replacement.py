"""How the rows of a newer version of a list pair with those of the earlier one without a guess.

Rows are told apart by digests, so a million of them need no more than their integers in memory.
A pair is one person: whoever may be a namesake is one row removed and another added.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from dsr_desktop.domain.row_identity import claimed_by
from dsr_desktop.domain.row_pairing import RowPairing, RowPairs, UnpairedRows, tokens_of
from dsr_desktop.domain.versions import ColumnMap, SheetVersion, VersionRow

__all__ = ["RowPairs", "SheetPairing", "all_added", "all_removed", "pair_rows"]

_NONE = -1


@dataclass(frozen=True)
class SheetPairing:
    """What became of the rows of one sheet; `added` and `removed` are row numbers of the sheets."""

    unchanged: RowPairs = field(default_factory=RowPairs)
    changed: RowPairs = field(default_factory=RowPairs)
    added: "array[int]" = field(default_factory=lambda: array("q"))
    removed: "array[int]" = field(default_factory=lambda: array("q"))


def pair_rows(earlier: SheetVersion, newer: SheetVersion) -> SheetPairing:
    """Pair the rows of two versions of a sheet.

    Rows of equal text first, those that repeat in their order. The others by identifier, by e-mail
    or phone, by name with birth date, address or company: never by a name alone, and never where
    the rest speaks for two people.
    """
    columns = ColumnMap(earlier.columns, newer.columns)
    equals = _EqualTexts(earlier.rows(), columns)
    pairing = SheetPairing()
    fresh = UnpairedRows(newer)
    for row in newer.rows():
        before = equals.take(_text(columns.as_earlier(row.joined), row.notes))
        if before is not None:
            pairing.unchanged.add(before, row.id)
        fresh.see(row, is_settled=before is not None)
    if len(fresh) or len(pairing.unchanged) < equals.number:
        old, busy = _without_equal(earlier, equals, fresh)
        RowPairing(old, fresh, busy, pairing.changed).run()
        pairing.removed.extend(old.numbers_left())
        pairing.added.extend(fresh.numbers_left())
    return pairing


def all_added(newer: SheetVersion) -> SheetPairing:
    """Return what became of a sheet that the earlier version does not have."""
    return SheetPairing(added=array("q", (row.n for row in newer.rows())))


def all_removed(earlier: SheetVersion) -> SheetPairing:
    """Return what became of a sheet that the newer version does not have."""
    return SheetPairing(removed=array("q", (row.n for row in earlier.rows())))


def _text(joined: str, notes: str) -> int:
    return hash((joined, notes))


class _EqualTexts:
    """Rows by their text; of equal ones the first is taken first."""

    def __init__(self, rows: Iterable[VersionRow], columns: ColumnMap) -> None:
        self._ids = array("q")
        self._next = array("q")
        self._first: dict[int, int] = {}
        last: dict[int, int] = {}
        for index, row in enumerate(rows):
            text = _text(columns.compared(row.joined), row.notes)
            self._ids.append(row.id)
            self._next.append(_NONE)
            if text in self._first:
                self._next[last.get(text, self._first[text])] = index
                last[text] = index
            else:
                self._first[text] = index
        self._taken = bytearray(len(self._ids))

    @property
    def number(self) -> int:
        """How many rows there are in all."""
        return len(self._ids)

    def take(self, text: int) -> int | None:
        """Return the id of the next row of this text, None if there is none left."""
        index = self._first.get(text, _NONE)
        if index == _NONE:
            return None
        self._first[text] = self._next[index]
        self._taken[index] = 1
        return self._ids[index]

    def is_taken(self, index: int) -> bool:
        """Tell whether the row at this place found its equal."""
        return bool(self._taken[index])


def _without_equal(
    sheet: SheetVersion, equals: _EqualTexts, fresh: UnpairedRows
) -> tuple[UnpairedRows, set[int]]:
    """Return the earlier rows without an equal, and the tokens that rows with one have too.

    Such a token no longer names one row alone.
    """
    left, busy = UnpairedRows(sheet), set[int]()
    asked = {token for _j, who in fresh.open() for token in tokens_of(who)}
    for index, row in enumerate(sheet.rows()):
        is_settled = equals.is_taken(index)
        left.see(row, is_settled=is_settled)
        if asked and is_settled:
            busy |= asked.intersection(claimed_by(sheet.seen(row), row.keys))
    return left, busy
