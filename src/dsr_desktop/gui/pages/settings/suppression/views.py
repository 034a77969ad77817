"""What the card of the suppression list shows, and what is answered there; no address stays."""

from dataclasses import dataclass, field
from enum import StrEnum

from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.gui.pages.settings.suppression.entries import EntryRow
from dsr_desktop.gui.theme.tokens import Tone


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
class Renewal:
    """An entry that is due and stays, and why."""

    entry_id: int
    reason: str


class LookUpPart(StrEnum):
    """What can be looked up."""

    VALUE = "value"
    PERSON = "person"


@dataclass(frozen=True)
class LookUp:
    """What was typed to be looked up: an e-mail or phone, a name with its postcode, or both."""

    value: str = field(repr=False)
    name: str = field(repr=False)
    postcode: str = field(repr=False)

    @property
    def parts(self) -> tuple[LookUpPart, ...]:
        """What was typed; the e-mail or phone if nothing was."""
        has_person = bool(self.name or self.postcode)
        asked = ((LookUpPart.VALUE, self.value or not has_person), (LookUpPart.PERSON, has_person))
        return tuple(part for part, is_asked in asked if is_asked)


@dataclass(frozen=True)
class Answer:
    """What the list says of one part, or why it is no key: then it is Tone.LATE."""

    part: LookUpPart
    tone: Tone
    what: str
    entries: str = ""


@dataclass(frozen=True)
class LookedUp:
    """What was looked up, with an answer to each part."""

    asked: LookUp
    answers: tuple[Answer, ...]
