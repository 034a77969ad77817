"""The company's calendar on the Settings page: what moves is shown before it is written."""

from datetime import date

import pytest

from dsr_desktop.domain.company_calendar import OverrideKind, override_day
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.services.company_calendar import change_calendar
from dsr_desktop.services.handling import new_request, view_request

DUE = date(2026, 12, 2)


@pytest.fixture
def page(workspace, open_page, settle):
    page = open_page(SettingsPage(workspace))
    settle()
    return page


@pytest.fixture
def card(page):
    return page.calendar.card


@pytest.fixture
def ref(register, today):
    criteria = make_criteria({"email": "camille.dupont@acme.example"})
    return new_request(
        register, [Right.ACCESS], criteria, date(2026, 11, 2), Channel.POST, today
    ).request.ref


def names(rows):
    return [row.accessibleName() for row in rows.children()
            if row.isWidgetType() and row.accessibleName()]  # fmt: skip


def fill(form, day="02/12/2026", reason="Closed"):
    form.day.setText(day)
    form.reason.setText(reason)
    form.verb_button.click()


def test_a_holiday_that_moves_a_request_is_told_first_and_then_written(
    page, card, register, ref, today, settle
):
    card.add_button.click()
    form = page.calendar.form
    fill(form)
    settle()

    assert form.isVisible()
    assert register.company.overrides == ()
    assert form.verb_button.text() == "Move the dates"

    form.verb_button.click()
    settle()

    assert view_request(register, ref, today).deadline.current_due == date(2026, 12, 3)
    assert page.workspace.company == register.company
    assert len(card.follow_buttons) == 1


def test_another_answer_is_asked_about_again(page, card, register, ref, settle):
    card.add_button.click()
    form = page.calendar.form
    fill(form)
    settle()

    form.reason.setText("Closed, for another reason")

    assert form.agreed is None
    assert form.verb_button.text() == "Save"
    assert register.company.overrides == ()


def test_a_change_that_moves_nothing_is_written_at_once(page, card, register, settle):
    card.add_button.click()
    fill(page.calendar.form, "24/12/2027")
    settle()

    assert [one.day for one in register.company.overrides] == [date(2027, 12, 24)]


@pytest.mark.parametrize(("day", "reason"), [("25/12/2026", "x"), ("24/12/2026", " ")])
def test_what_cannot_be_stays_in_the_form(page, card, register, settle, day, reason):
    card.add_button.click()
    fill(page.calendar.form, day, reason)
    settle()

    assert page.calendar.form.isVisible()
    assert register.company.overrides == ()


def test_the_region_is_none_until_it_is_chosen_and_the_window_follows(page, card, register, settle):
    card.place_button.click()
    form = page.calendar.form
    assert form.region.currentText() == "none: national holidays alone"

    form.region.setCurrentIndex(form.region.findText("57"))
    form.verb_button.click()
    settle()

    assert register.company.subdivision == "57"
    assert page.workspace.company.subdivision == "57"
    assert "Public holidays: France, 57" in names(card.company)


def test_a_correction_is_taken_back(page, card, register, settle, today):
    change_calendar(register, override_day(DUE, OverrideKind.ADDED, "Closed"), today)
    page.load()
    settle()

    card.follow_buttons[0].click()
    page.calendar.form.verb_button.click()
    settle()

    assert register.company.overrides == ()
    assert card.follow_buttons == []


def test_the_year_is_shown_with_the_corrections_marked(page, card, register, settle, today):
    change_calendar(register, override_day(date(2027, 12, 24), OverrideKind.ADDED, "x"), today)

    card.later_button.click()
    settle()

    assert card.year_label.text() == "2027"
    assert "24 Dec: Day added in Settings" in names(card.days)


def test_about_names_the_version_of_the_holiday_data(page):
    assert page.holiday_data.text().startswith("Public holidays: data of version 0.")
