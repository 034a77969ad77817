"""People whose data may not be used at present: the one place that lists which leave ask.

Restricted (GDPR art. 18), frozen for an erasure, kept for a law alone, or past their time (R-RT). The
clocks of contacts have to be counted before, by who may write (`contact_clocks.count_clocks`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.contact_retention import is_kept_by_law
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.outgoing import Why
from dsr_desktop.domain.person import phone_tail
from dsr_desktop.domain.restriction import RowState
from dsr_desktop.domain.suppression import SuppressionKind, phone_forms
from dsr_desktop.readers.messages import Rows
from dsr_desktop.services.contact_clocks import contact_lists, rule_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.restricted_rows import restricted_people, rows_set_apart
from dsr_desktop.store.due_contacts import rows_in_law, rows_over
from dsr_desktop.store.lookup import list_sheets, rows_of_keys

PersonKey = tuple[KeyKind, str]
_WHY = {
    RowState.RESTRICTED: Why.RESTRICTED,
    RowState.FROZEN: Why.FROZEN,
    RowState.ARCHIVED: Why.ARCHIVED,
}
_AT_ONCE = frozenset({Why.FROZEN})
"""What holds for a person in every list; the others hold once it holds for all their rows."""


class OutOfUse:
    """Who is out of use on a day: rows of the register, and people by their keys."""

    def __init__(self, register: Register, today: date) -> None:
        self._database = register.database
        self._country = register.company.country
        self._rows = _rows_out_of_use(register, today)
        self._lists = list_sheets(register.database) if self._rows else frozenset()
        keys = restricted_people(register).keys
        self._emails = {one.canonical for one in keys if one.kind is SuppressionKind.EMAIL}
        phones = {one.canonical for one in keys if one.kind is SuppressionKind.PHONE}
        self._phones: defaultdict[str, set[str]] = defaultdict(set)
        for number in phones:
            self._phones[phone_tail(number) or ""].add(number)

    @property
    def is_nobody(self) -> bool:
        """Tell whether no row of the register is out of use."""
        return not self._rows

    def of_row(self, row_id: int) -> Why | None:
        """Return why a row of the register is out of use, None for one that may be used."""
        return self._rows.get(row_id)

    def restricted(self, batch: Rows) -> Iterator[int]:
        """Yield the indexes of rows with an e-mail or a phone of somebody restricted."""
        for kind, key, at, column in batch.keys if self._emails or self._phones else ():
            if kind == KeyKind.EMAIL:
                if key in self._emails:
                    yield at
            elif key in self._phones:
                cells = split_cells(batch.rows[at][2])
                text = cells[column - 1] if column <= len(cells) else ""
                if self._phones[key] & phone_forms(text, key, self._country):
                    yield at

    def among(self, keys: Collection[PersonKey]) -> dict[PersonKey, Why]:
        """Return why people with some of these keys are out of use, by what the company's lists say."""
        if not self._rows:
            return {}
        found: defaultdict[PersonKey, list[Why | None]] = defaultdict(list)
        for key, row, sheet in rows_of_keys(self._database, keys):
            if sheet in self._lists:
                found[key].append(self._rows.get(row))
        told = {key: _of_person(reasons) for key, reasons in found.items()}
        return {key: why for key, why in told.items() if why is not None}


def _of_person(reasons: list[Why | None]) -> Why | None:
    """Return why a person is out of use, by the reasons of all their rows.

    A restriction of one file says nothing of other lists, so it is asked by keys (`restricted`).
    """
    at_once = next((one for one in reasons if one in _AT_ONCE), None)
    if at_once or None in reasons:
        return at_once
    return next((one for one in reasons if one is not Why.RESTRICTED), None)


def _rows_out_of_use(register: Register, today: date) -> Mapping[int, Why]:
    """Return the rows that are out of use, each with the reason that is told first."""
    rows = dict.fromkeys(rows_over(register.database, today), Why.EXPIRED)
    rules = {one.id: rule_of(register, one) for one in contact_lists(register)}
    for row_id, source_id, dates in rows_in_law(register.database, today):
        if is_kept_by_law(dates, rules[source_id], today):
            rows[row_id] = Why.ARCHIVED
    apart = rows_set_apart(register)
    rows |= {row_id: _WHY[apart.of(row_id)[0]] for row_id in apart.states}
    return rows
