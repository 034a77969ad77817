"""The request file on the command line."""

from datetime import date

import click

from dsr_desktop.cli.automated_command import automated
from dsr_desktop.cli.call_commands import call
from dsr_desktop.cli.decision_options import proof_of, proof_options
from dsr_desktop.cli.fee_commands import fee, fee_reply
from dsr_desktop.cli.identity_commands import id_copy, identity, identity_log
from dsr_desktop.cli.message_commands import message
from dsr_desktop.cli.new_request_command import new
from dsr_desktop.cli.request_change_commands import CHANGE_COMMANDS
from dsr_desktop.cli.request_file_commands import FILE_COMMANDS
from dsr_desktop.cli.request_list_command import list_
from dsr_desktop.cli.request_options import CHANNELS, RIGHTS
from dsr_desktop.cli.request_shown import show_request
from dsr_desktop.cli.session import Session, common_options
from dsr_desktop.cli.short_commands import short
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services import clocking, closing, handling


@click.group(help=mark("Requests: record, list, show, decide, send, close."))
@common_options
def request() -> None:
    """Group of the request commands."""


@request.command("show", help=mark("Show one request with its clock and hits."))
@click.argument("ref")
@common_options
@click.pass_obj
def show(session: Session, ref: str) -> int:
    """Show one request."""
    with session.register() as register:
        view = handling.view_request(register, ref, session.today)
    return show_request(session, view)


@request.command("pause", help=mark("Stop the clock for a question to the person, or go on."))
@click.argument("ref")
@click.option("--reason", type=click.Choice([str(one) for one in PauseReason]), default="identity",
              help=mark("What the question is about."))  # fmt: skip
@click.option("--asked-on", type=Day(), help=mark("Day of the question."))
@click.option("--answered-on", type=Day(), help=mark("Day of the answer."))
@click.option("--large-quantity", is_flag=True, help=mark("A large quantity of data is processed."))
@common_options
@click.pass_obj
def pause(session: Session, ref: str, reason: str, asked_on: date | None,
          answered_on: date | None, *, large_quantity: bool) -> int:  # fmt: skip
    """Record a question, or the answer to the open one when no day of question is given."""
    with session.register() as register:
        if asked_on is None and answered_on is not None:
            view = clocking.resume_clock(register, ref, answered_on, session.today)
        else:
            question = Pause(PauseReason(reason), asked_on or session.today, answered_on)
            view = clocking.pause_clock(
                register, ref, question, session.today, large_quantity=large_quantity
            )
    return show_request(session, view)


@request.command("extend", help=mark("Lengthen the month by two, with reasons, once."))
@click.argument("ref")
@click.option("--reason", "reasons", multiple=True, required=True,
              type=click.Choice([str(one) for one in ExtensionReason]),
              help=mark("Why two more months are needed."))  # fmt: skip
@click.option("--text", required=True, help=mark("The reasons as the person reads them."))
@click.option("--sent-on", type=Day(), help=mark("Day on which the notice was sent."))
@common_options
@click.pass_obj
def extend(session: Session, ref: str, reasons: tuple[str, ...], text: str,
           sent_on: date | None) -> int:  # fmt: skip
    """Record the extension."""
    extension = Extension(frozenset(map(ExtensionReason, reasons)), sent_on, text)
    with session.register() as register:
        view = clocking.extend(register, ref, extension, session.today)
    return show_request(session, view)


@request.command("decide", help=mark("Decide on one right, with its reason."))
@click.argument("ref")
@click.option("--right", type=RIGHTS, required=True, help=mark("Right decided on."))
@click.option("--decision", type=click.Choice([str(one) for one in Decision]), required=True,
              help=mark("The decision."))  # fmt: skip
@click.option("--reason", help=mark("Reason code, such as A17_3_b."))
@click.option("--text", help=mark("The reason in words."))
@click.option("--on", type=Day(), help=mark("Day of the decision; today if left out."))
@proof_options
@common_options
@click.pass_obj
def decide(session: Session, /, ref: str, right: str, decision: str, reason: str | None,
           text: str | None, on: date | None, duplicate_of: str | None,
           **proof: object) -> int:  # fmt: skip
    """Record a decision."""
    with session.register() as register:
        view = handling.decide(
            register, ref, Right(right), Decision(decision), session.today, reason_code=reason,
            reason_text=text, on=on, duplicate_of=duplicate_of,
            abuse=proof_of(proof, register.actor),
        )  # fmt: skip
    return show_request(session, view)


@request.command("send", help=mark("Record that the answer was sent."))
@click.argument("ref")
@click.option("--on", type=Day(), help=mark("Day of sending; today if left out."))
@click.option("--channel", type=CHANNELS, default="email_general", help=mark("How it was sent."))
@click.option("--remedies-told/--remedies-not-told", default=True,
              help=mark("Whether the answer names the right to complain and to go to court."))  # fmt: skip
@common_options
@click.pass_obj
def send(session: Session, ref: str, on: date | None, channel: str, *,
         remedies_told: bool) -> int:  # fmt: skip
    """Record the answer."""
    with session.register() as register:
        view = handling.mark_sent(
            register,
            ref,
            on or session.today,
            Channel(channel),
            session.today,
            remedies_told=remedies_told,
        )
    return show_request(session, view)


@request.command("close", help=mark("Close an answered request; its working copies are purged."))
@click.argument("ref")
@common_options
@click.pass_obj
def close(session: Session, ref: str) -> int:
    """Close a request."""
    with session.register() as register:
        view = closing.close_request(register, ref, session.today)
    return show_request(session, view)


for _command in (
    new, list_, identity, identity_log, id_copy, message, call, short, fee, fee_reply, automated,
):  # fmt: skip
    request.add_command(_command)
for _name, _command in {**FILE_COMMANDS, **CHANGE_COMMANDS}.items():
    request.add_command(_command, _name)
