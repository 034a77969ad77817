"""What the last search for a request looked at, for whoever looks at its hits again later."""

from collections.abc import Callable, Iterator

from dsr_desktop.domain.asked import make_ready, unclear_notices
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import SearchRun
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.source import Source
from dsr_desktop.services.register import Register
from dsr_desktop.store.events import last_event

_LOGGED_SINCE = "own_records"
"""What the event of a search tells since misspelt names and the register's own tables are searched."""
_SECONDS = len("2026-11-16T10:00:00")


def hints_of(register: Register, run: SearchRun, ref: str) -> tuple[Notice, ...]:
    """Return what the last search told of its criteria, and that it compared less than one of today."""
    asked = make_ready(Criteria(**run.criteria), register.company.country)
    return (*_search_of_earlier_version(register, ref), *unclear_notices(asked))


def held_then(register: Register, ref: str) -> int:
    """Return how many rows were held back at the last search; 0 if that was not recorded."""
    event = last_event(register.database, EventKind.SEARCHED, ref)
    number = event.payload.get("held", 0) if event else 0
    return number if isinstance(number, int) else 0


def came_later(register: Register, run: SearchRun, ref: str) -> Callable[[Source], bool]:
    """Return a test whether a source came after the last search of a request.

    Its event lists what it searched; that of an earlier version of the app does not.
    """
    event = last_event(register.database, EventKind.SEARCHED, ref)
    listed = event.payload.get("sources") if event else None
    searched = frozenset(listed) if isinstance(listed, list) else None

    def is_later(source: Source) -> bool:
        if source.imported_at[:_SECONDS] > run.at[:_SECONDS]:
            return True
        return not source.status.is_unread and searched is not None and source.id not in searched

    return is_later


def _search_of_earlier_version(register: Register, ref: str) -> Iterator[Notice]:
    event = last_event(register.database, EventKind.SEARCHED, ref)
    if event and _LOGGED_SINCE not in event.payload:
        yield Notice(
            mark(
                "The search was made by an earlier version of the app, which compared less: rows "
                "may be missing. If the request is open, search again."
            )
        )
