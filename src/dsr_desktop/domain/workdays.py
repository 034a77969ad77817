"""Working days of a country: neither Saturday, Sunday nor public holiday (Reg. 1182/71, art. 2)."""

from calendar import SATURDAY, monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

COUNTRIES = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "NO", "IS", "LI", "CH", "GB",
)  # fmt: skip
"""Countries to choose from: the 27 Member States, then Norway, Iceland, Liechtenstein, the others.

Every other country that the package `holidays` knows is accepted too.
"""

OWN_HOLIDAY = mark("Day added in Settings")
"""Name of a holiday that the user added and that the country does not have."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DayOff:
    """A day that is no working day; `holiday` names it in English, None for a plain weekend."""

    day: date
    holiday: str | None


@dataclass(frozen=True)
class WorkCalendar:
    """Working days where the controller acts (Reg. 1182/71, art. 2(1); rule R-DL-8).

    `country` is a two-letter code; `subdivision` a region of it ("57" is Moselle), None for the
    national holidays alone. `added` and `removed` are the user's own corrections; a day in both is
    no holiday, which can only make a deadline earlier. Every method raises InvalidInputError for
    an unknown country or region, and for a year whose holidays are not known.
    """

    country: str
    subdivision: str | None = None
    added: frozenset[date] = frozenset()
    removed: frozenset[date] = frozenset()

    def check(self, day: date) -> None:
        """Raise InvalidInputError unless the holidays of the year of `day` are known."""
        _public_holidays(self.country, self.subdivision, day.year)

    def holiday_name(self, day: date) -> str | None:
        """Name the public holiday on `day` in English, weekend or not; None when it is none."""
        public = _public_holidays(self.country, self.subdivision, day.year)
        if day in self.removed:
            return None
        return public.get(day, OWN_HOLIDAY if day in self.added else None)

    def is_working_day(self, day: date) -> bool:
        """Tell whether `day` is neither Saturday, Sunday nor a public holiday."""
        is_holiday = self.holiday_name(day) is not None
        return day.weekday() < SATURDAY and not is_holiday

    def roll_forward(self, day: date) -> date:
        """Return `day`, or the next working day when it is none (Reg. 1182/71, art. 3(4))."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def roll_back(self, day: date) -> date:
        """Return `day`, or the last working day before it when it is none."""
        while not self.is_working_day(day):
            day -= _ONE_DAY
        return day

    def working_days_before(self, day: date, n: int) -> date:
        """Return the `n`-th working day before `day`; `day` itself is not counted."""
        for _ in range(n):
            day = self.roll_back(day - _ONE_DAY)
        return day

    def days_off_from(self, day: date) -> tuple[DayOff, ...]:
        """List the days that `roll_forward` passes over, beginning with `day`."""
        passed: list[DayOff] = []
        while not self.is_working_day(day):
            passed.append(DayOff(day, self.holiday_name(day)))
            day += _ONE_DAY
        return tuple(passed)


def add_months(day: date, n: int) -> date:
    """Return the same day number `n` months later, or the last day of a month that lacks it.

    Source: Reg. 1182/71, art. 3(2)(c). Raises ValueError outside the years 1 to 9999.
    """
    years, month = divmod(day.month - 1 + n, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def subdivisions(country: str) -> tuple[str, ...]:
    """List the codes of the regions of `country` that have holidays of their own.

    Raises InvalidInputError for an unknown country.
    """
    import holidays  # noqa: PLC0415 - slow: loaded with the first date, not with the app

    if len(country) == 2 and country.isupper() and hasattr(holidays, country):
        return tuple(holidays.country_holidays(country).subdivisions)
    raise InvalidInputError(
        mark("There is no holiday calendar for {country}: use a two-letter code such as FR."),
        country=country,
    )


def holiday_data_version() -> str:
    """Return the version of the package whose holidays are counted with (domain.md 2.5)."""
    from holidays.version import __version__  # noqa: PLC0415 - slow, as above

    return __version__


@lru_cache(maxsize=1024)
def _public_holidays(country: str, subdivision: str | None, year: int) -> Mapping[date, str]:
    _check_subdivision(country, subdivision)
    import holidays  # noqa: PLC0415 - slow: loaded with the first date, not with the app

    calendar = holidays.country_holidays(
        country,
        subdiv=subdivision or None,
        years=year,
        expand=False,
        language="en_US",
        categories=holidays.PUBLIC,
    )
    if not calendar.start_year <= year <= calendar.end_year:
        raise InvalidInputError(
            mark("The holidays of {country} are known from {first} to {last}: check year {year}."),
            country=country,
            first=str(calendar.start_year),
            last=str(calendar.end_year),
            year=str(year),
        )
    return dict(calendar)


def _check_subdivision(country: str, subdivision: str | None) -> None:
    known = subdivisions(country)
    if not subdivision or subdivision in known:
        return
    if not known:
        raise InvalidInputError(
            mark("The calendar of {country} has no regions: leave the region empty."),
            country=country,
        )
    raise InvalidInputError(
        mark("The calendar of {country} has no region {region}: use one of {known}, or none."),
        country=country,
        region=subdivision,
        known=", ".join(known),
    )
