"""The limits for reading files on the Settings page."""

import pytest

from dsr_desktop.domain.limit_rules import LimitName
from dsr_desktop.domain.reading import Limits
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.services.limits import reading_limits, set_limits


@pytest.fixture
def page(workspace, open_page, settle):
    page = open_page(SettingsPage(workspace))
    settle()
    return page


def shown(page):
    rows = page.limits.values.children()
    return [row.accessibleName() for row in rows if row.isWidgetType() and row.accessibleName()]


@pytest.fixture
def dialog(page):
    page.limits.change_button.click()
    return page.limits.dialog


def test_the_limits_are_shown_in_words_and_usual_ones_need_no_reset(page):
    assert shown(page) == [
        "File size: 500 MB", "Memory: 2,000 MB", "Time: 60 seconds",
        "Large files: at least 1 second for every 5 MB", "Rows: 5,000,000 rows",
        "One cell: 32,767 characters", "Text in all: 2,000 MB",
    ]  # fmt: skip
    assert not page.limits.reset_button.isEnabled()


def test_the_dialog_begins_with_the_limits_in_force_and_says_what_they_may_be(dialog):
    assert dialog.editors[LimitName.ROWS].text() == "5,000,000"
    assert dialog.editors[LimitName.ROWS].accessibleDescription() == "1,000 to 50,000,000"


def test_a_limit_is_changed_and_reset(page, dialog, register, settle):
    dialog.editors[LimitName.FILE_SIZE].setText("900")
    dialog.verb_button.click()
    page.load()
    settle()

    assert reading_limits(register) == Limits(file_size=900_000_000)
    assert shown(page)[0] == "File size: 900 MB"

    page.limits.reset_button.click()
    page.load()
    settle()

    assert reading_limits(register) == Limits()
    assert not page.limits.reset_button.isEnabled()


def test_a_wrong_limit_is_told_at_its_field_and_nothing_is_changed(dialog, register, settle):
    dialog.editors[LimitName.FILE_SIZE].setText("900")
    dialog.editors[LimitName.MEMORY].setText("3")
    dialog.verb_button.click()
    settle()

    assert dialog.isVisible()
    assert dialog.fields[LimitName.MEMORY].error == (
        "3 cannot be this limit. Write a whole number from 500 to 32,000."
    )
    assert dialog.fields[LimitName.FILE_SIZE].error == ""
    assert dialog.focusWidget() is dialog.editors[LimitName.MEMORY]
    assert reading_limits(register) == Limits()


def test_a_corrected_limit_is_taken(dialog, register, qtbot):
    editor = dialog.editors[LimitName.SECONDS]
    editor.setText("0")
    dialog.verb_button.click()
    editor.selectAll()
    qtbot.keyClicks(editor, "90")
    assert dialog.fields[LimitName.SECONDS].error == ""

    dialog.verb_button.click()

    assert reading_limits(register).seconds == 90


def test_a_dialog_that_is_left_changes_nothing(dialog, register):
    dialog.editors[LimitName.ROWS].setText("1000")
    dialog.reject()

    assert reading_limits(register) == Limits()


def test_limits_set_elsewhere_are_shown_at_the_next_look(page, register, settle):
    set_limits(register, {LimitName.TEXT: 100})
    page.load()
    settle()

    assert shown(page)[-1] == "Text in all: 100 MB"
    assert page.limits.reset_button.isEnabled()
