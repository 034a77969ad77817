"""What may take the short path, and what must be true before it ends."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Channel, Decision, Item, Right, Stage
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.right import CARDS
from dsr_desktop.domain.short_path import (
    ShortAnswer,
    ShortPlan,
    blocks,
    check_answer,
    check_short,
    goes_short,
    is_short,
    names_to_tell,
)
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from tests.unit.domain.requests_made import TODAY, a_request

MAIL = Criteria(email=("jo@foo.example",))
ANSWER = ShortAnswer("It is done.", TODAY, Channel.EMAIL_DPO)


def plan(*rights, **details):
    return ShortPlan(a_request(*rights, criteria=MAIL), **{"keys": MAIL.email} | details)


OBJECTION = plan(Right.OBJECTION_MARKETING)
UNSUBSCRIBE = plan(Right.CONSENT_WITHDRAWAL)
QUESTION = plan(Right.INFORMATION, keys=())


@pytest.mark.parametrize("right", list(Right))
def test_what_needs_a_search_or_an_identity_is_never_short(right):
    card = CARDS[right]

    assert is_short(a_request(right)) is card.short
    if card.short:
        assert not card.needs_search
        assert not card.identity


def test_one_right_that_needs_a_search_makes_the_whole_request_long():
    both = a_request(Right.OBJECTION_MARKETING, Right.ACCESS, criteria=MAIL)

    assert not goes_short(both)
    with pytest.raises(NotAllowedError, match="needs a search"):
        check_short(both)


def test_an_objection_is_short_once_there_is_something_to_block():
    named = a_request(Right.OBJECTION_MARKETING)

    assert not goes_short(named)
    assert goes_short(replace(named, criteria=MAIL))
    assert goes_short(replace(named, criteria=Criteria(phone=("0612345678",))))
    assert goes_short(a_request(Right.INFORMATION))


def test_what_is_decided_answered_or_closed_goes_no_short_way():
    done = a_request(Right.INFORMATION, items=(Item(Right.INFORMATION, Decision.GRANTED),))

    assert not goes_short(done)
    with pytest.raises(NotAllowedError, match="was answered"):
        check_short(replace(done, answered_on=TODAY, stage=Stage.ANSWERED))
    with pytest.raises(NotAllowedError, match="is closed"):
        check_short(replace(done, closed_on=TODAY, stage=Stage.CLOSED))


def test_r_mkt_1_an_objection_is_blocked_whatever_is_chosen():
    assert blocks(OBJECTION, replace(ANSWER, block=False))
    assert OBJECTION.proposes_block
    with pytest.raises(NotAllowedError, match="no e-mail and no phone"):
        check_answer(replace(OBJECTION, keys=()), replace(ANSWER, block=False))


def test_an_unsubscribe_ends_something():
    with pytest.raises(NotAllowedError, match="Nothing would stop"):
        check_answer(UNSUBSCRIBE, replace(ANSWER, block=False))
    known = replace(UNSUBSCRIBE, purposes=("newsletter",))
    assert not known.proposes_block
    assert UNSUBSCRIBE.proposes_block
    check_answer(known, replace(ANSWER, block=False, purposes=("newsletter",)))
    with pytest.raises(InvalidInputError, match="No consent in force"):
        check_answer(known, replace(ANSWER, purposes=("coffee",)))


def test_a_question_blocks_nobody_and_waits_for_no_mailing_tool():
    assert not blocks(QUESTION, ANSWER)
    check_answer(replace(QUESTION, to_tell=("Brevo",)), ANSWER)
    with pytest.raises(NotAllowedError, match="Tell"):
        check_answer(replace(OBJECTION, to_tell=("Brevo",)), ANSWER)


def test_an_answer_has_words():
    with pytest.raises(InvalidInputError, match="no text"):
        check_answer(QUESTION, replace(ANSWER, text=" \n"))


def test_a_step_that_somebody_marked_is_left_as_it_is():
    acknowledged = StepMark(StepCode.C02, TODAY, "Nora Vidal")
    request = a_request(Right.INFORMATION, steps=(acknowledged,))

    assert ShortPlan(request).steps_not_needed == (StepCode.C06, StepCode.C07)


def test_who_sends_the_mailings_is_named_once():
    tool = System("Brevo", SystemKind.MAILING_TOOL, HowAsked.BY_DPO, date(2026, 1, 5))
    ended = replace(tool, name="Old tool", active_to=date(2026, 3, 1))
    crm = replace(tool, name="CRM", kind=SystemKind.CRM)
    processor = Recipient("Brevo SAS", RecipientRole.PROCESSOR, "FR")
    partner = replace(processor, name="Brevo partner", role=RecipientRole.CONTROLLER)

    assert names_to_tell([tool, ended, crm], [processor, partner], TODAY) == ("Brevo SAS",)
    assert names_to_tell([tool], [], TODAY) == ("Brevo",)
    assert names_to_tell([crm], [processor], TODAY) == ()
