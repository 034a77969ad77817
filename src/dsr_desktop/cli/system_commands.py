"""The catalogue of systems on the command line: proposals, confirmed systems, their lists."""

from dataclasses import replace
from datetime import date

import click

from dsr_desktop.cli.listing_group import listing_group
from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.task_shapes import proposal_document, system_document
from dsr_desktop.cli.values import Day
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.services import systems
from dsr_desktop.services.systems import SystemView
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.systems import kind_label, system_line

_KIND = click.Choice([str(one) for one in SystemKind])
_HOW = click.option("--how-asked", type=click.Choice([str(one) for one in HowAsked]),
                    help=mark("Who looks: a colleague with a slip, or the DPO."))  # fmt: skip
_OWNER = click.option("--owner", help=mark("Colleague who answers for it."))
_CONTACT = click.option("--contact", help=mark("How to reach the owner."))
_HOW_TO = click.option("--how-to-export", metavar="TEXT", help=mark("How a person is found in it."))
_ACTIVITY = click.option("--activity", "activities", multiple=True, metavar="CODE",
                         help=mark("Activity it serves; may be given several times."))  # fmt: skip


def _show_list(session: Session) -> int:
    with session.register() as register:
        known, proposed = systems.list_systems(register), systems.list_proposals(register)
    tr = session.tr
    session.show(
        {
            "systems": [system_document(one) for one in known],
            "proposals": [proposal_document(tr, one) for one in proposed],
        },
        lambda: [
            *(_line(tr, one) for one in known),
            *(
                tr("proposed, confirm or dismiss it: {code}  {name}", code=one.code,
                   name=tr.pair(tr(one.name), kind_label(tr, one.kind)))
                for one in proposed
            ),
        ],
    )  # fmt: skip
    return DONE


def _line(tr: Tr, view: SystemView) -> str:
    return f"{view.system.id}  {system_line(tr, view.system)}"


def _show(session: Session, view: SystemView) -> int:
    session.show(system_document(view), lambda: [_line(session.tr, view)])
    return DONE


system = listing_group(
    "system", _show_list,
    about=mark("Systems that hold personal data beside the lists: each request asks them."),
    listing=mark("List the systems, then what is proposed and not confirmed."),
)  # fmt: skip


@system.command("add", help=mark("Add a system; every open request asks it too."))
@click.option("--name", required=True, help=mark("What colleagues call it."))
@click.option("--kind", type=_KIND, default="other", help=mark("What kind of system it is."))
@_HOW
@_OWNER
@_CONTACT
@_HOW_TO
@_ACTIVITY
@click.option("--from", "active_from", type=Day(), help=mark("In use since; today if left out."))
@common_options
@click.pass_obj
def add(session: Session, /, name: str, kind: str, how_asked: str | None, owner: str | None,
        contact: str | None, how_to_export: str | None, activities: tuple[str, ...],
        active_from: date | None) -> int:  # fmt: skip
    """Add a system."""
    made = System(
        name, SystemKind(kind), HowAsked(how_asked or HowAsked.SLIP), active_from or session.today,
        owner or "", contact or "", how_to_export or "", activities,
    )  # fmt: skip
    with session.register() as register:
        view = systems.add_system(register, made, session.today)
    return _show(session, view)


@system.command("confirm", help=mark("Add a proposed system, as it is in the company."))
@click.argument("code")
@click.option("--name", help=mark("Another name for it."))
@_HOW
@_OWNER
@_CONTACT
@_ACTIVITY
@common_options
@click.pass_obj
def confirm(session: Session, /, code: str, name: str | None, how_asked: str | None,
            owner: str | None, contact: str | None, activities: tuple[str, ...]) -> int:  # fmt: skip
    """Confirm a proposal."""
    with session.register() as register:
        view = systems.confirm_proposal(
            register, code, session.today, session.tr, owner=owner or "", contact=contact or "",
            how_asked=HowAsked(how_asked) if how_asked else None, name=name, activities=activities,
        )  # fmt: skip
    return _show(session, view)


@system.command("dismiss", help=mark("Say that the company has no such system."))
@click.argument("code")
@common_options
@click.pass_obj
def dismiss(session: Session, code: str) -> int:
    """Dismiss a proposal."""
    with session.register() as register:
        systems.dismiss_proposal(register, code, session.today)
    session.show({"dismissed": code}, lambda: [session.tr("No longer proposed: {code}", code=code)])
    return DONE


@system.command("change", help=mark("Change what is known of a system; what is left out stays."))
@click.argument("system_id", metavar="ID", type=int)
@click.option("--name", help=mark("What colleagues call it."))
@click.option("--kind", type=_KIND, help=mark("What kind of system it is."))
@_HOW
@_OWNER
@_CONTACT
@_HOW_TO
@_ACTIVITY
@common_options
@click.pass_obj
def change(session: Session, /, system_id: int, name: str | None, kind: str | None,
           how_asked: str | None, owner: str | None, contact: str | None,
           how_to_export: str | None, activities: tuple[str, ...]) -> int:  # fmt: skip
    """Change a system."""
    with session.register() as register:
        known = systems.system_of(register, system_id)
        changed = replace(
            known,
            name=_given(name, known.name),
            kind=SystemKind(kind or known.kind),
            how_asked=HowAsked(how_asked or known.how_asked),
            owner=_given(owner, known.owner),
            contact=_given(contact, known.contact),
            how_to_export=_given(how_to_export, known.how_to_export),
            activities=activities or known.activities,
        )
        view = systems.change_system(register, changed, session.today)
    return _show(session, view)


def _given(text: str | None, known: str) -> str:
    """Return what was typed, "" too; what is known where nothing was."""
    return known if text is None else text


@system.command("end", help=mark("Say until when a system was used; later requests skip it."))
@click.argument("system_id", metavar="ID", type=int)
@click.option("--on", type=Day(), help=mark("Its last day; today if left out."))
@common_options
@click.pass_obj
def end(session: Session, system_id: int, on: date | None) -> int:
    """End a system."""
    with session.register() as register:
        known = systems.system_of(register, system_id)
        ended = replace(known, active_to=on or session.today)
        view = systems.change_system(register, ended, session.today)
    return _show(session, view)


@system.command("list-from", help=mark("Say that an imported list comes from a system, or not."))
@click.argument("system_id", metavar="ID", type=int)
@click.argument("source_id", metavar="SOURCE", type=int)
@click.option("--not", "takes_back", is_flag=True, help=mark("It does not come from there."))
@common_options
@click.pass_obj
def list_from(session: Session, system_id: int, source_id: int, *, takes_back: bool) -> int:
    """Put a list to a system, or take it away."""
    act = systems.take_list if takes_back else systems.put_list
    with session.register() as register:
        view = act(register, system_id, source_id)
    return _show(session, view)
