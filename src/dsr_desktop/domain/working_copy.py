"""Working copies: lists brought in only to answer, which stay a month at the most (R-RT-7)."""

from collections.abc import Iterable, Set
from datetime import date, timedelta

from dsr_desktop.domain.source import Source, SourceKind

WORKING_COPY_DAYS = 30


def purge_day(imported_on: date) -> date:
    """Return the day on which a working copy imported on `imported_on` is purged."""
    return imported_on + timedelta(days=WORKING_COPY_DAYS)


def copies_due(sources: Iterable[Source], cited: Set[int], today: date) -> tuple[Source, ...]:
    """Return the working copies whose day has come.

    `cited` are ids of sources that an open request cites: those stay until no request does.
    """
    return tuple(
        source
        for source in sources
        if source.kind is SourceKind.COPY
        and source.purge_on is not None
        and source.purge_on <= today.isoformat()
        and source.id not in cited
    )
