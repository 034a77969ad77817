"""Puts a wrong value right in the register, and follows its copies in the files (X01, X02)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_is_open
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.rectification import (
    CopyState,
    RectifiedCell,
    check_done,
    check_values,
)
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.written import may_be_written, written
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.keeping import index_rows_again
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.store.rectifications import (
    correct_cell,
    mark_corrected,
    newest_cell,
    read_rectified,
)
from dsr_desktop.store.requests import read_request


@dataclass(frozen=True)
class Copy:
    """A rectified cell, and how far its file is."""

    cell: RectifiedCell
    state: CopyState


def rectify(register: Register, ref: str, before: str, after: str, today: date) -> tuple[Copy, ...]:
    """Put a value right in every confirmed row that has it, whole in one cell; returns all copies.

    What the file said is kept beside. Raises NotFoundError for an unknown request or a value that no
    confirmed row has, NotAllowedError, InvalidInputError (see `check_values`).
    """
    with register.database.transaction():
        view = view_request(register, ref, today)
        request = view.request
        check_is_open(request)
        wrong, right = check_values(request, before, after)
        places = places_of(register, view.confirmed)
        cells = [
            RectifiedCell(
                place.source.id or 0, place.row.id, place.sheet.name, place.row.n, column, wrong,
                right, today, register.actor,
            )
            for place in {one.row.id: one for one in places.values()}.values()
            for column, text in enumerate(place.row.cells, 1)
            if text.strip() == wrong
        ]  # fmt: skip
        if not cells:
            raise NotFoundError(
                mark("No confirmed row of {ref} has this value as a whole cell. Copy it as it is."),
                ref=request.ref,
            )
        made = [correct_cell(register.database, request, one) for one in cells]
        index_rows_again(register.database, sorted({one.row_id for one in cells}))
        register.log(
            EventKind.VALUE_RECTIFIED, request.ref, cells=made,
            sources=sorted({one.source_id for one in cells}),
        )  # fmt: skip
    return copies_of(register, ref)


def record_corrected(
    register: Register, ref: str, cell_id: int, on: date, by: str, evidence: str, today: date
) -> tuple[Copy, ...]:
    """Record that a file has the right value; raises NotFoundError, NotAllowedError, InvalidInputError."""
    with register.database.transaction():
        request = read_request(register.database, ref)
        check_is_open(request)
        cell = _cell(register, request, cell_id)
        check_done(on, cell.decided_on, today)
        who = written("done_by", by or register.actor, 200)
        mark_corrected(register.database, cell_id, on, who, may_be_written("evidence", evidence))
        register.log(EventKind.RECTIFICATION_DONE, request.ref, cell=cell_id, on=on.isoformat())
    return copies_of(register, ref)


@at_one_moment
def copies_of(register: Register, ref: str) -> tuple[Copy, ...]:
    """Return the copies of what was rectified, compared with newer versions of their files.

    Raises NotFoundError for an unknown reference.
    """
    request = read_request(register.database, ref)
    return tuple(_copies(register, request))


def _copies(register: Register, request: Request) -> Iterator[Copy]:
    for one in read_rectified(register.database, request):
        yield Copy(one, one.state(newest_cell(register.database, one)))


def _cell(register: Register, request: Request, cell_id: int) -> RectifiedCell:
    for one in read_rectified(register.database, request):
        if one.id == cell_id:
            return one
    raise NotFoundError(
        mark("{ref} has no rectified cell {id}. Take one from the list."),
        ref=request.ref, id=str(cell_id),
    )  # fmt: skip
