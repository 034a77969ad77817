"""Says how long the parts of a request's file are kept, and what a purge does."""

from collections.abc import Mapping

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request_retention import Kept, PurgeStep
from dsr_desktop.wording.language import Tr

_NAMES = {
    Kept.IDENTITY_DOCUMENT: mark("Identity document"),
    Kept.PACKAGE: mark("Copy of the package that was sent"),
    Kept.FULL_FILE: mark("Full file of the request"),
    Kept.LETTERS: mark("Letters that were sent, without the data annexed"),
    Kept.EVIDENCE: mark("Evidence: reference, dates, decisions, event log"),
}


def kept_label(tr: Tr, kept: Kept) -> str:
    """Name of a part of the file."""
    return tr(_NAMES[kept])


def months_label(tr: Tr, months: int) -> str:
    """Say a duration in months; 0 is never."""
    return (
        tr.count("{n} month after closing", "{n} months after closing", months)
        if months
        else tr("never kept")
    )


def durations_sentence(tr: Tr, months: Mapping[Kept, int]) -> str:
    """Say all durations in a line, for the record of processing and the acknowledgement (R-RET-1)."""
    return tr.series(durations_lines(tr, months)) + "."


def durations_lines(tr: Tr, months: Mapping[Kept, int]) -> tuple[str, ...]:
    """Say each duration by itself."""
    return tuple(tr.pair(kept_label(tr, kept), months_label(tr, months[kept])) for kept in Kept)


def purge_label(tr: Tr, step: PurgeStep) -> str:
    """Say what a purge does with a file."""
    if step is PurgeStep.PACKAGE:
        return tr("remove the copy of the package that was sent")
    if step is PurgeStep.REDUCE:
        return tr("reduce the file to its evidence")
    if step is PurgeStep.LETTERS:
        return tr("remove the letters that were sent")
    return tr("remove the evidence; the event log stays")
