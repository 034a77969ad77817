"""What is to be left of a file, and whether a copy is just that."""

import json

import pytest

from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.cleaning import (
    ByHand,
    CleanedFile,
    Cleaning,
    CleanStatus,
    Obstacle,
    Order,
    Others,
    by_sheet,
    expected,
)
from dsr_desktop.domain.original import (
    JournalEntry,
    JournalState,
    OriginalResult,
    Originals,
    OriginalStatus,
    Settled,
    settle,
)

DUPONT = (5, join_cells(["Dupont", "Camille", "12"]), '{"3":12}')
PETIT = (6, join_cells(["Petit", "Paul", "7"]), '{"3":7}')


def test_an_order_for_the_whole_row_goes_before_one_for_cells():
    orders = [
        Order("a", 1, frozenset({1})), Order("a", 1, frozenset({3})), Order("a", 2),
        Order("a", 2, frozenset({1})), Order("b", 1, frozenset({2})), Order("b", 1),
    ]  # fmt: skip

    assert by_sheet(orders) == {"a": {1: {1, 3}, 2: None}, "b": {1: None}}


@pytest.mark.parametrize(
    ("columns", "left"),
    [
        (None, None),
        (frozenset(), DUPONT[1]),
        (frozenset({1, 3}), join_cells(["", "Camille"])),
        (frozenset({1, 2, 3}), None),
        (frozenset({9}), DUPONT[1]),
    ],
)
def test_of_a_row_the_other_cells_are_left(columns, left):
    found = expected(DUPONT, columns)

    assert (found and found[1]) == left
    if found and columns == {1, 3}:
        assert found[2] is None
    elif found:
        assert json.loads(found[2]) == {"3": 12}


def same(before, after, orders, *, moves=False):
    others = Others({"a": orders}, moves=moves)
    for is_copy, rows in ((False, before), (True, after)):
        others.begin(is_copy=is_copy)
        for row in rows:
            others.see("a", row, is_copy=is_copy)
    return others.are_the_same


def test_a_copy_without_the_row_is_what_it_has_to_be():
    assert same([DUPONT, PETIT], [PETIT], {5: None})
    assert not same([DUPONT, PETIT], [DUPONT, PETIT], {5: None})
    assert not same([DUPONT, PETIT], [], {5: None})


def test_rows_may_move_up_only_where_they_are_taken_out():
    moved = (5, *PETIT[1:])

    assert same([DUPONT, PETIT], [moved], {5: None}, moves=True)
    assert not same([DUPONT, PETIT], [moved], {5: None})


def test_another_persons_value_that_changed_is_noticed():
    assert not same([DUPONT, PETIT], [(6, PETIT[1], '{"3":8}')], {5: None})


def test_chosen_cells_have_to_be_empty_and_no_others():
    emptied = (5, join_cells(["", "Camille", "12"]), '{"3": 12}')

    assert same([DUPONT], [emptied], {5: frozenset({1})})
    assert not same([DUPONT], [DUPONT], {5: frozenset({1})})
    assert not same([DUPONT], [(5, join_cells(["", "", "12"]), '{"3":12}')], {5: frozenset({1})})


@pytest.mark.parametrize(
    ("status", "by_hand", "done"),
    [
        (CleanStatus.CLEAN, (), True),
        (CleanStatus.EMPTIED, (), True),
        (CleanStatus.STILL_THERE, (), False),
        (CleanStatus.CLEAN, (ByHand("a", 1, Obstacle.OTHERS_ROW),), False),
    ],
)
def test_cleaning_is_done_when_nothing_is_left_to_anybody(status, by_hand, done):
    assert Cleaning("R", (CleanedFile(1, "a", status, "x", by_hand=by_hand),)).done is done
    assert not Cleaning("R", ()).done


# --- originals

ENTRY = JournalEntry(1, 1, "/a", ".a.part", 0o600, JournalState.REPLACING, "before", "after")


@pytest.mark.parametrize(
    ("content", "settled"),
    [
        (None, Settled.WAITS),
        ("before", Settled.IS_AS_BEFORE),
        ("after", Settled.IS_REPLACED),
        ("somebody's", Settled.IS_REPLACED),
    ],
)
def test_what_lies_at_the_place_tells_how_far_an_act_came(content, settled):
    assert settle(ENTRY, content) is settled


def test_originals_are_done_when_each_of_them_is():
    replaced = OriginalResult(1, "/a", OriginalStatus.REPLACED)
    changed = OriginalResult(2, "/b", OriginalStatus.CHANGED)

    assert Originals("R", (replaced,)).done
    assert not Originals("R", (replaced, changed)).done
    assert not Originals("R", ()).done
