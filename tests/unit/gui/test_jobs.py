"""The one door off the GUI thread: outcomes, progress, cancel, lanes, and no thread left behind."""

import threading
from concurrent.futures import Executor, Future

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.gui.jobs import Cancelled, Failed, Jobs, JobState, Ok


class ByHand(Executor):
    """Keeps work until the test lets it run."""

    def __init__(self):
        self._waiting = []

    def submit(self, fn, /, *args, **kwargs):
        self._waiting.append((fn, args, kwargs))
        return Future()

    def run_next(self):
        fn, args, kwargs = self._waiting.pop(0)
        fn(*args, **kwargs)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._waiting.clear()


@pytest.fixture
def work():
    return ByHand()


@pytest.fixture
def read():
    return ByHand()


@pytest.fixture
def jobs(qapp, work, read):
    return Jobs({"work": work, "read": read})


@pytest.fixture
def outcomes():
    return []


def test_the_result_comes_back_once_the_work_is_done(jobs, work, outcomes):
    jobs.run("Counting", lambda _progress: 42, outcomes.append)
    assert outcomes == []
    assert jobs.busy

    work.run_next()

    assert outcomes == [Ok(42)]
    assert not jobs.busy


def test_an_expected_error_comes_back_as_a_failure(jobs, work, outcomes):
    error = InvalidInputError("Give another name.")

    def refuse(_progress):
        raise error

    jobs.run("Naming", refuse, outcomes.append)
    work.run_next()

    assert outcomes == [Failed(error)]


def test_a_bug_is_handed_to_whoever_built_the_window(jobs, work, outcomes, qtbot):
    jobs.run("Dividing", lambda _progress: 1 // 0, outcomes.append)

    with qtbot.waitSignal(jobs.crashed) as crash:
        work.run_next()

    assert isinstance(crash.args[0], ZeroDivisionError)
    assert outcomes == []
    assert not jobs.busy


def test_a_cancelled_job_stops_at_its_next_report(jobs, work, outcomes):
    reached = []

    def count_to_three(progress):
        for n in range(3):
            progress(n, 3, "")
            reached.append(n)
            if n == 0:
                jobs.cancel()

    jobs.run("Counting", count_to_three, outcomes.append)
    work.run_next()

    assert reached == [0]
    assert outcomes == [Cancelled()]


def test_cancelling_one_job_leaves_the_others(jobs, work, outcomes):
    def report(progress):
        progress(1, 1, "")

    first = jobs.run("First", report, outcomes.append)
    jobs.run("Second", report, outcomes.append)

    jobs.cancel(first)
    work.run_next()
    work.run_next()

    assert outcomes == [Cancelled(), Ok(None)]


def test_the_bottom_bar_hears_of_start_progress_and_end(jobs, work, outcomes, qtbot):
    heard = []
    for signal in (jobs.started, jobs.progressed, jobs.finished):
        signal.connect(heard.append)

    number = jobs.run("Reading", lambda progress: progress(1, 2, "crm.csv"), outcomes.append)
    work.run_next()

    assert heard == [
        JobState("Reading", 0, 0, "", number),
        JobState("Reading", 1, 2, "crm.csv", number),
        number,
    ]


def test_the_bottom_bar_does_not_hear_of_reading(jobs, read, outcomes):
    heard = []
    for signal in (jobs.started, jobs.progressed, jobs.finished):
        signal.connect(heard.append)

    jobs.run("Listing", lambda progress: progress(1, 2, ""), outcomes.append, lane="read")
    read.run_next()

    assert heard == []
    assert outcomes == [Ok(None)]


def test_reports_that_say_the_same_are_told_once(jobs, work):
    heard = []
    jobs.progressed.connect(heard.append)

    def wait_for_one_file(progress):
        for _turn in range(100):
            progress(0, 1, "crm.csv")

    jobs.run("Reading", wait_for_one_file, lambda _outcome: None)
    work.run_next()

    assert len(heard) == 1


def test_thousands_of_reports_do_no_harm(jobs, work, outcomes):
    heard = []
    jobs.progressed.connect(heard.append)

    def many(progress):
        for n in range(5_000):
            progress(n, 5_000, "")

    jobs.run("Counting", many, outcomes.append)
    work.run_next()

    assert len(heard) == 5_000
    assert outcomes == [Ok(None)]


@pytest.fixture
def threads(qapp, nothing_left_running):
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


def test_work_runs_elsewhere_and_its_outcome_comes_back_to_the_gui_thread(threads, qtbot):
    seen = []

    threads.run(
        "Looking", lambda _progress: threading.current_thread(),
        lambda outcome: seen.append((outcome.value, threading.current_thread())),
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(seen))

    worker, receiver = seen[0]
    assert worker is not threading.main_thread()
    assert receiver is threading.main_thread()


def test_one_can_read_while_an_import_runs(threads, qtbot, outcomes):
    was_read = threading.Event()

    threads.run("Importing", lambda _progress: was_read.wait(10), outcomes.append)
    threads.run("Reading", lambda _progress: was_read.set(), outcomes.append, lane="read")
    qtbot.waitUntil(lambda: len(outcomes) == 2)

    assert Ok(True) in outcomes, "the import waited for the reading, so they ran side by side"


def test_jobs_of_one_lane_run_one_after_the_other(threads, qtbot, outcomes):
    running = []

    def alone(_progress):
        running.append(1)
        assert len(running) == 1
        running.clear()

    for _job in range(20):
        threads.run("Writing", alone, outcomes.append)
    qtbot.waitUntil(lambda: len(outcomes) == 20)

    assert set(map(type, outcomes)) == {Ok}


def test_shutting_down_stops_a_job_that_reports(qapp, nothing_left_running):
    jobs = Jobs()
    has_begun = threading.Event()

    def endless(progress):
        while True:
            progress(0, 0, "")
            has_begun.set()

    jobs.run("Counting for ever", endless, lambda _outcome: None)
    assert has_begun.wait(10)

    jobs.shut_down()

    assert not [one for one in threading.enumerate() if one.name.startswith("work")]


def test_what_is_handed_in_after_the_shutting_down_is_left(qapp, qtbot, nothing_left_running):
    jobs, told = Jobs(), []
    jobs.started.connect(told.append)
    jobs.shut_down()

    numbers = {
        jobs.run("Loading", told.append, told.append, lane=lane) for lane in ("work", "read")
    }
    qapp.processEvents()

    assert len(numbers) == 2
    assert told == []
    assert not jobs.busy
