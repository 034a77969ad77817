"""Tells a listener what the XML parts of Office files hold, by names without namespaces."""

from collections.abc import Callable, Iterable
from typing import Protocol
from xml.etree import ElementTree

from dsr_desktop.readers.strict_xml import StrictParser

_LONGEST_TAG = 16_000_000
_NAMESPACE_END = "}"


class Listener(Protocol):
    """Is told what a parser meets; names are without their namespaces."""

    def start(self, name: str, attributes: dict[str, str]) -> object:
        """Hear that an element begins."""

    def end(self, name: str) -> object:
        """Hear that an element ends."""

    def data(self, text: str) -> object:
        """Hear text, perhaps a piece of it."""


class Markup(StrictParser):
    """A strict parser that tells a listener."""

    def __init__(self, listener: Listener) -> None:
        super().__init__(separator=_NAMESPACE_END, longest_token=_LONGEST_TAG)
        names, parser = _LocalNames(), self.expat
        parser.StartElementHandler = _starter(listener.start, names)
        parser.EndElementHandler = lambda name: listener.end(names[name])
        parser.CharacterDataHandler = listener.data


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
