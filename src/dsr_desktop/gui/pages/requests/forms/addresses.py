"""Where something that leaves may go, as forms let choose it."""

from dsr_desktop.domain.communication import AddressState
from dsr_desktop.wording.language import Tr

ADDRESSES = (AddressState.ON_FILE, AddressState.VERIFIED, AddressState.NOT_VERIFIED)


def unverified_refused(tr: Tr) -> str:
    """Say why data do not go to an address that nobody verified (R-COM-9)."""
    return tr("Verify the address first: data go to the right person only.")
