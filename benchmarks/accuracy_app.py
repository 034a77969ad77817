"""What accuracy measures of the app: its own search asked for every record of a FEBRL data set."""

import csv
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from benchmarks.accuracy_scores import Link, at_best_threshold, at_own_rule, pairs_of
from benchmarks.empty_register import PASSPHRASE, new_register
from benchmarks.febrl import FEBRL4, FIELD_SETS, Record, queries, records
from benchmarks.measure import Result, check, percentile, significant
from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import Register, open_register
from dsr_desktop.services.searching import Found, search

TITLES = ("First name", "Last name", "Address", "Address 2", "City", "Postcode", "Date of birth",
          "ID")  # fmt: skip
_REGISTER = "register.dsr"
_FIRST_ROW = 2
_HITS_OF_DUPLICATES = 50
_OWN_RULE = 50.0
"""The score from which the app itself holds a row for more likely the person's than not."""


def prepare(folder: str, name: str) -> Result:
    """Import the list of a data set, by our titles, into a register in `folder`."""
    started = time.perf_counter()
    path = Path(folder, "list.csv")
    listed = records(name)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([TITLES, *map(cells_of, listed)])
    with closing(new_register(Path(folder, _REGISTER))) as register:
        report = import_paths(register, [path], ImportOptions(), date(2026, 11, 2))
    check(report.rows, len(listed))
    return {"seconds": time.perf_counter() - started}


def cells_of(record: Record) -> tuple[str, ...]:
    """The row of a record in the list that is imported."""
    return (record.given_name, record.surname, record.street, record.address_2, record.suburb,
            record.postcode, record.born, record.soc_sec_id)  # fmt: skip


def criteria_of(record: Record, fields: tuple[str, ...]) -> Criteria | None:
    """What is asked for a record; None if it has none of the fields."""
    has = {
        "given_name": [record.given_name],
        "family_name": [record.surname],
        "address": [record.street, record.address_2],
        "postcode": [record.postcode],
        "city": [record.suburb],
        "birth_date": [record.born],
        "identifier": [record.soc_sec_id],
    }
    values = {field: [value for value in has[field] if value] for field in fields}
    return make_criteria(values) if any(values.values()) else None


def ask(folder: str, name: str, field_set: str) -> Result:
    """Ask for every record: figures of the first hit (FEBRL4) or of all pairs (the others)."""
    asked = queries(name)
    fields = FIELD_SETS[field_set]
    limit = 1 if name == FEBRL4 else _HITS_OF_DUPLICATES
    answers: list[tuple[Found, ...]] = []
    seconds = []
    with closing(open_register(Path(folder, _REGISTER), PASSPHRASE)) as register:
        for record in asked:
            started = time.perf_counter()
            answers.append(_hits(register, criteria_of(record, fields), limit))
            seconds.append(time.perf_counter() - started)
    links, truth = _judged(name, asked, answers)
    return {
        "seconds": sum(seconds),
        "best_threshold": at_best_threshold(links, truth),
        "own_rule": at_own_rule(links, truth),
        "p50_ms": significant(1000 * percentile(seconds, 0.5)),
        "p95_ms": significant(1000 * percentile(seconds, 0.95)),
    }


def _hits(register: Register, criteria: Criteria | None, limit: int) -> tuple[Found, ...]:
    return search(register, criteria, limit=limit).hits if criteria else ()


def _judged(
    name: str, asked: list[Record], answers: list[tuple[Found, ...]]
) -> tuple[list[Link], int]:
    people = [record.person for record in records(name)]
    if name == FEBRL4:
        return first_hits(people, asked, answers), len(asked)
    return all_pairs(people, answers), pairs_of(people)


def first_hits(
    people: list[int], asked: list[Record], answers: list[tuple[Found, ...]]
) -> list[Link]:
    """One link for each query that found anything: with its first hit."""
    return [
        _link(hits[0], people[_place(hits[0])] == record.person)
        for record, hits in zip(asked, answers, strict=True)
        if hits
    ]


def all_pairs(people: list[int], answers: list[tuple[Found, ...]]) -> list[Link]:
    """One link for each pair of records of which one was found for the other: the surer of the two."""
    links: dict[tuple[int, int], Link] = {}
    for one, hits in enumerate(answers):
        for hit in hits:
            other = _place(hit)
            pair = (min(one, other), max(one, other))
            if one != other:
                link = _link(hit, people[one] == people[other])
                links[pair] = max(link, links.get(pair, link))
    return list(links.values())


def _place(hit: Found) -> int:
    return hit.place.row.n - _FIRST_ROW


def _link(hit: Found, right: bool) -> Link:
    return Link(hit.grade.bits, right, hit.grade.score >= _OWN_RULE)
