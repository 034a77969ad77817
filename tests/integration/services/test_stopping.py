"""A search that nobody waits for any more is given up while it runs."""

from itertools import count

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import CancelledError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import no_progress
from dsr_desktop.services.searching import search
from dsr_desktop.services.stopping import stoppable

MANY = Criteria(name=("Dupont",))


@pytest.fixture
def filled(register, write_csv, bring_in, tmp_path):
    """A register with three thousand rows of one name."""
    rows = [["Nom", "Ville"], *(["Dupont", f"Ville {n}"] for n in range(3_000))]
    bring_in(register, write_csv(tmp_path / "many.csv", rows))
    return register


def stop_at(number):
    """Return a progress that is told to stop when it is asked for the nth time, and its count."""
    asked = count(1)

    def progress(_done, _total, _what):
        if next(asked) >= number:
            raise CancelledError(mark("Stopped."))

    return progress


@pytest.mark.parametrize("number", [1, 2, 5])
def test_it_ends_as_soon_as_it_is_told_to(filled, number):
    with pytest.raises(CancelledError), stoppable(filled, stop_at(number)):
        search(filled, MANY)


def test_the_next_search_finds_everything(filled):
    with pytest.raises(CancelledError), stoppable(filled, stop_at(2)):
        search(filled, MANY)

    with stoppable(filled, no_progress):
        assert search(filled, MANY).total == 3_000
    assert search(filled, MANY).total == 3_000


def test_another_error_stays_what_it_is(filled):
    with pytest.raises(ZeroDivisionError), stoppable(filled, no_progress):
        1 / 0  # noqa: B018
