"""Systems that no search can look into: proposed, confirmed, changed, ended (R-SRC-1)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.domain.system_proposals import SystemProposal
from dsr_desktop.gui.pages.registers.inputs import Input, Typed
from dsr_desktop.gui.pages.registers.views import (
    Action,
    Answer,
    Asked,
    Confirmed,
    Desk,
    Head,
    Kind,
    Line,
    Listing,
    facts_of,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import TextStyle, Tone
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.services.activities import list_activities
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.systems import (
    SystemView,
    add_system,
    change_system,
    dismiss_proposal,
    list_proposals,
    list_systems,
    set_lists,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.systems import how_asked_label, kind_label

_PROPOSED = 2
Lists = tuple[tuple[object, str], ...]
"""The imported lists: their ids with their names."""


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (Head(tr("System")), Head(tr("State"), 150))


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    known, proposed = list_systems(desk.register), list_proposals(desk.register)
    lists = tuple((one.id, one.name) for one in list_sources(desk.register) if one.is_current)
    said = tr.count("{n} system", "{n} systems", len(known))
    waiting = tr.count("{n} proposed", "{n} proposed", len(proposed))
    return Listing(
        lines=(
            *(_line(desk, one, lists) for one in known),
            *(_proposal(desk, one) for one in proposed),
        ),
        state=f"{said} · {waiting}" if proposed else said,
        waiting=len(proposed),
        actions=(_adding(desk),),
    )


def _line(desk: Desk, view: SystemView, lists: Lists) -> Line:
    tr, one = desk.tr, view.system
    in_use = one.is_active_on(desk.today)
    chip = (
        ChipLook(tr("In use"), Tone.OK, Icon.CIRCLE_CHECK)
        if in_use
        else ChipLook(tr("Ended"), Tone.HOLD, Icon.ARCHIVE)
    )
    kind = kind_label(tr, one.kind)
    return Line(
        key=str(one.id), title=one.name,
        cells=(CellLook(one.name, " · ".join(filter(None, (kind, one.owner))),
                        style=TextStyle.STRONG), CellLook(chip=chip)),
        sort_values=(one.name, 0 if in_use else 1),
        facts=facts_of(desk, _facts(desk, view)),
        actions=(_change(desk, one), _ending(desk, one), _lists(desk, view, lists)),
    )  # fmt: skip


def _facts(desk: Desk, view: SystemView) -> dict[str, str]:
    tr, one = desk.tr, view.system
    return {
        tr("Kind"): kind_label(tr, one.kind),
        tr("Who looks"): how_asked_label(tr, one.how_asked),
        tr("Owner"): one.owner,
        tr("Contact"): one.contact,
        tr("How to export"): one.how_to_export,
        tr("Activities"): ", ".join(one.activities),
        tr("In use since"): tr.date(one.active_from),
        tr("Until"): tr.date(one.active_to) if one.active_to else tr("still in use"),
        tr("Lists from it"): ", ".join(each.name for each in view.lists) or tr("none"),
        tr("Newest list"): tr.date(view.listed_on) if view.listed_on else tr("none"),
    }


def _proposal(desk: Desk, one: SystemProposal) -> Line:
    tr = desk.tr
    name, kind = tr(one.name), kind_label(tr, one.kind)
    return Line(
        key=one.code, title=name,
        cells=(CellLook(name, kind, style=TextStyle.STRONG),
               CellLook(chip=ChipLook(tr("To confirm"), Tone.SOON, Icon.CIRCLE_ALERT))),
        sort_values=(name, _PROPOSED),
        facts=facts_of(desk, {
            tr("Kind"): kind, tr("Who looks"): how_asked_label(tr, one.how_asked),
        }),
        hints=(tr("No request asks it before you confirm it. If the company has none, say so."),),
        actions=(_confirmation(desk, one, name), _dismissal(desk, one, name)),
    )  # fmt: skip


def _adding(desk: Desk) -> Action:
    tr = desk.tr
    blank = System("", SystemKind.OTHER, HowAsked.SLIP, desk.today)
    asked = Asked(
        tr("Add a system"), tr("Add the system"), _inputs(desk, blank),
        sentence=tr("Every open request that needs a search asks it too."),
    )  # fmt: skip
    return Action(tr("Add a system…"), Icon.PLUS, asked, partial(_write, desk, blank, add_system))


def _confirmation(desk: Desk, one: SystemProposal, name: str) -> Action:
    tr = desk.tr
    system = System(name, one.kind, one.how_asked, desk.today, proposal=one.code)
    asked = Asked(
        tr("Confirm {name}?", name=name), tr("Confirm the system"), _inputs(desk, system),
        sentence=tr("Every open request that needs a search asks it too."),
    )  # fmt: skip
    return Action(
        tr("Confirm…"), Icon.CIRCLE_CHECK, asked, partial(_write, desk, system, add_system)
    )


def _change(desk: Desk, system: System) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Change {name}", name=system.name), tr("Record the change"), _inputs(desk, system),
        sentence=tr("Its answers to requests stay as they were given."),
    )  # fmt: skip
    return Action(
        tr("Change…"), Icon.FILE_TEXT, asked, partial(_write, desk, system, change_system)
    )


def _inputs(desk: Desk, one: System) -> tuple[Input, ...]:
    tr = desk.tr
    activities = tuple(
        (each.code, f"{each.code} · {each.name}") for each in list_activities(desk.register)
    )
    return (
        Input("name", tr("Name"), value=one.name, required=True, narrow=True),
        Input("kind", tr("Kind"), Typed.CHOICE, one.kind, narrow=True,
              options=tuple((kind, kind_label(tr, kind)) for kind in SystemKind)),
        Input("how_asked", tr("Who looks"), Typed.CHOICE, one.how_asked, narrow=True,
              options=tuple((how, how_asked_label(tr, how)) for how in HowAsked)),
        Input("active_from", tr("In use since"), Typed.DAY, one.active_from, required=True,
              narrow=True),
        Input("owner", tr("Owner"), value=one.owner, narrow=True,
              help_text=tr("The colleague who gets the slip")),
        Input("contact", tr("Contact"), value=one.contact, narrow=True),
        Input("how_to_export", tr("How a person is found in it"), Typed.NOTE, one.how_to_export),
        Input("activities", tr("Activities it serves"), Typed.TICKS, one.activities,
              options=activities),
    )  # fmt: skip


def _write(
    desk: Desk, known: System, write: Callable[..., SystemView], answer: Answer
) -> SystemView:  # fmt: skip
    return write(desk.register, replace(known, **answer), desk.today)


def _ending(desk: Desk, system: System) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("End the use of {name}?", name=system.name), tr("Record its last day"),
        (Input("active_to", tr("Last day"), Typed.DAY, desk.today, required=True),),
        sentence=tr("Later requests no longer ask it. Tasks that are open stay open."),
    )  # fmt: skip
    return Action(
        tr("End its use…"), Icon.ARCHIVE, asked, partial(_write, desk, system, change_system),
        refusal=tr("It has a last day already") if system.active_to else "",
    )  # fmt: skip


def _lists(desk: Desk, view: SystemView, known: Lists) -> Action:
    tr = desk.tr
    chosen = tuple(one.id for one in view.lists)
    asked = Asked(
        tr("Which lists come from {name}?", name=view.system.name), tr("Record the lists"),
        (Input("lists", tr("Imported lists"), Typed.TICKS, chosen,
               options=known),),
        sentence=tr("The search report then says how old what is known of this system is."),
    )  # fmt: skip
    return Action(
        tr("Lists from it…"), Icon.FILE_SPREADSHEET, asked,
        lambda answer: set_lists(desk.register, view.system.id, answer["lists"]),
        refusal="" if known else tr("No list is imported yet"),
    )  # fmt: skip


def _dismissal(desk: Desk, one: SystemProposal, name: str) -> Action:
    tr = desk.tr
    question = Confirmed(
        tr("The company has no {name}?", name=name),
        tr("It is no longer proposed. You can add a system of this kind at any time."),
        tr("There is none"),
    )
    return Action(
        tr("There is none…"), Icon.X, question,
        lambda _answer: dismiss_proposal(desk.register, one.code, desk.today),
    )  # fmt: skip


SYSTEMS = Kind(
    "systems", Icon.SERVER, mark("Systems"), mark("No system is recorded"),
    mark("Add what the app cannot search: mailbox, customer file, paper. Each request asks them."),
    _heads, _read,
)  # fmt: skip
