"""Processing activities (GDPR art. 30): confirmed one by one, written down detail by detail."""

from functools import partial

from dsr_desktop.domain.activity import LEGAL_BASES
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.portability import PORTABLE_BASES
from dsr_desktop.domain.processing import (
    REQUESTS_ACTIVITY,
    Controller,
    Detail,
    Hint,
    ProcessingActivity,
)
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
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import TextStyle, Tone
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.processing import (
    ProcessingRecord,
    add_activity,
    confirm_entry,
    read_record,
    set_controller,
    set_details,
)
from dsr_desktop.wording.activities import basis_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.processing import detail_label, hint_sentence


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (Head(tr("Code"), 76), Head(tr("Activity")), Head(tr("State"), 150))


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    record = read_record(desk.register, tr)
    waiting = sum(one.is_open for one in record.activities)
    to_confirm = tr.count("{n} to confirm", "{n} to confirm", waiting)
    return Listing(
        lines=tuple(_line(desk, one, record) for one in record.activities),
        state=to_confirm if waiting else tr("all confirmed"),
        waiting=waiting,
        hints=tuple(hint_sentence(tr, one) for one in record.hints if not one.code),
        actions=(_adding(desk), _controller(desk, record.controller)),
    )


def _line(desk: Desk, entry: ProcessingActivity, record: ProcessingRecord) -> Line:
    tr, activity = desk.tr, entry.activity
    chip = (
        ChipLook(tr("Confirmed"), Tone.OK, Icon.CIRCLE_CHECK)
        if activity.confirmed
        else ChipLook(tr("To confirm"), Tone.SOON, Icon.CIRCLE_ALERT)
    )
    basis = basis_label(tr, activity.legal_basis)
    about = [one for one in record.hints if one.code == activity.code]
    return Line(
        key=activity.code,
        title=f"{activity.code} · {activity.name}",
        cells=(CellLook(activity.code),
               CellLook(activity.name, basis, style=TextStyle.STRONG), CellLook(chip=chip)),
        sort_values=(_number_of(activity.code), activity.name, activity.confirmed),
        facts=tuple(_facts(tr, entry, basis)),
        hints=tuple(_unnamed(tr, one) for one in about),
        actions=(_confirmation(desk, entry), _details(desk, entry)),
    )  # fmt: skip


def _unnamed(tr: Tr, hint: Hint) -> str:
    """Say a hint below the activity that it is about, without its code."""
    said = hint_sentence(tr, hint).removeprefix(hint.code).lstrip(" :\u202f\u00a0")
    return said[:1].upper() + said[1:]


def _number_of(code: str) -> int:
    digits = code.removeprefix("PA")
    return int(digits) if digits.isdecimal() else 0


def _facts(tr: Tr, entry: ProcessingActivity, basis: str) -> list[KeyValue]:
    proposed = tr("proposed")
    details = [
        KeyValue(
            detail_label(tr, one), entry.text(one),
            reason=proposed if one in entry.proposed else "",
        )
        for one in Detail if entry.text(one)
    ]  # fmt: skip
    named = ", ".join(one.name for one in entry.recipients)
    recipients = KeyValue(tr("Named recipients"), named or tr("none"))
    return [KeyValue(tr("Legal basis"), basis), *details, recipients]


def _confirmation(desk: Desk, entry: ProcessingActivity) -> Action:
    tr, activity = desk.tr, entry.activity
    bases = tuple(dict.fromkeys((*LEGAL_BASES, activity.legal_basis)))
    asked = Asked(
        tr("Confirm {code}?", code=activity.code), tr("Confirm the activity"),
        (
            Input("basis", tr("Legal basis"), Typed.CHOICE, activity.legal_basis,
                  options=tuple((one, basis_label(tr, one)) for one in bases)),
            Input("name", tr("Name"), value=activity.name, required=True),
        ),
        sentence=tr("Compare it with your record of processing activities, art. 30. Your name "
                    "and the day are kept with the confirmation."),
        remark=partial(_portability, tr),
    )  # fmt: skip
    return Action(
        tr("Change…") if activity.confirmed else tr("Confirm…"), Icon.CIRCLE_CHECK, asked,
        lambda answer: confirm_entry(
            desk.register, activity.code, answer["basis"], answer["name"], desk.today, tr
        ),
    )  # fmt: skip


def _portability(tr: Tr, answer: Answer) -> str:
    if answer["basis"] in PORTABLE_BASES:
        return tr("Portability covers it, art. 20(1)(a)")
    return tr("Portability does not cover it, art. 20(1)(a)")


def _details(desk: Desk, entry: ProcessingActivity) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Details of {name}", name=entry.activity.name), tr("Record the details"),
        tuple(
            Input(one, detail_label(tr, one), Typed.NOTE, entry.text(one))
            for one in _typed_details(entry)
        ),
        sentence=tr("What art. 30(1) asks for. What you record counts as confirmed."),
    )  # fmt: skip
    return Action(tr("Write details…"), Icon.FILE_TEXT, asked, partial(_write_details, desk, entry))


def _typed_details(entry: ProcessingActivity) -> tuple[Detail, ...]:
    """Return the details to type; the durations of request files come from their figures (R-RET-1)."""
    is_of_requests = entry.activity.code == REQUESTS_ACTIVITY
    return tuple(one for one in Detail if not (is_of_requests and one is Detail.RETENTION))


def _write_details(desk: Desk, entry: ProcessingActivity, answer: Answer) -> None:
    """Write what was changed; what stands there as a proposal is recorded with its activity."""
    asked = _typed_details(entry)
    changed = {one: answer[one] for one in asked if answer[one] != entry.text(one)}
    if changed:
        set_details(desk.register, entry.activity.code, changed)


def _adding(desk: Desk) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Add an activity"), tr("Add the activity"),
        (
            Input("name", tr("Name"), required=True),
            Input("basis", tr("Legal basis"), Typed.CHOICE, "6(1)(f)",
                  options=tuple((one, basis_label(tr, one)) for one in LEGAL_BASES)),
            *(Input(one, detail_label(tr, one), Typed.NOTE) for one in _FIRST_DETAILS),
        ),
        sentence=tr("You write it, so it is confirmed. The other details can be written later."),
        remark=partial(_portability, tr),
    )  # fmt: skip
    return Action(
        tr("Add an activity…"), Icon.PLUS, asked,
        lambda answer: add_activity(
            desk.register, answer["name"], answer["basis"],
            {one: answer[one] for one in _FIRST_DETAILS if answer[one]},
        ),
    )  # fmt: skip


_FIRST_DETAILS = (Detail.PURPOSES, Detail.DATA_SUBJECTS, Detail.DATA_CATEGORIES, Detail.RETENTION)


def _controller(desk: Desk, known: Controller) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Who answers for the processing"), tr("Record"),
        (
            Input("name", tr("Company"), value=known.name, required=True),
            Input("contact", tr("Address and contact"), value=known.contact),
            Input("joint_controller", tr("Joint controller"), value=known.joint_controller),
            Input("representative", tr("Representative"), value=known.representative),
            Input("dpo_name", tr("DPO"), value=known.dpo_name, narrow=True),
            Input("dpo_contact", tr("Contact of the DPO"), value=known.dpo_contact, narrow=True),
        ),
        sentence=tr("It stands at the head of the record, art. 30(1)(a)."),
    )  # fmt: skip
    return Action(
        tr("Who answers for it…"), Icon.USER, asked,
        lambda answer: set_controller(desk.register, Controller(**answer)),
    )  # fmt: skip


ACTIVITIES = Kind(
    "activities", Icon.BOOK_OPEN, mark("Processing activities"),
    mark("No activity is recorded"), mark("Add what the company does with personal data."),
    _heads, _read,
)  # fmt: skip
