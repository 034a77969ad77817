"""What an erasure concerns beside the files: systems, recipients, backups (E06, E08, E09, E11)."""

from collections.abc import Iterator
from datetime import date, timedelta

from dsr_desktop.domain.backup import Backup
from dsr_desktop.domain.checklist import OtherKind, OtherLine, line_id
from dsr_desktop.domain.recipient import Recipient
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.source_task import TaskState
from dsr_desktop.domain.system import SystemKind
from dsr_desktop.services.backup_places import backup_plan
from dsr_desktop.services.disclosures import disclosures_about
from dsr_desktop.services.register import Register
from dsr_desktop.store.backups import read_backups
from dsr_desktop.store.hits import sources_cited_by
from dsr_desktop.store.records import RECIPIENTS
from dsr_desktop.store.source_tasks import read_tasks
from dsr_desktop.store.sources import read_sources

_BACKUP = OtherKind.BACKUP


def others_of(register: Register, request: Request, today: date) -> tuple[OtherLine, ...]:
    """Return the lines beside the files: systems that hold the person, recipients, backups."""
    return (
        *_systems(register, request), *_recipients(register, request), *_backups(register, today),
    )  # fmt: skip


def recipients_of(register: Register, request: Request) -> tuple[Recipient, ...]:
    """Return the named recipients of a person's data, for art. 15(1)(c) and 19, by provenance.

    Those that got data of this person, and those that get what her lists are used for. An authority
    in a particular inquiry is no recipient and is never among them (R-ERA-1).
    """
    got = {one.recipient.id for one in disclosures_about(register, request.ref)}
    cited = sources_cited_by(register.database, request)
    used = {one.activity for one in read_sources(register.database) if one.id in cited}
    return tuple(
        one
        for one in RECIPIENTS.read_all(register.database)
        if one.id in got or used & set(one.activities)
    )


def backups_gone_on(register: Register, request: Request, today: date) -> date | None:
    """Return the day on which the last backup known is overwritten (E11).

    None where none is known, or of one nobody knows the day: that of a company's system, and a backup
    of the register made by hand, which stays until somebody removes it.
    """
    days = [one.gone_on for one in others_of(register, request, today) if one.kind is _BACKUP]
    if any(map(_stays, read_backups(register.database))):
        return None
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _stays(backup: Backup) -> bool:
    """Tell whether nothing overwrites a backup, and it is not seen to be gone."""
    is_gone = backup.path.parent.is_dir() and not backup.path.exists()
    return not backup.is_daily and not is_gone


def _systems(register: Register, request: Request) -> Iterator[OtherLine]:
    for task in read_tasks(register.database, request):
        system = task.system
        if system.kind is SystemKind.BACKUP:
            yield _line(OtherKind.BACKUP, system.id, system.name)
        elif task.state is not TaskState.NOTHING_FOUND:
            yield _line(OtherKind.SYSTEM, system.id, system.name)


def _recipients(register: Register, request: Request) -> Iterator[OtherLine]:
    for one in recipients_of(register, request):
        yield _line(OtherKind.RECIPIENT, one.id, one.name)


def _backups(register: Register, today: date) -> Iterator[OtherLine]:
    """Yield the daily backups of the register: the last one of before is overwritten on a known day."""
    plan = backup_plan(register)
    gone_on = today + timedelta(days=plan.keep)
    for number, place in enumerate(plan.places, 1):
        named = line_id(OtherKind.BACKUP, "register", place)
        yield OtherLine(OtherKind.BACKUP, number, str(place), named, gone_on)


def _line(kind: OtherKind, number: int, name: str) -> OtherLine:
    return OtherLine(kind, number, name, line_id(kind, number))
