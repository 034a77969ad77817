"""The calendar day of a moment in France, without a time zone database: Windows brings none."""

from datetime import UTC, date, datetime, timedelta


def paris_day(moment: datetime) -> date:
    """Return on which day a moment was in Paris (CET, CEST by directive 2000/84/EC); it has a zone."""
    utc = moment.astimezone(UTC)
    in_summer = _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)
    return (utc + timedelta(hours=2 if in_summer else 1)).date()


def _last_sunday(year: int, month: int) -> datetime:
    """Return 01:00 UTC on the last Sunday of March or October, which both have 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
