"""Which stored rows may be the rows of several people that a quotation mark ran together.

The reader could not tell and said so when the list was imported; the row is stored as it was read.
"""

from collections.abc import Iterable

from dsr_desktop.domain.reading import MOST_ROWS_NAMED, Problem
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.wording.reading import problem_sentence

_LINE_ENDS = frozenset("\r\n")


def may_be_several_peoples(place: Place) -> bool:
    """Tell whether the import named the row for its quotes, or named so many that it may be one."""
    return may_be_run_together(place.source, place.row.n, place.row.cells)


def may_be_run_together(source: Source, n: int, cells: Iterable[str]) -> bool:
    """Tell the same of row `n` of a source by its cells."""
    if not any(map(has_line_ends, cells)):
        return False
    named = _rows_named(source)
    return n in named or len(named) >= MOST_ROWS_NAMED


def has_line_ends(cell: str) -> bool:
    """Tell whether a cell has several lines, as one has into which rows were run."""
    return not _LINE_ENDS.isdisjoint(cell)


def _rows_named(source: Source) -> frozenset[object]:
    """Return the row numbers in the warnings about quotes, those about files in an archive too."""
    sentence = problem_sentence(Problem.QUOTE_NOT_CLOSED)
    return frozenset(
        warning.details.get("row")
        for warning in source.warnings
        if warning.sentence == sentence or warning.details.get("cause") == Problem.QUOTE_NOT_CLOSED
    )
