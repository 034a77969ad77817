"""The short path in the real window: from the message at hand to the closed request, by keyboard."""

from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dsr_desktop.domain.request import Right, Stage
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.services.communications import list_communications
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.messages import list_messages
from dsr_desktop.services.suppressing import list_entries
from dsr_desktop.services.systems import add_system
from dsr_desktop.services.verifying import verify
from tests.journeys.test_window_journey import make_a_register
from tests.journeys.user import CTRL

KEY = Qt.Key
REF = "DSR-2026-0001"
MOST_KEYS = 40
MOST_KEYS_PASTED = 8
RIGHTS = tuple(Right)


@pytest.fixture
def user(sit_down):
    user = sit_down()
    make_a_register(user)
    user.keys = 0
    return user


ENGLISH_OBJECTION = """\
From: Jo Foo <jo@foo.example>
To: privacy@exemple.example
Date: {day}
Subject: Please stop
Content-Type: text/plain; charset=utf-8

Hello,
Please stop sending me marketing emails.
Jo Foo
"""
FRENCH_OBJECTION = """\
From: Camille Dupont <camille.dupont@acme.example>
To: dpo@exemple.example
Date: {day}
Subject: =?utf-8?q?Opposition_=C3=A0_la_prospection?=
Content-Type: text/plain; charset=utf-8

Bonjour,
Je m'oppose à recevoir vos offres commerciales. Merci de ne plus m'envoyer de publicité.
Cordialement,
Camille Dupont
"""
FRENCH_UNSUBSCRIBE = """\
From: Ana Lefort <ana@lefort.example>
Date: {day}
Subject: =?utf-8?q?D=C3=A9sinscription?=
Content-Type: text/plain; charset=utf-8

Bonjour, merci de me désinscrire de votre newsletter.
Ana Lefort
"""
ENGLISH_UNSUBSCRIBE = """\
From: Jo Foo <jo@foo.example>
Date: {day}
Subject: Unsubscribe

Please unsubscribe me from your newsletter.
Jo
"""
FRENCH_QUESTION = """\
From: Jean Roux <jean.roux@foo.example>
Date: {day}
Subject: Question sur les cookies

Bonjour,
Quels cookies utilisez-vous sur votre site, et pour quelles raisons ?
Jean Roux
"""
ENGLISH_QUESTION = """\
From: Jo Foo <jo@foo.example>
Date: {day}
Subject: A question

Hello,
Which cookies does your website use?
Jo Foo
"""
_MARKETING, _CONSENT = Right.OBJECTION_MARKETING, Right.CONSENT_WITHDRAWAL
PASTED = {
    "an English objection": (ENGLISH_OBJECTION, {_MARKETING}, "Jo Foo", "en"),
    "a French objection": (FRENCH_OBJECTION, {_MARKETING}, "Camille Dupont", "fr"),
    "a French unsubscribe": (FRENCH_UNSUBSCRIBE, {_MARKETING, _CONSENT}, "Ana Lefort", "fr"),
    "an English unsubscribe": (ENGLISH_UNSUBSCRIBE, {_MARKETING, _CONSENT}, "Jo Foo", "en"),
    "a French question": (FRENCH_QUESTION, {Right.INFORMATION}, "Jean Roux", "fr"),
    "an English question": (ENGLISH_QUESTION, {Right.INFORMATION}, "Jo Foo", "en"),
}


@pytest.mark.parametrize(
    ("mail", "rights", "person", "language"), PASTED.values(), ids=PASTED.keys()
)
def test_a_pasted_mail_is_closed_without_anything_retyped(
    user, today, mail, rights, person, language
):
    arrived = today - timedelta(days=3)
    written = datetime.combine(arrived, time(10), tzinfo=UTC)
    QApplication.clipboard().setText(mail.format(day=format_datetime(written)))
    user.presses(KEY.Key_N, modifier=CTRL)
    user.blinks()
    user.presses(KEY.Key_V, modifier=CTRL)
    user.waits()
    assert user.sees("proposed")
    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()
    assert user.sees("This request is short")
    user.types("\n")
    user.waits()
    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()

    assert user.keys <= MOST_KEYS_PASTED
    register = user.desktop.register
    request = view_request(register, REF, today).request
    assert (request.stage, request.answered_on) == (Stage.CLOSED, today)
    assert set(request.rights) <= rights
    assert (request.received_on, request.language) == (arrived, language)
    assert request.criteria.name == (person,)
    [kept] = list_messages(register, REF)
    assert kept.text in mail
    assert verify(register).sound


def record_from_the_keyboard(user, right, email):
    """Fill in the form with typed fields: the right, then the address that the message came from."""
    user.presses(KEY.Key_N, modifier=CTRL)
    user.blinks()
    user.presses(*[KEY.Key_Down] * RIGHTS.index(right), KEY.Key_Space)
    user.types("\t\t\t\t\t")
    user.types(email)
    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()


def test_an_objection_to_marketing_is_closed_with_forty_keys(user, today):
    record_from_the_keyboard(user, Right.OBJECTION_MARKETING, "jo@foo.example")
    assert user.sees("This request is short")
    user.types("\n")
    user.waits()
    assert user.sees("What will be recorded")
    assert user.sees("On the suppression list for marketing, as keyed hashes: jo@foo.example")
    user.presses(KEY.Key_A, KEY.Key_C, modifier=CTRL)
    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()

    assert user.keys <= MOST_KEYS
    register = user.desktop.register
    request = view_request(register, REF, today).request
    assert (request.stage, request.answered_on) == (Stage.CLOSED, today)
    assert [one.scope for one in list_entries(register)] == ["marketing"]
    [sent] = list_communications(register, REF)
    assert QApplication.clipboard().text() == sent.note
    assert verify(register).sound


def test_a_question_on_cookies_is_closed_with_forty_keys(user, today):
    record_from_the_keyboard(user, Right.INFORMATION, "jo@foo.example")
    user.types("\n")
    user.waits()
    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()

    assert user.keys <= MOST_KEYS
    assert view_request(user.desktop.register, REF, today).request.stage is Stage.CLOSED


def test_who_sends_the_mailings_is_told_before_anything_is_recorded(user, today):
    tool = System("Brevo", SystemKind.MAILING_TOOL, HowAsked.BY_DPO, date(2026, 1, 5))
    add_system(user.desktop.register, tool, today)
    record_from_the_keyboard(user, Right.OBJECTION_MARKETING, "jo@foo.example")
    user.types("\n")
    user.waits()

    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()
    assert user.sees("Tell Brevo first: the mailings are sent from there.")
    user.presses(KEY.Key_Space)
    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()

    assert user.keys <= MOST_KEYS
    assert view_request(user.desktop.register, REF, today).request.stage is Stage.CLOSED


def test_an_objection_that_names_no_address_says_what_is_missing(user):
    user.presses(KEY.Key_N, modifier=CTRL)
    user.blinks()
    user.presses(*[KEY.Key_Down] * RIGHTS.index(Right.OBJECTION_MARKETING), KEY.Key_Space)
    user.types("\t\t\t\tJean Roux")
    user.presses(KEY.Key_Return, modifier=CTRL)
    user.waits()

    assert user.sees("It names no e-mail and no phone that can be blocked.")
    assert user.button("Find the person…", within=user.page.header)
