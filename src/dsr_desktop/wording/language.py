"""Turns marked English sentences into the user's language (gettext catalogues)."""

import datetime as dt
import gettext
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from dsr_desktop.domain.marking import mark
from dsr_desktop.resources import resource_path

__all__ = ["LANGUAGES", "Tr", "mark", "speak"]

LANGUAGES = ("fr", "en")
_DOMAIN = "dsr_desktop"


@dataclass(frozen=True)
class Tr:
    """Speaks one language: `tr("{n} files", n=3)`; placeholders are named, never positional."""

    language: str
    catalogue: gettext.NullTranslations = field(repr=False, compare=False)

    def __call__(self, sentence: str, /, **named: object) -> str:
        """Translate `sentence`, then fill its placeholders with `named`."""
        text = self.catalogue.gettext(sentence)
        return text.format(**named) if named else text

    def count(self, one: str, many: str, n: int, /, **named: object) -> str:
        """Translate in the singular or plural form for `n`, which fills the placeholder {n}."""
        text = self.catalogue.ngettext(one, many, n)
        return text.format(n=self.number(n), **named)

    def number(self, value: int) -> str:
        """Group thousands: 48,210 in English, 48 210 with a narrow no-break space in French."""
        grouped = f"{value:,}"
        return grouped.replace(",", "\u202f") if self.language == "fr" else grouped

    def date(self, day: dt.date) -> str:
        """Write a date in full: 2 December 2026, 2 décembre 2026, 1er mai 2026."""
        return f"{self._day_number(day)} {self(_MONTHS[day.month - 1])} {day.year}"

    def weekday_date(self, day: dt.date) -> str:
        """Write a date with its weekday: Monday 2 November 2026, lundi 2 novembre 2026."""
        return f"{self(_WEEKDAYS[day.weekday()])} {self.date(day)}"

    def pair(self, what: str, words: str) -> str:
        """Put a thing before what is said of it: "file: reason", with the language's colon."""
        return self(_PAIR, what=what, words=words)

    def series(self, parts: Iterable[str]) -> str:
        """Put longer parts in a row: "a; b", in French with the space that its semicolon has."""
        return ("\u00a0; " if self.language == "fr" else "; ").join(parts)

    def short_date(self, day: dt.date) -> str:
        """Write a date without its year, for side panels: 2 Dec, 2 déc."""
        return f"{self._day_number(day)} {self(_SHORT_MONTHS[day.month - 1])}"

    def _day_number(self, day: dt.date) -> str:
        return "1er" if self.language == "fr" and day.day == 1 else str(day.day)


@lru_cache(maxsize=len(LANGUAGES))
def speak(language: str) -> Tr:
    """Load the catalogue of `language` ("fr" or "en"); English is the source and needs none."""
    if language == "en":
        return Tr("en", gettext.NullTranslations())
    folder = resource_path("i18n")
    return Tr(language, gettext.translation(_DOMAIN, folder, languages=[language]))


def month_name(tr: Tr, day: dt.date, *, short: bool = False) -> str:
    """Name the month of a day: November, Nov."""
    return tr((_SHORT_MONTHS if short else _MONTHS)[day.month - 1])


_PAIR = mark("{what}: {words}")
_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip
_SHORT_MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip
_WEEKDAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"),
    mark("Saturday"), mark("Sunday"),
)  # fmt: skip
