"""Reads dates as lists write them."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?")


def days_meant(text: str) -> frozenset[date]:
    """Every day that `text` can mean: 3/4/1990 is the 3rd of April or the 4th of March."""
    value = text.strip()
    if match := _ISO.fullmatch(value):
        year, month, day = (int(part) for part in match.groups())
        return _days((year, month, day))
    if match := _DAY_FIRST.fullmatch(value):
        first, second, year = (int(part) for part in match.groups())
        return _days((year, second, first), (year, first, second))
    return frozenset()


def same_day(one: str, other: str) -> bool:
    """Tell whether two written dates can mean the same day."""
    return bool(days_meant(one) & days_meant(other))


def _days(*triples: tuple[int, int, int]) -> frozenset[date]:
    return frozenset(day for triple in triples if (day := _day(*triple)) is not None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
