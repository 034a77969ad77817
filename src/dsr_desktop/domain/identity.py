"""How identity may be checked, with what outcome, and the log of it: facts only (chapter 3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.fields import Field


class IdentityMethod(StrEnum):
    """Ways to confirm that the writer is the person (3.2)."""

    NONE_NEEDED = "none_needed"
    SAME_KNOWN_ADDRESS = "same_known_address"
    CODE_TO_KNOWN_CHANNEL = "code_to_known_channel"
    ACCOUNT_LOGIN = "account_login"
    CALLBACK_KNOWN_NUMBER = "callback_known_number"
    SHARED_FACTS = "shared_facts"
    IN_PERSON_SEEN = "in_person_seen"
    ID_DOCUMENT_SEEN_REMOTE = "id_document_seen_remote"
    MANDATE = "mandate"
    REGISTERED_LETTER = "registered_letter"
    HEIR_DOCUMENTS = "heir_documents"
    PSEUDONYMOUS_KEY = "pseudonymous_key"


class IdentityResult(StrEnum):
    """Outcome of a check."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    PENDING = "pending"


class DocumentSeen(StrEnum):
    """The kind of identity document that was looked at: all that is kept of it."""

    NONE = "none"
    ID_CARD = "id_card"
    PASSPORT = "passport"
    RESIDENCE_PERMIT = "residence_permit"
    DRIVING_LICENCE = "driving_licence"
    OTHER = "other"


class PaperChecked(StrEnum):
    """What was checked of an agent or an heir, each a yes or a no, without any paper kept."""

    AGENT_IDENTITY = "agent_identity"
    AGENT_AUTHORITY = "agent_authority"
    DEATH = "death"
    HEIR = "heir"


class CopyOutcome(StrEnum):
    """What was done with a copy of an identity document that nobody had asked for."""

    RETURNED = "returned"
    DESTROYED = "destroyed"


@dataclass(frozen=True)
class IdentityCheck:
    """One row of the log (3.3); `doubt` is its reason, None for no reasonable doubt (R-ID-1).

    `fields_compared` names fields, never their values. There is no place for an image, a number, a
    birth date or the value of a code.
    """

    method: IdentityMethod = IdentityMethod.NONE_NEEDED
    result: IdentityResult = IdentityResult.CONFIRMED
    doubt: str | None = None
    proportionality: str = ""
    fields_compared: tuple[Field, ...] = ()
    asked_on: date | None = None
    answered_on: date | None = None
    document_seen: DocumentSeen = DocumentSeen.NONE
    document_deleted_on: date | None = None
    papers: frozenset[PaperChecked] = frozenset()


@dataclass(frozen=True)
class LoggedCheck:
    """A check as it stands in the log: on which day it was made, and who recorded it."""

    check: IdentityCheck
    performed_on: date
    performed_by: str

    @property
    def has_doubt(self) -> bool:
        """Tell whether the check names a reasonable doubt (R-SUS-4)."""
        return self.check.doubt is not None

    @property
    def result(self) -> IdentityResult:
        """Outcome of the check."""
        return self.check.result


@dataclass(frozen=True)
class UnaskedCopy:
    """The tick "copy received unasked, returned or destroyed on": never the copy (R-ID-6)."""

    received_on: date
    outcome: CopyOutcome
    day: date
