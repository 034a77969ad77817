"""What the DPO is reminded of on a day, the most urgent first (R-DL-10, R-SUS-6, R-INF-1).

Pure: requests, breach notes, requests of authorities, lists and the suppression list go in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from dsr_desktop.domain.article14 import Art14Task, open_tasks, unsaid
from dsr_desktop.domain.authority_request import AuthorityRequest, MayTell
from dsr_desktop.domain.breach import Breach, breach_clock
from dsr_desktop.domain.clock import (
    DEFAULT_SETTINGS,
    AlertKind,
    DeadlineSettings,
    DeadlineStatus,
    identity_unanswered,
)
from dsr_desktop.domain.deadline import alerts
from dsr_desktop.domain.other_clocks import clock_kind
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.domain.restriction import Restriction
from dsr_desktop.domain.retention_hold import RetentionHold
from dsr_desktop.domain.right import ClockKind
from dsr_desktop.domain.workdays import WorkCalendar


class ReminderKind(StrEnum):
    """Of what somebody is reminded; on one day they come in this order."""

    BREACH = "breach"
    OVERDUE = "overdue"
    AUTHORITY_DEADLINE = "authority_deadline"
    LEGAL_DATE_NEAR = "legal_date_near"
    EXTENSION_LIMIT = "extension_limit"
    IDENTITY_SILENCE = "identity_silence"
    INTERNAL_TARGET = "internal_target"
    SYSTEM_SILENT = "system_silent"
    ART14 = "art14"
    MAY_BE_TOLD = "may_be_told"
    RETENTION_DUE = "retention_due"
    HOLD_EXPIRED = "hold_expired"
    RESTRICTION_REVIEW = "restriction_review"
    CLOCKS_UNCOUNTED = "clocks_uncounted"
    SUPPRESSION_REVIEW = "suppression_review"
    ART14_UNSAID = "art14_unsaid"


@dataclass(frozen=True)
class Reminder:
    """One thing not to be missed: `due` is its day, None where it has none.

    `ref` is the request it is about, `name` the list, or the authority; `record_id` the id of the
    breach note, of the request of an authority, of the restriction or of the import; `count` says how many things it
    stands for. `hours_left` is that of a breach.
    """

    kind: ReminderKind
    due: date | None
    ref: str = ""
    name: str = ""
    record_id: int = 0
    count: int = 1
    hours_left: int | None = None


def in_order(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """Sort by the day, what has none last; of one day by the order of the kinds."""
    ranks = {kind: n for n, kind in enumerate(ReminderKind)}
    return tuple(
        sorted(reminders, key=lambda one: (one.due or date.max, ranks[one.kind], one.ref, one.name))
    )


def of_requests(
    requests: Iterable[RequestSummary],
    calendar: WorkCalendar,
    today: date,
    settings: DeadlineSettings = DEFAULT_SETTINGS,
) -> Iterator[Reminder]:
    """Yield what open requests remind of; one that was answered reminds of nothing."""
    for one in requests:
        if one.request.is_open and one.request.answered_on is None:
            yield from _of_clock(one, calendar, today, settings)
            yield from _of_authority(one, calendar, today, settings)
            yield from _of_silence(one, today, settings)


def of_breaches(breaches: Iterable[Breach], now: datetime) -> Iterator[Reminder]:
    """Yield the breaches of which nobody decided yet whether the authority is told (art. 33)."""
    for one in breaches:
        clock = breach_clock(one, now)
        if not clock.is_stopped:
            day = clock.ends_at.astimezone(now.tzinfo).date()
            yield Reminder(
                ReminderKind.BREACH, day, one.ref or "", record_id=one.id,
                hours_left=clock.hours_left,
            )  # fmt: skip


def of_authorities(requests: Iterable[AuthorityRequest], today: date) -> Iterator[Reminder]:
    """Yield the requests of authorities of which people may be told since a day that has come."""
    for one in requests:
        if one.may_tell is MayTell.FROM_A_DAY and one.may_be_told_on(today):
            yield Reminder(
                ReminderKind.MAY_BE_TOLD, one.may_tell_from, name=one.authority, record_id=one.id
            )


def of_lists(tasks: Iterable[Art14Task]) -> Iterator[Reminder]:
    """Yield the lists whose people are to be told, and how many do not say whose they are."""
    known = tuple(tasks)
    for one in open_tasks(known):
        yield Reminder(
            ReminderKind.ART14, one.due, name=one.name, record_id=one.source_id, count=one.rows
        )
    if left := unsaid(known):
        first = left[0]
        yield Reminder(
            ReminderKind.ART14_UNSAID, None, name=first.name, record_id=first.source_id,
            count=len(left),
        )  # fmt: skip


def of_suppression_list(entries_due: int, today: date) -> Iterator[Reminder]:
    """Yield the review of the suppression list, if entries wait for it (R-SUP-3)."""
    if entries_due:
        yield Reminder(ReminderKind.SUPPRESSION_REVIEW, today, count=entries_due)


def of_restrictions(to_review: Iterable[Restriction]) -> Iterator[Reminder]:
    """Yield the restrictions whose day of review has come: go on, or tell the person and lift (L04)."""
    for one in to_review:
        yield Reminder(ReminderKind.RESTRICTION_REVIEW, one.review_on, one.ref, record_id=one.id)


def of_retention(
    first_due: date | None, due: int, holds: Iterable[RetentionHold], uncounted: int, today: date
) -> Iterator[Reminder]:
    """Yield the contacts whose day has come or comes soon, holds to review, lists without a count.

    `first_due` is the day of the contact that is due first, `due` how many are (R-RT-2, R-RT-3).
    """
    if due:
        yield Reminder(ReminderKind.RETENTION_DUE, first_due, count=due)
    for one in holds:
        if one.is_expired(today):
            yield Reminder(ReminderKind.HOLD_EXPIRED, one.review_on, record_id=one.id)
    if uncounted:
        yield Reminder(ReminderKind.CLOCKS_UNCOUNTED, None, count=uncounted)


def _of_clock(
    one: RequestSummary, calendar: WorkCalendar, today: date, settings: DeadlineSettings
) -> Iterator[Reminder]:
    """Yield the day missed, or what the clock of a request says has come by today (R-DL-10).

    Once the legal date is near, the internal target is not worth a line of its own. An extension
    is spoken of on its last days only: after them nothing can be sent any more.
    """
    ref, clock = one.request.ref, one.deadline
    if one.status is DeadlineStatus.OVERDUE:
        yield Reminder(ReminderKind.OVERDUE, clock.current_due, ref)
        return
    if one.status is DeadlineStatus.PAUSED:
        return
    come = {alert.kind: alert.day for alert in alerts(clock, calendar, settings)
            if alert.day <= today}  # fmt: skip
    if AlertKind.LEGAL_DATE_NEAR in come:
        yield Reminder(ReminderKind.LEGAL_DATE_NEAR, clock.alert_due, ref)
    elif AlertKind.INTERNAL_TARGET in come:
        yield Reminder(ReminderKind.INTERNAL_TARGET, clock.internal_target, ref)
    may_extend = clock_kind(one.request) is ClockKind.GDPR_MONTH and today <= clock.first_due
    if AlertKind.EXTENSION_LIMIT in come and may_extend and one.request.extension is None:
        yield Reminder(ReminderKind.EXTENSION_LIMIT, clock.first_due, ref)


def _of_authority(
    one: RequestSummary, calendar: WorkCalendar, today: date, settings: DeadlineSettings
) -> Iterator[Reminder]:
    letter = one.request.authority
    if letter is None:
        return
    warn_from = calendar.working_days_before(letter.answer_by, settings.alert_working_days)
    if warn_from <= today:
        yield Reminder(
            ReminderKind.AUTHORITY_DEADLINE, letter.answer_by, one.request.ref, letter.authority
        )


def _of_silence(one: RequestSummary, today: date, settings: DeadlineSettings) -> Iterator[Reminder]:
    """Yield what others owe: the person an answer on the identity, a colleague one on a system."""
    ref = one.request.ref
    for pause in one.request.pauses:
        if identity_unanswered(pause, today, settings):
            silent_since = pause.asked_on + timedelta(days=settings.identity_silence_days)
            yield Reminder(ReminderKind.IDENTITY_SILENCE, silent_since, ref)
    if one.sources.overdue:
        yield Reminder(ReminderKind.SYSTEM_SILENT, today, ref, count=one.sources.overdue)
