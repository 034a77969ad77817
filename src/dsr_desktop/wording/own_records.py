"""Names what the register itself says of a person: which record, which of its texts, and why."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.own_record import OwnFound, RecordKind, RecordPart
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import explain_reason

_RECORDS = {
    RecordKind.REQUEST: mark("Register: request {ref}"),
    RecordKind.SUPPRESSION: mark("Register: entry {ref} of the suppression list"),
    RecordKind.HELD_ROW: mark("Register: decision on row {ref} of those not stored"),
    RecordKind.IMPORT: mark("Register: import {ref}"),
    RecordKind.STAFF: mark("Register: who imported, searched, answered or decided"),
    RecordKind.SYSTEM: mark("Register: system {ref}"),
    RecordKind.BREACH: mark("Register: breach note {ref}"),
    RecordKind.COMPANY: mark("Register: company and DPO"),
    RecordKind.RECIPIENT: mark("Register: recipient {ref}"),
    RecordKind.CONSENT: mark("Register: consent {ref}"),
    RecordKind.DISCLOSURE: mark("Register: disclosure {ref}"),
    RecordKind.AUTHORITY_REQUEST: mark("Register: request {ref} of an authority"),
    RecordKind.CALL_SHEET: mark("Register: call sheet {ref}"),
    RecordKind.RETENTION_HOLD: mark("Register: retention hold {ref}"),
    RecordKind.RESTRICTION: mark("Register: restriction {ref}"),
}
_PARTS = {
    RecordPart.CRITERION: mark("criterion"),
    RecordPart.EARLIER_CRITERION: mark("criterion of an earlier search"),
    RecordPart.DATA_SUBJECT: mark("data subject"),
    RecordPart.REQUESTER: mark("requester"),
    RecordPart.REQUEST_NOTE: mark("note on the request"),
    RecordPart.DECISION_REASON: mark("reason of a decision"),
    RecordPart.PAUSE_NOTE: mark("question to the person"),
    RecordPart.EXTENSION_NOTE: mark("reason of the extension"),
    RecordPart.IDENTITY_DOUBT: mark("doubt about the identity"),
    RecordPart.IDENTITY_NOTE: mark("note about the check of identity"),
    RecordPart.SYSTEM_ANSWER: mark("answer of a system"),
    RecordPart.MESSAGE_NOTE: mark("note about a message"),
    RecordPart.MESSAGE_TEXT: mark("text of a message"),
    RecordPart.CALL_SHEET: mark("call sheet"),
    RecordPart.LETTER: mark("text of a letter"),
    RecordPart.DOCUMENT_NAME: mark("name of a document"),
    RecordPart.BREACH_NOTE: mark("breach note"),
    RecordPart.SYSTEM_TEXT: mark("name, owner or contact of the system"),
    RecordPart.VERDICT_REASON: mark("reason of a verdict"),
    RecordPart.REVIEW_NOTE: mark("note on what leaves in a package"),
    RecordPart.LISTED_KEY: mark("digest on the list"),
    RecordPart.REMOVAL_REASON: mark("reason of the removal"),
    RecordPart.RENEWAL_REASON: mark("reason why it stays"),
    RecordPart.HELD_REASON: mark("reason of the decision on the row"),
    RecordPart.FILE_NAME: mark("file name"),
    RecordPart.GONE_REASON: mark("reason why a file is gone"),
    RecordPart.SUPPLIED_BY: mark("supplied by"),
    RecordPart.ACTOR: mark("name"),
    RecordPart.COMPANY_NAME: mark("company"),
    RecordPart.DPO_NAME: mark("DPO"),
    RecordPart.DPO_CONTACT: mark("contact of the DPO"),
    RecordPart.WRITTEN: mark("what is written there"),
    RecordPart.KEPT_KEY: mark("digest of the person"),
}


def record_name(tr: Tr, found: OwnFound) -> str:
    """Name a record of the register: "Register: request DSR-2026-0003"."""
    if found.kind is RecordKind.SUPPLIER:
        return tr.count(
            "Register: supplier of {n} delivery", "Register: supplier of {n} deliveries",
            found.entries,
        )  # fmt: skip
    if found.position is not None:
        return tr(
            "Register: row not stored, {file} · {sheet} · row {n}", file=found.position.file,
            sheet=found.position.sheet, n=tr.number(found.position.row),
        )  # fmt: skip
    return tr(_RECORDS[found.kind], ref=found.ref)


def part_label(tr: Tr, part: RecordPart) -> str:
    """Name of a text of a record."""
    return tr(_PARTS[part])


def explain_record(tr: Tr, found: OwnFound) -> str:
    """Say why a record was found, text by text: "criterion: same e-mail, …"."""
    told = (
        tr.pair(part_label(tr, found.part(one.column)), explain_reason(tr, one))
        for one in found.grade.reasons
    )
    return ", ".join(dict.fromkeys(told))


def own_record_line(tr: Tr, found: OwnFound) -> str:
    """Say in one line which record was found and why."""
    return tr.pair(record_name(tr, found), explain_record(tr, found))
