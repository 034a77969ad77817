"""The Requests page over a register of many requests: its first opening, the next, its filter."""

import time

from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.many_requests import TODAY, opened
from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.pages.requests.page import RequestsPage
from dsr_desktop.gui.theme.theme import Theme, ThemeMode
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.handling import list_requests
from dsr_desktop.wording.language import speak

_WORDS = ("dupont", "dupont 2024", "2024-00", "martin", "")


def open_page(path: str) -> dict[str, object]:
    """Open the page twice, then type words into its filter; jobs run at once, so that all counts."""
    app = QApplication([])
    theme, register = Theme(ThemeMode.LIGHT), opened(path)
    theme.apply(app)
    jobs = Jobs({"work": AtOnce(), "read": AtOnce()})
    page = RequestsPage(Workspace(register, speak("fr"), theme, jobs, lambda: TODAY))
    page.resize(1080, 770)
    first = _timed(page.show, app)
    again = _timed(page.load, app)
    words = page.findChildren(QLineEdit)
    (field,) = [one for one in words if one.accessibleName() == speak("fr")("Filter the requests")]
    filters = [_timed(lambda text=text: field.setText(text), app) for text in _WORDS]
    register.close()
    return {"seconds": first, "again": again, "filter": max(filters)}


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
