"""Trackers of the company's site: what they are for, how long they stay, what the policy needs."""

from functools import partial

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.tracker import Party, Storage, Tracker, TrackerCategory, gaps_of
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
from dsr_desktop.services.trackers import (
    add_trackers,
    change_tracker,
    list_trackers,
    remove_tracker,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.trackers import (
    category_label,
    lifetime_label,
    party_label,
    storage_label,
    tracker_gap_label,
)

_DAY = 86_400


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (Head(tr("Tracker")), Head(tr("Category"), 150, needs=390), Head(tr("State"), 140))


def _read(desk: Desk) -> Listing:
    tr, known = desk.tr, list_trackers(desk.register)
    lacking = sum(bool(gaps_of(one)) for one in known)
    return Listing(
        lines=tuple(_line(desk, one) for one in known),
        state=tr.count("{n} tracker", "{n} trackers", len(known)),
        waiting=lacking,
        actions=(_adding(desk),),
    )


def _line(desk: Desk, one: Tracker) -> Line:
    tr, gaps = desk.tr, gaps_of(one)
    chip = (
        ChipLook(tr("Incomplete"), Tone.SOON, Icon.TRIANGLE_ALERT)
        if gaps
        else ChipLook(tr("Complete"), Tone.OK, Icon.CIRCLE_CHECK)
    )
    category = category_label(tr, one.category)
    return Line(
        key=str(one.id),
        title=one.name,
        cells=(CellLook(one.name, one.purpose(tr.language), style=TextStyle.STRONG),
               CellLook(category), CellLook(chip=chip)),
        sort_values=(one.name.casefold(), category, not gaps),
        facts=facts_of(desk, _said(tr, one)),
        hints=tuple(tracker_gap_label(tr, gap) for gap in gaps),
        actions=(_change(desk, one), _removal(desk, one)),
    )  # fmt: skip


def _said(tr: Tr, one: Tracker) -> dict[str, str]:
    return {
        tr("Purpose"): one.purpose(tr.language),
        tr("Category"): category_label(tr, one.category),
        tr("Consent"): tr("needed") if one.consent_required else tr("not needed"),
        tr("Set by"): party_label(tr, one.party),
        tr("Provider"): one.provider,
        tr("Controller"): one.controller,
        tr("Seen on"): one.domain,
        tr("Kept in the browser"): lifetime_label(tr, one),
        tr("Stored as"): storage_label(tr, one.storage),
        tr("Kept by servers"): one.retention(tr.language),
        tr("Source of these facts"): one.source,
        tr("Checked on"): tr.date(one.checked_on) if one.checked_on else "",
    }


def _adding(desk: Desk) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Add a tracker"), tr("Add the tracker"), _inputs(tr, Tracker("")),
        sentence=tr("A cookie, or what the site keeps in a browser like one."),
        remark=partial(_wrong, tr),
    )  # fmt: skip
    return Action(tr("Add a tracker…"), Icon.PLUS, asked, partial(_add, desk))


def _change(desk: Desk, known: Tracker) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Change {name}", name=known.name), tr("Record the change"), _inputs(tr, known),
        remark=partial(_wrong, tr),
    )  # fmt: skip
    return Action(tr("Change…"), Icon.FILE_TEXT, asked, partial(_write, desk, known))


def _inputs(tr: Tr, one: Tracker) -> tuple[Input, ...]:
    days = one.lifetime / _DAY if one.lifetime is not None else None
    return (
        Input("name", tr("Name"), value=one.name, required=True, narrow=True),
        Input("provider", tr("Provider"), value=one.provider, narrow=True),
        Input("purpose_fr", tr("Purpose, in French"), value=one.purpose_fr),
        Input("purpose_en", tr("Purpose, in English"), value=one.purpose_en),
        Input("category", tr("Category"), Typed.CHOICE, one.category, narrow=True,
              options=tuple((each, category_label(tr, each)) for each in TrackerCategory)),
        Input("consent_required", tr("Consent"), Typed.CHOICE, one.consent_required, narrow=True,
              options=((True, tr("needed")), (False, tr("not needed")))),
        Input("party", tr("Set by"), Typed.CHOICE, one.party, narrow=True,
              options=tuple((each, party_label(tr, each)) for each in Party)),
        Input("storage", tr("Stored as"), Typed.CHOICE, one.storage, narrow=True,
              options=tuple((each, storage_label(tr, each)) for each in Storage)),
        Input("days", tr("Days in the browser"), value="" if days is None else f"{days:g}",
              help_text=tr("0: until browser or tab is closed"), narrow=True),
        Input("checked_on", tr("Checked on"), Typed.DAY, one.checked_on, narrow=True),
        Input("source", tr("Source of these facts"), value=one.source),
    )  # fmt: skip


def _wrong(tr: Tr, answer: Answer) -> str:
    """Say while it is typed what is no number of days."""
    try:
        _seconds(str(answer["days"]))
    except InvalidInputError:
        return tr("The days in the browser are no number.")
    return ""


def _seconds(typed: str) -> int | None:
    text = typed.strip().replace(",", ".")
    if not text:
        return None
    try:
        return round(float(text) * _DAY)
    except (ValueError, OverflowError) as error:
        raise InvalidInputError(mark("The days in the browser are no number.")) from error


def _add(desk: Desk, answer: Answer) -> Tracker:
    (added,) = add_trackers(desk.register, [_meant(Tracker(""), answer)], desk.today)
    return added


def _write(desk: Desk, known: Tracker, answer: Answer) -> Tracker:
    return change_tracker(desk.register, _meant(known, answer), desk.today)


def _meant(known: Tracker, answer: Answer) -> Tracker:
    said = {**vars(known), **answer, "lifetime": _seconds(str(answer["days"]))}
    said.pop("days")
    return Tracker(**said)


def _removal(desk: Desk, one: Tracker) -> Action:
    tr = desk.tr
    question = Confirmed(
        tr("Remove {name}?", name=one.name),
        tr("Remove what the site no longer has: an answer no longer names it."),
        tr("Remove the tracker"),
    )
    return Action(tr("Remove…"), Icon.TRASH, question, partial(_remove, desk, one.id))


def _remove(desk: Desk, tracker_id: int, _answer: Answer) -> None:
    remove_tracker(desk.register, tracker_id)


TRACKERS = Kind(
    "trackers", Icon.EYE, mark("Trackers"), mark("No tracker is recorded"),
    mark("Name the cookies of the site and what they are for. The policy and answers list them."),
    _heads, _read,
)  # fmt: skip
