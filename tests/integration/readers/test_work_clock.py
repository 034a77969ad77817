"""The time that a reader may take: what it computes counts, not how slow or asleep the machine is."""

import os
import signal
import sys
import time

import pytest

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.cpu_time import cpu_seconds
from dsr_desktop.readers.messages import FileDone, UnreadableError
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.readers.work_clock import WorkClock

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="signals and clocks of Linux")


class Machine:
    """A machine whose clocks are moved by hand."""

    def __init__(self, *, tells=True):
        self.wall = self.processor = 100.0
        self.clock = WorkClock(lambda: self.processor if tells else None, lambda: self.wall)
        self.clock.begin()

    def passes(self, seconds, *, share=1.0, step=0.1):
        """Let time pass, looking as often as the app does; the reader computes a share of it."""
        left = seconds
        while left > 1e-9:
            now = min(step, left)
            self.wall += now
            self.processor += now * share
            left -= now
            if self.clock.is_over(10):
                return True
        return False


def test_a_reader_that_computes_too_long_is_over():
    assert not Machine().passes(9.9)
    assert Machine().passes(10.2)


@pytest.mark.parametrize("share", [0.5, 0.2, 0.12])
def test_on_a_busy_machine_a_reader_may_take_as_much_longer(share):
    assert not Machine().passes(9.9 / share, share=share)
    assert Machine().passes(10.3 / share, share=share)


def test_an_hour_of_sleep_of_the_machine_does_not_count():
    machine = Machine()
    machine.passes(5)
    machine.wall += 3_600

    assert not machine.passes(4)
    assert machine.passes(2)


def test_a_read_that_never_returns_is_over():
    assert not Machine().passes(9.9, share=0)
    assert Machine().passes(10.3, share=0)


def test_a_reader_that_computes_next_to_nothing_is_stuck():
    assert Machine().passes(10.3, share=0.005)


def test_patience_ends_even_where_a_little_is_computed():
    assert not Machine().passes(99, share=0.05)
    assert Machine().passes(102, share=0.05)


def test_time_in_which_the_reader_waits_for_the_caller_does_not_count():
    machine = Machine()
    machine.clock.pause()
    machine.passes(500, share=0)
    machine.clock.go_on()

    assert not machine.passes(9.9)


def test_work_done_while_the_caller_does_not_look_counts():
    machine = Machine()
    machine.wall += 11
    machine.processor += 11

    assert machine.clock.is_over(10)


def test_every_job_begins_anew():
    machine = Machine()
    machine.passes(9)
    machine.clock.begin()

    assert not machine.passes(9)


def test_where_the_system_does_not_tell_the_wall_clock_counts():
    assert not Machine(tells=False).passes(9.9)
    assert Machine(tells=False).passes(10.3)


# --- of real processes


def test_the_processor_time_of_this_process_is_known():
    before = cpu_seconds(os.getpid())
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass

    assert cpu_seconds(os.getpid()) - before >= 0.15


def test_nobody_knows_the_time_of_a_process_that_is_not_there():
    assert cpu_seconds(2**22 + 5) is None


@pytest.fixture
def large(tmp_path):
    path = tmp_path / "large.csv"
    path.write_text("Dupont;Camille;camille.dupont@acme.example;06 12 34 56 78\n" * 100_000)
    return path


@on_linux
def test_a_reader_that_stands_still_is_stopped_and_the_next_file_is_read(large, children):
    before = children()

    def stop():
        for child in children() - before:
            os.kill(child, signal.SIGSTOP)

    with ReaderProcess(Limits(seconds=1, bytes_per_second=1e12)) as reader:
        with pytest.raises(UnreadableError) as caught:
            list(reader.read(large, stop))
        assert caught.value.problem is Problem.TOO_LONG
    with ReaderProcess() as reader:
        assert isinstance(list(reader.read(large, lambda: None))[-1], FileDone)
