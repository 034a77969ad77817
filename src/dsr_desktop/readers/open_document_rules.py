"""Reads the rules that an OpenDocument spreadsheet gives for cells before its rows.

OpenDocument 1.3 part 3: 9.4 (validation), 16 and 17 (conditions of styles).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.element_parser import ElementParser
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.around import PlacedNote
from dsr_desktop.readers.ooxml.cells import place_of, spells_words
from dsr_desktop.readers.open_document_names import BARE, PREFIXES
from dsr_desktop.readers.open_document_text import CellText

MESSAGES = ("table:help-message", "table:error-message")
_MOST_NOTES = 100_000
_PIECE = 65_536
_ADDRESS = re.compile(r"\s*\$?(?:'((?:[^']|'')*)'|([^.'\s]*))\.(\$?[A-Z]{1,3}\$?\d{1,7})")
_ROW_BEGINS = b":table-row"


@dataclass
class Rules:
    """Rules by sheet, each on the first cell that it is for; `unplaced` counts those without one.

    `conditions` counts the conditional formats among them.
    """

    notes: dict[str, list[PlacedNote]] = field(default_factory=lambda: defaultdict(list))
    unplaced: int = 0
    conditions: int = 0


def rules_before_rows(content: IO[bytes], limits: Limits) -> Rules:
    """Return the rules; of a document that cannot be followed, those before the damage."""
    parser = ElementParser(PREFIXES, BARE)
    listener = _RuleListener(parser, limits)
    try:
        for piece in _up_to_rows(content):
            parser.parse(piece)
    except UnreadableError:
        pass  # who reads the rows meets it again, and says so
    return listener.rules


def _up_to_rows(content: IO[bytes]) -> Iterator[bytes]:
    while piece := content.read(_PIECE):
        yield piece
        if _ROW_BEGINS in piece:
            return


class _RuleListener:
    def __init__(self, parser: ElementParser, limits: Limits) -> None:
        self.rules = Rules()
        self._parser = parser
        self._text = CellText(parser, limits)
        self._address = ""
        self._heard: list[str] = []
        self._count = 0
        parser.on(
            {
                "table:content-validation": self._validation,
                "style:map": self._condition,
                **dict.fromkeys(MESSAGES, self._message_begins),
            },
            dict.fromkeys(MESSAGES, self._message_ends),
        )

    def _hang(self, address: str, kind: NoteKind, text: str) -> None:
        found = _ADDRESS.match(address)
        place = place_of(found[3].replace("$", "")) if found else None
        self._count += 1
        if found is None or place is None or self._count > _MOST_NOTES:
            self.rules.unplaced += 1
            return
        sheet = (found[1] or "").replace("''", "'") or found[2]
        self.rules.notes[sheet].append((place[0], CellNote(place[1], kind, text)))

    def _validation(self, attributes: list[str]) -> None:
        rule = self._parser.named(attributes)
        self._address = rule.get("base-cell-address", "")
        if spells_words(rule.get("condition", "")):
            self._hang(self._address, NoteKind.FORMULA, rule["condition"])

    def _condition(self, attributes: list[str]) -> None:
        rule = self._parser.named(attributes)
        if spells_words(rule.get("condition", "")):
            self.rules.conditions += 1
            self._hang(rule.get("base-cell-address", ""), NoteKind.FORMULA, rule["condition"])

    def _message_begins(self, attributes: list[str]) -> None:
        title = self._parser.named(attributes).get("title", "")
        self._heard = [f"{title}\n"]
        self._text.hear(self._heard.append)

    def _message_ends(self) -> None:
        self._text.hear(None)
        if said := "".join(self._heard).strip():
            self._hang(self._address, NoteKind.COMMENT, said)
