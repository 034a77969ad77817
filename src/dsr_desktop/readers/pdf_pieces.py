"""Reads what text is left of a PDF that is cut off or damaged: the strings that its pages draw.

The second reader of PDF. ISO 32000-1, 7.3.4 (strings), 9.4 (how pages show text).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet
from dsr_desktop.readers.pdf_streams import unpacked_streams
from dsr_desktop.readers.plain_text import cut

_TOKEN = re.compile(
    rb"\(((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*+\))*+)\)|<([0-9A-Fa-f\s]*+)>"
    rb"|(-?(?:\d+\.?\d*|\.\d+))|(?<![\w/])(T[dDmjJ*]|ET|['\"])(?!\w)",
    re.DOTALL,
)
_SHOWS_TEXT = re.compile(rb"\bBT\b.*(?:\bT[jJ]\b|['\"])", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_SIGNS = {b"n": b"\n", b"r": b" ", b"t": b" ", b"b": b"", b"f": b"", b"\n": b"", b"\r\n": b""}
_GAP = -200.0
"""Thousandths of the height of letters by which a number between strings parts two words."""
_MOST_ODD = 0.2
_SHOW = frozenset({b"Tj", b"TJ", b"'", b'"'})


def read_pdf_pieces(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: a row for each line of text that can still be unpacked, in the file's order.

    Letters of fonts that number their signs anew are left out. Raises UnreadableError beyond the
    limits.
    """
    yield FileFound("pdf", None)
    numbers = count(1)
    streams = _limited(unpacked_streams(document.read()), limits)
    lines = (line for stream in streams for line in _lines(stream))
    rows = (ReadRow(next(numbers), [*cut(line, limits.cell_characters)]) for line in lines)
    yield ReadSheet(document.stem, rows)
    yield Warned(Problem.ONLY_LINES_READ, {})


def _limited(streams: Iterable[bytes], limits: Limits) -> Iterator[bytes]:
    left = limits.text
    for stream in streams:
        left -= len(stream)
        if left < 0:
            raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)
        if _SHOWS_TEXT.search(stream):
            yield stream


def _lines(stream: bytes) -> Iterator[str]:
    """Yield the lines that one can read."""
    for line in "".join(_written(stream)).split("\n"):
        text = " ".join(line.split())
        odd = sum(not sign.isprintable() for sign in text)
        if any(map(str.isalnum, text)) and odd <= _MOST_ODD * len(text):
            yield text


def _written(stream: bytes) -> Iterator[str]:
    """Yield the texts of a stream, with a line end wherever the next one stands at another height."""
    page = _Page()
    for found in _TOKEN.finditer(stream):
        string, code, number, operator = found.groups()
        if number is not None:
            page.numbers.append(float(number))
        elif operator is None:
            page.add(_text(string) if string is not None else _text_of_code(code))
        else:
            yield page.follow(operator)


class _Page:
    """What stands before the next operator, and at which height the last text stood."""

    def __init__(self) -> None:
        self.numbers: list[float] = []
        self._texts: list[str] = []
        self._height: float | None = None

    def add(self, text: str) -> None:
        """Take a string; a wide gap before it, in an array of them, parts two words."""
        if self._texts and self.numbers and self.numbers[-1] < _GAP:
            self._texts.append(" ")
        self._texts.append(text)
        self.numbers.clear()

    def follow(self, operator: bytes) -> str:
        """Return what an operator writes: texts, and the blank or line end before them."""
        before, text = self._step(operator), "".join(self._texts)
        self.numbers.clear()
        self._texts.clear()
        return before + (text if operator in _SHOW else "")

    def _step(self, operator: bytes) -> str:
        if operator == b"Tm" and self.numbers:
            before, self._height = self._height, self.numbers[-1]
            return " " if before == self._height else "\n"
        if operator in {b"Td", b"TD"} and self.numbers:
            return " " if self.numbers[-1] == 0 else "\n"
        return "" if operator in {b"Tj", b"TJ"} else "\n"


def _text(string: bytes) -> str:
    return _ESCAPE.sub(_unescaped, string).decode("cp1252", "replace").replace("\n", " ")


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return _SIGNS.get(found[2], found[2])


def _text_of_code(code: bytes) -> str:
    digits = b"".join(code.split()).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2)).decode("cp1252", "replace")
