"""Tells whether a file is a newer version of one that the register has."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path

from dsr_desktop.domain.source import Source
from dsr_desktop.store.database import Database
from dsr_desktop.store.versions import texts_of

_MOST_LOOKED_AT = 5


class KnownFiles:
    """Those of some sources that a file may be a newer version of, by path and by name."""

    def __init__(self, sources: Iterable[Source]) -> None:
        stored: list[Source] = []
        self._by_name: dict[str, list[Source]] = {}
        for source in sources:
            if source.is_current and source.status.is_stored:
                stored.append(source)
                self._by_name.setdefault(source.name.casefold(), []).insert(0, source)
        self._by_path = _latest_at(stored)

    def at(self, path: str) -> Source | None:
        """Return the file whose content was seen last at this path, links followed."""
        return self._by_path.get(resolved(path))

    def forget(self, source: Source) -> None:
        """Leave a file out from now on: a newer version took its place."""
        for path in source.paths:
            if self.at(path) is source:
                del self._by_path[resolved(path)]
        self._by_name[source.name.casefold()].remove(source)

    def has_name(self, name: str) -> bool:
        """Tell whether a file of this name is there."""
        return bool(self._by_name.get(name.casefold()))

    def alike(self, name: str, rows: int) -> Iterator[Source]:
        """Yield files of this name that may have half of their rows in common with `rows` rows."""
        known = (
            one
            for one in self._by_name.get(name.casefold(), ())
            if 2 * min(one.row_count, rows) >= max(one.row_count, rows)
        )
        return (one for _n, one in zip(range(_MOST_LOOKED_AT), known, strict=False))

    def earlier_version_of(self, database: Database, newer: Source) -> Source | None:
        """Return the file that a source in the register is a newer version of.

        The one at the same path; else one of the same name with half of the rows equal.
        """
        known = self.at(newer.path)
        if known is not None:
            return known
        for one in self.alike(newer.name, newer.row_count):
            rows = map(hash, texts_of(database, newer.id or 0))
            if shares_half(database, one, rows):
                return one
        return None


def shares_half(database: Database, known: Source, rows: Iterable[int]) -> bool:
    """Tell whether at least half of the rows, of either file, stand in the other too.

    `rows` are the hashes of the other file's rows (cells joined).
    """
    there = Counter(map(hash, texts_of(database, known.id or 0)))
    number = shared = 0
    for text in rows:
        number += 1
        if there[text] > 0:
            there[text] -= 1
            shared += 1
    return 2 * shared >= max(number, known.row_count) > 0


def resolved(path: str) -> str:
    """Return a path without links, in the spelling that this system compares."""
    return os.path.normcase(os.path.realpath(path))


def is_still_there(path: str) -> bool:
    """Tell whether there is a file at a path."""
    return Path(path).exists()


def _latest_at(sources: Iterable[Source]) -> dict[str, Source]:
    """Return by path, links followed, what was seen there last: a source or a copy of one."""
    seen = [(one.imported_at, one.id or 0, one.path, one) for one in sources]
    seen += [
        (copy.seen_at, one.id or 0, copy.path, one) for *_at, one in seen for copy in one.copies
    ]
    return {resolved(path): one for *_at, path, one in sorted(seen, key=itemgetter(0, 1))}
