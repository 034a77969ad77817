"""Names of the ways to check an identity, and of their outcomes."""

from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

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


def method_label(tr: Tr, method: IdentityMethod) -> str:
    """Name of a way to check an identity."""
    return tr(_METHODS[method])


def result_label(tr: Tr, result: IdentityResult) -> str:
    """Name of an outcome."""
    return tr(_RESULTS[result])
