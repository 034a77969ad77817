"""The short path in words: what will be recorded, and the text that the person gets (M04)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request, Right
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.short_path import ShortPlan, stops_something
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.request_steps import step_label
from dsr_desktop.wording.requests import right_label

_REASONS = {
    StepCode.C02: mark("The answer itself went out at once."),
    StepCode.C06: mark("No right of this request needs a search."),
    StepCode.C07: mark("Nothing was searched, so there is nothing to confirm."),
}
_PARAGRAPHS = {
    Right.INFORMATION: mark(
        "Our privacy policy says which data about people we use, what for, on which legal basis, "
        "how long we keep them, who receives them, and which cookies and trackers our site sets. "
        "If it leaves your question open, write to us again. You may also complain to the data "
        "protection authority."
    ),
    Right.NOT_A_DSR: mark(
        "It is no request about your personal data. We passed it on to the colleagues in charge, "
        "who will answer you."
    ),
}


@dataclass(frozen=True)
class Sender:
    """Who signs: the company and its data protection officer; `policy` is the version in force."""

    company: str
    dpo_name: str = ""
    dpo_contact: str = ""
    policy: str = ""
    policy_from: date | None = None


def short_verb(tr: Tr, request: Request) -> str:
    """Name what the short path does with a request, as the verb that opens its form."""
    return tr("Block, answer, close…") if stops_something(request) else tr("Answer, close…")


def not_needed_reason(tr: Tr, code: StepCode) -> str:
    """Say why a common step does not apply on the short path."""
    return tr(_REASONS[code])


def told_note(tr: Tr, plan: ShortPlan) -> str:
    """Say who was told to send nothing more."""
    return tr("Told: {names}", names=", ".join(plan.to_tell))


def nobody_to_tell(tr: Tr) -> str:
    """Say why nobody is told: no mailing tool is in the catalogue of systems."""
    return tr("No mailing tool is in the catalogue of systems.")


def plan_lines(tr: Tr, plan: ShortPlan) -> tuple[str, ...]:
    """Say line by line what will be recorded, in its order; nothing else is."""
    return tuple(_lines(tr, plan))


def _lines(tr: Tr, plan: ShortPlan) -> Iterator[str]:
    if plan.must_block and plan.keys:
        keys = ", ".join(plan.keys)
        yield tr("On the suppression list for marketing, as keyed hashes: {keys}", keys=keys)
    if plan.must_block and plan.rows:
        yield tr.count(
            "{n} row of the register is marked", "{n} rows of the register are marked", plan.rows
        )
    if plan.stops_something and plan.not_meant:
        values = ", ".join(plan.not_meant)
        yield tr("Cannot be blocked, it is no e-mail and no phone: {values}", values=values)
    for right in plan.request.undecided:
        yield tr("Decision: {right}, granted", right=right_label(tr, right))
    for code in plan.steps_not_needed:
        yield _not_applied(tr, code, not_needed_reason(tr, code))
    if plan.must_block and not plan.to_tell:
        yield _not_applied(tr, StepCode.M03, nobody_to_tell(tr))
    yield tr("The text in the log of messages, the answer as sent, the request as closed")
    if plan.copies:
        yield tr.count("{n} working copy is purged", "{n} working copies are purged", plan.copies)


def _not_applied(tr: Tr, code: StepCode, reason: str) -> str:
    return tr("Does not apply: {step}. {reason}", step=step_label(tr, code), reason=reason)


def short_answer_text(
    tr: Tr, request: Request, sender: Sender, purposes: tuple[str, ...] = ()
) -> str:
    """Write the text that the person gets, in the language of `tr`: that of the request (M04)."""
    policy = ""
    if sender.policy and sender.policy_from and Right.INFORMATION in request.rights:
        day = tr.date(sender.policy_from)
        policy = tr("Version {version}, in force since {day}.", version=sender.policy, day=day)
    parts = (
        tr("Hello,"),
        tr("We received your message on {day}.", day=tr.date(request.received_on)),
        *(_paragraph(tr, right, sender, purposes) for right in request.rights),
        policy,
        tr("The reference of your message is {ref}.", ref=request.ref),
        "\n".join(filter(None, (sender.dpo_name, sender.company, sender.dpo_contact))),
    )
    return "\n\n".join(filter(None, parts))


def _paragraph(tr: Tr, right: Right, sender: Sender, purposes: tuple[str, ...]) -> str:
    if right is Right.OBJECTION_MARKETING:
        return tr(
            "{company} sends you no marketing any more, as of today. So that no later list brings "
            "you back, we keep your e-mail and phone in the form of keyed hashes, and for nothing "
            "else.",
            company=sender.company,
        )
    if right is Right.CONSENT_WITHDRAWAL:
        return _withdrawal(tr, sender, purposes)
    return tr(_PARAGRAPHS[right])


def _withdrawal(tr: Tr, sender: Sender, purposes: tuple[str, ...]) -> str:
    more = tr(
        "What was done before stays lawful. If you want your data erased as well, tell us."
    )  # fmt: skip
    if purposes:
        about = ", ".join(purposes)
        return tr("Your consent is withdrawn, as of today: {about}. {more}", about=about, more=more)
    return tr(
        "Your consent is withdrawn: {company} writes to you no more, as of today. {more}",
        company=sender.company, more=more,
    )  # fmt: skip
