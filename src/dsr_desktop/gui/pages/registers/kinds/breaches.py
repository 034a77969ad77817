"""Breaches: 72 hours to notify, what was decided, and what became known later (art. 33 and 34)."""

from functools import partial

from dsr_desktop.domain.breach import BreachStepKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.gui.pages.registers.inputs import Input, Typed
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
from dsr_desktop.services.breaches import (
    BreachFacts,
    BreachView,
    add_to_breach,
    decide_breach,
    list_breaches,
    open_breach,
)
from dsr_desktop.wording.breaches import breach_lines, decision_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.search_report import moment

_LAST_DAY = 24
_AUTHORITY = (BreachStepKind.AUTHORITY_NOTIFIED, BreachStepKind.AUTHORITY_NOT_NOTIFIED)
_PERSON = (BreachStepKind.PERSON_TOLD, BreachStepKind.PERSON_NOT_TOLD)


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (Head(tr("What happened")), Head(tr("72 hours"), 190))


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    known = sorted(list_breaches(desk.register, desk.now()), key=_urgency)
    waiting = sum(not one.breach.is_settled for one in known)
    said = tr.count("{n} breach note", "{n} breach notes", len(known))
    undecided = tr.count("{n} to decide", "{n} to decide", waiting)
    return Listing(
        lines=tuple(_line(desk, one) for one in known),
        state=f"{said} · {undecided}" if waiting else said,
        waiting=waiting,
        actions=(_opening(desk),),
    )


def _urgency(view: BreachView) -> tuple[bool, bool, float]:
    """Put what is over first, then what runs out first; what is decided comes last, newest first."""
    end = view.clock.ends_at.timestamp()
    if view.breach.is_settled:
        return (True, True, -end)
    return (False, view.clock.is_stopped, end)


def _line(desk: Desk, view: BreachView) -> Line:
    tr, one = desk.tr, view.breach
    aware = moment(tr, one.aware_at)
    return Line(
        key=str(one.id),
        title=tr("Breach note {id}", id=one.id),
        cells=(CellLook(" ".join(one.facts.split()), aware, style=TextStyle.STRONG),
               CellLook(chip=_chip(tr, view))),
        sort_values=(one.aware_at.timestamp(), _urgency(view)[2]),
        facts=facts_of(desk, {
            tr("Aware since"): aware,
            tr("What happened"): one.facts,
            tr("Effects"): one.effects,
            tr("Measures"): one.measures,
            tr("Request"): one.ref or tr("none"),
            tr("Opened"): tr("{moment}, by {name}", moment=moment(tr, one.opened_at),
                             name=one.opened_by),
            **_decided(tr, view),
        }),
        hints=_undecided(tr, view),
        actions=(
            _decision(desk, view, _AUTHORITY, tr("Authority…"), Icon.SCALE),
            _decision(desk, view, _PERSON, tr("Person…"), Icon.USER),
            _completion(desk, view),
        ),
    )  # fmt: skip


def _decided(tr: Tr, view: BreachView) -> dict[str, str]:
    """Say what was decided about the authority and the person, where it was."""
    _aware, _clock, authority, person = breach_lines(tr, view.breach, view.clock)
    said = {tr("Authority"): (view.breach.about_authority, authority),
            tr("Person"): (view.breach.about_person, person)}  # fmt: skip
    return {about: words for about, (step, words) in said.items() if step is not None}


def _undecided(tr: Tr, view: BreachView) -> tuple[str, ...]:
    """Say when the 72 hours end while they count, and what has still to be decided."""
    _aware, clock, authority, person = breach_lines(tr, view.breach, view.clock)
    return (
        *([] if view.clock.is_stopped else [clock]),
        *([] if view.breach.about_authority else [authority]),
        *([] if view.breach.about_person else [person]),
    )


def _chip(tr: Tr, view: BreachView) -> ChipLook:
    clock = view.clock
    if clock.is_stopped and view.breach.is_settled:
        return ChipLook(tr("Decided"), Tone.OK, Icon.CIRCLE_CHECK)
    if clock.is_stopped:
        return ChipLook(tr("Person to decide"), Tone.SOON, Icon.CIRCLE_ALERT)
    if clock.is_over:
        return ChipLook(tr("Over: notify now"), Tone.LATE, Icon.OCTAGON_ALERT)
    left = tr.count("{n} hour left", "{n} hours left", clock.hours_left)
    tone = Tone.LATE if clock.hours_left < _LAST_DAY else Tone.SOON
    return ChipLook(left, tone, Icon.CLOCK)


def _opening(desk: Desk) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Open a breach note"), tr("Open the note"),
        (
            Input("aware_at", tr("Aware since"), Typed.MOMENT, desk.now(), narrow=True),
            Input("ref", tr("Request"), narrow=True),
            Input("facts", tr("What reached whom, and how it was noticed"), Typed.NOTE,
                  required=True, lines=3),
            Input("effects", tr("What it may lead to"), Typed.NOTE),
            Input("measures", tr("What you did about it"), Typed.NOTE),
        ),
        sentence=tr("The 72 hours run from the minute you know, weekends included, art. 33(1). "
                    "What is not known yet can be added later."),
    )  # fmt: skip
    return Action(tr("Open a breach note…"), Icon.PLUS, asked, partial(_open, desk))


def _open(desk: Desk, answer: Answer) -> BreachView:
    texts = (answer["facts"], answer["effects"], answer["measures"])
    facts = BreachFacts(answer["aware_at"], *texts)
    return open_breach(desk.register, facts, desk.now(), ref=answer["ref"] or None)


def _decision(
    desk: Desk, view: BreachView, kinds: tuple[BreachStepKind, ...], verb: str, icon: Icon
) -> Action:  # fmt: skip
    tr = desk.tr
    about = tr("Authority, art. 33") if kinds is _AUTHORITY else tr("Person, art. 34")
    asked = Asked(
        about, tr("Record the decision"),
        (
            Input("kind", tr("Decision"), Typed.CHOICE, kinds[0], narrow=True,
                  options=tuple((kind, decision_label(tr, kind)) for kind in kinds)),
            Input("at", tr("When"), Typed.MOMENT, desk.now(), narrow=True),
            Input("reason", tr("Reason"), Typed.NOTE,
                  help_text=tr("Needed where nobody was told, or late")),
        ),
        sentence=tr("A later decision counts; the earlier ones stay in the note."),
    )  # fmt: skip
    return Action(verb, icon, asked, partial(_decide, desk, view.breach.id))


def _decide(desk: Desk, breach_id: int, answer: Answer) -> BreachView:
    return decide_breach(
        desk.register, breach_id, answer["kind"], answer["at"], desk.now(),
        reason=answer["reason"],
    )  # fmt: skip


def _completion(desk: Desk, view: BreachView) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Add to breach note {id}", id=view.breach.id), tr("Add to the note"),
        (
            Input("effects", tr("Effects"), Typed.NOTE, lines=3),
            Input("measures", tr("Measures"), Typed.NOTE, lines=3),
        ),
        sentence=tr("What was written stays; this goes below it with the day, art. 33(4)."),
    )  # fmt: skip
    return Action(
        tr("Add what is known now…"), Icon.PLUS, asked,
        lambda answer: add_to_breach(desk.register, view.breach.id, desk.now(), **answer),
    )  # fmt: skip


BREACHES = Kind(
    "breaches", Icon.SHIELD_ALERT, mark("Breaches"), mark("There is no breach note"),
    mark("Open one as soon as data reached the wrong person or were lost: 72 hours run from then."),
    _heads, _read,
)  # fmt: skip
