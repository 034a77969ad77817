"""Reads address books in vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350), however badly written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.charsets import tells_charset
from dsr_desktop.readers.content_lines import physical_lines, single_byte_charset
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import (
    TextEncoding,
    detect_encoding,
    doubts_about,
    is_utf8,
    readings,
)
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.records import Record, sheet_of_records
from dsr_desktop.readers.vcard_columns import CONTACT_TITLES, record_of_card, unescaped
from dsr_desktop.readers.vcard_lines import Property, logical_lines, property_of

_DEEPEST = 3
_MOST_PROPERTIES = 100_000

Card = list[Property]


def read_vcard(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: titles in row 1, card k of the file in row k + 1, its agent's card after it.

    Cards without an end, lines without a fold and values in wrong encodings are read as far as
    they go; pictures, sounds and keys are left out. Raises UnreadableError for content that is no
    text, for a value that is too long, and for a card with too many of them.
    """
    encoding = detect_encoding(document)
    if (encoding.others or encoding.broken) and not _leaves_charset_open(document, encoding):
        encoding = replace(encoding, others=(), broken=0)
    charset = single_byte_charset(encoding)
    ends = _Ends()

    def records() -> Iterator[Record]:
        lines = logical_lines(physical_lines(document, encoding))
        for card in cards(ends.watched(map(property_of, lines)), charset):
            yield record_of_card(card, charset, limits.cell_characters)

    yield FileFound("vcf", encoding.name, readings(document, encoding))
    yield sheet_of_records(document.stem, records, CONTACT_TITLES, limits)
    yield from doubts_about(encoding)
    if ends.is_missing:
        yield Warned(Problem.NOT_ENDED, {"count": 1})


def _leaves_charset_open(document: Document, encoding: TextEncoding) -> bool:
    """Tell whether letters beyond ASCII stand in a value that names no charset and is no UTF-8."""
    properties = map(property_of, logical_lines(physical_lines(document, encoding)))
    return any(not (is_utf8(prop.raw) or tells_charset(prop.head.charset)) for prop in properties)


class _Ends:
    """Sees whether the last card of a file is ended; of those before, nothing can be missing."""

    def __init__(self) -> None:
        self.is_missing = False

    def watched(self, properties: Iterable[Property]) -> Iterator[Property]:
        """Pass properties on."""
        for prop in properties:
            if prop.name in {"BEGIN", "END"}:
                self.is_missing = _is_mark(prop, "BEGIN")
            yield prop


def cards(properties: Iterable[Property], charset: str, depth: int = 0) -> Iterator[Card]:
    """Group properties into cards, in the order in which these begin."""
    begun: list[Card] = []
    unended: list[Card] = []
    for prop in properties:
        if _is_mark(prop, "BEGIN"):
            if not _may_nest(unended):
                yield from _with_agents(begun, charset, depth)
                begun, unended = [], []
            _begin(begun, unended)
        elif _is_mark(prop, "END"):
            del unended[-1:]
            if not unended:
                yield from _with_agents(begun, charset, depth)
                begun = []
        else:
            if not unended:
                _begin(begun, unended)
            _add(unended[-1], prop)
    yield from _with_agents(begun, charset, depth)


def _begin(begun: list[Card], unended: list[Card]) -> None:
    begun.append([])
    unended.append(begun[-1])


def _add(card: Card, prop: Property) -> None:
    if len(card) >= _MOST_PROPERTIES:
        raise UnreadableError(Problem.TOO_MANY_ROWS, most=_MOST_PROPERTIES)
    card.append(prop)


def _is_mark(prop: Property, name: str) -> bool:
    return prop.name == name and prop.raw.strip().upper() == b"VCARD"


def _may_nest(unended: list[Card]) -> bool:
    """Tell whether a card that begins here belongs to an AGENT (vCard 2.1), not to the file."""
    if not unended or not unended[-1] or len(unended) > _DEEPEST:
        return False
    last = unended[-1][-1]
    return last.name == "AGENT" and not last.raw.strip()


def _with_agents(begun: list[Card], charset: str, depth: int) -> Iterator[Card]:
    """Yield cards, each followed by those that stand in a value of it (vCard 3.0)."""
    for card in begun:
        agents = [prop for prop in card if prop.holds_card()] if depth < _DEEPEST else []
        yield [prop for prop in card if not prop.holds_card()] if agents else card
        for agent in agents:
            inner = unescaped(agent.text(charset)).encode("utf-8", "replace").split(b"\n")
            yield from cards(map(property_of, logical_lines(inner)), charset, depth + 1)
