"""What is before the DPO today: open requests with their next steps, files, what was not read."""

from datetime import date

import pytest

from dsr_desktop.domain.clock import DeadlineStatus
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.next_step import NextStep
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, new_request
from dsr_desktop.services.overview import Overview, read_overview
from dsr_desktop.services.reviewing import find_person

CAMILLE = make_criteria({"email": "camille.dupont@acme.example"})


@pytest.fixture
def ask(register, today):
    def ask_(received_on=date(2026, 11, 2)):
        return new_request(
            register, [Right.ACCESS], CAMILLE, received_on, Channel.POST, today
        ).request.ref

    return ask_


def steps(overview):
    return [(one.view.request.ref, one.step) for one in overview.open_requests]


def test_an_empty_register_has_nothing(register, today):
    assert read_overview(register, today) == Overview()


def test_open_requests_come_by_due_date_with_what_they_need_next(register, ask, today):
    later = ask()
    sooner = ask(date(2026, 10, 19))
    find_person(register, sooner, today)

    overview = read_overview(register, today)

    assert steps(overview) == [(sooner, NextStep.DECIDE), (later, NextStep.SEARCH)]
    assert [one.view.status for one in overview.open_requests] == [
        DeadlineStatus.DUE_SOON, DeadlineStatus.ON_TIME,
    ]  # fmt: skip


def test_a_closed_request_is_no_longer_open_but_was_there(register, ask, today):
    ref = ask()
    decide(register, ref, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, today)
    mark_sent(register, ref, today, Channel.POST, today)
    assert steps(read_overview(register, today)) == [(ref, NextStep.CLOSE)]

    close_request(register, ref, today)

    overview = read_overview(register, today)
    assert overview.open_requests == ()
    assert overview.has_requests


def test_files_that_were_not_read_or_not_wholly_are_named(
    register, bring_in, write_csv, write_partly_readable, tmp_path, today
):
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 and no more")
    bring_in(
        register,
        write_csv(tmp_path / "crm.csv", [["Mail"], ["hugo@brun.example"]]),
        tmp_path / "broken.xlsx",
        write_partly_readable(tmp_path / "partly.xlsx"),
    )

    overview = read_overview(register, today)

    assert [one.name for one in overview.sources] == ["crm.csv", "broken.xlsx", "partly.xlsx"]
    assert [one.name for one in overview.unread] == ["broken.xlsx"]
    assert [one.name for one in overview.partly] == ["partly.xlsx"]
