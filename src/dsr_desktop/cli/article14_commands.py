"""Information under art. 14 on the command line: what is to be told, by when, and what was done."""

from datetime import date
from pathlib import Path

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.article14 import Art14Exception, Art14Facts, Art14Task, ObtainedFrom
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.article14 import (
    describe_art14,
    except_art14,
    list_art14,
    notice_of,
    tell_art14,
    write_notice,
)
from dsr_desktop.wording.article14 import Notice, art14_line

_SOURCE = click.argument("source_id", type=int, metavar="ID")


def _show(session: Session) -> int:
    with session.register() as register:
        tasks = list_art14(register)
    session.show(
        {"art14": [_document(one) for one in tasks]}, lambda: [_line(session, one) for one in tasks]
    )
    return DONE


art14 = listing_group(
    "art14", _show,
    about=mark("Lists whose people have to be told where their data come from (GDPR art. 14)."),
    listing=mark("List every import with the day by which its people are told."),
)  # fmt: skip


@art14.command("origin", help=mark("Say who gave the data of a list, and when."))
@_SOURCE
@click.option("--from", "origin", required=True, help=mark("Who gave the data."),
              type=click.Choice([str(one) for one in ObtainedFrom]))  # fmt: skip
@click.option("--obtained-on", type=Day(), help=mark("Day on which the company got them."))
@click.option(
    "--first-contact-on", type=Day(), help=mark("Day of the first message to the people.")
)
@click.option("--first-disclosure-on", type=Day(),
              help=mark("Day on which their data first go to somebody else."))  # fmt: skip
@common_options
@click.pass_obj
def origin_(session: Session, source_id: int, origin: str, obtained_on: date | None,
            first_contact_on: date | None, first_disclosure_on: date | None) -> int:  # fmt: skip
    """Record the origin."""
    facts = Art14Facts(ObtainedFrom(origin), obtained_on, first_contact_on, first_disclosure_on)
    with session.register() as register:
        return _shown(session, describe_art14(register, source_id, facts, session.today))


@art14.command("done", help=mark("Record that the people of a list were told."))
@_SOURCE
@click.option("--on", "day", type=Day(), help=mark("Day, else today."))
@common_options
@click.pass_obj
def done(session: Session, source_id: int, day: date | None) -> int:
    """Record the day."""
    with session.register() as register:
        return _shown(session, tell_art14(register, source_id, day or session.today, session.today))


@art14.command("except", help=mark("Record why the people of a list are not told (art. 14(5))."))
@_SOURCE
@click.option("--exception", required=True, help=mark("Which exception of art. 14(5)."),
              type=click.Choice([str(one) for one in Art14Exception]))  # fmt: skip
@click.option("--reason", required=True, metavar="TEXT", help=mark("Why."))
@common_options
@click.pass_obj
def except_(session: Session, source_id: int, exception: str, reason: str) -> int:
    """Record the exception."""
    with session.register() as register:
        return _shown(session, except_art14(register, source_id, Art14Exception(exception), reason))


@art14.command("letter", help=mark("Show the notice for the people of a list, or write it as PDF."))
@_SOURCE
@click.option("--out", type=PathGiven(), metavar="DIR", help=mark("Folder for the PDF."))
@common_options
@click.pass_obj
def letter(session: Session, source_id: int, out: Path | None) -> int:
    """Show or write the notice."""
    with session.register() as register:
        if out is None:
            path, notice = None, notice_of(register, source_id, session.today, session.tr)
        else:
            written = write_notice(register, source_id, out, session.today, session.tr)
            path, notice = written.path, written.notice
    document = {"pdf": str(path) if path else None, "text": notice.text, "gaps": list(notice.gaps)}
    session.show(document, lambda: [str(path)] if path else notice.text.splitlines())
    _say_gaps(session, notice)
    return DONE


def _say_gaps(session: Session, notice: Notice) -> None:
    if notice.gaps:
        names = ", ".join(notice.gaps)
        session.say(session.tr("The record of processing says nothing of: {names}.", names=names))


def _shown(session: Session, task: Art14Task) -> int:
    session.show(_document(task), lambda: [_line(session, task)])
    return DONE


def _line(session: Session, task: Art14Task) -> str:
    return f"{task.source_id}  {art14_line(session.tr, task)}"


def _document(task: Art14Task) -> dict[str, object]:
    facts = task.facts
    return {
        "id": task.source_id, "name": task.name, "rows": task.rows, "state": task.state,
        "obtained_from": facts.obtained_from, "obtained_on": task.obtained_on.isoformat(),
        "due": task.due.isoformat(), "done_on": iso(facts.done_on),
        "exception": facts.exception, "reason": facts.reason,
    }  # fmt: skip
