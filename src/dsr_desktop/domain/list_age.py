"""How old an imported list is: what a search finds in it is as old as the list."""

from dataclasses import dataclass
from datetime import date, datetime

from dsr_desktop.domain.source import Source

_MONTHS = 12


@dataclass(frozen=True)
class ListDay:
    """The day a list is from: that of its collection if somebody said it, else of its import."""

    day: date
    is_of_collection: bool

    def months_until(self, today: date) -> int:
        """Return the whole months that went by, 0 for a day still to come."""
        months = (today.year - self.day.year) * _MONTHS + today.month - self.day.month
        return max(0, months - (today.day < self.day.day))

    def days_until(self, today: date) -> int:
        """Return the days that went by, 0 for a day still to come."""
        return max(0, (today - self.day).days)


def list_day(source: Source) -> ListDay:
    """Return the day that an imported list is from; days of an import are those of this computer."""
    if source.collected_on:
        return ListDay(date.fromisoformat(source.collected_on[:10]), is_of_collection=True)
    return ListDay(day_of_import(source), is_of_collection=False)


def day_of_import(source: Source) -> date:
    """Return the day on which a source was imported, as it was on this computer."""
    return datetime.fromisoformat(source.imported_at).astimezone().date()
