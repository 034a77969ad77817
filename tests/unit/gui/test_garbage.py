"""Garbage in cycles ends on the GUI thread, whoever made it, and it does end."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer

from dsr_desktop.gui.garbage import GarbageCollection, collect_what_is_due
from dsr_desktop.gui.jobs import Jobs, Ok

ENOUGH_TO_COLLECT = 5_000
PATIENCE = 20


class InACycle:
    """Says on which thread it ended; alive until it is collected, since it holds itself."""

    def __init__(self, ended):
        self._myself = self
        self._ended = ended

    def __del__(self):
        self._ended.append(threading.get_ident())


pytestmark = pytest.mark.usefixtures("automatic_collection")


@pytest.fixture
def garbage(qapp):
    collection = GarbageCollection()
    yield collection
    collection.end()


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


def make_garbage(ended):
    """Make one object in a cycle, then enough others for Python to collect at once if it may."""
    InACycle(ended)
    return [[] for _ in range(ENOUGH_TO_COLLECT)]


def test_without_it_a_cycle_made_by_a_job_ends_on_the_thread_of_the_job(jobs, qtbot):
    ended, outcomes = [], []

    jobs.run("Making", lambda _progress: len(make_garbage(ended)), outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))

    assert len(ended) == 1
    assert ended != [threading.get_ident()]


def test_a_cycle_made_by_a_job_ends_on_the_gui_thread_while_the_job_runs(garbage, jobs, qtbot):
    ended, outcomes, seen = [], [], threading.Event()

    def work(_progress):
        kept = make_garbage(ended)
        before = list(ended)
        return before, seen.wait(PATIENCE), len(kept)

    jobs.run("Making", work, outcomes.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE * 1000)
    seen.set()
    qtbot.waitUntil(lambda: bool(outcomes))

    assert outcomes == [Ok(([], True, ENOUGH_TO_COLLECT))]
    assert ended == [threading.get_ident()]


def test_a_timer_left_in_a_cycle_is_destroyed_on_the_gui_thread(garbage, jobs, qtbot):
    ended, outcomes = [], []
    holder = QObject()
    holder.timer = QTimer(interval=60_000)
    holder.timer.holder = holder
    holder.timer.start()
    weakref.finalize(holder.timer, lambda: ended.append(threading.get_ident()))
    del holder

    jobs.run("Making", lambda _progress: len(make_garbage([])), outcomes.append)
    qtbot.waitUntil(lambda: bool(outcomes))
    gc.collect()

    assert ended == [threading.get_ident()]


def test_many_cycles_are_gone_before_the_job_that_makes_them_ends(garbage, jobs, qtbot):
    ended, outcomes, enough = [], [], threading.Event()

    def work(_progress):
        made = 0
        while not enough.is_set() and made < 5_000_000:
            InACycle(ended)
            made += 1
        return made

    jobs.run("Making", work, outcomes.append)
    qtbot.waitUntil(lambda: len(ended) > ENOUGH_TO_COLLECT, timeout=PATIENCE * 1000)
    assert outcomes == []
    enough.set()
    qtbot.waitUntil(lambda: bool(outcomes))

    assert set(ended) == {threading.get_ident()}


def test_nothing_is_collected_before_a_threshold_is_passed(garbage):
    ended = []
    gc.collect()
    InACycle(ended)

    collect_what_is_due()
    assert ended == []
    kept = [[] for _ in range(ENOUGH_TO_COLLECT)]
    collect_what_is_due()

    assert len(ended) == 1
    assert len(kept) == ENOUGH_TO_COLLECT


@pytest.mark.parametrize("generation", [1, 2])
def test_what_survived_before_is_collected_in_its_turn(garbage, generation):
    ended = []
    cyclic = InACycle(ended)
    for younger in range(generation):
        gc.collect(younger)  # it grows older
    del cyclic

    kept = []
    while not ended and len(kept) < 500_000:
        kept += [[] for _ in range(1_000)]
        collect_what_is_due()

    assert ended == [threading.get_ident()]


def test_a_switched_off_threshold_never_asks_for_a_collection(garbage):
    before, ended = gc.get_threshold(), []
    gc.set_threshold(0)
    try:
        make_garbage(ended)
        collect_what_is_due()
        assert ended == []
    finally:
        gc.set_threshold(*before)


def test_python_collects_by_itself_again_once_it_has_ended(qapp):
    assert gc.isenabled()
    collection, ended = GarbageCollection(), []
    assert not gc.isenabled()
    InACycle(ended)

    collection.end()
    collection.end()

    assert gc.isenabled()
    assert len(ended) == 1
    assert not collection.timer.isActive()


def test_collection_that_was_off_before_stays_off(qapp):
    gc.disable()
    try:
        GarbageCollection().end()
        assert not gc.isenabled()
    finally:
        gc.enable()
