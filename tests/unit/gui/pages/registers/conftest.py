"""The Registers page on a real register, and hands to fill in its forms."""

from datetime import datetime

import pytest

from dsr_desktop.gui.pages.registers.page import RegistersPage
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor


@pytest.fixture
def now(today):
    return datetime(today.year, today.month, today.day, 10, 0).astimezone()


@pytest.fixture
def page(workspace, open_page, settle, now):
    page = open_page(RegistersPage(workspace, now=lambda: now))
    settle()
    return page


@pytest.fixture
def titles(page):
    """Return the titles of the records shown, from above."""

    def titles():
        pane = page.pane
        rows = range(pane.filter.rowCount())
        return [pane.filter.row_at(pane.filter.index(number, 0)).title for number in rows]

    return titles


@pytest.fixture
def facts(page):
    """Return what stands in the details, by label."""

    def facts():
        pane = page.pane
        row = pane.filter.row_at(pane.table.currentIndex())
        return {fact.key: fact.value for fact in row.facts}

    return facts


@pytest.fixture
def press(page, settle):
    """Press a button of the page by its words."""

    def press(words):
        found = [one for one in page.findChildren(Button)
                 if one.text() == words and one.isVisible()]  # fmt: skip
        assert found, words
        found[0].click()
        settle()

    return press


@pytest.fixture
def fill_in(page, settle):
    """Fill in the form that is open and hand it in; returns it."""

    def fill_in(**answers):
        form = page.dialog
        for name, value in answers.items():
            write(form.fields[name].editor, value)
        form.submit()
        settle()
        return form

    return fill_in


def write(editor, value):
    match editor:
        case NoteEditor():
            editor.setPlainText(value)
        case ChoiceEditor():
            editor.setCurrentIndex(editor.values.index(value))
        case _ if isinstance(value, tuple):
            for box in editor.boxes:
                box.setChecked(any(box.text().startswith(one) for one in value))
        case _ if hasattr(editor, "take"):
            editor.take(value)
        case _ if hasattr(editor, "time"):
            editor.day.setText(value[:10])
            editor.time.setText(value[11:])
        case _:
            editor.setText(value)
