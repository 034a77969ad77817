"""Backups of the register: which are kept, and how long the register lay on this machine alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

MOST_PLACES, MOST_KEPT, MOST_DAYS = 4, 365, 365
USUAL_KEPT, USUAL_DAYS = 7, 7


@dataclass(frozen=True)
class BackupPlan:
    """Where daily backups go, and how many of them stay in each place.

    After `warn_after_days` without a backup outside this machine the app says so.
    """

    places: tuple[Path, ...] = ()
    keep: int = USUAL_KEPT
    warn_after_days: int = USUAL_DAYS


@dataclass(frozen=True)
class Backup:
    """A backup that was written and checked: file, when (ISO with zone), the event log's head then.

    `is_daily`: made by itself, so that an older one may make way. `is_outside`: on another disk.
    """

    id: int
    path: Path
    made_at: str
    made_by: str
    is_daily: bool
    is_outside: bool
    fingerprint: str
    size: int
    rows: int

    @property
    def made_on(self) -> date:
        """The day on which it was made, where it was made."""
        return datetime.fromisoformat(self.made_at).date()


@dataclass(frozen=True)
class BegunBackup:
    """A backup that is noted and not made yet: `size` is None until all of it was checked."""

    id: int
    path: Path
    made_at: str
    is_daily: bool
    size: int | None


def check_plan(plan: BackupPlan) -> BackupPlan:
    """Refuse too many places, one named twice, and numbers that no plan has.

    Raises InvalidInputError; returns the plan.
    """
    if len(plan.places) > MOST_PLACES or len(set(plan.places)) < len(plan.places):
        raise InvalidInputError(
            mark("Name each place for backups once, at most {n} of them."), n=MOST_PLACES
        )
    if not 1 <= plan.keep <= MOST_KEPT or not 1 <= plan.warn_after_days <= MOST_DAYS:
        raise InvalidInputError(
            mark("Keep 1 to {kept} backups, and warn after 1 to {days} days."),
            kept=MOST_KEPT, days=MOST_DAYS,
        )  # fmt: skip
    return plan


def daily_name(register: Path, at: datetime) -> str:
    """Return the name of a daily backup: the register's, with day and time."""
    return f"{register.stem}-{at:%Y-%m-%d-%H%M%S}{register.suffix or '.dsr'}"


def to_make_way(known: Sequence[Backup], place: Path, keep: int) -> tuple[Backup, ...]:
    """Return the daily backups in a place beyond the newest `keep`, oldest first."""
    there = [one for one in known if one.is_daily and one.path.parent == place]
    newest_first = sorted(there, key=lambda one: one.id, reverse=True)
    return tuple(reversed(newest_first[keep:]))


def days_without_outside(known: Sequence[Backup], begun_on: date, today: date) -> int:
    """Return for how many days nothing was backed up to another disk; since `begun_on` if never."""
    days = [one.made_on for one in known if one.is_outside]
    return max(0, (today - max(days, default=begun_on)).days)
