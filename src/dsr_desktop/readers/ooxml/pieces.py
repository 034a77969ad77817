"""Reads a long part: pieces of plain form by a quick reader, all others by the XML parser.

The parser sees everything but the pieces that the quick reader took. It stands between two whole
elements when one is left out, so the rest is as well-formed as the part itself.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Generic, Protocol, TypeVar

from dsr_desktop.readers.ooxml.markup import Listener, Markup

T = TypeVar("T")
Found_co = TypeVar("Found_co", covariant=True)
_LONGEST_PIECE = 4_000_000
_HIDES_MARKUP = ((b"!", b"<!"), (b"?", b"<?"))
_ENTITY = re.compile(r"&(\w+);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class NotPlainError(Exception):
    """A piece is not of the plain form that quick readers know."""


class Collector(Listener, Protocol[Found_co]):
    """Listens to a parser and collects what it reads."""

    inside: bool
    """Whether the parser stands right in the container, between its elements."""

    def take(self) -> Iterable[Found_co]:
        """Return what was collected since the last time."""


class Pieces(Generic[T]):
    """Cuts a part behind elements of the container; `quick` raises NotPlainError to leave one."""

    def __init__(
        self,
        collector: Collector[T],
        container: str,
        element: str,
        quick: Callable[[bytes], Iterable[T]],
    ) -> None:
        self._collector = collector
        self._markup = Markup(collector)
        self._begin = re.compile(rb"<(\w+:)?%s(?: [^<>]*[^<>/])?>" % container.encode())
        self._element = element.encode()
        self._end = b"</" + self._element + b">"
        self._prefix = b""
        self._quick = quick
        self._cuts = False

    def read(self, chunks: Iterable[bytes]) -> Iterator[T]:
        """Yield what the part holds in its order."""
        for content, is_whole in self._cut(iter(chunks)):
            yield from self._read(content) if is_whole else self._parse(content)
        self._markup.close()
        yield from self._collector.take()

    def _cut(self, chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
        """Yield content in its order, and whether it is a piece of whole elements."""
        before, waiting = self._up_to_container(chunks)
        yield before, False
        self._cuts = self._markup.is_utf8 and self._collector.inside
        for chunk in chain((b"",), chunks):
            waiting += chunk
            if self._cuts and (end := waiting.rfind(self._end)) >= 0:
                end += len(self._end)
                yield waiting[:end], True
                waiting = waiting[end:]
            if not self._cuts or len(waiting) > _LONGEST_PIECE:
                self._cuts = False
                yield waiting, False
                waiting = b""
        yield waiting, False

    def _up_to_container(self, chunks: Iterator[bytes]) -> tuple[bytes, bytes]:
        content = b""
        for chunk in chunks:
            content += chunk
            if found := self._begin.search(content):
                self._prefix = found[1] or b""
                self._end = b"</" + self._prefix + self._element + b">"
                return content[: found.end()], content[found.end() :]
            if len(content) > _LONGEST_PIECE:
                break
        return content, b""

    def _read(self, piece: bytes) -> Iterable[T]:
        self._cuts = not any(one in piece and both in piece for one, both in _HIDES_MARKUP)
        try:
            if self._cuts:
                return self._quick(self._without_prefix(piece))
        except NotPlainError:
            pass
        return self._parse(piece)

    def _without_prefix(self, piece: bytes) -> bytes:
        if not self._prefix:
            return piece
        piece = piece.replace(b"<" + self._prefix, b"<")
        return piece.replace(b"</" + self._prefix, b"</")

    def _parse(self, content: bytes) -> Iterable[T]:
        self._markup.feed(content)
        return self._collector.take()


def plain_text(piece: bytes) -> str:
    """Return a piece as text; NotPlainError where a parser would change or refuse it."""
    try:
        text = piece.decode()
    except UnicodeDecodeError as error:
        raise NotPlainError from error
    if "\r" in text:
        raise NotPlainError
    return text


def without_entities(text: str) -> str:
    """Return text of a plain piece as an XML parser would; NotPlainError if only that can tell."""
    if "&" not in text:
        return text
    if text.count("&") != len(_ENTITY.findall(text)):
        raise NotPlainError
    try:
        return _ENTITY.sub(lambda found: _ENTITIES[found[1]], text)
    except KeyError as error:
        raise NotPlainError from error
