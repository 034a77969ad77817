"""The review of contacts by the day on which they go, with reasons and counts (R-RT-2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.contact_retention import (
    ContactDates,
    ContactState,
    EndedBy,
    RetentionRule,
    StateDays,
    cnil_mark,
    delete_by,
    is_kept_by_law,
    is_stale,
)
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.lookups import lookups_for
from dsr_desktop.domain.reminders import Reminder, of_retention
from dsr_desktop.domain.retention_hold import RetentionHold
from dsr_desktop.domain.row_title import cells_by_field, title_of
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.domain.working_copy import copies_due
from dsr_desktop.services.candidates import exact_rows
from dsr_desktop.services.contact_clocks import contact_lists, rule_of, uncounted_lists
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.contact_clocks import count_held, misread_cells, read_rules
from dsr_desktop.store.due_contacts import (
    FIRST,
    HOLDS,
    StoredClock,
    Wanted,
    clocks_of,
    count_states,
    due_until,
    find_clocks,
    why_held,
)
from dsr_desktop.store.hits import sources_cited_by_open_requests
from dsr_desktop.store.lookup import load_places
from dsr_desktop.store.request_selection import OPEN_REQUESTS
from dsr_desktop.store.requests import read_requests
from dsr_desktop.store.sources import read_sheets, read_sources


@dataclass(frozen=True)
class HeldBy:
    """What keeps a contact: a hold (its id), an open request or a restriction (reference), a law."""

    kind: str
    ref: str


@dataclass(frozen=True)
class ContactUnderReview:
    """One contact of the list: where it stands, its dates, its state and why.

    `key` is its place in the list, for the page after it. `promised` is the day of the rule alone,
    `delete_on` the day in effect; `cnil_mark` is there to compare (R-RT-5).
    """

    key: tuple[str, int]
    row_id: int
    source_id: int
    title: str
    file: str
    sheet: str
    row: int
    activity: str
    channel: str
    dates: ContactDates
    ended_by: EndedBy | None
    rule: RetentionRule
    promised: date | None
    delete_on: date | None
    state: ContactState
    stale: bool
    by_law: bool
    cnil_mark: date | None
    held_by: tuple[HeldBy, ...] = ()

    @property
    def may_go(self) -> bool:
        """Tell whether the user may choose it for deletion."""
        return self.state in {ContactState.OVERDUE, ContactState.DUE_SOON}


@dataclass(frozen=True)
class ReviewFilter:
    """Which contacts are wanted; no state means all, `activity` and `source_id` None any."""

    states: tuple[ContactState, ...] = (ContactState.OVERDUE, ContactState.DUE_SOON)
    stale: bool = False
    activity: str | None = None
    source_id: int | None = None


@dataclass(frozen=True)
class ListCounts:
    """What is known of one list: its rule, contacts by state; `without_clock` never fall due.

    `misread` are cells that should hold a day and hold none.
    """

    source: Source
    rule: RetentionRule
    states: dict[ContactState, int]
    stale: int
    misread: int

    @property
    def without_clock(self) -> int:
        """How many contacts have no clock that runs."""
        return self.states.get(ContactState.ACTIVE, 0)


@dataclass(frozen=True)
class HoldView:
    """A hold with the number of contacts it keeps, and whether its review day has come."""

    hold: RetentionHold
    contacts: int
    is_expired: bool
    file: str = ""


@dataclass(frozen=True)
class RetentionOverview:
    """All counts: by list and in sum, holds, rules that were set, lists whose clocks are not counted.

    `copies` are the working copies with the day of their purge (R-RT-7).
    """

    lists: tuple[ListCounts, ...]
    holds: tuple[HoldView, ...]
    rules: dict[str, RetentionRule]
    uncounted: tuple[Source, ...]
    copies: tuple[Source, ...]
    copies_due: int

    def count(self, state: ContactState) -> int:
        """Return how many contacts are in a state."""
        return sum(one.states.get(state, 0) for one in self.lists)

    @property
    def contacts(self) -> int:
        """How many contacts there are."""
        return sum(map(self.count, ContactState))

    @property
    def stale(self) -> int:
        """From how many nothing came in 36 months, though nobody ended the processing."""
        return sum(one.stale for one in self.lists)


@at_one_moment
def read_retention(register: Register, today: date) -> RetentionOverview:
    """Return all counts as the clocks stand; `count_clocks` brings them up to date before."""
    counted = count_states(register.database, StateDays(today), asked_rows(register))
    misread = misread_cells(register.database)
    sources = read_sources(register.database)
    names = {one.id or 0: one.name for one in sources}
    cited = sources_cited_by_open_requests(register.database)
    return RetentionOverview(
        tuple(_counts(register, one, counted, misread) for one in contact_lists(register)),
        tuple(_hold_view(register, one, names, today) for one in HOLDS.read_all(register.database)),
        read_rules(register.database),
        uncounted_lists(register),
        tuple(one for one in sources if one.purge_on is not None and one.is_current),
        len(copies_due(sources, cited, today)),
    )


@at_one_moment
def review_contacts(
    register: Register,
    wanted: ReviewFilter,
    today: date,
    *,
    after: tuple[str, int] = FIRST,
    most: int = 50,
) -> tuple[ContactUnderReview, ...]:
    """Return a page of contacts, by the day on which they go; `after` is the key of the last one."""
    sources = _sources(register, wanted)
    query = Wanted(wanted.states or tuple(ContactState), wanted.stale, sources, after, most)
    days = StateDays(today)
    return _seen(register, find_clocks(register.database, query, days, asked_rows(register)), days)


@at_one_moment
def contacts_at(
    register: Register, row_ids: Sequence[int], today: date
) -> tuple[ContactUnderReview, ...]:
    """Return some contacts by the ids of their rows, as far as there are any."""
    days = StateDays(today)
    return _seen(register, clocks_of(register.database, row_ids, days, asked_rows(register)), days)


def retention_reminders(register: Register, today: date) -> tuple[Reminder, ...]:
    """Return what the retention of contacts reminds of, as the clocks stand.

    Lists that say themselves when a processing ended are told while their clocks are not counted.
    """
    days = StateDays(today)
    first, due = due_until(register.database, days.soon_until, days, asked_rows(register))
    uncounted = [
        one
        for one in uncounted_lists(register)
        if any(
            Field.PROCESSING_ENDED_ON in sheet.fields
            for sheet in read_sheets(register.database, one.id or 0)
        )
    ]
    holds = HOLDS.read_all(register.database)
    return tuple(of_retention(first, due, holds, len(uncounted), today))


def asked_rows(register: Register) -> list[int]:
    """Return the rows with an e-mail or a phone number for which an open request asks (R-RT-3).

    They are held from the first day on, before anybody searched.
    """
    found: set[int] = set()
    for request in read_requests(register.database, OPEN_REQUESTS):
        keys = Criteria(email=request.criteria.email, phone=request.criteria.phone)
        if not keys.is_empty():
            lookups = lookups_for(make_ready(keys, register.company.country))
            found |= exact_rows(register.database, replace(lookups, word_groups=()))
    return sorted(found)


def _sources(register: Register, wanted: ReviewFilter) -> tuple[int, ...] | None:
    if wanted.activity is None and wanted.source_id is None:
        return None
    return tuple(
        one.id or 0
        for one in contact_lists(register)
        if wanted.source_id in {None, one.id}
        and (wanted.activity is None or (one.activity or "") == wanted.activity)
    )


def _seen(
    register: Register, clocks: Sequence[StoredClock], days: StateDays
) -> tuple[ContactUnderReview, ...]:
    ids = [one.row_id for one in clocks]
    places = {one.row.id: one for one in load_places(register.database, frozenset(ids))}
    reasons = why_held(register.database, ids, days)
    rules = {one.id: rule_of(register, one) for one in contact_lists(register)}
    return tuple(
        _contact(clock, places[clock.row_id], rules[clock.source_id], reasons, days.today)
        for clock in clocks
    )


def _contact(
    clock: StoredClock,
    place: Place,
    rule: RetentionRule,
    reasons: dict[int, tuple[tuple[str, str], ...]],
    today: date,
) -> ContactUnderReview:
    held = tuple(HeldBy(*each) for each in reasons.get(clock.row_id, ()))
    if clock.state is ContactState.HELD and not held:
        held = (HeldBy("asked", ""),)
    return ContactUnderReview(
        clock.place, clock.row_id, clock.source_id, title_of(place), place.source.name,
        place.sheet.name, place.row.n, place.source.activity or "",
        cells_by_field(place)(Field.CHANNEL) or place.source.channel or "", clock.dates,
        clock.ended_by, rule, delete_by(clock.dates, rule), clock.delete_on, clock.state,
        is_stale(clock.dates, today), is_kept_by_law(clock.dates, rule, today),
        cnil_mark(clock.dates), held,
    )  # fmt: skip


def _counts(
    register: Register,
    source: Source,
    counted: dict[tuple[int, ContactState], tuple[int, int]],
    misread: dict[int, int],
) -> ListCounts:
    id_ = source.id or 0
    states = {state: counted[id_, state][0] for state in ContactState if (id_, state) in counted}
    stale = sum(counted[id_, state][1] for state in states if state is not ContactState.HELD)
    return ListCounts(source, rule_of(register, source), states, stale, misread.get(id_, 0))


def _hold_view(
    register: Register, hold: RetentionHold, names: dict[int, str], today: date
) -> HoldView:
    contacts = count_held(register.database, hold.id, hold.source_id)
    return HoldView(hold, contacts, hold.is_expired(today), names.get(hold.source_id, ""))
