"""Makes a sheet of records that hold different things: cards of an address book, mails.

The sheet is like a spreadsheet of the records: row 1 holds the titles, record k is row k + 1.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from dsr_desktop.domain.headers import recognise_layout
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.parts import ReadRow, ReadSheet

MOST_COLUMNS = 500
REST = "More"
_HELD_RECORDS = 300_000
_HELD_CHARACTERS = 64_000_000
_MOST_UNFIT = 1_000
_LONGEST_TITLE = 100
_UNSEEN = re.compile("[\ud800-\udfff]")
_LAST_BLANK = re.compile(r"\s\S*\Z")

Key = tuple[str, int]
"""Title of a column and its number: ("Email", 2) is shown as "Email 2"."""
_Cells = tuple[tuple[Key, str], ...]


class Record:
    """Values of one record by title and number; long texts go on in the next numbers."""

    def __init__(self, longest: int) -> None:
        self.cells: dict[Key, str] = {}
        self.characters = 0
        self._longest = longest
        self._last: dict[str, int] = {}

    def add(self, title: str, value: str, number: int | None = None) -> str:
        """Put a value under `number`, or the next free one; returns the title as shown.

        Blank values are left out.
        """
        value = value.strip()
        if not value.isascii() or "\0" in value:
            value = _UNSEEN.sub("\ufffd", value.replace("\0", ""))
        first = number if number and (title, number) not in self.cells else self._next(title)
        if 0 < len(value) <= self._longest:
            self._put(title, first, value)
        elif value:
            pieces = _pieces(value, self._longest)
            self._put(title, first, next(pieces))
            for piece in pieces:
                self._put(title, self._next(title), piece)
        return shown((title, first))

    def _next(self, title: str) -> int:
        return self._last.get(title, 0) + 1

    def _put(self, title: str, number: int, value: str) -> None:
        self.cells[title, number] = value
        self.characters += len(value)
        self._last[title] = max(number, self._last.get(title, 0))


def shown(key: Key) -> str:
    """Title of a column as its header says it."""
    title, number = key
    return title if number == 1 else f"{title} {number}"


@dataclass(frozen=True)
class Titles:
    """Titles of a kind of records: those that every sheet has, and the order of the usual ones."""

    always: Collection[str]
    order: Sequence[str]


def sheet_of_records(
    name: str, records: Callable[[], Iterator[Record]], titles: Titles, limits: Limits
) -> ReadSheet:
    """Return the sheet of the records: usual titles first, then others as they were met.

    `records` is called twice where there are too many to be held: once for the columns, once for
    the rows. Without any value there is no row, not even a header. No value is left out: beyond
    the most columns, and under titles that look like data, they stand in the last column.
    """
    return ReadSheet(name, _rows(records, titles, limits))


def _rows(
    records: Callable[[], Iterator[Record]], titles: Titles, limits: Limits
) -> Iterator[ReadRow]:
    columns = _Columns(titles)
    held: list[_Cells] | None = []
    characters = 0
    for record in _limited(records(), limits):
        cells = columns.take(record)
        if held is not None:
            held.append(cells)
            characters += record.characters
            if len(held) > _HELD_RECORDS or characters > _HELD_CHARACTERS:
                held = None
    if not columns.filled:
        return
    columns.settle()
    yield ReadRow(1, columns.titles())
    again = map(columns.take, records()) if held is None else iter(held)
    for n, cells in enumerate(again, 2):
        if cells:
            yield ReadRow(n, columns.row(cells))


def _limited(records: Iterator[Record], limits: Limits) -> Iterator[Record]:
    """Count the empty records as well: ten million of them are no address book."""
    for number in count(1):
        record = next(records, None)
        if record is None:
            return
        if number > limits.rows:
            raise UnreadableError(Problem.TOO_MANY_ROWS, most=limits.rows)
        yield record


class _Columns:
    """Columns of a sheet, gathered from its records."""

    def __init__(self, titles: Titles) -> None:
        self._usual = {title: place for place, title in enumerate(titles.order)}
        self._keys: dict[Key, Key] = {(title, 1): (title, 1) for title in titles.always}
        self._unfit: set[str] = set()
        self._rest = False
        self._places: dict[Key, int] = {}
        self.filled = False

    def take(self, record: Record) -> _Cells:
        """Note the columns that a record needs; returns its cells, their keys shared by all records."""
        self.filled = self.filled or bool(record.cells)
        for key in record.cells:
            if key not in self._keys and not self._places:
                self._add(key)
        return tuple((self._keys.get(key, key), value) for key, value in record.cells.items())

    def settle(self) -> None:
        """Put the columns in order: usual titles, others as they were met, what is left over."""
        first_met = {title: place for place, (title, _) in reversed([*enumerate(self._keys)])}
        last = len(self._usual)
        order = sorted(
            self._keys,
            key=lambda key: (self._usual.get(key[0], last), first_met[key[0]], key[1]),
        )
        self._places = {key: place for place, key in enumerate(order)}

    def titles(self) -> list[str]:
        """Return the header row."""
        return [*map(shown, self._places), *([REST] if self._rest else [])]

    def row(self, cells: _Cells) -> list[str]:
        """Return the texts of a row, up to its last one."""
        places = self._places
        placed = {places[key]: value for key, value in cells if key in places}
        if len(placed) < len(cells):
            rest = (f"{shown(key)}: {value}" for key, value in cells if key not in places)
            placed[len(places)] = "\n".join(rest)
        texts = [""] * (max(placed) + 1)
        for place, value in placed.items():
            texts[place] = value
        return texts

    def _add(self, key: Key) -> None:
        if len(self._keys) < MOST_COLUMNS and self._is_fit(shown(key)):
            self._keys[key] = key
        else:
            self._rest = True

    def _is_fit(self, title: str) -> bool:
        """Tell whether the header row is still taken for one with this title in it."""
        if title in self._unfit or len(self._unfit) > _MOST_UNFIT or len(title) > _LONGEST_TITLE:
            return False
        cells = ["Name", "Email", title]
        fit = bool(title) and recognise_layout([(1, cells)], len(cells)).header_row == 1
        if not fit:
            self._unfit.add(title)
        return fit


def _pieces(value: str, longest: int) -> Iterator[str]:
    """Cut a text that is too long for a cell, at a blank if there is one."""
    start = 0
    while len(value) - start > longest:
        piece = value[start : start + longest]
        blank = _LAST_BLANK.search(piece[-1_000:])
        if blank:
            piece = piece[: len(piece) - (blank.end() - blank.start()) + 1]
        yield piece
        start += len(piece)
    yield value[start:]
