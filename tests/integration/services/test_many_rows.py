"""How often Python looks for garbage while rows pass through."""

import gc

import pytest

from dsr_desktop.domain.errors import CancelledError
from dsr_desktop.services.many_rows import rows_are_no_garbage


@pytest.fixture(autouse=True)
def _as_before():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_garbage_is_looked_for_rarely_inside_and_as_before_afterwards():
    gc.set_threshold(701, 11, 12)

    with rows_are_no_garbage():
        inside = gc.get_threshold()

    assert inside[0] > 100_000
    assert inside[1:] == (11, 12)
    assert gc.get_threshold() == (701, 11, 12)


def test_an_import_that_was_stopped_leaves_it_as_before():
    gc.set_threshold(701, 11, 12)

    with pytest.raises(CancelledError), rows_are_no_garbage():
        raise CancelledError("Stopped.")

    assert gc.get_threshold() == (701, 11, 12)


def test_where_garbage_is_never_looked_for_it_is_not_looked_for_here():
    gc.set_threshold(0)

    with rows_are_no_garbage():
        assert gc.get_threshold()[0] == 0


def test_a_collection_inside_still_finds_what_is_garbage():
    class Knot:
        """Something that refers to itself."""

    with rows_are_no_garbage():
        knot = Knot()
        knot.itself = knot
        del knot
        found = gc.collect()

    assert found > 0
