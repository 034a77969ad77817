"""The end-to-end scenarios of the field, for dates, identity, sources and status.

Each is the work of a DPO on a register of its own, through the use cases that the window and the
command line call. Letters, packages and erasures in foreign systems are not part of them.
"""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
import pyzipper
from tests.journeys.desk import Desk, ods_with

from dsr_desktop.domain.access_package import PackageForm
from dsr_desktop.domain.clock import (
    DeadlineStatus,
    Extension,
    ExtensionReason,
    Pause,
    PauseReason,
    StepKind,
)
from dsr_desktop.domain.communication import AddressState, CommunicationKind, Direction
from dsr_desktop.domain.conditions import Condition, ConditionKind
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.fee import Fee, FeeGround, FeeReply
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.identity import IdentityCheck, IdentityMethod, IdentityResult, PaperChecked
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.domain.request_hints import Hint, HintKind, hints_of
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.requester import Relation, Requester
from dsr_desktop.domain.short_path import ShortAnswer
from dsr_desktop.domain.source_task import StepKind as AnswerKind
from dsr_desktop.domain.step_list import missing_steps
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.services import clocking, fees, identity_log, linking, request_facts
from dsr_desktop.services.access_packages import HandingOver, build_access
from dsr_desktop.services.communications import record_communication
from dsr_desktop.services.package_reviews import (
    approve_package,
    mask_what_is_pointed_out,
    review_package,
)
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.short_path import plan_short_path, take_short_path
from dsr_desktop.services.suppressing import TypedKeys, add_to_list, list_entries
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.fees import repetition_lines
from dsr_desktop.wording.language import speak

EN = speak("en")
CAMILLE = Criteria(
    name=("Camille Dupont",), email=("camille.dupont@acme.example",), phone=("06 12 34 56 78",)
)
BY = "Nora Vidal"


@pytest.fixture
def desk(register):
    desk = Desk(register)
    yield desk
    assert verify(register).sound


def not_needed(*codes):
    return [StepMark(code, not_applicable="nothing of the kind") for code in codes]


def test_sc1_a_known_prospect_asks_for_access_and_nobody_asks_who_she_is(
    desk, register, bring_in, write_csv, write_xlsx, tmp_path
):
    others = [[f"Personne {n}", f"p{n}@autre.example", "", "", ""] for n in range(12)]
    note = "rappeler M. Paul Martin 06 98 76 54 32"
    crm = [["Nom", "E-mail", "Téléphone", "Société", "Note"], *others,
           ["Camille Dupont", "camille.dupont@acme.example", "06 12 34 56 78", "ACME", note]]  # fmt: skip
    abonnes = [["E-mail"], ["x@autre.example"], ["CAMILLE.DUPONT@ACME.EXAMPLE"]]
    filler = [[f"Visiteur {n}", f"v{n}@autre.example", "Autre SARL"] for n in range(7)]
    salon = [["Nom", "E-mail", "Société"], *filler,
             ["DUPONT Camille", "camille@autre.example", "Autre SARL"]]  # fmt: skip
    bring_in(
        register,
        write_csv(tmp_path / "crm.csv", crm),
        write_xlsx(tmp_path / "newsletter.xlsx", {"Abonnés": abonnes}),
        ods_with(tmp_path / "salon.ods", salon),
    )

    view = desk.receives(date(2026, 11, 2), CAMILLE, Right.ACCESS)
    assert (view.deadline.first_due, view.deadline.extended_due) == (
        date(2026, 12, 2), date(2027, 2, 2),
    )  # fmt: skip
    hits = desk.finds(date(2026, 11, 3))
    levels = {(Path(hit.file).name, hit.row): hit.level for hit in hits}
    assert levels == {
        ("crm.csv", 14): Level.STRONG, ("newsletter.xlsx", 3): Level.STRONG,
        ("salon.ods", 9): Level.WEAK,
    }  # fmt: skip
    desk.confirms(date(2026, 11, 3))
    weak = next(hit for hit in desk.sees(date(2026, 11, 3)).hits if hit.level is Level.WEAK)
    assert weak.verdict is not Verdict.CONFIRMED

    clocking.record_identity(
        register, desk.ref, date(2026, 11, 3), doubt=None,
        method=IdentityMethod.SAME_KNOWN_ADDRESS, result=IdentityResult.CONFIRMED,
    )  # fmt: skip
    waiting = review_package(register, desk.ref, date(2026, 11, 4)).open_items
    assert [
        [one.item.text[told.start : told.end] for told in one.suggestions] for one in waiting
    ] == [["Paul Martin", "06 98 76 54 32"]]
    mask_what_is_pointed_out(register, desk.ref, date(2026, 11, 4))
    approve_package(register, desk.ref, date(2026, 11, 4))
    made = build_access(
        register, desk.ref, tmp_path, date(2026, 11, 4),
        HandingOver(PackageForm.ZIP, AddressState.ON_FILE),
    )  # fmt: skip
    with pyzipper.AESZipFile(made.path) as archive:
        archive.setpassword(made.passphrase.encode())
        page = archive.read(f"{desk.ref}/index.html").decode()
    assert all(told in page for told in ("Art. 15", "CAMILLE.DUPONT@ACME.EXAMPLE", "ligne 14"))
    assert not any(hidden in page for hidden in ("Martin", "06 98 76 54 32", "camille@autre"))

    desk.decides(date(2026, 11, 4), Right.ACCESS)
    sent = desk.sends(date(2026, 11, 4))
    assert (sent.request.stage, sent.status) == (Stage.ANSWERED, DeadlineStatus.ANSWERED)
    log = identity_log.read_identity_log(register, desk.ref)
    assert [one.has_doubt for one in log.checks] == [False]
    assert log.unasked_copies == ()


def test_sc2_an_erasure_with_an_invoice_is_late_and_cannot_close_with_its_steps_open(
    desk, register, bring_in, write_csv, tmp_path
):
    rows = [["Nom", "E-mail"], ["Camille Dupont", "camille.dupont@acme.example"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows))
    desk.has_systems("Support mailbox", "Accounting")
    view = desk.receives(date(2026, 9, 14), CAMILLE, Right.ERASURE)
    assert view.deadline.first_due == date(2026, 10, 14)
    assert view.sources.total == 2

    desk.finds(date(2026, 10, 1))
    desk.confirms(date(2026, 10, 1))
    desk.decides(
        date(2026, 10, 2), Right.ERASURE, Decision.GRANTED_PARTLY, "A17_3_b",
        reason_text="invoice of 12 March 2025, kept until 31 December 2035",
    )  # fmt: skip
    with pytest.raises(NotAllowedError, match="Support mailbox, Accounting"):
        desk.sends(date(2026, 10, 5))
    desk.hears_from(date(2026, 10, 6), "Support mailbox", AnswerKind.FOUND, "three messages")
    desk.hears_from(date(2026, 10, 6), "Accounting", AnswerKind.FOUND, "one invoice")
    listed = add_to_list(
        register, TypedKeys(emails=CAMILLE.email), SuppressionScope.ALL,
        SuppressionReason.ERASURE, date(2026, 10, 7), request_ref=desk.ref,
    )  # fmt: skip
    assert listed[0].is_new

    sent = desk.sends(date(2026, 10, 16))
    assert sent.status is DeadlineStatus.ANSWERED_LATE
    assert sent.request.remedies_told
    state = read_state(register, desk.ref, date(2026, 10, 16))
    assert missing_steps(state.request, state.seen) == (StepCode.E06, StepCode.E12)
    with pytest.raises(NotAllowedError, match="are not done"):
        desk.closes(date(2026, 10, 16))
    done = (StepMark(code, date(2026, 10, 16), BY) for code in (StepCode.E06, StepCode.E12))
    desk.marks(date(2026, 10, 16), *done)
    assert desk.closes(date(2026, 10, 19)).request.stage is Stage.CLOSED


def test_sc3_an_objection_by_phone_is_blocked_at_once_and_holds_against_a_later_list(
    desk, register, bring_in, write_csv, tmp_path
):
    jean = Criteria(email=("jean.roux@foo.example",), phone=("+33 6 11 22 33 44",))
    day = date(2026, 10, 5)
    view = desk.receives(day, jean, Right.OBJECTION_MARKETING, channel=Channel.PHONE)
    assert view.deadline.current_due == date(2026, 11, 5)
    assert StepCode.C04 not in {
        one.code for one in request_facts.list_steps(register, desk.ref)
    }  # fmt: skip
    with pytest.raises(NotAllowedError, match="never ask for identity proof"):
        desk.doubts(day, "unknown number")

    plan = plan_short_path(register, desk.ref, day)
    answer = ShortAnswer(plan.text, day, Channel.PHONE)
    closed = take_short_path(register, desk.ref, answer, day, EN)
    assert (closed.request.stage, closed.request.answered_on) == (Stage.CLOSED, day)
    assert [(one.kind, one.created_on) for one in list_entries(register)] == [
        ("email", day), ("phone", day),
    ]  # fmt: skip

    rows = [["Nom", "E-mail"], ["Roux", "Jean.ROUX@FOO.example"], ["Petit", "p@foo.example"]]
    report = bring_in(register, write_csv(tmp_path / "salon2.csv", rows))
    assert (report.marketing_blocked, report.held) == (1, 0)


def test_sc4_a_doubt_pauses_the_clock_and_nothing_leaves_until_it_is_dispelled(
    desk, register, tmp_path
):
    stranger = Criteria(name=("Camille Dupont",), email=("c.dupont77@mail.example",))
    desk.receives(date(2026, 11, 20), stranger, Right.ACCESS, Right.PORTABILITY)
    asked, confirmed = date(2026, 11, 23), date(2026, 11, 30)
    desk.doubts(asked, "address unknown, asks for everything")
    clocking.pause_clock(register, desk.ref, Pause(PauseReason.IDENTITY, asked), asked)
    assert desk.sees(asked).request.stage is Stage.IDENTITY_PENDING
    with pytest.raises(NotAllowedError, match="identity is not confirmed"):
        build_portability(register, desk.ref, tmp_path, asked, EN)
    card = tmp_path / "cni.jpg"
    card.write_bytes(b"\xff\xd8\xff")
    with pytest.raises(NotAllowedError, match="identity document"):
        record_communication(
            register, desk.ref, Direction.IN, CommunicationKind.REPLY_OF_PERSON,
            Channel.EMAIL_GENERAL, asked, at_noon(asked), files=[card],
        )  # fmt: skip

    clocking.resume_clock(register, desk.ref, confirmed, confirmed)
    view = desk.doubts(confirmed, "address unknown", IdentityResult.CONFIRMED)
    assert view.deadline.unsuspended_due == date(2026, 12, 21)
    assert (view.deadline.current_due, view.deadline.paused_days) == (date(2026, 12, 28), 7)
    log = identity_log.read_identity_log(register, desk.ref).checks
    assert {one.check.method for one in log} == {IdentityMethod.CODE_TO_KNOWN_CHANNEL}
    assert {one.check.document_seen for one in log} == {"none"}


def test_sc4_who_never_says_who_they_are_is_told_so_after_sixty_days(desk, register):
    stranger = Criteria(email=("c.dupont77@mail.example",))
    asked, later = date(2026, 11, 23), date(2027, 1, 22)
    desk.receives(date(2026, 11, 20), stranger, Right.ACCESS)
    desk.doubts(asked, "address unknown")
    clocking.pause_clock(register, desk.ref, Pause(PauseReason.IDENTITY, asked), asked)

    view = desk.sees(later)
    assert hints_of(view.request, view.deadline, later) == (
        Hint(HintKind.IDENTITY_UNANSWERED, asked),
    )  # fmt: skip
    desk.decides(later, Right.ACCESS, Decision.IDENTITY_NOT_CONFIRMED, "A12_6_identity")
    assert desk.sends(later).request.remedies_told
    assert desk.closes(later).request.stage is Stage.CLOSED


def test_sc5_a_portability_request_keeps_its_date_and_is_closed_with_the_data_still_there(
    desk, register, bring_in, write_csv, tmp_path
):
    rows = [["Nom", "E-mail"], ["Camille Dupont", "camille.dupont@acme.example"]]
    bring_in(register, write_csv(tmp_path / "devis.csv", rows), activity="PA3", channel="web_form")
    view = desk.receives(date(2026, 10, 12), CAMILLE, Right.PORTABILITY)
    assert view.deadline.first_due == date(2026, 11, 12)
    day = date(2026, 10, 20)
    desk.finds(day)
    desk.confirms(day)

    desk.decides(day, Right.PORTABILITY, Decision.GRANTED_PARTLY, "A20_1_inferred")
    desk.sends(day)
    with pytest.raises(NotAllowedError, match="P02"):
        desk.closes(day)
    bundle = build_portability(register, desk.ref, tmp_path, day, EN)
    assert bundle.records == 1
    assert desk.closes(day).request.stage is Stage.CLOSED
    assert desk.sees(day).hits[0].row_id is not None


def test_sc6_an_extension_counts_once_and_a_refusal_keeps_its_first_month(desk, register):
    view = desk.receives(date(2026, 11, 6), CAMILLE, Right.ACCESS)
    assert view.deadline.first_due == date(2026, 12, 7)
    announced = Extension(frozenset({ExtensionReason.COMPLEXITY}), None, "14 files, 3 mailboxes")
    sent = Extension(announced.reasons, date(2026, 12, 4), announced.text)

    with pytest.raises(NotAllowedError, match="The month ended"):
        clocking.extend(register, desk.ref, announced, date(2026, 12, 8))
    unsent = clocking.extend(register, desk.ref, announced, date(2026, 12, 4))
    assert (unsent.deadline.extended, unsent.deadline.current_due) == (False, date(2026, 12, 7))
    longer = clocking.extend(register, desk.ref, sent, date(2026, 12, 8))
    assert (longer.deadline.extended, longer.deadline.current_due) == (True, date(2027, 2, 8))
    with pytest.raises(NotAllowedError, match="extended once already"):
        clocking.extend(register, desk.ref, sent, date(2026, 12, 9))

    refused_on = date(2027, 1, 15)
    desk.decides(
        refused_on, Right.ACCESS, Decision.REFUSED, "A23_national:a register of the courts"
    )
    late = desk.sees(refused_on)
    assert late.status is not DeadlineStatus.OVERDUE
    assert hints_of(late.request, late.deadline, refused_on) == (
        Hint(HintKind.REFUSAL_LATE, date(2026, 12, 7)),
    )  # fmt: skip


def test_sc9_a_daughter_stops_the_mailings_to_her_late_father(desk, register):
    father = Criteria(name=("Paul Roux",), email=("paul.roux@foo.example",))
    received, day = date(2026, 10, 23), date(2026, 10, 30)
    daughter = Requester(Relation.HEIR, "Anne Roux")
    view = desk.receives(received, father, Right.POST_MORTEM, requester=daughter)
    assert view.deadline.current_due == date(2026, 11, 23)
    kinds = {step.kind for step in view.deadline.steps}
    assert StepKind.NO_STATUTORY_MONTH in kinds
    with pytest.raises(NotAllowedError, match="not extended"):
        clocking.extend(
            register, desk.ref,
            Extension(frozenset({ExtensionReason.COMPLEXITY}), day, "many files"), day,
        )  # fmt: skip

    desk.finds(day)
    with pytest.raises(NotAllowedError):
        desk.decides(day, Right.POST_MORTEM)
    for kind in (ConditionKind.DEATH, ConditionKind.HEIR):
        request_facts.record_condition(register, desk.ref, Condition(kind, day, BY), day)
    checked = IdentityCheck(
        IdentityMethod.HEIR_DOCUMENTS, IdentityResult.CONFIRMED,
        papers=frozenset({PaperChecked.DEATH, PaperChecked.HEIR}),
    )  # fmt: skip
    identity_log.log_identity_check(register, desk.ref, checked, day)
    desk.decides(day, Right.POST_MORTEM)
    add_to_list(
        register, TypedKeys(emails=father.email), SuppressionScope.MARKETING,
        SuppressionReason.OBJECTION, day, request_ref=desk.ref,
    )  # fmt: skip
    desk.sends(day)
    assert desk.closes(day).request.stage is Stage.CLOSED
    assert [one.scope for one in list_entries(register)] == [SuppressionScope.MARKETING]


def asks_again(desk, *days):
    """Ask for access on some days; each but the last is answered at once, its rows confirmed."""
    refs = []
    for day in days:
        desk.receives(day, CAMILLE, Right.ACCESS)
        refs.append(desk.ref)
        desk.finds(day)
        desk.confirms(day)
        if day != days[-1]:
            desk.decides(day, Right.ACCESS)
            desk.sends(day)
    return refs


def test_sc10_a_third_access_in_five_weeks_may_cost_a_fee_that_the_person_can_escape(
    desk, register, bring_in, write_csv, tmp_path
):
    rows = [["Nom", "E-mail"], ["Camille Dupont", "camille.dupont@acme.example"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows))
    today = date(2026, 11, 12)
    first, second, third = asks_again(desk, date(2026, 10, 8), date(2026, 10, 26), today)
    assert desk.sees(today).deadline.current_due == date(2026, 12, 14)
    assert {one.ref for one in linking.relatives_of(register, third).found} == {first, second}
    known = fees.repetition(register, third)
    assert (known.earlier, known.days, known.changed) == ((first, second), 35, False)
    words = " ".join(repetition_lines(EN, known))
    assert "Nothing has changed in the rows found since the answer of 26 October 2026." in words
    with pytest.raises(NotAllowedError, match="has to prove"):
        desk.decides(today, Right.ACCESS, Decision.REFUSED, "A12_5_excessive_repetitive")

    fee = Fee(1500, FeeGround.REPETITIVE, words, BY, today, known.earlier)
    told = fees.tell_fee(register, third, fee, today)
    assert told.deadline.current_due == date(2026, 12, 14)
    notice = fees.notice_of_fee(register, told.request, fee)
    assert "15" in notice
    desk.decides(today, Right.ACCESS)
    with pytest.raises(NotAllowedError, match="waits for a reply"):
        desk.sends(today)
    over = fees.record_fee_reply(
        register, third, FeeReply.WITHDRAWN, date(2026, 11, 16), date(2026, 11, 16)
    )
    assert over.request.is_withdrawn
    assert desk.closes(date(2026, 11, 16)).request.stage is Stage.CLOSED


def test_sc10_what_was_never_answered_is_a_reminder_and_no_new_request(desk, register):
    desk.receives(date(2026, 10, 8), CAMILLE, Right.ACCESS)
    first = desk.ref
    today = date(2026, 11, 12)
    desk.receives(today, CAMILLE, Right.ACCESS)

    known = fees.repetition(register, desk.ref)
    assert known.unanswered == first
    assert any("a reminder and no new request" in line for line in repetition_lines(EN, known))
    with pytest.raises(NotAllowedError, match="reminder"):
        linking.reopen(register, first, today, Channel.EMAIL_GENERAL, today)
    reminded = linking.record_reminder(register, first, today, today)
    assert reminded.deadline.current_due == date(2026, 11, 9)
    assert reminded.status is DeadlineStatus.OVERDUE


def test_sc11_a_contested_rectification_waits_for_every_source_before_its_answer(desk, register):
    desk.has_systems("CRM", "Mailing tool")
    received = date(2026, 11, 9)
    desk.receives(received, CAMILLE, Right.RECTIFICATION)
    desk.finds(received)
    desk.hears_from(received, "CRM", AnswerKind.FOUND, "the new address")

    with pytest.raises(NotAllowedError, match="no answer from Mailing tool"):
        desk.decides(received, Right.RECTIFICATION, Decision.NO_DATA)
    desk.decides(received, Right.RECTIFICATION)
    with pytest.raises(NotAllowedError, match="no answer from Mailing tool"):
        desk.sends(received)
    desk.hears_from(received, "Mailing tool", AnswerKind.FOUND, "the old address")
    desk.sends(received)
    desk.marks(received, StepMark(StepCode.X02, received, BY, "in both"))
    assert desk.closes(received).request.stage is Stage.CLOSED


def at_noon(day):
    return datetime.combine(day, time(12), UTC)
