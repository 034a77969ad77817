"""Rounds of searching: each asks more than the one before; the same again is no new round (R-MAT-4)."""

from dsr_desktop.domain.hit import SearchRun
from dsr_desktop.domain.search_rounds import next_round, rounds_of

NAME = {"name": ("Camille Dupont",)}
WITH_MAIL = {**NAME, "email": ("c.dupont@perso.example",)}
WITH_TWO = {**NAME, "email": ("c.dupont@perso.example", "cd@lenoir.example")}


def run(criteria, total=1, day=16):
    return SearchRun(f"2026-11-{day}T10:00:00+00:00", "Nora Vidal", 3, 40, total, criteria)


def test_without_a_search_there_is_no_round():
    assert rounds_of(()) == ()
    assert next_round((), NAME) == 1


def test_the_first_round_asks_everything_newly():
    (only,) = rounds_of([run(NAME)])

    assert (only.number, only.added, only.removed) == (1, NAME, {})


def test_a_further_round_tells_what_it_asks_more():
    _first, second, third = rounds_of([run(NAME), run(WITH_MAIL), run(WITH_TWO)])

    assert second.added == {"email": ("c.dupont@perso.example",)}
    assert third.added == {"email": ("cd@lenoir.example",)}
    assert (second.removed, third.removed) == ({}, {})
    assert third.number == 3


def test_what_is_no_longer_asked_is_told_too():
    _first, second = rounds_of([run(WITH_TWO), run(WITH_MAIL)])

    assert (second.added, second.removed) == ({}, {"email": ("cd@lenoir.example",)})


def test_the_same_again_belongs_to_the_same_round():
    first, second = rounds_of([run(NAME, day=1), run(NAME, 4, day=2), run(WITH_MAIL, day=3)])

    assert [one.total for one in first.runs] == [1, 4]
    assert first.last.total == 4
    assert second.number == 2


def test_the_order_of_the_criteria_makes_no_round():
    turned = {"email": WITH_MAIL["email"], "name": WITH_MAIL["name"]}

    assert len(rounds_of([run(WITH_MAIL), run(turned)])) == 1


def test_the_next_search_continues_a_round_or_begins_one():
    runs = [run(NAME), run(WITH_MAIL)]

    assert next_round(runs, WITH_MAIL) == 2
    assert next_round(runs, WITH_TWO) == 3
    assert next_round(runs, NAME) == 3


def test_going_back_to_earlier_criteria_is_a_round_of_its_own():
    assert [one.number for one in rounds_of([run(NAME), run(WITH_MAIL), run(NAME)])] == [1, 2, 3]
