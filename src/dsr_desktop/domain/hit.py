"""What a search for a request found, and the DPO's verdict."""

from dataclasses import dataclass

from dsr_desktop.domain.matching import Level, Reason


@dataclass(frozen=True)
class Hit:
    """A row found for a request and the DPO's verdict on it: confirmed, rejected or open.

    File, hash, sheet and row number stay as evidence when the source is gone (R-MAT-3).
    """

    id: int
    row_id: int | None
    source_id: int
    file: str
    sha256: str
    sheet: str
    row: int
    level: Level
    score: float
    reasons: tuple[Reason, ...]
    verdict: str | None = None
    verdict_reason: str | None = None


@dataclass(frozen=True)
class SearchRun:
    """Proof of a search for a request: what was asked and how much was looked at."""

    at: str
    actor: str
    files: int
    rows: int
    total: int
