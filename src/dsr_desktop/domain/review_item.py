"""What a person's access package may hold, piece by piece, before anybody decided on it (art. 15(3)).

A piece is a cell of a confirmed row, a note on it, the answer of a system, a text of the register.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.own_record import RecordKind, RecordPart


class ItemKind(StrEnum):
    """What a piece is; the values are those of the JSON."""

    CELL = "cell"
    NOTE = "note"
    SYSTEM = "system"
    RECORD = "record"


@dataclass(frozen=True)
class ReviewItem:
    """One piece: `key` names it within its request, `group` what it is shown and handed over with.

    `name` is that of its file or system. A piece of a file has sheet, row and column (from 1), what
    the column means and where its values come from; `day` is that of the list or of the answer. One
    of the register has the kind, reference and part of its record.
    """

    key: str
    group: str
    kind: ItemKind
    text: str
    name: str = ""
    sheet: str = ""
    row: int = 0
    column: int = 0
    header: str = ""
    field: Field | None = None
    origin: Origin | None = None
    channel: str = ""
    collected_on: str = ""
    day: str = ""
    activity: str = ""
    record: RecordKind | None = None
    part: RecordPart | None = None
    ref: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the text: a decision holds for the text that was looked at."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Found(StrEnum):
    """What in a text may be somebody else's; the values are those of the JSON."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    NOT_HERS = "not_hers"
    MENTION = "mention"


@dataclass(frozen=True)
class Suggestion:
    """A stretch of a text (`start` to `end`) that somebody should look at: nothing is decided."""

    start: int
    end: int
    found: Found


@dataclass(frozen=True)
class ItemToReview:
    """A piece with what is to be looked at in it."""

    item: ReviewItem
    suggestions: tuple[Suggestion, ...] = ()
