"""What reading a file again showed."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_STATUS = {
    "clean": mark("Clean"),
    "still_there": mark("Still there"),
    "missing": mark("File not found"),
    "unreadable": mark("Could not be read"),
}


def rescan_label(tr: Tr, status: str) -> str:
    """Name of a status."""
    return tr(_STATUS[status])
