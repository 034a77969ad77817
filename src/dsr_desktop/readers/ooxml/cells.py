"""Turns what is stored in a cell into the text that one reads and its typed value."""

import re
from collections.abc import Sequence

from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.numbers import read_number
from dsr_desktop.readers.ooxml.strings import unescaped
from dsr_desktop.readers.ooxml.styles import Show

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_WORD = re.compile(r"[^\W_]")
_ADDRESS = re.compile(r"\w@\w")
_MIDNIGHT = re.compile(r"[T ]00:00:00(?:\.0+)?Z?$")


class CellValues:
    """What the cells of one workbook say; UnreadableError for cells that point to no text."""

    def __init__(self, strings: Sequence[str], styles: Sequence[Show], longest: int) -> None:
        self.strings = strings
        self._shows: dict[str | None, Show] = {str(n): show for n, show in enumerate(styles)}
        self._shows[None] = styles[0] if styles else read_number
        self._longest = longest

    def read(self, kind: str | None, style: str | None, stored: str) -> tuple[str, object]:
        """Return text and typed value (None for plain text) of a cell of type `kind`."""
        if kind is None or kind == "n":
            return self.show(style)(stored)
        if kind == "s":
            return self.shared(stored), None
        if kind == "b":
            is_true = stored.strip() in {"1", "true"}
            return ("TRUE" if is_true else "FALSE"), is_true
        if kind == "d":
            return _MIDNIGHT.sub("", stored).replace("T", " ", 1), stored
        return self.spelled(stored), None

    def show(self, style: str | None) -> Show:
        """Return how a cell of this style shows a number."""
        return self._shows.get(style, read_number)

    def spelled(self, stored: str) -> str:
        """Return a text that a cell holds itself; one character too long if it is longer."""
        return unescaped(stored)[: self._longest + 1]

    def shared(self, stored: str) -> str:
        """Return the shared text of this number."""
        try:
            number = int(stored)
            if number >= 0:
                return self.strings[number]
        except (ValueError, IndexError):
            pass
        raise UnreadableError(Problem.DAMAGED)


class Formulas:
    """The formulas of one sheet; those that cells share are spelled in the first of them only.

    `without_result` counts those with which no result is stored: programs that only write files
    leave it to the next program to compute.
    """

    def __init__(self) -> None:
        self._shared: dict[str, str] = {}
        self.without_result = 0

    def note(self, column: int, formula: str, shared: str | None) -> CellNote | None:
        """Return the formula as a note if it may name a person; `shared` is its number if any."""
        if shared is not None:
            formula = formula or self._shared.get(shared, "")
            self._shared[shared] = formula
        return CellNote(column, NoteKind.FORMULA, f"={formula}") if spells_words(formula) else None


def spells_words(formula: str) -> bool:
    """Tell whether a formula holds words or an address of its own.

    Others only refer to cells that are read anyway; to keep them would double the register.
    """
    if '"' not in formula and "@" not in formula:
        return False
    return any(map(_WORD.search, _QUOTED.findall(formula))) or bool(_ADDRESS.search(formula))


class Columns(dict[str, int]):
    """Numbers of columns from 1 by their letters; UnreadableError beyond the last."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters:
            number = number * 26 + ord(letter) - ord("A") + 1
        if not 1 <= number <= LAST_COLUMN:
            raise UnreadableError(Problem.DAMAGED)
        self[letters] = number
        return number


_COLUMNS = Columns()


def place_of(reference: str) -> tuple[int, int] | None:
    """Return row and column of a cell like B12, or of the first of an area; None for neither."""
    found = _REFERENCE.match(reference.strip().upper())
    if not found or not 1 <= int(found[2]) <= LAST_ROW:
        return None
    return int(found[2]), _COLUMNS[found[1]]
