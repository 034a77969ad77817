"""Request files: everything recorded comes back."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.store.requests import (
    add_identity_check,
    add_pause,
    answer_pause,
    has_doubt,
    next_ref,
    read_request,
    read_requests,
    set_criteria,
    set_decision,
    set_extension,
    set_stage,
)
from dsr_desktop.store.settings import (
    add_activities,
    read_activities,
    read_settings,
    write_settings,
)
from tests.integration.store.requests_made import CRITERIA, RECEIVED, a_request


@pytest.fixture
def database(register):
    return register.database


# --- references


def test_references_are_counted_within_the_year_of_receipt(database):
    assert next_ref(database, 2026) == "DSR-2026-0001"
    a_request(database, "DSR-2026-0001")
    a_request(database, "DSR-2025-0041")

    assert next_ref(database, 2026) == "DSR-2026-0002"
    assert next_ref(database, 2025) == "DSR-2025-0042"
    assert next_ref(database, 2027) == "DSR-2027-0001"


def test_references_go_on_after_nine_thousand_nine_hundred_and_ninety_nine(database):
    a_request(database, "DSR-2026-9999")
    a_request(database, "DSR-2026-10000")

    assert next_ref(database, 2026) == "DSR-2026-10001"


def test_a_reference_may_be_typed_in_small_letters(database):
    made = a_request(database)

    assert read_request(database, " dsr-2026-0001 ") == made


def test_an_unknown_reference_is_told(database):
    with pytest.raises(NotFoundError, match="no request DSR-2026-0009"):
        read_request(database, "DSR-2026-0009")


# --- the request


def test_a_request_comes_back_as_it_was_recorded(database):
    made = a_request(database, language="en")

    assert made == Request(
        "DSR-2026-0001", RECEIVED, RECEIVED, Channel.POST, Stage.NEW,
        (Item(Right.ACCESS), Item(Right.ERASURE)), CRITERIA, "en",
    )  # fmt: skip


def test_requests_are_listed_by_receipt(database):
    a_request(database, "DSR-2026-0001", received_on=date(2026, 11, 9))
    a_request(database, "DSR-2026-0002")

    assert [one.ref for one in read_requests(database)] == ["DSR-2026-0002", "DSR-2026-0001"]


def test_what_is_known_about_the_person_can_be_replaced(database):
    request = a_request(database)

    set_criteria(database, request, Criteria(phone=("06 12 34 56 78",)))

    assert read_request(database, request.ref).criteria == Criteria(phone=("06 12 34 56 78",))


def test_a_decision_is_recorded_on_its_right_alone(database):
    request = a_request(database)
    decided = Item(Right.ERASURE, Decision.REFUSED, "A17_3_b", "Facture", date(2026, 11, 9))

    set_decision(database, request, decided)

    assert read_request(database, request.ref).items == (Item(Right.ACCESS), decided)


def test_stages_keep_the_dates_of_earlier_ones(database):
    request = a_request(database)

    set_stage(
        database, request, Stage.ANSWERED, answered_on=date(2026, 11, 10), answer_channel="post"
    )
    set_stage(database, request, Stage.CLOSED, closed_on=date(2026, 11, 12))

    closed = read_request(database, request.ref)
    assert (closed.stage, closed.answered_on, closed.closed_on) == (
        Stage.CLOSED, date(2026, 11, 10), date(2026, 11, 12),
    )  # fmt: skip


def test_pauses_come_back_in_order_and_an_answer_ends_the_open_one(database):
    request = a_request(database)
    first = Pause(PauseReason.IDENTITY, date(2026, 11, 3), date(2026, 11, 4))
    second = Pause(PauseReason.CLARIFICATION, date(2026, 11, 9), None, "Quelles listes ?")
    add_pause(database, request, first)
    add_pause(database, request, second)

    assert read_request(database, request.ref).pauses == (first, second)
    answer_pause(database, request, date(2026, 11, 12))
    assert read_request(database, request.ref).pauses == (
        first, replace(second, answered_on=date(2026, 11, 12)),
    )  # fmt: skip


def test_the_extension_comes_back_and_can_be_replaced(database):
    request = a_request(database)
    extension = Extension(frozenset(ExtensionReason), None, "14 fichiers")
    set_extension(database, request, extension)
    assert read_request(database, request.ref).extension == extension

    sent = replace(extension, sent_on=date(2026, 11, 20), withdrawn=True)
    set_extension(database, request, sent)
    assert read_request(database, request.ref).extension == sent


def test_a_doubt_stays_on_record(database):
    request, other = a_request(database), a_request(database, "DSR-2026-0002")
    add_identity_check(
        database, request, RECEIVED, doubt=None, method="none_needed", result="confirmed"
    )
    assert not has_doubt(database, request)

    add_identity_check(
        database,
        request,
        RECEIVED,
        doubt="adresse inconnue",
        method="shared_facts",
        result="pending",
    )
    assert has_doubt(database, request)
    assert not has_doubt(database, other)


# --- settings


def test_settings_named_are_set_and_the_others_stay(database):
    before = read_settings(database)

    write_settings(database, {"company": "Autre SARL", "pin": "set"})

    assert read_settings(database) == before | {"company": "Autre SARL", "pin": "set"}


def test_activities_are_listed_by_code(database):
    first, *_others = known = read_activities(database)
    added = replace(first, code="PA0", name="Recrutement")

    add_activities(database, (added,))

    assert read_activities(database) == (added, *known)
