"""What of a row is the data subject's own where it may hold other people's data (art. 20(4))."""

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.dates import same_day
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.own_keys import own_keys
from dsr_desktop.domain.own_names import Share, own_names
from dsr_desktop.domain.row import Row

_KEYS = frozenset({Field.EMAIL, Field.PHONE})


def own_values(asked: Asked, row: Row) -> dict[int, Share]:
    """Return by column (from 1) what of a cell is hers; a cell that is wholly hers has no share."""
    names = own_names(asked, row)
    shares = dict(names.shares)
    for column, text, field in row.filled():
        if field in _KEYS and (share := own_keys(asked, row, column, text, names)):
            shares[column] = share
        elif field is Field.BIRTH_DATE and names.several and not _is_own_day(asked, text):
            shares[column] = Share(())
    return shares


def _is_own_day(asked: Asked, text: str) -> bool:
    return any(same_day(day, text) for day in asked.criteria.birth_date)
