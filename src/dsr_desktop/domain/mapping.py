"""What the user chose for the columns of a sheet, and the sheets for which it holds."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.columns import Column, Confidence, ToldBy, usual_purpose
from dsr_desktop.domain.fields import CONSENT_FIELDS, Field, Origin, usual_origin
from dsr_desktop.domain.header_rows import NumberedRows
from dsr_desktop.domain.headers import (
    Layout,
    layout_under,
    layout_without_header,
    recognise_layout,
)
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.policy import Undeclared, undeclared_in

_FINGERPRINT_LENGTH = 32


class HeaderChoice(StrEnum):
    """Which row has the titles: the one found, another, or none."""

    FOUND = "found"
    ROW = "row"
    NONE = "none"


@dataclass(frozen=True)
class ColumnChoice:
    """What a column is: `field` None for no known meaning, `origin` None for the field's usual one.

    With `skip` its cells are not stored; `reason` says why a column that the policy does not
    announce is kept, or skipped. `purpose` is that of an opt-in or opt-out, None for what its title
    says.
    """

    field: Field | None = None
    origin: Origin | None = None
    purpose: Purpose | None = None
    skip: bool = False
    reason: str | None = None


@dataclass(frozen=True)
class SheetMapping:
    """Choices for every sheet with this fingerprint; `columns` by number from 1.

    A column without a choice is recognised as usual. `titles` are those of the header meant: a
    header at a row of the user's choice (`header` is ROW, `header_row` its number) holds only where
    these very titles stand there, so that nobody's row is taken for a header.
    """

    fingerprint: str
    header: HeaderChoice = HeaderChoice.FOUND
    header_row: int | None = None
    titles: tuple[str, ...] = ()
    columns: Mapping[int, ColumnChoice] = field(default_factory=dict)


@dataclass(frozen=True)
class Mappings:
    """Mappings by fingerprint: those `chosen` for this import go before those `remembered`."""

    chosen: Mapping[str, SheetMapping] = field(default_factory=dict)
    remembered: Mapping[str, SheetMapping] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetLayout:
    """How a sheet is stored: header row, columns, and the mapping that was followed, if any.

    With `header_unsure` the header row may be somebody's data and is kept as such too, or none was
    found and nobody said that there is none.
    """

    header_row: int | None
    header_unsure: bool
    columns: tuple[Column, ...]
    fingerprint: str
    mapping: SheetMapping | None = None
    told_by: ToldBy = ToldBy.NOTHING

    @property
    def is_chosen(self) -> bool:
        """Tell whether a mapping given for this import was followed."""
        return self.told_by is ToldBy.CHOSEN

    @property
    def is_remembered(self) -> bool:
        """Tell whether a mapping that the register remembers was followed."""
        return self.told_by is ToldBy.REMEMBERED

    @property
    def fields(self) -> tuple[Field | None, ...]:
        """Meaning of each column."""
        return tuple(column.field for column in self.columns)

    @property
    def header(self) -> HeaderChoice:
        """Where the titles are by the mapping that was followed, else where they were found."""
        return self.mapping.header if self.mapping else HeaderChoice.FOUND

    @property
    def row_left_out(self) -> int | None:
        """Number of the row that is not stored because it holds the titles."""
        return None if self.header_unsure else self.header_row

    @property
    def columns_left_out(self) -> frozenset[int]:
        """Numbers of the columns whose cells are not stored."""
        return frozenset(column.number for column in self.columns if column.is_skipped)


def lay_out(
    rows: NumberedRows,
    width: int,
    mappings: Mappings,
    hidden_columns: frozenset[int] = frozenset(),
) -> SheetLayout:
    """Recognise a sheet from its first `rows` (number, cells), then follow what the user chose.

    A mapping holds for the sheets with its fingerprint, and one with a header row of the user's
    choice for all that have its titles there: without titles that are known, the fingerprint goes
    by what the cells hold, and one row of data tells little. One that the register remembers never
    skips a column of a sheet without titles: other lists may look alike.
    """
    found = recognise_layout(rows, width)
    mapping, told_by = _mapping_for(fingerprint_of(found), rows, mappings)
    fingerprint = mapping.fingerprint if mapping else fingerprint_of(found)
    layout = _with_header(found, rows, width, mapping) if mapping else found
    choices = mapping.columns if mapping else {}
    may_skip = told_by is ToldBy.CHOSEN or layout.header_row is not None
    columns = tuple(
        replace(
            _chosen(column, choices.get(column.number), told_by, may_skip=may_skip),
            hidden=column.number in hidden_columns,
        )
        for column in layout.columns
    )
    unsure = mapping is None and (layout.header_may_be_data or layout.header_row is None)
    return SheetLayout(layout.header_row, unsure, columns, fingerprint, mapping, told_by)


def as_followed(layout: SheetLayout) -> SheetMapping:
    """Return the mapping that a sheet followed, with the titles that it had there."""
    assert layout.mapping is not None  # noqa: S101 - only a sheet that followed one is asked for it
    return replace(layout.mapping, titles=tuple(one.header for one in layout.columns))


def _mapping_for(
    fingerprint: str, rows: NumberedRows, mappings: Mappings
) -> tuple[SheetMapping | None, ToldBy]:
    for known, told_by in (
        (mappings.chosen, ToldBy.CHOSEN), (mappings.remembered, ToldBy.REMEMBERED),
    ):  # fmt: skip
        for mapping in (known.get(fingerprint), *filter(_names_its_row, known.values())):
            if mapping and holds_for(mapping, rows):
                return mapping, told_by
    return None, ToldBy.NOTHING


def _names_its_row(mapping: SheetMapping) -> bool:
    return mapping.header is HeaderChoice.ROW


def holds_for(mapping: SheetMapping, rows: NumberedRows) -> bool:
    """Tell whether the titles that a mapping means stand in these rows where it has them."""
    if mapping.header is not HeaderChoice.ROW:
        return True
    there = next((cells for n, cells in rows if n == mapping.header_row), ())
    return _filled(normal_titles(there)) == _filled(normal_titles(mapping.titles)) != ()


def _filled(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the empty titles at the end, of which a sheet's width decides."""
    last = max((at for at, title in enumerate(titles, 1) if title), default=0)
    return titles[:last]


def _with_header(found: Layout, rows: NumberedRows, width: int, mapping: SheetMapping) -> Layout:
    if mapping.header is HeaderChoice.NONE:
        return layout_without_header(rows, width)
    if mapping.header is HeaderChoice.ROW and mapping.header_row is not None:
        return layout_under(rows, width, mapping.header_row)
    return found


def _chosen(
    column: Column, choice: ColumnChoice | None, told_by: ToldBy, *, may_skip: bool
) -> Column:
    if choice is None:
        return column
    if choice.skip:
        return replace(column, is_skipped=True, reason=choice.reason) if may_skip else column
    meaning = choice.field
    purpose = choice.purpose if meaning in CONSENT_FIELDS else None
    usual = column.origin if meaning is column.field else usual_origin(meaning)
    return replace(
        column,
        field=meaning,
        origin=choice.origin or usual,
        purpose=purpose or usual_purpose(meaning, column.header),
        confidence=Confidence.SURE if meaning else Confidence.UNKNOWN,
        told_by=told_by,
        undeclared=undeclared_in(column.header, meaning) or _seen_in_values(column),
        reason=choice.reason,
    )


def as_chosen(column: Column, choice: ColumnChoice | None) -> Column:
    """Return a column as an import would store it that was given this choice for it."""
    return _chosen(column, choice, ToldBy.CHOSEN, may_skip=True)


def _seen_in_values(column: Column) -> Undeclared | None:
    """Return what title or values gave away, not what went with the meaning it had."""
    by_meaning = {Undeclared.BIRTH_DATE, Undeclared.NOTE}
    return None if column.undeclared in by_meaning else column.undeclared


def fingerprint_of(layout: Layout) -> str:
    """Tell sheets of one making from others: by titles in order and column count.

    `layout` is the one recognised, before any choice. Without a header it is the column count and
    what each column means by its content.
    """
    return columns_fingerprint(layout.columns, titled=layout.header_row is not None)


def columns_fingerprint(columns: Sequence[Column], *, titled: bool) -> str:
    """Tell sheets with these columns from others; without titles by what each column means."""
    told: list[object] = ["content", [column.field for column in columns]]
    if titled:
        told = ["titles", normal_titles([column.header for column in columns])]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:_FINGERPRINT_LENGTH]


def normal_titles(titles: Sequence[str]) -> tuple[str, ...]:
    """Fold case, accents and blanks, by which titles of one program's exports may differ."""
    return tuple(" ".join(fold(title).split()) for title in titles)
