"""The short path: a marketing objection, an unsubscribe or a question, answered in one go."""

from datetime import date

import pytest

from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.policy_version import PolicyVersion
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.domain.short_path import ShortAnswer
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.services.communications import list_communications
from dsr_desktop.services.consents import allowed_purposes, consents_of, record_consent
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.identity_log import read_identity_log
from dsr_desktop.services.policy_versions import add_policy_version
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.request_facts import list_steps
from dsr_desktop.services.short_path import plan_short_path, take_short_path
from dsr_desktop.services.suppressing import TypedKeys, list_entries
from dsr_desktop.services.systems import add_system
from dsr_desktop.services.verifying import verify
from dsr_desktop.wording.language import speak

EN = speak("en")
RECEIVED = date(2026, 11, 12)
JEAN = Criteria(
    name=("Jean Roux",), email=("jean.roux@foo.example",), phone=("+33 6 11 22 33 44",)
)  # fmt: skip
JEANS = TypedKeys(emails=JEAN.email)


def record(register, today, *rights, criteria=JEAN, language="en", channel=Channel.EMAIL_DPO):
    view = new_request(register, rights, criteria, RECEIVED, channel, today, language=language)
    return view.request.ref


def take(register, ref, today, **changed):
    plan = plan_short_path(register, ref, today)
    said = {"text": plan.text, "sent_on": today, "channel": Channel.EMAIL_DPO, "told": True,
            "purposes": (), "block": plan.proposes_block}  # fmt: skip
    return take_short_path(register, ref, ShortAnswer(**{**said, **changed}), today, EN)


def kinds(register, ref):
    return [str(event.kind) for event in history(register, ref)]


def mailing_tool(register, today):
    add_system(
        register, System("Brevo", SystemKind.MAILING_TOOL, HowAsked.BY_DPO, date(2026, 1, 5)), today
    )


# --- marketing


def test_r_mkt_1_an_objection_is_blocked_answered_and_closed_in_one_go(register, today):
    ref = record(register, today, Right.OBJECTION_MARKETING)

    view = take(register, ref, today)

    assert (view.request.stage, view.request.answered_on) == (Stage.CLOSED, today)
    assert view.request.items[0].decision is Decision.GRANTED
    listed = {(one.kind, one.scope, one.reason) for one in list_entries(register)}
    assert listed == {
        (kind, SuppressionScope.MARKETING, SuppressionReason.OBJECTION)
        for kind in ("email", "phone")
    }
    assert read_identity_log(register, ref).checks == ()
    assert verify(register).sound


def test_each_step_of_the_short_path_is_an_event_of_its_own(register, today):
    mailing_tool(register, today)
    ref = record(register, today, Right.OBJECTION_MARKETING)

    take(register, ref, today)

    assert kinds(register, ref) == [
        "request_recorded", "decided", "suppression_added", "suppression_added",
        "marketing_blocked", "step_marked", "step_marked", "step_marked", "step_marked",
        "communication_logged", "communication_logged", "answer_sent", "closed",
    ]  # fmt: skip


def test_r_chk_1_the_steps_that_do_not_apply_say_why_and_the_others_are_done(register, today):
    ref = record(register, today, Right.OBJECTION_MARKETING)

    take(register, ref, today)

    steps = {str(one.code): one for one in list_steps(register, ref)}
    reasons = {code: one.mark.not_applicable for code, one in steps.items() if one.mark}
    assert set(reasons) == {"C02", "C06", "C07", "M03"}
    assert all(reasons.values())
    assert all(one.is_settled for one in steps.values())
    assert "C04" not in steps


def test_the_rows_that_hold_the_address_are_counted_and_marked(
    register, today, bring_in, write_csv, tmp_path
):
    rows = [["Nom", "Courriel"], ["Roux", "Jean.ROUX@foo.example"], ["Petit", "p@foo.example"]]
    bring_in(register, write_csv(tmp_path / "salon.csv", rows))
    ref = record(register, today, Right.OBJECTION_MARKETING)

    plan = plan_short_path(register, ref, today)
    take(register, ref, today)

    assert plan.rows == 1
    blocked = register.database.connection.execute(
        "SELECT count(*) FROM marketing_block"
    ).fetchone()  # fmt: skip
    assert blocked == (1,)
    [answer] = list_communications(register, ref)
    assert answer.address == "on_file"


def test_who_sends_the_mailings_is_named_and_told_before_the_end(register, today):
    mailing_tool(register, today)
    add_recipient(register, Recipient("Brevo SAS", RecipientRole.PROCESSOR, "FR"), today)
    add_recipient(register, Recipient("Comptable SARL", RecipientRole.PROCESSOR, "FR"), today)
    ref = record(register, today, Right.OBJECTION_MARKETING)

    assert plan_short_path(register, ref, today).to_tell == ("Brevo SAS",)
    with pytest.raises(NotAllowedError, match="first: the mailings"):
        take(register, ref, today, told=False)
    assert view_request(register, ref, today).request.stage is Stage.NEW
    assert list_entries(register) == ()

    take(register, ref, today)
    notice, answer = list_communications(register, ref)
    assert (notice.kind, notice.note) == ("recipient_notice", "Told: Brevo SAS")
    assert answer.kind == "short_answer"
    told = next(one for one in list_steps(register, ref) if one.code == "M03")
    assert (told.mark.done_on, told.mark.note) == (today, "Told: Brevo SAS")


def test_an_objection_without_an_address_or_a_number_is_not_closed_unblocked(register, today):
    ref = record(register, today, Right.OBJECTION_MARKETING, criteria=Criteria(name=("Jean Roux",)))

    with pytest.raises(NotAllowedError, match="no e-mail and no phone"):
        take(register, ref, today)


def test_what_cannot_be_blocked_is_said_before(register, today):
    criteria = Criteria(email=("jean.roux@foo.example",), phone=("12",))
    ref = record(register, today, Right.OBJECTION_MARKETING, criteria=criteria)

    plan = plan_short_path(register, ref, today)

    assert (plan.keys, plan.not_meant) == (("jean.roux@foo.example",), ("12",))


# --- the text


@pytest.mark.parametrize(("language", "words"), [("fr", "Bonjour"), ("en", "Hello")])
def test_the_confirmation_is_in_the_language_of_the_request(register, today, language, words):
    ref = record(register, today, Right.OBJECTION_MARKETING, language=language)

    text = plan_short_path(register, ref, today).text

    assert text.startswith(words)
    assert "Exemple SAS" in text
    assert ref in text


def test_the_text_is_kept_as_it_was_sent(register, today):
    ref = record(register, today, Right.OBJECTION_MARKETING)

    take(register, ref, today, text="C'est fait, Monsieur.\n", channel=Channel.POST)

    [sent] = list_communications(register, ref)
    assert (sent.note, sent.channel, sent.day) == ("C'est fait, Monsieur.", Channel.POST, today)


@pytest.mark.parametrize("text", ["", " \n"])
def test_no_answer_goes_without_words(register, today, text):
    ref = record(register, today, Right.INFORMATION)

    with pytest.raises(InvalidInputError, match="no text"):
        take(register, ref, today, text=text)


def test_a_question_is_answered_with_the_policy_in_force_and_closed(register, today):
    add_policy_version(register, PolicyVersion("2026-03", date(2026, 3, 1)))
    ref = record(register, today, Right.INFORMATION, criteria=Criteria(name=("Jean Roux",)))

    plan = plan_short_path(register, ref, today)
    view = take(register, ref, today)

    assert "Version 2026-03, in force since 1 March 2026." in plan.text
    assert view.request.stage is Stage.CLOSED
    assert list_entries(register) == ()
    assert kinds(register, ref)[-2:] == ["answer_sent", "closed"]


def test_what_is_no_request_at_all_is_answered_and_closed(register, today):
    ref = record(register, today, Right.NOT_A_DSR)

    assert take(register, ref, today).request.stage is Stage.CLOSED


# --- consents


def test_r_cns_1_an_unsubscribe_ends_the_chosen_purpose_and_leaves_the_others(register, today):
    for purpose in ("newsletter", "events"):
        given = Consent(purpose, is_given=True, given_on=date(2026, 2, 2), proof="form")
        record_consent(register, given, JEANS, today)
    ref = record(register, today, Right.CONSENT_WITHDRAWAL)

    plan = plan_short_path(register, ref, today)
    assert (set(plan.purposes), plan.proposes_block) == ({"newsletter", "events"}, False)
    with pytest.raises(InvalidInputError, match="No consent in force"):
        take(register, ref, today, purposes=("coffee",))
    with pytest.raises(NotAllowedError, match="Nothing would stop"):
        take(register, ref, today)

    take(register, ref, today, purposes=("newsletter",))
    allowed = allowed_purposes(consents_of(register, JEANS))
    assert (allowed["newsletter"], allowed["events"]) == (False, True)
    assert list_entries(register) == ()


def test_an_unsubscribe_of_somebody_without_a_known_consent_blocks_marketing(register, today):
    ref = record(register, today, Right.CONSENT_WITHDRAWAL)

    view = take(register, ref, today)

    assert {one.reason for one in list_entries(register)} == {SuppressionReason.WITHDRAWAL}
    assert view.request.stage is Stage.CLOSED


# --- what does not go this way


def test_a_request_that_needs_a_search_does_not_take_the_short_path(register, today):
    ref = record(register, today, Right.OBJECTION_MARKETING, Right.ACCESS)

    with pytest.raises(NotAllowedError, match="needs a search"):
        plan_short_path(register, ref, today)


def test_nothing_is_answered_twice(register, today):
    ref = record(register, today, Right.INFORMATION)
    decide(register, ref, Right.INFORMATION, Decision.GRANTED, today)
    mark_sent(register, ref, today, Channel.EMAIL_DPO, today)

    with pytest.raises(NotAllowedError, match="was answered"):
        plan_short_path(register, ref, today)


@pytest.mark.parametrize("day", [date(2026, 11, 11), date(2026, 11, 17)])
def test_a_day_that_cannot_be_leaves_everything_as_it_was(register, today, day):
    ref = record(register, today, Right.OBJECTION_MARKETING)

    with pytest.raises(InvalidInputError, match="cannot be"):
        take(register, ref, today, sent_on=day)
    assert kinds(register, ref) == ["request_recorded"]
    assert list_entries(register) == ()
