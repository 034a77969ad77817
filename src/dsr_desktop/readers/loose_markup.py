"""Follows markup that no parser takes: tags and texts as they come; what is no tag is text.

Nothing is defined, expanded or looked up; of references only those are replaced that name one sign.
"""

import codecs
import html
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.encodings import STRAY_AS_CP1252
from dsr_desktop.readers.messages import UnreadableError

_LONGEST_TOKEN = 4_000_000
_NAME = r"[A-Za-z_][A-Za-z0-9_.:-]*+"
_ATTRIBUTE = r"""[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>=]++))?+"""
_TAG = re.compile(rf"<(?:(/)|)({_NAME})((?:\s++{_ATTRIBUTE})*+)\s*+(/?+)>", re.ASCII)
_VALUE = re.compile(r"""([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))""")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DECLARATION = re.compile(
    r"<!(doctype|entity|element|attlist|notation)\b[^<>\[]*+([>\[]?)", re.IGNORECASE
)
_DEFINING = frozenset({"entity", "element", "attlist", "notation"})
_CONDITION = re.compile(r"<!\[[^<>]*+>")
_SMALL_LETTERS = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_CONTROLS = dict.fromkeys({*range(1, 32)} - {9, 10, 13})
_DECLARED = re.compile(rb"""\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']""")
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
)  # fmt: skip
_TRUSTED = ("utf-8", "utf-16", "ascii", "iso8859", "cp125")
_XML_UNSEEN = {"<!--": "-->", "<?": "?>"}
_HTML_UNSEEN = {**_XML_UNSEEN, "<script": "</script", "<style": "</style"}


class LooseListener(Protocol):
    """Is told of tags and texts; names without prefix, those of HTML in lower case."""

    def start(self, name: str, attributes: Mapping[str, str]) -> object:
        """Hear that an element begins."""

    def end(self, name: str) -> object:
        """Hear that an element ends."""

    def data(self, text: str) -> object:
        """Hear text, its references replaced; perhaps a piece of it."""


@dataclass(frozen=True)
class Spelling:
    """How a kind of document spells its markup.

    A name without prefix is one only if it is among `bare` (None: all are).
    Tags of `places` tell rows and cells apart: where one of them cannot be followed, nothing can.
    """

    places: frozenset[str]
    bare: frozenset[str] | None = frozenset()
    is_html: bool = False

    @property
    def unseen(self) -> Mapping[str, str]:
        """What opens a stretch that is not shown, and what closes it; without an end it is shown."""
        return _HTML_UNSEEN if self.is_html else _XML_UNSEEN


class LooseMarkup:
    """Is fed piece by piece and tells a listener; what cannot be told apart yet waits."""

    def __init__(self, listener: LooseListener, spelling: Spelling) -> None:
        self._listener = listener
        self._spelling = spelling
        self._unseen = spelling.unseen
        names = "|".join(map(re.escape, spelling.places))
        self._place = re.compile(rf"</?(?:[\w.-]+:)?(?:{names})\b", re.IGNORECASE)
        self._waiting = ""
        self._root = ""
        self.is_whole = False
        """Whether the element that came first has ended, and nothing came after it."""

    def feed(self, text: str) -> None:
        """Follow more of the text; UnreadableError for what defines text."""
        self._waiting += text
        self._follow(last=False)

    def close(self) -> None:
        """Say that this was all; UnreadableError where it ends inside a tag."""
        self._follow(last=True)

    def _follow(self, *, last: bool) -> None:
        text, at = self._waiting, 0
        piece = _Piece(text, last=last)
        while at < len(text):
            end = self._next(piece, at)
            if end is None:
                break
            at = end
        self._waiting = text[at:]

    def _next(self, piece: "_Piece", at: int) -> int | None:
        """Tell what begins at a place; return where it ends, None where that has to wait."""
        text = piece.text
        mark = text.find("<", at)
        if mark < 0 and piece.may_grow(at):
            return None
        if mark != at:
            end = len(text) if mark < 0 else mark
            self._tell(text[at:end])
            return end
        for opening, closing in self._unseen.items():
            if text[at : at + len(opening)].lower() == opening:
                unseen = piece.closed(closing, at + len(opening))
                if unseen or piece.may_grow(at):
                    return unseen
        return self._declared(piece, at) if text.startswith("<!", at) else self._tag(piece, at)

    def _declared(self, piece: "_Piece", at: int) -> int | None:
        text = piece.text
        if text.startswith("<![CDATA[", at):
            end = piece.closed("]]>", at)
            if end:
                self._listener.data(text[at + 9 : end - 3])
        else:
            end = self._declaration_end(text, at)
        return end or (None if piece.may_grow(at) else self._sign(text, at))

    def _declaration_end(self, text: str, at: int) -> int | None:
        found = _DECLARATION.match(text, at)
        if not found:
            condition = _CONDITION.match(text, at)
            return condition.end() if condition else None
        if found[2] == "[" or found[1].lower() in _DEFINING:
            raise UnreadableError(Problem.DEFINES_TEXT)
        return found.end() if found[2] else None

    def _tag(self, piece: "_Piece", at: int) -> int | None:
        text = piece.text
        found = _TAG.match(text, at)
        if not found:
            if at > piece.last_tag_end and piece.is_last and text[at + 1 : at + 2].isalpha():
                raise UnreadableError(Problem.DAMAGED)  # cut off inside a tag
            return None if at > piece.last_tag_end and piece.may_grow(at) else self._sign(text, at)
        closes, name, attributes, is_empty = found.groups()
        if "<" in attributes and self._place.search(attributes):
            raise UnreadableError(Problem.DAMAGED)
        prefix, _, local = name.rpartition(":")
        bare = self._spelling.bare
        if not (prefix or bare is None or local in bare):
            return self._sign(text, at)
        if self._spelling.is_html:
            local = local.lower()
        if not closes:
            self._root = self._root or local
            self.is_whole = False
            read = _attributes(attributes, is_html=self._spelling.is_html)
            self._listener.start(local, read)
        if closes or is_empty:
            self._listener.end(local)
            self.is_whole = local == self._root
        return found.end()

    def _sign(self, text: str, at: int) -> int:
        """Take a sign that opens nothing for text."""
        if self._place.match(text, at):
            raise UnreadableError(Problem.DAMAGED)
        self._tell("<")
        return at + 1

    def _tell(self, text: str) -> None:
        if text.strip() and self.is_whole:
            self.is_whole = False
        self._listener.data(shown_text(text))


class _Piece:
    """A piece of text, and what was looked for in it in vain: it is not looked for again."""

    def __init__(self, text: str, *, last: bool) -> None:
        self.text = text
        self.is_last = last
        self.last_tag_end = text.rfind(">")
        self._missing: set[str] = set()
        self._lowered = ""

    def may_grow(self, at: int) -> bool:
        """Tell whether what begins at a place may become clear by what follows."""
        return not self.is_last and len(self.text) - at < _LONGEST_TOKEN

    def closed(self, closing: str, at: int) -> int | None:
        """Return where a stretch ends that is closed like this; None if it is not."""
        if closing in self._missing:
            return None
        if closing.startswith("</"):
            place = self._in_lower_case().find(closing, at)
            end = self.text.find(">", place) + 1 if place >= 0 else 0
        else:
            end = self.text.find(closing, at) + len(closing)
            end = end if end >= at + len(closing) else 0
        if not end:
            self._missing.add(closing)
        return end or None

    def _in_lower_case(self) -> str:
        """Return the text with the capitals of ASCII made small: every sign keeps its place."""
        self._lowered = self._lowered or self.text.translate(_SMALL_LETTERS)
        return self._lowered


def decoded(pieces: Iterable[bytes]) -> Iterator[str]:
    """Yield the text of an XML document in pieces: stray bytes as Windows has them, no controls.

    UnreadableError for an encoding in which signs of markup could hide.
    """
    decoder: codecs.IncrementalDecoder | None = None
    for piece in pieces:
        if decoder is None:
            decoder = codecs.getincrementaldecoder(_encoding_of(piece))(STRAY_AS_CP1252)
        yield _allowed(decoder.decode(piece))
    if decoder is not None:
        yield _allowed(decoder.decode(b"", final=True))


def _encoding_of(head: bytes) -> str:
    for mark, name in _MARKED:
        if head.startswith(mark):
            return name
    declared = _DECLARED.match(head[:1_000])
    try:
        name = codecs.lookup(declared[1].decode()).name if declared else "utf-8"
    except LookupError:
        name = ""
    if not name.startswith(_TRUSTED) or (declared and name.startswith("utf-16")):
        raise UnreadableError(Problem.DAMAGED)
    return name


def _allowed(text: str) -> str:
    if "\0" in text:
        raise UnreadableError(Problem.DAMAGED)
    return text.translate(_CONTROLS)


def shown_text(text: str) -> str:
    """Return text as it is shown: references replaced that name one sign."""
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _attributes(written: str, *, is_html: bool) -> dict[str, str]:
    """Return attributes by their names without prefix; of two of the same name the first counts."""
    read: dict[str, str] = {}
    for name, *values in _VALUE.findall(written):
        local = name.rpartition(":")[2]
        read.setdefault(local.lower() if is_html else local, shown_text("".join(values)))
    return read
