"""Fees on the command line: what is known, the fee told, the reply (R-ABU-2)."""

from datetime import date

import click

from dsr_desktop.cli.request_shown import show_request
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.fee import Fee, FeeGround, FeeReply, cents_of
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.repetition import Repetition
from dsr_desktop.services import fees
from dsr_desktop.services.handling import view_request
from dsr_desktop.wording.fees import repetition_lines


@click.command(help=mark("Tell the person a fee, which they may escape; or show what is known."))
@click.argument("ref")
@click.option("--amount", metavar="EUROS", help=mark("Amount, such as 15 or 15.50."))
@click.option("--ground", type=click.Choice([str(one) for one in FeeGround]),
              default="A12_5_excessive_repetitive", help=mark("Why a fee may be charged."))  # fmt: skip
@click.option("--facts", default="", metavar="TEXT", help=mark("Facts that prove it."))
@click.option("--earlier", multiple=True, metavar="REF",
              help=mark("Earlier request; those found if left out."))  # fmt: skip
@click.option("--on", type=Day(), help=mark("Day it was told; today if left out."))
@common_options
@click.pass_obj
def fee(session: Session, ref: str, amount: str | None, ground: str, facts: str,
        earlier: tuple[str, ...], on: date | None) -> int:  # fmt: skip
    """Tell a fee; without an amount, show earlier requests for the same."""
    with session.register() as register:
        if amount is None:
            return _show_known(session, ref, fees.repetition(register, ref))
        told = Fee(
            cents_of(amount), FeeGround(ground), facts, register.actor, on or session.today,
            earlier or fees.repetition(register, ref).earlier,
        )  # fmt: skip
        fees.tell_fee(register, ref, told, session.today)
        request = view_request(register, ref, session.today).request
        notice = fees.notice_of_fee(register, request, told)
    session.show({"ref": request.ref, "cents": told.cents, "notice": notice}, lambda: [notice])
    return DONE


@click.command("fee-reply", help=mark("Record what became of a fee that the person was told."))
@click.argument("ref")
@click.argument("reply", type=click.Choice([str(one) for one in FeeReply]))
@click.option("--on", type=Day(), help=mark("Day; today if left out."))
@common_options
@click.pass_obj
def fee_reply(session: Session, ref: str, reply: str, on: date | None) -> int:
    """Record the reply."""
    with session.register() as register:
        view = fees.record_fee_reply(
            register, ref, FeeReply(reply), on or session.today, session.today
        )
    return show_request(session, view)


def _show_known(session: Session, ref: str, found: Repetition) -> int:
    lines = repetition_lines(session.tr, found)
    document = {
        "ref": ref.strip().upper(), "earlier": list(found.earlier), "days": found.days,
        "answered_on": iso(found.answered_on),
        "changed": found.changed, "unanswered": found.unanswered or None,
        "never_excessive": found.never_excessive, "known": list(lines),
    }  # fmt: skip
    none = session.tr("No earlier request for the same is known: this one is free of charge.")
    session.show(document, lambda: list(lines) or [none])
    return DONE
