"""The processing activities on the command line: list them, confirm what they rest on."""

from dataclasses import replace

import click

from dsr_desktop.cli.record_shapes import processing_document, record_document
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import activity_document
from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.processing import Detail, ProcessingActivity, detail_named
from dsr_desktop.services.activities import list_activities
from dsr_desktop.services.processing import (
    add_activity,
    confirm_entry,
    read_controller,
    read_record,
    set_controller,
    set_details,
)
from dsr_desktop.wording.activities import basis_label
from dsr_desktop.wording.processing import detail_label, hint_sentence

_DETAILS = click.option("--detail", "details", multiple=True, metavar="NAME=TEXT",
                        help=mark("A detail, such as purposes=…; may be given several times."))  # fmt: skip


@click.group(invoke_without_command=True, help=mark("List the processing activities."))
@common_options
@click.pass_context
def activities(context: click.Context) -> int:
    """List the activities when no subcommand is given."""
    if context.invoked_subcommand is not None:
        return DONE
    session: Session = context.obj
    with session.register() as register:
        known = list_activities(register)
    session.show(
        {"activities": [activity_document(one) for one in known]},
        lambda: [_line(session, one) for one in known],
    )
    return DONE


@activities.command("confirm", help=mark("Confirm the legal basis of an activity."))
@click.argument("code")
@click.option("--basis", metavar="ARTICLE",
              help=mark("Article of the GDPR it rests on, such as 6(1)(b); else the one proposed."))  # fmt: skip
@click.option("--name", help=mark("Another name for the activity."))
@common_options
@click.pass_obj
def confirm(session: Session, code: str, basis: str | None, name: str | None) -> int:
    """Record the confirmation of the legal basis and of every detail proposed."""
    with session.register() as register:
        confirmed = confirm_entry(register, code, basis, name, session.today, session.tr)
    session.show(activity_document(confirmed), lambda: [_line(session, confirmed)])
    return DONE


@activities.command("show", help=mark("Show the record of processing, and what it lacks."))
@common_options
@click.pass_obj
def show(session: Session) -> int:
    """Show every activity with its details."""
    with session.register() as register:
        record = read_record(register, session.tr)
    hints = [hint_sentence(session.tr, one) for one in record.hints]
    session.show(
        {
            "controller": record_document(record.controller),
            "activities": [processing_document(one) for one in record.activities],
            "hints": [
                {"kind": str(hint.kind), "activity": hint.code, "text": text}
                for hint, text in zip(record.hints, hints, strict=True)
            ],
        },
        lambda: [*(line for one in record.activities for line in _entry(session, one)), *hints],
    )
    return DONE


@activities.command("add", help=mark("Add an activity."))
@click.option("--name", required=True, metavar="TEXT", help=mark("Name of the activity."))
@click.option("--basis", required=True, metavar="ARTICLE",
              help=mark("Article of the GDPR it rests on, such as 6(1)(b)."))  # fmt: skip
@_DETAILS
@common_options
@click.pass_obj
def add(session: Session, name: str, basis: str, details: tuple[str, ...]) -> int:
    """Add it, confirmed."""
    with session.register() as register:
        added = add_activity(register, name, basis, _details(details))
    session.show(activity_document(added), lambda: [_line(session, added)])
    return DONE


@activities.command("set", help=mark("Write details of an activity."))
@click.argument("code")
@_DETAILS
@common_options
@click.pass_obj
def set_(session: Session, code: str, details: tuple[str, ...]) -> int:
    """Write the details given, leaving the others."""
    with session.register() as register:
        set_details(register, code, _details(details))
        known = read_record(register, session.tr).activities
    (entry,) = (one for one in known if one.activity.code == code)
    session.show(processing_document(entry), lambda: _entry(session, entry))
    return DONE


@activities.command("controller", help=mark("Show or change who answers for the processing."))
@click.option("--name", metavar="TEXT", help=mark("Name of the company."))
@click.option("--contact", metavar="TEXT", help=mark("Address and contact of the company."))
@click.option("--joint-controller", metavar="TEXT", help=mark("Joint controller, with contact."))
@click.option("--representative", metavar="TEXT", help=mark("Representative, with contact."))
@click.option("--dpo-name", metavar="TEXT", help=mark("Name of the DPO."))
@click.option("--dpo-contact", metavar="TEXT", help=mark("Contact of the DPO."))
@common_options
@click.pass_obj
def controller(session: Session, /, **given: str | None) -> int:
    """Change what is given, and show all."""
    changes = {name: text for name, text in given.items() if text is not None}
    with session.register() as register:
        known = read_controller(register)
        if changes:
            known = set_controller(register, replace(known, **changes))
    document = record_document(known)
    session.show(document, lambda: [f"{name}: {text}" for name, text in document.items() if text])
    return DONE


def _details(given: tuple[str, ...]) -> dict[Detail, str]:
    pairs = (text.partition("=") for text in given)
    return {detail_named(name.strip()): text for name, _equals, text in pairs}


def _entry(session: Session, entry: ProcessingActivity) -> list[str]:
    tr = session.tr
    details = [
        "    " + tr.pair(detail_label(tr, one), entry.text(one))
        for one in Detail
        if entry.text(one)
    ]
    return [_line(session, entry.activity), *details]


def _line(session: Session, activity: Activity) -> str:
    tr = session.tr
    state = tr("confirmed") if activity.confirmed else tr("not confirmed")
    basis = basis_label(tr, activity.legal_basis)
    return f"{activity.code}  " + tr.pair(activity.name, f"{basis} · {state}")
