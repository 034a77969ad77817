"""Words of the events about systems, their tasks, messages and breaches; never a person or a system."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from dsr_desktop.domain.breach import BreachStepKind
from dsr_desktop.domain.communication import CommunicationKind, Direction
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.identity import CopyOutcome
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source_task import StepKind
from dsr_desktop.wording.communications import direction_label, kind_label
from dsr_desktop.wording.language import Tr

Payload = Mapping[str, object]
_Kind = TypeVar("_Kind", bound=StrEnum)

_ANSWERS = {
    StepKind.FOUND: mark("System {number}: something found, {day}"),
    StepKind.NOTHING_FOUND: mark("System {number}: nothing found, {day}"),
    StepKind.NOT_SEARCHED: mark("System {number}: not searched, {day}"),
}
_DECISIONS = {
    BreachStepKind.AUTHORITY_NOTIFIED: mark("Breach: authority notified"),
    BreachStepKind.AUTHORITY_NOT_NOTIFIED: mark("Breach: authority not notified"),
    BreachStepKind.PERSON_TOLD: mark("Breach: person told"),
    BreachStepKind.PERSON_NOT_TOLD: mark("Breach: person not told"),
}
_COPIES = {
    CopyOutcome.RETURNED: mark(
        "Copy of an identity document returned on {day}: nobody asked for it"
    ),
    CopyOutcome.DESTROYED: mark(
        "Copy of an identity document destroyed on {day}: nobody asked for it"
    ),
}


def _opened(tr: Tr, payload: Payload) -> str:
    number = _size(payload, "systems")
    return tr.count("{n} system to be asked", "{n} systems to be asked", number)


def _slips(tr: Tr, payload: Payload) -> str:
    return tr.count("{n} slip for colleagues", "{n} slips for colleagues", _size(payload, "tasks"))


def _asked(tr: Tr, payload: Payload) -> str:
    return tr("System {number} asked on {day}", number=_number(payload), day=_day(tr, payload))


def _chased(tr: Tr, payload: Payload) -> str:
    return tr("System {number} chased on {day}", number=_number(payload), day=_day(tr, payload))


def _answered(tr: Tr, payload: Payload) -> str:
    answer = _kept(StepKind, payload.get("answer"))
    if answer is None:
        return tr("A system answered")
    return tr(_ANSWERS[answer], number=_number(payload), day=_day(tr, payload))


def _communication(tr: Tr, payload: Payload) -> str:
    kind = _kept(CommunicationKind, payload.get("what"))
    direction = _kept(Direction, payload.get("direction"))
    if kind is None or direction is None:
        return tr("Message logged")
    return tr.pair(kind_label(tr, kind), direction_label(tr, direction))


def _copy_gone(tr: Tr, payload: Payload) -> str:
    outcome = _kept(CopyOutcome, payload.get("outcome"))
    if outcome is None:
        return tr("Copy of an identity document came unasked and is gone")
    return tr(_COPIES[outcome], day=_day(tr, payload))


def _breach_decided(tr: Tr, payload: Payload) -> str:
    decision = _kept(BreachStepKind, payload.get("decision"))
    return tr(_DECISIONS[decision]) if decision else tr("Breach: decided")


TASK_SAYINGS: dict[str, Callable[[Tr, Payload], str]] = {
    EventKind.SYSTEM_ADDED: lambda tr, _payload: tr("A system was added to the catalogue"),
    EventKind.SYSTEM_CHANGED: lambda tr, _payload: tr("A system of the catalogue changed"),
    EventKind.SYSTEM_PROPOSAL_DISMISSED: lambda tr, _payload: tr(
        "A proposed system does not exist here"
    ),
    EventKind.SOURCE_TASKS_OPENED: _opened,
    EventKind.SOURCE_SLIPS_MADE: _slips,
    EventKind.SOURCE_ASKED: _asked,
    EventKind.SOURCE_CHASED: _chased,
    EventKind.SOURCE_ANSWERED: _answered,
    EventKind.COMMUNICATION_LOGGED: _communication,
    EventKind.ATTACHMENTS_SAVED: lambda tr, _payload: tr("Documents of a message saved"),
    EventKind.IDENTITY_COPY_CUT_OUT: lambda tr, _payload: tr(
        "Copy of an identity document cut out of a message, not kept"
    ),
    EventKind.MESSAGE_REMOVED: lambda tr, _payload: tr("Text of a message removed"),
    EventKind.CALL_RECORDED: lambda tr, _payload: tr("Call noted"),
    EventKind.CALL_CHANGED: lambda tr, _payload: tr("Call sheet changed"),
    EventKind.CALL_FINISHED: lambda tr, _payload: tr("Call sheet finished"),
    EventKind.CALL_ATTACHED: lambda tr, _payload: tr("Call sheet put to the request"),
    EventKind.CALLS_PURGED: lambda tr, payload: tr.count(
        "{n} call sheet that belonged to no request removed",
        "{n} call sheets that belonged to no request removed",
        _size(payload, "calls"),
    ),
    EventKind.CALL_DISCARDED: lambda tr, _payload: tr("Draft of a call sheet discarded"),
    EventKind.UNASKED_COPY_GONE: _copy_gone,
    EventKind.BREACH_OPENED: lambda tr, _payload: tr("Breach note opened: 72 hours to notify"),
    EventKind.BREACH_DECIDED: _breach_decided,
    EventKind.BREACH_COMPLETED: lambda tr, _payload: tr("Breach note: effects or measures added"),
}


def _day(tr: Tr, payload: Payload) -> str:
    day = payload.get("on")
    return tr.date(date.fromisoformat(day)) if isinstance(day, str) else ""


def _number(payload: Payload) -> str:
    return str(payload.get("system", ""))


def _size(payload: Payload, key: str) -> int:
    value = payload.get(key)
    return len(value) if isinstance(value, list) else 0


def _kept(kind: type[_Kind], value: object) -> _Kind | None:
    """Return the member of `kind` with this value, None for one of a newer version of the app."""
    return next((one for one in kind if one == value), None)
