"""How every kind of spreadsheet shows numbers, moments and truth: as xlsx does."""

import datetime as dt
from functools import lru_cache

from dsr_desktop.readers.ooxml.number_formats import Masks, Shown, understand
from dsr_desktop.readers.ooxml.numbers import read_number
from dsr_desktop.readers.ooxml.serial_days import Calendar

Meaning = Shown | Masks | None
"""What a number format makes of a number: a moment, digits under a mask, or nothing special."""

_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip
NO_DAY = dt.datetime(1899, 12, 31)  # noqa: DTZ001 - sheets know no zone


@lru_cache(maxsize=1_000)
def meaning_of(code: str) -> Meaning:
    """Return what a format code means."""
    return understand(code)


def show_stored(stored: str | float, meaning: Meaning, calendar: Calendar) -> tuple[str, object]:
    """Return the text that a stored number is shown as, and its typed value."""
    text, number = read_number(stored if isinstance(stored, str) else _written(stored))
    if number is None or meaning is None:
        return text, number
    if isinstance(meaning, Masks):
        masked = meaning.show(number) if isinstance(number, int) else None
        return masked or text, number
    return calendar.show(number, meaning) or (text, number)


def show_moment(moment: dt.date | dt.time) -> tuple[str, str]:
    """Return date, moment or time as ISO text for people, then as typed value."""
    if isinstance(moment, dt.datetime):
        shown = moment.replace(microsecond=0).isoformat(sep=" ").removesuffix(" 00:00:00")
        return shown, moment.isoformat()
    return moment.isoformat().partition(".")[0], moment.isoformat()


def show_span(span: dt.timedelta) -> tuple[str, float]:
    """Return a duration as hours, also beyond 24, minutes and seconds; its typed value is in seconds."""
    seconds = round(abs(span.total_seconds()))
    sign = "-" if span < dt.timedelta() else ""
    clock = f"{sign}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return clock, span.total_seconds()


def show_truth(value: bool) -> str:
    """Return the word for true or false, the same in every language of a sheet."""
    return "TRUE" if value else "FALSE"


def show_error(code: int) -> str:
    """Return the sign for an error that a binary workbook keeps as a number ([MS-XLS] 2.5.198.2)."""
    return _ERRORS.get(code, "#ERROR")


def _written(number: float) -> str:
    return str(int(number)) if number.is_integer() else repr(number)
