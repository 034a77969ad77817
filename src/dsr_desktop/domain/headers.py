"""Finds the header row of a sheet and what its columns mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dsr_desktop.domain.fields import Field, Origin, usual_origin
from dsr_desktop.domain.header_words import field_of_header, is_message_title
from dsr_desktop.domain.person import canonical_email, phone_tail, phones_in

ROWS_LOOKED_AT = 40
_CONTENT_SHARE = 0.6
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURES = frozenset({
    Field.IDENTIFIER, Field.POSTCODE, Field.BIRTH_DATE, Field.COLLECTED_ON,
    Field.LAST_CONTACT_ON, Field.PROCESSING_ENDED_ON,
})  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column of a sheet: `number` counts from 1 as the spreadsheet does."""

    number: int
    header: str
    field: Field | None
    origin: Origin | None = None


@dataclass(frozen=True)
class Layout:
    """Where a sheet's header is (row number, None without one) and what its columns mean."""

    header_row: int | None
    columns: tuple[Column, ...]
    header_may_be_data: bool = False

    def fields(self) -> tuple[Field | None, ...]:
        """Return the meaning of each column, in order."""
        return tuple(column.field for column in self.columns)


def recognise_layout(rows: Sequence[tuple[int, Sequence[str]]], width: int) -> Layout:
    """Find header row and columns from the first `rows` (row number, cells) of a sheet.

    A row is the header if it has two known titles and nothing that looks like somebody's data. One
    known title makes a header too, but unless the cells below bear it out the row may be somebody's
    and is kept as data as well. A card with its titles in the first column has no header, and then
    every row counts as data: nobody is lost to a wrong guess.
    """
    header = _find_header(rows)
    body = [cells for n, cells in rows if header is None or n > header.n]
    titles = header.cells if header else ()
    columns = tuple(_column(index, titles, body) for index in range(max(width, len(titles))))
    may_be_data = header is not None and not header.is_sure
    return Layout(header.n if header else None, columns, header_may_be_data=may_be_data)


@dataclass(frozen=True)
class _Header:
    n: int
    cells: Sequence[str]
    is_sure: bool


def _find_header(rows: Sequence[tuple[int, Sequence[str]]]) -> "_Header | None":
    if _is_card(rows):
        return None
    single = None
    for at, (n, cells) in enumerate(rows[:ROWS_LOOKED_AT]):
        titles = [index for index, cell in enumerate(cells) if field_of_header(cell) is not None]
        if not titles or any(_looks_like_data(cell) for cell in cells):
            continue
        if len(titles) >= 2:
            return _Header(n, cells, is_sure=True)
        filled = sum(bool(cell.strip()) for cell in cells)
        if single is None and filled <= 2:
            sure = filled == 1 or _is_borne_out(titles[0], cells, rows[at + 1 :])
            single = _Header(n, cells, is_sure=sure)
    return single


def _is_card(rows: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Tell a card about one thing: known titles below each other, each with its value beside it."""
    titles = [cells for _n, cells in rows if cells and field_of_header(cells[0]) is not None]
    beside = [cells for cells in titles if sum(bool(cell.strip()) for cell in cells) == 2]
    known_beside = sum(field_of_header(cells[1]) is not None for cells in beside if len(cells) > 1)
    return len(beside) >= 2 and known_beside < 2


def _is_borne_out(
    index: int, cells: Sequence[str], below: Sequence[tuple[int, Sequence[str]]]
) -> bool:
    values = [row[index].strip() for _n, row in below if index < len(row) and row[index].strip()]
    titled = field_of_header(cells[index])
    return bool(values) and _field_by_content(values, titled) is titled


def _looks_like_data(cell: str) -> bool:
    text = cell.strip()
    if "@" in text or phones_in(text):
        return True
    text = _YEAR.sub("", text)
    digits = sum(character.isdigit() for character in text)
    return digits * 2 > len(text) > 0


def _column(index: int, titles: Sequence[str], body: Sequence[Sequence[str]]) -> Column:
    header = titles[index].strip() if index < len(titles) else ""
    values = [cells[index].strip() for cells in body if index < len(cells) and cells[index].strip()]
    titled = field_of_header(header)
    field = _field_by_content(values, titled) or titled
    origin = Origin.PROVIDED if is_message_title(header) else usual_origin(field)
    return Column(index + 1, header, field, origin)


def _field_by_content(values: Sequence[str], titled: Field | None) -> Field | None:
    """Recognise a column of e-mails whatever its title, and phones with a plus or leading zero.

    Figures under a title of their own (an identifier, a date) are what the title says.
    """
    if not values:
        return None
    if sum(canonical_email(value) is not None for value in values) >= _CONTENT_SHARE * len(values):
        return Field.EMAIL
    if titled in _FIGURES:
        return None
    phones = sum(value[0] in "+0(" and _is_phone(value) for value in values)
    return Field.PHONE if phones >= _CONTENT_SHARE * len(values) else None


def _is_phone(value: str) -> bool:
    return value in phones_in(value) and phone_tail(value) is not None
