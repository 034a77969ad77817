"""Words of a rectification: how far the copies of a value are."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.rectification import CopyState
from dsr_desktop.wording.language import Tr

_STATES = {
    CopyState.TO_CORRECT: mark("to correct in its file"),
    CopyState.CORRECTED: mark("corrected"),
    CopyState.CAME_BACK: mark("a newer version of the file has the old value again"),
}


def copy_label(tr: Tr, state: CopyState) -> str:
    """Say how far a copy of a rectified value is."""
    return tr(_STATES[state])
