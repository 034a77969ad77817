"""Collects cyclic garbage on the GUI thread only: Qt's objects must not be destroyed on another.

Python collects on whichever thread happens to pass a threshold, that of a job included; a timer
destroyed there takes the process down (ADR 0013).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_MILLISECONDS = 500
_OLDEST_FIRST = (2, 1, 0)


class GarbageCollection(QObject):
    """Switches automatic collection off, and collects by Python's own thresholds instead.

    Made on the GUI thread; `end` switches automatic collection on again, if it was.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        gc.disable()
        self.timer = QTimer(self, interval=_MILLISECONDS)
        self.timer.timeout.connect(collect_what_is_due)
        self.timer.start()

    def end(self) -> None:
        """Collect everything once more, here, and leave the rest to Python. May be called twice."""
        self.timer.stop()
        gc.collect()
        if self._was_automatic:
            gc.enable()


def collect_what_is_due() -> None:
    """Collect the oldest generation whose threshold is passed, the younger ones with it."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in _OLDEST_FIRST:
        if counts[generation] > thresholds[generation] > 0:
            gc.collect(generation)
            return
