"""Which rows no list, count or export may use: restricted, frozen for an erasure, archived.

Whoever writes contacts into a file or counts them for a use asks here, and leaves out what is set apart.
Searches, checklists and packages do not: the DPO answers with these rows.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.restriction import Restriction, RowState, covers
from dsr_desktop.domain.suppression import SuppressionKey, email_key, phone_key
from dsr_desktop.services.matching_rows import rows_with
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.restrictions import (
    RESTRICTIONS,
    activities_of_rows,
    archived_rows,
    frozen_rows,
    keys_of_person,
    rows_of_person,
    versions_of,
)


@dataclass(frozen=True)
class SetApart:
    """The rows that are out of use, each with every reason, and until when archived ones are kept."""

    states: Mapping[int, frozenset[RowState]] = field(default_factory=dict)
    until: Mapping[int, date] = field(default_factory=dict)

    def __contains__(self, row_id: object) -> bool:
        return row_id in self.states

    def count(self, state: RowState) -> int:
        """Return how many rows are out of use for a reason."""
        return sum(state in of_row for of_row in self.states.values())

    def of(self, row_id: int | None) -> tuple[RowState, ...]:
        """Return why a row is out of use, in the order of the states; nothing for a usable one."""
        states = self.states.get(row_id or 0, frozenset())
        return tuple(one for one in RowState if one in states)


@at_one_moment
def rows_set_apart(register: Register, activity: str | None = None) -> SetApart:
    """Return the rows that must not be used: for an activity, or for anything at all.

    With an `activity` a restriction of another purpose leaves its rows out of the answer (art. 18;
    an objection to one purpose leaves the others running).
    """
    states: dict[int, set[RowState]] = {}
    for one in restricted_rows(register, activity):
        states.setdefault(one, set()).add(RowState.RESTRICTED)
    for one in frozen_rows(register.database):
        states.setdefault(one, set()).add(RowState.FROZEN)
    archived = archived_rows(register.database)
    for one in archived:
        states.setdefault(one, set()).add(RowState.ARCHIVED)
    return SetApart({one: frozenset(of_row) for one, of_row in states.items()}, archived)


def restricted_rows(register: Register, activity: str | None = None) -> frozenset[int]:
    """Return the rows that a restriction in force holds, those imported since among them."""
    return frozenset(row for one in in_force(register) for row in rows_of(register, one, activity))


def rows_of(
    register: Register, restriction: Restriction, activity: str | None = None
) -> frozenset[int]:
    """Return the rows of one restriction: those of the person, as far as its scope covers the use."""
    database = register.database
    found = rows_of_person(database, restriction)
    for key in keys_of_person(database, restriction):
        found |= rows_with(register, key)
    if restriction.scope.is_everything:
        return found
    of_file = versions_of(database, restriction.source_id) if restriction.source_id else None
    return frozenset(
        row
        for row, (source_id, used_for) in activities_of_rows(database, found).items()
        if (of_file is None or source_id in of_file)
        and covers(restriction.scope, activity, used_for)
    )


def sources_restricted(register: Register) -> frozenset[int]:
    """Return the ids of the files that hold a restricted row: nothing of them is deleted."""
    rows = restricted_rows(register)
    places = activities_of_rows(register.database, rows) if rows else {}
    return frozenset(source_id for source_id, _activity in places.values())


def restricted_in(register: Register, source_ids: Iterable[int | None]) -> int:
    """Count the restricted rows of some files, of all that would go with them."""
    rows = restricted_rows(register)
    places = activities_of_rows(register.database, rows) if rows else {}
    wanted = frozenset(source_ids)
    return sum(source_id in wanted for source_id, _activity in places.values())


def in_force(register: Register) -> tuple[Restriction, ...]:
    """Return the restrictions that hold."""
    return tuple(one for one in RESTRICTIONS.read_all(register.database) if one.is_in_force)


@dataclass(frozen=True)
class RestrictedPeople:
    """The keys of restricted people, for a list that is no part of the register."""

    keys: frozenset[SuppressionKey]
    country: str

    def has(self, emails: Iterable[str], phones: Iterable[str]) -> bool:
        """Tell whether an e-mail or phone, however it is written, is a restricted person's."""
        return any(key in self.keys for key in self._read(emails, phones))

    def _read(self, emails: Iterable[str], phones: Iterable[str]) -> Iterator[SuppressionKey]:
        for text in emails:
            try:
                yield email_key(text)
            except InvalidInputError:  # what is no address belongs to nobody
                continue
        for text in phones:
            try:
                yield phone_key(text, self.country)
            except InvalidInputError:
                continue


def restricted_people(register: Register, activity: str | None = None) -> RestrictedPeople:
    """Return who must not be written to, for an activity or at all.

    A restriction of one file is not among them: it says nothing of lists that lie elsewhere.
    """
    return RestrictedPeople(
        frozenset(
            key
            for one in in_force(register)
            if not one.source_id and covers(one.scope, activity, None)
            for key in keys_of_person(register.database, one)
        ),
        register.company.country,
    )
