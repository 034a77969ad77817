"""The one door off the GUI thread: work runs elsewhere, its outcome comes back here.

Three lanes, each serial: "work" for what writes or takes long, "read" for searches, so that one
can search while an import runs, "ahead" for what a later search will need, so that none waits for it.
"""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from threading import Event
from time import monotonic
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from dsr_desktop.domain.errors import CancelledError, DsrError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress

Result = TypeVar("Result")
_SECONDS_BETWEEN_REPORTS = 0.1


@dataclass(frozen=True)
class Ok(Generic[Result]):
    """The job's result."""

    value: Result


@dataclass(frozen=True)
class Failed:
    """The job met an expected error: a sentence for the user."""

    error: DsrError


@dataclass(frozen=True)
class Cancelled:
    """The user stopped the job; nothing of it was kept."""


Outcome = Ok[Result] | Failed | Cancelled


@dataclass(frozen=True)
class JobState:
    """What the bottom bar shows: the job's title and how far it is; `number` cancels it."""

    title: str
    done: int
    total: int
    what: str
    number: int = 0


class AtOnce(Executor):
    """A lane without a thread, for pictures and tests: work is done when it is handed over."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as the base class
        """Run `fn` and return a future that is done."""
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


class Jobs(QObject):
    """Runs jobs one after the other in each lane and reports on the GUI thread.

    `started` and `progressed` carry a JobState of the work lane, `finished` the job's number. `crashed`
    carries an exception that is a bug: it is shown by whoever built the window.
    """

    started = Signal(object)
    progressed = Signal(object)
    finished = Signal(int)
    crashed = Signal(object)
    _delivered = Signal(object)

    def __init__(self, lanes: dict[str, Executor] | None = None) -> None:
        super().__init__()
        self._lanes = lanes or {
            "work": ThreadPoolExecutor(1, thread_name_prefix="work"),
            "read": ThreadPoolExecutor(1, thread_name_prefix="read"),
            "ahead": ThreadPoolExecutor(1, thread_name_prefix="ahead"),
        }
        self._numbers = count(1)
        self._stop: dict[int, Event] = {}
        self._is_shut = False
        self._delivered.connect(lambda deliver: deliver())

    def run(
        self,
        title: str,
        work: Callable[[Progress], Result],
        then: Callable[[Outcome[Result]], None],
        *,
        lane: str = "work",
    ) -> int:
        """Queue `work`; `then` gets its outcome on the GUI thread. Returns the job's number.

        `work` must use values taken on the GUI thread beforehand, and touch no widget. After
        `shut_down` nothing is begun any more and `then` is not called: nobody is left to be told.
        """
        number = next(self._numbers)
        if self._is_shut:
            return number
        self._stop[number] = Event()
        if lane == "work":
            self.started.emit(JobState(title, 0, 0, "", number))
        self._lanes[lane].submit(self._perform, number, title, lane, work, then)
        return number

    def cancel(self, number: int | None = None) -> None:
        """Ask one job, or all, to stop at its next progress call."""
        for one, stop in self._stop.items():
            if number in (None, one):
                stop.set()

    @property
    def busy(self) -> bool:
        """Tell whether any job is queued or running."""
        return bool(self._stop)

    def shut_down(self) -> None:
        """Stop everything and wait for the threads to end; what is handed in later is left."""
        self._is_shut = True
        self.cancel()
        for executor in self._lanes.values():
            executor.shutdown(wait=True, cancel_futures=True)

    def _perform(
        self,
        number: int,
        title: str,
        lane: str,
        work: Callable[[Progress], Result],
        then: Callable[[Outcome[Result]], None],
    ) -> None:
        outcome: Outcome[Result] | Exception
        try:
            outcome = Ok(work(self._progress(number, title, lane)))
        except CancelledError:
            outcome = Cancelled()
        except DsrError as error:
            outcome = Failed(error)
        except Exception as error:  # noqa: BLE001 - a bug: handed to the crash dialog
            outcome = error
        self._delivered.emit(lambda: self._deliver(number, lane, outcome, then))

    def _deliver(
        self,
        number: int,
        lane: str,
        outcome: Outcome[Result] | Exception,
        then: Callable[[Outcome[Result]], None],
    ) -> None:
        self._stop.pop(number, None)
        if lane == "work":
            self.finished.emit(number)
        if isinstance(outcome, Exception):
            self.crashed.emit(outcome)
        else:
            then(outcome)

    def _progress(self, number: int, title: str, lane: str) -> Progress:
        stop = self._stop[number]
        told = (-1, 0.0)

        def report(done: int, total: int, what: str) -> None:
            nonlocal told
            if stop.is_set():
                raise CancelledError(mark("The job was stopped. Nothing of it was kept."))
            now = monotonic()
            if lane == "work" and (done != told[0] or now - told[1] > _SECONDS_BETWEEN_REPORTS):
                told = (done, now)
                self.progressed.emit(JobState(title, done, total, what, number))

        return report
