"""Breach notes in the window: the 72 hours, the order, decisions, what became known later."""

from datetime import timedelta

import pytest

from dsr_desktop.domain.breach import BreachStepKind
from dsr_desktop.services.breaches import BreachFacts, list_breaches, open_breach


@pytest.fixture
def breaches(page, settle):
    page.show_kind("breaches")
    settle()


@pytest.fixture
def note(register, now, page, settle, breaches):
    def note(hours, facts):
        open_breach(register, BreachFacts(now - timedelta(hours=hours), facts), now)
        page.load()
        settle()

    return note


def chips(page):
    pane = page.pane
    lines = (pane.filter.row_at(pane.filter.index(n, 0)) for n in range(pane.filter.rowCount()))
    return [line.cells[1].chip.text for line in lines]


def test_what_is_over_stands_first_then_what_runs_out_first(page, note):
    note(10, "USB stick lost")
    note(90, "answer to somebody else")
    note(60, "list sent twice")

    assert chips(page) == ["Over: notify now", "12 hours left", "62 hours left"]
    assert page.pane.listing.state == "3 breach notes · 3 to decide"


def test_a_note_is_opened_at_the_time_of_the_clock_here(
    page, register, press, fill_in, now, breaches
):
    press("Open a breach note…")
    fill_in(aware_at="2026-11-15 18:30", facts="USB stick lost")

    (view,) = list_breaches(register, now)
    assert view.breach.aware_at.astimezone().strftime("%d %H:%M") == "15 18:30"


def test_a_time_that_is_none_is_refused_at_its_field(page, press, fill_in, breaches):
    press("Open a breach note…")
    form = fill_in(aware_at="2026-11-15 25:30", facts="USB stick lost")

    assert form.fields["aware_at"].error == "Write day and time, as 14:30"
    form.reject()


def test_both_decisions_stop_the_clock_and_stay_in_the_note(page, press, fill_in, note, facts):
    note(10, "USB stick lost")
    press("Authority…")
    fill_in()
    assert chips(page) == ["Person to decide"]
    press("Person…")
    fill_in(kind=BreachStepKind.PERSON_NOT_TOLD, reason="encrypted")

    assert chips(page) == ["Decided"]
    assert facts()["Person"].startswith("Person not told")
    assert facts()["Person"].endswith("encrypted")


def test_nobody_told_needs_a_reason(page, press, fill_in, note):
    note(10, "USB stick lost")
    press("Authority…")
    form = fill_in(kind=BreachStepKind.AUTHORITY_NOT_NOTIFIED)

    assert form.isVisible()
    form.reject()


def test_effects_that_become_known_later_go_below_what_was_written(
    page, register, press, fill_in, note, now
):
    note(10, "USB stick lost")
    for text in ("three clients called", "no misuse seen"):
        press("Add what is known now…")
        fill_in(effects=text)

    (view,) = list_breaches(register, now)
    assert view.breach.effects == ("2026-11-16: three clients called\n2026-11-16: no misuse seen")
