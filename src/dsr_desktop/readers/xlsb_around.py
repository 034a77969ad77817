"""Reads what stands around the rows of a sheet of a binary Excel 2007 workbook: rules and filters.

[MS-XLSB] 2.4.353 (BrtDVal), 2.4.355 (BrtDValList), 2.4.23 (BrtBeginCFRule).
"""

import struct
from collections.abc import Callable, Iterable
from enum import IntEnum

from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.readers.formulas.references import KnownNames, Place
from dsr_desktop.readers.formulas.spelling import spelled
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.around import PlacedNote, is_page_text
from dsr_desktop.readers.ooxml.cells import spells_words
from dsr_desktop.readers.xlsb_names import LAYOUT, xlsb_formula_at
from dsr_desktop.readers.xlsb_records import byte_at, text_at, uint_at

_MOST_AREAS = 100_000
_AREA = 16
_TEXT_CRITERION = 6


class _Record(IntEnum):
    ALLOWED = 64
    FILTERED_AREA = 161
    FILTER_VALUE = 167
    FILTER_CRITERION = 174
    FORMATTED_AREA = 461
    CONDITION = 463
    PAGES = 479
    ALLOWED_WORDS = 681
    CONDITION_14 = 1048
    ALLOWED_14 = 1053


_LATER = frozenset({_Record.CONDITION_14, _Record.ALLOWED_14})
_HAS_FORMULAS = 4


class XlsbAround:
    """Is told of the records of one sheet in their order.

    `unread` counts rules that could not be read; `has_page_text` tells of headers and footers.
    """

    def __init__(self, names: KnownNames) -> None:
        self.notes: list[PlacedNote] = []
        self.unread = 0
        self.has_page_text = False
        self._names = names
        self._formatted: Place = (0, 0)
        self._filtered: Place = (0, 0)
        self._words = ""
        self._takers: dict[int, Callable[[bytes], None]] = {
            _Record.ALLOWED: self._allowed, _Record.ALLOWED_WORDS: self._allowed_words,
            _Record.FORMATTED_AREA: self._formatted_area, _Record.CONDITION: self._condition,
            _Record.FILTERED_AREA: self._filtered_area, _Record.FILTER_VALUE: self._filter_value,
            _Record.FILTER_CRITERION: self._filter_criterion, _Record.PAGES: self._pages,
        }  # fmt: skip

    def read(self, records: Iterable[tuple[int, bytes]]) -> "XlsbAround":
        """Go through all records; damaged rules, and those of later versions, are counted."""
        for kind, data in records:
            if taker := self._takers.get(kind):
                try:
                    taker(data)
                except (UnreadableError, struct.error):
                    self.unread += 1
            elif kind in _LATER and data[:1] and data[0] & _HAS_FORMULAS:
                self.unread += 1
        return self

    def _hang(self, place: Place, kind: NoteKind, text: str) -> None:
        if text.strip():
            self.notes.append((place[0] + 1, CellNote(place[1] + 1, kind, text)))

    def _pages(self, data: bytes) -> None:
        at = 2
        for _ in range(6):
            text, at = text_at(data, at)
            self.has_page_text = self.has_page_text or is_page_text(text)

    def _allowed_words(self, data: bytes) -> None:
        self._words, _ = text_at(data, 0)

    def _allowed(self, data: bytes) -> None:
        place, at = _areas(data, 4)
        said: list[str] = []
        for _ in range(4):
            text, at = text_at(data, at)
            said.append(text)
        self._hang(place, NoteKind.FORMULA, self._words)
        self._words = ""
        for _ in range(2):
            at = self._spell(place, data, at)
        error_title, error, prompt_title, prompt = said
        told = "\n".join(filter(None, (prompt_title, prompt, error_title, error)))
        self._hang(place, NoteKind.COMMENT, told)

    def _formatted_area(self, data: bytes) -> None:
        self._formatted, _ = _areas(data, 8)

    def _condition(self, data: bytes) -> None:
        _, at = text_at(data, 42)
        for length_at in (30, 34, 38):
            if uint_at(data, length_at):
                at = self._spell(self._formatted, data, at)

    def _spell(self, place: Place, data: bytes, at: int) -> int:
        """Spell the formula that stands here (its tokens, then what these need); return its end."""
        needs_at = at + 4 + uint_at(data, at)
        end = needs_at + 4 + uint_at(data, needs_at)
        said = spelled(xlsb_formula_at(data, at), LAYOUT, self._names, place)
        self.unread += not said.is_whole
        if spells_words(said.text):
            self._hang(place, NoteKind.FORMULA, said.text)
        return end

    def _filtered_area(self, data: bytes) -> None:
        self._filtered = uint_at(data, 0), uint_at(data, 8)

    def _filter_value(self, data: bytes) -> None:
        self._hang(self._filtered, NoteKind.FORMULA, text_at(data, 0)[0])

    def _filter_criterion(self, data: bytes) -> None:
        if byte_at(data, 0) == _TEXT_CRITERION:
            self._hang(self._filtered, NoteKind.FORMULA, text_at(data, 10)[0])


def _areas(data: bytes, at: int) -> tuple[Place, int]:
    """Return the first cell of some areas (UncheckedSqRfX), and where they end."""
    count = uint_at(data, at)
    if not 0 < count <= _MOST_AREAS:
        raise struct.error
    return (uint_at(data, at + 4), uint_at(data, at + 12)), at + 4 + count * _AREA
