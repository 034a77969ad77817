"""The request file on the command line."""

from datetime import date

import click

from dsr_desktop.cli.search_commands import criteria_options
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import request_document
from dsr_desktop.cli.spreading import ManyRights
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.services import clocking, handling
from dsr_desktop.wording.deadlines import explain_step, status_label
from dsr_desktop.wording.requests import right_label, stage_label

_RIGHTS = click.Choice([str(right) for right in Right])
_CHANNELS = click.Choice([str(channel) for channel in Channel])


@click.group(help=mark("Requests: record, list, show, decide, send, close."))
@common_options
def request() -> None:
    """Group of the request commands."""


@request.command(
    "new", cls=ManyRights, help=mark("Record a request; several rights share one clock.")
)
@click.option("--right", "rights", multiple=True, required=True, type=_RIGHTS,
              help=mark("Right asked for; may be given several times."))  # fmt: skip
@click.option("--received", type=Day(), required=True, help=mark("Day the message arrived."))
@click.option("--channel", type=_CHANNELS, default="email_general",
              help=mark("How the request reached the company."))  # fmt: skip
@click.option("--language", type=click.Choice(["fr", "en"]), help=mark("Language of the request."))
@criteria_options
@common_options
@click.pass_obj
def new(session: Session, /, rights: tuple[str, ...], received: date, channel: str,
        language: str | None, **given: tuple[str, ...]) -> int:  # fmt: skip
    """Record a request."""
    with session.register() as register:
        view = handling.new_request(
            register, [Right(right) for right in rights], make_criteria(given), received,
            Channel(channel), session.today, language=language or session.tr.language,
        )  # fmt: skip
    return show_request(session, view)


@request.command("list", help=mark("List all requests, the next due first."))
@common_options
@click.pass_obj
def list_(session: Session) -> int:
    """List the requests."""
    with session.register() as register:
        views = handling.list_requests(register, session.today)
    session.show(
        {"requests": [request_document(session.tr, view) for view in views]},
        lambda: (
            [_line(session, view) for view in views]
            or [session.tr("There is no request yet. Record one with `request new`.")]
        ),
    )
    return DONE


@request.command("show", help=mark("Show one request with its clock and hits."))
@click.argument("ref")
@common_options
@click.pass_obj
def show(session: Session, ref: str) -> int:
    """Show one request."""
    with session.register() as register:
        view = handling.view_request(register, ref, session.today)
    return show_request(session, view)


@request.command("identity", help=mark("Log an identity check: facts only, never a document."))
@click.argument("ref")
@click.option(
    "--doubt", metavar="TEXT", help=mark("Why there is a reasonable doubt; none if left out.")
)
@click.option("--method", type=click.Choice([str(one) for one in IdentityMethod]),
              default="none_needed", help=mark("How identity was checked."))  # fmt: skip
@click.option("--result", type=click.Choice([str(one) for one in IdentityResult]),
              default="confirmed", help=mark("Outcome of the check."))  # fmt: skip
@common_options
@click.pass_obj
def identity(session: Session, ref: str, doubt: str | None, method: str, result: str) -> int:
    """Log an identity check."""
    with session.register() as register:
        view = clocking.record_identity(
            register, ref, session.today, doubt=doubt, method=IdentityMethod(method),
            result=IdentityResult(result),
        )  # fmt: skip
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
@click.option("--right", type=_RIGHTS, required=True, help=mark("Right decided on."))
@click.option("--decision", type=click.Choice([str(one) for one in Decision]), required=True,
              help=mark("The decision."))  # fmt: skip
@click.option("--reason", help=mark("Reason code, such as A17_3_b."))
@click.option("--text", help=mark("The reason in words."))
@common_options
@click.pass_obj
def decide(session: Session, ref: str, right: str, decision: str, reason: str | None,
           text: str | None) -> int:  # fmt: skip
    """Record a decision."""
    with session.register() as register:
        view = handling.decide(
            register, ref, Right(right), Decision(decision), session.today, reason_code=reason,
            reason_text=text,
        )  # fmt: skip
    return show_request(session, view)


@request.command("send", help=mark("Record that the answer was sent."))
@click.argument("ref")
@click.option("--on", type=Day(), help=mark("Day of sending; today if left out."))
@click.option("--channel", type=_CHANNELS, default="email_general", help=mark("How it was sent."))
@common_options
@click.pass_obj
def send(session: Session, ref: str, on: date | None, channel: str) -> int:
    """Record the answer."""
    with session.register() as register:
        view = handling.mark_sent(
            register, ref, on or session.today, Channel(channel), session.today
        )
    return show_request(session, view)


@request.command("close", help=mark("Close an answered request; its working copies are purged."))
@click.argument("ref")
@common_options
@click.pass_obj
def close(session: Session, ref: str) -> int:
    """Close a request."""
    with session.register() as register:
        view = handling.close_request(register, ref, session.today)
    return show_request(session, view)


def show_request(session: Session, view: RequestSummary) -> int:
    """Print one request."""
    tr = session.tr
    steps = [
        "  " + tr.pair(tr.date(step.day), explain_step(tr, step)) for step in view.deadline.steps
    ]
    session.show(request_document(tr, view), lambda: [_line(session, view), *steps])
    return DONE


def _line(session: Session, view: RequestSummary) -> str:
    tr, request = session.tr, view.request
    rights = ", ".join(right_label(tr, item.right) for item in request.items)
    day = tr.date(view.deadline.current_due)
    due = (
        tr("due on {day}, provisional", day=day)
        if view.deadline.provisional
        else tr("due on {day}", day=day)
    )
    state = status_label(tr, view.status, view.days_left)
    return f"{request.ref}  {rights}  {stage_label(tr, request.stage)}  {due}  {state}"
