"""The lines of the list of hits: heads of sheets, hits, and the fold over the weak ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.matching import Level
from dsr_desktop.gui.pages.search.rows import HitRow


@dataclass(frozen=True)
class GroupHead:
    """The head above the hits of one sheet; `count` is None while there may be more to fetch."""

    file: str
    sheet: str
    hidden: bool
    count: int | None


@dataclass(frozen=True)
class WeakFold:
    """The line under which weak hits lie."""

    count: int
    is_open: bool


Entry = GroupHead | HitRow | WeakFold


def entries_of(
    rows: Sequence[HitRow], weak: int | None, *, weak_open: bool, is_part: bool = False
) -> Iterator[Entry]:
    """Yield the lines for hits that come best first; `weak` as of `count_weak`.

    `is_part`: more hits may follow, so that nobody knows yet how many a sheet has.
    """
    shown = [row for row in rows if not row.is_weak]
    yield from _grouped(shown, is_part=is_part and weak is None)
    if weak:
        yield WeakFold(weak, weak_open)
    if weak_open:
        yield from _grouped([row for row in rows if row.is_weak], is_part=is_part)


def entries_after(
    rows: Sequence[HitRow], more: Sequence[HitRow], weak: int | None, *, weak_open: bool
) -> Iterator[Entry]:
    """Yield the lines that `more` hits add below those of `rows`, which stay as they are."""
    if any(row.is_weak for row in rows):
        yield from _grouped(more, is_part=True) if weak_open else ()
    else:
        yield from entries_of(more, weak, weak_open=weak_open, is_part=True)


def count_weak(rows: Sequence[HitRow], total: int) -> int | None:
    """Count the weak hits of a search that found `total`, of which `rows` are known.

    They come last: None as long as what is known ends before the first of them.
    """
    if len(rows) < total and (not rows or rows[-1].level is not Level.WEAK):
        return None
    return total - sum(not row.is_weak for row in rows)


def _grouped(rows: Sequence[HitRow], *, is_part: bool) -> Iterator[Entry]:
    """Group by file and sheet: the file of the best hit first, its sheets together."""
    files: dict[str, dict[str, list[HitRow]]] = {}
    for row in rows:
        files.setdefault(row.path, {}).setdefault(row.sheet, []).append(row)
    for sheets in files.values():
        for hits in sheets.values():
            first = hits[0]
            count = None if is_part else len(hits)
            yield GroupHead(first.file, first.sheet, first.hidden, count)
            yield from hits
