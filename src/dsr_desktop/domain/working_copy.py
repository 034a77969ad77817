"""What stays a month at the most: working copies (R-RT-7), and the earlier version of a file."""

from collections.abc import Iterable, Set
from datetime import date, timedelta

from dsr_desktop.domain.source import Source, SourceKind

WORKING_COPY_DAYS = 30
EARLIER_VERSION_DAYS = 30


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


def earlier_versions_due(
    sources: Iterable[Source], cited: Set[int], today: date
) -> tuple[Source, ...]:
    """Return the earlier versions of files that are kept no longer.

    One stays for 30 days, so that the replacement can be undone: not longer than the version that
    took its place is the current one. `cited` are ids of sources that an open request cites: those
    stay until no request does.
    """
    known = tuple(sources)
    current = {source.id for source in known if source.is_current}
    return tuple(
        source
        for source in known
        if not source.is_current
        and source.id not in cited
        and (source.superseded_by not in current or _month_is_over(source, today))
    )


def _month_is_over(source: Source, today: date) -> bool:
    since = date.fromisoformat(source.superseded_on or source.imported_at[:10])
    return today >= since + timedelta(days=EARLIER_VERSION_DAYS)
