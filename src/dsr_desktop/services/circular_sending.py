"""Letters to many people that were written: the list of them, and that they were sent."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.article14 import Art14State
from dsr_desktop.domain.circular import Addressed, Circular, check_sending
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.article14 import list_art14, tell_art14
from dsr_desktop.services.register import Register
from dsr_desktop.store.circulars import CIRCULARS_KEPT, addressed_of, set_addressed_sent


@dataclass(frozen=True)
class CircularView:
    """A circular with the people it went to, as far as their rows are still there."""

    circular: Circular
    people: tuple[Addressed, ...]

    @property
    def sent(self) -> int:
        """How many letters are known to have left."""
        return sum(one.sent_on is not None for one in self.people)


def list_circulars(register: Register) -> tuple[CircularView, ...]:
    """Return the circulars, oldest first."""
    return tuple(
        CircularView(one, addressed_of(register.database, one.id))
        for one in CIRCULARS_KEPT.read_all(register.database)
    )


def send_circular(
    register: Register, circular_id: int, on: date, today: date,
    rows: frozenset[int] | None = None,
) -> CircularView:  # fmt: skip
    """Record that letters of a circular left, to the people of some rows or to all.

    Once all of a letter under art. 14 left, its list is told. Raises NotFoundError for an unknown
    circular or row, and as `check_sending` does.
    """
    with register.database.transaction():
        view = circular_of(register, circular_id)
        chosen = [one for one in view.people if rows is None or one.row_id in rows]
        if rows is not None and len(chosen) < len(rows):
            raise NotFoundError(
                mark("The letter {id} did not go to all of these people. Choose among its own."),
                id=str(circular_id),
            )
        check_sending(view.circular, chosen, on, today)
        open_ones = [one for one in chosen if one.sent_on is None]
        set_addressed_sent(register.database, open_ones, on)
        register.log(
            EventKind.CIRCULAR_SENT, None, circular=circular_id, letter=view.circular.kind,
            people=len(open_ones), on=on.isoformat(),
        )  # fmt: skip
        view = circular_of(register, circular_id)
        _settle_task(register, view, on, today)
    return view


def circular_of(register: Register, circular_id: int) -> CircularView:
    """Return one circular; NotFoundError if there is none with this number."""
    found = CIRCULARS_KEPT.read(register.database, circular_id)
    if found is None:
        raise NotFoundError(
            mark("There is no letter to many people with the number {id}. Take one from the list."),
            id=str(circular_id),
        )
    return CircularView(found, addressed_of(register.database, circular_id))


def _settle_task(register: Register, view: CircularView, on: date, today: date) -> None:
    if view.circular.kind is not LetterKind.ART14 or view.sent < len(view.people):
        return
    for task in list_art14(register):
        if task.source_id == view.circular.source_id and task.state is Art14State.TO_DO:
            tell_art14(register, task.source_id, max(on, task.obtained_on), today)
