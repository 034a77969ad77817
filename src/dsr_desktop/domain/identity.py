"""How identity may be checked, and with what outcome (domain catalogue 3.2, 3.3)."""

from enum import StrEnum


class IdentityMethod(StrEnum):
    """Ways to confirm that the writer is the person."""

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
