"""When systems are asked, until when, and what an unanswered one stands in the way of (R-SRC-1)."""

from collections.abc import Iterable
from datetime import date, timedelta

from dsr_desktop.domain.clock import DEFAULT_SETTINGS, Deadline, DeadlineSettings
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Decision, Request
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.domain.right import CARDS, Right
from dsr_desktop.domain.source_task import SourceTask, unanswered
from dsr_desktop.domain.step_list import DECIDED_UNSEARCHED
from dsr_desktop.domain.system import System
from dsr_desktop.domain.workdays import WorkCalendar

_NOTHING_HELD = frozenset({Decision.NO_DATA, Decision.NOTHING_IN_SCOPE})


def needs_search(rights: Iterable[Right]) -> bool:
    """Tell whether every system has to be asked: one right that needs it is enough.

    For the others tasks can still be opened by hand.
    """
    return any(CARDS[right].needs_search for right in rights)


def systems_to_ask(
    systems: Iterable[System], known: Iterable[SourceTask], today: date
) -> tuple[System, ...]:
    """Return the systems active today that have no task among those `known` of the request."""
    asked = {task.system.id for task in known}
    return tuple(one for one in systems if one.is_active_on(today) and one.id not in asked)


def task_due(
    deadline: Deadline,
    calendar: WorkCalendar,
    today: date,
    settings: DeadlineSettings = DEFAULT_SETTINGS,
) -> date:
    """Return the day by which a system is to answer: a working day before the legal date.

    It lies `settings.source_days` before the internal target; where that is gone, on the last
    working day before the legal date; where that is gone too, it is today.
    """
    wanted = calendar.roll_back(deadline.internal_target - timedelta(settings.source_days))
    latest = calendar.working_days_before(deadline.current_due, 1)
    return next((day for day in (wanted, latest) if day > today), today)


def check_sources_answered(request: Request, tasks: Iterable[SourceTask]) -> None:
    """Refuse an answer while a system has neither answered nor been given up with a reason.

    To be called before a request counts as answered. Raises NotAllowedError that names the systems.
    """
    if missing := _names(tasks):
        raise NotAllowedError(
            mark(
                "{ref} cannot be answered yet: no answer from {systems}. Record what each "
                "answered, or why it was not searched."
            ),
            ref=request.ref, systems=missing,
        )  # fmt: skip


def check_looked(request: Request, tasks: Iterable[SourceTask], *, searched: bool) -> None:
    """Refuse an answer about data that nobody has looked for anywhere (R-SRC-1, R-COM-1).

    `searched`: the lists were searched. One system that answered is enough, and so is a word of the
    DPO on the step "search all sources". To be called before a request counts as answered.
    """
    is_needed = any(
        item.card.needs_search and item.decision not in DECIDED_UNSEARCHED for item in request.items
    )
    looked = searched or _is_settled_by_hand(request) or any(one.is_answered for one in tasks)
    if is_needed and not looked:
        raise NotAllowedError(
            mark(
                "{ref} cannot be answered yet: nobody has looked for the person. Search the lists, "
                "or settle the step “search all sources” with a reason."
            ),
            ref=request.ref,
        )


def check_nothing_held(
    request: Request, decision: Decision, tasks: Iterable[SourceTask], *, searched: bool
) -> None:
    """Refuse "no data" while a system is unanswered, or has found something (R-SRC-1).

    So it is while nobody has `searched` the lists, unless the step "search all sources" was settled
    by hand. To be called before a decision is recorded. Raises NotAllowedError that names the systems.
    """
    if decision not in _NOTHING_HELD:
        return
    _check_lists_searched(request, searched=searched)
    known = tuple(tasks)
    if missing := _names(known):
        raise NotAllowedError(
            mark(
                "{ref}: nobody can say yet that nothing is held: no answer from {systems}. Record "
                "what each answered, or why it was not searched."
            ),
            ref=request.ref, systems=missing,
        )  # fmt: skip
    found = ", ".join(one.system.name for one in known if one.state == "found")
    if found and decision is Decision.NO_DATA:
        raise NotAllowedError(
            mark("{ref}: data were found in {systems}. Decide on them instead."),
            ref=request.ref, systems=found,
        )  # fmt: skip


def _check_lists_searched(request: Request, *, searched: bool) -> None:
    needed = any(item.card.needs_search for item in request.items)
    if needed and not searched and not _is_settled_by_hand(request):
        raise NotAllowedError(
            mark(
                "{ref}: nobody can say yet that nothing is held: the lists were not searched. Find "
                "the person first, or settle the step “search all sources” with a reason."
            ),
            ref=request.ref,
        )  # fmt: skip


def _is_settled_by_hand(request: Request) -> bool:
    return any(one.code is StepCode.C06 for one in request.steps)


def _names(tasks: Iterable[SourceTask]) -> str:
    return ", ".join(one.system.name for one in unanswered(tasks))
