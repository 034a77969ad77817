"""A column of a sheet: what it means, how sure that is, and what becomes of its cells."""

from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.column_titles.purposes import Purpose, purpose_of_title
from dsr_desktop.domain.fields import CONSENT_FIELDS, Field, Origin
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.policy import Undeclared


class Confidence(StrEnum):
    """How sure it is that a column means what is said of it."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"
    UNKNOWN = "unknown"


class ToldBy(StrEnum):
    """What told the meaning of a column."""

    TITLE = "title"
    CONTENT = "content"
    REMEMBERED = "remembered"
    CHOSEN = "chosen"
    NOTHING = "nothing"

    @property
    def why(self) -> Notice:
        """The same in words."""
        return _WHY[self]


_WHY = {
    ToldBy.TITLE: Notice(mark("By its title")),
    ToldBy.CONTENT: Notice(mark("By its content")),
    ToldBy.REMEMBERED: Notice(mark("Remembered from an earlier import")),
    ToldBy.CHOSEN: Notice(mark("Chosen")),
    ToldBy.NOTHING: Notice(mark("Neither title nor content say what it is")),
}


@dataclass(frozen=True)
class Column:
    """One column of a sheet: `number` counts from 1 as the spreadsheet does.

    `purpose` is what an opt-in or opt-out is about; None for all of it and for any other column.
    The cells of a column with `is_skipped` are not in the register. `undeclared` names what the
    column holds beyond the privacy policy, `reason` why it is kept, or skipped.
    """

    number: int
    header: str
    field: Field | None
    origin: Origin | None = None
    purpose: Purpose | None = None
    hidden: bool = False
    confidence: Confidence = Confidence.UNKNOWN
    told_by: ToldBy = ToldBy.NOTHING
    undeclared: Undeclared | None = None
    is_skipped: bool = False
    reason: str | None = None

    @property
    def awaits_choice(self) -> bool:
        """Tell whether the policy does not announce the column and nobody said what to do."""
        return self.undeclared is not None and not self.is_skipped and not self.reason


def usual_purpose(field: Field | None, header: str) -> Purpose | None:
    """Return what the title of an opt-in or opt-out says that it is about."""
    return purpose_of_title(header) if field in CONSENT_FIELDS else None
