"""Takes rows and cells out of delimited text (RFC 4180 and its relatives); every other byte stays."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import Columns, Obstacle
from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.delimited_rows import DelimitedRows
from dsr_desktop.readers.dialects import Dialect
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import TextEncoding, detect_encoding
from dsr_desktop.readers.text_table import layout_of, sample_of, without_end_mark

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINE_END = re.compile(r"(?:\r\n|\r|\n)\Z")
_WIDE = {"utf-16-le": b"", "utf-16-be": b""}
_MARKS = {b"\xff\xfe\0\0": "utf-32-le", b"\0\0\xfe\xff": "utf-32-be", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}  # fmt: skip
_UTF_8_MARK = b"\xef\xbb\xbf"


class _Written(NamedTuple):
    """The lines of a file as they are stored: what stands before the first, and how they are coded."""

    mark: bytes
    lines: list[bytes]
    encoding: str


def clean_delimited(
    path: Path, out: BinaryIO, orders: Mapping[int, Columns], encoding: str | None
) -> None:
    """Write the file at `path` to `out` without the rows and cells that `orders` names.

    Rows are counted as the reader counts them; `encoding` is that in which it read the text, if it
    was told one. CannotCleanError where lines cannot be told from rows, or cells from each other.
    """
    document = Document.on_disk(path, encoding=encoding)
    found = detect_encoding(document)
    written = _written(document, found)
    out.write(written.mark)
    rows = _rows(document, found, len(written.lines))
    at, dialect = 0, next(rows)
    for n, (first, end, cells) in enumerate(rows, 1):
        if n not in orders:
            continue
        out.writelines(written.lines[at:first])
        columns = orders[n]
        if columns is not None:
            out.write(_emptied(written.lines[first:end], written.encoding, dialect, cells, columns))
        at = end
    out.writelines(written.lines[at:])


def _written(document: Document, found: TextEncoding) -> _Written:
    content = document.read()
    wide = next(((mark, name) for mark, name in _MARKS.items() if content.startswith(mark)), None)
    if wide is None and found.name in _WIDE:
        wide = b"", found.name
    if wide is None:
        mark = _UTF_8_MARK if content.startswith(_UTF_8_MARK) else b""
        return _Written(mark, _LINE.findall(content, len(mark)), "latin-1")
    mark, name = wide
    with document.open_text(found.name, found.errors) as file:
        lines = [line.encode(name, "surrogatepass") for line in file]
    if mark + b"".join(lines) != content:
        raise CannotCleanError(Obstacle.ENCODING)
    return _Written(mark, lines, name)


_Row = tuple[int, int, Sequence[str]]


def _rows(document: Document, found: TextEncoding, lines: int) -> Iterator:  # type: ignore[type-arg]
    """Yield the dialect, then of each row the line it begins with, the one after it, its cells."""
    with document.open_text(found.name, found.errors) as file:
        dialect, width, columns = layout_of(sample_of(file))
        file.seek(0)
        if sum(1 for _line in file) != lines:
            raise CannotCleanError(Obstacle.CELLS_NOT_APART)
        file.seek(0)
        text = without_end_mark(document, file)
        yield None if columns else dialect
        if columns:
            yield from ((n - 1, n, cells) for n, cells, *_ in columns.rows(text))
            return
        table = DelimitedRows(text, dialect, width, Limits().cell_characters)
        first = 1 if dialect.named else 0
        for row in table.rows():
            yield first, table.lines_used, row.cells
            first = table.lines_used


def _emptied(
    lines: Sequence[bytes], encoding: str, dialect: Dialect | None, cells: Sequence[str],
    columns: frozenset[int],
) -> bytes:  # fmt: skip
    """Return a row with some cells emptied; what was quoted stays quoted."""
    if dialect is None or not (dialect.delimiter + dialect.quote).isascii():
        raise CannotCleanError(Obstacle.CELLS_NOT_APART)
    text = b"".join(lines).decode(encoding, "surrogatepass")
    end = _LINE_END.search(text)
    body, tail = (text[: end.start()], end[0]) if end else (text, "")
    pieces = _pieces(body, dialect)
    if len(pieces) != len(cells):
        raise CannotCleanError(Obstacle.CELLS_NOT_APART)
    kept = [_blank(piece, dialect) if n in columns else piece for n, piece in enumerate(pieces, 1)]
    return (dialect.delimiter.join(kept) + tail).encode(encoding, "surrogatepass")


def _blank(piece: str, dialect: Dialect) -> str:
    return dialect.quote * 2 if piece.startswith(dialect.quote) else ""


def _pieces(body: str, dialect: Dialect) -> list[str]:
    """Cut a row into its cells as they are written, quotes and all."""
    sign, between = re.escape(dialect.quote), re.escape(dialect.delimiter)
    inside = rf"(?:[^{sign}]|{sign}{sign})*"
    if dialect.escape:
        inside = rf"(?:[^{sign}{re.escape(dialect.escape)}]|{re.escape(dialect.escape)}.)*"
    cell = re.compile(rf"{sign}{inside}{sign} *(?={between}|\Z)|[^{between}]*", re.DOTALL)
    pieces, at = [], 0
    while True:
        found = cell.match(body, at)
        assert found is not None  # noqa: S101 - the second form is empty at worst
        pieces.append(found[0])
        if found.end() >= len(body):
            return pieces
        at = found.end() + 1
