"""What reading a file again showed."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.wording.language import Tr

_STATUS = {
    RescanStatus.CLEAN: mark("Clean"),
    RescanStatus.STILL_THERE: mark("Still there"),
    RescanStatus.MISSING: mark("File not found"),
    RescanStatus.UNREADABLE: mark("Could not be read"),
}


def rescan_label(tr: Tr, status: RescanStatus) -> str:
    """Name of a status."""
    return tr(_STATUS[status])
