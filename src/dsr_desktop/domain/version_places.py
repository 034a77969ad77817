"""Where the earlier versions of a file may still lie when a newer one took the place of one."""

from collections.abc import Iterable, Iterator, Mapping, Set

from dsr_desktop.domain.source import Source


def later_versions(source: Source, by_id: Mapping[int | None, Source]) -> Iterator[Source]:
    """Yield the versions that took the place of `source`, one after the other."""
    while source.superseded_by in by_id and source.superseded_by is not None:
        source = by_id[source.superseded_by]
        yield source


def places_left(source: Source, later: Iterable[Source]) -> tuple[str, ...]:
    """Return the places of a version that no later one came from: its content may lie there."""
    taken = {path for version in later for path in version.paths}
    return tuple(path for path in source.paths if path not in taken)


def cited_with_places(sources: Iterable[Source], cited: Set[int]) -> frozenset[int]:
    """Return `cited`, and the earlier versions that are to be reached at other places.

    A row that an open request cites in the newest version stands in the earlier ones too: as long as
    one of those may still lie somewhere, it and those after it say where the row stands there.
    """
    by_id: dict[int | None, Source] = {source.id: source for source in sources}
    needed = set(cited)
    for source in by_id.values():
        later = tuple(later_versions(source, by_id))
        if later and later[-1].id in cited and places_left(source, later):
            needed.update(one.id for one in (source, *later) if one.id is not None)
    return frozenset(needed)
