"""The trackers of the company's site: recorded, changed, compared with what a browser saw."""

from collections.abc import Sequence
from datetime import date

from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.tracker import Tracker, check_tracker
from dsr_desktop.services.register import Register
from dsr_desktop.store.records import TRACKERS


def list_trackers(register: Register) -> tuple[Tracker, ...]:
    """Return every tracker of the register, oldest first; a new register has those of the policy."""
    return TRACKERS.read_all(register.database)


def add_trackers(
    register: Register, trackers: Sequence[Tracker], today: date
) -> tuple[Tracker, ...]:
    """Record trackers, all or none, and return them with their ids; raises as `check_tracker`."""
    checked = [check_tracker(one, today) for one in trackers]
    with register.database.transaction():
        added = tuple(TRACKERS.add(register.database, one) for one in checked)
        for one in added:
            register.log(EventKind.TRACKER_ADDED, tracker=one.id, category=one.category)
    return added


def change_tracker(register: Register, tracker: Tracker, today: date) -> Tracker:
    """Replace what is recorded under the id of a tracker; NotFoundError if there is none."""
    checked = check_tracker(tracker, today)
    with register.database.transaction():
        before = tracker_of(register, tracker.id)
        if checked != before:
            TRACKERS.change(register.database, checked)
            changed = [name for name, value in vars(checked).items() if vars(before)[name] != value]
            register.log(EventKind.TRACKER_CHANGED, tracker=checked.id, changed=changed)
    return checked


def remove_tracker(register: Register, tracker_id: int) -> None:
    """Remove a tracker that the site no longer has; NotFoundError if there is none with this id."""
    with register.database.transaction():
        tracker_of(register, tracker_id)
        TRACKERS.remove(register.database, tracker_id)
        register.log(EventKind.TRACKER_REMOVED, tracker=tracker_id)


def tracker_of(register: Register, tracker_id: int) -> Tracker:
    """Return one tracker; NotFoundError if there is none with this id."""
    found = TRACKERS.read(register.database, tracker_id)
    if found is None:
        raise NotFoundError(
            mark("There is no tracker {id}. Take one from the list."), id=str(tracker_id)
        )
    return found
