"""What the register says in letters: each function words one placeholder or several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dsr_desktop.domain.clock import Deadline, ExtensionReason, PauseReason
from dsr_desktop.domain.decisions import REFUSALS
from dsr_desktop.domain.erasure import KeptDataset
from dsr_desktop.domain.fee import Fee
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.processing import Controller, ProcessingActivity
from dsr_desktop.domain.recipient import Recipient
from dsr_desktop.domain.rectification import RectifiedCell
from dsr_desktop.domain.request import Decision, Item, Request
from dsr_desktop.domain.requester import Address, AddressKind, Relation
from dsr_desktop.domain.restriction import Restriction
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.transfer import Transfer, TransferState
from dsr_desktop.wording.access_information import (
    Concerned,
    information_texts,
    not_recorded,
    recipient_label,
)
from dsr_desktop.wording.article14 import Notice
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.fees import amount_text, ground_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import channel_label, decision_label, right_label
from dsr_desktop.wording.restriction import ground_label as ground_of

CNIL = "CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, cnil.fr/plaintes"
_EXTENDED_FOR = {
    ExtensionReason.COMPLEXITY: mark("Your request is complex."),
    ExtensionReason.NUMBER_OF_REQUESTS: mark("The number of requests to be answered."),
}
Values = dict[str, str]


@dataclass(frozen=True)
class ErasedFile:
    """A file seen to hold no more of the person: its name, the rows that it held, day of the look."""

    name: str
    rows: int
    on: date


class NamedTransfer(Protocol):
    """A transfer, and to whom."""

    @property
    def transfer(self) -> Transfer:
        """The wish and what came of it."""

    @property
    def recipient(self) -> Recipient:
        """To whom."""


def company_values(tr: Tr, controller: Controller, country: str) -> Values:
    """Word who writes, and the authority: the CNIL in France, else where to find it."""
    return {
        "company": controller.name,
        "company_contact": controller.contact,
        "dpo": controller.dpo_name or tr("Data protection officer"),
        "dpo_contact": controller.dpo_contact,
        "authority": CNIL if country == "FR"
        else tr("the data protection authority of your country, listed on edpb.europa.eu"),
    }  # fmt: skip


def request_values(tr: Tr, request: Request, deadline: Deadline) -> Values:
    """Word what the request itself says, with the dates of its one clock."""
    asked = [one.asked_on for one in request.pauses if one.reason is PauseReason.IDENTITY]
    stopped = [one.decided_on for one in request.items if one.right is Right.OBJECTION_MARKETING]
    found = {
        "ref": request.ref,
        "received_on": tr.date(request.received_on),
        "channel": channel_label(tr, request.channel),
        "rights": "\n".join(right_label(tr, right) for right in request.rights),
        "due_on": tr.date(deadline.current_due),
        "first_due": tr.date(deadline.first_due),
        "extended_due": tr.date(deadline.extended_due),
        "person": _name(request) or tr("Sir or Madam"),
        "addressee": "\n".join(_addressee(request)),
        "identifiers": "\n".join(_identifiers(request)),
        "extension_reasons": "\n".join(_extension(tr, request)),
        "doubt": (request.identity[-1].check.doubt or "") if request.identity else "",
    }
    if asked:
        found["asked_on"] = tr.date(asked[-1])
    if stopped and stopped[0] is not None:
        found["blocked_on"] = tr.date(stopped[0])
    return found


def decision_values(tr: Tr, items: Sequence[Item]) -> Values:
    """Word what was decided, and what of it refuses something, with article and reason (R-COM-3)."""
    outcome = (_outcome(tr, item) for item in items if item.decision is not None)
    refused = [item for item in items if item.decision in REFUSALS]
    held = [item for item in items if item.decision in {Decision.NO_DATA}]
    found = {
        "outcome": "\n".join(outcome),
        "withheld": "\n".join(filter(None, (_withheld(tr, item) for item in refused))),
    }
    if held and len(held) == len(items):
        found["measures"] = tr("We searched all our sources and hold no data about you.")
    return found


def nothing_withheld(tr: Tr, items: Iterable[Item]) -> str:
    """Say that nothing is withheld; "" where a decision refuses something, which is then to be told."""
    refuses = any(item.decision in REFUSALS for item in items)
    return "" if refuses else tr("Nothing was withheld.")


def information_values(tr: Tr, about: Concerned) -> Values:
    """Word the information of art. 15(1) and (2); what the record does not say is left to fill."""
    unsaid = not_recorded(tr)
    return {name: text for name, text in information_texts(tr, about).items() if unsaid not in text}


def named_recipients(tr: Tr, activities: Iterable[ProcessingActivity]) -> str:
    """Name each recipient of the data, a line each (C-154/21); "" where the record names none."""
    named = {one.id: one for entry in activities for one in entry.recipients}
    return "\n".join(recipient_label(tr, one) for _id, one in sorted(named.items()))


def amounts(tr: Tr, records: int, files: int) -> Values:
    """Word how much was found: "3 records", "2 files"."""
    return {
        "rows": tr.count("{n} record", "{n} records", records),
        "files": tr.count("{n} file", "{n} files", files),
    }


def fee_values(tr: Tr, fee: Fee | None) -> Values:
    """Word a fee that was told: its amount, why it may be charged and what proves it."""
    if fee is None:
        return {}
    return {
        "fee": amount_text(tr, fee.cents),
        "reason": "\n".join((ground_label(tr, fee.ground), *fee.facts.splitlines())),
    }


def erasure_values(
    tr: Tr, erased: Iterable[ErasedFile], kept: Sequence[tuple[str, KeptDataset]]
) -> Values:
    """Word what was seen to be erased, and what is kept, why and until when (art. 17(3))."""
    found = {"measures": "\n".join(_erased(tr, one) for one in erased)}
    if kept:
        found["withheld"] = "\n".join(_kept(tr, name, dataset) for name, dataset in kept)
        found["kept_until"] = tr.date(max(dataset.until for _name, dataset in kept))
    return found


def rectification_values(
    tr: Tr, cells: Sequence[RectifiedCell], names: Mapping[int, str]
) -> Values:
    """Word old and new values, and in which lists they were corrected (A16); `names` are the lists'."""
    pairs = dict.fromkeys((one.before, one.after) for one in cells if one.after)
    places = (
        tr("{place}, corrected on {day}", place=names.get(one.source_id, one.sheet),
           day=tr.date(one.done_on))
        for one in cells
        if one.done_on is not None
    )  # fmt: skip
    return {
        "correction": "\n".join(f"{before} → {after}" for before, after in pairs),
        "measures": "\n".join(dict.fromkeys(places)),
    }


def restriction_values(
    tr: Tr, held: Sequence[Restriction], names: Mapping[str | int, str]
) -> Values:
    """Word what is restricted, since when, and how (A18, rec. 67); `names` are of activities and files."""
    if not held:
        return {}
    lines = (f"{_scope(tr, one, names)} ({ground_of(tr, one.ground)})" for one in held)
    return {
        "restricted": "\n".join(lines),
        "restricted_since": tr.date(min(one.since for one in held)),
        "measures": tr("Your data are marked, and left out of every list, count and export."),
    }


def transfer_values(tr: Tr, known: Sequence[NamedTransfer]) -> Values:
    """Word the last transmission that took place: to whom, when and how (A20(2))."""
    gone = [one for one in known if one.transfer.sent_on is not None]
    if not gone:
        return {}
    last = max(gone, key=lambda one: (one.transfer.sent_on or date.min, one.transfer.id))
    return {
        "receiver": last.recipient.name,
        "transferred_on": tr.date(last.transfer.sent_on or date.min),
        "measures": last.transfer.explanation or "",
    }


def transfers_refused(tr: Tr, known: Iterable[NamedTransfer]) -> str:
    """Word the transmissions that were asked for and are not feasible, and why (A20(2), A12(4))."""
    return "\n".join(
        tr(
            "Transmission to {receiver}: not technically feasible (GDPR, art. 20(2)). {why}",
            receiver=one.recipient.name, why=one.transfer.explanation or "",
        ).strip()
        for one in known
        if one.transfer.state is TransferState.NOT_FEASIBLE
    )  # fmt: skip


def _scope(tr: Tr, one: Restriction, names: Mapping[str | int, str]) -> str:
    if one.activity:
        return tr(
            "Your data, for “{activity}” alone", activity=names.get(one.activity, one.activity)
        )
    if one.source_id:
        return tr("Your data in “{file}” alone", file=names.get(one.source_id, ""))
    return tr("All your data")


def consent_values(tr: Tr, purposes: Iterable[str]) -> Values:
    """Word for what a consent was withdrawn."""
    return {"consent": ", ".join(purpose or tr("all purposes") for purpose in purposes)}


def notice_lines(tr: Tr, notice: Notice) -> str:
    """Word the notice of art. 14, a heading with its text a line; "" while it has gaps."""
    if notice.gaps:
        return ""
    return "\n".join(tr.pair(heading, text) for heading, text in notice.parts)


def _name(request: Request) -> str:
    if request.requester.relation is not Relation.SELF:
        return request.requester.name
    return request.data_subject.name


def _addresses(request: Request) -> tuple[Address, ...]:
    return request.requester.addresses or (
        request.data_subject.addresses if request.requester.relation is Relation.SELF else ()
    )


def _addressee(request: Request) -> Iterator[str]:
    yield from filter(None, (_name(request),))
    known = sorted(_addresses(request), key=lambda one: one.kind is not AddressKind.POST)
    wanted = (one for one in known if one.kind in {AddressKind.POST, AddressKind.EMAIL})
    yield from (one.value for one in list(wanted)[:1])


def email_of(request: Request) -> str:
    """Return the e-mail address of who asks, "" if none is known."""
    mails = (one.value for one in _addresses(request) if one.kind is AddressKind.EMAIL)
    return next(mails, "")


def _identifiers(request: Request) -> Iterator[str]:
    subject = request.data_subject
    yield from subject.names
    yield from (one.value for one in subject.addresses)


def _extension(tr: Tr, request: Request) -> Iterator[str]:
    if request.extension is None:
        return
    for reason in sorted(request.extension.reasons):
        yield tr(_EXTENDED_FOR[reason])
    yield from filter(None, request.extension.text.splitlines())


def _outcome(tr: Tr, item: Item) -> str:
    if item.decision is None:
        return ""
    return tr.pair(right_label(tr, item.right), decision_label(tr, item.decision))


def _withheld(tr: Tr, item: Item) -> str:
    said = [reason_label(tr, item.reason_code)] if item.reason_code else []
    said += [item.reason_text] if item.reason_text else []
    return tr.pair(right_label(tr, item.right), ". ".join(said)) if said else ""


def _erased(tr: Tr, one: ErasedFile) -> str:
    rows = tr.count("{n} record", "{n} records", one.rows)
    day = tr.date(one.on)
    return tr("{place}: {rows}, erasure checked on {day}", place=one.name, rows=rows, day=day)


def _kept(tr: Tr, name: str, dataset: KeptDataset) -> str:
    reason, day = reason_label(tr, dataset.reason_code), tr.date(dataset.until)
    return tr("{place}: {reason}, until {day}", place=name, reason=reason, day=day)
