"""Writes tables as CSV that a spreadsheet never takes for formulas, and reads them back exactly.

RFC 4180: comma, CRLF, every cell quoted; UTF-8, without byte-order mark unless asked for. A cell that begins like a
formula gets an apostrophe in front (R-BND-1, R-CSV-1; OWASP "CSV Injection").
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

ESCAPING = "apostrophe-prefix"
"""How the descriptor of a bundle calls what `escape_cell` does."""

_E164 = re.compile(r"\+[0-9]{6,15}")
_LIKE_A_FORMULA = re.compile(r"'*[^\S\t\r\n]*[=+\-@\t\r\n]")
"""Apostrophes count as well: a text that came with one must not lose it on the way back."""


def to_csv(
    header: Sequence[str], rows: Iterable[Sequence[str | int]], *, byte_order_mark: bool = False
) -> bytes:
    """Write a header and rows; texts are made safe, numbers stay as they are.

    `byte_order_mark` begins the file with one: old spreadsheet programs need it to see UTF-8.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([escape_cell(cell) for cell in row] for row in (header, *rows))
    return text.getvalue().encode("utf-8-sig" if byte_order_mark else "utf-8")


def read_csv(content: bytes) -> list[list[str]]:
    """Read back what `to_csv` wrote, header first, texts as they were before."""
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [[unescape_cell(cell) for cell in line] for line in lines]


def escape_cell(cell: str | int) -> str:
    """Put an apostrophe before a text like a formula; numbers and E.164 phones are harmless."""
    if isinstance(cell, int):
        return str(cell)
    if not cell or cell[0].isalnum() or _E164.fullmatch(cell):
        return cell
    return f"'{cell}" if _LIKE_A_FORMULA.match(cell) else cell


def unescape_cell(text: str) -> str:
    """Take away the apostrophe that `escape_cell` put there."""
    escaped = text.startswith("'") and _LIKE_A_FORMULA.match(text)
    return text[1:] if escaped else text
