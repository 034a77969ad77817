"""The next step of a request: one rule, told by what was decided and what was seen to be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from dsr_desktop.domain.clock import Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.deadline import compute_deadline, days_left, deadline_status
from dsr_desktop.domain.hit import HitGroup, Verdict, count_hits
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.next_step import (
    Done,
    NextStep,
    done_so_far,
    next_step,
    seen_so_far,
    still_to_erase,
)
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.domain.workdays import WorkCalendar

RECEIVED, TODAY = date(2026, 11, 2), date(2026, 11, 16)
SEARCHED = Done(searched=True)
FILE, OTHER_FILE = 1, 2


def summary(*items, hits=(), **changes):
    request = Request(
        ref="DSR-2026-0001", received_on=RECEIVED, recorded_on=RECEIVED,
        channel=Channel.EMAIL_DPO, stage=Stage.IN_PROGRESS,
        items=items or (Item(Right.ERASURE),), criteria=Criteria(name=("Camille Dupont",)),
    )  # fmt: skip
    deadline = compute_deadline(RECEIVED, WorkCalendar("FR"), today=TODAY)
    return RequestSummary(
        replace(request, **changes), deadline, deadline_status(deadline, TODAY, None),
        days_left(deadline, TODAY), count_hits(hits),
    )  # fmt: skip


def hit(verdict=None, level=Level.STRONG, source_id=FILE):
    return HitGroup(verdict, level, source_id, 1)


def granted(*rights):
    return tuple(Item(right, Decision.GRANTED, decided_on=TODAY) for right in rights)


SEEN = granted(Right.ACCESS)
ERASED, MOVED, BOTH = (
    granted(Right.ERASURE),
    granted(Right.PORTABILITY),
    granted(Right.ERASURE, Right.PORTABILITY),
)
CONFIRMED = (hit(Verdict.CONFIRMED),)


def test_a_new_request_begins_with_the_search():
    assert next_step(summary(), Done()) is NextStep.SEARCH


def test_open_hits_are_reviewed_before_anything_is_decided():
    assert next_step(summary(hits=[hit()]), SEARCHED) is NextStep.REVIEW


@pytest.mark.parametrize("hits", [(), (hit(Verdict.CONFIRMED),), (hit(level=Level.WEAK),)])
def test_without_an_open_hit_the_rights_are_decided_on(hits):
    assert next_step(summary(hits=hits), SEARCHED) is NextStep.DECIDE


def test_a_decision_on_every_right_needs_no_search():
    assert next_step(summary(Item(Right.ERASURE, Decision.NO_DATA)), Done()) is NextStep.SEND


def test_one_right_decided_of_two_is_not_enough():
    half = summary(*granted(Right.ACCESS), Item(Right.ERASURE), hits=CONFIRMED)

    assert next_step(half, SEARCHED) is NextStep.DECIDE


@pytest.mark.parametrize(
    ("items", "done", "expected"),
    [
        pytest.param(MOVED, SEARCHED, NextStep.BUNDLE, id="a bundle is owed"),
        pytest.param(MOVED, Done(packed=True), NextStep.SEND, id="the bundle is built"),
        pytest.param(BOTH, SEARCHED, NextStep.BUNDLE, id="the copy comes before the erasure"),
        pytest.param(ERASED, SEARCHED, NextStep.CHECKLIST, id="nobody was told what to erase"),
        pytest.param(ERASED, Done(listed=True), NextStep.RESCAN, id="nobody looked again"),
        pytest.param(
            ERASED, Done(clean_sources=frozenset({FILE})), NextStep.SEND, id="seen to be clean"
        ),
        pytest.param(SEEN, SEARCHED, NextStep.ACCESS, id="a copy of the data is owed"),
        pytest.param(SEEN, Done(copied=True), NextStep.SEND, id="the access package is built"),
        pytest.param(
            granted(Right.ACCESS, Right.PORTABILITY, Right.ERASURE),
            SEARCHED,
            NextStep.ACCESS,
            id="both packages come before the erasure",
        ),
    ],
)
def test_what_was_decided_is_carried_out_before_it_is_answered(items, done, expected):
    assert next_step(summary(*items, hits=CONFIRMED), done) is expected


def test_a_copy_that_left_before_the_answer_is_not_owed_again():
    gone = summary(*SEEN, hits=CONFIRMED, copy_sent_on=TODAY)

    assert next_step(gone, SEARCHED) is NextStep.SEND


def test_a_refused_erasure_leaves_nothing_to_carry_out():
    refused = summary(Item(Right.ERASURE, Decision.REFUSED, "A17_3_e"), hits=CONFIRMED)

    assert next_step(refused, SEARCHED) is NextStep.SEND


def test_without_a_confirmed_row_there_is_nothing_to_carry_out():
    assert next_step(summary(*BOTH), SEARCHED) is NextStep.SEND


def test_the_package_for_access_is_no_portability_bundle():
    access = Event("package_built", {"right": "access"})

    assert done_so_far([judged([1]), access]) == Done(copied=True)
    assert not done_so_far([judged([1]), access, judged([2])]).copied
    assert done_so_far([judged([1]), PACKED, access]).packed


def test_a_clean_reading_does_not_cover_a_file_confirmed_since():
    more = summary(*ERASED, hits=(*CONFIRMED, hit(Verdict.CONFIRMED, source_id=OTHER_FILE)))
    done = Done(listed=True, clean_sources=frozenset({FILE}))

    assert still_to_erase(more, done)
    assert next_step(more, done) is NextStep.RESCAN


def test_an_open_question_to_the_person_is_waited_for():
    waiting = Pause(PauseReason.IDENTITY, TODAY)

    assert next_step(summary(pauses=(waiting,)), SEARCHED) is NextStep.WAIT
    answered = replace(waiting, answered_on=TODAY)
    assert next_step(summary(pauses=(answered,)), SEARCHED) is NextStep.DECIDE


def test_an_answered_request_is_closed_and_a_closed_one_needs_nothing():
    assert next_step(summary(answered_on=TODAY, stage=Stage.ANSWERED), Done()) is NextStep.CLOSE
    assert next_step(summary(closed_on=TODAY, stage=Stage.CLOSED), Done()) is None


# --- told by the events


@dataclass(frozen=True)
class Event:
    kind: str
    payload: Mapping[str, object] = field(default_factory=dict)


def judged(confirmed=(), rejected=(), reopened=()):
    given = {"confirmed": confirmed, "rejected": rejected, "reopened": reopened}
    return Event("hits_judged", {verdict: list(ids) for verdict, ids in given.items()})


PACKED, LISTED = Event("package_built"), Event("checklist_made")
READ_CLEAN = Event("sources_read_again", {"clean": True, "sha256": {"1": "ab"}})


def test_without_an_event_nothing_is_done():
    assert done_so_far([]) == Done()


def test_a_bundle_a_checklist_and_a_clean_reading_are_told_by_their_events():
    events = [Event("searched"), judged([1]), PACKED, LISTED, READ_CLEAN, Event("decided")]

    assert done_so_far(events) == Done(
        searched=True, packed=True, listed=True, clean_sources=frozenset({FILE})
    )


@pytest.mark.parametrize(
    "since",
    [judged(confirmed=[2]), judged(rejected=[1]), judged(reopened=[1])],
    ids=["confirmed", "rejected", "reopened"],
)
def test_what_was_made_for_other_hits_than_those_confirmed_now_does_not_count(since):
    done = done_so_far([judged([1]), PACKED, LISTED, since])

    assert (done.packed, done.listed) == (False, False)


@pytest.mark.parametrize("since", [judged(confirmed=[1]), judged(rejected=[2]), judged()])
def test_a_verdict_that_leaves_the_confirmed_hits_as_they_were_changes_nothing(since):
    done = done_so_far([judged([1]), PACKED, LISTED, since])

    assert (done.packed, done.listed) == (True, True)


def test_made_again_after_the_last_verdict_it_counts():
    done = done_so_far([judged([1]), PACKED, judged([2]), PACKED])

    assert (done.packed, done.listed) == (True, False)


def test_a_clean_reading_does_not_cover_a_hit_confirmed_since_in_the_same_file():
    assert not done_so_far([judged([1]), READ_CLEAN, judged([2])]).clean_sources
    assert done_so_far([judged([1, 2]), READ_CLEAN, judged(rejected=[2])]).clean_sources == {FILE}


@pytest.mark.parametrize(
    "payload",
    [{}, {"clean": False, "sha256": {"1": "ab"}}, {"clean": True, "sha256": "changed"}],
    ids=["empty", "something left", "not what was written"],
)
def test_only_the_last_reading_counts_and_only_if_it_was_clean(payload):
    events = [judged([1]), READ_CLEAN, Event("sources_read_again", payload)]

    assert done_so_far(events).clean_sources == frozenset()


def test_a_reading_that_was_overtaken_does_not_count():
    read = Event("sources_read_again", {"clean": True, "sha256": {"1": None}, "gone": [4]})
    overtaken = Event("reading_overtaken", {"places": [4]})

    assert done_so_far([read]).clean_sources == {FILE}
    assert done_so_far([read, overtaken]).clean_sources == frozenset()
    assert done_so_far([read, overtaken, read]).clean_sources == {FILE}


def test_an_acknowledgement_and_the_decisions_on_files_are_seen():
    reply = Event("communication_logged", {"what": "reply_of_person"})
    acknowledged = Event("communication_logged", {"what": "acknowledgement"})
    kept = Event("dataset_decided", {"source": FILE, "choice": "keep"})

    assert not done_so_far([reply]).acknowledged
    assert done_so_far([acknowledged]).acknowledged
    assert done_so_far([kept, reply]).decided_sources == {FILE}


@pytest.mark.parametrize(
    ("decided", "is_weighed"), [({FILE, OTHER_FILE}, True), ({OTHER_FILE}, False), ((), False)]
)
def test_an_erasure_is_weighed_once_every_file_of_the_person_is_decided_on(decided, is_weighed):
    done = Done(decided_sources=frozenset(decided))

    assert seen_so_far(done, count_hits(CONFIRMED)).weighed is is_weighed
    assert not seen_so_far(done, count_hits(())).weighed
