"""Calls handlers for the elements of a stranger's XML, by the names that are usual for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import IO

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.strict_xml import StrictParser

Begins = Callable[[list[str]], None]
Ends = Callable[[], None]
_SEPARATOR = " "
_PIECE = 65_536
_LONGEST_TOKEN = 4_000_000
_MOST_NAMES = 10_000


class ElementParser:
    """Calls a handler for each element that has one; of the others the inside is looked at.

    `prefixes` gives the prefix that a namespace has here, whatever the document calls it. Handlers
    are found by "prefix:name", or by "prefix:*" for all others of a namespace. They get attributes
    as the parser has them; `named` makes them readable.
    """

    def __init__(self, prefixes: Mapping[str, str], bare: frozenset[str]) -> None:
        self._strict = StrictParser(
            separator=_SEPARATOR, longest_token=_LONGEST_TOKEN, may_name_type=True
        )
        self._parser = self._strict.expat
        self._parser.ordered_attributes = True
        self._begins = _Handlers(prefixes)
        self._ends = _Handlers(prefixes)
        self._names = _AttributeNames(prefixes, bare)
        self._depth = 0
        self._prefixes = prefixes
        self._declared: set[str] = set()
        self._is_usual = True
        self._parser.StartNamespaceDeclHandler = self._namespace_declared
        self.listen = partial(setattr, self._parser, "CharacterDataHandler")
        """Hand the text that follows to a function; to nobody for None."""
        self._attend()

    def on(self, begins: Mapping[str, Begins], ends: Mapping[str, Ends]) -> None:
        """Add handlers for where elements begin and end."""
        self._begins.by_short_name.update(begins)
        self._ends.by_short_name.update(ends)

    def named(self, attributes: list[str]) -> dict[str, str]:
        """Return attributes by name, with a prefix in front only where it is not in `bare`."""
        names = self._names
        values = iter(attributes)
        return {names[name]: value for name, value in zip(values, values, strict=True)}

    def skip(self, _attributes: list[str]) -> None:
        """Pass over the element that begins, with all that is in it; its end is not reported."""
        self._depth = 1
        self._parser.StartElementHandler = self._skipped_begins
        self._parser.EndElementHandler = self._skipped_ends

    def feed(self, stream: IO[bytes], limits: Limits) -> Iterator[None]:
        """Parse a stream; yields after each piece, when the handlers were called for it.

        Raises UnreadableError as `StrictParser` does, and for more than the text may be.
        """
        while piece := stream.read(_PIECE):
            self.parse(piece)
            if self._strict.fed > limits.text:
                raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)
            yield
        self.close()
        yield

    def parse(self, piece: bytes) -> None:
        """Parse what follows; raises UnreadableError as `StrictParser` does."""
        self._strict.feed(piece)

    def close(self) -> None:
        """Say that this was all; UnreadableError if something is missing."""
        self._strict.close()

    @property
    def is_skipping(self) -> bool:
        """Whether the element that is open is passed over."""
        return self._depth > 0

    def names_as_usual(self, prefixes: Iterable[str]) -> bool:
        """Tell whether the document is in UTF-8 and its prefixes mean what they mean here."""
        is_usual = self._strict.is_utf8 and self._is_usual
        return is_usual and self._declared.issuperset(prefixes)

    def _namespace_declared(self, prefix: str | None, namespace: str | None) -> None:
        if self._prefixes.get(namespace or "") == prefix:
            self._declared.add(prefix or "")
        elif prefix in self._prefixes.values():
            self._is_usual = False

    def _attend(self) -> None:
        self._parser.StartElementHandler = self._element_begins
        self._parser.EndElementHandler = self._element_ends

    def _element_begins(self, full: str, attributes: list[str]) -> None:
        if handler := self._begins[full]:
            handler(attributes)

    def _element_ends(self, full: str) -> None:
        if handler := self._ends[full]:
            handler()

    def _skipped_begins(self, _full: str, _attributes: list[str]) -> None:
        self._depth += 1

    def _skipped_ends(self, _full: str) -> None:
        self._depth -= 1
        if not self._depth:
            self._attend()


class _Handlers(dict[str, Callable[..., None] | None]):
    """Handlers by the full names "namespace name" of elements, filled as these are met."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes
        self.by_short_name: dict[str, Callable[..., None]] = {}

    def __missing__(self, full: str) -> Callable[..., None] | None:
        prefix, local = _prefix_and_name(full, self._prefixes)
        by_name = self.by_short_name
        handler = by_name.get(f"{prefix}:{local}") or by_name.get(f"{prefix}:*")
        if len(self) < _MOST_NAMES:
            self[full] = handler
        return handler


class _AttributeNames(dict[str, str]):
    """Short names of attributes by their full ones, filled as these are met."""

    def __init__(self, prefixes: Mapping[str, str], bare: frozenset[str]) -> None:
        super().__init__()
        self._prefixes = prefixes
        self._bare = bare

    def __missing__(self, full: str) -> str:
        prefix, local = _prefix_and_name(full, self._prefixes)
        short = local if prefix in self._bare else f"{prefix}:{local}"
        if len(self) < _MOST_NAMES:
            self[full] = short
        return short


def _prefix_and_name(full: str, prefixes: Mapping[str, str]) -> tuple[str, str]:
    namespace, _, local = full.rpartition(_SEPARATOR)
    return prefixes.get(namespace, ""), local
