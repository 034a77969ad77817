"""Words of the certificate of erasure: what, where, when, what was read again, what stays and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.checklist import OtherLine
from dsr_desktop.domain.erasure_decisions import DatasetDecision, LineMark
from dsr_desktop.domain.erasure_ledger import LedgerEntry
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.rescan import SourceRescan
from dsr_desktop.wording.checklist import other_kind_label
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.erasure import outcome_label
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.rescanning import rescan_label


@dataclass(frozen=True)
class CertifiedFile:
    """A file that held the person: its name, rows, decision, and its places read again."""

    name: str
    rows: int
    decision: DatasetDecision | None
    places: Sequence[SourceRescan]


@dataclass(frozen=True)
class Certified:
    """What a certificate says, in no language yet."""

    request: Request
    company: str
    files: Sequence[CertifiedFile]
    others: Sequence[OtherLine]
    marks: Mapping[str, LineMark]
    ledger: Sequence[LedgerEntry]
    read_on: date
    fingerprint: str
    made_on: date


def certificate_table(tr: Tr, said: Certified) -> RegisterTable:
    """Return the certificate as texts in one language."""
    ref = said.request.ref
    return RegisterTable(
        name=f"{ref}_certificate",
        title=tr("Certificate of erasure {ref}", ref=ref),
        facts=(
            (tr("Request"), ref),
            (tr("Company"), said.company),
            (tr("Received"), tr.date(said.request.received_on)),
            (tr("Files read again on"), tr.date(said.read_on)),
            (tr("Made on"), tr.date(said.made_on)),
        ),
        notes=tuple(_notes(tr, said)),
        sections=(_erased(tr, said), _kept(tr, said), _others(tr, said), _register(tr, said)),
        made_on=said.made_on,
        footer=f"{ref} · {log_line(tr, said.fingerprint)}",
    )


def _notes(tr: Tr, said: Certified) -> Iterator[str]:
    yield tr(
        "The files below were read again after the erasure, and searched for the person with the "
        "same criteria."
    )
    if any(one.keys for one in said.ledger):
        yield tr(
            "So that the person is not written to again, keyed hashes of the e-mails and phones stay "
            "on the suppression list. They tell nothing to whoever does not hold the same address."
        )
    if said.ledger:
        yield tr(
            "A ledger lies beside the backups of the register: whoever restores one, repeats the "
            "erasure."
        )


def _erased(tr: Tr, said: Certified) -> TableSection:
    rows = [
        (one.name, tr.number(one.rows), _done(tr, one.decision), rescan_label(tr, place.status),
         place.sha256_before[:16], (place.sha256_after or "")[:16])
        for one in said.files
        if one.decision is None or one.decision.kept is None
        for place in one.places
    ]  # fmt: skip
    titles = (tr("File"), tr("Rows"), tr("What was done"), tr("Read again"), tr("Hash before"),
              tr("Hash after"))  # fmt: skip
    return TableSection(
        tr("Erased"), titles, (4, 1, 2, 2.4, 2.4, 2.4), rows, tr("Nothing was to be erased.")
    )


def _done(tr: Tr, decision: DatasetDecision | None) -> str:
    is_anonymous = decision is not None and decision.choice == "anonymise"
    return tr("Made anonymous") if is_anonymous else tr("Erased")


def _kept(tr: Tr, said: Certified) -> TableSection:
    rows = [
        (one.name, tr.number(one.rows), reason_label(tr, one.decision.reason_code),
         tr.date(one.decision.until), tr.date(one.decision.decided_on))
        for one in said.files
        if one.decision is not None and one.decision.until is not None
    ]  # fmt: skip
    titles = (tr("File"), tr("Rows"), tr("Why"), tr("Kept until"), tr("Decided on"))
    return TableSection(tr("Kept"), titles, (4, 1, 3.6, 2, 2), rows, tr("Nothing is kept."))


def _others(tr: Tr, said: Certified) -> TableSection:
    rows = []
    for one in said.others:
        done = said.marks.get(one.id)
        what = outcome_label(tr, done.outcome) if done else tr("not recorded")
        on = tr.date(done.done_on) if done else ""
        until = tr.date(one.gone_on) if one.gone_on else ""
        rows.append((other_kind_label(tr, one.kind), one.name, what, on, until))
    titles = (tr("Kind"), tr("Name"), tr("What was done"), tr("Date"), tr("Overwritten by"))
    return TableSection(
        tr("Systems, recipients and backups"), titles, (1.6, 4, 2.4, 2, 2), rows, tr("None.")
    )


def _register(tr: Tr, said: Certified) -> TableSection:
    rows = [
        (tr.date(date.fromisoformat((one.done_at or "")[:10])), tr.number(len(one.rows)),
         tr.number(len(one.keys)), one.uid[:16])
        for one in said.ledger
    ]  # fmt: skip
    titles = (tr("Date"), tr("Rows"), tr("Keys on the suppression list"), tr("Entry of the ledger"))
    return TableSection(
        tr("Erased from the register of this app"), titles, (2, 1, 2.4, 3), rows,
        tr("Not erased from the register yet."),
    )  # fmt: skip
