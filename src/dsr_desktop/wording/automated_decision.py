"""Words of automated decisions: what was found, and the answer to the person (art. 22)."""

from collections.abc import Callable, Mapping
from datetime import date

from dsr_desktop.domain.automated_decision import Examination, Finding
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.language import Tr

Payload = Mapping[str, object]

_FINDINGS = {
    Finding.NONE_EXISTS: mark("There is no such decision"),
    Finding.REVIEWED: mark("A human looked at the decision again"),
    Finding.EXCEPTION: mark("The decision stands, by an exception of art. 22(2)"),
}


def finding_label(tr: Tr, finding: Finding) -> str:
    """Name of what looking into it showed."""
    return tr(_FINDINGS[finding])


def finding_lines(tr: Tr, found: Examination) -> tuple[tuple[str, str], ...]:
    """Return what was found as pairs of a label and a text, empty ones left out."""
    basis = reason_label(tr, found.basis) if found.basis else ""
    said = (
        (tr("Decision of the machine"), found.decision), (tr("Basis"), basis),
        (tr("Looked at again by"), found.reviewer), (tr("View of the person"), found.view),
        (tr("What became of it"), found.result),
    )  # fmt: skip
    return tuple((label, text) for label, text in said if text)


def answer_text(tr: Tr, ref: str, received_on: date, found: Examination, sender: str) -> str:
    """Write what the person is told, in the language of `tr`: that of the request (R-COM-11)."""
    parts = (
        tr("Hello,"),
        tr("We received your message on {day}.", day=tr.date(received_on)),
        *_answer(tr, found),
        tr("You may complain to the data protection authority and go to court."),
        tr("The reference of your message is {ref}.", ref=ref),
        sender,
    )  # fmt: skip
    return "\n\n".join(filter(None, parts))


def _answer(tr: Tr, found: Examination) -> tuple[str, ...]:
    if found.finding is Finding.NONE_EXISTS:
        return (
            tr(
                "We take no decision about you that rests on automated processing alone and has "
                "legal effects for you or affects you in a similar way (art. 22 GDPR)."
            ),
        )
    human = ""
    if found.reviewer:
        human = tr(
            "A person looked at it again, with what you told us. The result: {result}",
            result=found.result,
        )
    about = tr("This is about the following decision: {decision}", decision=found.decision)
    if found.finding is Finding.REVIEWED:
        return (about, human)
    basis = tr("The decision is allowed: {basis}.", basis=reason_label(tr, found.basis))
    return (about, basis, human)


def _examined(tr: Tr, payload: Payload) -> str:
    said = str(payload.get("finding", ""))
    finding = finding_label(tr, Finding(said)) if said in set(Finding) else said
    return tr.pair(tr("Automated decision"), finding)


AUTOMATED_SAYINGS: dict[str, Callable[[Tr, Payload], str]] = {
    EventKind.AUTOMATED_DECISION_EXAMINED: _examined,
}
