"""Tells whether a file is a newer version of one that the register has."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from operator import itemgetter
from pathlib import Path

from dsr_desktop.domain.known_version import KnownVersion, Likeness
from dsr_desktop.domain.list_names import list_name
from dsr_desktop.domain.mapping import columns_fingerprint
from dsr_desktop.domain.source import Sheet, Source
from dsr_desktop.domain.versions import VersionCounts
from dsr_desktop.store.database import Database
from dsr_desktop.store.sources import read_sheets
from dsr_desktop.store.versions import texts_of

_MOST_LOOKED_AT = 5


@dataclass(frozen=True)
class FileSeen:
    """A file as far as its earlier version is looked for; `texts` yields its rows, cells joined.

    `fingerprints` tell the titles of each of its sheets.
    """

    path: str
    name: str
    rows: int
    fingerprints: Sequence[str]
    texts: Callable[[], Iterable[str]]


def as_seen(database: Database, source: Source) -> FileSeen:
    """Return a file that is in the register as one whose earlier version is looked for."""
    source_id = source.id or 0
    return FileSeen(
        source.path, source.name, source.row_count,
        tuple(map(_fingerprint, read_sheets(database, source_id))),
        lambda: texts_of(database, source_id),
    )  # fmt: skip


class KnownFiles:
    """Those of some sources that a file may be a newer version of, by place and by name."""

    def __init__(self, sources: Iterable[Source]) -> None:
        stored: list[Source] = []
        self._by_name: dict[str, list[Source]] = {}
        for source in sources:
            if source.is_current and source.status.is_stored:
                stored.append(source)
                self._by_name.setdefault(list_name(source.name), []).insert(0, source)
        self._by_path = _latest_at(stored)
        self._by_id = {source.id: source for source in stored}

    def at(self, path: str) -> Source | None:
        """Return the file whose content was seen last at this path, links followed."""
        return self._by_path.get(resolved(path))

    def current(self, source_id: int | None) -> Source | None:
        """Return the file with this id, as long as no newer version took its place."""
        return self._by_id.get(source_id)

    def may_know(self, path: Path) -> bool:
        """Tell whether a file from this place may be a newer version of a known one."""
        return self.at(str(path)) is not None or list_name(path.name) in self._by_name

    def of_place(self, path: Path) -> tuple[Source, ...]:
        """Return what a file may be a newer version of, before it is read.

        The one at the same path; else those of the same name.
        """
        if there := self.at(str(path)):
            return (there,)
        name = path.name.casefold()
        known = self._by_name.get(list_name(path.name), ())
        return tuple(one for one in known if one.name.casefold() == name)

    def forget(self, source: Source) -> None:
        """Leave a file out from now on: a newer version took its place."""
        for path in source.paths:
            if self.at(path) is source:
                del self._by_path[resolved(path)]
        self._by_name[list_name(source.name)].remove(source)
        del self._by_id[source.id]

    def earlier_versions_of(
        self, database: Database, file: FileSeen
    ) -> Iterator[tuple[Source, Likeness]]:
        """Yield the files that this one may be a newer version of, the likeliest first.

        The one at the same place, and then no other; else of the same name with half of the rows
        equal; else of the same list with the same titles, of which the caller must still find
        somebody in both.
        """
        if (there := self.at(file.path)) is not None:
            yield there, Likeness.PLACE
            return
        known = self._by_name.get(list_name(file.name), ())
        named = [one for one in known if one.name.casefold() == file.name.casefold()]
        for one in islice(_about_as_long(named, file.rows), _MOST_LOOKED_AT):
            if _shares_half(database, one, file):
                yield one, Likeness.ROWS
        for one in known[:_MOST_LOOKED_AT]:
            if _has_same_titles(database, one, file):
                yield one, Likeness.TITLES


def as_known_version(
    earlier: Source, likeness: Likeness, path: str, changes: VersionCounts
) -> KnownVersion:
    """Describe what a file at `path` may be a newer version of."""
    return KnownVersion(
        earlier.id or 0, earlier.name, earlier.path, _local_day(earlier.imported_at), likeness,
        changes, tuple(places_beside(earlier, path)),
    )  # fmt: skip


def places_beside(earlier: Source, path: str) -> Iterator[str]:
    """Yield the places other than `path` at which the file of a source is there now."""
    return (one for one in earlier.paths if resolved(one) != resolved(path) and is_still_there(one))


def resolved(path: str) -> str:
    """Return a path without links, in the spelling that this system compares."""
    return os.path.normcase(os.path.realpath(path))


def is_still_there(path: str) -> bool:
    """Tell whether there is a file at a path."""
    return Path(path).exists()


def _local_day(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone().date().isoformat()


def _about_as_long(sources: Iterable[Source], rows: int) -> Iterator[Source]:
    """Yield those that can have half of their rows in common with `rows` rows."""
    return (one for one in sources if 2 * min(one.row_count, rows) >= max(one.row_count, rows))


def _shares_half(database: Database, known: Source, file: FileSeen) -> bool:
    """Tell whether at least half of the rows, of either file, stand in the other too."""
    there = Counter(map(hash, texts_of(database, known.id or 0)))
    number = shared = 0
    for text in map(hash, file.texts()):
        number += 1
        if there[text] > 0:
            there[text] -= 1
            shared += 1
    return 2 * shared >= max(number, known.row_count) > 0


def _has_same_titles(database: Database, known: Source, file: FileSeen) -> bool:
    """Tell whether at least half of the sheets, of either file, have their titles in the other."""
    there = Counter(map(_fingerprint, read_sheets(database, known.id or 0)))
    here = Counter(file.fingerprints)
    return 2 * (there & here).total() >= max(there.total(), here.total()) > 0


def _fingerprint(sheet: Sheet) -> str:
    return columns_fingerprint(sheet.columns, titled=sheet.header_row is not None)


def _latest_at(sources: Iterable[Source]) -> dict[str, Source]:
    """Return by path, links followed, what was seen there last: a source or a copy of one."""
    seen = [(one.imported_at, one.id or 0, one.path, one) for one in sources]
    seen += [
        (copy.seen_at, one.id or 0, copy.path, one) for *_at, one in seen for copy in one.copies
    ]
    return {resolved(path): one for *_at, path, one in sorted(seen, key=itemgetter(0, 1))}
