"""Ids of very many rows as one sequence."""

import pytest

from dsr_desktop.domain.row_ids import RowIds

IDS = RowIds([range(10, 13), (), [40, 7]])


def test_pieces_follow_each_other():
    assert list(IDS) == [10, 11, 12, 40, 7]
    assert len(IDS) == 5
    assert [IDS[n] for n in range(-5, 5)] == [*IDS, *IDS]
    assert IDS[1:4] == [11, 12, 40]


def test_an_id_is_found_where_it_stands():
    assert [IDS.index(one) for one in IDS] == [0, 1, 2, 3, 4]
    assert 40 in IDS
    assert 13 not in IDS
    with pytest.raises(ValueError):  # noqa: PT011 - as every sequence
        IDS.index(13)


def test_nothing_stands_beyond_the_ends():
    for at in (5, -6):
        with pytest.raises(IndexError):
            IDS[at]


def test_backwards_is_the_other_way_round():
    assert list(IDS.backwards()) == [7, 40, 12, 11, 10]
    assert list(RowIds().backwards()) == []
