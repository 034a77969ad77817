"""The short path: a marketing objection, an unsubscribe or a plain question, settled in one go.

Pure: what may take it, what will be recorded, and what is missing. Identity is never asked on it
(R-MKT-1, R-ID-9); every step stays one of the request's own, with its event.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.lifecycle import check_is_open, check_not_answered
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Channel, Request, Right
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.step_list import has_step
from dsr_desktop.domain.system import System, SystemKind

NOT_NEEDED = (StepCode.C02, StepCode.C06, StepCode.C07)
"""Common steps that do not apply: it is answered at once, and no right of it needs a search."""


@dataclass(frozen=True)
class ShortPlan:
    """What the short path of a request would record.

    `keys` are the e-mails and phones that can go on the suppression list, `not_meant` what is
    neither; `rows` counts the rows that hold a key. `purposes` are those of the consents in force,
    `to_tell` the names of who sends mailings (M03). `copies` counts the working copies that closing
    purges, `text` is the answer proposed.
    """

    request: Request
    keys: tuple[str, ...] = field(default=(), repr=False)
    not_meant: tuple[str, ...] = field(default=(), repr=False)
    rows: int = 0
    purposes: tuple[str, ...] = ()
    to_tell: tuple[str, ...] = ()
    copies: int = 0
    text: str = field(default="", repr=False)

    @property
    def must_block(self) -> bool:
        """Tell whether marketing is stopped whatever else is chosen (art. 21(3))."""
        return Right.OBJECTION_MARKETING in self.request.rights

    @property
    def stops_something(self) -> bool:
        """Tell whether the person wants something to end, rather than an answer to a question."""
        return stops_something(self.request)

    @property
    def proposes_block(self) -> bool:
        """Tell whether the block is proposed: a consent that is known ends by itself (R-CNS-1)."""
        return self.must_block or (self.stops_something and not self.purposes)

    @property
    def steps_not_needed(self) -> tuple[StepCode, ...]:
        """The common steps that do not apply, but for those that somebody marked already."""
        marked = {one.code for one in self.request.steps}
        listed = (code for code in NOT_NEEDED if has_step(self.request, code))
        return tuple(code for code in listed if code not in marked)


@dataclass(frozen=True)
class ShortAnswer:
    """What the user confirms: the text that was sent, when and how.

    `told`: who sends mailings was told; `purposes` are the consents that end, `block` puts the
    person on the suppression list for marketing.
    """

    text: str = field(repr=False)
    sent_on: date
    channel: Channel
    told: bool = False
    purposes: tuple[str, ...] = ()
    block: bool = True


def is_short(request: Request) -> bool:
    """Tell whether every right of a request is of those that need no search and no identity."""
    return all(item.card.short for item in request.items)


def stops_something(request: Request) -> bool:
    """Tell whether the person wants mailings or a use to end, rather than a question answered."""
    return not {Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL}.isdisjoint(request.rights)


def goes_short(request: Request) -> bool:
    """Tell whether the short path is what comes next; nothing but a key may be missing for it."""
    known = request.criteria
    has_key = bool(known.email or known.phone)
    is_objection = Right.OBJECTION_MARKETING in request.rights
    return is_short(request) and bool(request.undecided) and (has_key or not is_objection)


def names_to_tell(
    systems: Iterable[System], recipients: Iterable[Recipient], today: date
) -> tuple[str, ...]:
    """Return who sends the company's mailings: mailing tools in use, and processors of that name.

    A processor counts if a mailing tool is called after it or it after the tool; one of the two
    names is enough.
    """
    tools = [
        one.name
        for one in systems
        if one.kind is SystemKind.MAILING_TOOL and one.is_active_on(today)
    ]
    processors = (one.name for one in recipients if one.role is RecipientRole.PROCESSOR)
    named = [name for name in processors if any(_is_named(name, tool) for tool in tools)]
    left = [tool for tool in tools if not any(_is_named(name, tool) for name in named)]
    return tuple(dict.fromkeys((*named, *left)))


def check_short(request: Request) -> None:
    """Refuse the short path to what needs a search, and to what was answered.

    Raises NotAllowedError.
    """
    check_is_open(request)
    check_not_answered(request)
    longer = tuple(item.right for item in request.items if not item.card.short)
    if longer:
        raise NotAllowedError(
            mark("{ref} also asks for {rights}: that needs a search, take the steps one by one."),
            ref=request.ref, rights=longer,
        )  # fmt: skip


def check_answer(plan: ShortPlan, answer: ShortAnswer) -> None:
    """Refuse an answer that would leave the person with less than they asked.

    Raises InvalidInputError without a text or for an unknown purpose, NotAllowedError where nothing
    would be stopped, nothing can be blocked, or who sends mailings was not told (M03).
    """
    check_short(plan.request)
    if not answer.text.strip():
        raise InvalidInputError(mark("The answer has no text. Write what the person was told."))
    unknown = [one for one in answer.purposes if one not in plan.purposes]
    if unknown:
        raise InvalidInputError(
            mark("No consent in force has the purpose {purpose}. Known ones: {known}."),
            purpose=unknown[0][:40], known=plan.purposes,
        )  # fmt: skip
    if not plan.stops_something:
        return
    if blocks(plan, answer) and not plan.keys:
        raise NotAllowedError(
            mark("{ref} names no e-mail and no phone that can be blocked: add one first."),
            ref=plan.request.ref,
        )
    if not blocks(plan, answer) and not answer.purposes:
        raise NotAllowedError(
            mark("Nothing would stop in {ref}: end a consent, or block marketing."),
            ref=plan.request.ref,
        )
    if plan.to_tell and not answer.told:
        raise NotAllowedError(
            mark("Tell {names} first: the mailings are sent from there."), names=plan.to_tell
        )


def blocks(plan: ShortPlan, answer: ShortAnswer) -> bool:
    """Tell whether the person goes on the suppression list for marketing."""
    return plan.must_block or (plan.stops_something and answer.block)


def _is_named(one: str, other: str) -> bool:
    first, second = one.casefold().strip(), other.casefold().strip()
    return first in second or second in first
