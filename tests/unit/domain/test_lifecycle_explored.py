"""The life of a request, explored: no sequence of steps reaches a state that must not be."""

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.conditions import Condition, ConditionKind
from dsr_desktop.domain.decisions import decisions_for, reasons_of_decision
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.identity import IdentityCheck, IdentityMethod, IdentityResult, LoggedCheck
from dsr_desktop.domain.lifecycle import ALLOWED, Action
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.domain.request_steps import COMMON_STEPS, StepCode, StepMark
from dsr_desktop.domain.requester import Mandate, Relation, Requester
from dsr_desktop.domain.step_list import Seen
from dsr_desktop.domain.transitions import (
    answered,
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

CODES = [None, "A15_4", "A17_3_b", "A12_6_identity", "A11_2", "not_controller", "A12_5_unfounded"]
TELLS_REMEDIES = {
    "refused", "granted_partly", "granted_redacted", "nothing_in_scope", "not_identifiable",
    "identity_not_confirmed",
}  # fmt: skip
ERASES = {"E06", "E07", "E08", "E09", "E10", "E12"}
DONE_NOTHING = {
    "refused", "no_data", "nothing_in_scope", "not_identifiable", "identity_not_confirmed",
    "withdrawn_by_person", "transferred", "duplicate_of",
}  # fmt: skip
BY = "Nora Vidal"
days = st.integers(-1, 15).map(lambda n: RECEIVED + timedelta(n))
rights = st.lists(st.sampled_from(list(Right)), min_size=1, max_size=3, unique=True)
together = st.sampled_from([[Right.ACCESS, Right.ERASURE], [Right.ERASURE], [Right.ACCESS]])
yes_or_no = st.booleans()


class LifeOfARequest(RuleBasedStateMachine):
    """Tries every step at any time; what the rules refuse must leave the request as it was."""

    @initialize(asked=together | rights)
    def record(self, asked):
        self.request = a_request(*asked)
        self.seen = Seen()
        self.answers = []

    def take(self, step, *arguments, **details):
        before = self.request
        with suppress(DsrError):
            self.request = step(self.request, *arguments, **details)
            return True
        assert self.request is before
        return False

    @rule(to_review=st.integers(0, 1), confirmed=st.integers(0, 1), clean=yes_or_no)
    def search(self, to_review, confirmed, clean):
        if self.take(searched):
            self.seen = Seen(True, to_review, confirmed, packed=clean, clean=clean, blocked=clean)

    @rule(on=days, doubt=yes_or_no, result=st.sampled_from(list(IdentityResult)))
    def check_identity(self, on, doubt, result):
        check = IdentityCheck(
            IdentityMethod.SHARED_FACTS, result, "address unknown" if doubt else None
        )
        self.take(identity_checked, LoggedCheck(check, on, BY), TODAY)

    @rule(on=days, reason=st.sampled_from(list(PauseReason)), large=yes_or_no)
    def pause(self, on, reason, large):
        self.take(paused, Pause(reason, on), TODAY, large_quantity=large)

    @rule(on=days)
    def resume(self, on):
        self.take(resumed, on, TODAY)

    @rule()
    def extend(self):
        longer = Extension(frozenset({ExtensionReason.COMPLEXITY}), RECEIVED, "14 files")
        self.take(extended, longer)

    @rule(kind=st.sampled_from(list(ConditionKind)))
    def see_condition(self, kind):
        self.take(condition_met, Condition(kind, RECEIVED, BY), TODAY)

    @rule(relation=st.sampled_from(list(Relation)), covers=rights, checked=yes_or_no)
    def name_requester(self, relation, covers, checked):
        day = RECEIVED if checked else None
        mandate = Mandate(RECEIVED, day, day, BY if checked else "", frozenset(covers))
        self.take(requester_changed, Requester(relation, "Me Roux", mandate=mandate))

    @rule(
        right=st.sampled_from(list(Right)), decision=st.sampled_from(list(Decision)),
        code=st.sampled_from(CODES), on=days, proven=yes_or_no,
    )  # fmt: skip
    def decide(self, right, decision, code, on, proven):
        abuse = Abuse("a joke, it says so", "there is no cost", BY) if proven else None
        self.take(
            decided, right, decision, on, TODAY, reason_code=code, abuse=abuse,
            duplicate_of="DSR-2026-0009" if proven else None,
        )  # fmt: skip

    @rule(which=st.integers(0, 2), taken=st.integers(0, 12), code=st.integers(0, 9))
    def decide_with_a_reason_that_fits(self, which, taken, code):
        right = self.request.rights[which % len(self.request.rights)]
        decision = decisions_for(right)[taken % len(decisions_for(right))]
        fitting = reasons_of_decision(right, decision)
        self.take(
            decided, right, decision, TODAY, TODAY, reason_code=fitting[code % len(fitting)]
            if fitting else None,
        )  # fmt: skip

    @rule(on=days)
    def grant_everything(self, on):
        for right in self.request.rights:
            self.take(decided, right, Decision.GRANTED, on, TODAY)

    @rule(on=days)
    def send_copy(self, on):
        self.take(copy_sent, on, TODAY)

    @rule(code=st.sampled_from(list(StepCode)), on=days, done=yes_or_no)
    def mark_some_step(self, code, on, done):
        self.mark_step(code, on, done)

    def mark_step(self, code, on, done):
        mark = StepMark(code, on, BY) if done else StepMark(code, not_applicable="nothing to do")
        could_erase = self.copy_owed() and not self.copy_is_away()
        if self.take(step_marked, mark, TODAY) and code in ERASES:
            assert not could_erase, "erased before the copy was sent"

    @rule(code=st.sampled_from([StepCode.E06, StepCode.E12]))
    def erase(self, code):
        self.mark_step(code, TODAY, done=True)

    @rule(told=yes_or_no)
    def send_today(self, told):
        self.send(TODAY, told)

    @rule(on=days, told=yes_or_no)
    def send_some_day(self, on, told):
        self.send(on, told)

    def send(self, on, told):
        if self.take(answered, on, Channel.POST, TODAY, remedies_told=told):
            self.answers.append(on)

    @rule()
    def close(self):
        self.take(closed, self.seen, TODAY)

    def copy_owed(self):
        return any(
            item.right in {"access", "portability"} and item.decision not in DONE_NOTHING
            for item in self.request.items
        )

    def copy_is_away(self):
        return bool(self.request.copy_sent_on or self.request.answered_on)

    @invariant()
    def nothing_is_answered_without_a_decision_and_a_reason_for_each_right(self):
        if self.request.answered_on is None:
            return
        for item in self.request.items:
            assert item.decision is not None
            if item.decision in TELLS_REMEDIES | {"transferred"}:
                assert item.reason_code, item
            if item.decision in TELLS_REMEDIES:
                assert self.request.remedies_told
            if item.reason_code == "A12_5_unfounded":
                assert item.abuse
        assert len(self.answers) == 1

    @invariant()
    def an_agent_gets_an_answer_only_within_a_checked_mandate(self):
        request = self.request
        given = {one.right for one in request.items if one.decision not in DONE_NOTHING}
        if request.answered_on and request.requester.relation in {"lawyer", "agent"} and given:
            mandate = request.requester.mandate
            assert mandate.received_on
            assert mandate.checked_by == BY
            assert given <= mandate.covers

    @invariant()
    def nobody_gets_anything_while_a_doubt_is_open(self):
        request = self.request
        if request.answered_on and request.identity:
            given = [one for one in request.items if one.decision not in DONE_NOTHING]
            confirmed = request.identity[-1].result == "confirmed"
            assert confirmed or not any(one.card.identity for one in given)

    @invariant()
    def nothing_is_erased_before_the_copy_is_sent(self):
        erased = any(one.code in ERASES and one.done_on for one in self.request.steps)
        if erased and any(
            item.right in {"access", "portability"}
            and item.decision is not None
            and item.decision not in DONE_NOTHING
            for item in self.request.items
        ):
            assert self.copy_is_away()

    @invariant()
    def nothing_is_closed_in_silence_or_with_its_checklist_open(self):
        request = self.request
        if request.stage is not Stage.CLOSED:
            return
        withdrawn = all(item.decision == "withdrawn_by_person" for item in request.items)
        assert request.answered_on or withdrawn
        said = {one.code for one in request.steps}
        searching = {"access", "rectification", "erasure", "restriction", "recipients",
                     "portability", "objection", "minor_erasure", "post_mortem"}  # fmt: skip
        if any(one.right in searching and one.decision in {"granted", "no_data"}
               for one in request.items):  # fmt: skip
            assert self.seen.searched or "C06" in said
            assert (self.seen.searched and not self.seen.to_review) or "C07" in said
        erased = [one for one in request.items
                  if one.right in {"erasure", "minor_erasure"} and one.decision == "granted"]  # fmt: skip
        if erased and self.seen.confirmed:
            assert self.seen.clean or {"E06", "E12"} <= said

    @invariant()
    def marketing_is_never_refused_nor_met_with_a_question_about_identity(self):
        if self.request.rights == (Right.OBJECTION_MARKETING,):
            assert self.request.items[0].decision not in {"refused", "identity_not_confirmed"}
            assert not self.request.identity
            assert not self.request.pauses

    @invariant()
    def a_minor_waits_no_longer_than_the_month(self):
        assert Right.MINOR_ERASURE not in self.request.rights or self.request.extension is None

    @invariant()
    def the_stage_is_what_the_facts_say(self):
        request = self.request
        assert (request.stage is Stage.CLOSED) == (request.closed_on is not None)
        if request.stage is Stage.ANSWERED:
            assert request.answered_on
        if request.stage is Stage.DECIDED:
            assert all(item.decision for item in request.items)

    @invariant()
    def no_step_lies_before_the_receipt_or_after_today(self):
        request = self.request
        steps = [request.answered_on, request.copy_sent_on, request.closed_on]
        steps += [item.decided_on for item in request.items]
        steps += [day for one in request.pauses for day in (one.asked_on, one.answered_on)]
        assert all(RECEIVED <= day <= TODAY for day in steps if day)


TestLifeOfARequest = LifeOfARequest.TestCase
TestLifeOfARequest.settings = settings(max_examples=200, stateful_step_count=30)


def test_after_the_answer_only_what_cannot_change_it_is_left():
    assert ALLOWED[Stage.CLOSED] == {Action.REOPEN, Action.CORRECT, Action.LINK}
    assert ALLOWED[Stage.ANSWERED] & {
        Action.DECIDE, Action.PAUSE, Action.EXTEND, Action.CHECK_IDENTITY, Action.SEND_ANSWER,
    } == set()  # fmt: skip
    assert set(ALLOWED) == set(Stage)


def test_the_way_through_ends_closed():
    request = searched(a_request(Right.ACCESS))
    request = decided(request, Right.ACCESS, Decision.NO_DATA, date(2026, 11, 9), TODAY)
    request = answered(request, date(2026, 11, 10), Channel.POST, TODAY)
    request = closed(request, Seen(searched=True), TODAY)

    assert (request.stage, request.closed_on) == (Stage.CLOSED, TODAY)
    assert len(COMMON_STEPS) == 11
