"""Reads the texts that the cells of a workbook share (ISO/IEC 29500-1, 18.4)."""

import re
from collections.abc import Iterable

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.pieces import NotPlainError, Pieces, plain_text, without_entities

_PLAIN = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LONGEST_ESCAPE = 7
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_strings(chunks: Iterable[bytes], limits: Limits) -> list[str]:
    """Return the shared texts; one that no cell may hold is kept one character too long.

    Raises UnreadableError when all of them together are longer than the limits allow.
    """
    pieces = Pieces(_Strings(limits.cell_characters + 1), "sst", "si", _plain_strings)
    texts: list[str] = []
    length, longest = 0, limits.cell_characters + 1
    for text in pieces.read(chunks):
        if len(text) > longest:
            text = text[:longest]  # noqa: PLW2901 - the rest of it is for nobody
        length += len(text)
        if length > limits.text:
            raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)
        texts.append(text)
    return texts


def unescaped(text: str) -> str:
    """Return the characters that a text spells as _x0007_ (ST_Xstring), as one reads them."""
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class LongText:
    """Gathers a text piece by piece, but no more than spells `longest` characters."""

    def __init__(self, longest: int) -> None:
        self._left = self._most = longest * _LONGEST_ESCAPE
        self._pieces: list[str] = []

    def add(self, piece: str) -> None:
        """Append a piece."""
        if self._left > 0:
            self._pieces.append(piece[: self._left])
            self._left -= len(piece)

    def take(self) -> str:
        """Return the text as it is stored and begin another."""
        text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
        self._pieces.clear()
        self._left = self._most
        return text


class _Strings:
    """Collects the texts of `si` elements: runs joined, phonetic text left out."""

    def __init__(self, longest: int) -> None:
        self._texts: list[str] = []
        self._text = LongText(longest)
        self._open: list[str] = []
        self.inside = False

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self._open.append(name)
        self.inside = len(self._open) == 1

    def end(self, name: str) -> None:
        self._open.pop()
        self.inside = len(self._open) == 1
        if self.inside and name == "si":
            self._texts.append(unescaped(self._text.take()))

    def data(self, text: str) -> None:
        if self._open[-1] == "t" and "rPh" not in self._open:
            self._text.add(text)

    def take(self) -> list[str]:
        texts, self._texts = self._texts, []
        return texts


def _plain_strings(piece: bytes) -> list[str]:
    content = plain_text(piece)
    parts = _PLAIN.split(content)
    if any(map(str.strip, parts[::2])):
        raise NotPlainError
    if "&" not in content and "_x" not in content:
        return parts[1::2]
    return [unescaped(without_entities(text)) for text in parts[1::2]]
