"""Reads what stands around the cells of a sheet of Excel 97 to 2003: rules, filters, text boxes.

[MS-XLS] 2.4.93 (Dv), 2.4.42 (CF), 2.4.43 (CF12), 2.4.31 (AutoFilter), 2.4.329 (TxO). Of older
versions, which keep these otherwise, only page headers and boxes are noticed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum

from dsr_desktop.domain.notes import NoteKind
from dsr_desktop.readers.formulas.layout import Layout, Version
from dsr_desktop.readers.formulas.parsed import ParsedFormula, formula_of
from dsr_desktop.readers.formulas.reading import BrokenFormulaError, Reading
from dsr_desktop.readers.formulas.references import KnownNames, Place
from dsr_desktop.readers.formulas.spelling import spelled
from dsr_desktop.readers.ooxml.around import is_page_text
from dsr_desktop.readers.ooxml.cells import spells_words

Hung = tuple[int, NoteKind, str]
"""Column from 0, kind of note, its text."""

_COMMENT_SHAPE = 0x19
_OLD_BOXES = frozenset({0x06, 0x07, 0x0B, 0x0C, 0x0E, 0x13})
_ANCHOR = b"\x00\x00\x10\xf0\x12\x00\x00\x00"  # OfficeArtClientAnchorSheet
_FUTURE_HEAD = 12
_TEXT_CRITERION = 6
_CRITERION = 10


class _Record(IntEnum):
    HEADER = 0x0014
    FOOTER = 0x0015
    CONTINUE = 0x003C
    OBJECT = 0x005D
    FILTER = 0x009E
    PIVOT_TABLE = 0x00B0
    DRAWING = 0x00EC
    FORMATTED_AREA = 0x01B0
    CONDITION = 0x01B1
    BOX = 0x01B6
    ALLOWED = 0x01BE
    FORMATTED_AREA_12 = 0x0879
    CONDITION_12 = 0x087A
    FILTER_VALUE = 0x087F


AROUND = frozenset(_Record)


class BiffAround:
    """Is told of the records of one sheet in their order, and keeps what they say by row.

    `boxes` counts text boxes that were read; `unread` counts rules that could not be.
    """

    def __init__(self, layout: Layout, names: KnownNames) -> None:
        self.boxes = 0
        self.unread = 0
        self.has_page_text = False
        self.has_old_boxes = False
        self.has_pivot_table = False
        self._layout = layout
        self._names = names
        self._rows: dict[int, list[Hung]] = defaultdict(list)
        self._corner: Place = (0, 0)
        self._area: Place = (0, 0)
        self._is_comment = False
        self._missing = 0
        self._box: list[str] = []
        self._takers: dict[int, Callable[[bytes], None]] = {
            _Record.HEADER: self._page_text, _Record.FOOTER: self._page_text,
            _Record.OBJECT: self._object, _Record.PIVOT_TABLE: self._pivot_table,
        }  # fmt: skip
        if layout.version is Version.BIFF8:
            self._takers |= {
                _Record.CONTINUE: self._more_of_box, _Record.FILTER: self._filter,
                _Record.DRAWING: self._drawing, _Record.FORMATTED_AREA: self._formatted_area,
                _Record.CONDITION: self._condition, _Record.BOX: self._box_begins,
                _Record.ALLOWED: self._allowed, _Record.FILTER_VALUE: self._filter_value,
                _Record.FORMATTED_AREA_12: self._formatted_area_12,
                _Record.CONDITION_12: self._condition_12,
            }  # fmt: skip

    def rows(self) -> Mapping[int, Iterable[Hung]]:
        """Return the notes by row from 0."""
        return self._rows

    def take(self, kind: int, record: bytes) -> None:
        """Keep what a record says; one that is damaged is counted and passed over."""
        taker = self._takers.get(kind)
        try:
            if taker:
                taker(record)
        except BrokenFormulaError:
            self.unread += 1

    def _hang(self, place: Place, kind: NoteKind, text: str) -> None:
        if text.strip():
            self._rows[place[0]].append((place[1], kind, text))

    # --- pages

    def _page_text(self, record: bytes) -> None:
        if not record:
            return
        version = self._layout.version
        text = (
            _text(Reading(record))
            if version is Version.BIFF8
            else record[1 : 1 + record[0]].decode(self._layout.encoding, "replace")
        )
        self.has_page_text = self.has_page_text or is_page_text(text)

    def _pivot_table(self, _record: bytes) -> None:
        self.has_pivot_table = True

    # --- rules

    def _allowed(self, record: bytes) -> None:
        reading = Reading(record, 4)
        prompt_title, error_title, prompt, error = (_text(reading) for _ in range(4))
        formulas = [self._rule(reading) for _ in range(2)]
        reading.take(2)
        place = _corner(reading)
        for formula in formulas:
            self._spell(place, formula)
        said = (prompt_title, prompt, error_title, error)
        self._hang(place, NoteKind.COMMENT, "\n".join(text for text in said if text.strip("\0")))

    def _rule(self, reading: Reading) -> ParsedFormula:
        length = reading.number(2)
        reading.take(2)
        return formula_of(reading.take(length), length)

    def _formatted_area(self, record: bytes) -> None:
        self._area = _corner(Reading(record, 4))

    def _formatted_area_12(self, record: bytes) -> None:
        self._area = _corner(Reading(record, _FUTURE_HEAD + 4))

    def _condition(self, record: bytes) -> None:
        reading = Reading(record, 2)
        lengths = reading.number(2), reading.number(2)
        if sum(lengths) > len(record):
            raise BrokenFormulaError
        self._conditions(Reading(record, len(record) - sum(lengths)), lengths)

    def _condition_12(self, record: bytes) -> None:
        reading = Reading(record, _FUTURE_HEAD + 2)
        lengths = reading.number(2), reading.number(2)
        look = reading.number(4)
        reading.take(look or 2)
        self._conditions(reading, lengths)

    def _conditions(self, reading: Reading, lengths: Iterable[int]) -> None:
        for length in lengths:
            self._spell(self._area, formula_of(reading.take(length), length))

    def _spell(self, place: Place, formula: ParsedFormula) -> None:
        said = spelled(formula, self._layout, self._names, place)
        self.unread += not said.is_whole
        if spells_words(said.text):
            self._hang(place, NoteKind.FORMULA, said.text.replace("\0", ","))

    # --- filters

    def _filter(self, record: bytes) -> None:
        reading = Reading(record, 4)
        criteria = reading.take(_CRITERION), reading.take(_CRITERION)
        column = int.from_bytes(record[:2], "little")
        for criterion in criteria:
            self._criterion((0, column), criterion, reading)

    def _filter_value(self, record: bytes) -> None:
        place = _corner(Reading(record, 4))
        reading = Reading(record, _FUTURE_HEAD)
        self._criterion(place, reading.take(_CRITERION), reading)

    def _criterion(self, place: Place, criterion: bytes, reading: Reading) -> None:
        if criterion[0] == _TEXT_CRITERION:
            self._hang(place, NoteKind.FORMULA, _letters(reading, criterion[6]))

    # --- text boxes

    def _drawing(self, record: bytes) -> None:
        at = record.rfind(_ANCHOR)
        if at >= 0:
            reading = Reading(record, at + len(_ANCHOR) + 2)
            column = reading.number(2)
            reading.take(2)
            self._corner = reading.number(2), column

    def _object(self, record: bytes) -> None:
        shape = int.from_bytes(record[4:6], "little")
        self._is_comment = shape == _COMMENT_SHAPE
        is_old = self._layout.version < Version.BIFF8
        self.has_old_boxes = self.has_old_boxes or (is_old and shape in _OLD_BOXES)

    def _box_begins(self, record: bytes) -> None:
        self.boxes += 1
        reading = Reading(record, 10)
        self._missing = 0 if self._is_comment else reading.number(2)
        self._box.clear()

    def _more_of_box(self, record: bytes) -> None:
        if not self._missing:
            return
        is_wide = Reading(record).number(1) & 1
        text = record[1:].decode("utf-16-le" if is_wide else "latin-1", "replace")[: self._missing]
        self._box.append(text)
        self._missing -= len(text)
        if not self._missing:
            self._hang(self._corner, NoteKind.COMMENT, "".join(self._box).replace("\r", "\n"))


def _text(reading: Reading) -> str:
    """Return a text with its length (XLUnicodeString); a lone NUL stands for none."""
    return _letters(reading, reading.number(2)).strip("\0")


def _letters(reading: Reading, length: int) -> str:
    if reading.number(1) & 1:
        return reading.take(2 * length).decode("utf-16-le", "replace")
    return reading.take(length).decode("latin-1")


def _corner(reading: Reading) -> Place:
    """Return the first cell of an area (Ref8U): two rows, two columns."""
    row = reading.number(2)
    reading.take(2)
    return row, reading.number(2)
