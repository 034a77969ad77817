"""What a letter can say about a copy of the data is read from one place, for this person (art. 15)."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.review import Choice
from dsr_desktop.services.access_facts import access_facts
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.package_reviews import approve_package, decide_pieces, review_package
from dsr_desktop.services.recipients import add_recipient
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.sourcing import remove

TODAY = date(2026, 11, 16)
EMAIL = "camille.dupont@acme.example"
ARTICLES = ("(1)(a)", "(1)(b)", "(1)(c)", "(1)(d)", "(1)(e)", "(1)(f)", "(1)(g)", "(1)(h)", "(2)")


@pytest.fixture
def ref(register, bring_in, write_csv, tmp_path):
    """A request for access whose row is confirmed."""
    rows = [["Nom", "E-mail", "Téléphone"], ["Camille Dupont", EMAIL, "06 12 34 56 78"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows), activity="PA3", channel="web form")
    criteria = Criteria(name=("Camille Dupont",), email=(EMAIL,))
    view = new_request(
        register, [Right.ACCESS], criteria, TODAY, Channel.WEB_FORM, TODAY, language="en"
    )
    find_person(register, view.request.ref, TODAY)
    judge_hits(register, view.request.ref, confirm_strong=True, today=TODAY)
    return view.request.ref


def test_each_line_of_the_article_is_there_with_named_recipients(register, ref):
    add_recipient(
        register,
        Recipient("Mailer Inc", RecipientRole.PROCESSOR, "US", activities=("PA3",)),
        TODAY,
    )

    facts = access_facts(register, ref, TODAY)

    assert tuple(one.article for one in facts.lines) == ARTICLES
    assert all(one.subject and one.text for one in facts.lines)
    assert "Mailer Inc" in facts.line("(1)(c)").text
    assert "Mailer Inc" in facts.line("(2)").text
    assert "crm.csv: web form" in facts.line("(1)(g)").text


def test_what_the_copy_holds_is_counted_and_what_is_withheld_named(register, ref):
    before = access_facts(register, ref, TODAY)
    decide_pieces(register, ref, ["h1.c3"], Choice.EXCLUDE, TODAY, reason_code="A15_4")

    after = access_facts(register, ref, TODAY)

    assert before.has_data
    assert before.withheld == ()
    assert (after.records, after.sources) == (before.records, before.sources)
    assert [(one.item.key, one.reason_code) for one in after.withheld] == [("h1.c3", "A15_4")]


def test_the_facts_say_whether_the_review_was_approved(register, ref):
    assert not access_facts(register, ref, TODAY).is_approved

    approve_package(register, ref, TODAY)

    assert access_facts(register, ref, TODAY).is_approved


def test_r_acc_2_what_was_there_when_it_was_asked_for_is_not_taken_away(register, ref):
    before = [one.item.text for one in review_package(register, ref, TODAY).items]

    with pytest.raises(NotAllowedError):
        remove(register, 1)

    assert [one.item.text for one in review_package(register, ref, TODAY).items] == before
    assert EMAIL in before


def test_without_access_there_are_no_such_facts(register):
    criteria = Criteria(email=(EMAIL,))
    view = new_request(register, [Right.ERASURE], criteria, TODAY, Channel.POST, TODAY)

    with pytest.raises(InvalidInputError):
        access_facts(register, view.request.ref, TODAY)
