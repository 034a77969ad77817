"""Whoever is restricted, frozen, kept for a law alone or past the time is in no list that leaves."""

from datetime import date

import pytest

from dsr_desktop.domain.contact_retention import EndedBy, RetentionRule
from dsr_desktop.domain.disclosure import LeftOut
from dsr_desktop.domain.outgoing import ListUse, Why
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.restriction import Ground
from dsr_desktop.domain.restriction import Scope as RestrictionScope
from dsr_desktop.services.contact_exports import (
    ContactChoice,
    ExportFormat,
    count_contacts,
    export_contacts,
)
from dsr_desktop.services.disclosures import list_disclosures
from dsr_desktop.services.list_checks import check_list
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.restricting import restrict
from dsr_desktop.services.retention_settings import (
    Scope,
    set_end,
    set_hold,
    set_legal_period,
    set_rule,
)
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import speak
from tests.integration.services.erasures_made import (
    CAMILLE,
    PAUL,
    REF,
    TODAY,
    ZOE,
    ask,
    bring_list,
    grant,
    write_list,
)

LONG_AGO = date(2025, 3, 31)


@pytest.fixture
def use(register):
    mailer = add_recipient(register, Recipient("Routeur", RecipientRole.PROCESSOR, "FR"), TODAY)
    return ListUse(mailer.id, "Invitation")


@pytest.fixture
def crm(register, lists):
    return bring_list(register, lists / "crm.csv", PAUL, CAMILLE, ZOE, activity="PA2")


@pytest.fixture
def left(register, use, lists):
    """Return a function that says who stays behind: of the contacts, of a list from elsewhere."""

    def left_of(*people):
        counted = count_contacts(register, ContactChoice(), use, TODAY)
        outside = write_list(lists / "mailing.csv", *(people or (ZOE, CAMILLE, PAUL)))
        return counted.left, dict(check_list(register, outside, use, TODAY).counts)

    return left_of


def ends(register, scope=Scope(activity="PA2")):  # noqa: B008 - a frozen value
    set_end(register, scope, LONG_AGO, EndedBy.CONTRACT_ENDED, TODAY)


def test_r_dis_1_a_restricted_person_stays_behind_and_is_counted(register, crm, use, tmp_path):
    ask(register, rights=(Right.OBJECTION,))
    restrict(register, REF, Ground.OBJECTION, TODAY)

    made = export_contacts(
        register, ContactChoice(), use, ExportFormat.CSV, tmp_path / "out", TODAY, speak("en")
    )

    assert b"camille" not in made.path.read_bytes().lower()
    (told,) = list_disclosures(register)
    assert told.disclosure.left_out == LeftOut(restricted=1)


def test_a_restricted_person_is_known_in_a_list_from_elsewhere(register, crm, left):
    ask(register, rights=(Right.OBJECTION,))
    restrict(register, REF, Ground.OBJECTION, TODAY)

    assert left() == ({Why.RESTRICTED: 1}, {Why.RESTRICTED: 1})


def test_a_restriction_of_one_file_says_nothing_of_lists_elsewhere(register, crm, left):
    (source,) = list_sources(register)
    ask(register, rights=(Right.OBJECTION,))
    restrict(register, REF, Ground.OBJECTION, TODAY, scope=RestrictionScope(source_id=source.id))

    assert left() == ({Why.RESTRICTED: 1}, {})


def test_who_is_to_be_erased_stays_behind_before_it_is_done(register, crm, left):
    ask(register)
    grant(register)

    assert left() == ({Why.FROZEN: 1}, {Why.FROZEN: 1})


def test_the_rule_of_the_activity_tells_whose_time_is_over(register, crm, left):
    ends(register)
    assert left() == ({Why.EXPIRED: 3}, {Why.EXPIRED: 3})

    set_rule(register, "PA2", RetentionRule(months=36), TODAY)
    assert left() == ({}, {})


def test_a_hold_keeps_a_contact_and_lets_nobody_use_it(register, crm, left):
    ends(register)
    set_hold(register, Scope(activity="PA2"), "dispute", date(2027, 6, 30), TODAY)

    assert left() == ({Why.EXPIRED: 3}, {Why.EXPIRED: 3})


def test_r_rt_4_what_only_a_law_keeps_is_in_no_list(register, crm, left):
    ends(register)
    set_legal_period(register, Scope(activity="PA2"), date(2030, 12, 31), TODAY)

    assert left() == ({Why.ARCHIVED: 3}, {Why.ARCHIVED: 3})


def test_who_is_in_time_in_another_list_may_go(register, crm, left, lists):
    ends(register)
    bring_list(register, lists / "salon.csv", CAMILLE, activity="PA1")

    assert left() == ({Why.EXPIRED: 3}, {Why.EXPIRED: 2})
