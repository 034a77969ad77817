"""The same due date wherever it is told: there is one caller of the clock."""

import ast
from datetime import date
from pathlib import Path

import pytest

import dsr_desktop
from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.deadline import alerts
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.clocking import extend, pause_clock, record_identity, resume_clock
from dsr_desktop.services.handling import new_request, view_request
from dsr_desktop.services.overview import read_overview
from dsr_desktop.services.register_exports import (
    RegisterKind,
    export_deadlines,
    export_register,
    register_table,
)
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.request_state import read_state
from dsr_desktop.wording.language import speak
from tests.integration.writers.pdf_reading import Pdf

EN = speak("en")
RECEIVED = date(2026, 10, 26)
SOURCE = Path(dsr_desktop.__file__).parent
CAMILLE = Criteria(name=("Camille Dupont",), email=("camille@acme.example",))


def plain(register, ref, today):
    return date(2026, 11, 26)


def paused(register, ref, today):
    record_identity(
        register, ref, today, doubt="address unknown", on=date(2026, 10, 28),
        method=IdentityMethod.SHARED_FACTS, result=IdentityResult.PENDING,
    )  # fmt: skip
    pause_clock(register, ref, Pause(PauseReason.IDENTITY, date(2026, 10, 28)), today)
    resume_clock(register, ref, date(2026, 11, 4), today)
    return date(2026, 12, 3)


def extended(register, ref, today):
    longer = Extension(frozenset({ExtensionReason.COMPLEXITY}), date(2026, 11, 2), "14 files")
    extend(register, ref, longer, today)
    return date(2027, 1, 26)


@pytest.mark.parametrize("happens", [plain, paused, extended])
def test_list_page_day_export_pdf_and_calendar_tell_one_date(register, today, tmp_path, happens):
    view = new_request(register, [Right.ACCESS], CAMILLE, RECEIVED, Channel.POST, RECEIVED)
    ref = view.request.ref
    due = happens(register, ref, today)

    [listed] = list_requests(register, today)
    [open_one] = read_overview(register, today).open_requests
    told = {
        view_request(register, ref, today).deadline.current_due, listed.deadline.current_due,
        open_one.view.deadline.current_due, read_state(register, ref, today).view.deadline.current_due,
    }  # fmt: skip
    assert told == {due}
    company = register.company
    assert alerts(listed.deadline, company.calendar())[-1].day <= due
    rows = [
        row
        for part in register_table(register, RegisterKind.REQUESTS, today, EN).sections
        for row in part.rows
    ]
    assert any(EN.date(due) in str(cell) or due.isoformat() in str(cell) for cell in rows[0])
    files = export_register(register, RegisterKind.REQUESTS, tmp_path, today, EN)
    written = " ".join(Pdf(files.pdf.read_bytes()).text.split())
    assert due.isoformat() in written or EN.date(due) in written
    export_deadlines(register, tmp_path / "due.ics", today, EN)
    assert f"DTSTART;VALUE=DATE:{due:%Y%m%d}" in (tmp_path / "due.ics").read_text("utf-8")


def test_the_clock_of_a_request_is_computed_in_one_place():
    callers = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "deadline_of"
    }

    assert callers == {"services/request_steps.py"}
