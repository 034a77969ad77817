"""What the card of the calendar shows, and what its forms hand in."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.company_calendar import CompanyCalendar, OverrideKind
from dsr_desktop.gui.widgets.key_values import KeyValue


@dataclass(frozen=True)
class OverrideLine:
    """A correction of the calendar in words, with the day it is about."""

    day: date
    words: str


@dataclass(frozen=True)
class CalendarView:
    """Company and place, the corrections, and the holidays of one year."""

    place: CompanyCalendar
    company: tuple[KeyValue, ...]
    overrides: tuple[OverrideLine, ...]
    year: int
    days: tuple[KeyValue, ...]


@dataclass(frozen=True)
class PlaceGiven:
    """The country, and the region whose holidays count too, "" for none."""

    country: str
    subdivision: str


@dataclass(frozen=True)
class DayGiven:
    """A day that is a holiday after all, or none, and why."""

    day: date
    kind: OverrideKind
    reason: str


@dataclass(frozen=True)
class DayFollowed:
    """A day on which the country's calendar is to hold again."""

    day: date
