"""What of a row is the data subject's own where it may hold other people's data (art. 20(4))."""

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.dates import same_day
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.own_addresses import own_address
from dsr_desktop.domain.own_keys import own_keys
from dsr_desktop.domain.own_names import OwnNames, Share, own_names
from dsr_desktop.domain.row import Row


def own_values(asked: Asked, row: Row) -> dict[int, Share]:
    """Return by column (from 1) what of a cell is hers; a cell that is wholly hers has no share."""
    names = own_names(asked, row)
    shares = dict(names.shares)
    for column, text, field in row.filled():
        share = _share(asked, row, column, text, field, names)
        if share is not None:
            shares[column] = share
    return shares


def _share(
    asked: Asked, row: Row, column: int, text: str, field: Field | None, names: OwnNames
) -> Share | None:
    match field:
        case Field.EMAIL | Field.PHONE:
            return own_keys(asked, row, column, text, names)
        case Field.ADDRESS:
            return own_address(asked, text, names)
        case Field.BIRTH_DATE if names.several and not _is_own_day(asked, text):
            return Share(())
        case _:
            return None


def _is_own_day(asked: Asked, text: str) -> bool:
    return any(same_day(day, text) for day in asked.criteria.birth_date)
