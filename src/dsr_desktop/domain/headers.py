"""Finds the header row of a sheet and what its columns mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dsr_desktop.domain.column_contents import are_postcodes, field_of_values
from dsr_desktop.domain.column_titles import key_of, keys_of
from dsr_desktop.domain.column_titles.names import ACCOUNT_NAMES, READINGS, SECOND_FAMILY_NAMES
from dsr_desktop.domain.column_titles.purposes import Purpose, purpose_of_title
from dsr_desktop.domain.fields import IDENTITY_FIELDS, NAME_FIELDS, Field, Origin, usual_origin
from dsr_desktop.domain.header_rows import ROWS_LOOKED_AT, NumberedRows, Title, find_header
from dsr_desktop.domain.header_words import (
    field_of_known,
    is_form_timestamp,
    is_message_title,
    is_question,
    origin_of_title,
)
from dsr_desktop.domain.person import words

__all__ = ["ROWS_LOOKED_AT", "Column", "Layout", "recognise_layout"]

_SECOND_FAMILY_NAMES = keys_of(SECOND_FAMILY_NAMES)
_ACCOUNT_NAMES = keys_of(ACCOUNT_NAMES)
_FURTHER = re.compile(r"(?<!\d)[2-9]\W*$")


@dataclass(frozen=True)
class Column:
    """One column of a sheet: `number` counts from 1 as the spreadsheet does."""

    number: int
    header: str
    field: Field | None
    origin: Origin | None = None

    @property
    def purpose(self) -> Purpose | None:
        """What an opt-in or opt-out is about; None for all of it and for any other column."""
        if self.field not in {Field.OPT_IN, Field.OPT_OUT}:
            return None
        return purpose_of_title(self.header)


@dataclass(frozen=True)
class Layout:
    """Where a sheet's header is (row number, None without one) and what its columns mean."""

    header_row: int | None
    columns: tuple[Column, ...]
    header_may_be_data: bool = False

    def fields(self) -> tuple[Field | None, ...]:
        """Return the meaning of each column, in order."""
        return tuple(column.field for column in self.columns)


def recognise_layout(rows: NumberedRows, width: int) -> Layout:
    """Find header row and columns from the first `rows` (row number, cells) of a sheet.

    A row is the header if it has two known titles and nothing that looks like somebody's data. One
    known title makes a header too. Unless a title hardly ever is data ("Prénom") or the cells below
    bear it out, the row may be somebody's and is kept as data as well. A card with its titles in
    the first column has no header, and then every row counts as data: nobody is lost to a wrong
    guess. Lines of titles above and below the header row are read, and kept as data too.
    """
    header = find_header(rows)
    body = [cells for n, cells in rows if header is None or n > header.last]
    found = header.titles if header else ()
    titles = [*found, *[Title("")] * (width - len(found))]
    values = _values_by_column(body, len(titles))
    fields = _fields(titles, values)
    is_form = _is_form(titles, fields)
    columns = tuple(
        Column(index + 1, title.shown, field, _origin(title.shown, field, is_form=is_form))
        for index, (title, field) in enumerate(zip(titles, fields, strict=True))
    )
    may_be_data = header is not None and not header.is_sure
    return Layout(header.n if header else None, columns, header_may_be_data=may_be_data)


def _values_by_column(body: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    values: list[list[str]] = [[] for _ in range(width)]
    for cells in body:
        for index, cell in enumerate(cells[:width]):
            if text := cell.strip():
                values[index].append(text)
    return values


def _fields(titles: Sequence[Title], values: Sequence[Sequence[str]]) -> list[Field | None]:
    keys = [title.key for title in titles]
    said = _names_in_context(titles, keys)
    fields = [
        field_of_values(there, field, title.shown)
        for title, field, there in zip(titles, said, values, strict=True)
    ]
    for index, title in enumerate(titles[:-1]):
        untitled = index > 0 and not title.shown and fields[index] is None
        if untitled and are_postcodes(values[index], values[index + 1]):
            fields[index] = Field.POSTCODE
    return fields


def _names_in_context(titles: Sequence[Title], keys: Sequence[str | None]) -> list[Field | None]:
    """Return what the titles say, those of names in the light of each other.

    "Nom" beside "Prénom" is a family name, alone a whole one. A second given name ("Prénom 2") is
    none of another person.
    """
    fields = [field_of_known(key) for key in keys]
    clear = [(key, field) for key, field in zip(keys, fields, strict=True) if key not in READINGS]
    given = any(field is Field.GIVEN_NAME for _key, field in clear)
    family = any(
        field is Field.FAMILY_NAME and key not in _SECOND_FAMILY_NAMES for key, field in clear
    )
    fields = [
        _reading(key, given=given, family=family) if key in READINGS else field
        for key, field in zip(keys, fields, strict=True)
    ]
    if NAME_FIELDS.isdisjoint(filter(None, fields)) and Field.POSTCODE in fields:
        return _with_account_names(titles, fields)
    return _without_second_given_names(titles, fields)


def _reading(key: str, *, given: bool, family: bool) -> Field | None:
    reading = READINGS[key]
    if given and family:
        return reading.with_both
    if given or family:
        return reading.with_given if given else reading.with_family
    return Field.NAME


def _with_account_names(
    titles: Sequence[Title], fields: Sequence[Field | None]
) -> list[Field | None]:
    """Read "Intitulé" beside an address as the name of an account, as accounting programs do."""
    return [
        Field.NAME if field is None and key_of(words(title.text)) in _ACCOUNT_NAMES else field
        for title, field in zip(titles, fields, strict=True)
    ]


def _without_second_given_names(
    titles: Sequence[Title], fields: list[Field | None]
) -> list[Field | None]:
    if fields.count(Field.FAMILY_NAME) != 1:
        return fields
    return [
        None if field is Field.GIVEN_NAME and _FURTHER.search(title.text) else field
        for title, field in zip(titles, fields, strict=True)
    ]


def _is_form(titles: Sequence[Title], fields: Sequence[Field | None]) -> bool:
    """Tell the export of a form: a column for the moment of sending and what the person entered."""
    entered = any(field in IDENTITY_FIELDS for field in fields) or any(
        is_message_title(title.text) for title in titles
    )
    return entered and any(is_form_timestamp(title.text) for title in titles)


def _origin(header: str, field: Field | None, *, is_form: bool) -> Origin | None:
    if is_message_title(header) or (is_form and is_question(header)):
        return Origin.PROVIDED
    if is_form and is_form_timestamp(header):
        return Origin.OBSERVED
    return usual_origin(field) or origin_of_title(header)
