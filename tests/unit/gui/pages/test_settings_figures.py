"""The figures of the law and of the company on the Settings page."""

import pytest

from dsr_desktop.domain.request_retention import Kept
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.services.deadline_figures import deadline_settings
from dsr_desktop.services.request_retention import retention_months


@pytest.fixture
def page(workspace, open_page, settle):
    page = open_page(SettingsPage(workspace))
    settle()
    return page


@pytest.fixture
def card(page):
    return page.figures.card


def shown(values):
    return [row.accessibleName() for row in values.rows.values()]


def ask(page, button, settle):
    button.click()
    settle()
    return page.figures.form


def test_r_gen_1_the_window_shows_each_figure_with_source_and_day(card):
    assert shown(card.clock)[:2] == [
        "Time to answer: 1 month · GDPR art. 12(3), checked on 22 November 2026; fixed by law",
        "Extension: 2 months · GDPR art. 12(3), checked on 22 November 2026; fixed by law",
    ]
    assert len(shown(card.clock)) == 10
    assert len(shown(card.kept)) == 5


def test_r_gen_1_the_form_asks_for_nothing_that_the_law_fixes(page, card, settle):
    clock = ask(page, card.clock_button, settle)

    assert not {"answer_months", "extension_months"} & set(clock.editors)
    assert {
        "internal_days",
        "extension_mode",
        "doubtful_after_days",
        "identity_silence_days",
    } <= set(clock.editors)
    clock.reject()
    assert "identity_document" not in ask(page, card.kept_button, settle).editors


def test_a_figure_of_the_clock_is_changed_with_its_reason(page, card, register, settle):
    form = ask(page, card.clock_button, settle)
    form.editors["internal_days"].setText("10")
    form.editors["extension_mode"].setCurrentIndex(1)
    form.reason.setText("two people are away")
    form.submit()
    page.load()
    settle()

    assert deadline_settings(register).internal_days == 10
    assert deadline_settings(register).extension_mode == "min"
    assert any("10 days" in one for one in shown(card.clock))


def test_how_long_files_are_kept_is_changed_with_its_reason(page, card, register, settle):
    form = ask(page, card.kept_button, settle)
    form.editors["full_file"].setText("6")
    form.reason.setText("our lawyers' advice")
    form.submit()
    settle()

    assert retention_months(register)[Kept.FULL_FILE] == 6


def test_without_a_reason_or_a_change_nothing_is_handed_in(page, card, register, settle):
    form = ask(page, card.clock_button, settle)
    form.submit()
    assert form.fields["internal_days"].error == "No figure was changed"

    form.editors["internal_days"].setText("10")
    form.submit()
    assert form.fields["reason"].error == "Say why"
    assert deadline_settings(register).internal_days == 7


def test_what_is_out_of_bounds_is_told_in_the_form_and_changes_nothing(
    page, card, register, settle
):
    form = ask(page, card.clock_button, settle)
    form.editors["internal_days"].setText("90")
    form.reason.setText("more")
    form.submit()
    settle()

    assert form.isVisible()
    assert deadline_settings(register).internal_days == 7
