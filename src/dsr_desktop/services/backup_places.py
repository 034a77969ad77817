"""Where backups go, how many stay, and what there is to say of them."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dsr_desktop.domain.backup import (
    USUAL_DAYS,
    USUAL_KEPT,
    Backup,
    BackupPlan,
    check_plan,
    days_without_outside,
)
from dsr_desktop.domain.errors import DsrError, InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.backups import read_backups
from dsr_desktop.store.events import events
from dsr_desktop.store.settings import read_settings, remove_settings, write_settings

_PLACES, _KEEP, _DAYS, _TROUBLE = (
    "backup.places", "backup.keep", "backup.warn_after_days", "backup.trouble",
)  # fmt: skip


@dataclass(frozen=True)
class BackupState:
    """The backups as they are: plan, those made, days since one lay outside this machine.

    `is_overdue`: it is longer than the plan allows. `trouble` is what kept the last daily backup
    from being made, None if nothing did.
    """

    plan: BackupPlan
    made: tuple[Backup, ...]
    days_without: int
    trouble: Notice | None = None

    @property
    def last(self) -> Backup | None:
        """The newest backup."""
        return self.made[-1] if self.made else None

    @property
    def is_overdue(self) -> bool:
        """Tell whether nothing was backed up outside this machine for longer than planned."""
        return self.days_without > self.plan.warn_after_days


def backup_plan(register: Register) -> BackupPlan:
    """Return where daily backups go, and how many of them stay."""
    stored = read_settings(register.database)
    places = tuple(map(Path, json.loads(stored.get(_PLACES, "[]"))))
    return BackupPlan(
        places, int(stored.get(_KEEP, USUAL_KEPT)), int(stored.get(_DAYS, USUAL_DAYS))
    )


def set_backup_plan(register: Register, plan: BackupPlan) -> BackupPlan:
    """Choose where daily backups go; InvalidInputError for a place that is no folder."""
    for place in check_plan(plan).places:
        if not place.is_dir():
            raise InvalidInputError(
                mark("{folder} is no folder within reach. Plug the disk in, or make the folder."),
                folder=str(place),
            )
    whole = BackupPlan(
        tuple(place.absolute() for place in plan.places), plan.keep, plan.warn_after_days
    )
    with register.database.transaction():
        write_settings(
            register.database,
            {_PLACES: json.dumps([str(one) for one in whole.places], ensure_ascii=False),
             _KEEP: str(whole.keep), _DAYS: str(whole.warn_after_days)},
        )  # fmt: skip
        register.log(
            EventKind.BACKUP_PLACES_CHANGED, places=len(whole.places), keep=whole.keep,
            warn_after_days=whole.warn_after_days,
        )  # fmt: skip
    return whole


@at_one_moment
def backup_state(register: Register, today: date) -> BackupState:
    """Return what there is to say of the backups of a register."""
    made = read_backups(register.database)
    begun = next(events(register.database), None)
    begun_on = date.fromisoformat(begun.at[:10]) if begun else today
    trouble = Notice.from_json(read_settings(register.database).get(_TROUBLE))
    return BackupState(
        backup_plan(register), made, days_without_outside(made, begun_on, today), trouble
    )


def note_trouble(register: Register, error: DsrError | None) -> None:
    """Remember what kept the last daily backup from being made; None once one was made."""
    if error is None:
        remove_settings(register.database, [_TROUBLE])
    else:
        details: dict[str, object] = {name: str(value) for name, value in error.details.items()}
        write_settings(register.database, {_TROUBLE: Notice(error.sentence, details).to_json()})
