"""Words of the retention of contacts: states, reasons, rules, holds, the letter, events."""

from collections.abc import Callable, Mapping
from datetime import date

from dsr_desktop.domain.contact_retention import (
    ClockMode,
    ContactState,
    EndedBy,
    RetentionRule,
)
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

Payload = Mapping[str, object]
_STATES = {
    ContactState.OVERDUE: mark("Overdue"),
    ContactState.DUE_SOON: mark("Due within 30 days"),
    ContactState.HELD: mark("Held"),
    ContactState.RETAINED: mark("Kept after the end"),
    ContactState.ACTIVE: mark("No clock yet"),
}
_ENDS = {
    EndedBy.COLUMN: mark("end of processing from a column of the list"),
    EndedBy.SILENCE: mark("no activity for too long"),
    EndedBy.ACTIVITY: mark("the whole activity ended"),
    EndedBy.CONTRACT_ENDED: mark("contract ended"),
    EndedBy.CONSENT_WITHDRAWN: mark("consent withdrawn"),
    EndedBy.OBJECTION: mark("objection accepted"),
    EndedBy.ANSWERED: mark("request answered, no follow-up"),
    EndedBy.NO_ANSWER: mark("no answer to the question whether to stay"),
    EndedBy.OTHER: mark("said by the DPO"),
}
_MODES = {
    ClockMode.AFTER_END: mark("after the end of the processing"),
    ClockMode.AFTER_LAST_CONTACT: mark("after the last contact"),
    ClockMode.FIXED: mark("after the collection"),
}
_HELD_BY = {
    "hold": mark("hold {ref}"),
    "request": mark("open request {ref}"),
    "restriction": mark("restriction, request {ref}"),
    "law": mark("kept after an erasure until {ref}, by law"),
    "asked": mark("an open request asks for this e-mail or phone"),
}


def state_label(tr: Tr, state: ContactState) -> str:
    """Name of a state."""
    return tr(_STATES[state])


def end_label(tr: Tr, ended_by: EndedBy) -> str:
    """Say how it is known that a processing ended."""
    return tr(_ENDS[ended_by])


def mode_label(tr: Tr, mode: ClockMode) -> str:
    """Say from when months count."""
    return tr(_MODES[mode])


def held_label(tr: Tr, kind: str, ref: str) -> str:
    """Say what holds a contact."""
    return tr(_HELD_BY[kind], ref=ref)


def rule_line(tr: Tr, rule: RetentionRule) -> str:
    """Say a rule in a line."""
    months = tr.count("{n} month", "{n} months", rule.months)
    parts = [f"{months} {mode_label(tr, rule.mode)}"]
    if rule.silent_months:
        parts.append(
            tr.count(
                "{n} month without activity ends it", "{n} months without activity end it",
                rule.silent_months,
            )
        )  # fmt: skip
    if rule.ended_on:
        parts.append(tr("ended on {day}", day=tr.date(rule.ended_on)))
    return " · ".join(parts)


def no_clock_sentence(tr: Tr, number: int) -> str:
    """Say how many contacts will never fall due (R-RT-1)."""
    return tr.count(
        "{n} contact has no clock: nothing says that its processing ended, so it never falls due.",
        "{n} contacts have no clock: nothing says that their processing ended, so they never fall due.",
        number,
    )


def stale_sentence(tr: Tr, number: int) -> str:
    """Say from how many nothing came in three years (R-RT-6)."""
    return tr.count(
        "From {n} contact nothing came in 36 months: ask whether to stay in touch, or set an end.",
        "From {n} contacts nothing came in 36 months: ask whether to stay in touch, or set an end.",
        number,
    )


def misread_sentence(tr: Tr, file: str, number: int) -> str:
    """Say that cells of a list that should hold a day hold none."""
    return tr.count(
        "{file}: {n} cell that should hold a day holds none. Correct the list.",
        "{file}: {n} cells that should hold a day hold none. Correct the list.",
        number, file=file,
    )  # fmt: skip


def letter_text(tr: Tr, company: str, months: int) -> str:
    """Return the letter that asks whether a person still wants to hear from the company (R-RT-6).

    It goes out once; who does not answer with yes is deleted.
    """
    lines = (
        tr("Subject: Do you still want to hear from us?"),
        "",
        tr("Dear Sir or Madam,"),
        "",
        tr("We have not heard from you for a long time. {company} keeps contact data no longer than it needs them.", company=company),
        tr("If you wish to stay in touch, answer this message with yes."),
        tr.count(
            "Without an answer within {n} month we delete your contact data. You need do nothing for this.",
            "Without an answer within {n} months we delete your contact data. You need do nothing for this.",
            months,
        ),
        tr("You may also object, or ask for access, rectification or erasure, at any time (articles 15 to 22 of the GDPR), and complain to the supervisory authority."),
        "",
        company,
    )  # fmt: skip
    return "\n".join(lines)


def _rule_set(tr: Tr, payload: Payload) -> str:
    rule = RetentionRule(
        ClockMode(str(payload.get("mode", ClockMode.AFTER_END))), _number(payload, "months"),
        _number(payload, "silent_months") or None, _day(payload, "ended_on"),
    )  # fmt: skip
    return tr("Retention rule set: {rule}", rule=rule_line(tr, rule))


def _end_set(tr: Tr, payload: Payload) -> str:
    contacts = _contacts(tr, payload)
    if payload.get("on") is None:
        return tr("End of processing taken back: {contacts}", contacts=contacts)
    return tr("End of processing set: {contacts}", contacts=contacts)


def _legal_set(tr: Tr, payload: Payload) -> str:
    contacts = _contacts(tr, payload)
    if payload.get("until") is None:
        return tr("Statutory period taken back: {contacts}", contacts=contacts)
    return tr("Statutory period set: {contacts}", contacts=contacts)


def _contacts(tr: Tr, payload: Payload) -> str:
    return tr.count("{n} contact", "{n} contacts", _number(payload, "contacts"))


def _number(payload: Payload, key: str) -> int:
    value = payload.get(key)
    return value if isinstance(value, int) else 0


def _day(payload: Payload, key: str) -> date | None:
    text = payload.get(key)
    return date.fromisoformat(str(text)) if text else None


RETENTION_SAYINGS: dict[str, Callable[[Tr, Payload], str]] = {
    EventKind.RETENTION_RULE_SET: _rule_set,
    EventKind.PROCESSING_END_SET: _end_set,
    EventKind.LEGAL_PERIOD_SET: _legal_set,
    EventKind.SILENCE_COUNTED: lambda tr, payload: tr(
        "Ended by silence: {contacts}", contacts=_contacts(tr, payload)
    ),
    EventKind.RETENTION_HOLD_SET: lambda tr, payload: tr(
        "Retention hold {id} set", id=str(payload.get("hold"))
    ),
    EventKind.RETENTION_HOLD_RELEASED: lambda tr, payload: tr(
        "Retention hold {id} released", id=str(payload.get("hold"))
    ),
    EventKind.RETENTION_RUN_PLANNED: lambda tr, payload: tr(
        "Retention run written in the ledger: {contacts}", contacts=_contacts(tr, payload)
    ),
    EventKind.RETENTION_RUN_GIVEN_UP: lambda tr, _payload: tr(
        "Retention run given up: nothing was deleted"
    ),
    EventKind.CONTACTS_DELETED: lambda tr, payload: tr(
        "Deleted at the end of their retention: {contacts}", contacts=_contacts(tr, payload)
    ),
}
