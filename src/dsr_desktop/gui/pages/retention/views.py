"""What the Retention page shows, ready in words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.contact_retention import ClockMode, ContactState, EndedBy
from dsr_desktop.domain.retention_run import RunPlan
from dsr_desktop.gui.widgets.chip import ChipLook

PAGE_SIZE = 200


class Show(StrEnum):
    """What the list shows, in the order of the choice above it."""

    DUE = "due"
    HELD = "held"
    RETAINED = "retained"
    ACTIVE = "active"
    STALE = "stale"


STATES_SHOWN: dict[Show, tuple[ContactState, ...]] = {
    Show.DUE: (ContactState.OVERDUE, ContactState.DUE_SOON),
    Show.HELD: (ContactState.HELD,),
    Show.RETAINED: (ContactState.RETAINED,),
    Show.ACTIVE: (ContactState.ACTIVE,),
    Show.STALE: tuple(one for one in ContactState if one is not ContactState.HELD),
}


@dataclass(frozen=True)
class ContactLine:
    """One contact of the list; `key` is its place, for what follows it."""

    key: tuple[str, int]
    row_id: int
    source_id: int
    title: str
    file: str
    place: str
    activity: str
    day: str
    mark: str
    why: str
    chip: ChipLook


@dataclass(frozen=True)
class HoldLine:
    """One active hold."""

    id: int
    title: str
    detail: str
    is_expired: bool


@dataclass(frozen=True)
class RetentionView:
    """Everything but the list: the state in words, labels with counts, sentences, holds.

    `shows` are the labels of the choice; `has_contacts` false means an empty page. `lists` are the
    lists with contacts, each with its id.
    """

    state: str
    has_contacts: bool
    shows: tuple[str, ...]
    sentences: tuple[str, ...]
    holds: tuple[HoldLine, ...]
    letter: str
    lists: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class ContactPage:
    """Some contacts of the list; `follows` tells that they stand below those shown already."""

    lines: tuple[ContactLine, ...]
    has_more: bool
    follows: bool


@dataclass(frozen=True)
class RunQuestion:
    """What a run would do: its plan, the contacts chosen (None for all that are due), and words."""

    plan: RunPlan
    rows: tuple[int, ...] | None
    question: str
    sentence: str


@dataclass(frozen=True)
class EndGiven:
    """What the form for an end says: `whole` 0 the chosen contacts, 1 their list, 2 the activity."""

    whole: int
    ended_on: date
    ended_by: EndedBy


@dataclass(frozen=True)
class HoldGiven:
    """What the form for a hold says: `whole` 0 the chosen contacts, 1 their list."""

    whole: int
    reason: str
    review_on: date


@dataclass(frozen=True)
class LawGiven:
    """What the form for a legal period says: `whole` 0 the chosen contacts, 1 their list."""

    whole: int
    until: date


@dataclass(frozen=True)
class RuleGiven:
    """What the form for a rule says; no `silent_months` means that silence ends nothing."""

    months: int
    silent_months: int | None
    mode: ClockMode = ClockMode.AFTER_END
