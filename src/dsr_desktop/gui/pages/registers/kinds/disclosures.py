"""Disclosures: what of whom went to which recipient; a purpose against the policy warns (R-DIS-1)."""

from functools import partial

from dsr_desktop.domain.disclosure import Disclosure, against_policy
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source import Source
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
    Told,
    facts_of,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import TextStyle, Tone
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.disclosures import Disclosed, list_disclosures, record_disclosure
from dsr_desktop.services.recipients import list_recipients
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import left_out_label, warning_sentence

_LEFT_OUT = ("opposed", "restricted", "frozen", "expired")


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (
        Head(tr("Day"), 150, needs=540), Head(tr("Recipient")), Head(tr("People"), 116),
        Head(tr("Policy"), 132),
    )  # fmt: skip


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    made = list_disclosures(desk.register)
    sources = {one.id: one for one in list_sources(desk.register)}
    warned = sum(one.warning is not None for one in made)
    said = tr.count("{n} hand-over", "{n} hand-overs", len(made))
    against = tr.count("{n} against the policy", "{n} against the policy", warned)
    return Listing(
        lines=tuple(_line(desk, one, sources) for one in reversed(made)),
        state=f"{said} · {against}" if warned else said,
        waiting=warned,
        actions=(_recording(desk, sources),),
    )


def _line(desk: Desk, one: Disclosed, sources: dict[int | None, Source]) -> Line:
    tr, made = desk.tr, one.disclosure
    against = ChipLook(tr("Against it"), Tone.LATE, Icon.TRIANGLE_ALERT)
    chip = against if one.warning else None
    return Line(
        key=str(made.id),
        title=tr("{name}, {day}", name=one.recipient.name, day=tr.date(made.made_on)),
        cells=(CellLook(tr.date(made.made_on)),
               CellLook(one.recipient.name, made.purpose, style=TextStyle.STRONG),
               CellLook(tr.number(made.persons), number=True), CellLook(chip=chip)),
        sort_values=(made.made_on.toordinal(), one.recipient.name, made.persons,
                     one.warning is None),
        facts=_facts(desk, one, sources),
        hints=(warning_sentence(tr, one.warning),) if one.warning else (),
    )  # fmt: skip


def _facts(
    desk: Desk, one: Disclosed, sources: dict[int | None, Source]
) -> tuple[KeyValue, ...]:  # fmt: skip
    tr, made = desk.tr, one.disclosure
    known = [sources[int(each)].name for each in made.sources if int(each) in sources]
    said = {
        tr("Purpose"): made.purpose,
        tr("Kinds of data"): ", ".join(made.fields),
        tr("People"): tr.number(made.persons),
        tr("Left out"): left_out_label(tr, made.left_out) or tr("nobody"),
        tr("Basis"): made.basis,
        tr("Imports"): ", ".join(known) or tr("none"),
        tr("Request"): made.request_ref or tr("none"),
    }
    return facts_of(desk, said)


def _recording(desk: Desk, sources: dict[int | None, Source]) -> Action:
    tr = desk.tr
    known = [view.recipient for view in list_recipients(desk.register)]
    recipients = tuple((one.id, one.name) for one in known)
    lists = tuple((str(one.id), one.name) for one in sources.values() if one.is_current)
    asked = Asked(
        tr("Record a hand-over"), tr("Record the hand-over"),
        (*_inputs(tr, recipients, desk), *_people(tr),
         *((Input("sources", tr("Imports that went"), Typed.TICKS, options=lists),) if lists
           else ())),
        sentence=tr("Opposed, restricted, frozen and expired people must not be in the list: count "
                    "those you left out."),
        remark=partial(_warning, tr),
    )  # fmt: skip
    return Action(
        tr("Record a hand-over…"), Icon.PLUS, asked, partial(_write, desk), partial(_told, tr),
        refusal="" if recipients else tr("Name the recipient first, under Recipients"),
    )  # fmt: skip


def _inputs(
    tr: Tr, recipients: tuple[tuple[object, str], ...], desk: Desk
) -> tuple[Input, ...]:  # fmt: skip
    return (
        Input("recipient_id", tr("Recipient"), Typed.CHOICE, options=recipients, narrow=True),
        Input("made_on", tr("Day"), Typed.DAY, desk.today, required=True, narrow=True),
        Input("purpose", tr("Purpose"), required=True),
        Input("fields", tr("Kinds of data"), required=True, narrow=True,
              help_text=tr("Several: put ; between them")),
        Input("persons", tr("Number of people"), Typed.NUMBER, narrow=True),
        Input("basis", tr("Basis"), narrow=True),
        Input("request_ref", tr("Request"), narrow=True),
    )  # fmt: skip


def _people(tr: Tr) -> tuple[Input, ...]:
    left = {
        "opposed": tr("Left out: opposed"), "restricted": tr("Left out: restricted"),
        "frozen": tr("Left out: frozen"), "expired": tr("Left out: expired"),
    }  # fmt: skip
    hashed = tr("Kept as a hash, so that an answer finds it")
    return (
        *(Input(name, left[name], Typed.NUMBER, narrow=True) for name in _LEFT_OUT),
        Input("emails", tr("E-mails of people in it"), narrow=True, help_text=hashed),
        Input("phones", tr("Phones of people in it"), narrow=True, help_text=hashed),
    )


def _warning(tr: Tr, answer: Answer) -> str:
    warning = against_policy(answer["purpose"])
    return warning_sentence(tr, warning) if warning else ""


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between semicolons."""
    return tuple(filter(None, (part.strip() for part in text.split(";"))))


def _write(desk: Desk, answer: Answer) -> Disclosed:
    said = dict(answer)
    people = TypedKeys(parts(said.pop("emails")), parts(said.pop("phones")))
    said["fields"] = parts(said["fields"])
    return record_disclosure(desk.register, Disclosure(**said), people, desk.today)


def _told(tr: Tr, made: Disclosed) -> Told | None:
    if made.warning is None:
        return None
    what = tr("The hand-over is recorded, and against the policy")
    return Told(what, warning_sentence(tr, made.warning), Tone.SOON)


DISCLOSURES = Kind(
    "disclosures", Icon.UPLOAD, mark("Disclosures"), mark("Nothing went to anybody yet"),
    mark("Record each list that leaves the company: to whom, what for, of how many people."),
    _heads, _read,
)  # fmt: skip
