"""Sources as a page shows them: with their sheets and with who supplied them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.gone_place import GonePlace
from dsr_desktop.domain.held_row import HeldRow
from dsr_desktop.domain.import_details import ImportDetails
from dsr_desktop.domain.source import Sheet, Source, SourceKind
from dsr_desktop.services.gone_places import gone_places
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.deliveries import read_suppliers
from dsr_desktop.store.held_rows import read_held_rows
from dsr_desktop.store.sources import read_sheets, read_sources


@dataclass(frozen=True)
class SourceView:
    """A source, its sheets in their order, and who supplied it ("" if nobody was named).

    `held` are the rows that the suppression list kept out of it, decided or not; `gone` is what was
    said of those of its places that are gone for good.
    """

    source: Source
    sheets: tuple[Sheet, ...]
    supplied_by: str
    held: tuple[HeldRow, ...] = ()
    gone: tuple[GonePlace, ...] = ()

    @property
    def gone_paths(self) -> frozenset[str]:
        """The places of the source that are gone for good."""
        return frozenset(one.path for one in self.gone)

    @property
    def is_unread(self) -> bool:
        """Tell whether no search can look into the file."""
        return self.source.status.is_unread


@at_one_moment
def view_sources(register: Register) -> tuple[SourceView, ...]:
    """Return every file that was brought to the register, read or not, oldest first."""
    database = register.database
    suppliers = read_suppliers(database)
    held = _held_by_source(read_held_rows(database))
    gone = gone_places(register)
    return tuple(
        SourceView(
            source,
            read_sheets(database, source.id or 0),
            suppliers.get(source.delivery_id or 0, ""),
            tuple(held.get(source.id or 0, ())),
            tuple(gone[path] for path in source.paths if path in gone),
        )
        for source in read_sources(database)
    )


def details_said(views: Sequence[SourceView]) -> tuple[ImportDetails, ...]:
    """Return what was said of each register list, newest first; working copies tell nothing lasting."""
    return tuple(
        ImportDetails(
            view.supplied_by, view.source.activity or "", view.source.channel or "",
            view.source.policy_version or "", view.source.retention or "",
        )
        for view in reversed(views)
        if view.source.kind is SourceKind.LIST
    )  # fmt: skip


def _held_by_source(rows: Iterable[HeldRow]) -> dict[int, list[HeldRow]]:
    by_source: defaultdict[int, list[HeldRow]] = defaultdict(list)
    for row in rows:
        by_source[row.source_id].append(row)
    return by_source
