"""Sheets of phone calls on the command line: noted as drafts, changed, finished, put to a request."""

from datetime import date, datetime, time

import click

from dsr_desktop.cli.message_shapes import call_document
from dsr_desktop.cli.session import DONE, Function, Session, common_options
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.call_sheet import CallSheet, CallTexts
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services import calls
from dsr_desktop.wording.messages import call_line

_TEXTS = (
    click.option("--caller", metavar="TEXT", help=mark("Who called.")),
    click.option("--call-back", metavar="TEXT", help=mark("Number to call back.")),
    click.option("--read-back", metavar="TEXT",
                 help=mark("What was read back to the caller and confirmed.")),
    click.option("--notes", metavar="TEXT", help=mark("What was said.")),
    click.option("--on", type=Day(), help=mark("Day of the call; today if left out.")),
    click.option("--at", metavar="HH:MM", help=mark("Time of the call.")),
    click.option("--finish", is_flag=True, help=mark("The sheet is complete and stays as it is.")),
)  # fmt: skip


def _texts(command: Function) -> Function:
    for option in reversed(_TEXTS):
        command = option(command)
    return command


@click.group(help=mark("Sheets of phone calls, of a request or of none yet."))
@common_options
def call() -> None:
    """Group of the commands on calls."""


@call.command("add", help=mark("Note a call; a draft unless it is finished."))
@click.option("--request", "ref", default="", metavar="REF", help=mark("Request it is about."))
@_texts
@common_options
@click.pass_obj
def add(session: Session, /, ref: str, on: date | None, at: str | None, *, finish: bool,
        **texts: str | None) -> int:  # fmt: skip
    """Note a call."""
    said = CallTexts(**{name: text or "" for name, text in texts.items()})
    with session.register() as register:
        sheet = calls.note_call(
            register, on or session.today, said, session.today, ref=ref, called_at=_time(at),
            finished=finish,
        )  # fmt: skip
    return _show(session, sheet)


@call.command("change", help=mark("Change a draft; what is left out stays."))
@click.argument("sheet_id", metavar="ID", type=int)
@_texts
@common_options
@click.pass_obj
def change(session: Session, /, sheet_id: int, on: date | None, at: str | None, *, finish: bool,
           **texts: str | None) -> int:  # fmt: skip
    """Change a draft."""
    given = {name: text for name, text in texts.items() if text is not None}
    with session.register() as register:
        said = calls.show_call(register, sheet_id).texts._replace(**given)
        sheet = calls.change_call(
            register, sheet_id, session.today, texts=said, called_on=on, called_at=_time(at),
            finish=finish,
        )  # fmt: skip
    return _show(session, sheet)


@call.command("attach", help=mark("Put a sheet without a request to one."))
@click.argument("sheet_id", metavar="ID", type=int)
@click.argument("ref")
@common_options
@click.pass_obj
def attach(session: Session, sheet_id: int, ref: str) -> int:
    """Put a sheet to a request."""
    with session.register() as register:
        return _show(session, calls.attach_call(register, sheet_id, ref))


@call.command("discard", help=mark("Remove a draft that belongs to no request."))
@click.argument("sheet_id", metavar="ID", type=int)
@common_options
@click.pass_obj
def discard(session: Session, sheet_id: int) -> int:
    """Discard a draft."""
    with session.register() as register:
        calls.discard_call(register, sheet_id)
    session.show({"discarded": sheet_id}, lambda: [session.tr("The draft was removed.")])
    return DONE


@call.command("list", help=mark("List the calls of a request, or those of none yet."))
@click.argument("ref", default="")
@common_options
@click.pass_obj
def list_(session: Session, ref: str) -> int:
    """List the calls."""
    with session.register() as register:
        known = calls.list_calls(register, ref)
    session.show(
        {"calls": [call_document(one) for one in known]},
        lambda: [_line(session, one) for one in known] or [session.tr("No call is noted here.")],
    )
    return DONE


@call.command("show", help=mark("Show one call sheet."))
@click.argument("sheet_id", metavar="ID", type=int)
@common_options
@click.pass_obj
def show(session: Session, sheet_id: int) -> int:
    """Show a sheet."""
    with session.register() as register:
        return _show(session, calls.show_call(register, sheet_id))


def _show(session: Session, sheet: CallSheet) -> int:
    words = [line for text in sheet.texts[2:] for line in text.splitlines()]
    session.show(call_document(sheet), lambda: [_line(session, sheet), *words])
    return DONE


def _line(session: Session, sheet: CallSheet) -> str:
    return f"{sheet.id}  {call_line(session.tr, sheet)}"


def _time(written: str | None) -> time | None:
    if written is None:
        return None
    try:
        return datetime.strptime(written, "%H:%M").time()  # noqa: DTZ007 - the time on the clock
    except ValueError as error:
        raise InvalidInputError(
            mark("{time} is no time of the day. Write it like 14:05."), time=written[:20]
        ) from error
