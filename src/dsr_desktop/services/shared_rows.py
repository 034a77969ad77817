"""Which stored rows may be the rows of several people that a quotation mark ran together.

The reader could not tell and said so when the list was imported; the row is stored as it was read.
"""

from dsr_desktop.domain.reading import MOST_ROWS_NAMED, Problem
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.wording.reading import problem_sentence

_LINE_ENDS = frozenset("\r\n")


def may_be_several_peoples(place: Place) -> bool:
    """Tell whether the import named the row for its quotes, or named so many that it may be one."""
    if all(_LINE_ENDS.isdisjoint(cell) for cell in place.row.cells):
        return False
    named = _rows_named(place.source)
    return place.row.n in named or len(named) >= MOST_ROWS_NAMED


def _rows_named(source: Source) -> frozenset[object]:
    """Return the row numbers in the warnings about quotes, those about files in an archive too."""
    sentence = problem_sentence(Problem.QUOTE_NOT_CLOSED)
    return frozenset(
        warning.details.get("row")
        for warning in source.warnings
        if warning.sentence == sentence or warning.details.get("cause") == Problem.QUOTE_NOT_CLOSED
    )
