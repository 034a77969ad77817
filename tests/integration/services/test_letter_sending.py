"""What follows from a letter that was sent: the message, the step, the clock, the answer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.access_package import PackageForm
from dsr_desktop.domain.clock import PauseReason
from dsr_desktop.domain.communication import AddressState, CommunicationKind
from dsr_desktop.domain.errors import DsrError, InvalidInputError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.domain.letters_due import LetterState
from dsr_desktop.domain.request import Decision, Right, Stage
from dsr_desktop.domain.request_retention import (
    RETENTION_FIGURES,
    Kept,
    PurgeStep,
    due_purges,
)
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.step_list import Seen, missing_steps
from dsr_desktop.services.access_packages import HandingOver, build_access
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.communications import list_communications
from dsr_desktop.services.handling import decide, view_request
from dsr_desktop.services.letters import letters_of_request
from dsr_desktop.services.package_reviews import approve_package, mask_what_is_pointed_out
from dsr_desktop.services.request_facts import mark_step
from dsr_desktop.services.request_retention import due_request_files, purge_request_files
from dsr_desktop.store.events import events
from dsr_desktop.store.letters import letters_of
from dsr_desktop.store.requests import read_request
from tests.integration.services.letters_made import (
    TODAY,
    ask,
    bring_list,
    find,
    found_company,
    ready_for,
    sent,
    write,
)


def last_messages(register, ref):
    return [(one.kind, one.note) for one in list_communications(register, ref)]


def written(register, folder, kind, ref):
    write(register, folder / "out", kind, ref)
    return ref


def state_of(register, ref, kind):
    standings = letters_of_request(register, ref, TODAY).standings
    return next(one.state for one in standings if one.kind is kind)


def test_r_com_8_an_acknowledgement_that_was_sent_settles_its_step(register, tmp_path):
    kind = LetterKind.ACKNOWLEDGEMENT
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))

    view = sent(register, ref, kind)

    assert StepMark(StepCode.C02, TODAY, "dpo") in [
        replace(one, done_by="dpo") for one in view.request.steps
    ]
    assert last_messages(register, ref) == [
        (CommunicationKind.ACKNOWLEDGEMENT, "Accusé de réception")
    ]
    assert state_of(register, ref, kind) is LetterState.SENT


def test_a_question_about_the_identity_stops_the_clock_once(register, tmp_path):
    kind = LetterKind.IDENTITY_REQUEST
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))

    view = sent(register, ref, kind)

    (pause,) = view.request.pauses
    assert (pause.reason, pause.asked_on) == (PauseReason.IDENTITY, TODAY)


def test_r_dl_5_an_extension_counts_from_the_day_on_which_its_notice_was_sent(register, tmp_path):
    kind = LetterKind.EXTENSION
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))
    assert not view_request(register, ref, TODAY).deadline.extended

    view = sent(register, ref, kind)

    assert view.deadline.extended
    assert view.request.extension.sent_on == TODAY


def test_the_withdrawal_of_an_extension_brings_the_first_date_back(register, tmp_path):
    kind = LetterKind.EXTENSION_WITHDRAWN
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))

    view = sent(register, ref, kind)

    assert view.deadline.current_due == date(2026, 12, 2)
    assert not view.deadline.extended


def test_the_only_answer_that_is_owed_answers_the_request(register, tmp_path):
    kind = LetterKind.REFUSAL
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))

    view = sent(register, ref, kind)

    assert view.request.stage is Stage.ANSWERED
    assert view.request.answered_on == TODAY
    assert view.request.remedies_told
    assert last_messages(register, ref)[-1][0] is CommunicationKind.REFUSAL


def test_r_com_2_a_request_with_two_answers_is_answered_with_the_second(register, tmp_path):
    found_company(register)
    ref = ask(register, Right.RECTIFICATION, Right.ERASURE)
    bring_list(register, tmp_path)
    find(register, ref)
    decide(register, ref, Right.RECTIFICATION, Decision.GRANTED, TODAY)
    decide(register, ref, Right.ERASURE, Decision.REFUSED, TODAY, reason_code="A17_3_e",
           reason_text="Un procès est en cours.")  # fmt: skip
    write(register, tmp_path / "out", LetterKind.RECTIFICATION, ref)
    write(register, tmp_path / "out", LetterKind.REFUSAL, ref)

    assert sent(register, ref, LetterKind.RECTIFICATION).request.answered_on is None
    assert sent(register, ref, LetterKind.REFUSAL).request.answered_on == TODAY


@pytest.fixture
def access_and_erasure(register, tmp_path):
    """A request for both with access granted; a letter that grants it is written by `written`."""
    found_company(register)
    ref = ask(register, Right.ACCESS, Right.ERASURE)
    bring_list(register, tmp_path)
    find(register, ref)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, TODAY)
    return ref


def test_r_typ_2_the_letter_that_goes_with_the_copy_unlocks_the_erasure(
    register, tmp_path, access_and_erasure
):
    ref = access_and_erasure
    mask_what_is_pointed_out(register, ref, TODAY)
    approve_package(register, ref, TODAY)
    how = HandingOver(PackageForm.ZIP, AddressState.ON_FILE)
    build_access(register, ref, tmp_path / "copy", TODAY, how)
    write(register, tmp_path / "out", LetterKind.ACCESS, ref)

    request = sent(register, ref, LetterKind.ACCESS).request

    assert (request.copy_sent_on, request.answered_on) == (TODAY, None)


def test_r_typ_2_a_letter_without_a_copy_unlocks_nothing(register, tmp_path, access_and_erasure):
    write(register, tmp_path / "out", LetterKind.ACCESS, access_and_erasure)

    assert sent(register, access_and_erasure, LetterKind.ACCESS).request.copy_sent_on is None


def test_r_com_2_a_letter_of_an_earlier_decision_is_not_sent(
    register, tmp_path, access_and_erasure
):
    ref = access_and_erasure
    write(register, tmp_path / "out", LetterKind.ACCESS, ref)
    decide(
        register,
        ref,
        Right.ACCESS,
        Decision.GRANTED_PARTLY,
        TODAY,
        reason_code="A15_4",
        reason_text="autrui",
    )

    with pytest.raises(NotAllowedError, match="decided anew"):
        sent(register, ref, LetterKind.ACCESS)
    assert state_of(register, ref, LetterKind.ACCESS) is LetterState.DUE


def test_a_letter_cannot_have_left_before_it_was_written(register, tmp_path):
    kind = LetterKind.ACKNOWLEDGEMENT
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))

    with pytest.raises(InvalidInputError, match="cannot have left before"):
        sent(register, ref, kind, on=TODAY - timedelta(days=1))


def test_nothing_is_recorded_of_an_answer_that_may_not_be_sent_yet(register, tmp_path):
    found_company(register)
    ref = ask(register, Right.OBJECTION)
    decide(register, ref, Right.OBJECTION, Decision.GRANTED, TODAY)
    write(register, tmp_path / "out", LetterKind.OBJECTION, ref)
    before = list(events(register.database, ref))

    with pytest.raises(DsrError):
        sent(register, ref, LetterKind.OBJECTION)

    assert list(events(register.database, ref)) == before
    assert list_communications(register, ref) == ()


def test_r_let_1_a_letter_that_was_not_written_cannot_have_been_sent(register, tmp_path):
    ref = ready_for(register, tmp_path, LetterKind.ACKNOWLEDGEMENT)

    with pytest.raises(NotAllowedError):
        sent(register, ref, LetterKind.ACKNOWLEDGEMENT)


def test_a_letter_is_sent_once_and_written_anew_for_another_time(register, tmp_path):
    kind = LetterKind.RECIPIENT_NOTICE
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))
    sent(register, ref, kind)

    with pytest.raises(NotAllowedError):
        sent(register, ref, kind)

    write(register, tmp_path / "out", kind, ref)
    sent(register, ref, kind)
    assert len(list_communications(register, ref)) == 2


def test_r_com_9_an_answer_goes_to_a_verified_address_only(register, tmp_path):
    kind = LetterKind.RECTIFICATION
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))

    with pytest.raises(NotAllowedError):
        sent(register, ref, kind, address=AddressState.NOT_VERIFIED)

    assert view_request(register, ref, TODAY).request.answered_on is None


def test_a_day_that_cannot_be_is_refused(register, tmp_path):
    kind = LetterKind.ACKNOWLEDGEMENT
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))

    with pytest.raises(InvalidInputError):
        sent(register, ref, kind, on=date(2026, 11, 1))


def test_the_event_of_a_sending_names_nobody(register, tmp_path):
    kind = LetterKind.ACKNOWLEDGEMENT
    ref = written(register, tmp_path, kind, ready_for(register, tmp_path, kind))
    sent(register, ref, kind)

    (event,) = [one for one in events(register.database, ref) if one.kind == EventKind.LETTER_SENT]
    assert set(event.payload) == {"letter", "on", "digest"}


def test_letters_that_were_sent_outlast_the_file_and_go_with_their_own_duration(register, tmp_path):
    kind = LetterKind.MARKETING
    ref = ready_for(register, tmp_path, kind)
    written(register, tmp_path, LetterKind.ACKNOWLEDGEMENT, ref)
    written(register, tmp_path, kind, ref)
    sent(register, ref, kind)
    request = view_request(register, ref, TODAY).request
    for code in missing_steps(request, Seen(blocked=True)):
        mark_step(register, ref, StepMark(code, not_applicable="not needed here"), TODAY)
    close_request(register, ref, TODAY)

    purge_request_files(register, [ref], date(2028, 1, 1))
    kept = letters_of(register.database, read_request(register.database, ref))
    assert [(one.kind, one.own_texts) for one in kept] == [(kind, {})]

    (due,) = due_request_files(register, date(2031, 11, 16))
    assert due.step is PurgeStep.REMOVE


def test_letters_can_go_before_the_evidence(register, tmp_path):
    months = {kept: one.default for kept, one in RETENTION_FIGURES.items()} | {Kept.LETTERS: 24}
    ref = ask(register, Right.ACCESS)
    request = replace(read_request(register.database, ref), stage=Stage.CLOSED, closed_on=TODAY)

    found = due_purges(
        [request], frozenset({ref}), months, date(2028, 11, 16), lettered=frozenset({ref})
    )

    assert [one.step for one in found] == [PurgeStep.LETTERS]
