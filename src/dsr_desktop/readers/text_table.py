"""Reads delimited text: csv, tsv and their relatives, whatever they are called."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.batches import in_batches
from dsr_desktop.readers.messages import (
    FileFound,
    Message,
    ReadRow,
    SheetBegins,
    UnreadableError,
    Warned,
)

_DELIMITERS = ("\t", ";", "|", ",")
_RAREST_ZEROS = 0.025
_WORKBOOK_NAMES = frozenset({".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods"})
_SAMPLE_LINES = 50
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b")) + b"\x7f"
_MOST_CONTROLS = 0.01
_END_MARK = "\x1a"
_LINE_END = re.compile(r"\r\n|\r|\n")
_MOST_WARNINGS = 20
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text_table(path: Path, limits: Limits) -> Iterator[Message]:
    """Yield the rows of a delimited text file; blank lines count as rows, as in a spreadsheet.

    Raises UnreadableError for binary content, for a cell longer than the limit, and for running
    text under the name of a workbook: that is what is left of one, not a list. Rows in which a
    quote swallowed the lines after it are kept as read and named at the end.
    """
    encoding = detect_encoding(path)
    csv.field_size_limit(limits.cell_characters)
    with path.open(encoding=encoding, newline="", errors=_error_handling(encoding)) as file:
        sample = [line for _, line in zip(range(_SAMPLE_LINES), file, strict=False)]
        delimiter = detect_delimiter(sample)
        _, width = _agreement(sample, delimiter)
        if path.suffix.lower() in _WORKBOOK_NAMES and not width:
            raise UnreadableError(Problem.DAMAGED)
        file.seek(0)
        yield FileFound("tsv" if delimiter == "\t" else "csv", encoding)
        yield SheetBegins(path.stem, hidden=False)
        table = _Table(_without_end_mark(path, file), delimiter, width)
        yield from in_batches(table.rows(), limits)
        for n in table.swallowing[:_MOST_WARNINGS]:
            yield Warned(Problem.QUOTE_NOT_CLOSED, {"row": n})


def detect_encoding(path: Path) -> str:
    """Name the text encoding: by mark, else UTF-8 if all of it decodes, else Windows-1252."""
    with path.open("rb") as file:
        head = file.read(4096)
        for byte_order_mark, encoding in _BYTE_ORDER_MARKS:
            if head.startswith(byte_order_mark):
                return encoding
        if b"\0" in head:
            return _utf16_without_mark(head)
        head = head.removesuffix(_END_MARK.encode())
        if len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head):
            raise UnreadableError(Problem.NOT_TEXT)
        file.seek(0)
        return "utf-8" if _decodes(file, "utf-8") else "cp1252"


def detect_delimiter(sample: list[str]) -> str:
    """Choose the delimiter that cuts most sample lines into the same number of cells.

    When several do equally well, the one that stands less often inside a text; a comma if none does.
    """
    best = max(_DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))
    return best if _agreement(sample, best) > (0, 0) else ","


class _Table:
    """Rows of delimited lines; `swallowing` numbers those in which a quote was not closed."""

    def __init__(self, lines: Iterable[str], delimiter: str, width: int) -> None:
        self._reader = csv.reader(chain(lines, self._at_end()), delimiter=delimiter)
        self._ended = False
        self._more = width - 1
        # In running text a blank follows the sign, in a line of a table hardly ever.
        self._delimiter = re.compile(re.escape(delimiter) + r"(?![ \xa0])")
        self.swallowing: list[int] = []

    def rows(self) -> Iterator[ReadRow]:
        n = lines = 0
        try:
            for n, cells in enumerate(self._reader, 1):
                if self._reader.line_num - lines > 1 or self._ended:
                    self._examine(n, cells)
                lines = self._reader.line_num
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


def _without_end_mark(path: Path, lines: Iterable[str]) -> Iterable[str]:
    """Leave out the Ctrl-Z with which old programs end a text file."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2))
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


def _error_handling(encoding: str) -> str:
    return "dsr_latin1" if encoding == "cp1252" else "strict"


def _latin1_for_undefined(error: UnicodeError) -> tuple[str, int]:
    """Windows-1252 leaves five bytes undefined; real files hold them as their Latin-1 control."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - registered for decoding only
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("dsr_latin1", _latin1_for_undefined)


def _utf16_without_mark(head: bytes) -> str:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    few = max(1, _RAREST_ZEROS * len(head))
    if odd > few and odd > 4 * even:
        return "utf-16-le"
    if even > few and even > 4 * odd:
        return "utf-16-be"
    raise UnreadableError(Problem.NOT_TEXT)


def _decodes(file: Iterable[bytes], encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for line in file:
            decoder.decode(line)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _agreement(sample: list[str], delimiter: str) -> tuple[int, int]:
    try:
        cut = [cells for cells in csv.reader(sample, delimiter=delimiter) if cells]
    except csv.Error:
        return (0, 0)
    # A quote inside a cell: the delimiter stood inside quotes and is none.
    wide = [
        len(cells) for cells in cut if len(cells) > 1 and not any('"' in cell for cell in cells)
    ]
    if not wide:
        return (0, 0)
    usual = max(set(wide), key=lambda width: (wide.count(width), width))
    return (wide.count(usual), usual)
