"""Recognises how a delimited text is written: delimiter, quotes, the line that names them."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dsr_desktop.readers.stray_quotes import QuoteCutter

if TYPE_CHECKING:
    from _csv import Reader

_USUAL = ("\t", ";", "|", ",")
_NAMED = re.compile(r"""\s*"?sep=(.)"?\s*""", re.IGNORECASE)
_FEW = 3
_NO_DELIMITERS = "\"'@.-_()&+/\\"
_COLON_IN_TEXT = re.compile(
    r"(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)"  # a time
    r"|\b(?:[0-9A-Fa-f]{1,4}:){3}[0-9A-Fa-f]{1,4}\b"  # an address of a device
    r"|:(?://|\s|\\)"  # of a page; a label; of a disk
    r"|\s:"
)


@dataclass(frozen=True)
class Dialect:
    """How lines are cut into cells; `named`: the first line only names the delimiter, and is no row."""

    delimiter: str = ","
    quote: str = '"'
    escape: str | None = None
    named: bool = False

    def reader(self, lines: Iterable[str], *, strict: bool = False) -> "Reader":
        """Cut lines into rows of cells; `strict` raises csv.Error where a quote is out of place."""
        return csv.reader(
            lines, delimiter=self.delimiter, quotechar=self.quote, escapechar=self.escape,
            doublequote=self.escape is None, strict=strict,
        )  # fmt: skip

    @cached_property
    def cutter(self) -> QuoteCutter:
        """Cut a text in which some quotes are not meant as such."""
        return QuoteCutter(self.delimiter, self.quote, self.escape)


def detect_dialect(sample: Sequence[str]) -> Dialect:
    """Choose what cuts most of the sample lines into the same number of cells.

    When several delimiters do equally well, the one that stands less often inside a text; another
    sign than the usual ones only if it cuts every line, and those cut none; a colon, moreover, only if
    it can be nothing else; a comma if none does.
    """
    if sample and (named := _NAMED.fullmatch(sample[0].strip("\r\n"))):
        return replace(_with_quotes(Dialect(named[1]), sample[1:]), named=True)
    best = max(map(Dialect, _USUAL), key=lambda dialect: agreement(sample, dialect))
    if agreement(sample, best) == (0, 0):
        best = next(_unusual(sample), Dialect())
    return _with_quotes(best, sample)


def agreement(sample: Sequence[str], dialect: Dialect) -> tuple[int, int]:
    """How many rows have the usual number of cells, and that number; (0, 0) if nothing is cut.

    A quote that is never closed hides no row after it.
    """
    try:
        cut = [cells for cells in _rows(sample, dialect) if cells]
    except csv.Error:
        return (0, 0)
    # A quote inside a cell: the delimiter stood inside quotes and is none.
    wide = [
        len(cells)
        for cells in cut
        if len(cells) > 1 and not any(dialect.quote == '"' in cell for cell in cells)
    ]
    if not wide:
        return (0, 0)
    usual = max(set(wide), key=lambda width: (wide.count(width), width))
    return (wide.count(usual), usual)


def _rows(sample: Sequence[str], dialect: Dialect) -> Iterable[list[str]]:
    text = "".join(sample)
    return dialect.cutter.rows(text) if dialect.quote in text else dialect.reader(sample)


def _with_quotes(dialect: Dialect, sample: Sequence[str]) -> Dialect:
    text = "".join(sample)
    if '\\"' in text and '""' not in text:
        dialect = replace(dialect, escape="\\")
    single = replace(dialect, quote="'")
    return single if '"' not in text and _all_quoted(sample, single) else dialect


def _all_quoted(sample: Sequence[str], dialect: Dialect) -> bool:
    """Tell whether nearly every cell stands in single quotes; an apostrophe alone is no quote."""
    pieces = [piece.strip() for line in sample for piece in line.split(dialect.delimiter)]
    quoted = sum(len(piece) > 1 and piece[0] == piece[-1] == "'" for piece in pieces)
    return quoted >= 0.5 * len(pieces) > 0


def _unusual(sample: Sequence[str]) -> Iterator[Dialect]:
    lines = [line for line in sample if line.strip()]
    if len(lines) < _FEW:
        return
    shared = set.intersection(*(set(line.strip()) for line in lines))
    for sign in sorted(shared):
        if _may_delimit(sign, lines):
            dialect = Dialect(sign)
            if agreement(lines, dialect)[0] == len(lines):
                yield dialect


def _may_delimit(sign: str, lines: Sequence[str]) -> bool:
    if sign == ":":
        return _are_cut_by_colons([line.rstrip("\r\n") for line in lines])
    return not (sign.isalnum() or sign.isspace() or sign in _NO_DELIMITERS)


def _are_cut_by_colons(lines: Sequence[str]) -> bool:
    """Tell whether colons can only be delimiters: two at least, as many in every line, none in a text."""
    counts = {line.count(":") for line in lines}
    return (
        counts.isdisjoint({0, 1})
        and len(counts) == 1
        and not any(map(_COLON_IN_TEXT.search, lines))
    )
