"""Lists about to leave: whose rows must not go with them, and why (R-DIS-1)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.consent import Consent, may_be_used
from dsr_desktop.domain.contact_retention import USUAL_MONTHS
from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.disclosure import LeftOut
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.workdays import add_months


class Why(StrEnum):
    """Why a row does not go: where several hold, the first of these is told."""

    ERASED = "erased"
    OPPOSED = "opposed"
    RESTRICTED = "restricted"
    FROZEN = "frozen"
    ARCHIVED = "archived"
    EXPIRED = "expired"
    NO_CONSENT = "no_consent"


_RANK = {why: rank for rank, why in enumerate(Why)}


@dataclass(frozen=True)
class ListUse:
    """What a list is to be used for: by whom, and why.

    `needs_consent` is None to let the record of processing say whether the purpose rests on it.
    """

    recipient_id: int
    purpose: str
    needs_consent: bool | None = None


@dataclass(frozen=True)
class OutgoingSheet:
    """One sheet of a list: which of its rows stay behind, by number, and which are only doubtful.

    `rows` counts those that hold people, `doubtful` are numbers of rows that go though they look
    like somebody on the suppression list: same name and postcode, or a phone that ends alike.
    """

    name: str
    rows: int
    left: Mapping[int, Why]
    doubtful: tuple[int, ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def kept(self) -> int:
        """How many rows go."""
        return self.rows - len(self.left)


@dataclass(frozen=True)
class OutgoingList:
    """What a check of a list found; nothing of its cells is in it."""

    sheets: tuple[OutgoingSheet, ...]
    format: str
    encoding: str | None
    sha256: str
    consent_needed: bool = False
    warnings: tuple[str, ...] = field(default=(), repr=False)

    @property
    def rows(self) -> int:
        """How many rows hold people."""
        return sum(one.rows for one in self.sheets)

    @property
    def kept(self) -> int:
        """How many rows go."""
        return sum(one.kept for one in self.sheets)

    @property
    def counts(self) -> Mapping[Why, int]:
        """How many rows stay behind, by why, in the order of the reasons."""
        return counted(why for one in self.sheets for why in one.left.values())

    @property
    def left_out(self) -> LeftOut:
        """The same as a disclosure keeps it."""
        return left_out_of(self.counts)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Which kinds of data go, each once."""
        return tuple(dict.fromkeys(kind for one in self.sheets for kind in one.fields))


def counted(reasons: Iterable[Why]) -> dict[Why, int]:
    """Count the reasons, in their order, those that were met alone."""
    numbers = Counter(reasons)
    return {why: numbers[why] for why in Why if numbers[why]}


def left_out_of(counts: Mapping[Why, int]) -> LeftOut:
    """Return counts by reason as a disclosure keeps them: what only a law keeps has had its time."""
    return LeftOut(
        opposed=counts.get(Why.OPPOSED, 0), restricted=counts.get(Why.RESTRICTED, 0),
        frozen=counts.get(Why.FROZEN, 0),
        expired=counts.get(Why.EXPIRED, 0) + counts.get(Why.ARCHIVED, 0),
        erased=counts.get(Why.ERASED, 0), without_consent=counts.get(Why.NO_CONSENT, 0),
    )  # fmt: skip


def first_reason(reasons: Iterable[Why]) -> Why | None:
    """Return the reason that is told of several; None without any."""
    return min(reasons, key=rank_of, default=None)


def rank_of(why: Why) -> int:
    """Return how early a reason is told: 0 for the first."""
    return _RANK[why]


def says_no(said: Sequence[Consent], purpose: str, *, needs_consent: bool) -> bool:
    """Tell whether what a person said keeps them out of a purpose (R-CNS-1).

    Who said nothing of it stays out only where the purpose rests on consent.
    """
    about = [one for one in said if one.is_about(purpose)]
    return not may_be_used(about, purpose) if about else needs_consent


def is_expired(columns: Sequence[Column], cells: Sequence[str], today: date) -> bool | None:
    """Tell whether the time for which a row may be kept is over (R-RT-1, domain.md 5.1).

    Twelve months after the end of the processing; None where the row names no end.
    """
    ended = [
        day
        for column in columns
        if column.field is Field.PROCESSING_ENDED_ON and column.number <= len(cells)
        for day in _only_day(cells[column.number - 1])
    ]
    return today > add_months(max(ended), USUAL_MONTHS) if ended else None


def _only_day(text: str) -> Iterable[date]:
    """Return the latest day that a cell can mean: nobody is left out for a doubt."""
    days = days_meant(text)
    return (max(days),) if days else ()
