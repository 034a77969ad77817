"""Names of the ways to check an identity, and of their outcomes."""

from dsr_desktop.domain.identity import (
    CopyOutcome,
    DocumentSeen,
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    PaperChecked,
)
from dsr_desktop.domain.identity_rules import Strength
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import criterion_label

_METHODS = {
    IdentityMethod.NONE_NEEDED: mark("No check needed"),
    IdentityMethod.SAME_KNOWN_ADDRESS: mark("Wrote from the address on file"),
    IdentityMethod.CODE_TO_KNOWN_CHANNEL: mark("Code sent to a known channel"),
    IdentityMethod.ACCOUNT_LOGIN: mark("Logged in to the account"),
    IdentityMethod.CALLBACK_KNOWN_NUMBER: mark("Called back on the number on file"),
    IdentityMethod.SHARED_FACTS: mark("Facts that only both know"),
    IdentityMethod.IN_PERSON_SEEN: mark("Came in person"),
    IdentityMethod.ID_DOCUMENT_SEEN_REMOTE: mark("Document seen, not kept"),
    IdentityMethod.MANDATE: mark("Mandate of an agent"),
    IdentityMethod.REGISTERED_LETTER: mark("Registered letter"),
    IdentityMethod.HEIR_DOCUMENTS: mark("Documents of an heir"),
    IdentityMethod.PSEUDONYMOUS_KEY: mark("Brought the pseudonymous key"),
}
_RESULTS = {
    IdentityResult.CONFIRMED: mark("Confirmed"),
    IdentityResult.NOT_CONFIRMED: mark("Not confirmed"),
    IdentityResult.PENDING: mark("Waiting for the person"),
}
_DOCUMENTS = {
    DocumentSeen.NONE: mark("No document"),
    DocumentSeen.ID_CARD: mark("Identity card"),
    DocumentSeen.PASSPORT: mark("Passport"),
    DocumentSeen.RESIDENCE_PERMIT: mark("Residence permit"),
    DocumentSeen.DRIVING_LICENCE: mark("Driving licence"),
    DocumentSeen.OTHER: mark("Other document"),
}
_PAPERS = {
    PaperChecked.AGENT_IDENTITY: mark("Who the agent is"),
    PaperChecked.AGENT_AUTHORITY: mark("That the agent may act"),
    PaperChecked.DEATH: mark("The death"),
    PaperChecked.HEIR: mark("That the writer is an heir"),
}
_COPIES = {
    CopyOutcome.RETURNED: mark("Returned"),
    CopyOutcome.DESTROYED: mark("Destroyed"),
}


def method_label(tr: Tr, method: IdentityMethod) -> str:
    """Name of a way to check an identity."""
    return tr(_METHODS[method])


def result_label(tr: Tr, result: IdentityResult) -> str:
    """Name of an outcome."""
    return tr(_RESULTS[result])


def document_label(tr: Tr, document: DocumentSeen) -> str:
    """Name of a kind of identity document that was looked at."""
    return tr(_DOCUMENTS[document])


def paper_label(tr: Tr, paper: PaperChecked) -> str:
    """Name of what was checked of an agent or an heir."""
    return tr(_PAPERS[paper])


def copy_label(tr: Tr, outcome: CopyOutcome) -> str:
    """Say what was done with a copy that nobody had asked for."""
    return tr(_COPIES[outcome])


def advice_line(tr: Tr, strength: Strength) -> str:
    """Say which check suffices for what is asked; "" where none is ever asked."""
    if strength is Strength.NONE:
        return ""
    if strength is Strength.MEDIUM:
        return tr(
            "The answer discloses data: on doubt, a code to a known address, a call back or facts "
            "that only both know suffice. A document is the last resort."
        )
    return tr(
        "On doubt, an answer to the address on file suffices; to change an e-mail or phone, a code "
        "to the old one."
    )


def check_details(tr: Tr, check: IdentityCheck) -> str:
    """Say what else was noted of a check: doubt, note, fields by name, days, kind of document."""
    said = []
    if check.doubt:
        said.append(tr("Doubt: {doubt}", doubt=check.doubt))
    if check.proportionality:
        said.append(tr("Proportionate: {why}", why=check.proportionality))
    if check.fields_compared:
        names = ", ".join(criterion_label(tr, str(one)) for one in check.fields_compared)
        said.append(tr("compared: {fields}", fields=names))
    if check.asked_on:
        said.append(tr("asked on {day}", day=tr.date(check.asked_on)))
    if check.answered_on:
        said.append(tr("answered on {day}", day=tr.date(check.answered_on)))
    said += [paper_label(tr, one) for one in sorted(check.papers)]
    said += _document(tr, check)
    return " · ".join(said)


def _document(tr: Tr, check: IdentityCheck) -> list[str]:
    if check.document_seen is DocumentSeen.NONE:
        return []
    seen = tr("{document} seen", document=document_label(tr, check.document_seen))
    if check.document_deleted_on is None:
        return [seen]
    return [seen, tr("picture deleted on {day}", day=tr.date(check.document_deleted_on))]
