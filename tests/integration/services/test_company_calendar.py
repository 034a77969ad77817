"""The company's calendar in the register: what moves is told first, and every date follows."""

from datetime import date

import pytest

from dsr_desktop.domain.company_calendar import (
    OverrideKind,
    act_in,
    follow_country,
    override_day,
)
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.company_calendar import (
    calendar_year,
    change_calendar,
    preview_calendar,
)
from dsr_desktop.services.handling import expected_deadline, new_request, view_request
from dsr_desktop.services.register_exports import export_deadlines
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.store.events import events, first_broken
from dsr_desktop.wording.language import speak

DUE = date(2026, 12, 2)
BRIDGE = override_day(DUE, OverrideKind.ADDED, "Closed, agreed with Camille Dupont")


@pytest.fixture
def ref(register, today):
    criteria = make_criteria({"email": "camille.dupont@acme.example"})
    view = new_request(register, [Right.ACCESS], criteria, date(2026, 11, 2), Channel.POST, today)
    assert view.deadline.current_due == DUE
    return view.request.ref


def logged(register):
    return [one for one in events(register.database) if one.kind == EventKind.CALENDAR_CHANGED]


def test_a_preview_tells_what_moves_and_writes_nothing(register, ref, today):
    (moved,) = preview_calendar(register, BRIDGE, today)

    assert (moved.ref, moved.due_after, moved.days) == (ref, date(2026, 12, 3), 1)
    assert register.company.overrides == ()
    assert logged(register) == []


def test_r_dl_8_every_date_follows_a_change_of_the_calendar(register, ref, today, tmp_path):
    change_calendar(register, BRIDGE, today)

    after = date(2026, 12, 3)
    assert view_request(register, ref, today).deadline.current_due == after
    assert [one.deadline.current_due for one in list_requests(register, today)] == [after]
    assert expected_deadline(register, date(2026, 11, 2), today).current_due == after
    export_deadlines(register, tmp_path / "due.ics", today, speak("en"))
    assert "DTSTART;VALUE=DATE:20261203" in (tmp_path / "due.ics").read_text()


def test_the_event_tells_what_moved_and_never_the_reason(register, ref, today):
    change_calendar(register, BRIDGE, today)

    (event,) = logged(register)
    assert event.payload == {
        "country": "FR", "subdivision": "", "overrides": {"2026-12-02": "added"},
        "moved": {ref: "2026-12-03"},
    }  # fmt: skip
    assert first_broken(events(register.database)) is None


def test_a_change_that_changes_nothing_is_no_event(register, today):
    assert change_calendar(register, act_in("FR", None), today) == ()
    assert logged(register) == []


def test_another_place_is_kept_and_its_year_shown(register, today):
    change_calendar(register, act_in("DE", "BY"), today)
    change_calendar(register, BRIDGE, today)

    assert (register.company.country, register.company.subdivision) == ("DE", "BY")
    marked = [one for one in calendar_year(register, 2026) if one.override]
    assert [one.override.reason for one in marked] == ["Closed, agreed with Camille Dupont"]

    change_calendar(register, follow_country(DUE), today)
    assert register.company.overrides == ()


def test_what_cannot_be_changes_nothing(register, ref, today):
    with pytest.raises(InvalidInputError):
        change_calendar(register, act_in("XX", None), today)

    assert register.company.country == "FR"
    assert logged(register) == []
