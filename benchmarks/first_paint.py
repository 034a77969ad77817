"""Says when a window was painted for the first time, and ends the program there."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.memory import peak_mb


class _FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _tell_and_leave)  # it comes when this paint is done
        return False


def leave_when_painted(app: QApplication, window: QWidget) -> None:
    """Run `app` until `window`, which was just shown, is painted; print when that was, and end."""
    window.installEventFilter(_FirstPaint(app))
    app.exec()


def _tell_and_leave() -> None:
    done_at, peak = time.monotonic(), peak_mb()
    import json  # noqa: PLC0415 - not before the window is painted

    found = {"done_at": done_at, "peak_mb": peak, "loaded": _needless()}
    print(json.dumps(found), flush=True)
    os._exit(0)


def _needless() -> list[str]:
    """Libraries that are loaded though no window needs them."""
    needless = (
        "numpy", "openpyxl", "pandas", "phonenumbers", "python_calamine", "pyzipper", "reportlab",
    )  # fmt: skip
    return [name for name in needless if name in sys.modules]
