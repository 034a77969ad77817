"""Breach notes: what happened and what was decided, to which only more is added (art. 33(5))."""

from collections import defaultdict
from datetime import UTC, datetime

from dsr_desktop.domain.breach import Breach, BreachStep, BreachStepKind
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database


def add_breach(database: Database, breach: Breach, request: Request | None) -> int:
    """Add a breach note; returns its id."""
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO breach(request_id, aware_at, facts, effects, measures, opened_at, "
            "opened_by) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (request.id if request else None, _iso(breach.aware_at), breach.facts, breach.effects,
             breach.measures, _iso(breach.opened_at), breach.opened_by),
        )  # fmt: skip
        return int(added.fetchone()[0])


def write_texts(database: Database, breach: Breach) -> None:
    """Replace the effects and measures of a note, to which something was added."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE breach SET effects = ?, measures = ? WHERE id = ?",
            (breach.effects, breach.measures, breach.id),
        )


def add_breach_step(database: Database, breach: Breach, step: BreachStep) -> None:
    """Add a decision about a breach."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO breach_step(breach_id, kind, at, reason, recorded_at, recorded_by) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (breach.id, step.kind, _iso(step.at), step.reason, _iso(step.recorded_at),
             step.recorded_by),
        )  # fmt: skip


def read_breaches(database: Database) -> tuple[Breach, ...]:
    """Return every breach note, the one noticed first first."""
    steps = _steps(database)
    rows = database.connection.execute(
        "SELECT aware_at, facts, opened_at, opened_by, effects, measures, ref, breach.id "
        "FROM breach LEFT JOIN request ON request.id = request_id ORDER BY aware_at, breach.id"
    )
    return tuple(
        Breach(
            datetime.fromisoformat(aware_at), facts, datetime.fromisoformat(opened_at), opened_by,
            effects, measures, ref, tuple(steps[id_]), id_,
        )
        for aware_at, facts, opened_at, opened_by, effects, measures, ref, id_ in rows
    )  # fmt: skip


def read_breach(database: Database, breach_id: int) -> Breach:
    """Return the breach note with this id; NotFoundError if there is none."""
    for breach in read_breaches(database):
        if breach.id == breach_id:
            return breach
    raise NotFoundError(
        mark("There is no breach note {id}. Take one from the list of breaches."),
        id=str(breach_id)[:20],
    )


def _steps(database: Database) -> dict[int, list[BreachStep]]:
    steps: dict[int, list[BreachStep]] = defaultdict(list)
    for breach_id, kind, at, recorded_at, recorded_by, reason in database.connection.execute(
        "SELECT breach_id, kind, at, recorded_at, recorded_by, reason FROM breach_step ORDER BY id"
    ):
        steps[breach_id].append(
            BreachStep(
                BreachStepKind(kind), datetime.fromisoformat(at),
                datetime.fromisoformat(recorded_at), recorded_by, reason,
            )
        )  # fmt: skip
    return steps


def _iso(at: datetime) -> str:
    """Write a moment so that texts sort like moments."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
