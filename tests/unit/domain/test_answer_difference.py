"""What is new since the last answer: rows are followed into newer versions of their files."""

from dsr_desktop.domain.answer_difference import RowPlace, Successor, difference


def row(row_id):
    return RowPlace(row_id, "/lists/crm.csv", "crm", row_id)


def told(given, now, successors=None):
    rows = difference(map(row, given), map(row, now), successors or {})
    return [(str(one.since), one.place.row_id) for one in rows]


def test_rows_are_new_gone_or_given_before():
    assert told([1, 2], [2, 3]) == [("new", 3), ("gone", 1), ("given", 2)]


def test_a_row_of_a_newer_version_is_the_same_row_changed_or_not():
    later = {1: Successor(11, changed=False), 2: Successor(12, changed=True)}

    assert told([1, 2], [11, 12], later) == [("changed", 12), ("given", 11)]


def test_a_change_in_any_version_since_counts():
    later = {1: Successor(11, changed=True), 11: Successor(21, changed=False)}

    assert told([1], [21], later) == [("changed", 21)]


def test_a_row_that_no_newer_version_has_is_gone_once():
    later = {1: Successor(11, changed=False), 11: Successor(21, changed=False)}

    assert told([1], [], later) == [("gone", 1)]


def test_without_an_earlier_answer_everything_is_new():
    assert told([], [1]) == [("new", 1)]
