"""The reminders of a register: every caller asks the same list."""

from datetime import date, datetime, timedelta

import pytest

from dsr_desktop.domain.article14 import Art14Facts, ObtainedFrom
from dsr_desktop.domain.authority_request import AuthorityRequest, MayTell
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.reminders import ReminderKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.restriction import Ground
from dsr_desktop.services.article14 import describe_art14
from dsr_desktop.services.breaches import BreachFacts, open_breach
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.overview import read_overview
from dsr_desktop.services.reminding import read_reminders
from dsr_desktop.services.restricting import lift_restriction, restrict
from dsr_desktop.store.records import AUTHORITY_REQUESTS

CAMILLE = make_criteria({"email": "camille.dupont@acme.example"})


@pytest.fixture
def now(today):
    return datetime.combine(today, datetime.min.time()).astimezone() + timedelta(hours=12)


def kinds(reminders):
    return [one.kind for one in reminders]


def test_an_empty_register_reminds_of_nothing(register, now):
    assert read_reminders(register, now) == ()


def test_r_dl_9_everything_due_is_in_one_list_by_urgency(
    register, today, now, bring_in, write_csv, tmp_path
):
    new_request(register, [Right.ACCESS], CAMILLE, date(2026, 10, 1), Channel.POST, today)
    open_breach(register, BreachFacts(now - timedelta(hours=1), "A letter went astray"), now)
    AUTHORITY_REQUESTS.add(
        register.database,
        AuthorityRequest(
            "Police", "R-1", date(2026, 9, 1), may_tell=MayTell.FROM_A_DAY,
            may_tell_from=date(2026, 11, 10),
        ),
    )  # fmt: skip
    bring_in(
        register, write_csv(tmp_path / "partner.csv", [["Nom"], ["Paul"]]),
        collected_on=date(2026, 11, 1),
    )  # fmt: skip
    describe_art14(register, 1, Art14Facts(ObtainedFrom.PARTNER), today)

    assert kinds(read_reminders(register, now)) == [
        ReminderKind.OVERDUE, ReminderKind.MAY_BE_TOLD, ReminderKind.BREACH, ReminderKind.ART14,
    ]  # fmt: skip


def test_a_restriction_is_reminded_of_from_its_review_day_until_it_is_lifted(register, today, now):
    ref = new_request(
        register, [Right.RESTRICTION], CAMILLE, today, Channel.POST, today
    ).request.ref
    review = today + timedelta(days=2)
    made = restrict(register, ref, Ground.CLAIMS, today, review_on=review)
    assert read_reminders(register, now) == ()

    then = now + timedelta(days=2)
    (one,) = read_reminders(register, then)
    assert (one.kind, one.ref, one.due) == (ReminderKind.RESTRICTION_REVIEW, ref, review)

    lift_restriction(register, made.restriction.id, then.date(), then.date())
    assert read_reminders(register, then) == ()


def test_the_page_of_the_day_has_the_same_reminders(
    register, today, now, bring_in, write_csv, tmp_path
):
    new_request(register, [Right.ACCESS], CAMILLE, date(2026, 10, 1), Channel.POST, today)
    bring_in(register, write_csv(tmp_path / "partner.csv", [["Nom"], ["Paul"]]))

    overview = read_overview(register, today)

    assert overview.reminders == read_reminders(register, now)
    assert kinds(overview.reminders) == [ReminderKind.OVERDUE, ReminderKind.ART14_UNSAID]
    assert [one.name for one in overview.lists] == ["partner.csv"]
