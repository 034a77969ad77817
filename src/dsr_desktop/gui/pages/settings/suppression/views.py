"""What the card of the suppression list shows, and what is answered there; no address stays."""

from dataclasses import dataclass, field

from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.gui.pages.settings.suppression.entries import EntryRow


@dataclass(frozen=True)
class SuppressionView:
    """The entries, due ones first, in words; their counts; and whether erased people are listed."""

    counts: str
    due: str
    entries: tuple[EntryRow, ...]
    lists_erased: bool


@dataclass(frozen=True)
class NewEntry:
    """A person to be put on the list, by what was typed; empty texts were left open."""

    email: str = field(repr=False)
    phone: str = field(repr=False)
    name: str = field(repr=False)
    postcode: str = field(repr=False)
    scope: SuppressionScope
    reason: SuppressionReason
    request_ref: str


@dataclass(frozen=True)
class Removal:
    """An entry to be taken off, and why; of a new relation the entry for marketing stays."""

    entry_id: int
    reason: str
    new_relation: bool


@dataclass(frozen=True)
class LookedUp:
    """What the list says of a typed value."""

    text: str = field(repr=False)
    is_listed: bool
    what: str
    entries: str
