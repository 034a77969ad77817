"""Request files: everything recorded comes back."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.hit import Hit, SearchRun
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.store.requests import (
    add_identity_check,
    add_pause,
    add_request,
    answer_pause,
    has_doubt,
    last_search,
    next_ref,
    read_hits,
    read_request,
    read_requests,
    read_rescan,
    record_rescan,
    record_search,
    set_criteria,
    set_decision,
    set_extension,
    set_stage,
    set_verdicts,
    sources_cited_by,
    sources_cited_by_open_requests,
)
from dsr_desktop.store.settings import (
    add_activities,
    read_activities,
    read_settings,
    write_settings,
)

RECEIVED = date(2026, 11, 2)
CRITERIA = Criteria(name=("Camille Dupont", "Camille Martin"), email=("c@acme.example",))


@pytest.fixture
def database(register):
    return register.database


def a_request(database, ref="DSR-2026-0001", **details):
    known = {"received_on": RECEIVED, "items": (Item(Right.ACCESS), Item(Right.ERASURE))} | details
    made = Request(ref, recorded_on=RECEIVED, channel=Channel.POST, stage=Stage.NEW,
                   criteria=CRITERIA, **known)  # fmt: skip
    add_request(database, made)
    return read_request(database, ref)


def a_hit(row_id, *, source_id=1, level=Level.STRONG, score=90.0, verdict=None):
    reasons = (Reason("email", 2, "C@acme.example", How.EMAIL_OTHER_CASE),)
    return Hit(0, row_id, source_id, "/lists/crm.csv", "ab" * 32, "crm", row_id + 1, level, score,
               reasons, verdict)  # fmt: skip


def search(database, request, *hits):
    run = SearchRun("2026-11-16T10:00:00+00:00", "dpo", 3, 4000, len(hits))
    record_search(database, request, run, CRITERIA, hits)
    return read_hits(database, request)


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


# --- hits


def test_hits_come_back_best_first_then_in_the_order_of_import(database):
    request = a_request(database)

    hits = search(
        database, request,
        a_hit(4, level=Level.WEAK, score=20), a_hit(3), a_hit(2), a_hit(9, score=95),
        a_hit(7, level=Level.PROBABLE, score=60),
    )  # fmt: skip

    assert [hit.row_id for hit in hits] == [9, 2, 3, 7, 4]
    assert replace(hits[1], id=0) == a_hit(2)


def test_a_new_search_keeps_verdicts_and_forgets_the_rest(database):
    request = a_request(database)
    one, other, third = search(database, request, a_hit(1), a_hit(2), a_hit(3))
    set_verdicts(database, request, [one.id], "confirmed", None, "dpo")
    set_verdicts(database, request, [other.id], "rejected", "homonyme", "dpo")

    again = search(database, request, a_hit(1), a_hit(2), a_hit(4))

    assert [(hit.row_id, hit.verdict, hit.verdict_reason) for hit in again] == [
        (1, "confirmed", None), (2, "rejected", "homonyme"), (4, None, None),
    ]  # fmt: skip
    assert third.id not in {hit.id for hit in again}


def test_a_verdict_can_be_taken_back(database):
    request = a_request(database)
    (hit,) = search(database, request, a_hit(1))
    set_verdicts(database, request, [hit.id], "confirmed", "vu", "dpo")

    set_verdicts(database, request, [hit.id], None, None, "dpo")

    assert read_hits(database, request) == (hit,)


def test_a_verdict_touches_no_other_request(database):
    request, other = a_request(database), a_request(database, "DSR-2026-0002")
    (hit,) = search(database, request, a_hit(1))

    set_verdicts(database, other, [hit.id], "confirmed", None, "dpo")

    assert read_hits(database, request) == (hit,)


def test_the_last_search_is_told_with_what_it_looked_at(database):
    request = a_request(database)
    assert last_search(database, request) is None

    search(database, request, a_hit(1))
    search(database, request)

    assert last_search(database, request) == SearchRun(
        "2026-11-16T10:00:00+00:00", "dpo", 3, 4000, 0
    )


def test_a_source_is_cited_while_a_hit_in_it_is_not_rejected_and_the_request_is_open(database):
    request, other = a_request(database), a_request(database, "DSR-2026-0002")
    open_hit, rejected = search(database, request, a_hit(1, source_id=5), a_hit(2, source_id=6))
    search(database, other, a_hit(3, source_id=7))
    set_verdicts(database, request, [rejected.id], "rejected", None, "dpo")

    assert sources_cited_by_open_requests(database) == {5, 7}
    assert sources_cited_by_open_requests(database, but=request) == {7}
    assert sources_cited_by(database, request) == {5, 6}
    set_verdicts(database, request, [open_hit.id], "confirmed", None, "dpo")
    assert sources_cited_by_open_requests(database) == {5, 7}
    set_stage(database, other, Stage.CLOSED)
    assert sources_cited_by_open_requests(database) == {5}


def test_the_latest_reading_of_each_source_counts(database):
    request = a_request(database)
    result = {
        "source_id": 5,
        "at": "x",
        "status": "still_there",
        "sha256_before": "a",
        "hits": "[]",
    }
    record_rescan(database, request, result)
    record_rescan(database, request, result | {"source_id": 4, "status": "clean"})
    record_rescan(database, request, result | {"status": "missing"})

    assert [(one["source_id"], one["status"]) for one in read_rescan(database, request)] == [
        (4, "clean"), (5, "missing"),
    ]  # fmt: skip


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
