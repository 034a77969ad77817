"""What a message proposes: whom, from when, in which language, and which rights; and what not."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from dsr_desktop.domain.incoming import Mailbox, MessageRead
from dsr_desktop.domain.paris_time import paris_day
from dsr_desktop.domain.proposals import Hint, Surroundings, propose
from dsr_desktop.domain.request import Right
from tests.unit.domain.judged_messages import MESSAGES

AROUND = Surroundings(date(2026, 11, 16), "FR", ("dpo@acme.example",), ("Acme SARL", "Claire Roux"))


def proposed(text, **more):
    return propose(MessageRead(text, **more), AROUND)


def values(found, kind):
    return tuple(one.value for one in found.person.get(kind, ()))


def test_the_judged_messages_are_many_and_ask_for_every_right():
    assert len(MESSAGES) >= 150
    assert len({one.text for one in MESSAGES}) == len(MESSAGES)
    assert {right for one in MESSAGES for right in one.rights.split()} == {
        str(one) for one in Right
    }


@pytest.mark.parametrize("one", MESSAGES, ids=[one.text[:40] for one in MESSAGES])
def test_a_message_proposes_the_rights_it_asks_for_and_no_others(one):
    found = proposed(one.text, subject=one.subject)

    assert {str(asked.right) for asked in found.rights} == set(one.rights.split())


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=23))),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(-timedelta(hours=23))),
        datetime(1970, 1, 1, tzinfo=UTC),
    ],
    ids=["the first year", "the last year", "no clock"],
)
def test_a_header_with_a_day_that_cannot_be_proposes_none(moment):
    written = datetime(2026, 11, 5, 8, 0, tzinfo=UTC)

    assert proposed("x", arrived_at=moment).received_on is None
    assert proposed("x", arrived_at=moment, written_at=written).received_on == date(2026, 11, 5)


@pytest.mark.parametrize("one", MESSAGES, ids=[one.text[:40] for one in MESSAGES])
def test_a_right_comes_with_words_that_stand_in_the_message(one):
    there = " ".join(f"{one.subject} {one.text}".split())

    assert all(asked.words in there for asked in proposed(one.text, subject=one.subject).rights)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 1, 23, 30, tzinfo=UTC), date(2026, 11, 2)),
        (datetime(2026, 11, 1, 22, 59, tzinfo=UTC), date(2026, 11, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 10, 25, 0, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 24, 22, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 3, 29, 22, 30, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 3, 28, 22, 30, tzinfo=UTC), date(2026, 3, 28)),
    ],
)
def test_r_dl_1_the_day_of_receipt_is_that_of_our_server_in_paris(moment, day):
    assert paris_day(moment) == day
    written = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
    assert proposed("x", arrived_at=moment, written_at=written).received_on == day


def test_without_a_server_the_date_of_the_mail_counts_and_no_day_to_come():
    written = datetime(2026, 11, 5, 8, 0, tzinfo=UTC)
    assert proposed("x", written_at=written).received_on == date(2026, 11, 5)
    later, earlier = datetime(2027, 1, 1, tzinfo=UTC), datetime(2017, 1, 1, tzinfo=UTC)
    assert proposed("x", arrived_at=later, written_at=earlier).received_on is None
    assert proposed("Supprimez mes données").received_on is None


def test_who_wrote_is_read_from_the_header_and_the_words():
    found = proposed(
        "Bonjour,\nmerci de supprimer mes données. Mon ancien mail : lea.old@mail.example\n\n"
        "Cordialement,\nLéa Martin\n12 bis rue des Lilas\n57000 Metz\nTél. 06 12 34 56 78\n",
        senders=(Mailbox("MARTIN Léa", "lea@mail.example"),),
    )

    assert values(found, "name") == ("MARTIN Léa",)
    assert values(found, "email") == ("lea@mail.example", "lea.old@mail.example")
    assert values(found, "phone") == ("06 12 34 56 78",)
    assert (values(found, "address"), values(found, "postcode"), values(found, "city")) == (
        ("12 bis rue des Lilas",), ("57000",), ("Metz",),
    )  # fmt: skip
    assert found.person["phone"][0].words == "Tél. 06 12 34 56 78"


def test_the_address_to_reply_to_goes_before_the_sender_and_programs_are_nobody():
    found = proposed(
        "Supprimez mes données",
        senders=(Mailbox("Site Acme", "no-reply@acme.example"),),
        reply_to=(Mailbox("Léa Martin", "lea@mail.example"),),
    )

    assert (values(found, "name"), values(found, "email")) == (
        ("Léa Martin",),
        ("lea@mail.example",),
    )


def test_a_web_form_says_it_in_its_lines():
    found = proposed(
        "Nom : Dupont", senders=(Mailbox("", "wordpress@acme.example"),),
        form=(("Nom", "Dupont"), ("Prénom", "Camille"), ("E-mail", "c@mail.example"),
              ("Téléphone", "0612345678"), ("Message", "Merci de supprimer mes données")),
    )  # fmt: skip

    assert values(found, "name") == ("Camille Dupont",)
    assert values(found, "email") == ("c@mail.example",)
    assert [one.right for one in found.rights] == [Right.ERASURE]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Je soussignée Odile Brancard demande l'effacement", "Odile Brancard"),
        (
            "Bonjour, je m'appelle Jean-Pierre de La Tour et je voudrais mes données",
            "Jean-Pierre de La Tour",
        ),
        ("My name is Ngozi Okonkwo and I want my data", "Ngozi Okonkwo"),
        ("Delete my data.\n\nKind regards,\nNgozi Okonkwo", "Ngozi Okonkwo"),
        ("Supprimez mes données.\nMerci,\nLe service client", None),
        ("Supprimez mes données.", None),
    ],
)
def test_a_name_is_read_from_the_letter(text, name):
    assert values(proposed(text), "name") == ((name,) if name else ())


def test_our_own_side_is_never_proposed():
    found = proposed(
        "Merci.\nClaire Roux\ndpo@acme.example",
        senders=(Mailbox("Claire Roux", "dpo@acme.example"),),
    )

    assert (values(found, "name"), values(found, "email")) == ((), ())


FORWARD = (
    "Pour toi.\n\n-----Message transféré-----\nDe : Camille Dupont <camille@mail.example>\n"
    "Envoyé : lundi 2 novembre 2026 09:14\nÀ : contact@acme.example\nObjet : données\n\n"
    "Bonjour, supprimez mes données.\nCamille Dupont"
)


def test_a_message_that_a_colleague_passed_on_is_read_inside():
    found = proposed(
        FORWARD, subject="TR: données", senders=(Mailbox("Hugo Colin", "hugo@acme.example"),),
        arrived_at=datetime(2026, 11, 10, 9, 0, tzinfo=UTC),
    )  # fmt: skip

    assert values(found, "name") == ("Camille Dupont",)
    assert values(found, "email") == ("camille@mail.example",)
    assert found.received_on == date(2026, 11, 2)
    assert [one.right for one in found.rights] == [Right.ERASURE]
    assert Hint.PASSED_ON in dict(found.hints)


@pytest.mark.parametrize(
    ("line", "day"),
    [("Envoyé : lundi 2 novembre 2026 09:14", date(2026, 11, 2)),
     ("Sent: Monday, November 2, 2026 9:14 AM", date(2026, 11, 2)),
     ("Date : 02/11/2026 09:14", date(2026, 11, 2)), ("Date: 2026-11-02 09:14", date(2026, 11, 2)),
     ("Envoyé le : 1er juillet 2026", date(2026, 7, 1)), ("Date : 31 juin 2026", None),
     ("Date : hier", None)],
)  # fmt: skip
def test_the_day_of_a_forwarded_mail_is_read_from_its_head(line, day):
    text = FORWARD.replace("Envoyé : lundi 2 novembre 2026 09:14", line)

    assert proposed(text, subject="TR: x").received_on == day


@pytest.mark.parametrize(
    ("text", "language"),
    [("Bonjour, je vous demande une copie de mes données", "fr"),
     ("Hello, I would like a copy of my data", "en"), ("STOP", ""), ("", "")],
)  # fmt: skip
def test_the_language_is_told_by_small_words(text, language):
    assert proposed(text).language == language


@pytest.mark.parametrize(
    "text",
    ["Vous avez oublié mon adresse dans votre réponse.", "Vous n'avez toujours pas répondu.",
     "Ma demande est restée sans réponse.", "Je vous relance.", "Still waiting for my data.",
     "You forgot my phone number.", "This is my second request.", "I have not heard from you."],
)  # fmt: skip
def test_words_of_a_reminder_hint_at_an_earlier_request(text):
    assert Hint.REMINDER in dict(proposed(text).hints)


@pytest.mark.parametrize(
    "text", ["J'écris au nom et pour le compte de ma cliente.", "I write on behalf of Ms Okonkwo."]
)
def test_somebody_who_writes_for_another_is_told(text):
    assert Hint.FOR_ANOTHER in dict(proposed(text).hints)


def test_a_letter_of_the_authority_is_a_complaint_whatever_it_quotes():
    found = proposed(
        "Nous avons été saisis d'une plainte relative à l'effacement des données de Mme X.",
        senders=(Mailbox("CNIL", "plaintes@cnil.fr"),),
    )

    assert [one.right for one in found.rights] == [Right.COMPLAINT]


def test_a_message_without_anything_proposes_nothing():
    assert proposed("").is_empty
