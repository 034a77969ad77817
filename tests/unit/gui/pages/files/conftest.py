"""The Files page on a real register, and what can be seen on it."""

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from dsr_desktop.gui.jobs import Jobs
from dsr_desktop.gui.pages.files.page import FilesPage
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.widgets.key_values import KeyValueList
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.wording.language import speak

ROWS = [["Nom", "Mail"], ["Camille Dupont", "camille@acme.example"], ["Jean Petit", "j@b.example"]]


class Seen:
    """What a user sees on the page."""

    def __init__(self, page):
        self._page = page

    def cells(self):
        model = self._page.table.model()
        return [
            [model.data(model.index(row, column)) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def names(self):
        return [row[0].split(" ")[0] for row in self.cells()]

    def button(self, text):
        buttons = self._page.findChildren(Button)
        return next(one for one in buttons if one.text() == text and one.isVisible())

    def banners(self):
        banners = self._page.findChildren(Banner)
        return {one.accessibleName(): one for one in banners if one.isVisible()}

    def said(self):
        return [label.text() for label in self._page.findChildren(Label) if label.isVisible()]

    def facts(self):
        return {
            row.accessibleName()
            for rows in self._page.details.findChildren(KeyValueList)
            for row in rows.children()
            if row.isWidgetType() and row.accessibleName()
        }


@pytest.fixture
def look_at():
    return Seen


@pytest.fixture
def page(workspace, open_page):
    return open_page(FilesPage(workspace))


@pytest.fixture
def seen(page):
    return Seen(page)


@pytest.fixture
def rows():
    return ROWS


@pytest.fixture
def crm(write_csv, lists):
    return write_csv(lists / "crm.csv", ROWS)


@pytest.fixture
def cut_off(lists):
    path = lists / "fair.xlsx"
    path.write_bytes(b"PK\x03\x04 cut off")
    return path


@pytest.fixture
def answer_question():
    """Return a function that presses a button of the question that comes up next."""

    def answer_question(verb):
        def answer():
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QuestionDialog)
            next(one for one in dialog.findChildren(Button) if one.text() == verb).click()

        QTimer.singleShot(0, answer)

    return answer_question


@pytest.fixture
def threaded_page(register, theme, today, open_page, nothing_left_running, qapp):
    """The page with real threads for its jobs."""
    jobs = Jobs()
    workspace = Workspace(register, speak("en"), theme, jobs, lambda: today)
    yield open_page(FilesPage(workspace))
    jobs.shut_down()
    qapp.sendPostedEvents(None, QEvent.Type.MetaCall)


@pytest.fixture
def doubtful(lists):
    """A list whose accented letters fit several encodings."""
    path = lists / "doubtful.csv"
    text = "Nom;E-mail\r\nBréhat Éloïse;a@x.example\r\nNuñez José;b@x.example\r\n"
    path.write_bytes(text.encode("cp1252"))
    return path
