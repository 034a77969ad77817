"""Fees in words: grounds, replies, the proof proposed, and the notice that the person gets."""

from datetime import date

from dsr_desktop.domain.fee import Fee, FeeGround, FeeReply
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.repetition import Repetition
from dsr_desktop.domain.request import Request
from dsr_desktop.wording.language import Tr

_GROUNDS = {
    FeeGround.REPETITIVE: mark("Excessive: repeated, art. 12(5)"),
    FeeGround.ABUSIVE: mark("Excessive: abusive intent, art. 12(5)"),
    FeeGround.UNFOUNDED: mark("Manifestly unfounded, art. 12(5)"),
    FeeGround.MORE_COPIES: mark("One more copy of the same data, art. 15(3)"),
}
_REPLIES = {
    FeeReply.ACCEPTED: mark("The person accepts the fee"),
    FeeReply.WITHDRAWN: mark("The person withdraws the request rather than pay"),
    FeeReply.WAIVED: mark("The fee is given up"),
}


def ground_label(tr: Tr, ground: FeeGround) -> str:
    """Name why a fee is charged."""
    return tr(_GROUNDS[ground])


def reply_label(tr: Tr, reply: FeeReply) -> str:
    """Say what became of a fee."""
    return tr(_REPLIES[reply])


def amount_text(tr: Tr, cents: int) -> str:
    """Write an amount in euros: €15.50, 15,50 €."""
    euros, part = divmod(cents, 100)
    point = "," if tr.language == "fr" else "."
    amount = tr.number(euros) + (f"{point}{part:02}" if part else "")
    return tr("€{amount}", amount=amount)


def fee_line(tr: Tr, request: Request) -> str:
    """Say in one line what is told of a fee, or that there is none."""
    fee = request.fee
    if fee is None:
        return tr("Free of charge, but for what is proven unfounded or excessive, art. 12(5).")
    told = tr(
        "{amount} told on {day}.", amount=amount_text(tr, fee.cents), day=tr.date(fee.told_on)
    )
    return f"{told} {reply_label(tr, fee.reply)}." if fee.reply else told


def fee_verb(tr: Tr, request: Request) -> str:
    """Name what comes next for a fee that waits for a reply, "" where none does."""
    waits = request.fee is not None and request.fee.is_open and request.answered_on is None
    return tr("Record the reply…") if waits else ""


def repetition_lines(tr: Tr, found: Repetition) -> tuple[str, ...]:
    """Say what is known of earlier requests; "" of them are the facts proposed as a proof."""
    lines = []
    if found.earlier:
        refs = ", ".join(found.earlier)
        lines.append(
            tr.count(
                "{n} earlier request for the same: {refs}.",
                "{n} earlier requests for the same: {refs}.",
                len(found.earlier), refs=refs,
            )
        )  # fmt: skip
        days = tr.count("{n} day", "{n} days", found.days)
        lines.append(tr("The first one came {days} before this one.", days=days))
    if found.answered_on is not None:
        day = tr.date(found.answered_on)
        lines.append(
            tr("Nothing has changed in the rows found since the answer of {day}.", day=day)
            if not found.changed
            else tr("Rows have changed since the answer of {day}.", day=day)
        )
    if found.unanswered:
        lines.append(
            tr(
                "{ref} was not answered yet, so this is a reminder and no new request: answer it, "
                "and charge nothing.",
                ref=found.unanswered,
            )
        )
    if found.never_excessive:
        lines.append(tr("A year or more lies between them: that is never excessive."))
    return tuple(lines)


def fee_notice(tr: Tr, ref: str, received_on: date, fee: Fee, sender: str) -> str:
    """Write what the person is told, in the language of `tr`: that of the request (R-ABU-2)."""
    parts = (
        tr("Hello,"),
        tr("We received your message on {day}.", day=tr.date(received_on)),
        tr(
            "Requests are free of charge. This one is an exception: {ground}. We may charge "
            "{amount} for it.",
            ground=ground_label(tr, fee.ground), amount=amount_text(tr, fee.cents),
        ),
        tr(
            "You need not pay: tell us whether you accept the fee, or withdraw your request at no "
            "cost. You may complain to the data protection authority and go to court."
        ),
        tr("The reference of your message is {ref}.", ref=ref),
        sender,
    )  # fmt: skip
    return "\n\n".join(filter(None, parts))
