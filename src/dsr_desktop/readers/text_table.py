"""Reads delimited text: csv, tsv and their relatives, and text with aligned columns."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dsr_desktop.domain.reading import MOST_ROWS_NAMED, Limits, Problem
from dsr_desktop.readers.aligned_columns import AlignedColumns, detect_columns, holds_several
from dsr_desktop.readers.delimited_rows import DelimitedRows
from dsr_desktop.readers.dialects import Dialect, agreement, detect_dialect
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import detect_encoding, doubts_about, readings
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.parts import Part, ReadSheet

_WORKBOOK_NAMES = frozenset({".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods"})
_SAMPLE_LINES = 50
_FEWEST_COLUMNS = 2
_SAMPLE_CHARACTERS = 1_000_000
_AMOUNT = re.compile(r"(?<=\d),(?=\d)")
_END_MARK = "\x1a"


def read_text_table(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the rows of a text, delimited or aligned; blank lines count, as in a spreadsheet.

    Raises UnreadableError for binary content, for a cell longer than the limit, and for running
    text under the name of a workbook: that is what is left of one, not a list. Lines that a quote
    swallowed are read apart, and named at the end; rows of which that is not sure are kept as read
    and named too.
    """
    encoding = detect_encoding(document)
    csv.field_size_limit(limits.cell_characters)
    with document.open_text(encoding.name, encoding.errors) as file:
        sample = sample_of(file)
        dialect, width, columns = layout_of(sample)
        if document.suffix in _WORKBOOK_NAMES and not (width or columns):
            raise UnreadableError(Problem.DAMAGED)
        file.seek(0)
        lines = without_end_mark(document, file)
        kind = "txt" if columns else "tsv" if dialect.delimiter == "\t" else "csv"
        yield FileFound(kind, encoding.name, readings(document, encoding))
        if columns:
            yield ReadSheet(document.stem, columns.rows(lines))
        else:
            table = DelimitedRows(lines, dialect, width, limits.cell_characters)
            yield ReadSheet(document.stem, table.rows())
            yield from _quote_doubts(table)
            if width < _FEWEST_COLUMNS and holds_several(sample):
                yield Warned(Problem.KEPT_AS_ONE_COLUMN, {})
    yield from doubts_about(encoding)


def sample_of(file: Iterable[str]) -> list[str]:
    """Return the first lines of a text, by which its layout is told."""
    return list(islice(_whole_lines(file), _SAMPLE_LINES))


def layout_of(sample: Sequence[str]) -> tuple[Dialect, int, AlignedColumns | None]:
    """Tell by the first lines how a text is cut: dialect and width, or columns that are aligned."""
    dialect = detect_dialect(sample)
    _, width = agreement(sample, dialect)
    return dialect, width, None if dialect.named else _aligned(sample, dialect)


def _aligned(sample: Sequence[str], dialect: Dialect) -> AlignedColumns | None:
    """Return aligned columns, unless a delimiter cuts half of the lines into as many cells.

    A comma between digits is none: where columns are aligned, it stands in an amount.
    """
    columns = detect_columns(sample)
    if columns is None:
        return None
    agreeing, width = agreement([_AMOUNT.sub(".", line) for line in sample], dialect)
    lines = sum(1 for line in sample if line.strip())
    return None if 2 * agreeing >= lines and width >= columns.count else columns


def _quote_doubts(table: DelimitedRows) -> Iterator[Warned]:
    for problem, rows in (
        (Problem.QUOTE_TAKEN_AS_TEXT, table.mended),
        (Problem.QUOTE_NOT_CLOSED, table.doubtful),
    ):
        yield from (Warned(problem, {"row": n}) for n in rows[:MOST_ROWS_NAMED])
    if table.counted_up_to is not None:
        yield Warned(Problem.ROWS_COUNTED_OTHERWISE, {"row": table.counted_up_to})


def _whole_lines(file: Iterable[str]) -> Iterator[str]:
    """Yield lines until there are plenty of characters: a line of a gigabyte is no sample."""
    read = 0
    for line in file:
        yield line
        read += len(line)
        if read > _SAMPLE_CHARACTERS:
            return


def without_end_mark(document: Document, lines: Iterable[str]) -> Iterable[str]:
    """Leave out the Ctrl-Z with which old programs end a text file."""
    with document.open() as file:
        file.seek(max(0, document.size() - 2))
        tail = file.read().strip(b"\0")
    return _unmarked(lines) if tail.endswith(_END_MARK.encode()) else lines


def _unmarked(lines: Iterable[str]) -> Iterator[str]:
    last = ""
    for line in lines:
        if last:
            yield last
        last = line
    if last := last.removesuffix(_END_MARK):
        yield last
