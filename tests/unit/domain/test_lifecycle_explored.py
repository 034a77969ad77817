"""The life of a request, explored: no sequence of steps reaches a state that must not be."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.conditions import Condition, ConditionKind
from dsr_desktop.domain.correction import corrected
from dsr_desktop.domain.decisions import decisions_for, reasons_of_decision
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.fee import Fee, FeeGround, FeeReply
from dsr_desktop.domain.identity import IdentityCheck, IdentityMethod, IdentityResult, LoggedCheck
from dsr_desktop.domain.lifecycle import ALLOWED, Action, check_allowed
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.domain.request_steps import COMMON_STEPS, StepCode, StepMark
from dsr_desktop.domain.requester import Mandate, Relation, Requester
from dsr_desktop.domain.short_path import ShortAnswer, ShortPlan, blocks, check_answer
from dsr_desktop.domain.source_rules import check_nothing_held, check_sources_answered
from dsr_desktop.domain.source_task import SourceTask, StepKind, TaskStep
from dsr_desktop.domain.step_list import Seen
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.domain.timeline import Decided, Facts
from dsr_desktop.domain.transitions import (
    answered,
    closed,
    condition_met,
    copy_sent,
    decided,
    extended,
    fee_replied,
    fee_told,
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


def task_of(number, *, is_answered):
    """The question to one system, answered or not."""
    asked = SourceTask(
        "DSR-2026-0001", System(f"System {number}", SystemKind.CRM, HowAsked.BY_DPO, RECEIVED),
        RECEIVED, TODAY, id=number,
    )  # fmt: skip
    found = TaskStep(StepKind.NOTHING_FOUND, RECEIVED, RECEIVED, BY, BY)
    return replace(asked, steps=(found,)) if is_answered else asked


def facts_as_recorded(request):
    """What the events of a request would say."""
    return Facts(
        request.received_on,
        {one.right: Decided(one.decision, one.decided_on, one.reason_code)
         for one in request.items if one.decision},
        copy_sent_on=request.copy_sent_on, answered_on=request.answered_on,
        answer_channel=request.answer_channel,
    )  # fmt: skip


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
            self.seen = Seen(
                True, to_review, confirmed, packed=clean, copied=clean, clean=clean, blocked=clean
            )

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

    @rule(ground=st.sampled_from(list(FeeGround)), proven=yes_or_no, on=days)
    def tell_a_fee(self, ground, proven, on):
        facts, earlier = ("asked before", ("DSR-2026-0000",)) if proven else ("", ())
        if self.take(fee_told, Fee(1500, ground, facts, BY, on, earlier), TODAY):
            assert facts, "a fee without its proof"

    @rule(reply=st.sampled_from(list(FeeReply)), on=days)
    def reply_to_the_fee(self, reply, on):
        if self.take(fee_replied, reply, on, TODAY) and reply is FeeReply.WITHDRAWN:
            assert self.request.is_withdrawn

    @rule(answered_by=st.lists(yes_or_no, max_size=3), told=yes_or_no)
    def send_what_the_sources_allow(self, answered_by, told):
        """Systems are asked about it: while one is silent nothing is sent (R-SRC-1)."""
        tasks = [task_of(n, is_answered=one) for n, one in enumerate(answered_by)]
        before = len(self.answers)
        with suppress(DsrError):
            check_sources_answered(self.request, tasks)
            self.send(TODAY, told)
        if not all(answered_by):
            assert len(self.answers) == before

    @rule(which=st.integers(0, 2), decision=st.sampled_from(list(Decision)), silent=yes_or_no)
    def decide_what_the_sources_allow(self, which, decision, silent):
        right = self.request.rights[which % len(self.request.rights)]
        tasks = [task_of(0, is_answered=not silent)]
        with suppress(DsrError):
            check_nothing_held(self.request, decision, tasks, searched=True)
            assert not (silent and decision in {"no_data", "nothing_in_scope"})
            self.take(decided, right, decision, TODAY, TODAY)

    @rule(on=days)
    def remind(self, on):
        """The person writes again: a reminder before the answer, a new request after it."""
        owed = self.request.answered_on is None and self.request.stage is not Stage.CLOSED
        for action, is_open in ((Action.REMIND, owed), (Action.REOPEN, not owed)):
            try:
                check_allowed(self.request, action)
            except DsrError:
                assert not is_open
            else:
                assert is_open

    @rule(on=st.none() | days)
    def withdraw_the_extension(self, on):
        longer = self.request.extension
        if longer is not None:
            self.take(extended, replace(longer, withdrawn=True, sent_on=on))

    @rule(answered_on=st.none() | days, right=st.sampled_from(list(Right)),
          decision=st.none() | st.sampled_from(list(Decision)))  # fmt: skip
    def correct(self, answered_on, right, decision):
        """Something was recorded wrongly: the day of the answer, or a decision."""
        then = facts_as_recorded(self.request)
        decisions = dict(then.decisions)
        if right in decisions:
            decisions[right] = Decided(decision, TODAY) if decision else None
            decisions = {one: taken for one, taken in decisions.items() if taken}
        now = replace(then, answered_on=answered_on, decisions=decisions)
        if self.take(corrected, then, now, TODAY):
            self.answers = [self.request.answered_on] if self.request.answered_on else []

    @rule(text=st.sampled_from(["", "It is done."]), told=yes_or_no, block=yes_or_no,
          to_tell=yes_or_no)  # fmt: skip
    def take_the_short_path(self, text, told, block, to_tell):
        """What the use case does, step by step; nothing of it happens if a step is refused."""
        request, before = self.request, (self.request, self.seen)
        names = ("Brevo",) if to_tell else ()
        plan = ShortPlan(request, keys=("jo@foo.example",), to_tell=names)
        answer = ShortAnswer(text, TODAY, Channel.POST, told, block=block)
        with suppress(DsrError):
            check_answer(plan, answer)
            for right in request.undecided:
                request = decided(request, right, Decision.GRANTED, TODAY, TODAY)
            for code in plan.steps_not_needed:
                request = step_marked(request, StepMark(code, not_applicable="short"), TODAY)
            request = answered(request, TODAY, Channel.POST, TODAY, remedies_told=False)
            seen = replace(self.seen, blocked=self.seen.blocked or blocks(plan, answer))
            request = closed(request, seen, TODAY)
            self.request, self.seen = request, seen
            self.answers.append(TODAY)
            assert all(item.card.short for item in request.items)
            assert not request.identity
        if (self.request, self.seen) != before and plan.must_block:
            assert self.seen.blocked

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
    def nobody_pays_what_they_were_not_told(self):
        request = self.request
        if request.fee is not None:
            assert request.fee.facts
            assert not set(request.rights) <= {
                "objection_marketing", "consent_withdrawal", "complaint"
            }  # fmt: skip
        given = [one for one in request.items if one.decision not in DONE_NOTHING]
        if request.fee is not None and request.answered_on is not None and given:
            assert request.fee.reply is not None

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
