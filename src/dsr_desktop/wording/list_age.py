"""How old a list is, in words."""

from datetime import date

from dsr_desktop.domain.list_age import ListDay
from dsr_desktop.wording.language import Tr

_MOST_DAYS = 59
_MOST_MONTHS = 23
_MONTHS = 12


def age(tr: Tr, made: ListDay, today: date) -> str:
    """Say how long ago a list was made: days up to two months, months up to two years."""
    days, months = made.days_until(today), made.months_until(today)
    if days == 0:
        return tr("today")
    if days <= _MOST_DAYS:
        return tr.count("{n} day", "{n} days", days)
    if months <= _MOST_MONTHS:
        return tr.count("{n} month", "{n} months", months)
    return tr.count("{n} year", "{n} years", months // _MONTHS)


def day_of_list(tr: Tr, made: ListDay) -> str:
    """Say the day that a list is from, and whether that is known or only that of its import."""
    if made.is_of_collection:
        return tr("collected on {day}", day=tr.date(made.day))
    return tr("imported on {day}", day=tr.date(made.day))


def age_of_list(tr: Tr, listed_on: date, today: date) -> str:
    """Say how old the newest list of a system is."""
    return tr("list: {age}", age=age(tr, ListDay(listed_on, is_of_collection=False), today))
