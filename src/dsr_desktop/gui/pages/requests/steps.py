"""The seven steps of a request, from what really happened to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.next_step import still_to_copy, still_to_erase, still_to_pack
from dsr_desktop.domain.request import Right, Stage
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.widgets.step_bar import Step, StepState
from dsr_desktop.wording.language import Tr

RECEIVED, IDENTITY, SEARCH, DECISION, ACTION, ANSWER, CLOSED = range(7)


@dataclass(frozen=True)
class Reached:
    """How far one step is: done, on which day, a remark while it is not, and whether it is due."""

    done: bool
    day: date | None = None
    remark: str = ""
    needed: bool = True


def reached_of(tr: Tr, state: RequestState) -> tuple[Reached, ...]:
    """Return how far each of the seven steps is."""
    return tuple(reach(tr, state) for reach in _STEPS)


def current_step(state: RequestState, reached: tuple[Reached, ...]) -> int | None:
    """Return the step to do now, None for a closed request.

    Identity is passed over once a later step is done: it is asked only on doubt (art. 12(6)).
    """
    if not state.request.is_open:
        return None
    last_done = max(number for number, one in enumerate(reached) if one.done)
    return next(
        number
        for number, one in enumerate(reached)
        if not one.done and one.needed and not (number == IDENTITY and last_done > IDENTITY)
    )


def steps_of(tr: Tr, state: RequestState) -> tuple[Step, ...]:
    """Return the steps in words; one passed over stays without a tick, which would be a claim."""
    reached = reached_of(tr, state)
    current = current_step(state, reached)
    return tuple(
        _step(tr, name, one, is_current=number == current)
        for number, (name, one) in enumerate(zip(_names(tr), reached, strict=True))
    )


def _names(tr: Tr) -> tuple[str, ...]:
    return (
        tr("Received"), tr("Identity"), tr("Search"), tr("Decision"), tr("Action"), tr("Answer"),
        tr("Closed"),
    )  # fmt: skip


def _step(tr: Tr, name: str, reached: Reached, *, is_current: bool) -> Step:
    state = StepState.DONE if reached.done else StepState.LATER
    if is_current:
        state = StepState.CURRENT
    note = reached.remark
    if reached.done and reached.day is not None:
        note = tr.short_date(reached.day)
    elif is_current and not note:
        note = tr("under way")
    said = {
        StepState.DONE: tr("done"),
        StepState.CURRENT: tr("current step"),
        StepState.LATER: tr("not done"),
    }
    spoken = ", ".join(filter(None, (name, said[state], note)))
    return Step(name, note, state, spoken)


def _received(_tr: Tr, state: RequestState) -> Reached:
    return Reached(True, state.request.received_on)


def _identity(tr: Tr, state: RequestState) -> Reached:
    if all(item.right is Right.OBJECTION_MARKETING for item in state.request.items):
        return Reached(False, remark=tr("not asked"), needed=False)
    checked = state.last_event(EventKind.IDENTITY_CHECKED)
    if checked is None:
        return Reached(False, remark=tr("not checked"), needed=state.run is None)
    if checked.payload.get("result") == "confirmed":
        return Reached(True, checked.at.date())
    waiting = state.request.stage is Stage.IDENTITY_PENDING
    return Reached(False, remark=tr("waiting") if waiting else tr("not confirmed"))


def _search(tr: Tr, state: RequestState) -> Reached:
    if state.run is None:
        return Reached(False)
    if left := len(state.open_hits):
        return Reached(False, remark=tr.count("{n} open", "{n} open", left))
    searched = state.last_event(EventKind.SEARCHED)
    return Reached(True, searched.at.date() if searched else None)


def _decision(tr: Tr, state: RequestState) -> Reached:
    items = state.request.items
    days = [item.decided_on for item in items if item.decided_on is not None]
    left = sum(item.decision is None for item in items)
    if left:
        remark = tr.count("{n} of {all}", "{n} of {all}", len(items) - left, all=len(items))
        return Reached(False, remark=remark if len(items) > 1 else "")
    return Reached(True, max(days, default=None))


def _action(tr: Tr, state: RequestState) -> Reached:
    """Tell whether what was decided is carried out, as far as the app can see it."""
    if not _decision(tr, state).done:
        return Reached(False)
    last = state.last_event(EventKind.SOURCES_READ_AGAIN) or state.last_event(
        EventKind.PACKAGE_BUILT
    )
    to_do = (still_to_copy, still_to_pack, still_to_erase)
    left = any(one(state.view, state.done) for one in to_do)
    return Reached(not left, last.at.date() if last else None)


def _answer(_tr: Tr, state: RequestState) -> Reached:
    answered_on = state.request.answered_on
    return Reached(answered_on is not None, answered_on)


def _closed(_tr: Tr, state: RequestState) -> Reached:
    closed_on = state.request.closed_on
    return Reached(closed_on is not None, closed_on)


_STEPS: tuple[Callable[[Tr, RequestState], Reached], ...] = (
    _received, _identity, _search, _decision, _action, _answer, _closed,
)  # fmt: skip
