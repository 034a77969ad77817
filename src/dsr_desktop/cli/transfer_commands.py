"""Sending the data straight to another organisation, as the person asked (GDPR art. 20(2))."""

from datetime import date

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import Document
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.transfer import Feasibility
from dsr_desktop.services.transfers import (
    Organisation,
    TransferView,
    ask_transfer,
    judge_transfer,
    list_transfers,
    record_hand_over,
)
from dsr_desktop.wording.transfers import transfer_line


@click.group(help=mark("Sending the bundle straight to another organisation, art. 20(2)."))
@common_options
def transfer() -> None:
    """Group of the commands on transfers."""


@transfer.command("list", help=mark("List the organisations that the person named."))
@click.argument("ref")
@common_options
@click.pass_obj
def list_(session: Session, ref: str) -> int:
    """List the transfers of a request."""
    with session.register() as register:
        found = list_transfers(register, ref)
    session.show(
        {"transfers": [_document(one) for one in found]},
        lambda: (
            [_line(session, one) for one in found]
            or [session.tr("No other organisation was named.")]
        ),
    )
    return DONE


@transfer.command("ask", help=mark("Record to whom the person wants her data sent."))
@click.argument("ref")
@click.option("--to", required=True, metavar="NAME", help=mark("Name of the organisation."))
@click.option("--country", default="FR", show_default=True, metavar="CODE",
              help=mark("Country, as FR or US."))  # fmt: skip
@click.option("--contact", default="", metavar="TEXT", help=mark("Whom to write to there."))
@click.option("--on", type=Day(), help=mark("Day of the wish; today if left out."))
@common_options
@click.pass_obj
def ask(session: Session, /, ref: str, to: str, country: str, contact: str, on: date | None) -> int:
    """Record a wish."""
    wanted = Organisation(to, country, contact)
    with session.register() as register:
        made = ask_transfer(register, ref, wanted, on or session.today, session.today)
    return _show(session, made)


@transfer.command("judge", help=mark("Record whether a transfer is feasible: how, or why not."))
@click.argument("ref")
@click.argument("transfer_id", metavar="ID", type=int)
@click.option("--feasible", type=click.Choice(["yes", "no"]), required=True,
              help=mark("Whether the data can be sent."))  # fmt: skip
@click.option("--because", required=True, metavar="TEXT", help=mark("How, or why not."))
@common_options
@click.pass_obj
def judge(session: Session, ref: str, transfer_id: int, feasible: str, because: str) -> int:
    """Record what was found out."""
    found = Feasibility.FEASIBLE if feasible == "yes" else Feasibility.NOT_FEASIBLE
    with session.register() as register:
        changed = judge_transfer(register, ref, transfer_id, found, because)
    return _show(session, changed)


@transfer.command("sent", help=mark("Record that the bundle went there; it is a disclosure too."))
@click.argument("ref")
@click.argument("transfer_id", metavar="ID", type=int)
@click.option("--on", type=Day(), help=mark("Day of the hand-over; today if left out."))
@common_options
@click.pass_obj
def sent(session: Session, ref: str, transfer_id: int, on: date | None) -> int:
    """Record the hand-over."""
    with session.register() as register:
        changed = record_hand_over(
            register, ref, transfer_id, on or session.today, session.today, session.tr
        )
    return _show(session, changed)


def _show(session: Session, one: TransferView) -> int:
    session.show(_document(one), lambda: [_line(session, one)])
    return DONE


def _line(session: Session, one: TransferView) -> str:
    line = transfer_line(session.tr, one.transfer, one.recipient.name)
    return " · ".join(filter(None, (f"{one.transfer.id}  {line}", one.transfer.explanation)))


def _document(one: TransferView) -> Document:
    transfer = one.transfer
    return {
        "id": transfer.id, "recipient": transfer.recipient_id, "name": one.recipient.name,
        "asked_on": transfer.asked_on.isoformat(), "state": transfer.state,
        "explanation": transfer.explanation or "",
        "sent_on": transfer.sent_on.isoformat() if transfer.sent_on else None,
        "disclosure": transfer.disclosure_id or None,
    }  # fmt: skip
