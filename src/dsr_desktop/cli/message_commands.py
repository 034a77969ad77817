"""Messages that came in, on the command line: kept with a request, shown, cut, removed, saved."""

from datetime import date, datetime
from pathlib import Path

import click

from dsr_desktop.cli.message_options import arrival_of, document_options
from dsr_desktop.cli.message_shapes import message_document, proposals_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.communication import CommunicationKind
from dsr_desktop.domain.incoming import KeptMessage, MessageRead
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.domain.request import Channel
from dsr_desktop.services import messages
from dsr_desktop.wording.messages import message_line, part_line
from dsr_desktop.wording.proposals import proposal_lines

_IN = (CommunicationKind.REQUEST, CommunicationKind.REPLY_OF_PERSON, CommunicationKind.REMINDER,
       CommunicationKind.AUTHORITY, CommunicationKind.OTHER)  # fmt: skip


@click.group(help=mark("Messages that came in about a request, with their words and documents."))
@common_options
def message() -> None:
    """Group of the commands on incoming messages."""


@message.command("look", help=mark("Show what a message proposes, and its documents by number."))
@click.argument("path", metavar="FILE", type=PathGiven(dir_okay=False))
@common_options
@click.pass_obj
def look(session: Session, path: Path) -> int:
    """Show what a message proposes; nothing is recorded."""
    with session.register() as register:
        read = messages.read_file(register, path)
        found = messages.propose_from(register, read, session.today)
    return show_proposals(session, found, read)


@message.command("add", help=mark("Keep a message: a mail, an Outlook file, a text or a scan."))
@click.argument("ref")
@click.argument("path", metavar="FILE", type=PathGiven(dir_okay=False))
@click.option("--kind", type=click.Choice([str(one) for one in _IN]), default="reply_of_person",
              help=mark("What it was."))  # fmt: skip
@click.option("--channel", type=click.Choice([str(one) for one in Channel]),
              default="email_general", help=mark("How it came or went."))  # fmt: skip
@click.option("--on", type=Day(), help=mark("Day on which it came in; today if left out."))
@document_options
@common_options
@click.pass_obj
def add(session: Session, /, ref: str, path: Path, kind: str, channel: str, on: date | None,
        **given: object) -> int:  # fmt: skip
    """Keep a message."""
    with session.register() as register:
        arrival = arrival_of(register, path, given, CommunicationKind(kind))
        kept = messages.keep_message(
            register, ref, arrival, Channel(channel), on or session.today,
            datetime.now().astimezone(),
        )  # fmt: skip
    return _show(session, kept)


@message.command("list", help=mark("List the messages that came in, by day."))
@click.argument("ref")
@common_options
@click.pass_obj
def list_(session: Session, ref: str) -> int:
    """List the messages."""
    with session.register() as register:
        known = messages.list_messages(register, ref)
    session.show(
        {"messages": [message_document(one, whole=False) for one in known]},
        lambda: (
            [f"{one.id}  {message_line(session.tr, one)}" for one in known]
            or [session.tr("No message is kept with this request.")]
        ),
    )
    return DONE


@message.command("show", help=mark("Show a message with its text."))
@click.argument("ref")
@click.argument("message_id", metavar="ID", type=int)
@common_options
@click.pass_obj
def show(session: Session, ref: str, message_id: int) -> int:
    """Show a message."""
    with session.register() as register:
        kept = messages.show_message(register, ref, message_id)
    lines = [f"{kept.id}  {message_line(session.tr, kept)}", *kept.headers, *kept.text.splitlines()]
    session.show(message_document(kept, whole=True), lambda: lines)
    return DONE


@message.command(
    "remove",
    help=mark("Take the text and documents of a message out, or one identity document alone."),
)
@click.argument("ref")
@click.argument("message_id", metavar="ID", type=int)
@click.option("--identity-document", "document", type=click.IntRange(1), metavar="N",
              help=mark("Cut out document N alone: it is an identity document."))  # fmt: skip
@common_options
@click.pass_obj
def remove(session: Session, ref: str, message_id: int, document: int | None) -> int:
    """Remove a message, or one of its documents."""
    with session.register() as register:
        if document is None:
            kept = messages.remove_message(register, ref, message_id, session.today)
        else:
            kept = messages.cut_out(register, ref, message_id, document)
    return _show(session, kept)


@message.command("save", help=mark("Write a message and its documents as one mail file."))
@click.argument("ref")
@click.argument("message_id", metavar="ID", type=int)
@click.option("--out", required=True, type=PathGiven(), metavar="DIR",
              help=mark("Folder for the file."))  # fmt: skip
@common_options
@click.pass_obj
def save(session: Session, ref: str, message_id: int, out: Path) -> int:
    """Write a message."""
    with session.register() as register:
        path = messages.save_message(register, ref, message_id, out)
    session.show({"file": str(path)}, lambda: [str(path)])
    return DONE


def show_proposals(session: Session, found: Proposals, read: MessageRead) -> int:
    """Print what a message proposes, then its documents by number."""
    tr = session.tr
    lines = [*proposal_lines(tr, found), *(part_line(tr, *one) for one in enumerate(read.parts, 1))]
    session.show(
        proposals_document(found, read), lambda: lines or [tr("The message proposes nothing.")]
    )
    return DONE


def _show(session: Session, kept: KeptMessage) -> int:
    lines = [f"{kept.id}  {message_line(session.tr, kept)}"]
    session.show(message_document(kept, whole=False), lambda: lines)
    return DONE
