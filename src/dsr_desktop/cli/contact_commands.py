"""Contacts that leave, on the command line: counted first, then handed over."""

from collections.abc import Iterator
from pathlib import Path

import click

from dsr_desktop.cli.record_shapes import Document, disclosed_document
from dsr_desktop.cli.search_commands import criteria_options
from dsr_desktop.cli.session import DONE, Function, Session, common_options
from dsr_desktop.cli.use_options import use_of, use_options
from dsr_desktop.cli.values import PathGiven
from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.marking import mark
from dsr_desktop.services import contact_exports as service
from dsr_desktop.services.contact_exports import (
    ContactChoice,
    ContactsCounted,
    ContactsExported,
    ExportFormat,
)
from dsr_desktop.wording.contact_export import doubtful_sentence, twice_sentence, why_lines
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import warning_sentence


@click.group(help=mark("Hand contacts of the company's lists over, without those who may not go."))
@common_options
def contacts() -> None:
    """Group of the commands below."""


def _choice_options(command: Function) -> Function:
    for option in reversed(_CHOICE):
        command = option(command)
    return criteria_options(command)


_CHOICE = (
    click.option("--activity", metavar="CODE", help=mark("Only contacts of this activity.")),
    click.option("--source", "sources", type=int, multiple=True, metavar="ID",
                 help=mark("Only contacts of this import; may be given several times.")),
    click.option("--field", "fields", multiple=True, type=click.Choice([str(one) for one in Field]),
                 help=mark("Kind of data that goes; may be given several times.")),
)  # fmt: skip


@contacts.command("count", help=mark("Count who would go and who would not; nothing is written."))
@_choice_options
@use_options
@common_options
@click.pass_obj
def count(session: Session, /, recipient: str, purpose: str, needs_consent: bool | None,
          activity: str | None, sources: tuple[int, ...], fields: tuple[str, ...],
          **given: tuple[str, ...]) -> int:  # fmt: skip
    """Show the counts."""
    choice = ContactChoice(activity, sources, _criteria(given), tuple(map(Field, fields)))
    with session.register() as register:
        counted = service.count_contacts(
            register, choice, use_of(register, recipient, purpose, needs_consent),
            session.today, session.progress,
        )  # fmt: skip
    session.show(_counted_document(counted), lambda: list(_lines(session.tr, counted)))
    _warn(session, counted)
    return DONE


@contacts.command("export", help=mark("Write the contacts that may go, and record who got them."))
@_choice_options
@use_options
@click.option("--format", "kind", type=click.Choice([str(one) for one in ExportFormat]),
              default="xlsx", help=mark("Kind of file."))  # fmt: skip
@click.option("--out", required=True, type=PathGiven(), metavar="DIR",
              help=mark("Folder for the files."))  # fmt: skip
@common_options
@click.pass_obj
def export(session: Session, /, recipient: str, purpose: str, needs_consent: bool | None,
           activity: str | None, sources: tuple[int, ...], fields: tuple[str, ...],
           kind: str, out: Path, **given: tuple[str, ...]) -> int:  # fmt: skip
    """Write the file."""
    choice = ContactChoice(activity, sources, _criteria(given), tuple(map(Field, fields)))
    with session.register() as register:
        made = service.export_contacts(
            register, choice, use_of(register, recipient, purpose, needs_consent),
            ExportFormat(kind), out, session.today, session.tr, session.progress,
        )  # fmt: skip
    session.show(
        _exported_document(made), lambda: [*_lines(session.tr, made.counted), str(made.path)]
    )
    _warn(session, made.counted)
    return DONE


def _criteria(given: dict[str, tuple[str, ...]]) -> Criteria | None:
    said = {name: texts for name, texts in given.items() if texts}
    return make_criteria(said) if said else None


def _lines(tr: Tr, counted: ContactsCounted) -> Iterator[str]:
    yield tr.count("{n} contact may go", "{n} contacts may go", counted.kept)
    for label, number in why_lines(tr, counted.left):
        yield "  " + tr.pair(label, number)
    if counted.twice:
        yield twice_sentence(tr, counted.twice)
    if counted.doubtful:
        yield doubtful_sentence(tr, counted.doubtful)


def _warn(session: Session, counted: ContactsCounted) -> None:
    if counted.warning is not None:
        session.say(warning_sentence(session.tr, counted.warning))


def _counted_document(counted: ContactsCounted) -> Document:
    return {
        "kept": counted.kept,
        "left_out": {str(why): n for why, n in counted.left.items()},
        "twice": counted.twice,
        "doubtful": counted.doubtful,
        "lists": counted.lists,
        "columns": [one.key for one in counted.heads],
        "consent_needed": counted.consent_needed,
        "warning": counted.warning and str(counted.warning),
    }


def _exported_document(made: ContactsExported) -> Document:
    return {
        **_counted_document(made.counted),
        "path": str(made.path),
        "sha256": made.sha256,
        "disclosure": disclosed_document(made.disclosed),
    }
