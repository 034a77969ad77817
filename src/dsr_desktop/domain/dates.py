"""Reads dates as lists write them, and as a person types them."""

import re
import unicodedata
from datetime import date

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?")
_TYPED = re.compile(r"([a-z0-9]+)[-/.,\s]+([a-z0-9]+)[-/.,\s]+([a-z0-9]+)")
_TYPED_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?|1er")
_TYPED_YEAR = re.compile(r"[12]\d{3}|\d{2}")
_MONTHS = (
    ("janvier", "january"), ("fevrier", "february"), ("mars", "march"), ("avril", "april"),
    ("mai", "may"), ("juin", "june"), ("juillet", "july"), ("aout", "august"),
    ("septembre", "september"), ("octobre", "october"), ("novembre", "november"),
    ("decembre", "december"),
)  # fmt: skip
_SHORTEST_MONTH = 3
_CENTURY = 2000


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


def day_typed(text: str) -> date | None:
    """Return the one day that a person means by `text`, None for what is no day.

    Figures are read day first (9/10/26 is the 9th of October 2026), unless a year of four figures
    stands first. A month may be a French or an English word, whole or cut, with or without accents.
    """
    match = _TYPED.fullmatch(_plain(text))
    if match is None:
        return None
    first, second, third = match.groups()
    if len(first) == 4 and first.isdecimal():
        return _typed(third, second, first)
    if first.isalpha():
        return _typed(second, first, third)
    return _typed(first, second, third)


def _plain(text: str) -> str:
    """Drop accents and capitals."""
    parts = unicodedata.normalize("NFD", text.strip().casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _typed(day: str, month: str, year: str) -> date | None:
    number = _month_typed(month)
    match = _TYPED_DAY.fullmatch(day)
    if match is None or number is None or not _TYPED_YEAR.fullmatch(year):
        return None
    century = _CENTURY if len(year) == 2 else 0
    return _day(century + int(year), number, int(match[1] or 1))


def _month_typed(text: str) -> int | None:
    """Return the number of a month in figures or as a word, which may be cut: "jui" is no month."""
    if text.isdecimal():
        return int(text) if len(text) <= 2 else None
    if len(text) < _SHORTEST_MONTH:
        return None
    meant = [n for n, names in enumerate(_MONTHS, 1) if _begins_one(text, names)]
    return meant[0] if len(meant) == 1 else None


def _begins_one(text: str, names: tuple[str, ...]) -> bool:
    return any(name.startswith(text) for name in names)


def _days(*triples: tuple[int, int, int]) -> frozenset[date]:
    return frozenset(day for triple in triples if (day := _day(*triple)) is not None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
