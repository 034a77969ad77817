"""What reading the files of a request again showed, place by place on the disk (E12)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dsr_desktop.domain.traces import Left, RescanStatus

_WORST_FIRST = (
    RescanStatus.STILL_THERE,
    RescanStatus.UNREADABLE,
    RescanStatus.MISSING,
    RescanStatus.CLEAN,
)


@dataclass(frozen=True)
class SourceRescan:
    """One place read again, with what is left in it and its hashes at import and now.

    `path` is "" for a reading of earlier days whose file is no longer known.
    """

    source_id: int
    path: str
    status: RescanStatus
    sha256_before: str
    sha256_after: str | None
    left: tuple[Left, ...]


@dataclass(frozen=True)
class Rescan:
    """All places of the files of a request read again, each once."""

    ref: str
    sources: tuple[SourceRescan, ...]

    @property
    def clean(self) -> bool:
        """Tell whether every file was read and nothing of the person is left."""
        return bool(self.sources) and all(
            source.status is RescanStatus.CLEAN for source in self.sources
        )


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
    status = min(one.status, other.status, key=_WORST_FIRST.index)
    return replace(other, status=status, left=rows_joined((*one.left, *other.left)))


def rows_joined(left: Iterable[Left]) -> tuple[Left, ...]:
    """Join what was found in the same row, in the order of the rows found first."""
    rows: dict[tuple[str, int], Left] = {}
    for each in left:
        before = rows.get((each.sheet, each.row), each)
        what = tuple(dict.fromkeys((*before.what, *each.what)))
        rows[each.sheet, each.row] = replace(each, what=what)
    return tuple(rows.values())
