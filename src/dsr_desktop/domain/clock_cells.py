"""Reads the dates of a contact's clock in the cells of its row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dsr_desktop.domain.contact_retention import ContactDates
from dsr_desktop.domain.dates import day_typed, days_meant
from dsr_desktop.domain.fields import Field

CLOCK_FIELDS = (Field.COLLECTED_ON, Field.LAST_CONTACT_ON, Field.PROCESSING_ENDED_ON)
_TIME = re.compile(r"(?:T|\s+(?:at\s+|à\s+)?)\d{1,2}[:hH]\d{2}.*$")
_MONTHS_SAID = re.compile(r"\s*(\d{1,3})\s*(months?|mois|years?|ans?)\b", re.IGNORECASE)
_LONGEST = 60


@dataclass(frozen=True)
class ClockCells:
    """The dates of one row; `misread` counts filled cells that hold no day."""

    dates: ContactDates
    misread: int = 0


def clock_columns(fields: Sequence[Field | None]) -> Mapping[Field, int]:
    """Return the columns (from 0) that hold dates of the clock; of several the first counts."""
    return {field: fields.index(field) for field in CLOCK_FIELDS if field in fields}


def read_clock(cells: Sequence[str], columns: Mapping[Field, int]) -> ClockCells:
    """Read the dates of a row."""
    found: dict[Field, date | None] = {}
    misread = 0
    for field, at in columns.items():
        text = cells[at].strip() if at < len(cells) else ""
        found[field] = day_in_cell(text)
        misread += bool(text) and found[field] is None
    dates = ContactDates(*(found.get(field) for field in CLOCK_FIELDS))
    return ClockCells(dates, misread)


@lru_cache(maxsize=65_536)
def day_in_cell(text: str) -> date | None:
    """Return the day that a cell means, None for none: day before month, unless that is no day.

    A time behind the day is left out. 03/04/2025 is the 3rd of April, 04/23/2025 the 23rd of April.
    """
    if not text or len(text) > _LONGEST:
        return None
    bare = _TIME.sub("", text)
    day = day_typed(bare)
    if day is not None:
        return day
    meant = days_meant(bare)
    return next(iter(meant)) if len(meant) == 1 else None


def months_said(text: str | None) -> int | None:
    """Return the months that "12 months", "3 ans" or "2 years after …" begin with, None for others."""
    match = _MONTHS_SAID.match(text or "")
    if match is None:
        return None
    number = int(match[1]) * (1 if match[2].lower().startswith("mo") else 12)
    return number or None
