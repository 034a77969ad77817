"""Days as registers and scripts keep them: ISO 8601 text, None where there is no day."""

from datetime import date


def iso(day: date | None) -> str | None:
    """Return a day as "2026-11-02", None for none."""
    return day.isoformat() if day else None


def day_of(text: object) -> date | None:
    """Return the day that `iso` wrote, None for None or an empty text; ValueError for another."""
    return date.fromisoformat(str(text)) if text else None
