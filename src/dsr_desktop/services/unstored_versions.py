"""A newer version that is not in the register: its rows as they are read, compared with the earlier.

Nothing is written, neither to the register nor to the disk: the rows wait packed in memory.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.row_identity import RowKey
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.versions import SheetVersion, VersionCounts, VersionRow
from dsr_desktop.readers.messages import Rows
from dsr_desktop.services.comparing import PairedSheet, VersionPairs, compare_sheets
from dsr_desktop.store.database import Database
from dsr_desktop.store.versions import read_rows

_PAIRS_AT_ONCE = 400
_FASTEST = 1


class UnstoredSheet:
    """One sheet of a file with its rows, packed batch by batch as they come from the reader."""

    def __init__(self, name: str, columns: tuple[Column, ...]) -> None:
        self.name = name
        self.columns = columns
        self._packed: list[bytes] = []
        self._number = 0

    def add(self, batch: Rows) -> None:
        """Keep the rows of a batch in the form in which an import would store them."""
        keys: list[list[RowKey]] = [[] for _row in batch.rows]
        for kind, key, index, column in batch.keys:
            keys[index].append(RowKey(kind, key, column))
        rows = [
            (id_, row[0], row[2], row[4] or "", found)
            for id_, (row, found) in enumerate(zip(batch.rows, keys, strict=True), self._number)
        ]
        self._number += len(rows)
        self._packed.append(zlib.compress(json.dumps(rows).encode(), _FASTEST))

    def rows(self, on_wait: OnWait) -> Iterator[VersionRow]:
        """Yield the rows from the first on; `on_wait` is called before each batch."""
        for packed in self._packed:
            on_wait()
            for id_, n, joined, notes, keys in json.loads(zlib.decompress(packed)):
                yield VersionRow(id_, n, joined, notes, [RowKey(*key) for key in keys])


def foresee(
    database: Database, earlier: Source, sheets: Sequence[UnstoredSheet], on_wait: OnWait
) -> VersionCounts:
    """Say what a file that is not stored would change as a newer version of `earlier`.

    Raises whatever `on_wait` raises.
    """

    def pairs(sheet: PairedSheet) -> VersionPairs:
        return _pairs(database, sheets[sheet.newer.id], sheet, on_wait) if sheet.newer else iter(())

    versions = [
        SheetVersion(one.name, one.columns, partial(one.rows, on_wait), number)
        for number, one in enumerate(sheets)
    ]
    return compare_sheets(database, earlier, versions, pairs, on_wait).counts


def _pairs(
    database: Database, sheet: UnstoredSheet, paired: PairedSheet, on_wait: OnWait
) -> VersionPairs:
    """Yield the rows that changed, each with the one before; the newer ones in their order."""
    changed = paired.pairing.changed
    if not len(changed):
        return
    before = dict(zip(changed.newer, changed.earlier, strict=True))
    newer = (row for row in sheet.rows(on_wait) if row.id in before)
    while some := list(islice(newer, _PAIRS_AT_ONCE)):
        earlier = read_rows(database, [before[row.id] for row in some])
        yield from ((earlier[before[row.id]], row) for row in some)
