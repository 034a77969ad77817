"""The Settings page: language and colours to choose, company, places and licences to read."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from dsr_desktop import __version__
from dsr_desktop.gui.jobs import Jobs
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.gui.theme.theme import ThemeMode
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.register import Company, keys_path
from dsr_desktop.wording.language import speak


@pytest.fixture
def page(workspace, open_page, settle):
    page = open_page(SettingsPage(workspace))
    settle()
    return page


def segment(chooser, label):
    buttons = chooser.findChildren(QAbstractButton)
    return next(button for button in buttons if button.accessibleName() == label)


def said(page):
    return " ".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def company_rows(page):
    rows = page.calendar.card.company.children()
    return [row.accessibleName() for row in rows if row.isWidgetType() and row.accessibleName()]


def test_the_language_and_colours_in_force_are_marked(page):
    assert segment(page.language, "English").isChecked()
    assert segment(page.mode, "Light").isChecked()


def test_another_language_is_asked_for(page, qtbot):
    with qtbot.waitSignal(page.language_chosen) as signal:
        segment(page.language, "Français").click()

    assert signal.args == ["fr"]


@pytest.mark.parametrize(
    ("label", "mode"), [("As the system", ThemeMode.SYSTEM), ("Dark", ThemeMode.DARK)]
)
def test_other_colours_are_asked_for(page, qtbot, label, mode):
    with qtbot.waitSignal(page.mode_chosen) as signal:
        segment(page.mode, label).click()

    assert signal.args == [mode]


def test_the_keyboard_chooses_too(page, qtbot):
    english = segment(page.language, "English")
    english.setFocus()

    with qtbot.waitSignal(page.language_chosen) as signal:
        QTest.keyClick(english, Qt.Key.Key_Left)

    assert signal.args == ["fr"]


def test_the_company_and_its_calendar_are_shown(page):
    assert company_rows(page) == [
        "Company: Exemple SAS", "Public holidays: France", "DPO: Nora Vidal", "Contact: not given",
    ]  # fmt: skip


def test_a_region_with_holidays_of_its_own_is_named(
    make_register, theme, workspace, today, tmp_path, open_page, settle
):
    company = Company("Exemple SAS", "FR", "57")
    register = make_register(tmp_path / "moselle.dsr", company=company)
    place = Workspace(register, speak("en"), theme, workspace.jobs, lambda: today)

    page = open_page(SettingsPage(place))
    settle()

    assert "Public holidays: France, 57" in company_rows(page)
    register.close()


def test_the_places_of_both_files_can_be_copied(page, register):
    texts = {editor.accessibleName(): editor.text() for editor in page.findChildren(QLineEdit)}
    assert texts["Register file"] == str(register.path)
    assert texts["Key file"] == str(keys_path(register.path))
    assert page.register_path.text == str(register.path)


def test_the_page_says_that_the_app_is_an_aid_and_names_version_and_licences(page):
    assert "An aid, not legal advice" in said(page)
    assert f"Version {__version__}" in said(page)
    assert "MIT licence" in said(page)


def test_the_language_stays_while_a_job_is_running(
    register, theme, today, open_page, qtbot, nothing_left_running
):
    jobs, may_end = Jobs(), threading.Event()
    workspace = Workspace(register, speak("en"), theme, jobs, lambda: today)
    page = open_page(SettingsPage(workspace))
    jobs.run("Blocking", lambda _progress: may_end.wait(10), lambda _outcome: None)

    with (
        qtbot.waitSignal(workspace.error_met) as signal,
        qtbot.assertNotEmitted(page.language_chosen),
    ):
        segment(page.language, "Français").click()

    assert "A job is running" in str(signal.args[0])
    assert segment(page.language, "English").isChecked()
    may_end.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.shut_down()
