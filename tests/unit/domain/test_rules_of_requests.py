"""The rules of the request file that the law sets, each under its own name (domain.md 1 and 3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason, Step, StepKind
from dsr_desktop.domain.conditions import AuthorityLetter, Condition, ConditionKind
from dsr_desktop.domain.decisions import decisions_for
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.identity import IdentityCheck, IdentityMethod, IdentityResult, LoggedCheck
from dsr_desktop.domain.lifecycle import check_can_close, check_can_erase
from dsr_desktop.domain.other_clocks import clock_kind, deadline_of
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.requester import Mandate, Relation, Requester
from dsr_desktop.domain.right import CARDS, ClockKind
from dsr_desktop.domain.step_list import Seen, missing_steps, step_list
from dsr_desktop.domain.transitions import (
    answered,
    authority_written,
    closed,
    condition_met,
    copy_sent,
    decided,
    extended,
    identity_checked,
    paused,
    requester_changed,
    searched,
    step_marked,
)
from dsr_desktop.domain.workdays import WorkCalendar
from tests.unit.domain.requests_made import RECEIVED, TODAY, a_request

FRANCE = WorkCalendar("FR")
ERASED = StepMark(StepCode.E06, TODAY, "Nora Vidal")
LONGER = Extension(frozenset({ExtensionReason.COMPLEXITY}), TODAY, "14 files")


def granted(request, *rights):
    for right in rights or request.rights:
        request = decided(request, right, Decision.GRANTED, TODAY, TODAY)
    return request


def doubt(result):
    check = IdentityCheck(IdentityMethod.SHARED_FACTS, result, "address unknown")
    return LoggedCheck(check, TODAY, "Nora Vidal")


def test_r_typ_1_several_rights_share_one_receipt_and_one_clock():
    request = a_request(Right.CONSENT_WITHDRAWAL, Right.ERASURE)

    assert clock_kind(request) is ClockKind.GDPR_MONTH
    assert deadline_of(request, FRANCE, TODAY).first_due == date(2026, 12, 2)
    assert set(CARDS) == set(Right)


@pytest.mark.parametrize("copy", [Right.ACCESS, Right.PORTABILITY])
@pytest.mark.parametrize("erasure", [Right.ERASURE, Right.MINOR_ERASURE])
def test_r_typ_2_nothing_is_erased_before_the_copy_is_sent(copy, erasure):
    request = a_request(copy, erasure)

    with pytest.raises(NotAllowedError, match=f"before the copy is sent: {copy}"):
        step_marked(request, ERASED, TODAY)
    away = copy_sent(granted(request, copy), TODAY, TODAY)
    assert step_marked(away, ERASED, TODAY).steps == (ERASED,)


def test_r_typ_2_a_copy_that_is_refused_locks_nothing():
    request = decided(
        a_request(Right.ACCESS, Right.ERASURE), Right.ACCESS, Decision.REFUSED, TODAY, TODAY,
        reason_code="A15_4",
    )  # fmt: skip

    check_can_erase(request)
    erased = step_marked(request, ERASED, TODAY)
    with pytest.raises(NotAllowedError, match="erased already"):
        granted(erased, Right.ACCESS)


def test_r_typ_3_no_reason_is_asked_of_the_person():
    request = granted(searched(a_request(Right.ACCESS)))

    assert answered(request, TODAY, Channel.POST, TODAY).stage is Stage.ANSWERED
    assert request.items[0].reason_text is None


def test_r_typ_4_every_way_in_has_a_name():
    assert {str(channel) for channel in Channel} == {
        "email_general", "email_dpo", "web_form", "post", "phone", "in_person", "social",
        "authority", "agent", "other",
    }  # fmt: skip


def test_r_com_1_and_2_nothing_is_answered_before_each_right_is_decided():
    half = granted(a_request(Right.ACCESS, Right.ERASURE), Right.ACCESS)

    with pytest.raises(NotAllowedError, match="decide first on erasure"):
        answered(half, TODAY, Channel.POST, TODAY)


def test_r_com_2_silence_is_never_an_end():
    decided_only = granted(a_request(Right.INFORMATION))

    with pytest.raises(NotAllowedError, match="Silence is never"):
        closed(decided_only, Seen(), TODAY)


def test_r_com_2_what_is_no_request_of_a_data_subject_is_answered_all_the_same():
    routed = granted(a_request(Right.NOT_A_DSR))

    with pytest.raises(NotAllowedError, match="Silence is never"):
        closed(routed, Seen(), TODAY)
    told = answered(routed, TODAY, Channel.EMAIL_DPO, TODAY)
    assert closed(told, Seen(), TODAY).stage is Stage.CLOSED


@pytest.mark.parametrize(
    ("decision", "code"),
    [(Decision.REFUSED, "A17_3_e"), (Decision.GRANTED_PARTLY, "A17_3_b"),
     (Decision.IDENTITY_NOT_CONFIRMED, "A12_6_identity"), (Decision.NOT_IDENTIFIABLE, "A11_2")],
)  # fmt: skip
def test_r_com_3_a_refusal_names_the_authority_and_the_court(decision, code):
    refused = decided(
        a_request(Right.ERASURE), Right.ERASURE, decision, TODAY, TODAY, reason_code=code
    )

    with pytest.raises(NotAllowedError, match=r"right to complain .* to go to court"):
        answered(refused, TODAY, Channel.POST, TODAY, remedies_told=False)
    assert answered(refused, TODAY, Channel.POST, TODAY, remedies_told=True).remedies_told


def test_r_com_6_a_doubt_is_dispelled_before_anything_is_given():
    waiting = identity_checked(a_request(Right.ACCESS), doubt(IdentityResult.PENDING), TODAY)
    assert waiting.stage is Stage.IDENTITY_PENDING

    with pytest.raises(NotAllowedError, match="identity is not confirmed"):
        answered(granted(waiting), TODAY, Channel.POST, TODAY)
    sure = identity_checked(waiting, doubt(IdentityResult.CONFIRMED), TODAY)
    assert answered(granted(sure), TODAY, Channel.POST, TODAY).answered_on == TODAY


def test_r_com_10_a_decision_keeps_its_day_its_reason_and_its_words():
    request = decided(
        a_request(Right.ERASURE), Right.ERASURE, Decision.GRANTED_PARTLY, RECEIVED, TODAY,
        reason_code="A17_3_b", reason_text="invoice of 2025",
    )  # fmt: skip

    item = request.item(Right.ERASURE)
    assert (item.decided_on, item.reason_code, item.reason_text) == (
        RECEIVED, "A17_3_b", "invoice of 2025",
    )  # fmt: skip


ABUSE = Abuse("four identical requests in a month", "a fee does not stop them", "Nora", ("DSR-1",))


@pytest.mark.parametrize(
    "abuse",
    [None, replace(ABUSE, facts=" "), replace(ABUSE, why_no_fee=""), replace(ABUSE, author=""),
     replace(ABUSE, earlier=())],
)  # fmt: skip
def test_r_abu_1_the_company_proves_the_abuse_or_does_not_claim_it(abuse):
    def refuse(proof):
        return decided(
            a_request(Right.ACCESS), Right.ACCESS, Decision.REFUSED, TODAY, TODAY,
            reason_code="A12_5_excessive_repetitive", abuse=proof,
        )  # fmt: skip

    with pytest.raises(NotAllowedError, match=r"art\. 12\(5\)|earlier ones"):
        refuse(abuse)
    assert refuse(ABUSE).items[0].abuse == ABUSE


def test_r_mkt_1_marketing_is_stopped_without_identity_reason_or_refusal():
    request = a_request(Right.OBJECTION_MARKETING)

    assert Decision.REFUSED not in decisions_for(Right.OBJECTION_MARKETING)
    with pytest.raises(NotAllowedError, match="never ask for identity"):
        identity_checked(request, doubt(IdentityResult.PENDING), TODAY)
    with pytest.raises(NotAllowedError, match="never ask for identity"):
        paused(request, Pause(PauseReason.IDENTITY, TODAY), TODAY)
    assert StepCode.C04 not in {step.code for step in step_list(request, Seen())}


@pytest.mark.parametrize(
    "right", [Right.CONSENT_WITHDRAWAL, Right.INFORMATION, Right.NOT_A_DSR, Right.COMPLAINT]
)
def test_r_id_9_no_proof_of_identity_for_an_unsubscribe_or_a_question(right):
    with pytest.raises(NotAllowedError, match="never ask"):
        identity_checked(a_request(right), doubt(IdentityResult.PENDING), TODAY)


def test_r_id_1_without_a_doubt_nothing_is_asked_and_nothing_is_missing():
    request = answered(granted(searched(a_request(Right.ACCESS))), TODAY, Channel.POST, TODAY)

    assert missing_steps(request, Seen(searched=True)) == ()


def test_r_id_6_a_check_has_no_room_for_a_document():
    logged = doubt(IdentityResult.CONFIRMED)

    assert set(vars(logged)) == {"check", "performed_on", "performed_by"}
    assert set(vars(logged.check)) == {
        "method", "result", "doubt", "proportionality", "fields_compared", "asked_on",
        "answered_on", "document_seen", "document_deleted_on", "papers",
    }  # fmt: skip


@pytest.mark.parametrize("relation", [Relation.LAWYER, Relation.AGENT])
def test_r_id_8_an_agent_gets_only_what_a_checked_mandate_covers(relation):
    day = RECEIVED
    request = granted(a_request(Right.ACCESS, Right.ERASURE))
    mandate = Mandate(day, day, day, "Nora Vidal", frozenset({Right.ACCESS}))

    def ask_by(mandate):
        return replace(request, requester=Requester(relation, "Me Roux", mandate=mandate))

    for lacking in (None, replace(mandate, checked_on=None), replace(mandate, checked_by="")):
        with pytest.raises(NotAllowedError, match="No mandate was checked"):
            answered(ask_by(lacking), TODAY, Channel.POST, TODAY)
    with pytest.raises(NotAllowedError, match="does not cover erasure"):
        answered(ask_by(mandate), TODAY, Channel.POST, TODAY)
    whole = replace(mandate, covers=frozenset({Right.ACCESS, Right.ERASURE}))
    assert answered(ask_by(whole), TODAY, Channel.POST, TODAY).answered_on == TODAY


def test_r_id_8_who_acts_for_another_is_named_and_dates_of_a_mandate_are_in_order():
    with pytest.raises(InvalidInputError, match="requester's name"):
        requester_changed(a_request(Right.ACCESS), Requester(Relation.HEIR))
    with pytest.raises(InvalidInputError, match="correct the dates"):
        Mandate(asked_on=TODAY, received_on=RECEIVED)


def test_r_wdr_1_a_withdrawal_has_three_working_days_and_no_statutory_month():
    deadline = deadline_of(a_request(Right.CONSENT_WITHDRAWAL), FRANCE, TODAY)

    assert deadline.current_due == date(2026, 11, 5)
    assert [step.kind for step in deadline.steps] == [StepKind.WITHDRAWAL_TARGET]
    over_a_holiday = a_request(Right.CONSENT_WITHDRAWAL, received_on=date(2026, 11, 9))
    assert deadline_of(over_a_holiday, FRANCE, TODAY).current_due == date(2026, 11, 13)


def test_r_min_1_a_minor_waits_a_month_and_no_longer():
    with pytest.raises(NotAllowedError, match="is not extended"):
        extended(a_request(Right.MINOR_ERASURE, Right.ACCESS), LONGER)
    assert extended(a_request(Right.ACCESS), LONGER).extension == LONGER


def test_the_erasure_of_a_minor_and_a_request_after_death_have_their_conditions():
    for right, kinds in (
        (Right.MINOR_ERASURE, (ConditionKind.COLLECTED_AS_MINOR, ConditionKind.ONLINE_SERVICE)),
        (Right.POST_MORTEM, (ConditionKind.DEATH, ConditionKind.HEIR)),
    ):
        request = a_request(right)
        for kind in kinds:
            with pytest.raises(NotAllowedError, match=r"[Rr]ecord first"):
                granted(request)
            request = condition_met(request, Condition(kind, RECEIVED, "Nora Vidal"), TODAY)
        assert granted(request).stage is Stage.DECIDED


def test_sc9_after_a_death_the_month_is_a_target_of_the_house():
    heir = a_request(Right.POST_MORTEM, received_on=date(2026, 10, 23))

    deadline = deadline_of(heir, FRANCE, TODAY)

    assert (clock_kind(heir), deadline.current_due) == (ClockKind.INTERNAL, date(2026, 11, 23))
    assert deadline.steps[-1].kind is StepKind.NO_STATUTORY_MONTH


def test_a_complaint_is_due_when_the_authority_says():
    letter = AuthorityLetter("CNIL", "2026-77", date(2026, 11, 30))
    complaint = authority_written(a_request(Right.COMPLAINT), letter)

    deadline = deadline_of(complaint, FRANCE, TODAY)

    assert (deadline.current_due, deadline.extended) == (date(2026, 11, 30), False)
    assert [step.kind for step in deadline.steps] == [StepKind.AUTHORITY_DATE]
    assert clock_kind(a_request(Right.COMPLAINT)) is ClockKind.INTERNAL
    with pytest.raises(InvalidInputError, match="before the receipt"):
        authority_written(complaint, replace(letter, answer_by=RECEIVED - timedelta(1)))
    with pytest.raises(InvalidInputError, match="no complaint"):
        authority_written(a_request(Right.ACCESS), letter)


def test_other_rights_beside_a_complaint_are_due_when_the_authority_says_if_that_is_sooner():
    letter = AuthorityLetter("CNIL", "2026-77", date(2026, 11, 24))
    both = authority_written(a_request(Right.ACCESS, Right.COMPLAINT), letter)

    deadline = deadline_of(both, FRANCE, TODAY)

    assert deadline.current_due == deadline.alert_due == date(2026, 11, 24)
    assert deadline.first_due == deadline.refusal_deadline == date(2026, 12, 2)
    assert deadline.internal_target == date(2026, 11, 17)
    assert deadline.steps[-1] == Step(StepKind.AUTHORITY_FIRST, date(2026, 11, 24))
    late = replace(letter, answer_by=date(2026, 12, 18))
    month = deadline_of(a_request(Right.ACCESS), FRANCE, TODAY)
    assert deadline_of(authority_written(both, late), FRANCE, TODAY) == month


def test_an_authority_s_date_beside_other_rights_moves_with_no_pause_and_no_extension():
    letter = AuthorityLetter("CNIL", "2026-77", date(2026, 11, 24))
    waiting = replace(
        authority_written(a_request(Right.ACCESS, Right.COMPLAINT), letter),
        pauses=(Pause(PauseReason.IDENTITY, date(2026, 11, 4)),),
        extension=Extension(frozenset({ExtensionReason.COMPLEXITY}), TODAY, "14 files"),
    )

    deadline = deadline_of(waiting, FRANCE, TODAY)

    assert (deadline.current_due, deadline.provisional) == (date(2026, 11, 24), False)
    assert deadline.current_unsuspended == date(2026, 11, 24)


@pytest.mark.parametrize("beside", [Right.ACCESS, Right.COMPLAINT])
def test_r_wdr_1_a_withdrawal_beside_other_rights_is_the_internal_target(beside):
    letter = AuthorityLetter("CNIL", "2026-77", date(2026, 11, 30))
    request = a_request(Right.CONSENT_WITHDRAWAL, beside)
    if beside is Right.COMPLAINT:
        request = authority_written(request, letter)

    deadline = deadline_of(request, FRANCE, TODAY)

    assert deadline.internal_target == date(2026, 11, 5)
    assert deadline.steps[-1] == Step(StepKind.WITHDRAWAL_TARGET, date(2026, 11, 5))
    assert StepKind.INTERNAL_TARGET not in {step.kind for step in deadline.steps}
    assert deadline.current_due > deadline.internal_target


def test_r_chk_1_nothing_is_closed_while_a_step_is_open():
    request = answered(granted(a_request(Right.ERASURE)), TODAY, Channel.POST, TODAY)
    found = Seen(searched=True, to_review=1, confirmed=2)

    assert missing_steps(request, Seen()) == (StepCode.C06, StepCode.C07)
    assert missing_steps(request, found) == (StepCode.C07, StepCode.E06, StepCode.E12)
    with pytest.raises(NotAllowedError, match="steps C07, E06, E12 are not done"):
        check_can_close(request, found)
    assert missing_steps(request, replace(found, to_review=0, clean=True)) == ()


def test_r_chk_1_a_step_that_does_not_apply_says_why():
    request = answered(granted(a_request(Right.ERASURE)), TODAY, Channel.POST, TODAY)
    for code in (StepCode.C06, StepCode.C07):
        with pytest.raises(InvalidInputError, match="say one"):
            StepMark(code, not_applicable=" ")
        request = step_marked(request, StepMark(code, not_applicable="one row, known"), TODAY)

    assert closed(request, Seen(), TODAY).closed_on == TODAY
    with pytest.raises(InvalidInputError, match="P02 is no step"):
        step_marked(a_request(Right.ERASURE), StepMark(StepCode.P02, TODAY), TODAY)


@pytest.mark.parametrize(
    "right", [Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL, Right.INFORMATION]
)
def test_the_short_path_leaves_nothing_to_tick_by_hand(right):
    request = answered(granted(a_request(right)), TODAY, Channel.EMAIL_DPO, TODAY)

    assert CARDS[right].short
    assert missing_steps(request, Seen(blocked=True)) == ()
