"""The tasks of a request: whom to ask, what was asked, chased and answered, each on its true day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_not_answered
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.source_task import SourceTask, StepKind, TaskStep, check_step
from dsr_desktop.services.handling import request_to_change
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import clock
from dsr_desktop.services.source_opening import open_tasks
from dsr_desktop.services.systems import list_systems
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.source_tasks import add_step, read_tasks, task_of


class _Change(NamedTuple):
    """A task that is being changed, and its request."""

    request: Request
    task: SourceTask


@at_one_moment
def list_tasks(register: Register, ref: str) -> tuple[SourceTask, ...]:
    """Return the tasks of a request with the age of their lists; NotFoundError for an unknown one."""
    listed = {one.system.id: one.listed_on for one in list_systems(register)}
    tasks = read_tasks(register.database, read_request(register.database, ref))
    return tuple(replace(task, listed_on=listed.get(task.system.id)) for task in tasks)


def open_all_tasks(register: Register, ref: str, today: date) -> tuple[SourceTask, ...]:
    """Open a task for each active system, also for a request that needs no search by itself.

    Raises NotFoundError for an unknown request, NotAllowedError for one answered or closed.
    """
    with request_to_change(register, ref) as request:
        check_not_answered(request)
        open_tasks(register, request, clock(register, request, today), today)
    return list_tasks(register, ref)


def record_asked(register: Register, ref: str, task_id: int, day: date, today: date) -> SourceTask:
    """Record on which day the owner of a system was asked, or asked again after a new criterion.

    Raises NotFoundError for an unknown request or task, NotAllowedError for a closed request,
    InvalidInputError for a day that cannot be.
    """
    with _task_to_change(register, ref, task_id) as (request, task):
        _add(register, request, task, TaskStep(StepKind.ASKED, day, today, register.actor))
        register.log(
            EventKind.SOURCE_ASKED, request.ref, task=task.id, system=task.system.id,
            on=day.isoformat(),
        )  # fmt: skip
    return _task(register, ref, task_id)


def record_chased(register: Register, ref: str, task_id: int, day: date, today: date) -> SourceTask:
    """Record on which day the owner of a system was reminded; raises as `record_asked` does.

    NotAllowedError also for one that answered, or that was not asked before.
    """
    with _task_to_change(register, ref, task_id) as (request, task):
        _add(register, request, task, TaskStep(StepKind.CHASED, day, today, register.actor))
        register.log(
            EventKind.SOURCE_CHASED, request.ref, task=task.id, system=task.system.id,
            on=day.isoformat(),
        )  # fmt: skip
    return _task(register, ref, task_id)


def record_answer(
    register: Register, ref: str, task_id: int, kind: StepKind, day: date, today: date, *,
    by: str = "", text: str = "",
) -> SourceTask:  # fmt: skip
    """Record what a system holds, or why nobody looked; a later answer corrects an earlier one.

    `day` is when it was answered, `by` who did; left out, it is the actor where the DPO asks
    herself. The event tells the kind of the answer alone. Raises as `record_asked` does, and
    InvalidInputError for an answer of nobody, without words or without a reason.
    """
    if not kind.is_answer:
        raise InvalidInputError(mark("This is no answer. Say whether something was found."))
    with _task_to_change(register, ref, task_id) as (request, task):
        who = by or ("" if task.system.is_asked_with_slip else register.actor)
        _add(register, request, task, TaskStep(kind, day, today, register.actor, who, text))
        register.log(
            EventKind.SOURCE_ANSWERED, request.ref, task=task.id, system=task.system.id,
            answer=kind, on=day.isoformat(), corrects=task.is_answered,
        )  # fmt: skip
    return _task(register, ref, task_id)


@contextmanager
def _task_to_change(register: Register, ref: str, task_id: int) -> Iterator[_Change]:
    with request_to_change(register, ref) as request:
        yield _Change(request, task_of(read_tasks(register.database, request), task_id))


def _add(register: Register, request: Request, task: SourceTask, step: TaskStep) -> None:
    add_step(register.database, task, check_step(task, step, request.received_on))


def _task(register: Register, ref: str, task_id: int) -> SourceTask:
    return task_of(list_tasks(register, ref), task_id)
