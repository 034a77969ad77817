"""Parses the XML of foreign files: no definitions, no entities, no endless tags (expat)."""

from collections.abc import Callable, Iterable
from typing import Protocol
from xml.etree import ElementTree
from xml.parsers import expat

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError

_LONGEST_TAG = 16_000_000
_OUT_OF_MEMORY = expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
_NAMESPACE_END = "}"
_UTF_8 = frozenset({None, "utf-8", "utf8", "us-ascii"})


class Listener(Protocol):
    """Is told what a parser meets; names are without their namespaces."""

    def start(self, name: str, attributes: dict[str, str]) -> object:
        """Hear that an element begins."""

    def end(self, name: str) -> object:
        """Hear that an element ends."""

    def data(self, text: str) -> object:
        """Hear text, perhaps a piece of it."""


class Markup:
    """A parser fed piece by piece; UnreadableError for what is not well-formed or defines text."""

    def __init__(self, listener: Listener) -> None:
        names = _LocalNames()
        self._parser = parser = expat.ParserCreate(namespace_separator=_NAMESPACE_END)
        self._fed = 0
        self.is_utf8 = True
        parser.buffer_text = True
        parser.StartElementHandler = _starter(listener.start, names)
        parser.EndElementHandler = lambda name: listener.end(names[name])
        parser.CharacterDataHandler = listener.data
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = _refuse

    def feed(self, content: bytes) -> None:
        """Parse more."""
        self._parse(content, last=False)
        self._fed += len(content)
        if self._fed - max(self._parser.CurrentByteIndex, 0) > _LONGEST_TAG + len(content):
            raise UnreadableError(Problem.DAMAGED)

    def close(self) -> None:
        """Say that this was all."""
        self._parse(b"", last=True)

    def _parse(self, content: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(content, last)
        except expat.ExpatError as error:
            if error.code == _OUT_OF_MEMORY:
                raise MemoryError from error
            raise UnreadableError(Problem.DAMAGED) from error
        except (LookupError, ValueError) as error:  # an encoding that the parser does not know
            raise UnreadableError(Problem.DAMAGED) from error

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.is_utf8 = (encoding and encoding.lower()) in _UTF_8


class _LocalNames(dict[str, str]):
    """Names without their namespaces."""

    def __missing__(self, name: str) -> str:
        self[name] = local = name.rpartition(_NAMESPACE_END)[2]
        return local


def _starter(
    start: Callable[[str, dict[str, str]], object], names: _LocalNames
) -> Callable[[str, dict[str, str]], None]:
    def started(name: str, attributes: dict[str, str]) -> None:
        start(names[name], attributes)

    return started


def _refuse(*_definition: object) -> None:
    raise UnreadableError(Problem.DEFINES_TEXT)


class TreeListener:
    """Builds a tree of elements; names and attributes are without their namespaces."""

    def __init__(self) -> None:
        self._builder = ElementTree.TreeBuilder()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        self._builder.start(name, {local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """End an element."""
        self._builder.end(name)

    def data(self, text: str) -> None:
        """Add text."""
        self._builder.data(text)

    def close(self) -> ElementTree.Element:
        """Return the tree."""
        return self._builder.close()


def local(name: str) -> str:
    """Name without its namespace."""
    return name.rpartition(_NAMESPACE_END)[2]


def read_tree(chunks: Iterable[bytes]) -> ElementTree.Element:
    """Return the tree of a whole part; UnreadableError as above."""
    listener = TreeListener()
    markup = Markup(listener)
    for chunk in chunks:
        markup.feed(chunk)
    markup.close()
    return listener.close()


def text_of(element: ElementTree.Element, *, skip: frozenset[str] = frozenset()) -> str:
    """Return the text of all `t` elements inside, without those in elements named in `skip`."""
    if element.tag in skip:
        return ""
    own = (element.text or "") if element.tag == "t" else ""
    return own + "".join(text_of(child, skip=skip) for child in element)
