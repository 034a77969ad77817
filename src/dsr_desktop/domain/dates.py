"""Reads dates as lists write them, and as a person types them."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: .*)?")
_SHORT_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2})")
_PACKED = re.compile(r"(?:19|20)\d{6}|\d{4}(?:19|20)\d\d", re.ASCII)
_FIGURES = re.compile(r"\d+")
_LONGEST_DATE = 60
_HAS_LETTERS = re.compile(r"[^\W\d_]{3}")
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
_BORN = re.compile(r"(?:(?:née?|né\(e\)|born)\s+)?(?:(?:le|on|the)\s+)?", re.IGNORECASE)
_AT_A_PLACE = re.compile(r"[\s,(]+(?:à|a|au|aux|en|in|at)\s+\D+$", re.IGNORECASE)


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


def birthdays_meant(text: str) -> frozenset[date]:
    """Every day that a birth date can mean: also in words, without signs, or with a short year.

    24/05/90 is a day of 1990 or of 2090, 24051990 and 19900524 are days, "24 mai 1990" is one, and
    so is "née le 24 mai 1990 à Tulle".
    """
    return _birthdays_meant(text) if len(text) <= _LONGEST_DATE else frozenset()


@lru_cache(maxsize=16_384)
def _birthdays_meant(text: str) -> frozenset[date]:
    if not _FIGURES.search(text):
        return frozenset()
    value = _AT_A_PLACE.sub("", _BORN.sub("", text.strip(), count=1))
    if match := _SHORT_YEAR.fullmatch(value):
        first, second, year = match.groups()
        centuries = [f"{first}/{second}/{century}{year}" for century in ("19", "20")]
        return frozenset().union(*map(days_meant, centuries))
    if _PACKED.fullmatch(value):
        year_first = (int(value[:4]), int(value[4:6]), int(value[6:]))
        return _days(year_first, (int(value[4:]), int(value[2:4]), int(value[:2])))
    spoken = day_typed(value) if _HAS_LETTERS.search(value) else None
    return days_meant(value) or (frozenset({spoken}) if spoken else frozenset())


def usual_birthdays(text: str) -> frozenset[date]:
    """Days that a birth date means where the day stands before the month, as it does in Europe.

    Where that is no day (05/24/1990) the month stands first.
    """
    days = birthdays_meant(text)
    if len(days) < 2:
        return days
    first = int(_FIGURES.findall(text)[0])
    return frozenset(day for day in days if day.day == first) or days


def swapped_day(day: date) -> date | None:
    """Return the day whose number is the month of `day`: 4 March for 3 April; None if there is none."""
    return _day(day.year, day.day, day.month)


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
