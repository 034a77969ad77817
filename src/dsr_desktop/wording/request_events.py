"""Says what an event of a request's file was: who asks, steps, links, corrections; no person."""

from collections.abc import Callable, Mapping
from datetime import date

from dsr_desktop.domain.conditions import ConditionKind
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.fee import FeeReply
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.links import LinkKind
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.requester import Relation
from dsr_desktop.wording.automated_decision import AUTOMATED_SAYINGS
from dsr_desktop.wording.fees import amount_text, reply_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letters import letter_label
from dsr_desktop.wording.lifecycle import condition_label, link_label, relation_label
from dsr_desktop.wording.request_steps import step_label

Payload = Mapping[str, object]


def _corrected(tr: Tr, payload: Payload) -> str:
    number = str(payload["corrects"])
    if payload.get("undone"):
        return tr("Event {number} was recorded by mistake: taken back", number=number)
    if payload.get("on"):
        return tr("Event {number} corrected: it was on {day}", number=number, day=_day(tr, payload))
    return tr("Event {number} corrected", number=number)


def word_correction(tr: Tr, payload: Payload, steps: Mapping[int, str]) -> str:
    """Say what is true of a step; `steps` are the events of the request in words, by number."""
    step = steps.get(int(str(payload["corrects"])))
    if step is None:
        return _corrected(tr, payload)
    if payload.get("undone"):
        return tr("Recorded by mistake, taken back: {step}", step=step)
    if payload.get("on"):
        return tr("Corrected, it was on {day}: {step}", day=_day(tr, payload), step=step)
    return tr("Corrected: {step}", step=step)


def _marked(tr: Tr, payload: Payload) -> str:
    step = step_label(tr, StepCode(str(payload["code"])))
    if payload.get("not_applicable"):
        return tr("Step does not apply: {step}", step=step)
    return tr("Step done: {step}", step=step)


def _requester(tr: Tr, payload: Payload) -> str:
    relation = relation_label(tr, Relation(str(payload["relation"])))
    if payload.get("mandate"):
        return tr("Requester: {relation}, mandate checked", relation=relation)
    return tr("Requester: {relation}", relation=relation)


def _condition(tr: Tr, payload: Payload) -> str:
    return condition_label(tr, ConditionKind(str(payload["condition"])))


def _linked(tr: Tr, payload: Payload) -> str:
    kind = link_label(tr, LinkKind(str(payload["link"])))
    return tr("Linked: {kind} {ref}", kind=kind, ref=str(payload["to"]))


def _unlinked(tr: Tr, payload: Payload) -> str:
    return tr("Link with {ref} removed", ref=str(payload["to"]))


def _copy_sent(tr: Tr, payload: Payload) -> str:
    return tr("Copy sent on {day}", day=_day(tr, payload))


def _reminded(tr: Tr, payload: Payload) -> str:
    return tr("The person wrote again on {day}: a reminder", day=_day(tr, payload))


def _fee_told(tr: Tr, payload: Payload) -> str:
    amount = amount_text(tr, int(str(payload["cents"])))
    return tr("Fee of {amount} told on {day}", amount=amount, day=_day(tr, payload))


def _fee_replied(tr: Tr, payload: Payload) -> str:
    return reply_label(tr, FeeReply(str(payload["reply"])))


def _authority(tr: Tr, payload: Payload) -> str:
    return tr("The authority asks for an answer by {day}", day=_day(tr, payload))


def _extension_withdrawn(tr: Tr, payload: Payload) -> str:
    return tr("Extension withdrawn on {day}: the first date stands again", day=_day(tr, payload))


def _day(tr: Tr, payload: Payload) -> str:
    return tr.date(date.fromisoformat(str(payload["on"])))


def _piece_decided(tr: Tr, payload: Payload) -> str:
    items = int(str(payload.get("items", 0)))
    return tr.count(
        "Contents of the package: {n} piece decided on",
        "Contents of the package: {n} pieces decided on",
        items,
    )


def _letter_made(tr: Tr, payload: Payload) -> str:
    return tr(
        "Letter written: {letter}", letter=letter_label(tr, LetterKind(str(payload["letter"])))
    )


def _letter_sent(tr: Tr, payload: Payload) -> str:
    letter = letter_label(tr, LetterKind(str(payload["letter"])))
    return tr("Letter sent on {day}: {letter}", day=_day(tr, payload), letter=letter)


REQUEST_SAYINGS: dict[str, Callable[[Tr, Payload], str]] = {
    **AUTOMATED_SAYINGS,
    EventKind.STEP_CORRECTED: _corrected,
    EventKind.STEP_MARKED: _marked,
    EventKind.REQUESTER_CHANGED: _requester,
    EventKind.CONDITION_MET: _condition,
    EventKind.REQUEST_LINKED: _linked,
    EventKind.REQUEST_UNLINKED: _unlinked,
    EventKind.COPY_SENT: _copy_sent,
    EventKind.REMINDED: _reminded,
    EventKind.EXTENSION_WITHDRAWN: _extension_withdrawn,
    EventKind.SUBJECT_CHANGED: lambda tr, _payload: tr("Names or addresses of the person changed"),
    EventKind.AUTHORITY_WROTE: _authority,
    EventKind.FEE_TOLD: _fee_told,
    EventKind.FEE_REPLIED: _fee_replied,
    EventKind.MARKETING_BLOCKED: lambda tr, _payload: tr("Marketing to the person is blocked"),
    EventKind.HANDED_TO: lambda tr, _payload: tr("Handed over"),
    EventKind.LANGUAGE_CHANGED: lambda tr, _payload: tr("Language of the answer changed"),
    EventKind.REVIEW_DECIDED: _piece_decided,
    EventKind.PACKAGE_COPY_REMOVED: lambda tr, _payload: tr("Copy of the package removed"),
    EventKind.REVIEW_APPROVED: lambda tr, _payload: tr("Contents of the package approved"),
    EventKind.LETTER_MADE: _letter_made,
    EventKind.LETTER_SENT: _letter_sent,
    EventKind.LETTERS_REMOVED: lambda tr, _payload: tr("Letters removed, their time is over"),
    EventKind.NOTE_WRITTEN: lambda tr, _payload: tr("Note written"),
}
