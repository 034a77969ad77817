"""What reading a file again showed."""

from collections.abc import Sequence

from dsr_desktop.domain.gone_place import GonePlace
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.wording.language import Tr

_STATUS = {
    RescanStatus.CLEAN: mark("Clean"),
    RescanStatus.STILL_THERE: mark("Still there"),
    RescanStatus.MISSING: mark("File not found"),
    RescanStatus.GONE: mark("Gone for good"),
    RescanStatus.UNREADABLE: mark("Could not be read"),
}


def gone_sentence(tr: Tr, gone: GonePlace) -> str:
    """Say who said when and why that a file is gone for good."""
    return tr(
        "Gone for good: said by {who} on {day}. Reason: {reason}",
        who=gone.said_by, day=tr.date(gone.said_on), reason=gone.reason,
    )  # fmt: skip


def said_sentence(tr: Tr, gone: GonePlace) -> str:
    """Say who said it, when and why, where it is told already that the file is gone for good."""
    return tr(
        "Said by {who} on {day}. Reason: {reason}",
        who=gone.said_by, day=tr.date(gone.said_on), reason=gone.reason,
    )  # fmt: skip


def rescan_label(tr: Tr, status: RescanStatus) -> str:
    """Name of a status."""
    return tr(_STATUS[status])


def read_again_sentence(tr: Tr, refs: Sequence[str]) -> str:
    """Name the requests whose last reading no longer says how things are."""
    return tr("Read the sources again for {refs}.", refs=", ".join(refs))
