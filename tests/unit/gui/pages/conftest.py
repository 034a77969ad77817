"""Pages on real registers; their jobs run at once unless a test takes the real threads."""

import pytest
from PySide6.QtCore import QEvent

from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.settings import keep_qt_settings_in
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.register import open_register
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
def notices(workspace):
    """What the app tells in the page at hand: matters and sentences."""
    given = []
    workspace.notice_given.connect(lambda *told: given.append(told))
    return given


@pytest.fixture
def read_elsewhere(register, passphrase):
    """Another program that is reading the register: what is removed cannot be wiped."""
    other = open_register(register.path, passphrase)
    other.database.connection.execute("BEGIN")
    other.database.connection.execute("SELECT count(*) FROM source").fetchone()
    yield
    other.close()


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
def load(page, settle):
    """Return a function that reads the register again and lets the page lay itself out."""

    def load():
        page.load()
        settle()

    return load
