"""The forty vectors through everything that shows a date: page, list, reminder, register, calendar."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from dsr_desktop.domain.company_calendar import act_in
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.reminders import ReminderKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.company_calendar import change_calendar
from dsr_desktop.services.handling import expected_deadline, new_request
from dsr_desktop.services.overview import read_overview
from dsr_desktop.services.register_exports import RegisterKind, export_deadlines, register_table
from dsr_desktop.services.reminding import read_reminders
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.request_state import read_state
from dsr_desktop.wording.language import speak

CAMILLE = make_criteria({"email": "camille.dupont@acme.example"})
FILE = Path(__file__).parents[2] / "data" / "deadline_vectors.csv"
with FILE.open(encoding="utf-8", newline="") as lines:
    VECTORS = list(csv.DictReader(lines))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_every_vector_is_the_same_wherever_it_is_shown(register, vector, tmp_path):
    received, due = (date.fromisoformat(vector[key]) for key in ("received", "first_due"))
    tr = speak("en")
    change_calendar(register, act_in(vector["country"], vector["subdiv"]), received)
    ref = new_request(
        register, [Right.ACCESS], CAMILLE, received, Channel.POST, received
    ).request.ref

    clocks = {
        "before it is recorded": expected_deadline(register, received, received),
        "page": read_state(register, ref, received).view.deadline,
        "list": list_requests(register, received)[0].deadline,
        "today": read_overview(register, received).open_requests[0].view.deadline,
    }
    export_deadlines(register, tmp_path / "due.ics", received, tr)
    table = register_table(register, RegisterKind.REQUESTS, received, tr)
    on_the_day = read_reminders(register, datetime.combine(due, datetime.min.time()).astimezone())
    a_day_later = read_reminders(
        register, datetime.combine(due + timedelta(days=1), datetime.min.time()).astimezone()
    )

    assert {name: clock.current_due for name, clock in clocks.items()} == dict.fromkeys(clocks, due)
    assert f"DTSTART;VALUE=DATE:{due:%Y%m%d}" in (tmp_path / "due.ics").read_text()
    assert due.isoformat() in table.sections[0].rows[0] or tr.date(due) in table.sections[0].rows[0]
    near = [one for one in on_the_day if one.kind is ReminderKind.LEGAL_DATE_NEAR]
    assert [one.due for one in near] == [due]
    assert [one.due for one in a_day_later if one.kind is ReminderKind.OVERDUE] == [due]
