"""Compares a file with its cleaned copy while a reader reads both, row by row."""

from collections.abc import Iterable, Iterator

from dsr_desktop.domain.cleaning import REMOVES_ROWS, Orders, Others
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import (
    FileDone,
    Message,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
)

_NOTHING_IN_IT = frozenset({Problem.EMPTY, Problem.NOTHING_INSIDE})


class CopyCheck:
    """Tells whether a copy was read to its end, and holds what it has to and nothing else.

    A text list names its one sheet after the file: there the name says nothing.
    """

    def __init__(self, orders: Orders, kind: str | None) -> None:
        moves = kind in REMOVES_ROWS
        if moves:
            orders = {"": {n: cut for rows in orders.values() for n, cut in rows.items()}}
        self._has_one_sheet = moves
        self._others = Others(orders, moves=moves)
        self._is_read = False

    def read_original(self, messages: Iterable[Message]) -> None:
        """Take note of the rows of the file itself."""
        for _message in self._watched(messages, is_copy=False):
            pass

    def seen(self, messages: Iterator[Message]) -> Iterator[Message]:
        """Hand on the messages about the copy, and take note of its rows."""
        try:
            yield from self._watched(messages, is_copy=True)
            self._is_read = True
        except UnreadableError as error:
            self._is_read = error.problem in _NOTHING_IN_IT
            raise

    @property
    def is_passed(self) -> bool:
        """Tell whether everybody else's rows are as they were."""
        return self._is_read and self._others.are_the_same

    def _watched(self, messages: Iterable[Message], *, is_copy: bool) -> Iterator[Message]:
        sheet = ""
        for message in messages:
            if isinstance(message, SheetBegins):
                sheet = "" if self._has_one_sheet else message.name
            elif isinstance(message, StartsAgain):
                self._others.begin(is_copy=is_copy)
            elif isinstance(message, Rows):
                for n, _hidden, joined, typed, *_rest in message.rows:
                    self._others.see(sheet, (n, joined, typed), is_copy=is_copy)
            if not isinstance(message, FileDone) or is_copy:
                yield message
