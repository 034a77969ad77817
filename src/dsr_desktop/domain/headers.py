"""Finds the header row of a sheet and what its columns mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dsr_desktop.domain.column_contents import are_postcodes, field_of_values, is_nearly_all
from dsr_desktop.domain.column_titles import key_of, keys_of
from dsr_desktop.domain.column_titles.names import ACCOUNT_NAMES, READINGS, SECOND_FAMILY_NAMES
from dsr_desktop.domain.columns import Column, Confidence, ToldBy, usual_purpose
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
from dsr_desktop.domain.policy import undeclared_in

__all__ = [
    "ROWS_LOOKED_AT", "Column", "Layout", "layout_under", "layout_without_header",
    "recognise_layout",
]  # fmt: skip

_SECOND_FAMILY_NAMES = keys_of(SECOND_FAMILY_NAMES)
_ACCOUNT_NAMES = keys_of(ACCOUNT_NAMES)
_FURTHER = re.compile(r"(?<!\d)[2-9]\W*$")


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
    if header is None:
        return layout_without_header(rows, width)
    below = [cells for n, cells in rows if n > header.last]
    columns = _columns(header.titles, below, width, is_sure=header.is_sure)
    return Layout(header.n, columns, header_may_be_data=not header.is_sure)


def layout_under(rows: NumberedRows, width: int, header_row: int) -> Layout:
    """Recognise the columns under the titles in `header_row`, which somebody chose.

    What stands above is data; a row that is not among `rows` has no titles.
    """
    titles = next((cells for n, cells in rows if n == header_row), ())
    below = [cells for n, cells in rows if n > header_row]
    shown = tuple(Title(text.strip()) for text in titles)
    return Layout(header_row, _columns(shown, below, width, is_sure=True))


def layout_without_header(rows: NumberedRows, width: int) -> Layout:
    """Recognise the columns of a sheet in which every row is data."""
    return Layout(None, _columns((), [cells for _n, cells in rows], width, is_sure=False))


def _columns(
    found: Sequence[Title], below: Sequence[Sequence[str]], width: int, *, is_sure: bool
) -> tuple[Column, ...]:
    titles = [*found, *[Title("")] * (width - len(found))]
    values = _values_by_column(below, len(titles))
    said = _names_in_context(titles, [title.key for title in titles])
    fields = _fields(titles, said, values)
    is_form = _is_form(titles, fields)
    return tuple(
        _column(number, title.shown, (titled, field), there, is_sure=is_sure, is_form=is_form)
        for number, (title, titled, field, there) in enumerate(
            zip(titles, said, fields, values, strict=True), 1
        )
    )


def _column(
    number: int,
    header: str,
    meant: tuple[Field | None, Field | None],
    values: Sequence[str],
    *,
    is_sure: bool,
    is_form: bool,
) -> Column:
    """Describe a column whose title says the first of `meant`, and title and content the second."""
    titled, field = meant
    confidence, told_by = _confidence(titled, field, values, is_sure=is_sure)
    return Column(
        number, header, field, _origin(header, field, is_form=is_form),
        usual_purpose(field, header), confidence=confidence, told_by=told_by,
        undeclared=undeclared_in(header, field, values),
    )  # fmt: skip


def _confidence(
    titled: Field | None, field: Field | None, values: Sequence[str], *, is_sure: bool
) -> tuple[Confidence, ToldBy]:
    if field is None:
        return Confidence.UNKNOWN, ToldBy.NOTHING
    if field is titled:
        return (Confidence.SURE if is_sure else Confidence.LIKELY), ToldBy.TITLE
    if field is Field.EMAIL and titled is None and is_nearly_all(values, field):
        return Confidence.SURE, ToldBy.CONTENT
    likely = field is Field.EMAIL or is_nearly_all(values, field)
    return (Confidence.LIKELY if likely else Confidence.GUESS), ToldBy.CONTENT


def _values_by_column(body: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    values: list[list[str]] = [[] for _ in range(width)]
    for cells in body:
        for index, cell in enumerate(cells[:width]):
            if text := cell.strip():
                values[index].append(text)
    return values


def _fields(
    titles: Sequence[Title], said: Sequence[Field | None], values: Sequence[Sequence[str]]
) -> list[Field | None]:
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
