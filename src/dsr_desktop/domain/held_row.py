"""Rows that an import held back because somebody in them is on the suppression list (R-SUP-4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.suppression import SuppressionKind, SuppressionReason


class HeldDecision(StrEnum):
    """What the DPO says of a held row after a look into its file."""

    SAME_PERSON = "same_person"
    ANOTHER_PERSON = "another_person"


class HeldContent(StrEnum):
    """Which content of its path a held row stands in, where the register has several."""

    ONLY = "only"
    EARLIER = "earlier"
    LATEST = "latest"


@dataclass(frozen=True)
class HeldPosition:
    """Where a row to be held stands in its sheet, and the entry that one of its keys is on."""

    row: int
    kind: SuppressionKind
    entry_id: int


@dataclass(frozen=True)
class HeldRow:
    """A held row: its position and the kind of key, no value of it.

    `why` is the reason of the entry; `decision` is None until the DPO has decided. `copies` are the
    other places at which the content of its file was seen: the row stands there too. In an EARLIER
    `content` it is at these alone, since `path` was imported with another content later.
    """

    id: int
    source_id: int
    path: str
    file: str
    sheet: str
    row: int
    kind: SuppressionKind
    entry_id: int
    why: SuppressionReason
    found_on: date
    decision: HeldDecision | None = None
    decided_on: date | None = None
    decided_by: str | None = None
    reason: str | None = None
    copies: tuple[str, ...] = ()
    content: HeldContent = HeldContent.ONLY

    @property
    def is_open(self) -> bool:
        """Tell whether the DPO has still to decide."""
        return self.decision is None

    @property
    def is_cleared(self) -> bool:
        """Tell whether the DPO found that it is another person's."""
        return self.decision is HeldDecision.ANOTHER_PERSON
