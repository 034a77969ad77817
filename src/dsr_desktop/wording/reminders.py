"""Says of a reminder what it is about, and what to do next."""

from collections.abc import Callable, Mapping

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.reminders import Reminder, ReminderKind
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.suppression import entries_due_sentence

_WHAT = {
    ReminderKind.OVERDUE: mark("{ref}: the answer is late"),
    ReminderKind.AUTHORITY_DEADLINE: mark("{ref}: the authority waits for an answer"),
    ReminderKind.LEGAL_DATE_NEAR: mark("{ref}: the legal date is near"),
    ReminderKind.EXTENSION_LIMIT: mark("{ref}: last day to extend"),
    ReminderKind.IDENTITY_SILENCE: mark("{ref}: no answer about the identity"),
    ReminderKind.INTERNAL_TARGET: mark("{ref}: internal target reached"),
    ReminderKind.MAY_BE_TOLD: mark("{name}: the people may be told now"),
    ReminderKind.RESTRICTION_REVIEW: mark("{ref}: a restriction is to be reviewed"),
    ReminderKind.ART14: mark("{name}: tell the people, art. 14"),
}
_NEXT = {
    ReminderKind.BREACH: mark("Decide whether to notify the authority."),
    ReminderKind.OVERDUE: mark("Answer now: it was due on {day}."),
    ReminderKind.AUTHORITY_DEADLINE: mark("Answer by {day}."),
    ReminderKind.LEGAL_DATE_NEAR: mark("Answer by {day}."),
    ReminderKind.EXTENSION_LIMIT: mark("Send the notice by {day}, or answer."),
    ReminderKind.IDENTITY_SILENCE: mark(
        "The time to answer ended on {day}: write that the identity could not be confirmed, then close."
    ),
    ReminderKind.INTERNAL_TARGET: mark("It was {day}: decide and answer."),
    ReminderKind.SYSTEM_SILENT: mark("Ask again, or say why nobody looked."),
    ReminderKind.ART14: mark("Send the notice by {day}, or give the exception."),
    ReminderKind.MAY_BE_TOLD: mark("Since {day}: tell them, then note that they may know."),
    ReminderKind.RETENTION_DUE: mark("Look through them under Retention: the first day is {day}."),
    ReminderKind.HOLD_EXPIRED: mark("Release it or go on holding: its review day was {day}."),
    ReminderKind.RESTRICTION_REVIEW: mark(
        "Its review day was {day}: look whether its ground still holds. Tell the person, then lift it."
    ),
    ReminderKind.CLOCKS_UNCOUNTED: mark("Open Retention: the clocks are then counted."),
    ReminderKind.SUPPRESSION_REVIEW: mark("Keep or remove each in Settings."),
    ReminderKind.ART14_UNSAID: mark("Say who gave the data: the people may have to be told."),
}


def reminder_title(tr: Tr, one: Reminder) -> str:
    """Say in a line what must not be missed."""
    if one.kind in _OF_RETENTION:
        return _OF_RETENTION[one.kind](tr, one)
    match one.kind:
        case ReminderKind.BREACH:
            return _breach(tr, one)
        case ReminderKind.SYSTEM_SILENT:
            return tr.count(
                "{ref}: {n} system does not answer", "{ref}: {n} systems do not answer", one.count,
                ref=one.ref,
            )  # fmt: skip
        case ReminderKind.SUPPRESSION_REVIEW:
            return entries_due_sentence(tr, one.count)
        case ReminderKind.ART14_UNSAID:
            return tr.count(
                "{n} list does not say where its people come from",
                "{n} lists do not say where their people come from", one.count,
            )  # fmt: skip
        case kind:
            return tr(_WHAT[kind], ref=one.ref, name=one.name)


def reminder_next(tr: Tr, one: Reminder) -> str:
    """Say what to do next, and by when."""
    day = tr.date(one.due) if one.due is not None else ""
    return tr(_NEXT[one.kind], day=day)


def _breach(tr: Tr, one: Reminder) -> str:
    if not one.hours_left:
        return tr("Data breach {id}: the 72 hours are over", id=one.record_id)
    return tr.count(
        "Data breach {id}: {n} hour left of 72", "Data breach {id}: {n} hours left of 72",
        one.hours_left, id=one.record_id,
    )  # fmt: skip


_OF_RETENTION: Mapping[ReminderKind, Callable[[Tr, Reminder], str]] = {
    ReminderKind.RETENTION_DUE: lambda tr, one: tr.count(
        "{n} contact due for deletion", "{n} contacts due for deletion", one.count
    ),
    ReminderKind.HOLD_EXPIRED: lambda tr, one: tr(
        "Retention hold {id} is past its review day", id=str(one.record_id)
    ),
    ReminderKind.CLOCKS_UNCOUNTED: lambda tr, one: tr.count(
        "{n} list whose retention is not counted yet",
        "{n} lists whose retention is not counted yet", one.count,
    ),
}  # fmt: skip
