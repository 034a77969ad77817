"""Options of a decision: its proof, what it repeats, and what a correction says of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import click

from dsr_desktop.cli.session import Function
from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Decision, Item, Right
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.register import Register

_PROOF = (
    click.option("--of", "duplicate_of", metavar="REF", help=mark("The request that it repeats.")),
    click.option("--facts", metavar="TEXT", help=mark("Facts that prove an abuse, art. 12(5).")),
    click.option("--why-no-fee", default="", metavar="TEXT", help=mark("Why a fee is not enough.")),
    click.option("--earlier", multiple=True, metavar="REF",
                 help=mark("Earlier request of the person.")),
)  # fmt: skip


def proof_options(command: Function) -> Function:
    """Add the options that prove an abuse, and that name the request that is repeated."""
    for option in reversed(_PROOF):
        command = option(command)
    return command


def proof_of(given: Mapping[str, object], author: str) -> Abuse | None:
    """Return the proof of an abuse that the options give, None without its facts."""
    facts, earlier = given["facts"], given["earlier"]
    if facts is None:
        return None
    refs = tuple(map(str, earlier)) if isinstance(earlier, tuple) else ()
    return Abuse(str(facts), str(given["why_no_fee"]), author, refs)


def corrected_item(
    register: Register, ref: str, given: Mapping[str, object], today: date
) -> Item | None:
    """Return the decision that a correction names, None without one.

    Words and proof that are left out stay while decision and reason do. Raises NotFoundError for an
    unknown reference, InvalidInputError for a right that it does not ask for.
    """
    if not (given["right"] and given["decision"]):
        return None
    right, decision = Right(str(given["right"])), Decision(str(given["decision"]))
    reason = str(given["reason"]) if given["reason"] else None
    before = view_request(register, ref, today).request.item(right)
    stays = (before.decision, before.reason_code) == (decision, reason)
    said: dict[str, object] = {
        "reason_text": given["text"],
        "duplicate_of": given["duplicate_of"],
        "abuse": proof_of(given, register.actor),
    }
    changes = {name: value for name, value in said.items() if value is not None}
    base = before if stays else Item(right, decision, reason)
    return replace(base, **changes)  # type: ignore[arg-type]  # names and types of an item
