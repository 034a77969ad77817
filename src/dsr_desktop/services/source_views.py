"""Sources as a page shows them: with their sheets and with who supplied them."""

from dataclasses import dataclass

from dsr_desktop.domain.source import Sheet, Source
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.deliveries import read_suppliers
from dsr_desktop.store.sources import read_sheets, read_sources


@dataclass(frozen=True)
class SourceView:
    """A source, its sheets in their order, and who supplied it ("" if nobody was named)."""

    source: Source
    sheets: tuple[Sheet, ...]
    supplied_by: str

    @property
    def is_unread(self) -> bool:
        """Tell whether no search can look into the file."""
        return self.source.status.is_unread


@at_one_moment
def view_sources(register: Register) -> tuple[SourceView, ...]:
    """Return every file that was brought to the register, read or not, oldest first."""
    database = register.database
    suppliers = read_suppliers(database)
    return tuple(
        SourceView(
            source,
            read_sheets(database, source.id or 0),
            suppliers.get(source.delivery_id or 0, ""),
        )
        for source in read_sources(database)
    )
