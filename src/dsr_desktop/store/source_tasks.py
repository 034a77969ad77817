"""The tasks of requests, one for each system, and what happened with them: steps only ever added."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.source_task import (
    SourceProgress,
    SourceTask,
    StepKind,
    TaskStep,
)
from dsr_desktop.domain.system import System
from dsr_desktop.store.database import Database
from dsr_desktop.store.request_selection import ALL_REQUESTS, RequestSelection
from dsr_desktop.store.systems import read_systems

_PROGRESS = (
    "SELECT request_id, count(answer), count(*), "
    "coalesce(sum(answer = 'not_searched'), 0), coalesce(sum(answer IS NULL AND due_on < ?), 0) "
    "FROM source_task {where} GROUP BY request_id"
)


def add_tasks(
    database: Database, request: Request, systems: Iterable[System], made_on: date, due_on: date
) -> tuple[int, ...]:
    """Open a task of a request for each system; returns their ids."""
    with database.transaction() as connection:
        added = [
            connection.execute(
                "INSERT INTO source_task(request_id, system_id, made_on, due_on) "
                "VALUES (?, ?, ?, ?) RETURNING id",
                (request.id, system.id, made_on.isoformat(), due_on.isoformat()),
            ).fetchone()
            for system in systems
        ]
    return tuple(int(id_) for (id_,) in added)


def add_step(database: Database, task: SourceTask, step: TaskStep) -> None:
    """Add what happened with a task; the last answer stands with the task too, to be counted."""
    with database.transaction() as connection:
        if step.kind.is_answer:
            connection.execute(
                "UPDATE source_task SET answer = ? WHERE id = ?", (step.kind, task.id)
            )
        connection.execute(
            "INSERT INTO source_task_step(source_task_id, kind, day, by_whom, text, recorded_on, "
            "recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (task.id, step.kind, step.day.isoformat(), step.by, step.text,
             step.recorded_on.isoformat(), step.recorded_by),
        )  # fmt: skip


def read_tasks(database: Database, request: Request) -> tuple[SourceTask, ...]:
    """Return the tasks of a request in the order of opening, without the age of their lists."""
    systems = {one.id: one for one in read_systems(database)}
    steps = _steps(database, request)
    rows = database.connection.execute(
        "SELECT id, system_id, made_on, due_on FROM source_task WHERE request_id = ? ORDER BY id",
        (request.id,),
    )
    return tuple(
        SourceTask(
            request.ref, systems[system_id], date.fromisoformat(made_on),
            date.fromisoformat(due_on), tuple(steps[id_]), id=id_,
        )
        for id_, system_id, made_on, due_on in rows
    )  # fmt: skip


def task_of(tasks: Iterable[SourceTask], task_id: int) -> SourceTask:
    """Return the task with this id; NotFoundError if there is none among them."""
    for task in tasks:
        if task.id == task_id:
            return task
    raise NotFoundError(
        mark("The request has no task {id}. Take one from the list of its tasks."),
        id=str(task_id)[:20],
    )


def count_tasks(
    database: Database, today: date, which: RequestSelection = ALL_REQUESTS
) -> dict[int, SourceProgress]:
    """Count the tasks of every request that has some, by the id of the request."""
    only, given = which.within("request_id")
    query = _PROGRESS.format(where=f"WHERE {only}")
    rows = database.connection.execute(query, (today.isoformat(), *given))
    return {request_id: SourceProgress(*counts) for request_id, *counts in rows}


def count_tasks_of(database: Database, request: Request, today: date) -> SourceProgress:
    """Count the tasks of one request."""
    row = database.connection.execute(
        _PROGRESS.format(where="WHERE request_id = ?"), (today.isoformat(), request.id)
    ).fetchone()
    return SourceProgress(*row[1:]) if row else SourceProgress()


def _steps(database: Database, request: Request) -> dict[int, list[TaskStep]]:
    steps: dict[int, list[TaskStep]] = defaultdict(list)
    for task_id, kind, day, by, text, recorded_on, recorded_by in database.connection.execute(
        "SELECT source_task_id, kind, day, by_whom, text, recorded_on, recorded_by "
        "FROM source_task_step JOIN source_task ON source_task.id = source_task_id "
        "WHERE request_id = ? ORDER BY source_task_step.id",
        (request.id,),
    ):
        steps[task_id].append(
            TaskStep(
                StepKind(kind), date.fromisoformat(day), date.fromisoformat(recorded_on),
                recorded_by, by, text,
            )
        )  # fmt: skip
    return steps
