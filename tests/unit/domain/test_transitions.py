"""Each transition of a request: what it asks before it changes anything, and what it changes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.conditions import AuthorityLetter, Condition, ConditionKind
from dsr_desktop.domain.errors import DsrError, InvalidInputError, NotAllowedError
from dsr_desktop.domain.identity import IdentityCheck, IdentityMethod, IdentityResult, LoggedCheck
from dsr_desktop.domain.lifecycle import (
    ALLOWED,
    Action,
    SideState,
    check_allowed,
    check_is_open,
    side_states,
    stage_of,
)
from dsr_desktop.domain.request import Channel, Decision, Item, Right, Stage
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.requester import Relation, Requester
from dsr_desktop.domain.step_list import Seen
from dsr_desktop.domain.transitions import (
    answered,
    authority_written,
    check_item,
    closed,
    condition_met,
    copy_sent,
    decided,
    extended,
    identity_checked,
    paused,
    requester_changed,
    resumed,
    searched,
    step_marked,
)
from tests.unit.domain.requests_made import RECEIVED, TODAY, a_request

BY = "Nora Vidal"
BEFORE, TOMORROW = RECEIVED - timedelta(1), TODAY + timedelta(1)
LATER = date(2026, 11, 9)
DOUBT = LoggedCheck(
    IdentityCheck(IdentityMethod.SHARED_FACTS, IdentityResult.CONFIRMED, "address unknown"), LATER, BY
)  # fmt: skip
LONGER = Extension(frozenset({ExtensionReason.COMPLEXITY}), LATER, "14 files")
LETTER = AuthorityLetter("CNIL", "26-1", TOMORROW)
SEARCHED = Seen(searched=True)


def access(**details):
    return a_request(Right.ACCESS, **details)


def granted(*rights, **details):
    items = tuple(Item(right, Decision.GRANTED, decided_on=LATER) for right in rights)
    return a_request(*rights, **{"items": items, "stage": Stage.DECIDED} | details)


def doubted(**details):
    return access(identity=(DOUBT,), stage=Stage.IN_PROGRESS, **details)


def asked(on=LATER):
    return paused(doubted(), Pause(PauseReason.IDENTITY, on), TODAY)


def question(on=LATER, answered_on=None):
    return lambda request: paused(request, Pause(PauseReason.IDENTITY, on, answered_on), TODAY)


def check_on(day):
    return lambda request: identity_checked(request, replace(DOUBT, performed_on=day), TODAY)


def done_on(day):
    return lambda request: step_marked(request, StepMark(StepCode.A02, day, BY), TODAY)


def grant_on(day):
    return lambda request: decided(request, Right.ACCESS, Decision.GRANTED, day, TODAY)


STEPS = {
    "search": (Action.SEARCH, access(), searched),
    "identity": (Action.CHECK_IDENTITY, access(), check_on(LATER)),
    "requester": (
        Action.NOTE_FACT, access(),
        lambda request: requester_changed(request, Requester(Relation.GUARDIAN, "Anne Roux")),
    ),
    "condition": (
        Action.NOTE_FACT, a_request(Right.POST_MORTEM),
        lambda request: condition_met(request, Condition(ConditionKind.DEATH, LATER, BY), TODAY),
    ),
    "authority": (
        Action.NOTE_FACT, a_request(Right.COMPLAINT),
        lambda request: authority_written(request, LETTER),
    ),
    "pause": (Action.PAUSE, doubted(), question()),
    "resume": (Action.RESUME, asked(), lambda request: resumed(request, LATER, TODAY)),
    "extend": (Action.EXTEND, access(), lambda request: extended(request, LONGER)),
    "decide": (Action.DECIDE, access(), grant_on(LATER)),
    "copy": (
        Action.SEND_COPY, granted(Right.ACCESS), lambda request: copy_sent(request, LATER, TODAY),
    ),
    "step": (Action.MARK_STEP, access(), done_on(LATER)),
    "answer": (
        Action.SEND_ANSWER, granted(Right.ACCESS),
        lambda request: answered(request, LATER, Channel.POST, TODAY),
    ),
    "close": (
        Action.CLOSE, granted(Right.ACCESS, answered_on=LATER),
        lambda request: closed(request, SEARCHED, TODAY),
    ),
}  # fmt: skip
steps = pytest.mark.parametrize(("action", "request_", "step"), STEPS.values(), ids=STEPS)


@steps
def test_a_step_changes_an_open_request(action, request_, step):
    assert step(request_) != request_


@steps
def test_a_closed_request_takes_no_step(action, request_, step):
    over = replace(request_, stage=Stage.CLOSED, closed_on=TODAY)

    with pytest.raises(NotAllowedError, match="is closed"):
        step(over)


@steps
def test_after_the_answer_only_what_cannot_change_it_goes_on(action, request_, step):
    told = replace(
        request_, stage=Stage.ANSWERED, answered_on=LATER, copy_sent_on=None,
        items=tuple(replace(one, decision=Decision.GRANTED, decided_on=LATER)
                    for one in request_.items),
    )  # fmt: skip

    if action in ALLOWED[Stage.ANSWERED]:
        assert step(told).answered_on == LATER
        return
    with pytest.raises(NotAllowedError, match="was answered"):
        step(told)


@pytest.mark.parametrize("day", [BEFORE, TOMORROW])
@pytest.mark.parametrize(
    ("request_", "step"),
    [
        (access(), check_on),
        (a_request(Right.POST_MORTEM),
         lambda day: lambda request: condition_met(
             request, Condition(ConditionKind.DEATH, day, BY), TODAY)),
        (doubted(), question),
        (asked(), lambda day: lambda request: resumed(request, day, TODAY)),
        (access(), grant_on),
        (granted(Right.ACCESS), lambda day: lambda request: copy_sent(request, day, TODAY)),
        (access(), done_on),
        (granted(Right.ACCESS),
         lambda day: lambda request: answered(request, day, Channel.POST, TODAY)),
    ],
    ids=["identity", "condition", "pause", "resume", "decide", "copy", "step", "answer"],
)  # fmt: skip
def test_no_step_happened_before_the_receipt_or_will_happen(request_, step, day):
    with pytest.raises(InvalidInputError, match="lies before the receipt"):
        step(day)(request_)


def test_a_pause_does_not_end_tomorrow_either():
    with pytest.raises(InvalidInputError, match="lies before the receipt"):
        question(LATER, TOMORROW)(doubted())


def test_only_what_is_new_becomes_begun_by_a_search():
    assert searched(access()).stage is Stage.IN_PROGRESS
    assert searched(asked()).stage is Stage.IN_PROGRESS
    assert searched(granted(Right.ACCESS)).stage is Stage.DECIDED
    assert stage_of(access()) is Stage.NEW


def test_a_check_under_way_is_waited_for_until_everything_is_decided():
    pending = replace(DOUBT, check=replace(DOUBT.check, result=IdentityResult.PENDING))
    waiting = identity_checked(access(), pending, TODAY)

    assert waiting.stage is Stage.IDENTITY_PENDING
    assert grant_on(LATER)(waiting).stage is Stage.DECIDED


def test_a_check_obeys_the_rules_of_its_method():
    no_doubt = replace(DOUBT, check=replace(DOUBT.check, doubt=None))

    with pytest.raises(NotAllowedError, match="No doubt"):
        identity_checked(access(), no_doubt, TODAY)
    with pytest.raises(NotAllowedError, match="No doubt"):
        question()(access())


def test_a_clarification_stops_the_clock_of_a_large_access_request_only():
    vague = Pause(PauseReason.CLARIFICATION, LATER)

    assert paused(access(), vague, TODAY, large_quantity=True).is_paused
    with pytest.raises(NotAllowedError, match="clarification"):
        paused(access(), vague, TODAY)
    with pytest.raises(NotAllowedError, match="clarification"):
        paused(a_request(Right.ERASURE), vague, TODAY, large_quantity=True)


def test_an_answer_ends_the_open_question_and_no_earlier_one():
    first = question(RECEIVED, RECEIVED)(doubted())
    both = resumed(question(LATER)(first), TODAY, TODAY)

    assert [one.answered_on for one in both.pauses] == [RECEIVED, TODAY]
    with pytest.raises(NotAllowedError, match="no question is open"):
        resumed(both, TODAY, TODAY)


def test_only_a_complaint_has_an_authority_and_not_from_before_its_receipt():
    with pytest.raises(InvalidInputError, match="no complaint"):
        authority_written(access(), LETTER)
    with pytest.raises(InvalidInputError, match="lies before the receipt"):
        authority_written(a_request(Right.COMPLAINT), replace(LETTER, answer_by=BEFORE))
    on_the_day = authority_written(
        a_request(Right.COMPLAINT), replace(LETTER, answer_by=RECEIVED)
    ).authority  # fmt: skip
    assert on_the_day.answer_by == RECEIVED


def test_a_condition_seen_again_counts_once_with_its_later_day():
    first = Condition(ConditionKind.DEATH, RECEIVED, BY)
    other = Condition(ConditionKind.HEIR, RECEIVED, BY)
    seen = condition_met(a_request(Right.POST_MORTEM), first, TODAY)
    seen = condition_met(condition_met(seen, other, TODAY), replace(first, seen_on=LATER), TODAY)

    assert seen.conditions == (other, replace(first, seen_on=LATER))


@pytest.mark.parametrize(
    ("decision", "code"),
    [(Decision.REFUSED, None), (Decision.ANONYMISED, None), (Decision.GRANTED_PARTLY, "A17_3_b")],
)
def test_a_decision_that_does_not_fit_its_right_is_refused(decision, code):
    with pytest.raises(DsrError):
        decided(access(), Right.ACCESS, decision, LATER, TODAY, reason_code=code)


def test_a_right_nobody_decided_on_is_not_checked():
    assert check_item(access(), Item(Right.ACCESS)) is None


@pytest.mark.parametrize("other", [None, "DSR-2026-0001"])
def test_a_repeated_request_names_another_one(other):
    with pytest.raises(InvalidInputError, match="which request"):
        decided(access(), Right.ACCESS, Decision.DUPLICATE_OF, LATER, TODAY, duplicate_of=other)


def test_the_request_repeated_is_kept_with_that_decision_only():
    repeated = decided(
        access(), Right.ACCESS, Decision.DUPLICATE_OF, LATER, TODAY, duplicate_of="DSR-2026-0000"
    )
    given = decided(
        access(), Right.ACCESS, Decision.GRANTED, LATER, TODAY, duplicate_of="DSR-2026-0000"
    )

    assert repeated.items[0].duplicate_of == "DSR-2026-0000"
    assert given.items[0].duplicate_of is None


def test_a_copy_is_sent_where_one_was_asked_and_decided():
    with pytest.raises(NotAllowedError, match="no copy"):
        copy_sent(granted(Right.ERASURE), LATER, TODAY)
    with pytest.raises(NotAllowedError, match="decide first"):
        copy_sent(access(), LATER, TODAY)
    early = decided(
        a_request(Right.ACCESS, Right.ERASURE), Right.ACCESS, Decision.GRANTED, LATER, TODAY
    )
    assert copy_sent(early, LATER, TODAY).copy_is_sent


def test_a_step_that_does_not_apply_has_no_day_and_said_again_the_last_counts():
    skipped = StepMark(StepCode.A02, not_applicable="nothing to copy")
    marked = step_marked(done_on(LATER)(access()), skipped, TODAY)

    assert marked.steps == (skipped,)
    with pytest.raises(InvalidInputError, match="no step of"):
        step_marked(access(), StepMark(StepCode.E06, LATER, BY), TODAY)


def test_what_was_not_answered_is_no_new_request_but_a_reminder():
    with pytest.raises(NotAllowedError, match="reminder"):
        check_allowed(access(), Action.REOPEN)
    check_allowed(granted(Right.ACCESS, answered_on=LATER, stage=Stage.ANSWERED), Action.REOPEN)


def test_what_stands_beside_the_stage_follows_from_the_facts():
    moved = granted(Right.ACCESS)
    given_away = replace(
        moved, items=(Item(Right.ACCESS, Decision.TRANSFERRED, "not_controller"),)
    )  # fmt: skip
    taken_back = replace(moved, items=(Item(Right.ACCESS, Decision.WITHDRAWN_BY_PERSON),))

    assert side_states(moved, extended=False) == ()
    assert side_states(asked(), extended=True) == (SideState.SUSPENDED, SideState.EXTENDED)
    over = replace(asked(), answered_on=TODAY, stage=Stage.ANSWERED)
    assert side_states(over, extended=False) == ()
    assert side_states(given_away, extended=False) == (SideState.TRANSFERRED,)
    assert side_states(taken_back, extended=False) == (SideState.WITHDRAWN,)


def test_a_closed_request_is_told_as_closed_not_as_answered():
    over = replace(granted(Right.ACCESS), stage=Stage.CLOSED, answered_on=LATER, closed_on=TODAY)

    with pytest.raises(NotAllowedError, match="is closed"):
        check_allowed(over, Action.DECIDE)
    with pytest.raises(NotAllowedError, match="is closed"):
        check_is_open(over)


def test_a_copy_is_granted_after_steps_that_erased_nothing():
    looked = StepMark(StepCode.E01, LATER, BY)
    skipped = StepMark(StepCode.E06, not_applicable="nothing to erase")
    both = a_request(Right.ACCESS, Right.ERASURE, steps=(looked, skipped))

    assert grant_on(LATER)(both).item(Right.ACCESS).decision is Decision.GRANTED
    erased = replace(both, steps=(StepMark(StepCode.E06, LATER, BY),))
    with pytest.raises(NotAllowedError, match="erased already"):
        grant_on(LATER)(erased)
