"""People of the register whose data may not be used at present: the one place that knows them all.

A contact is out of use while its processing is restricted (GDPR art. 18), while it waits for its
erasure or is only archived, and once its time is over (R-RT-1).
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.outgoing import Why, is_expired, rank_of
from dsr_desktop.domain.restriction import RowState
from dsr_desktop.domain.suppression import SuppressionKey, SuppressionKind
from dsr_desktop.services.register import Register
from dsr_desktop.services.restricted_rows import restricted_people, rows_set_apart
from dsr_desktop.store.lookup import list_sheets, load_places, rows_of_keys, sheets_with_fields

PersonKey = tuple[KeyKind, str]


class OutOfUse:
    """Who is out of use on a day, asked by e-mail and by the last digits of a phone."""

    def __init__(self, register: Register, today: date) -> None:
        self._database = register.database
        self._today = today
        self._dated = sheets_with_fields(register.database, {Field.PROCESSING_ENDED_ON})
        self._lists = list_sheets(register.database) if self._dated else frozenset()
        self._apart = rows_set_apart(register)
        self._restricted = {_person_key(one) for one in restricted_people(register).keys}

    def among(self, keys: Collection[PersonKey]) -> dict[PersonKey, Why]:
        """Return why the people with some of these keys are out of use, the weightiest reason of each."""
        found = dict.fromkeys(self._expired(keys) if self._dated else (), Why.EXPIRED)
        if self._apart.states:
            for key, row, _sheet in rows_of_keys(self._database, keys):
                for state in self._apart.of(row):
                    found[key] = min(_WHY[state], found.get(key, Why.EXPIRED), key=rank_of)
        return found | dict.fromkeys(self._restricted.intersection(keys), Why.RESTRICTED)

    def _expired(self, keys: Collection[PersonKey]) -> set[PersonKey]:
        """Return those of whom every row in the company's lists is past its time."""
        rows_of: defaultdict[PersonKey, set[int]] = defaultdict(set)
        in_time: set[PersonKey] = set()
        for key, row, sheet in rows_of_keys(self._database, keys):
            if sheet in self._dated & self._lists:
                rows_of[key].add(row)
            elif sheet in self._lists:
                in_time.add(key)
        asked = {row for key, rows in rows_of.items() if key not in in_time for row in rows}
        over = {
            place.row.id
            for place in load_places(self._database, asked)
            if is_expired(place.sheet.columns, place.row.all_cells, self._today)
        }
        return {key for key, rows in rows_of.items() if key not in in_time and rows <= over}


_WHY = {
    RowState.RESTRICTED: Why.RESTRICTED,
    RowState.FROZEN: Why.FROZEN,
    RowState.ARCHIVED: Why.RESTRICTED,
}


def _person_key(key: SuppressionKey) -> PersonKey:
    is_email = key.kind is SuppressionKind.EMAIL
    return (KeyKind.EMAIL, key.canonical) if is_email else (KeyKind.PHONE, key.lookup or "")
