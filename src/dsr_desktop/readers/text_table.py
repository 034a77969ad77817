"""Reads delimited text: csv, tsv and their relatives, whatever they are called."""

import codecs
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.batches import in_batches
from dsr_desktop.readers.messages import FileFound, Message, ReadRow, SheetBegins, UnreadableError

_DELIMITERS = ("\t", ";", "|", ",")
_RAREST_ZEROS = 0.025
_WORKBOOK_NAMES = frozenset({".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods"})
_SAMPLE_LINES = 50
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b")) + b"\x7f"
_MOST_CONTROLS = 0.01
_CHUNK = 1 << 20
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
    text under the name of a workbook: that is what is left of one, not a list.
    """
    encoding = detect_encoding(path)
    csv.field_size_limit(limits.cell_characters)
    with path.open(encoding=encoding, newline="", errors=_error_handling(encoding)) as file:
        sample = [line for _, line in zip(range(_SAMPLE_LINES), file, strict=False)]
        delimiter = detect_delimiter(sample)
        if path.suffix.lower() in _WORKBOOK_NAMES and _agreement(sample, delimiter) == (0, 0):
            raise UnreadableError(Problem.DAMAGED)
        file.seek(0)
        yield FileFound("tsv" if delimiter == "\t" else "csv", encoding)
        yield SheetBegins(path.stem, hidden=False)
        yield from in_batches(_numbered(csv.reader(file, delimiter=delimiter)), limits)


def detect_encoding(path: Path) -> str:
    """Name the text encoding: by mark, else UTF-8 if all of it decodes, else Windows-1252."""
    with path.open("rb") as file:
        head = file.read(4096)
        for byte_order_mark, encoding in _BYTE_ORDER_MARKS:
            if head.startswith(byte_order_mark):
                return encoding
        if b"\0" in head:
            return _utf16_without_mark(head)
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


def _numbered(reader: Iterator[list[str]]) -> Iterator[ReadRow]:
    n = 0
    try:
        for n, cells in enumerate(reader, 1):
            yield ReadRow(n, cells)
    except csv.Error as error:
        problem = Problem.CELL_TOO_LONG if "limit" in str(error) else Problem.DAMAGED
        raise UnreadableError(problem, row=n + 1) from error


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
