"""Tells when the reader has worked too long on a file, however slow or asleep the machine is."""

import threading
import time
from collections.abc import Callable

_LONGEST_STEP = 1.0
"""Seconds between two looks that may pass for work; more means that the machine was asleep."""
_PATIENCE = 10
"""How many times the time allowed may pass, while the reader computes little, before it is stopped."""
_LEAST_WORK = 0.01
"""The share of the time allowed that a reader must compute in the time allowed, or it is stuck."""


class WorkClock:
    """Measures the work on one job after the other, in seconds.

    Processor time counts, for other programs and a lid that is closed do not move it. The clock on
    the wall only ends what does not compute: a read that never returns. `processor` gives the time
    that the reader has computed, None where the system does not tell: then the wall clock counts.
    Time in which the reader waits for the caller is between `pause` and `go_on`.
    """

    def __init__(
        self, processor: Callable[[], float | None], wall: Callable[[], float] = time.monotonic
    ) -> None:
        self._processor = processor
        self._wall = wall
        self._lock = threading.Lock()
        self._is_working = False
        self._looked_at = 0.0
        self._waited = 0.0
        self._begun_at = 0.0
        self._computed = 0.0
        self._is_measured = False
        self._alive_at = (0.0, 0.0)

    def begin(self) -> None:
        """Begin with a job."""
        with self._lock:
            processor = self._processor()
            self._is_measured = processor is not None
            self._begun_at = processor or 0.0
            self._computed = self._waited = 0.0
            self._alive_at = (0.0, 0.0)
            self._is_working, self._looked_at = True, self._wall()

    def pause(self) -> None:
        """Hear that the reader waits for the caller."""
        with self._lock:
            self._look()
            self._is_working = False

    def go_on(self) -> None:
        """Hear that it works again."""
        with self._lock:
            self._is_working, self._looked_at = True, self._wall()

    def is_over(self, allowed: float) -> bool:
        """Tell whether the work has taken more than it may, or has come to a standstill."""
        with self._lock:
            self._look()
            if not self._is_measured:
                return self._waited > allowed
            return self._computed > allowed or self._is_stuck(allowed)

    def _look(self) -> None:
        now = self._wall()
        if self._is_working:
            self._waited += min(now - self._looked_at, _LONGEST_STEP)
        self._looked_at = now
        processor = self._processor() if self._is_measured else None
        if processor is not None:
            self._computed = processor - self._begun_at

    def _is_stuck(self, allowed: float) -> bool:
        waited, computed = self._alive_at
        if self._computed - computed >= _LEAST_WORK * allowed:
            self._alive_at = self._waited, self._computed
            return self._waited > _PATIENCE * allowed
        return self._waited - waited > allowed or self._waited > _PATIENCE * allowed
