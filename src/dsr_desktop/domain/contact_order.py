"""In which order contacts are listed, and what of a row decides on its place."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.person import fold


class ContactOrder(StrEnum):
    """What contacts are sorted by; LIST leaves them as they were imported."""

    LIST = "list"
    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    COMPANY = "company"


_FIELDS: Mapping[ContactOrder, Sequence[Sequence[Field]]] = {
    ContactOrder.NAME: ((Field.FAMILY_NAME, Field.NAME), (Field.GIVEN_NAME,)),
    ContactOrder.EMAIL: ((Field.EMAIL,),),
    ContactOrder.PHONE: ((Field.PHONE,),),
    ContactOrder.COMPANY: ((Field.COMPANY,),),
}
LAST = "\U0010ffff"
"""Where rows stand that have nothing to be sorted by."""


def places_to_sort_by(
    order: ContactOrder, columns: Sequence[Column]
) -> tuple[tuple[int, ...], ...]:
    """Return for each part of an order the cells that may hold it, from 0, the best first."""
    return tuple(
        tuple(
            one.number - 1 for field in fields for one in columns
            if one.field is field and not one.is_skipped
        )
        for fields in _FIELDS.get(order, ())
    )  # fmt: skip


def sort_text(places: Sequence[Sequence[int]], cells: Sequence[str]) -> str:
    """Return what a row is sorted by, without case and accents; `LAST` where it has nothing."""
    found = (_first(part, cells) for part in places)
    return fold(" ".join(filter(None, found))) or LAST


def _first(part: Sequence[int], cells: Sequence[str]) -> str:
    texts = (cells[at].strip() for at in part if at < len(cells))
    return next(filter(None, texts), "")
