"""Named recipients and processors: where they are, what protects the data there, what they got."""

from collections.abc import Callable
from functools import partial

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.countries import country_codes
from dsr_desktop.domain.disclosure import Disclosure
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.recipient import Recipient, RecipientRole, Safeguard
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
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.activities import list_activities
from dsr_desktop.services.recipients import (
    RecipientView,
    add_recipient,
    change_recipient,
    list_recipients,
    remove_recipient,
)
from dsr_desktop.wording.countries import country_label, sorted_by_name
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import gap_label, role_label, safeguard_label


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (Head(tr("Recipient")), Head(tr("Country"), 130, needs=390), Head(tr("State"), 140))


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    views, activities = list_recipients(desk.register), list_activities(desk.register)
    lacking = sum(bool(one.gaps) for one in views)
    return Listing(
        lines=tuple(_line(desk, one, activities) for one in views),
        state=_state(tr, len(views), lacking),
        waiting=lacking,
        actions=(_adding(desk, activities),),
    )


def _state(tr: Tr, total: int, lacking: int) -> str:
    said = tr.count("{n} recipient", "{n} recipients", total)
    if not lacking:
        return said
    lacks = tr.count("{n} record lacks something", "{n} records lack something", lacking)
    return f"{said} · {lacks}"


def _line(desk: Desk, view: RecipientView, activities: tuple[Activity, ...]) -> Line:
    tr, one = desk.tr, view.recipient
    chip = (
        ChipLook(tr("Incomplete"), Tone.SOON, Icon.TRIANGLE_ALERT)
        if view.gaps
        else ChipLook(tr("Complete"), Tone.OK, Icon.CIRCLE_CHECK)
    )
    country, role = country_label(tr, one.country), role_label(tr, one.role)
    return Line(
        key=str(one.id),
        title=one.name,
        cells=(CellLook(one.name, role, style=TextStyle.STRONG), CellLook(country),
               CellLook(chip=chip)),
        sort_values=(one.name, country, not view.gaps),
        facts=_facts(desk, view, role, country),
        hints=tuple(_capital(gap_label(tr, gap)) for gap in view.gaps),
        actions=(_change(desk, one, activities), _removal(desk, view)),
    )  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _facts(desk: Desk, view: RecipientView, role: str, country: str) -> tuple[KeyValue, ...]:
    tr, one = desk.tr, view.recipient
    said = {
        tr("Role"): role,
        tr("Country"): country,
        tr("Transfer"): safeguard_label(tr, one.safeguard) if one.is_outside_eea
        else tr("none, inside the EEA"),
        tr("Contract of art. 28"): tr.date(one.contract_on) if one.contract_on else "",
        tr("Contact"): one.contact,
        tr("Activities"): ", ".join(one.activities),
    }  # fmt: skip
    notes = (KeyValue(tr("Note"), one.note),) if one.note else ()
    lists = tuple(KeyValue(tr.date(each.made_on), _list(tr, each)) for each in view.received)
    nothing = (KeyValue(tr("Lists received"), tr("none")),)
    return (*facts_of(desk, said), *notes, *(lists or nothing))


def _list(tr: Tr, made: Disclosure) -> str:
    people = tr.count("{n} person", "{n} people", made.persons)
    return f"{made.purpose} · {people}"


def _adding(desk: Desk, activities: tuple[Activity, ...]) -> Action:
    tr = desk.tr
    blank = Recipient("", RecipientRole.PROCESSOR, desk.register.company.country)
    asked = Asked(
        tr("Add a recipient"), tr("Add the recipient"), _inputs(tr, blank, activities),
        sentence=tr("Who gets data, processors too: hosting, mailing and analytics are on the list."),
        remark=partial(_lacks, tr),
    )  # fmt: skip
    return Action(tr("Add a recipient…"), Icon.PLUS, asked, partial(_write, desk, 0, add_recipient))


def _change(desk: Desk, known: Recipient, activities: tuple[Activity, ...]) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Change {name}", name=known.name), tr("Record the change"),
        _inputs(tr, known, activities), remark=partial(_lacks, tr),
    )  # fmt: skip
    return Action(
        tr("Change…"), Icon.FILE_TEXT, asked, partial(_write, desk, known.id, change_recipient)
    )


def _inputs(tr: Tr, one: Recipient, activities: tuple[Activity, ...]) -> tuple[Input, ...]:
    countries = sorted_by_name(tr, country_codes())
    safeguards = ((None, tr("None recorded")), *((s, safeguard_label(tr, s)) for s in Safeguard))
    return (
        Input("name", tr("Name"), value=one.name, required=True),
        Input("role", tr("Role"), Typed.CHOICE, one.role, narrow=True,
              options=tuple((role, role_label(tr, role)) for role in RecipientRole)),
        Input("country", tr("Country"), Typed.CHOICE, one.country, narrow=True,
              options=tuple((code, country_label(tr, code)) for code in countries)),
        Input("safeguard", tr("Transfer outside the EEA rests on"), Typed.CHOICE, one.safeguard,
              options=safeguards, narrow=True),
        Input("contract_on", tr("Contract of art. 28 of"), Typed.DAY, one.contract_on, narrow=True),
        Input("contact", tr("Contact"), value=one.contact),
        Input("activities", tr("Activities whose data it gets"), Typed.TICKS, one.activities,
              options=tuple((each.code, f"{each.code} · {each.name}") for each in activities)),
        Input("note", tr("Note"), value=one.note),
    )  # fmt: skip


def _lacks(tr: Tr, answer: Answer) -> str:
    """Say while it is typed that a transfer needs a safeguard."""
    blank = Recipient("x", answer["role"], answer["country"], answer["safeguard"])
    if blank.is_outside_eea and blank.safeguard is None:
        return tr("This country is outside the EEA: say what the transfer rests on, art. 44.")
    return ""


def _write(
    desk: Desk, id_: int, write: Callable[..., Recipient], answer: Answer
) -> Recipient:  # fmt: skip
    return write(desk.register, Recipient(**answer, id=id_), desk.today)


def _removal(desk: Desk, view: RecipientView) -> Action:
    tr, one = desk.tr, view.recipient
    lists = tr.count("{n} list", "{n} lists", len(view.received))
    serves = tr.count("{n} activity", "{n} activities", len(one.activities))
    question = Confirmed(
        tr("Remove {name}?", name=one.name),
        tr("It is named in {activities} and received {lists}. An answer no longer names it.",
           activities=serves, lists=lists),
        tr("Remove the recipient"),
    )  # fmt: skip
    kept = tr("It received {lists}: the record of it stays", lists=lists)
    return Action(
        tr("Remove…"), Icon.TRASH, question,
        lambda _answer: remove_recipient(desk.register, one.id),
        refusal=kept if view.received else "",
    )  # fmt: skip


RECIPIENTS = Kind(
    "recipients", Icon.SEND, mark("Recipients"), mark("No recipient is recorded"),
    mark("Name who gets data: hosting, mail, mailing tool, analytics. An answer must name them."),
    _heads, _read,
)  # fmt: skip
