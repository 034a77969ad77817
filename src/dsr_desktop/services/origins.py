"""Says who the values of a column come from, once its list is in the register (R-PORT-1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.fields import Origin
from dsr_desktop.domain.hit import Hit
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.portability import unknown_origins
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source import Place, Sheet
from dsr_desktop.domain.unsettled import UnknownOrigin
from dsr_desktop.services.activities import list_activities
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.shared_rows import may_be_several_peoples
from dsr_desktop.services.sourcing import source_of
from dsr_desktop.store.kept_values import widest_row
from dsr_desktop.store.sources import read_sheets, set_columns


@dataclass(frozen=True)
class ColumnPlace:
    """A column of a stored list, by the ids of its source and sheet; `column` counts from 1."""

    source_id: int
    sheet_id: int
    column: int


@at_one_moment
def origins_to_say(register: Register, ref: str, today: date) -> tuple[UnknownOrigin, ...]:
    """Return the columns that keep the portability bundle of a request from being built.

    Raises NotFoundError without the request, InvalidInputError if it does not ask for portability.
    """
    view = view_request(register, ref, today)
    view.request.item(Right.PORTABILITY)
    return unknown_in(register, view, places_of(register, view.confirmed))


def unknown_in(
    register: Register, view: RequestView, places: Mapping[int, Place]
) -> tuple[UnknownOrigin, ...]:
    """Return the same for rows that were read already, by the ids of their hits."""
    asked = make_ready(view.request.criteria, register.company.country)
    withheld = withheld_rows(view.confirmed, places.values())
    return unknown_origins(places.values(), list_activities(register), asked, withheld)


def withheld_rows(confirmed: Iterable[Hit], places: Iterable[Place]) -> frozenset[int | None]:
    """Return the ids of the confirmed rows of which nothing goes into a bundle (art. 20(4))."""
    mentions = {hit.row_id for hit in confirmed if hit.is_only_mention}
    shared = {place.row.id for place in places if may_be_several_peoples(place)}
    return frozenset(mentions | shared)


def set_origins(register: Register, said: Mapping[ColumnPlace, Origin]) -> None:
    """Say who the values of columns come from; all of it is recorded or nothing.

    Raises NotFoundError for a column that no list has.
    """
    with register.database.transaction():
        for place, origin in said.items():
            sheet = _sheet_of(register, place)
            set_columns(register.database, sheet.id or 0, _with(register, sheet, place, origin))
            register.log(
                EventKind.ORIGIN_SET, source=place.source_id, sheet=place.sheet_id,
                column=place.column, origin=str(origin),
            )  # fmt: skip


def say_origins(register: Register, said: Mapping[UnknownOrigin, Origin]) -> None:
    """Say the same of columns that a bundle waits for."""
    set_origins(
        register,
        {
            ColumnPlace(one.source_id, one.sheet_id, one.column): origin
            for one, origin in said.items()
        },
    )


def column_place(register: Register, source_id: int, column: int, sheet: str = "") -> ColumnPlace:
    """Find a column by the number of its import, its own, and the name of its sheet.

    The name may be left out where the file has one sheet. Raises NotFoundError for an import, sheet
    or column that is not there, InvalidInputError where the sheet has to be named.
    """
    sheets = read_sheets(register.database, source_of(register, source_id).id or 0)
    found = [one for one in sheets if one.name == sheet] if sheet else list(sheets)
    if len(found) > 1:
        raise InvalidInputError(
            mark("The file has several sheets. Name one: {sheets}."),
            sheets=", ".join(one.name for one in sheets),
        )
    if not found:
        raise NotFoundError(
            mark("The file has no sheet of this name. It has: {sheets}."),
            sheets=", ".join(one.name for one in sheets),
        )
    place = ColumnPlace(source_id, found[0].id or 0, column)
    _column_of(register, found[0], column)
    return place


def _sheet_of(register: Register, place: ColumnPlace) -> Sheet:
    for sheet in read_sheets(register.database, place.source_id):
        if sheet.id == place.sheet_id:
            return sheet
    raise NotFoundError(mark("The list is no longer in the register. Look at it again."))


def _with(
    register: Register, sheet: Sheet, place: ColumnPlace, origin: Origin
) -> tuple[Column, ...]:
    told = replace(_column_of(register, sheet, place.column), origin=origin)
    columns = {one.number: one for one in sheet.columns} | {told.number: told}
    return tuple(columns[number] for number in sorted(columns))


def _column_of(register: Register, sheet: Sheet, number: int) -> Column:
    """Return a column; one that lies beyond the titles is there if a row is that long."""
    for column in sheet.columns:
        if column.number == number:
            return column
    if 0 < number <= widest_row(register.database, sheet.id or 0):
        return Column(number, "", None)
    raise NotFoundError(
        mark("Column {column} is not in this list. Count from 1, as the spreadsheet does."),
        column=number,
    )
