"""Sources as a page shows them: with their sheets and with who supplied them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dsr_desktop.domain.held_row import HeldRow
from dsr_desktop.domain.source import Sheet, Source
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.deliveries import read_suppliers
from dsr_desktop.store.held_rows import read_held_rows
from dsr_desktop.store.sources import read_sheets, read_sources


@dataclass(frozen=True)
class SourceView:
    """A source, its sheets in their order, and who supplied it ("" if nobody was named).

    `held` are the rows that the suppression list kept out of it, decided or not.
    """

    source: Source
    sheets: tuple[Sheet, ...]
    supplied_by: str
    held: tuple[HeldRow, ...] = ()

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
    return tuple(
        SourceView(
            source,
            read_sheets(database, source.id or 0),
            suppliers.get(source.delivery_id or 0, ""),
            tuple(held.get(source.id or 0, ())),
        )
        for source in read_sources(database)
    )


def _held_by_source(rows: Iterable[HeldRow]) -> dict[int, list[HeldRow]]:
    by_source: defaultdict[int, list[HeldRow]] = defaultdict(list)
    for row in rows:
        by_source[row.source_id].append(row)
    return by_source
