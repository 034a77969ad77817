"""Notices what an OpenDocument spreadsheet says behind its rows, and on its printed pages.

OpenDocument 1.3 part 3: 9.4 (names), 9.5 (filters), 16 (headers and footers).
"""

from collections.abc import Iterator
from typing import IO

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.element_parser import ElementParser
from dsr_desktop.readers.messages import Warned
from dsr_desktop.readers.ooxml.around import is_page_text
from dsr_desktop.readers.ooxml.cells import spells_words
from dsr_desktop.readers.open_document_names import BARE, PREFIXES
from dsr_desktop.readers.open_document_text import CellText

_PAGES = tuple(
    f"style:{place}{pages}"
    for place in ("header", "footer")
    for pages in ("", "-left", "-first")
)  # fmt: skip
_MOST_HEARD = 100_000


class Besides:
    """Hears of filters, names and page texts; `conditions` counts conditional formats with words."""

    def __init__(self, parser: ElementParser, text: CellText) -> None:
        self.conditions = 0
        self._parser = parser
        self._text = text
        self._heard: list[str] = []
        self._problems: dict[Problem, None] = {}
        parser.on(
            {
                "calcext:condition": self._condition,
                "table:filter-condition": self._filter,
                "table:filter-set-item": self._filter,
                "table:named-expression": self._name,
                **dict.fromkeys(_PAGES, self._page_begins),
            },
            dict.fromkeys(_PAGES, self._page_ends),
        )

    def warnings(self) -> Iterator[Warned]:
        """Yield a warning for each kind of text that was met and not read."""
        yield from (Warned(problem, {}) for problem in self._problems)

    def _condition(self, attributes: list[str]) -> None:
        self.conditions += spells_words(self._parser.named(attributes).get("calcext:value", ""))

    def _filter(self, attributes: list[str]) -> None:
        value = self._parser.named(attributes).get("value", "")
        if spells_words(f'"{value}"'):
            self._problems[Problem.RULES_NOT_READ] = None

    def _name(self, attributes: list[str]) -> None:
        if spells_words(self._parser.named(attributes).get("expression", "")):
            self._problems[Problem.NAMES_NOT_READ] = None

    def _page_begins(self, _attributes: list[str]) -> None:
        self._heard.clear()
        self._text.hear(self._take)

    def _take(self, text: str) -> None:
        if len(self._heard) < _MOST_HEARD:
            self._heard.append(text)

    def _page_ends(self) -> None:
        self._text.hear(None)
        if is_page_text(" ".join(self._heard)):
            self._problems[Problem.PAGE_TEXT_NOT_READ] = None


def said_on_pages(styles: IO[bytes], limits: Limits) -> Iterator[Warned]:
    """Yield what the part with the styles of pages holds and was not read.

    Raises UnreadableError for damaged XML, for what defines text, and beyond the limits.
    """
    parser = ElementParser(PREFIXES, BARE)
    besides = Besides(parser, CellText(parser, limits))
    for _ in parser.feed(styles, limits):
        pass
    yield from besides.warnings()
