"""Requests in a real register, led through many steps in any order: none breaks a rule."""

from contextlib import suppress
from datetime import date, timedelta
from random import Random

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.communication import AddressState, CommunicationKind
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.fee import Fee, FeeGround, FeeReply
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.lifecycle import stage_of
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.short_path import ShortAnswer
from dsr_desktop.domain.source_task import StepKind
from dsr_desktop.domain.step_list import missing_steps
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.domain.timeline import facts_of
from dsr_desktop.services import (
    clocking,
    closing,
    correcting,
    fees,
    handling,
    linking,
    request_facts,
    short_path,
    source_tasks,
)
from dsr_desktop.services.communications import list_communications
from dsr_desktop.services.correcting import Correction
from dsr_desktop.services.history import history
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.suppressing import list_entries
from dsr_desktop.services.systems import add_system
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.language import speak

EN = speak("en")
RECEIVED = date(2026, 11, 2)
STEPS = 45
CAMILLE = Criteria(name=("Camille Dupont",), email=("camille@acme.example",))
ASKED = [
    (Right.OBJECTION_MARKETING,), (Right.INFORMATION,), (Right.CONSENT_WITHDRAWAL,),
    (Right.ACCESS,), (Right.ACCESS, Right.ERASURE), (Right.PORTABILITY, Right.ERASURE),
]  # fmt: skip


class Life:
    """One request and the steps that somebody may try; a seed says which and in what order."""

    def __init__(self, register, today, rights, seed):
        self.register, self.today, self.chance = register, today, Random(seed)
        view = handling.new_request(register, rights, CAMILLE, RECEIVED, Channel.POST, today)
        self.ref = view.request.ref

    def day(self):
        return RECEIVED + timedelta(self.chance.randint(-1, 15))

    def state(self):
        return read_state(self.register, self.ref, self.today)

    def decide(self):
        right = self.chance.choice(self.state().request.rights)
        decision = self.chance.choice([Decision.GRANTED, Decision.GRANTED, *Decision])
        handling.decide(
            self.register, self.ref, right, decision, self.today, on=self.day(),
            reason_code=self.chance.choice([None, "A17_3_b", "A15_4", "not_controller"]),
        )  # fmt: skip

    def doubt(self):
        result = self.chance.choice(list(IdentityResult))
        clocking.record_identity(
            self.register, self.ref, self.today, doubt="address unknown", result=result,
            method=IdentityMethod.SHARED_FACTS,
        )  # fmt: skip

    def pause(self):
        pause = Pause(PauseReason.IDENTITY, self.day())
        clocking.pause_clock(self.register, self.ref, pause, self.today)

    def resume(self):
        clocking.resume_clock(self.register, self.ref, self.day(), self.today)

    def extend(self):
        longer = Extension(
            frozenset({ExtensionReason.COMPLEXITY}), self.day(), "14 files",
            withdrawn=self.chance.random() < 1 / 3,
        )  # fmt: skip
        clocking.extend(self.register, self.ref, longer, self.today)

    def hear(self):
        task = self.chance.choice(source_tasks.list_tasks(self.register, self.ref))
        kind = self.chance.choice([StepKind.FOUND, StepKind.NOTHING_FOUND])
        source_tasks.record_answer(
            self.register, self.ref, task.id, kind, self.day(), self.today, text="two rows"
        )

    def charge(self):
        fee = Fee(1500, FeeGround.UNFOUNDED, "a joke, it says so", "Nora Vidal", self.day())
        fees.tell_fee(self.register, self.ref, fee, self.today)

    def reply(self):
        reply = self.chance.choice(list(FeeReply))
        fees.record_fee_reply(self.register, self.ref, reply, self.day(), self.today)

    def mark(self):
        step = StepMark(self.chance.choice(list(StepCode)), self.day(), "Nora Vidal")
        request_facts.mark_step(self.register, self.ref, step, self.today)

    def send_copy(self):
        request_facts.record_copy_sent(self.register, self.ref, self.day(), self.today)

    def send(self):
        handling.mark_sent(self.register, self.ref, self.day(), Channel.POST, self.today)

    def go_short(self):
        answer = ShortAnswer("It is done.", self.day(), Channel.POST)
        short_path.take_short_path(self.register, self.ref, answer, self.today, EN)

    def remind(self):
        linking.record_reminder(self.register, self.ref, self.day(), self.today)

    def correct(self):
        event = self.chance.choice(history(self.register, self.ref))
        undo = self.chance.random() < 1 / 3
        correcting.correct_step(
            self.register, self.ref, event.seq,
            Correction(on=None if undo else self.day(), undo=undo), self.today,
        )  # fmt: skip

    def close(self):
        closing.close_request(self.register, self.ref, self.today)

    def reopen(self):
        view = linking.reopen(self.register, self.ref, self.day(), Channel.POST, self.today)
        self.ref = view.request.ref

    def try_anything(self):
        """Take one step; one that is refused leaves no event."""
        step = self.chance.choice(
            [self.decide, self.decide, self.doubt, self.pause, self.resume, self.extend, self.hear,
             self.hear, self.charge, self.reply, self.mark, self.send_copy, self.send, self.send,
             self.go_short, self.remind, self.correct, self.close, self.close, self.reopen]
        )  # fmt: skip
        before = len(history(self.register, self.ref))
        with suppress(DsrError, IndexError):
            step()
            return
        assert len(history(self.register, self.ref)) == before, step.__name__


@pytest.mark.parametrize("rights", ASKED, ids="-".join)
@pytest.mark.parametrize("seed", range(3))
def test_no_order_of_steps_breaks_a_rule(register, today, rights, seed):
    system = System("CRM", SystemKind.CRM, HowAsked.BY_DPO, date(2026, 1, 5))
    add_system(register, system, date(2026, 1, 5))
    life = Life(register, today, rights, seed)

    for _step in range(STEPS):
        life.try_anything()
        holds_to_its_rules(life)
    assert verify(register).sound


def holds_to_its_rules(life):
    state = life.state()
    request, tasks = state.request, source_tasks.list_tasks(life.register, life.ref)
    facts = facts_of(state.events)
    assert (facts.received_on, facts.answered_on) == (request.received_on, request.answered_on)
    assert {one.right for one in request.items if one.decision} == set(facts.decisions)
    assert request.stage is stage_of(request)
    if request.answered_on is not None:
        assert not request.undecided
        assert all(task.is_answered for task in tasks)
    if request.stage is Stage.CLOSED:
        assert request.answered_on or request.is_withdrawn
        assert missing_steps(request, state.seen) == ()
    if {item.right for item in request.items} == {Right.OBJECTION_MARKETING}:
        assert not request.identity
        granted = request.items[0].decision is Decision.GRANTED
        assert list_entries(life.register) or not granted
    sent = [one for one in list_communications(life.register, life.ref)
            if one.address is AddressState.NOT_VERIFIED]  # fmt: skip
    assert {one.kind for one in sent} <= {CommunicationKind.SHORT_ANSWER}
