"""The request file kept whole: who asks, checklist, links, reminders, corrections, notes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.clock import DeadlineStatus, Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.conditions import AuthorityLetter
from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.errors import DsrError, InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.links import LinkKind
from dsr_desktop.domain.request import Channel, Decision, Item, Right, Stage
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.requester import (
    Address,
    AddressKind,
    DataSubject,
    Mandate,
    Relation,
    Requester,
)
from dsr_desktop.domain.timeline import facts_of
from dsr_desktop.services.clocking import (
    extend,
    pause_clock,
    record_identity,
    resume_clock,
    withdraw_extension,
)
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.correcting import Correction, correct_step
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.linking import (
    link_requests,
    record_reminder,
    relatives_of,
    reopen,
    since_last_answer,
    unlink_requests,
)
from dsr_desktop.services.own_records import search_own_records
from dsr_desktop.services.request_edits import edit, read_notes, write_note
from dsr_desktop.services.request_facts import (
    list_steps,
    mark_step,
    record_authority,
    record_copy_sent,
    record_requester,
    record_subject,
)
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.suppressing import list_entries
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.request_links import links_of

RECEIVED, DAY = date(2026, 11, 2), date(2026, 11, 9)
EMAIL = "camille.dupont@acme.example"
CAMILLE = make_criteria({"name": ["Camille Dupont", "Camille Martin"], "email": EMAIL})
HEAD = ["Nom", "E-mail", "Ville"]


@pytest.fixture
def ask(register, today):
    """Return a function that records a request and gives its reference."""

    def ask(*rights, criteria=CAMILLE, received=RECEIVED, **details):
        view = new_request(
            register, rights or [Right.ACCESS], criteria, received, Channel.EMAIL_GENERAL, today,
            **details,
        )  # fmt: skip
        return view.request.ref

    return ask


@pytest.fixture
def answer(register, today):
    """Return a function that finds the person, grants every right and sends the answer."""

    def answer(ref, on=DAY):
        find_person(register, ref, today)
        judge_hits(register, ref, confirm_strong=True, today=today)
        for right in view_request(register, ref, today).request.rights:
            decide(register, ref, right, Decision.GRANTED, today, on=on)
        return mark_sent(register, ref, on, Channel.POST, today)

    return answer


@pytest.fixture
def crm(register, write_csv, tmp_path, bring_in):
    path = write_csv(tmp_path / "crm.csv", [HEAD, ["Camille Dupont", EMAIL, "Metz"]])
    bring_in(register, path)
    return path


def event(register, ref, kind):
    return next(one for one in reversed(history(register, ref)) if one.kind == kind)


# --- who asks


def test_a_lawyer_asks_for_somebody_who_has_several_names_and_no_email(register, ask, today):
    lawyer = Requester(Relation.LAWYER, "Me Roux", (Address(AddressKind.POST, "Metz"),))
    ref = ask(requester=lawyer, criteria=make_criteria({"name": ["Anne Noël", "Anne Petit"]}))

    request = view_request(register, ref, today).request
    assert request.requester == lawyer
    assert (request.data_subject.name, request.data_subject.aliases) == (
        "Anne Noël",
        ("Anne Petit",),
    )
    assert request.data_subject.addresses == ()


def test_r_id_8_a_mandate_is_recorded_by_its_days_and_unlocks_the_answer(
    register, ask, today, answer
):
    ref = ask(requester=Requester(Relation.AGENT, "Portail"))
    with pytest.raises(NotAllowedError, match="No mandate was checked"):
        answer(ref)

    mandate = Mandate(RECEIVED, DAY, DAY, "Nora Vidal", frozenset({Right.ACCESS}))
    record_requester(register, ref, Requester(Relation.AGENT, "Portail", mandate=mandate), today)

    assert mark_sent(register, ref, DAY, Channel.POST, today).request.stage is Stage.ANSWERED
    logged = event(register, ref, "requester_changed").payload
    assert logged == {"relation": "agent", "mandate": True, "covers": ["access"]}


def test_the_authoritys_letter_sets_the_date_of_a_complaint(register, ask, today):
    ref = ask(Right.COMPLAINT)

    view = record_authority(register, ref, AuthorityLetter("CNIL", "77", date(2026, 11, 20)), today)

    assert (view.deadline.current_due, view.status) == (date(2026, 11, 20), DeadlineStatus.DUE_SOON)


def test_a_requester_is_found_by_searches_like_everybody_else(register, ask, today):
    address = Address(AddressKind.EMAIL, "roux@cabinet.example")
    ref = ask(requester=Requester(Relation.LAWYER, "Anne Roux", (address,)))

    asked = make_ready(make_criteria({"email": "roux@cabinet.example"}), "FR")
    (found,) = search_own_records(register, asked)
    assert (found.ref, found.part(found.grade.reasons[0].column)) == (ref, "requester")


# --- checklist


def test_r_chk_1_a_request_closes_once_its_checklist_is_settled(register, ask, today):
    ref = ask()
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
    with pytest.raises(NotAllowedError, match="nobody has looked"):
        mark_sent(register, ref, today, Channel.POST, today)
    mark_step(register, ref, StepMark(StepCode.C06, not_applicable="paper only"), today)
    mark_sent(register, ref, today, Channel.POST, today)
    with pytest.raises(NotAllowedError, match="steps C07 are"):
        close_request(register, ref, today)

    mark_step(register, ref, StepMark(StepCode.C07, today, "Nora Vidal"), today)

    assert close_request(register, ref, today).request.stage is Stage.CLOSED
    assert "paper only" not in str([one.payload for one in history(register, ref)])


def test_r_chk_1_the_purge_is_done_by_closing_and_never_before(register, ask, today):
    ref = ask(Right.OBJECTION_MARKETING)
    decide(register, ref, Right.OBJECTION_MARKETING, Decision.GRANTED, today)
    mark_sent(register, ref, today, Channel.EMAIL_DPO, today)

    def purged():
        return next(one for one in list_steps(register, ref) if one.code is StepCode.C11).is_settled

    assert not purged()
    with pytest.raises(NotAllowedError, match="done by closing"):
        mark_step(register, ref, StepMark(StepCode.C11, today, "Nora Vidal"), today)
    close_request(register, ref, today)
    assert purged()


def test_names_and_addresses_of_the_person_are_changed_and_found(register, ask, today):
    ref = ask()
    subject = DataSubject(
        ("Camille Dupont", "Camille Martin"),
        (Address(AddressKind.EMAIL, "camille.martin@roux.example"),),
    )

    assert record_subject(register, ref, subject, today).request.data_subject == subject

    found = search_own_records(register, make_ready(Criteria(name=("Camille Martin",)), "FR"))
    assert [one.ref for one in found] == [ref]
    assert "Martin" not in str([one.payload for one in history(register, ref)])
    with pytest.raises(InvalidInputError, match="blank"):
        record_subject(register, ref, DataSubject((" ",)), today)


def test_r_typ_2_the_copy_unlocks_the_erasure(register, ask, today):
    ref = ask(Right.ACCESS, Right.ERASURE)
    erased = StepMark(StepCode.E06, today, "Nora Vidal")
    with pytest.raises(NotAllowedError, match="before the copy is sent"):
        mark_step(register, ref, erased, today)

    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
    record_copy_sent(register, ref, DAY, today)
    mark_step(register, ref, erased, today)

    steps = {step.code: step for step in list_steps(register, ref)}
    assert (steps["E02"].by_app, steps["E06"].mark) == (True, erased)


def test_r_mkt_1_a_granted_objection_blocks_marketing_at_once_and_closes(register, ask, today):
    ref = ask(Right.OBJECTION_MARKETING)

    decide(register, ref, Right.OBJECTION_MARKETING, Decision.GRANTED, today)

    (entry,) = list_entries(register)
    assert (entry.scope, entry.reason, entry.request_ref) == ("marketing", "objection", ref)
    mark_sent(register, ref, today, Channel.EMAIL_DPO, today)
    assert close_request(register, ref, today).request.stage is Stage.CLOSED
    again = ask(Right.OBJECTION_MARKETING)
    decide(register, again, Right.OBJECTION_MARKETING, Decision.GRANTED, today)
    assert {step.code: step.by_app for step in list_steps(register, again)}["M01"]
    assert len(list_entries(register)) == 1


def test_an_objection_of_somebody_known_by_post_alone_is_marked_by_hand(register, ask, today):
    ref = ask(Right.OBJECTION_MARKETING, criteria=make_criteria({"name": "Anne Noël"}))
    decide(register, ref, Right.OBJECTION_MARKETING, Decision.GRANTED, today)
    mark_sent(register, ref, today, Channel.POST, today)

    with pytest.raises(NotAllowedError, match="steps M01, M02"):
        close_request(register, ref, today)


# --- links


def test_r_abu_3_and_sc10_earlier_requests_of_the_person_are_found_and_linked(
    register, ask, answer, today, crm
):
    first, namesake = ask(), ask(criteria=make_criteria({"name": "Camille Dupont"}))
    answer(first)
    third = ask(Right.ACCESS, Right.ERASURE, received=DAY)

    (found,) = relatives_of(register, third).found

    assert (found.ref, found.same_rights, found.link) == (first, (Right.ACCESS,), None)
    assert not found.is_unanswered
    assert not found.never_excessive
    linked = link_requests(register, third, first, LinkKind.REPEATS, today)
    assert [(one.ref, one.to, one.kind) for one in linked.links] == [(third, first, "repeats")]
    assert linked.found[0].link == linked.links[0]
    assert unlink_requests(register, first, third, today).links == ()
    with pytest.raises(NotAllowedError, match="not linked"):
        unlink_requests(register, first, namesake, today)
    with pytest.raises(InvalidInputError, match="with itself"):
        link_requests(register, first, first, LinkKind.RELATED, today)


def test_r_abu_3_a_reminder_of_an_unanswered_request_is_no_new_request(register, ask, today):
    ref = ask()
    with pytest.raises(NotAllowedError, match="this is a reminder"):
        reopen(register, ref, DAY, Channel.POST, today)

    before = view_request(register, ref, today).deadline
    assert record_reminder(register, ref, DAY, today).deadline == before
    with pytest.raises(InvalidInputError, match="cannot be"):
        record_reminder(register, ref, date(2026, 11, 1), today)


def test_r_abu_3_an_answered_request_is_not_continued_twice_for_the_same(
    register, ask, answer, today, crm
):
    ref = ask()
    answer(ref)
    again = reopen(register, ref, today, Channel.POST, today).request.ref

    with pytest.raises(NotAllowedError, match="so this is a reminder"):
        reopen(register, ref, today, Channel.POST, today)
    assert len(links_of(register.database, view_request(register, ref, today).request)) == 1
    erasure = reopen(register, ref, today, Channel.POST, today, rights=[Right.ERASURE])
    assert erasure.request.rights == (Right.ERASURE,)
    answer(again, on=today)
    assert reopen(register, ref, today, Channel.POST, today).request.rights == (Right.ACCESS,)


def test_you_forgot_something_is_a_new_request_with_its_own_clock(
    register, ask, answer, today, crm, write_csv, tmp_path, bring_in
):
    ref = ask(language="en")
    answer(ref)

    again = reopen(register, ref, today, Channel.POST, today).request

    assert (again.rights, again.language, again.received_on) == ((Right.ACCESS,), "en", today)
    assert view_request(register, again.ref, today).deadline.first_due == date(2026, 12, 16)
    (link,) = links_of(register.database, again)
    assert (link.ref, link.to, link.kind) == (again.ref, ref, LinkKind.CONTINUES)
    bring_in(register, write_csv(tmp_path / "salon.csv", [HEAD, ["C. Dupont", EMAIL, "Lyon"]]))
    find_person(register, again.ref, today)
    judge_hits(register, again.ref, confirm_strong=True, today=today)
    since = [(row.since, row.place.file) for row in since_last_answer(register, again.ref)]
    assert since == [("new", str(tmp_path / "salon.csv")), ("given", str(crm))]
    assert since_last_answer(register, ref) == ()


# --- corrections


def facts_agree(register, ref, today):
    """What the events say is what is stored."""
    facts, request = facts_of(history(register, ref)), view_request(register, ref, today).request
    assert (facts.received_on, facts.answered_on, facts.answer_channel, facts.copy_sent_on) == (
        request.received_on, request.answered_on, request.answer_channel, request.copy_sent_on,
    )  # fmt: skip
    stored = {one.right: (one.decision, one.decided_on) for one in request.items if one.decision}
    assert {right: (one.decision, one.on) for right, one in facts.decisions.items()} == stored
    asked = [(one.on, one.answered_on) for one in facts.questions]
    assert asked == [(one.asked_on, one.answered_on) for one in request.pauses]
    return request


def test_a_wrong_day_of_receipt_is_corrected_by_a_new_event(register, ask, today):
    ref = ask()
    recorded = event(register, ref, "request_recorded")

    view = correct_step(register, ref, recorded.seq, Correction(on=date(2026, 10, 30)), today)

    assert view.deadline.first_due == date(2026, 11, 30)
    assert event(register, ref, "request_recorded").payload["on"] == "2026-11-02"
    logged = event(register, ref, "step_corrected").payload
    assert logged == {"corrects": recorded.seq, "on": "2026-10-30"}
    assert facts_agree(register, ref, today).received_on == date(2026, 10, 30)
    assert verify(register).sound


def test_the_day_of_a_sent_answer_is_corrected_even_once_closed(register, ask, answer, today):
    ref = ask()
    answer(ref, on=today)
    close_request(register, ref, today)
    sent = event(register, ref, "answer_sent")
    correct_step(register, ref, event(register, ref, "decided").seq, Correction(on=DAY), today)

    view = correct_step(register, ref, sent.seq, Correction(on=DAY, channel=Channel.PHONE), today)

    assert (view.request.answered_on, view.request.stage) == (DAY, Stage.CLOSED)
    assert facts_agree(register, ref, today).answer_channel is Channel.PHONE
    with pytest.raises(NotAllowedError, match="is closed"):
        correct_step(register, ref, sent.seq, Correction(undo=True), today)
    assert facts_agree(register, ref, today).answered_on == DAY


def test_an_answer_that_was_never_sent_is_taken_back(register, ask, answer, today):
    ref = ask()
    answer(ref)

    view = correct_step(
        register, ref, event(register, ref, "answer_sent").seq, Correction(undo=True), today
    )

    assert (view.request.stage, view.request.answered_on) == (Stage.DECIDED, None)
    facts_agree(register, ref, today)
    assert mark_sent(register, ref, DAY, Channel.POST, today).request.answered_on == DAY
    facts_agree(register, ref, today)


def test_the_days_of_a_question_are_corrected_and_move_the_date(register, ask, today):
    ref = ask()
    record_identity(
        register, ref, today, doubt="unknown address", method=IdentityMethod.SHARED_FACTS,
        result=IdentityResult.PENDING, on=RECEIVED,
    )  # fmt: skip
    pause_clock(register, ref, Pause(PauseReason.IDENTITY, date(2026, 11, 4)), today)
    resume_clock(register, ref, date(2026, 11, 6), today)

    replied = event(register, ref, "clock_resumed").seq
    view = correct_step(register, ref, replied, Correction(on=date(2026, 11, 11)), today)
    assert view.deadline.paused_days == 7
    facts_agree(register, ref, today)

    asked = event(register, ref, "clock_paused").seq
    with pytest.raises(InvalidInputError, match="before it starts"):
        correct_step(register, ref, asked, Correction(on=date(2026, 11, 12)), today)
    view = correct_step(register, ref, asked, Correction(undo=True), today)
    assert (view.deadline.paused_days, view.request.pauses) == (0, ())
    facts_agree(register, ref, today)


def test_a_decision_recorded_wrongly_is_corrected_after_the_answer(register, ask, answer, today):
    ref = ask()
    answer(ref)
    right = Item(Right.ACCESS, Decision.GRANTED_REDACTED, "A15_4", "a colleague's name")

    seq = event(register, ref, "decided").seq
    item = correct_step(register, ref, seq, Correction(decided=right), today).request.items[0]

    assert (item.decision, item.reason_code, item.decided_on) == (
        Decision.GRANTED_REDACTED, "A15_4", DAY,
    )  # fmt: skip
    facts_agree(register, ref, today)
    assert "colleague" not in str([one.payload for one in history(register, ref)])


def test_r_abu_1_words_and_proof_of_a_decision_are_corrected_though_it_stays(register, ask, today):
    ref, proof = ask(), Abuse("Threatens", "A fee would be a price", "Nora")
    decide(register, ref, Right.ACCESS, Decision.REFUSED, today,
           reason_code="A12_5_unfounded", abuse=proof)  # fmt: skip
    seq = event(register, ref, "decided").seq
    better = Abuse("Threatens to write every day until he is paid", proof.why_no_fee, "Nora")
    right = Item(Right.ACCESS, Decision.REFUSED, "A12_5_unfounded", "see the letters", abuse=better)

    item = correct_step(register, ref, seq, Correction(decided=right), today).request.items[0]
    assert (item.abuse, item.reason_text, item.decided_on) == (better, "see the letters", today)
    with pytest.raises(NotAllowedError, match="prove"):
        correct_step(register, ref, seq, Correction(decided=replace(right, abuse=None)), today)
    facts_agree(register, ref, today)
    assert "letters" not in str([one.payload for one in history(register, ref)])


def test_a_decision_that_was_taken_anew_is_not_changed_through_the_earlier_one(
    register, ask, today
):
    ref = ask()
    decide(register, ref, Right.ACCESS, Decision.GRANTED_REDACTED, today, reason_code="A15_4")
    first = event(register, ref, "decided").seq
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
    right = Item(Right.ACCESS, Decision.GRANTED_REDACTED, "A15_4", "a colleague's name")

    item = correct_step(register, ref, first, Correction(decided=right), today).request.items[0]
    assert (item.decision, item.reason_text) == (Decision.GRANTED, None)


def test_a_withdrawal_of_the_extension_is_corrected_and_taken_back(register, ask, today):
    ref = ask()
    extension = Extension(
        frozenset({ExtensionReason.COMPLEXITY}), date(2026, 11, 10), "Many lists."
    )
    longer = extend(register, ref, extension, today).deadline.current_due
    shorter = withdraw_extension(register, ref, date(2026, 11, 12), today).deadline.current_due
    seq = event(register, ref, "extension_withdrawn").seq

    for wrong in (date(2026, 11, 9), today + timedelta(days=1)):
        with pytest.raises(InvalidInputError):
            correct_step(register, ref, seq, Correction(on=wrong), today)
    view = correct_step(register, ref, seq, Correction(on=date(2026, 11, 11)), today)
    assert view.deadline.current_due == shorter
    view = correct_step(register, ref, seq, Correction(undo=True), today)
    assert (view.deadline.current_due, view.request.extension.withdrawn) == (longer, False)


def test_an_extension_recorded_by_mistake_before_its_notice_was_sent_is_taken_back(
    register, ask, today
):
    ref = ask()
    extend(
        register, ref, Extension(frozenset({ExtensionReason.COMPLEXITY}), text="Many lists."), today
    )
    seq = event(register, ref, "extended").seq

    assert correct_step(register, ref, seq, Correction(undo=True), today).request.extension is None


def test_an_objection_granted_by_a_correction_blocks_marketing_at_once(register, ask, today):
    ref = ask(Right.OBJECTION_MARKETING)
    decide(register, ref, Right.OBJECTION_MARKETING, Decision.NO_DATA, today)
    assert list_entries(register) == ()
    granted = Correction(decided=Item(Right.OBJECTION_MARKETING, Decision.GRANTED))

    correct_step(register, ref, event(register, ref, "decided").seq, granted, today)

    (entry,) = list_entries(register)
    assert (entry.scope, entry.request_ref) == ("marketing", ref)


@pytest.mark.parametrize(
    ("kind", "correction", "error"),
    [
        ("answer_sent", Correction(on=date(2026, 11, 1)), InvalidInputError),
        ("answer_sent", Correction(on=date(2026, 11, 17)), InvalidInputError),
        ("request_recorded", Correction(on=date(2026, 11, 10)), InvalidInputError),
        ("request_recorded", Correction(on=date(2018, 5, 24)), InvalidInputError),
        ("request_recorded", Correction(undo=True), NotAllowedError),
        ("decided", Correction(undo=True), NotAllowedError),
        ("decided", Correction(), InvalidInputError),
        ("decided", Correction(decided=Item(Right.ERASURE, Decision.NO_DATA)), InvalidInputError),
        ("decided", Correction(decided=Item(Right.ACCESS, Decision.REFUSED)), InvalidInputError),
        ("searched", Correction(on=DAY), InvalidInputError),
    ],
)
def test_a_correction_that_cannot_be_true_leaves_nothing(
    register, ask, answer, today, kind, correction, error
):
    ref = ask()
    answer(ref)
    before = view_request(register, ref, today), history(register, ref)

    with pytest.raises(error):
        correct_step(register, ref, event(register, ref, kind).seq, correction, today)

    assert (view_request(register, ref, today), history(register, ref)) == before


@pytest.mark.parametrize(
    ("kind", "on"), [("answer_sent", RECEIVED), ("decided", date(2026, 11, 16))]
)
def test_no_correction_puts_the_answer_before_the_decision(register, ask, answer, today, kind, on):
    ref = ask()
    answer(ref)
    before = history(register, ref)

    with pytest.raises(InvalidInputError, match="answered before it was decided on"):
        correct_step(register, ref, event(register, ref, kind).seq, Correction(on), today)

    assert history(register, ref) == before


def test_an_event_of_another_request_is_not_corrected_here(register, ask, today):
    ref, other = ask(), ask()

    with pytest.raises(NotFoundError, match="no event"):
        correct_step(
            register, ref, event(register, other, "request_recorded").seq, Correction(DAY), today
        )


# --- edits


def test_who_handles_a_request_is_kept_alike_when_it_is_recorded_and_later(register, ask, today):
    ref = ask(handled_by=" Hugo Perrin ")
    assert view_request(register, ref, today).request.handled_by == "Hugo Perrin"

    with pytest.raises(InvalidInputError, match="at most 200"):
        ask(handled_by="x" * 201)
    with pytest.raises(NotFoundError):
        view_request(register, "DSR-2026-0002", today)


def test_notes_hand_over_and_language_are_possible_while_paused(register, ask, today):
    ref = ask()
    record_identity(
        register, ref, today, doubt="unknown address", method=IdentityMethod.SHARED_FACTS,
        result=IdentityResult.PENDING,
    )  # fmt: skip
    pause_clock(register, ref, Pause(PauseReason.IDENTITY, today), today)

    edit(register, ref, today, handled_by="Hugo Perrin", language="en")
    write_note(register, ref, " She called twice. ", today)

    request = view_request(register, ref, today).request
    assert (request.handled_by, request.language, request.is_paused) == ("Hugo Perrin", "en", True)
    assert [(note.author, note.text) for note in read_notes(register, ref)] == [
        ("Nora Vidal", "She called twice."),
    ]  # fmt: skip
    said = str([one.payload for one in history(register, ref)])
    assert "Hugo" not in said
    assert "called" not in said


@pytest.mark.parametrize(
    "step",
    [
        lambda register, ref, today: write_note(register, ref, "  ", today),
        lambda register, ref, today: edit(register, ref, today, language="de"),
        lambda register, ref, today: edit(register, ref, today, handled_by="x" * 201),
        lambda register, ref, today: write_note(register, "DSR-2020-0099", "x", today),
    ],
    ids=["empty note", "unknown language", "endless name", "unknown request"],
)
def test_an_edit_that_cannot_be_meant_is_refused(register, ask, today, step):
    ref = ask()
    before = len(history(register, ref))

    with pytest.raises(DsrError):
        step(register, ref, today)
    assert len(history(register, ref)) == before
