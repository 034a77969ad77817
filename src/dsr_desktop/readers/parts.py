"""What a reader finds in a document, before it is packed for the register."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from dsr_desktop.domain.notes import CellNote
from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, Warned


class ReadRow(NamedTuple):
    """One row: `n` as the spreadsheet shows it, display texts, typed values by column from 1.

    Typed values may already be written as the JSON that is stored.
    """

    n: int
    cells: Sequence[str]
    typed: dict[str, object] | str | None = None
    hidden: bool = False
    notes: Sequence[CellNote] = ()


@dataclass(frozen=True)
class ReadSheet:
    """One sheet; its rows are read while they are taken, so take them before the next part."""

    name: str
    rows: Iterator[ReadRow]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()


Part = FileFound | ReadSheet | Warned
Reader = Callable[[Document, Limits], Iterator[Part]]
"""Yields FileFound, then sheets and warnings; raises UnreadableError where the document is refused.

Rows beyond the limits and cells that are too long are refused by who packs the rows.
"""


@contextmanager
def closing(parts: Iterator[Part]) -> Iterator[Iterator[Part]]:
    """Close what a reader has open as soon as no more of its parts are taken, whatever the reason."""
    try:
        yield parts
    finally:
        if isinstance(parts, Generator):
            parts.close()
