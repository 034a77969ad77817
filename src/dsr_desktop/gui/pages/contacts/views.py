"""What the Contacts page shows, in words."""

from dataclasses import dataclass, field

from dsr_desktop.domain.contact_order import ContactOrder
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.row_ids import RowIds
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.key_values import KeyValue

BLOCK = 100
"""So many contacts are read at once."""


@dataclass(frozen=True)
class Wanted:
    """What the page asks for: the words typed, a list or all, the order."""

    text: str = field(default="", repr=False)
    source_id: int | None = None
    order: ContactOrder = ContactOrder.LIST
    descending: bool = False


@dataclass(frozen=True)
class ContactLine:
    """One contact: what it is called and where it stands; the chip says why it is out of use."""

    row_id: int
    title: str
    place: str
    email: str
    phone: str
    company: str
    chip: ChipLook | None


@dataclass(frozen=True)
class Block:
    """Contacts that follow each other, from the place `first` on."""

    first: int
    lines: tuple[ContactLine, ...]


@dataclass(frozen=True)
class ContactsView:
    """The contacts that were asked for, with those that are seen at first.

    `lists` are the lists to choose from, `total` counts all contacts of the register.
    """

    wanted: Wanted
    ids: RowIds
    total: int
    state: str
    lists: tuple[tuple[int, str], ...]
    block: Block


@dataclass(frozen=True)
class ContactFacts:
    """Everything about one contact; `criteria` find the person, `requests` found the contact."""

    row_id: int
    source_id: int
    title: str
    chips: tuple[ChipLook, ...]
    values: tuple[KeyValue, ...]
    provenance: tuple[KeyValue, ...]
    requests: tuple[str, ...]
    criteria: Criteria | None
