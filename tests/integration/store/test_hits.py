"""What was found for a request: kept, judged, counted; and which sources requests cite."""

from dataclasses import replace

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.hit import Hit, HitCounts, SearchRun, Verdict
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.domain.request import Stage
from dsr_desktop.store.hits import (
    count_hits_of_requests,
    last_search,
    read_hits,
    record_search,
    search_runs,
    set_verdicts,
    sources_cited_by,
    sources_cited_by_open_requests,
)
from dsr_desktop.store.request_saving import save_request
from dsr_desktop.store.sqlcipher import IntegrityError
from tests.integration.store.requests_made import CRITERIA, a_request


@pytest.fixture
def database(register):
    return register.database


def a_hit(row_id, *, source_id=1, level=Level.STRONG, score=90.0, verdict=None):
    reasons = (Reason("email", 2, "C@acme.example", How.EMAIL_OTHER_CASE),)
    return Hit(0, row_id, source_id, "/lists/crm.csv", "ab" * 32, "crm", row_id + 1, level, score,
               reasons, verdict)  # fmt: skip


def search(database, request, *hits):
    run = SearchRun("2026-11-16T10:00:00+00:00", "dpo", 3, 4000, len(hits))
    record_search(database, request, run, CRITERIA, hits)
    return read_hits(database, request)


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
    set_verdicts(database, request, [one.id], Verdict.CONFIRMED, None, "dpo")
    set_verdicts(database, request, [other.id], Verdict.REJECTED, "homonyme", "dpo")

    again = search(database, request, a_hit(1), a_hit(2), a_hit(4))

    assert [(hit.row_id, hit.verdict, hit.verdict_reason) for hit in again] == [
        (1, Verdict.CONFIRMED, None), (2, Verdict.REJECTED, "homonyme"), (4, None, None),
    ]  # fmt: skip
    assert third.id not in {hit.id for hit in again}


def test_a_verdict_can_be_taken_back(database):
    request = a_request(database)
    (hit,) = search(database, request, a_hit(1))
    set_verdicts(database, request, [hit.id], Verdict.CONFIRMED, "vu", "dpo")

    set_verdicts(database, request, [hit.id], None, None, "dpo")

    (now,) = read_hits(database, request)
    assert (now.verdict, now.decided_by) == (None, "dpo"), "who took it back stays known"
    assert replace(now, decided_at=None, decided_by=None) == hit


def test_a_verdict_touches_no_other_request(database):
    request, other = a_request(database), a_request(database, "DSR-2026-0002")
    (hit,) = search(database, request, a_hit(1))

    set_verdicts(database, other, [hit.id], Verdict.CONFIRMED, None, "dpo")

    assert read_hits(database, request) == (hit,)


def test_the_last_search_is_told_with_what_it_looked_at(database):
    request = a_request(database)
    assert last_search(database, request) is None

    search(database, request, a_hit(1))
    search(database, request)

    assert last_search(database, request) == SearchRun(
        "2026-11-16T10:00:00+00:00", "dpo", 3, 4000, 0, CRITERIA.given()
    )


def test_every_search_is_kept_with_what_it_asked_oldest_first(database):
    request = a_request(database)
    first = SearchRun("2026-11-16T10:00:00+00:00", "dpo", 3, 4000, 0)
    record_search(database, request, first, CRITERIA, [])
    more = Criteria(name=("Camille Dupont",), email=("c.dupont@perso.example",))
    record_search(database, request, replace(first, total=2), more, [])

    assert [(run.total, run.criteria) for run in search_runs(database, request)] == [
        (0, CRITERIA.given()), (2, more.given()),
    ]  # fmt: skip
    assert search_runs(database, a_request(database, "DSR-2026-0002")) == ()


def test_a_source_is_cited_while_a_hit_in_it_is_not_rejected_and_the_request_is_open(database):
    request, other = a_request(database), a_request(database, "DSR-2026-0002")
    open_hit, rejected = search(database, request, a_hit(1, source_id=5), a_hit(2, source_id=6))
    search(database, other, a_hit(3, source_id=7))
    set_verdicts(database, request, [rejected.id], Verdict.REJECTED, None, "dpo")

    assert sources_cited_by_open_requests(database) == {5, 7}
    assert sources_cited_by_open_requests(database, but=request) == {7}
    assert sources_cited_by(database, request) == {5, 6}
    set_verdicts(database, request, [open_hit.id], Verdict.CONFIRMED, None, "dpo")
    assert sources_cited_by_open_requests(database) == {5, 7}
    save_request(database, replace(other, stage=Stage.CLOSED))
    assert sources_cited_by_open_requests(database) == {5}


def test_verdicts_come_back_as_what_they_are(database):
    request = a_request(database)
    one, other, third = search(database, request, a_hit(1), a_hit(2), a_hit(3))
    set_verdicts(database, request, [one.id], Verdict.CONFIRMED, None, "dpo")
    set_verdicts(database, request, [other.id], Verdict.REJECTED, None, "dpo")

    assert [hit.verdict for hit in read_hits(database, request)] == [*Verdict, third.verdict]
    assert all(isinstance(hit.verdict, Verdict) for hit in read_hits(database, request)[:2])


def test_hits_are_counted_by_request_without_being_read(database):
    request, other, bare = (a_request(database, f"DSR-2026-000{n}") for n in (1, 2, 3))
    one, _two, weak = search(
        database, request, a_hit(1, source_id=5), a_hit(2), a_hit(3, level=Level.WEAK)
    )
    (not_ours,) = search(database, other, a_hit(1, source_id=5))
    set_verdicts(database, request, [one.id], Verdict.CONFIRMED, None, "dpo")
    set_verdicts(database, other, [not_ours.id], Verdict.REJECTED, None, "dpo")

    counts = count_hits_of_requests(database)

    assert counts[request.id] == HitCounts(
        confirmed=1, open=2, to_review=1, confirmed_in=frozenset({5})
    )
    assert counts[other.id] == HitCounts(rejected=1)
    assert bare.id not in counts
    assert weak.verdict is None


def test_a_row_is_found_once_for_a_request(database):
    request = a_request(database)
    search(database, request, a_hit(1))

    with pytest.raises(IntegrityError, match="UNIQUE"):
        database.connection.execute(
            "INSERT INTO hit(request_id, row_id) VALUES (?, 1)", (request.id,)
        )
