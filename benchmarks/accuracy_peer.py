"""The peer of accuracy: Splink 5, set up with care, without labels; runs in .venv-bench.

Each field has a comparison of its own with levels for slips; names are compared together, also
swapped; frequent values count less; the blocking rules are wide.
"""

import itertools
import logging
import time

import pandas
import splink.comparison_library as compare
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

from benchmarks.accuracy_scores import Link, at_best_threshold, at_own_rule, pairs_of
from benchmarks.febrl import FEBRL4, FIELD_SETS, Record, queries, records
from benchmarks.measure import Result

_SEED = 1
_RANDOM_PAIRS = 5e6
_RECALL_OF_RULES = 0.6
_OWN_RULE = 0.5
_COLUMNS = {
    "given_name": ("given_name", "surname"),
    "family_name": (),
    "address": ("street_number", "address_1", "address_2", "state"),
    "postcode": ("postcode",),
    "city": ("suburb",),
    "birth_date": ("date_of_birth",),
    "identifier": ("soc_sec_id",),
}
_BLOCKING = {
    "given_name": [
        "l.given_name = r.given_name",
        "l.surname = r.surname",
        "l.given_name = r.surname",
        "substr(l.surname, 1, 3) = substr(r.surname, 1, 3)",
        "substr(l.given_name, 1, 3) = substr(r.given_name, 1, 3)",
    ],
    "address": ["l.address_1 = r.address_1", "l.address_1 = r.address_2"],
    "postcode": ["l.postcode = r.postcode"],
    "city": ["l.suburb = r.suburb"],
    "birth_date": ["l.date_of_birth = r.date_of_birth"],
    "identifier": ["l.soc_sec_id = r.soc_sec_id"],
}


def link(name: str, field_set: str) -> Result:
    """Link a data set by some fields: figures of the best link (FEBRL4) or of all pairs (the others)."""
    logging.disable(logging.WARNING)
    started = time.perf_counter()
    fields = FIELD_SETS[field_set]
    listed, asked = records(name), queries(name)
    frames = [_frame(listed, "list")] + ([_frame(asked, "queries")] if name == FEBRL4 else [])
    pairs = _pairs(frames, fields)
    seconds = time.perf_counter() - started
    if name == FEBRL4:
        links, truth = _best_links(pairs, listed, asked), len(asked)
    else:
        links, truth = _links(pairs, listed), pairs_of([record.person for record in listed])
    return {
        "seconds": seconds,
        "best_threshold": at_best_threshold(links, truth),
        "own_rule": at_own_rule(links, truth),
    }


def _frame(listed: list[Record], source: str) -> pandas.DataFrame:
    frame = pandas.DataFrame(listed).replace("", None)
    frame["full_name"] = frame["given_name"] + " " + frame["surname"]
    frame["unique_id"] = range(len(frame))
    frame["source_dataset"] = source
    return frame


def _pairs(frames: list[pandas.DataFrame], fields: tuple[str, ...]) -> pandas.DataFrame:
    database = DuckDBAPI()
    names = ("list", "queries")[: len(frames)]
    tables = [
        database.register(frame, dataset_display_name=name)
        for frame, name in zip(frames, names, strict=True)
    ]
    settings = SettingsCreator(
        link_type="link_only" if len(frames) > 1 else "dedupe_only",
        comparisons=[_comparison(column) for field in fields for column in _compared(field)],
        blocking_rules_to_generate_predictions=[
            rule for field in fields for rule in _BLOCKING.get(field, ())
        ],
        retain_matching_columns=False,
    )
    linker = Linker(tables if len(tables) > 1 else tables[0], settings)
    _train(linker, fields)
    return linker.inference.predict().as_pandas_dataframe()


def _compared(field: str) -> tuple[str, ...]:
    return ("name",) if field == "given_name" else _COLUMNS[field]


def _comparison(column: str):
    if column == "name":
        return compare.ForenameSurnameComparison(
            "given_name", "surname", forename_surname_concat_col_name="full_name"
        )
    if column == "state":
        return compare.ExactMatch(column).configure(term_frequency_adjustments=True)
    if column in {"address_1", "address_2", "suburb"}:
        made = compare.JaroWinklerAtThresholds(column, [0.92, 0.8])
    else:
        made = compare.DamerauLevenshteinAtThresholds(column, [1, 2])
    return made.configure(term_frequency_adjustments=True)


def _train(linker: Linker, fields: tuple[str, ...]) -> None:
    """Estimate without labels; every comparison is left out of a session that blocks on it."""
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("given_name", "surname", "date_of_birth"), block_on("soc_sec_id")],
        recall=_RECALL_OF_RULES,
    )
    training.estimate_u_using_random_sampling(max_pairs=_RANDOM_PAIRS, seed=_SEED)
    sessions = {"surname": "given_name", "date_of_birth": "birth_date", "postcode": "postcode"}
    for column, field in sessions.items():
        if set(fields) - {field, "family_name"}:
            training.estimate_parameters_using_expectation_maximisation(block_on(column))


def _best_links(pairs: pandas.DataFrame, listed: list[Record], asked: list[Record]) -> list[Link]:
    """One link for each query that has a pair: its surest."""
    best: dict[int, tuple[float, float, int]] = {}
    for weight, probability, source, left, right in _rows(pairs):
        row, query = (left, right) if source == "list" else (right, left)
        found = (weight, probability, -row)
        best[query] = max(found, best.get(query, found))
    return [
        Link(weight, listed[-row].person == asked[query].person, probability >= _OWN_RULE)
        for query, (weight, probability, row) in best.items()
    ]


def _links(pairs: pandas.DataFrame, listed: list[Record]) -> list[Link]:
    return [
        Link(weight, listed[left].person == listed[right].person, probability >= _OWN_RULE)
        for weight, probability, _source, left, right in _rows(pairs)
    ]


def _rows(pairs: pandas.DataFrame):
    sources = pairs["source_dataset_l"] if "source_dataset_l" in pairs else itertools.repeat("list")
    columns = ("match_weight", "match_probability")
    return zip(
        *(pairs[column].tolist() for column in columns), sources,
        pairs["unique_id_l"].tolist(), pairs["unique_id_r"].tolist(), strict=False,
    )  # fmt: skip
