"""Pages on real registers; their jobs run at once unless a test takes the real threads."""

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from PySide6.QtCore import QEvent

from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.settings import keep_qt_settings_in
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.wording.language import speak


@pytest.fixture(autouse=True, scope="session")
def own_qt_settings(tmp_path_factory):
    """Keep what Qt's file dialogs write away from the developer's own settings."""
    folder = tmp_path_factory.mktemp("qt")
    keep_qt_settings_in(folder)
    return folder


@pytest.fixture
def workspace(qapp, register, theme, today):
    jobs = Jobs({"work": AtOnce(), "read": AtOnce()})
    bugs = []
    jobs.crashed.connect(bugs.append)
    yield Workspace(register, speak("en"), theme, jobs, lambda: today)
    assert bugs == []


@pytest.fixture
def open_page(qtbot):
    """Return a function that shows a page in a window of its own, loaded and laid out."""

    def open_one(page):
        qtbot.addWidget(page)
        page.resize(1080, 770)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return open_one


@pytest.fixture
def settle(qapp):
    """Return a function that lets Qt lay out, show and delete what is due."""

    def settle():
        for _round in range(4):
            qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            qapp.processEvents()

    return settle


@pytest.fixture
def write_partly_readable():
    """Return a function that writes a workbook of which three things are not read."""

    def write(path):
        workbook = Workbook()
        sheet = workbook.active
        sheet.append(["Nom", "Mail"])
        sheet.append([f"Hugo of {path.stem}", "hugo@brun.example"])
        sheet["A2"].comment = Comment("call him back", "Nora")
        sheet["A2"].hyperlink = "mailto:hugo.perrin@home.example"
        workbook.create_chartsheet("Chart")
        workbook.save(path)
        return path

    return write
