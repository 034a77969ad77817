"""Decisions per dataset, and what became of the lines of a checklist, as they are kept."""

from collections.abc import Iterable
from datetime import date

from dsr_desktop.domain.erasure_decisions import Choice, DatasetDecision, LineMark, Outcome
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database


def keep_decision(database: Database, request: Request, decision: DatasetDecision) -> None:
    """Keep a decision on a file; a later one takes the place of the earlier."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO dataset_decision(request_id, source_id, choice, reason_code, "
            "until, note, decided_on, decided_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (request.id, decision.source_id, decision.choice, decision.reason_code,
             _iso(decision.until), decision.note, decision.decided_on.isoformat(),
             decision.decided_by),
        )  # fmt: skip


def read_decisions(database: Database, request: Request) -> tuple[DatasetDecision, ...]:
    """Return the decisions of a request, by file."""
    rows = database.connection.execute(
        "SELECT source_id, choice, decided_on, decided_by, reason_code, until, note "
        "FROM dataset_decision WHERE request_id = ? ORDER BY source_id",
        (request.id,),
    )
    return tuple(
        DatasetDecision(
            source_id, Choice(choice), date.fromisoformat(on), by, code, _day(until), note or ""
        )
        for source_id, choice, on, by, code, until, note in rows
    )


def kept_sources(database: Database, request: Request) -> frozenset[int]:
    """Return the files whose rows of the person stay."""
    decided = read_decisions(database, request)
    return frozenset(one.source_id for one in decided if one.kept)


def keep_marks(database: Database, request: Request, marks: Iterable[LineMark]) -> None:
    """Keep what became of lines; what is said later of a line takes the place of the earlier."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO checklist_line(request_id, line, outcome, reason_code, until, "
            "done_on, done_by, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(request.id, one.line, one.outcome, one.reason_code, _iso(one.until),
              one.done_on.isoformat(), one.done_by, one.evidence) for one in marks],
        )  # fmt: skip


def read_marks(database: Database, request: Request) -> dict[str, LineMark]:
    """Return what became of the lines of a request's checklist, by line."""
    rows = database.connection.execute(
        "SELECT line, outcome, done_on, done_by, reason_code, until, evidence FROM checklist_line "
        "WHERE request_id = ? ORDER BY line",
        (request.id,),
    )
    return {
        line: LineMark(
            line, Outcome(outcome), date.fromisoformat(on), by, code, _day(until), evidence or ""
        )
        for line, outcome, on, by, code, until, evidence in rows
    }


def count_marks(database: Database, request: Request) -> int:
    """Return how many lines of a request's checklist something was said about."""
    found = database.connection.execute(
        "SELECT count(*) FROM checklist_line WHERE request_id = ?", (request.id,)
    )
    return int(found.fetchone()[0])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
