"""Repeats, in a register that was restored, the erasures done after its backup was made (R-ERA-2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dsr_desktop.domain.erasure_ledger import LedgerEntry, LedgerKey
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
)
from dsr_desktop.services.erasing import take_rows
from dsr_desktop.services.ledger_files import write_ledgers
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.wiping import wipe_now
from dsr_desktop.store.erasing import merge_words, rows_at
from dsr_desktop.store.erasure_ledger import mark_done, read_ledger
from dsr_desktop.store.suppression import add_entry, read_entries


@dataclass(frozen=True)
class OpenErasure:
    """An erasure of the ledger that this register has not done: how many of its rows are here."""

    entry: LedgerEntry
    rows: int
    keys: int


@dataclass(frozen=True)
class Repeated:
    """What was done again: erasures, rows that went, keys put on the list; `wiped` as in `Erased`."""

    entries: tuple[LedgerEntry, ...]
    rows: int
    keys: int
    wiped: bool


@at_one_moment
def list_erasures(register: Register) -> tuple[LedgerEntry, ...]:
    """Return the whole ledger, in the order in which its erasures were planned."""
    return read_ledger(register.database)


@at_one_moment
def open_erasures(register: Register) -> tuple[OpenErasure, ...]:
    """Return the erasures that the ledger tells of and that were not done in this register."""
    return tuple(
        OpenErasure(
            entry, len(rows_at(register.database, entry.rows)),
            len(_missing_keys(register, entry.keys)),
        )
        for entry in read_ledger(register.database)
        if entry.done_at is None
    )  # fmt: skip


def repeat_erasures(
    register: Register, uids: Sequence[str], today: date, *, progress: Progress = no_progress
) -> Repeated:
    """Do again the erasures that the DPO confirmed, all of them or none.

    Their keys go on the suppression list first, then their rows go. Raises NotFoundError for one
    that is not open.
    """
    wanted = tuple(dict.fromkeys(uids))
    with register.database.transaction():
        still_open = {one.entry.uid: one.entry for one in open_erasures(register)}
        unknown = [uid for uid in wanted if uid not in still_open]
        if unknown:
            raise NotFoundError(
                mark("There is no erasure {id} to repeat. Take one from the list."),
                id=unknown[0][:40],
            )
        entries = tuple(still_open[uid] for uid in wanted)
        keys = rows = 0
        for at, entry in enumerate(entries):
            progress(at, len(entries), entry.ref)
            added, taken = _repeat(register, entry, today)
            keys, rows = keys + added, rows + taken
        if entries:
            merge_words(register.database, lambda: progress(len(entries), len(entries), ""))
    wiped = wipe_now(register) if entries else True
    write_ledgers(register)
    return Repeated(entries, rows, keys, wiped)


def _repeat(register: Register, entry: LedgerEntry, today: date) -> tuple[int, int]:
    keys = _missing_keys(register, entry.keys)
    for key in keys:
        add_entry(register.database, _suppression_entry(key, entry.ref))
    rows = rows_at(register.database, entry.rows)
    take_rows(register, rows)
    mark_done(register.database, entry.uid, datetime.now(UTC).isoformat(timespec="seconds"))
    register.log(
        EventKind.ERASURE_REPEATED, entry.ref, erasure=entry.uid, rows=len(rows), listed=len(keys),
        on=today.isoformat(),
    )  # fmt: skip
    return len(keys), len(rows)


def _missing_keys(register: Register, keys: Sequence[LedgerKey]) -> tuple[LedgerKey, ...]:
    listed = {
        (one.kind, one.digest)
        for one in read_entries(register.database)
        if one.scope is SuppressionScope.ALL
    }
    return tuple(one for one in keys if (one.kind, one.digest) not in listed)


def _suppression_entry(key: LedgerKey, ref: str) -> SuppressionEntry:
    return SuppressionEntry(
        0, SuppressionKind(key.kind), key.digest, SuppressionScope.ALL, SuppressionReason.ERASURE,
        date.fromisoformat(key.created_on), ref, date.fromisoformat(key.review_on),
        key.lookup_digest,
    )  # fmt: skip
