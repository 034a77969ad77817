"""Puts notes that stand elsewhere in a document on the rows that they are for."""

from collections.abc import Iterable, Iterator

from dsr_desktop.domain.notes import CellNote
from dsr_desktop.readers.parts import ReadRow


def with_notes(
    rows: Iterator[ReadRow], placed: Iterable[tuple[int, CellNote]]
) -> Iterator[ReadRow]:
    """Put notes, sorted by their rows, on these; one on a row without cells makes a row."""
    waiting: dict[int, list[CellNote]] = {}
    for n, note in placed:
        waiting.setdefault(n, []).append(note)
    numbers = iter(waiting.copy())
    following = next(numbers, None)
    for row in rows:
        while following is not None and following < row.n:
            yield from _row_of_notes(following, waiting.pop(following, []))
            following = next(numbers, None)
        notes = waiting.pop(row.n, None)
        yield (
            ReadRow(row.n, row.cells, row.typed, row.hidden, (*row.notes, *notes)) if notes else row
        )
    for n, notes in waiting.items():
        yield from _row_of_notes(n, notes)


def _row_of_notes(n: int, notes: list[CellNote]) -> Iterable[ReadRow]:
    return (ReadRow(n, (), notes=notes),) if notes else ()
