"""What the DPO is reminded of, on the command line."""

from datetime import datetime

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.reminders import Reminder
from dsr_desktop.services.reminding import read_reminders
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.reminders import reminder_next, reminder_title


@click.command(help=mark("List what must not be missed, the most urgent first."))
@common_options
@click.pass_obj
def reminders(session: Session) -> int:
    """List the reminders of this moment."""
    with session.register() as register:
        found = read_reminders(register, datetime.now().astimezone())
    session.show(
        {"reminders": [_document(one) for one in found]},
        lambda: [_line(session.tr, one) for one in found] or [session.tr("Nothing is due.")],
    )
    return DONE


def _line(tr: Tr, one: Reminder) -> str:
    return f"{reminder_title(tr, one)} · {reminder_next(tr, one)}"


def _document(one: Reminder) -> dict[str, object]:
    return {
        "kind": one.kind, "due": iso(one.due), "ref": one.ref or None,
        "name": one.name or None, "id": one.record_id or None, "count": one.count,
        "hours_left": one.hours_left,
    }  # fmt: skip
