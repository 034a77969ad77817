"""Reads the tables of judged pairs, puts their rows into lists, and asks for each in turn."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.matching import Level
from dsr_desktop.services.searching import search

DATA = Path(__file__).resolve().parents[2] / "data"
ENROLLED = ("Inscrit le", "12/03/2024")
"""A column that every list has beside those of the pairs: one column alone may lack a title."""
LEVELS = {"none": None, **{level.value: level for level in Level}}


class SamePerson(StrEnum):
    """What a careful data protection officer says of a pair."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Pair:
    """What is asked, a row of a list, and between which levels it must be found (None: not at all)."""

    id: str
    subject: str
    asked: dict[str, list[str]]
    row: dict[str, str]
    same_person: SamePerson
    lowest: Level | None
    highest: Level | None
    why: str


def read_pairs(name: str) -> list[Pair]:
    """Read a table of pairs in tests/data; ValueError or KeyError for a word it does not know."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                id=line["pair"],
                subject=line["subject"],
                asked=_asked(line["asked"]),
                row=dict(_parts(line["row"])),
                same_person=SamePerson(line["same_person"]),
                lowest=LEVELS[line["lowest"]],
                highest=LEVELS[line["highest"]],
                why=line["why"],
            )
            for line in csv.DictReader(file)
        ]


def _asked(text: str) -> dict[str, list[str]]:
    asked = defaultdict(list)
    for criterion, value in _parts(text):
        asked[criterion].append(value)
    return dict(asked)


def _parts(text: str) -> list[tuple[str, str]]:
    """Split "name: Anne Martin | phone: 01 99 00 12 34"; a value may hold a colon or be empty."""
    return [
        (title, value.removeprefix(" "))
        for title, _, value in (part.partition(":") for part in text.split(" | "))
    ]


def lists_of(pairs: list[Pair]) -> dict[str, list[Pair]]:
    """Put rows with the same titles into one list; the keys are file names."""
    by_titles = defaultdict(list)
    for pair in pairs:
        by_titles[tuple(pair.row)].append(pair)
    return {f"list-{n:03}.csv": together for n, together in enumerate(by_titles.values(), 1)}


def cells_of(together: list[Pair]) -> list[list[str]]:
    """The rows of a list of pairs with the same titles, the titles first."""
    title, day = ENROLLED
    return [[*together[0].row, title], *([*pair.row.values(), day] for pair in together)]


def ask_for_all(register, lists: dict[str, list[Pair]]) -> dict[tuple[str, str], Level]:
    """Ask for every pair: the level of each row found, by the pair asked and the pair of the row."""
    row_of = {
        (name, n): pair.id for name, together in lists.items() for n, pair in enumerate(together, 2)
    }
    return {
        (pair.id, row_of[hit.place.source.name, hit.place.row.n]): hit.grade.level
        for together in lists.values()
        for pair in together
        for hit in search(register, make_criteria(pair.asked), limit=None).hits
    }


def rank(level: Level | None) -> int:
    """0 for the surest level; a row that is not found comes last."""
    return len(Level) if level is None else level.rank
