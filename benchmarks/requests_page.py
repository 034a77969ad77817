"""The Requests page over a register of many requests: its first opening, the next, its filters."""

import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.many_requests import TODAY, opened
from dsr_desktop.domain.request_filter import Standing
from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.pages.requests.page import RequestsPage
from dsr_desktop.gui.theme.theme import Theme, ThemeMode
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.overview import read_overview
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.wording.language import speak

_WORDS = ("dupont", "dupont 2024", "2024-00", "martin", "")
_STANDINGS = (Standing.ALL, Standing.CLOSED, Standing.DUE_THIS_WEEK, Standing.OPEN)


class _Waiting(Executor):
    """A lane whose jobs wait until they are called, one by one."""

    def __init__(self) -> None:
        self._jobs: list[Callable[[], object]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self._jobs.append(partial(fn, *args, **kwargs))
        return Future()

    def call_next(self) -> None:
        self._jobs.pop(0)()


def open_page(path: str) -> dict[str, object]:
    """Open the page, wait for the closed requests behind the open ones, open it again, filter it.

    Every job runs on the thread that measures, so that all of it counts. The holidays are known: the
    page of the day, which a window begins with, has counted dates before.
    """
    app = QApplication([])
    theme, register = Theme(ThemeMode.LIGHT), opened(path)
    register.company.calendar().check(TODAY)
    theme.apply(app)
    lane = _Waiting()
    jobs = Jobs({"work": AtOnce(), "read": lane})
    page = RequestsPage(Workspace(register, speak("fr"), theme, jobs, lambda: TODAY))
    page.resize(1080, 770)
    first = _timed(page.show, app) + _timed(lane.call_next, app)
    behind = _timed(lane.call_next, app)
    again = _timed(page.load, app) + _timed(lane.call_next, app) + _timed(lane.call_next, app)
    words = page.findChildren(QLineEdit)
    (field,) = [one for one in words if one.accessibleName() == speak("fr")("Filter the requests")]
    filters = [_timed(lambda text=text: field.setText(text), app) for text in _WORDS]
    show = page.list.show_standing
    choices = [_timed(lambda one=one: show(one), app) for one in _STANDINGS]
    register.close()
    return {
        "seconds": first, "behind": behind, "again": again, "filter": max(filters),
        "choice": max(choices),
    }  # fmt: skip


def read_day(path: str) -> dict[str, object]:
    """Read what the page of the day shows, with nothing kept, then again."""
    register = opened(path)
    register.company.calendar().check(TODAY)
    first = _seconds(lambda: read_overview(register, TODAY))
    again = _seconds(lambda: read_overview(register, TODAY))
    register.close()
    return {"seconds": first, "again": again}


def read_list(path: str) -> dict[str, object]:
    """Read the list without a window: with nothing kept, then kept."""
    register = opened(path)
    first = _seconds(lambda: list_requests(register, TODAY))
    again = _seconds(lambda: list_requests(register, TODAY))
    register.close()
    return {"seconds": first, "again": again}


def _timed(act: object, app: QApplication) -> float:
    started = time.perf_counter()
    act()  # type: ignore[operator]
    app.processEvents()
    return time.perf_counter() - started


def _seconds(act: object) -> float:
    started = time.perf_counter()
    act()  # type: ignore[operator]
    return time.perf_counter() - started
