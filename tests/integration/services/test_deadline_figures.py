"""The company's figures of the clock: kept with a reason, and followed by every list and file."""

from datetime import date

import pytest

from dsr_desktop.domain.clock import DEFAULT_SETTINGS, DeadlineStatus, ExtensionMode
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.deadline_figures import deadline_settings, set_deadline_figures
from dsr_desktop.services.handling import expected_deadline, new_request
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.source_tasks import list_tasks, open_all_tasks
from dsr_desktop.services.systems import add_system
from dsr_desktop.store.events import events
from dsr_desktop.store.settings import write_settings
from tests.unit.domain.systems_made import CRM

RECEIVED = date(2026, 11, 2)


@pytest.fixture
def ref(register, today):
    view = new_request(
        register, [Right.ACCESS], make_criteria({"name": "Zoé Perrin"}), RECEIVED, Channel.POST,
        today,
    )  # fmt: skip
    return view.request.ref


def test_r_gen_1_a_figure_of_the_company_moves_the_clock_of_every_list(register, ref, today):
    (before,) = list_requests(register, today)

    set_deadline_figures(register, {"internal_days": "20"}, "two weeks of absence in December")
    (after,) = list_requests(register, today)

    assert before.deadline.internal_target == date(2026, 11, 25)
    assert after.deadline.internal_target == date(2026, 11, 12)
    assert after.deadline == expected_deadline(register, RECEIVED, today)
    assert after.deadline.current_due == before.deadline.current_due


def test_when_a_request_counts_as_due_soon_is_the_company_s_choice(register, ref, today):
    assert list_requests(register, today)[0].status is DeadlineStatus.ON_TIME

    set_deadline_figures(register, {"due_soon_days": "28"}, "small team")

    assert list_requests(register, today)[0].status is DeadlineStatus.DUE_SOON


def test_systems_are_asked_by_the_company_s_own_figure(register, ref, today):
    set_deadline_figures(register, {"source_days": "0"}, "colleagues answer at once")
    add_system(register, CRM, today)
    open_all_tasks(register, ref, today)

    assert list_tasks(register, ref)[0].due_on == date(2026, 11, 25)


def test_the_change_is_an_event_with_the_figure_and_its_reason_stays_in_the_settings(register):
    set_deadline_figures(register, {"extension_mode": "min"}, "the stricter reading")
    *_before, last = events(register.database)

    assert last.kind == EventKind.DEADLINE_FIGURES_CHANGED
    assert last.payload == {"figures": {"extension_mode": "min"}}
    assert deadline_settings(register).extension_mode is ExtensionMode.MIN


def test_what_stays_as_it_was_is_no_event(register):
    before = len(list(events(register.database)))

    set_deadline_figures(register, {"internal_days": "7"}, "no change")

    assert len(list(events(register.database))) == before


@pytest.mark.parametrize(
    ("values", "reason"),
    [({"internal_days": "8"}, "  "), ({"internal_days": "8", "source_days": "99"}, "both"),
     ({"answer_months": "2"}, "more time")],
)  # fmt: skip
def test_what_cannot_be_set_changes_nothing(register, values, reason):
    with pytest.raises(InvalidInputError):
        set_deadline_figures(register, values, reason)

    assert deadline_settings(register) == DEFAULT_SETTINGS


def test_what_is_stored_and_cannot_be_a_figure_counts_as_not_set(register):
    write_settings(
        register.database,
        {"deadline.internal_days": "999", "deadline.answer_months": "3", "deadline.gone": "1"},
    )

    assert deadline_settings(register) == DEFAULT_SETTINGS
