"""Requests of authorities: on what basis, what left, when the person may be told (R-ERA-1)."""

from dataclasses import replace
from datetime import date
from functools import partial

from dsr_desktop.domain.authority_request import AuthorityOutcome, AuthorityRequest, MayTell
from dsr_desktop.domain.marking import mark
from dsr_desktop.gui.pages.registers.inputs import Input, Typed
from dsr_desktop.gui.pages.registers.kinds.disclosures import parts
from dsr_desktop.gui.pages.registers.views import (
    Action,
    Answer,
    Asked,
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
from dsr_desktop.services.authority_requests import (
    add_authority_request,
    change_authority_request,
    list_authority_requests,
)
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import may_tell_label, outcome_label, telling_label

_TONES = {
    AuthorityOutcome.OPEN: (Tone.SOON, Icon.CIRCLE_DASHED),
    AuthorityOutcome.DISCLOSED: (Tone.INFO, Icon.SEND),
    AuthorityOutcome.REFUSED: (Tone.HOLD, Icon.CIRCLE_X),
}


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (Head(tr("Authority")), Head(tr("Received"), 150, needs=400), Head(tr("Outcome"), 140))


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    known = list_authority_requests(desk.register)
    still_open = sum(one.outcome is AuthorityOutcome.OPEN for one in known)
    said = tr.count("{n} request of an authority", "{n} requests of authorities", len(known))
    waiting = tr.count("{n} open", "{n} open", still_open)
    return Listing(
        lines=tuple(_line(desk, one) for one in reversed(known)),
        state=f"{said} · {waiting}" if still_open else said,
        waiting=still_open,
        actions=(_adding(desk),),
    )


def _line(desk: Desk, one: AuthorityRequest) -> Line:
    tr = desk.tr
    outcome = outcome_label(tr, one.outcome)
    chip = ChipLook(outcome, *_TONES[one.outcome])
    return Line(
        key=str(one.id), title=one.authority,
        cells=(CellLook(one.authority, one.requisition, style=TextStyle.STRONG),
               CellLook(tr.date(one.received_on)), CellLook(chip=chip)),
        sort_values=(one.authority, one.received_on.toordinal(), outcome),
        facts=facts_of(desk, _facts(tr, one)),
        hints=(_telling(desk, one), tr("An authority that asks in an inquiry is no recipient, "
               "art. 4(9): it is never named by itself in an answer.")),
        actions=(_settling(desk, one),),
    )  # fmt: skip


def _telling(desk: Desk, one: AuthorityRequest) -> str:
    """Say whether the person may know today, and from when."""
    said = may_tell_label(desk.tr, one)
    return said[:1].upper() + said[1:] + "."


def _facts(tr: Tr, one: AuthorityRequest) -> dict[str, str]:
    def day(given: date | None) -> str:
        return tr.date(given) if given else ""

    return {
        tr("Its reference"): one.requisition,
        tr("Received"): tr.date(one.received_on),
        tr("Basis"): one.basis,
        tr("Basis checked on"): day(one.basis_checked_on),
        tr("Outcome"): outcome_label(tr, one.outcome),
        tr("What left"): one.left or tr("nothing"),
        tr("Left on"): day(one.left_on),
        tr("Telling the person"): may_tell_label(tr, one),
    }


def _adding(desk: Desk) -> Action:
    tr = desk.tr
    hashed = tr("Kept as a hash, so that an answer finds it")
    asked = Asked(
        tr("Record a request of an authority"), tr("Record the request"),
        (
            Input("authority", tr("Authority"), required=True, narrow=True),
            Input("requisition", tr("Its reference"), required=True, narrow=True),
            Input("received_on", tr("Received"), Typed.DAY, desk.today, required=True, narrow=True),
            Input("basis", tr("Basis"), narrow=True,
                  help_text=tr("The article that it rests on")),
            Input("emails", tr("E-mails of people it is about"), narrow=True, help_text=hashed),
            Input("phones", tr("Phones of people it is about"), narrow=True, help_text=hashed),
            *_telling_inputs(tr, AuthorityRequest("", "", desk.today)),
        ),
        sentence=tr("Nothing leaves before its legal basis is checked."),
    )  # fmt: skip
    return Action(tr("Record a request…"), Icon.PLUS, asked, partial(_add, desk))


def _telling_inputs(tr: Tr, one: AuthorityRequest) -> tuple[Input, Input]:
    return (
        Input("may_tell", tr("May the person be told?"), Typed.CHOICE, one.may_tell, narrow=True,
              options=tuple((each, telling_label(tr, each)) for each in MayTell)),
        Input("may_tell_from", tr("From when"), Typed.DAY, one.may_tell_from, narrow=True),
    )  # fmt: skip


def _add(desk: Desk, answer: Answer) -> AuthorityRequest:
    said = dict(answer)
    people = TypedKeys(parts(said.pop("emails")), parts(said.pop("phones")))
    return add_authority_request(desk.register, AuthorityRequest(**said), people, desk.today)


def _settling(desk: Desk, one: AuthorityRequest) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("What became of it?"), tr("Record"),
        (
            Input("outcome", tr("Outcome"), Typed.CHOICE, one.outcome, narrow=True,
                  options=tuple((each, outcome_label(tr, each)) for each in AuthorityOutcome)),
            Input("basis_checked_on", tr("Basis checked on"), Typed.DAY, one.basis_checked_on,
                  narrow=True),
            Input("basis", tr("Basis"), value=one.basis,
                  help_text=tr("The article that it rests on")),
            Input("left", tr("What left, in kinds of data"), Typed.NOTE, one.left),
            Input("left_on", tr("Left on"), Typed.DAY, one.left_on, narrow=True),
            *_telling_inputs(tr, one),
        ),
        sentence=tr("Nothing leaves before its legal basis is checked."),
    )  # fmt: skip
    return Action(
        tr("Settle or change…"), Icon.FILE_TEXT, asked,
        lambda answer: change_authority_request(
            desk.register, replace(one, **answer), desk.today
        ),
    )  # fmt: skip


AUTHORITIES = Kind(
    "authorities", Icon.SCALE, mark("Authority requests"), mark("No authority asked for data"),
    mark("Record a requisition on the day it comes: its reference, its basis, what left."),
    _heads, _read,
)  # fmt: skip
