"""Consents by purpose: recorded, looked up, withdrawn one by one (R-CNS-1, GDPR art. 7)."""

from collections.abc import Sequence
from functools import partial

from dsr_desktop.domain.consent import Consent
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
    Told,
    facts_of,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import TextStyle, Tone
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.services.consents import (
    ConsentFound,
    allowed_purposes,
    consents_of,
    list_consents,
    record_consent,
    withdraw_consent,
)
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.records import consent_label, purpose_label


def _heads(tr: Tr) -> tuple[Head, ...]:
    return (Head(tr("Purpose")), Head(tr("Given on"), 150, needs=360), Head(tr("State"), 140))


def _read(desk: Desk) -> Listing:
    tr = desk.tr
    known = list_consents(desk.register)
    gone = sum(one.is_withdrawn for one in known)
    said = tr.count("{n} consent", "{n} consents", len(known))
    withdrawn = tr.count("{n} withdrawn", "{n} withdrawn", gone)
    return Listing(
        lines=tuple(_line(desk, one) for one in reversed(known)),
        state=f"{said} · {withdrawn}" if gone else said,
        actions=(_recording(desk), _looking_up(desk)),
    )


def _line(desk: Desk, one: Consent) -> Line:
    tr = desk.tr
    purpose, given = purpose_label(tr, one.purpose), one.given_on
    chip = (
        ChipLook(tr("Withdrawn"), Tone.HOLD, Icon.CIRCLE_X)
        if one.is_withdrawn
        else ChipLook(tr("Given"), Tone.OK, Icon.CIRCLE_CHECK)
    )
    facts = {
        tr("Given on"): tr.date(given) if given else "",
        tr("Withdrawn on"): tr.date(one.withdrawn_on) if one.withdrawn_on else tr("not withdrawn"),
        tr("Channel"): one.channel,
        tr("Text agreed to"): one.wording,
        tr("Proof"): one.proof,
        tr("Request"): one.request_ref or tr("none"),
        tr("Person"): tr("kept as a hash: look the person up to find it"),
    }
    return Line(
        key=str(one.id),
        title=tr("Consent {id}, {purpose}", id=one.id, purpose=purpose),
        cells=(CellLook(purpose, one.channel, style=TextStyle.STRONG),
               CellLook(tr.date(given) if given else ""), CellLook(chip=chip)),
        sort_values=(purpose, given.toordinal() if given else 0, one.is_withdrawn),
        facts=facts_of(desk, facts),
        actions=(_withdrawal(desk, one, purpose),),
    )  # fmt: skip


def _withdrawal(desk: Desk, one: Consent, purpose: str) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Withdraw the consent for {purpose}?", purpose=purpose), tr("Record the withdrawal"),
        (Input("day", tr("Withdrawn on"), Typed.DAY, desk.today, required=True),),
        sentence=tr("This purpose stops. The person's other consents stay as they are, art. 7(3)."),
    )  # fmt: skip
    return Action(
        tr("Withdraw…"), Icon.CIRCLE_X, asked,
        lambda answer: withdraw_consent(desk.register, one.id, answer["day"], desk.today),
        refusal=tr("It is withdrawn already") if one.is_withdrawn else "",
    )  # fmt: skip


def _recording(desk: Desk) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("Record a consent"), tr("Record the consent"),
        (
            *_person(tr),
            Input("purpose", tr("Purpose"), required=True, narrow=True,
                  help_text=tr("newsletter, sms, phone… or own words")),
            Input("channel", tr("Channel"), narrow=True),
            Input("given_on", tr("Given on"), Typed.DAY, desk.today, narrow=True),
            Input("withdrawn_on", tr("Withdrawn on"), Typed.DAY, narrow=True),
            Input("wording", tr("Text agreed to, or its version")),
            Input("proof", tr("Proof"), required=True, help_text=tr("How one knows")),
            Input("request_ref", tr("Request"), narrow=True),
        ),
        sentence=tr("The address is hashed and kept nowhere in clear."),
    )  # fmt: skip
    return Action(tr("Record a consent…"), Icon.PLUS, asked, partial(_write, desk))


def _person(tr: Tr) -> tuple[Input, Input]:
    several = tr("Several: put ; between them")
    return (
        Input("emails", tr("E-mail of the person"), narrow=True, help_text=several),
        Input("phones", tr("Phone of the person"), narrow=True, help_text=several),
    )


def _write(desk: Desk, answer: Answer) -> Consent:
    given, gone = answer["given_on"], answer["withdrawn_on"]
    consent = Consent(
        answer["purpose"], given is not None, given, gone is not None, gone, answer["channel"],
        answer["wording"], answer["proof"], request_ref=answer["request_ref"],
    )  # fmt: skip
    return record_consent(desk.register, consent, _typed(answer), desk.today)


def _typed(answer: Answer) -> TypedKeys:
    return TypedKeys(parts(answer["emails"]), parts(answer["phones"]))


def _looking_up(desk: Desk) -> Action:
    tr = desk.tr
    asked = Asked(
        tr("What did a person agree to?"), tr("Look up"), _person(tr),
        sentence=tr("Looks into the records here and into the opt-in columns of current lists."),
    )  # fmt: skip
    return Action(
        tr("Look a person up…"), Icon.SEARCH, asked,
        lambda answer: consents_of(desk.register, _typed(answer)), partial(_found, tr),
    )  # fmt: skip


def _found(tr: Tr, found: Sequence[ConsentFound]) -> Told:
    if not found:
        return Told(tr("Nothing is known of this person's consents"),
                    tr("Without a consent nothing that needs one is allowed."), Tone.HOLD)  # fmt: skip
    allowed = allowed_purposes(found)
    may = [purpose_label(tr, purpose) for purpose, is_so in allowed.items() if is_so]
    may_not = [purpose_label(tr, purpose) for purpose, is_so in allowed.items() if not is_so]
    what = (
        tr("Allowed: {purposes}", purposes=", ".join(may)) if may else tr("No purpose is allowed")
    )
    if may_not:
        not_so = tr("not allowed: {purposes}", purposes=", ".join(may_not))
        what = f"{what} · {not_so}"
    return Told(what, "\n".join(_where(tr, one) for one in found), Tone.INFO)


def _where(tr: Tr, one: ConsentFound) -> str:
    said = consent_label(tr, one.consent)
    if one.place is None:
        return said
    sheet = tr("{sheet}, row {row}", sheet=one.place.sheet.name, row=one.place.row.n)
    return f"{said} · {one.place.source.name} · {sheet}"


CONSENTS = Kind(
    "consents", Icon.USER_CHECK, mark("Consents"), mark("No consent is recorded"),
    mark("Record who agreed to what, and how you know. Lists with opt-in columns are looked into "
         "by themselves."),
    _heads, _read,
)  # fmt: skip
