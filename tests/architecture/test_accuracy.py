"""The measurement of accuracy: records become questions, and the figures are worked out rightly.

How right the search is, `python3 dev.py bench accuracy` says.
"""

import sys
from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz.distance import OSA

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks import accuracy, accuracy_app, misspelt  # noqa: E402
from benchmarks.accuracy_scores import (  # noqa: E402
    Link,
    at_best_threshold,
    at_own_rule,
    pairs_of,
)
from benchmarks.febrl import FEBRL4, FIELD_SETS, SETS_ASKED, Record  # noqa: E402
from benchmarks.lists import people  # noqa: E402
from benchmarks.queries import without_accents  # noqa: E402

from dsr_desktop.domain.criteria import Criteria  # noqa: E402
from dsr_desktop.domain.matching import How  # noqa: E402
from dsr_desktop.services.searching import search  # noqa: E402

JANE = Record("rec-7-org", "jane", "okoro", "12", "stanley street", "hill view", "winston hills",
              "2153", "nsw", "19601104", "5304218")  # fmt: skip
TWIN = JANE._replace(rec_id="rec-8-org", given_name="june", soc_sec_id="9988776")
SLIPPED = JANE._replace(rec_id="rec-7-dup-0", suburb="winstonhills", soc_sec_id="")


def links(*scored):
    """Links as (score, rightly or not); the rule lets through what scores 10 or more."""
    return [Link(score, right, score >= 10) for score, right in scored]


# --- the figures


def test_the_best_threshold_keeps_the_right_links_and_leaves_the_wrong_ones():
    figures = at_best_threshold(links((20, True), (9, True), (3, False), (2, False)), 2)

    assert figures == {"f1": 1.0, "precision": 1.0, "recall": 1.0, "threshold": 9}


def test_a_link_that_was_not_found_costs_recall_only():
    figures = at_best_threshold(links((20, True)), 4)

    assert figures == {"f1": 0.4, "precision": 1.0, "recall": 0.25, "threshold": 20}


def test_links_of_one_score_are_kept_or_left_together():
    figures = at_best_threshold(links((5, True), (5, False), (5, False)), 1)

    assert figures["precision"] == pytest.approx(1 / 3, abs=1e-5)


def test_the_order_of_links_does_not_matter():
    some = links((4, False), (20, True), (9, True), (12, False))

    assert at_best_threshold(some, 3) == at_best_threshold(some[::-1], 3)


@pytest.mark.parametrize("measure", [at_best_threshold, at_own_rule])
def test_no_link_at_all_is_a_figure_of_nought(measure):
    assert measure([], 5)["f1"] == 0.0


def test_the_own_rule_is_judged_as_it_stands():
    figures = at_own_rule(links((20, True), (12, False), (9, True)), 2)

    assert figures == {"f1": 0.5, "precision": 0.5, "recall": 0.5}


def test_every_two_records_of_one_person_are_a_pair():
    assert pairs_of([1, 1, 1, 2, 2, 3]) == 3 + 1


# --- the records


def test_a_record_tells_its_person_street_and_date():
    assert (JANE.person, JANE.street, JANE.born) == (7, "12 stanley street", "1960-11-04")
    assert SLIPPED.person == JANE.person != TWIN.person


def test_a_missing_date_stays_missing():
    assert JANE._replace(date_of_birth="").born == ""


def test_all_that_is_known_of_a_record_is_asked():
    assert accuracy_app.criteria_of(JANE, FIELD_SETS["all"]) == Criteria(
        given_name=("jane",), family_name=("okoro",), address=("12 stanley street", "hill view"),
        postcode=("2153",), city=("winston hills",), birth_date=("1960-11-04",),
        identifier=("5304218",),
    )  # fmt: skip


def test_a_field_that_is_not_of_the_set_or_missing_is_not_asked():
    record = JANE._replace(given_name="")

    assert accuracy_app.criteria_of(record, FIELD_SETS["name only"]) == Criteria(
        family_name=("okoro",)
    )


def test_a_record_without_any_field_of_the_set_is_not_asked():
    record = JANE._replace(given_name="", surname="")

    assert accuracy_app.criteria_of(record, FIELD_SETS["name only"]) is None


@pytest.fixture
def listed(register, lists, write_csv, bring_in):
    """A register with the three records, imported by the titles of the measurement."""
    rows = [accuracy_app.TITLES, *map(accuracy_app.cells_of, (JANE, TWIN, SLIPPED))]
    bring_in(register, write_csv(lists / "list.csv", rows, delimiter=","))
    return register


def hits_of(register, record, limit):
    return search(register, accuracy_app.criteria_of(record, FIELD_SETS["all"]), limit=limit).hits


def test_every_title_is_recognised(listed):
    first = hits_of(listed, JANE, 1)[0]

    found = {reason.criterion: reason.how for reason in first.grade.reasons}

    assert first.place.row.n == 2
    assert set(FIELD_SETS["all"]) <= found.keys() | {"given_name", "family_name"}
    assert found["identifier"] is How.SAME_IDENTIFIER
    assert found["birth_date"] is How.SAME


def test_the_first_hit_of_a_query_is_right_if_it_is_the_same_person(listed):
    asked = [SLIPPED, JANE._replace(rec_id="rec-9-org")]
    answers = [hits_of(listed, record, 1) for record in asked]

    judged = accuracy_app.first_hits([7, 8, 7], asked, answers)

    assert [link.right for link in judged] == [True, False]


def test_a_query_without_hits_makes_no_link():
    assert accuracy_app.first_hits([7, 8, 7], [JANE], [()]) == []


def test_two_records_make_one_link_and_none_with_themselves(listed):
    answers = [hits_of(listed, record, 50) for record in (JANE, TWIN, SLIPPED)]

    judged = accuracy_app.all_pairs([7, 8, 7], answers)

    assert Counter(link.right for link in judged)[True] == 1
    assert len(judged) <= 3


# --- the goals


def test_every_goal_is_about_fields_that_are_asked():
    assert all(fields in SETS_ASKED[name] for name, fields in accuracy._BEST)
    assert all(fields in FIELD_SETS for several in SETS_ASKED.values() for fields in several)


@pytest.mark.parametrize(("f1", "met"), [(0.9996, True), (0.99955, False)])
def test_an_f1_just_below_its_goal_is_seen_to_be_below(f1, met):
    sides = {"app": {"best_threshold": {"f1": f1}}, "splink": {"best_threshold": {"f1": 0.9}}}
    figure = {"data": FEBRL4, "fields": "no SSN, no birth date", **sides}

    limit, peer = accuracy._judged([figure])

    assert (limit["met"], limit["value"], peer["met"]) == (met, f1, True)


def test_fields_without_a_goal_are_not_judged():
    assert list(accuracy._judged([{"data": "FEBRL1", "fields": "all"}])) == []


def test_names_are_judged_at_the_size_of_their_goal_only():
    found = dict.fromkeys(misspelt.KINDS, 0.96)

    small = accuracy._judged_finds(found, 100_000)
    large = accuracy._judged_finds(found, 1_000_000)

    assert [goal["met"] for goal in small] == [None] * 4
    assert [goal["met"] for goal in large] == [False, False, False, True]


# --- the misspelt names


@pytest.fixture(scope="module")
def asked():
    listed = list(people(3_000))
    return [(query, listed[query.row - 2]) for query in misspelt.make_misspelt(3_000, 60)]


def plain(text):
    return without_accents(text).lower()


def slips(one, other):
    return OSA.distance(plain(one), plain(other))


def test_misspelt_names_are_always_the_same():
    assert misspelt.make_misspelt(3_000, 20) == misspelt.make_misspelt(3_000, 20)


def test_each_kind_is_asked_as_often_and_nobody_twice(asked):
    assert Counter(query.kind for query, _ in asked) == dict.fromkeys(misspelt.KINDS, 60)
    assert len({query.row for query, _ in asked}) == len(asked)


def test_each_kind_has_as_many_slips_as_it_says(asked):
    made = {
        "one typo": lambda one: (f"{one.given} {one.family}", 1),
        "one typo in each name": lambda one: (f"{one.given} {one.family}", 2),
        "reversed, one typo": lambda one: (f"{one.family} {one.given}", 1),
        "two typos": lambda one: (f"{one.given} {one.family}", 2),
    }
    for query, person in asked:
        name, count = made[query.kind](person)
        assert slips(query.text, name) == count, query


def test_a_name_that_too_many_have_is_left_out():
    listed = list(people(3_000))
    held = Counter(plain(f"{one.given} {one.family}") for one in listed)

    asked = misspelt.make_misspelt(3_000, 40, namesakes=1)

    assert max(held.values()) > 1
    meant = [listed[query.row - 2] for query in asked]
    assert {held[plain(f"{one.given} {one.family}")] for one in meant} == {1}


def test_a_list_too_short_for_the_kinds_is_refused():
    with pytest.raises(ValueError, match="too short"):
        misspelt.make_misspelt(40, 60)
