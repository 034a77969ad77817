"""The processing activities on the command line: list them, confirm what they rest on."""

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.shapes import activity_document
from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.activities import confirm_activity, list_activities
from dsr_desktop.wording.activities import basis_label


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
    """Record the confirmation."""
    with session.register() as register:
        confirmed = confirm_activity(register, code, basis, name, session.today)
    session.show(activity_document(confirmed), lambda: [_line(session, confirmed)])
    return DONE


def _line(session: Session, activity: Activity) -> str:
    tr = session.tr
    state = tr("confirmed") if activity.confirmed else tr("not confirmed")
    basis = basis_label(tr, activity.legal_basis)
    return f"{activity.code}  " + tr.pair(activity.name, f"{basis} · {state}")
