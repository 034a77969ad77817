"""A fee for a request that is proven excessive, or for one more copy (art. 12(5), 15(3)).

Everything is free of charge otherwise (R-COM-4). Before anything is charged the person learns the
amount and may withdraw (R-ABU-2); the clock does not stop meanwhile.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.system import check_length

MOST_CENTS = 1_000_000
FREE_ALWAYS = frozenset({Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL, Right.COMPLAINT})
"""Rights for which nobody ever pays: an objection to marketing is absolute (R-MKT-1)."""


class FeeGround(StrEnum):
    """Why a fee may be charged; the values are used on the command line."""

    UNFOUNDED = "A12_5_unfounded"
    REPETITIVE = "A12_5_excessive_repetitive"
    ABUSIVE = "A12_5_excessive_abusive"
    MORE_COPIES = "A15_3_more_copies"


class FeeReply(StrEnum):
    """What became of a fee that was told: the company may also give it up."""

    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    WAIVED = "waived"


@dataclass(frozen=True)
class Fee:
    """A fee that the person was told on a day, in cents of a euro, with what proves it.

    `earlier` are the references of earlier requests; `reply` is None while nobody said anything.
    """

    cents: int
    ground: FeeGround
    facts: str
    author: str
    told_on: date
    earlier: tuple[str, ...] = ()
    reply: FeeReply | None = None
    replied_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the person may still withdraw."""
        return self.reply is None


def cents_of(text: str) -> int:
    """Return an amount such as "15", "15.50" or "15,50" in cents.

    Raises InvalidInputError for what is no amount, nothing, or more than 10,000.
    """
    whole, _point, part = text.strip().replace(",", ".").partition(".")
    digits = f"{whole}{part:0<2}"
    is_amount = digits.isascii() and digits.isdigit() and bool(whole) and len(part) <= len("00")
    cents = int(digits) if is_amount and len(digits) < len(str(MOST_CENTS)) + 1 else 0
    if not 0 < cents <= MOST_CENTS:
        raise InvalidInputError(
            mark("{amount} is no amount. Write euros, such as 15 or 15.50."), amount=text[:20]
        )
    return cents


def check_fee(fee: Fee, rights: tuple[Right, ...]) -> None:
    """Refuse a fee that is not proven, or that the right never bears (R-COM-4, R-ABU-1).

    Raises NotAllowedError.
    """
    check_length(fee.facts)
    if set(rights) <= FREE_ALWAYS:
        raise NotAllowedError(
            mark("{rights}: nobody ever pays for that. Answer free of charge."), rights=rights
        )
    if fee.ground is FeeGround.MORE_COPIES and Right.ACCESS not in rights:
        raise NotAllowedError(mark("More copies are charged for an access request only."))
    if not fee.facts.strip() or not fee.author.strip():
        raise NotAllowedError(
            mark("The company has to prove why it asks for a fee: write down the facts.")
        )
    if fee.ground in {FeeGround.REPETITIVE, FeeGround.MORE_COPIES} and not fee.earlier:
        raise NotAllowedError(
            mark("A request is repeated only after earlier ones: name their references.")
        )


def replied(fee: Fee | None, reply: FeeReply, on: date, ref: str) -> Fee:
    """Return a fee with what became of it.

    Raises NotAllowedError if none is open, InvalidInputError for a reply before the fee was told.
    """
    if fee is None or not fee.is_open:
        raise NotAllowedError(mark("{ref} has no fee that waits for a reply."), ref=ref)
    if on < fee.told_on:
        raise InvalidInputError(
            mark("The reply of {day} lies before the fee was told on {told}: correct one."),
            day=on, told=fee.told_on,
        )  # fmt: skip
    return replace(fee, reply=reply, replied_on=on)
