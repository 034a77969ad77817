"""Recording what the DPO says about hits, and taking it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.namesakes import Namesakes
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import judge_hits, namesakes_of

Verdicts = tuple[tuple[int, Verdict | None], ...]
"""Hit ids, each with what is said of the hit."""


@dataclass(frozen=True)
class Judged:
    """A request after verdicts were recorded, and what contradicts in its confirmed rows."""

    view: RequestView
    namesakes: tuple[Namesakes, ...]


def record(register: Register, ref: str, verdicts: Verdicts, today: date) -> Judged:
    """Record verdicts on hits of a request and return it as it is now."""
    view = judge_hits(
        register,
        ref,
        confirm=_keys(verdicts, Verdict.CONFIRMED),
        reject=_keys(verdicts, Verdict.REJECTED),
        reopen=_keys(verdicts, None),
        today=today,
    )
    return Judged(view, namesakes_of(register, view))


def verdicts_before(rows: Iterable[HitRow], verdicts: Verdicts) -> Verdicts:
    """Return what the hits of `verdicts` say now, to take the change back."""
    now = {row.key: row.verdict for row in rows}
    return tuple((key, now[key]) for key, _verdict in verdicts)


def all_strong(rows: Iterable[HitRow]) -> Verdicts:
    """Return the verdicts that confirm every strong hit still open."""
    return tuple(
        (row.key, Verdict.CONFIRMED) for row in rows if row.level is Level.STRONG and row.is_open
    )


def _keys(verdicts: Verdicts, wanted: Verdict | None) -> tuple[int, ...]:
    return tuple(key for key, verdict in verdicts if verdict == wanted)
