"""Messages of a request on the command line, with their documents, and what reached somebody else."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from dsr_desktop.cli.breach_commands import breach_facts, facts_given, show_breach
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.task_shapes import communication_document
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.communication import (
    AddressState,
    Communication,
    CommunicationKind,
    Direction,
)
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel
from dsr_desktop.services import communications
from dsr_desktop.wording.communications import communication_line


@click.group(help=mark("What went to and fro about a request, with its documents."))
@common_options
def communication() -> None:
    """Group of the commands on messages."""


@communication.command("list", help=mark("List the messages of a request by day."))
@click.argument("ref")
@common_options
@click.pass_obj
def list_(session: Session, ref: str) -> int:
    """List the messages."""
    with session.register() as register:
        known = communications.list_communications(register, ref)
    session.show(
        {"communications": [communication_document(one) for one in known]},
        lambda: _lines(session, known) or [session.tr("No message is logged for this request.")],
    )
    return DONE


@communication.command("add", help=mark("Log a message that came or went, on its true day."))
@click.argument("ref")
@click.option("--direction", type=click.Choice([str(one) for one in Direction]), required=True,
              help=mark("In: it came. Out: you sent it."))  # fmt: skip
@click.option("--kind", type=click.Choice([str(one) for one in CommunicationKind]), required=True,
              help=mark("What it was."))  # fmt: skip
@click.option("--channel", type=click.Choice([str(one) for one in Channel]), required=True,
              help=mark("How it came or went."))  # fmt: skip
@click.option("--on", type=Day(), help=mark("Day on which it came or went; today if left out."))
@click.option("--address", type=click.Choice([str(one) for one in AddressState]),
              help=mark("What was known of the address that you sent it to."))  # fmt: skip
@click.option("--note", default="", help=mark("A few words about it."))
@click.option("--file", "files", multiple=True, type=PathGiven(dir_okay=False),
              help=mark("Document to keep with it; may be given several times."))  # fmt: skip
@click.option("--shows-no-identity-document", "show_no_identity", is_flag=True,
              help=mark("You looked at the documents: none shows an identity document."))  # fmt: skip
@breach_facts
@common_options
@click.pass_obj
def add(session: Session, /, ref: str, direction: str, kind: str, channel: str, on: date | None,
        address: str | None, note: str, files: tuple[Path, ...], aware_at: datetime | None,
        *, show_no_identity: bool, **breach: str) -> int:  # fmt: skip
    """Log a message."""
    now = datetime.now().astimezone()
    with session.register() as register:
        logged = communications.record_communication(
            register, ref, Direction(direction), CommunicationKind(kind), Channel(channel),
            on or session.today, now, address=AddressState(address) if address else None, note=note,
            files=files, show_no_identity=show_no_identity, breach=facts_given(aware_at, **breach),
        )  # fmt: skip
    session.show(communication_document(logged), lambda: _lines(session, [logged]))
    return DONE


@communication.command(
    "wrong-recipient", help=mark("Say that a message reached somebody else: opens a breach note.")
)
@click.argument("ref")
@click.argument("communication_id", metavar="ID", type=int)
@breach_facts
@common_options
@click.pass_obj
def wrong_recipient(session: Session, /, ref: str, communication_id: int,
                    aware_at: datetime | None, **breach: str) -> int:  # fmt: skip
    """Open the breach note of a message."""
    facts = facts_given(aware_at, **breach)
    if facts is None:
        raise InvalidInputError(mark("Say since when you are aware of it, and what happened."))
    with session.register() as register:
        view = communications.report_wrong_recipient(
            register, ref, communication_id, facts, datetime.now().astimezone()
        )
    return show_breach(session, view)


@communication.command("save", help=mark("Write the documents of a message into a folder."))
@click.argument("ref")
@click.argument("communication_id", metavar="ID", type=int)
@click.option("--out", required=True, type=PathGiven(), metavar="DIR",
              help=mark("Folder for the files."))  # fmt: skip
@common_options
@click.pass_obj
def save(session: Session, ref: str, communication_id: int, out: Path) -> int:
    """Write the documents."""
    with session.register() as register:
        paths = communications.save_attachments(register, ref, communication_id, out)
    session.show({"files": [str(path) for path in paths]}, lambda: [str(path) for path in paths])
    return DONE


def _lines(session: Session, known: Sequence[Communication]) -> list[str]:
    return [f"{one.id}  {communication_line(session.tr, one)}" for one in known]
