"""A row while its cells come in, one column after the other."""

from collections.abc import Iterator
from urllib.parse import unquote

from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.cells import spells_words
from dsr_desktop.readers.parts import ReadRow

MOST_COLUMNS = 16_384
MOST_ROWS = 2**31 - 1


class OpenRow:
    """Gathers texts, typed values and notes by column from 1; empty columns are filled up.

    UnreadableError for a column or row that no spreadsheet program has.
    """

    def __init__(self, n: int, *, hidden: bool = False) -> None:
        if not 1 <= n <= MOST_ROWS:
            raise UnreadableError(Problem.DAMAGED)
        self.n = n
        self.hidden = hidden
        self._cells: list[str] = []
        self._typed: dict[str, object] = {}
        self._notes: list[CellNote] = []

    def put(self, column: int, text: str, typed: object = None) -> None:
        """Set the text of a cell and the value behind it where it is not plain text."""
        if not 1 <= column <= MOST_COLUMNS:
            raise UnreadableError(Problem.DAMAGED)
        cells = self._cells
        missing = column - 1 - len(cells)
        if missing == 0:
            cells.append(text)
        elif missing > 0:
            cells.extend([""] * missing)
            cells.append(text)
        else:
            cells[column - 1] = text
        if typed is not None:
            self._typed[str(column)] = typed

    def note(self, column: int, kind: NoteKind, text: str) -> None:
        """Hang a comment, a link or a formula on a cell; nothing where the text is empty."""
        if text and 1 <= column <= MOST_COLUMNS:
            self._notes.append(CellNote(column, kind, text))

    def comment(self, column: int, text: str, author: str = "") -> None:
        """Hang a comment on a cell, its author in front where the text does not name him."""
        author = author.strip()
        named = not author or text.startswith(author)
        self.note(column, NoteKind.COMMENT, text if named else f"{author}: {text}")

    def link(self, column: int, target: str) -> None:
        """Hang the target of a link on a cell; one that stays inside the document names nobody."""
        target = target.strip()
        if not target.startswith("#"):
            self.note(column, NoteKind.LINK, unquote(target))

    def formula(self, column: int, formula: str) -> None:
        """Hang a formula on a cell if it may name a person."""
        if spells_words(formula):
            self.note(column, NoteKind.FORMULA, formula)

    def closed(self) -> ReadRow | None:
        """Return the row; None for one that holds nothing."""
        if not (self._cells or self._notes):
            return None
        return ReadRow(self.n, self._cells, self._typed or None, self.hidden, self._notes)


def counted(written: str, least: int = 0) -> int:
    """Read how many rows or columns, or which one; UnreadableError for what is no such number."""
    digits = written.strip()
    number = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 10 else -1
    if not least <= number <= MOST_ROWS:
        raise UnreadableError(Problem.DAMAGED)
    return number


def repeated(row: ReadRow, repeat: int, limits: Limits) -> Iterator[ReadRow]:
    """Yield a row that a document names once for `repeat` rows, each with its own number.

    UnreadableError before the first where they would be more rows, or more text, than the limits allow.
    """
    if repeat > limits.rows:
        raise UnreadableError(Problem.TOO_MANY_ROWS, most=limits.rows)
    if repeat * sum(map(len, row.cells)) > limits.text:
        raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)
    for n in range(row.n, row.n + repeat):
        yield row._replace(n=n)
