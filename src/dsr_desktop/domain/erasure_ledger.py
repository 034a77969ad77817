"""The ledger of erasures: what was erased, without a value; it repeats them after a restore.

It lies in the register and as a small file beside the backups (R-ERA-2, domain catalogue 1.5 E11).
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = "dsr-desktop-erasures"
VERSION = 1
MOST_ENTRIES = 100_000


@dataclass(frozen=True)
class ErasedRow:
    """Where a row stood that was erased: hash of the file, sheet, row; the columns that went.

    No columns: all of the row went.
    """

    sha256: str
    sheet: str
    row: int
    columns: tuple[int, ...] = ()


@dataclass(frozen=True)
class LedgerKey:
    """An entry of the suppression list, as it was made: keyed hashes, no address (R-SUP-1)."""

    kind: str
    digest: str
    lookup_digest: str | None
    created_on: str
    review_on: str


@dataclass(frozen=True)
class LedgerEntry:
    """One erasure: when it was planned and done (ISO, UTC), for which request, what it took.

    Written before the act; `done_at` is None until then, or where the act was cut off.
    """

    uid: str
    ref: str
    planned_at: str
    planned_by: str
    rows: tuple[ErasedRow, ...]
    keys: tuple[LedgerKey, ...]
    done_at: str | None = None


def ledger_to_text(register_id: str, entries: Sequence[LedgerEntry], secret: bytes) -> str:
    """Write the ledger of a register as JSON, sealed with its secret: it says who wrote it."""
    content = {
        "format": FORMAT, "version": VERSION, "register_id": register_id,
        "entries": [_entry_content(one) for one in entries],
    }  # fmt: skip
    return json.dumps({**content, "seal": _seal(content, secret)}, ensure_ascii=False, indent=1)


def ledger_from_text(text: str, register_id: str, secret: bytes) -> tuple[LedgerEntry, ...]:
    """Read a ledger back; ValueError for another register's, or one that somebody changed."""
    content = json.loads(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ValueError(FORMAT)
    seal = content.pop("seal", "")
    if content.get("register_id") != register_id or content.get("version") != VERSION:
        raise ValueError(register_id)
    if not hmac.compare_digest(str(seal), _seal(content, secret)):
        raise ValueError(FORMAT)
    listed = content["entries"][:MOST_ENTRIES]
    return tuple(map(_entry, listed))


def joined(*ledgers: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Join ledgers: each erasure once, done if any of them says so, oldest first."""
    known: dict[str, LedgerEntry] = {}
    for entry in (one for ledger in ledgers for one in ledger):
        before = known.get(entry.uid)
        if before is None or (before.done_at is None and entry.done_at is not None):
            known[entry.uid] = entry
    return tuple(sorted(known.values(), key=lambda one: (one.planned_at, one.uid)))


def missing_from(
    known: Iterable[LedgerEntry], told: Iterable[LedgerEntry]
) -> tuple[LedgerEntry, ...]:
    """Return the erasures `told` of that a register does not know to be done: it is an older one."""
    done = {one.uid for one in known if one.done_at}
    return tuple(one for one in told if one.uid not in done)


def _seal(content: Mapping[str, object], secret: bytes) -> str:
    said = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(secret, f"{FORMAT}:{said}".encode(), hashlib.sha256).hexdigest()


def _entry_content(entry: LedgerEntry) -> dict[str, object]:
    return {
        **asdict(entry),
        "rows": [[one.sha256, one.sheet, one.row, list(one.columns)] for one in entry.rows],
        "keys": [asdict(one) for one in entry.keys],
    }


def _entry(content: Mapping[str, Any]) -> LedgerEntry:
    rows = tuple(
        ErasedRow(sha256, sheet, row, tuple(columns))
        for sha256, sheet, row, columns in content["rows"]
    )
    keys = tuple(LedgerKey(**one) for one in content["keys"])
    return LedgerEntry(**{**content, "rows": rows, "keys": keys})
