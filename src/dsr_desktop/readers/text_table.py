"""Reads delimited text: csv, tsv and their relatives, whatever they are called."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.dialects import Dialect, agreement, detect_dialect
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import TextEncoding, detect_encoding
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet

_WORKBOOK_NAMES = frozenset({".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods"})
_SAMPLE_LINES = 50
_SAMPLE_CHARACTERS = 1_000_000
_END_MARK = "\x1a"
_LINE_END = re.compile(r"\r\n|\r|\n")
_MOST_WARNINGS = 20


def read_text_table(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the rows of a delimited text; blank lines count as rows, as in a spreadsheet.

    Raises UnreadableError for binary content, for a cell longer than the limit, and for running
    text under the name of a workbook: that is what is left of one, not a list. Rows in which a
    quote swallowed the lines after it are kept as read and named at the end.
    """
    encoding = detect_encoding(document)
    csv.field_size_limit(limits.cell_characters)
    with document.open_text(encoding.name, encoding.errors) as file:
        sample = list(islice(_whole_lines(file), _SAMPLE_LINES))
        dialect = detect_dialect(sample)
        _, width = agreement(sample, dialect)
        if document.suffix in _WORKBOOK_NAMES and not width:
            raise UnreadableError(Problem.DAMAGED)
        file.seek(0)
        yield FileFound("tsv" if dialect.delimiter == "\t" else "csv", encoding.name)
        table = _Table(_without_end_mark(document, file), dialect, width)
        yield ReadSheet(document.stem, table.rows())
        for n in table.swallowing[:_MOST_WARNINGS]:
            yield Warned(Problem.QUOTE_NOT_CLOSED, {"row": n})
    yield from _doubts(encoding)


def _whole_lines(file: Iterable[str]) -> Iterator[str]:
    """Yield lines until there are plenty of characters: a line of a gigabyte is no sample."""
    read = 0
    for line in file:
        yield line
        read += len(line)
        if read > _SAMPLE_CHARACTERS:
            return


def _doubts(encoding: TextEncoding) -> Iterator[Warned]:
    if encoding.broken:
        yield Warned(Problem.STRAY_BYTES, {"count": encoding.broken})
    if encoding.other:
        yield Warned(Problem.ENCODING_UNSURE, {"encoding": encoding.name, "other": encoding.other})


class _Table:
    """Rows of delimited lines; `swallowing` numbers those in which a quote was not closed."""

    def __init__(self, lines: Iterable[str], dialect: Dialect, width: int) -> None:
        self._lines = iter(chain(lines, self._at_end()))
        self._dialect = dialect
        self._ended = False
        self._more = width - 1
        # In running text a blank follows the sign, in a line of a table hardly ever.
        self._delimiter = re.compile(re.escape(dialect.delimiter) + r"(?![ \xa0])")
        self.swallowing: list[int] = []

    def rows(self) -> Iterator[ReadRow]:
        n = before = int(self._dialect.named)
        if before:
            next(self._lines, None)
        reader = self._dialect.reader(self._lines)
        lines = 0
        try:
            for n, cells in enumerate(reader, before + 1):
                if reader.line_num - lines > 1 or self._ended:
                    self._examine(n, cells)
                lines = reader.line_num
                yield ReadRow(n, cells)
        except csv.Error as error:
            problem = Problem.CELL_TOO_LONG if "limit" in str(error) else Problem.DAMAGED
            raise UnreadableError(problem, row=n + 1) from error

    def _at_end(self) -> Iterator[str]:
        """Asked for a line after the last one while a row is being read: a quote is still open."""
        self._ended = True
        yield from ()

    def _examine(self, n: int, cells: list[str]) -> None:
        if self._ended or any(self._holds_rows(cell, len(cells)) for cell in cells):
            self.swallowing.append(n)

    def _holds_rows(self, cell: str, width: int) -> bool:
        """Tell whether a line inside the cell is as wide as the table, or all of them together."""
        if self._more < 1 or ("\n" not in cell and "\r" not in cell):
            return False
        lines = [line for line in _LINE_END.split(cell) if line.strip()]
        counts = [len(self._delimiter.findall(line)) for line in lines]
        whole = any(count >= self._more for count in counts[1:-1])
        together = sum(counts) > 0 and width - 1 + sum(counts) >= self._more * len(counts)
        return whole or (len(counts) > 1 and together)


def _without_end_mark(document: Document, lines: Iterable[str]) -> Iterable[str]:
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
