"""What reading the files of a request again showed, place by place on the disk (E12)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dsr_desktop.domain.gone_place import GonePlace
from dsr_desktop.domain.traces import Left, RescanStatus

WORST_FIRST = (
    RescanStatus.STILL_THERE,
    RescanStatus.UNREADABLE,
    RescanStatus.MISSING,
    RescanStatus.GONE,
    RescanStatus.CLEAN,
)
"""Every status, what needs to be looked at first."""

_NOTHING_LEFT = frozenset({RescanStatus.CLEAN, RescanStatus.GONE})


@dataclass(frozen=True)
class SourceRescan:
    """One place read again, with what is left in it and its hashes at import and now.

    `path` is "" for a reading of earlier days whose file is no longer known. `gone` is what was said
    of a place that is gone for good. `is_locked`: it was not read, or not as a whole, because it has a
    password that nobody gave; told of a fresh reading only.
    """

    source_id: int
    path: str
    status: RescanStatus
    sha256_before: str
    sha256_after: str | None
    left: tuple[Left, ...]
    gone: GonePlace | None = None
    is_locked: bool = False

    def with_what_was_said(self, gone: Mapping[str, GonePlace]) -> "SourceRescan":
        """Return the result of a reading just made: a missing file said to be gone is `gone`.

        A file that was found counts as it was read, whatever was said of its place.
        """
        said = gone.get(self.path) if self.status is RescanStatus.MISSING else None
        return replace(self, status=RescanStatus.GONE, gone=said) if said else self

    def as_it_holds(self, gone: Mapping[str, GonePlace]) -> "SourceRescan":
        """Return the result of an earlier reading: `missing` if what was said was taken back since."""
        if self.status is not RescanStatus.GONE:
            return self
        said = gone.get(self.path)
        return replace(self, status=self.status if said else RescanStatus.MISSING, gone=said)


@dataclass(frozen=True)
class Rescan:
    """All places of the files of a request read again, each once.

    In the files `kept` the person stays, archived: that she is there is what was decided (E12).
    """

    ref: str
    sources: tuple[SourceRescan, ...]
    kept: frozenset[int] = frozenset()

    @property
    def clean(self) -> bool:
        """Tell whether nothing is left but what is kept: each file was read, or is gone for good."""
        return bool(self.sources) and all(map(self._is_as_decided, self.sources))

    def _is_as_decided(self, source: SourceRescan) -> bool:
        is_kept = source.source_id in self.kept and source.status is RescanStatus.STILL_THERE
        return is_kept or source.status in _NOTHING_LEFT

    @property
    def locked(self) -> tuple[str, ...]:
        """Paths of the files that have a password which nobody gave."""
        return tuple(source.path for source in self.sources if source.is_locked)


def one_a_place(results: Iterable[SourceRescan]) -> tuple[SourceRescan, ...]:
    """Join the results for one path: several imports may have come from there.

    What any of them found is left there, and the worst status counts; id and hashes are those of
    the last.
    """
    places: dict[str | int, SourceRescan] = {}
    for result in results:
        place = result.path or result.source_id
        before = places.get(place)
        places[place] = _joined(before, result) if before else result
    return tuple(places.values())


def _joined(one: SourceRescan, other: SourceRescan) -> SourceRescan:
    status = min(one.status, other.status, key=WORST_FIRST.index)
    return replace(
        other, status=status, left=rows_joined((*one.left, *other.left)),
        is_locked=one.is_locked or other.is_locked,
    )  # fmt: skip


def rows_joined(left: Iterable[Left]) -> tuple[Left, ...]:
    """Join what was found in the same row, in the order of the rows found first."""
    rows: dict[tuple[str, int], Left] = {}
    for each in left:
        before = rows.get((each.sheet, each.row), each)
        what = tuple(dict.fromkeys((*before.what, *each.what)))
        rows[each.sheet, each.row] = replace(each, what=what)
    return tuple(rows.values())
