"""A check of identity needs a doubt, asks no more than is needed, and leaves facts (chapter 3)."""

from dataclasses import fields, replace
from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.identity import (
    CopyOutcome,
    DocumentSeen,
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    PaperChecked,
    UnaskedCopy,
)
from dsr_desktop.domain.identity_rules import (
    METHOD_RULES,
    Strength,
    check_identity,
    check_unasked_copy,
    holds_document_number,
)
from dsr_desktop.domain.lifecycle import check_identity_may_be_asked
from dsr_desktop.domain.request import Channel, Item, Request, Right, Stage
from tests.unit.domain.systems_made import RECEIVED, TODAY

DOUBT = "adresse inconnue, demande tout"
SEEN = IdentityCheck(
    IdentityMethod.ID_DOCUMENT_SEEN_REMOTE, IdentityResult.CONFIRMED, DOUBT,
    "ventes en ligne ; rien d'autre n'est connu", asked_on=date(2026, 11, 9),
    answered_on=date(2026, 11, 12), document_seen=DocumentSeen.ID_CARD,
    document_deleted_on=date(2026, 11, 12),
)  # fmt: skip


def refused(check, earlier=()):
    with pytest.raises((InvalidInputError, NotAllowedError)) as refusal:
        check_identity(check, earlier, RECEIVED, TODAY)
    return str(refusal.value)


def passes(check, earlier=()):
    check_identity(check, earlier, RECEIVED, TODAY)
    return True


def asking(method, **more):
    """A check by a method, complete in everything but a doubt."""
    rule = METHOD_RULES[method]
    seen = DocumentSeen.PASSPORT if "seen" in method else DocumentSeen.NONE
    gone = TODAY if method is IdentityMethod.ID_DOCUMENT_SEEN_REMOTE else None
    return IdentityCheck(
        method, papers=rule.papers, proportionality="note", document_seen=seen,
        document_deleted_on=gone, **more,
    )  # fmt: skip


def test_r_id_1_no_doubt_is_the_default_and_nothing_is_asked():
    assert IdentityCheck().doubt is None
    assert IdentityCheck().method is IdentityMethod.NONE_NEEDED
    assert passes(IdentityCheck())


@pytest.mark.parametrize("method", [one for one, rule in METHOD_RULES.items() if rule.asks])
def test_r_id_1_nobody_is_asked_without_a_recorded_doubt(method):
    assert "No doubt about the identity is recorded" in refused(asking(method))
    assert passes(asking(method, doubt=DOUBT))
    earlier = IdentityCheck(result=IdentityResult.PENDING, doubt=DOUBT)
    assert passes(asking(method), [earlier])


@pytest.mark.parametrize("method", [one for one, rule in METHOD_RULES.items() if not rule.asks])
def test_r_id_1_what_the_person_brought_by_herself_needs_no_doubt(method):
    assert passes(asking(method))


def test_a_doubt_has_words():
    assert "no words" in refused(IdentityCheck(doubt="  "))


@pytest.mark.parametrize("method", [one for one, rule in METHOD_RULES.items() if rule.needs_note])
def test_r_id_3_a_stronger_method_needs_a_note_on_its_proportion(method):
    check = asking(method, doubt=DOUBT)

    assert "proportionate" in refused(replace(check, proportionality=" "))
    assert passes(check)


def test_r_id_3_the_methods_that_show_a_document_or_cost_a_letter_are_the_stronger_ones():
    stronger = {one for one, rule in METHOD_RULES.items() if rule.needs_note}

    assert stronger == {
        IdentityMethod.IN_PERSON_SEEN, IdentityMethod.ID_DOCUMENT_SEEN_REMOTE,
        IdentityMethod.REGISTERED_LETTER,
    }  # fmt: skip


def test_r_id_4_what_exists_already_comes_before_what_has_to_be_asked_for():
    order = list(METHOD_RULES)

    assert set(order) == set(IdentityMethod)
    assert order[0] is IdentityMethod.NONE_NEEDED
    assert order[-1] is IdentityMethod.ID_DOCUMENT_SEEN_REMOTE
    known = order.index(IdentityMethod.CODE_TO_KNOWN_CHANNEL)
    assert known < order.index(IdentityMethod.REGISTERED_LETTER)
    assert METHOD_RULES[IdentityMethod.SAME_KNOWN_ADDRESS].strength is Strength.LOW


def test_r_id_5_no_document_is_asked_for_once_the_identity_is_confirmed():
    earlier = IdentityCheck(IdentityMethod.SHARED_FACTS, IdentityResult.CONFIRMED, DOUBT)

    assert "confirmed already" in refused(SEEN, [earlier])


def test_r_id_6_a_document_seen_is_deleted_at_once_and_its_kind_is_all_that_stays():
    assert passes(SEEN)
    assert "Delete the picture" in refused(replace(SEEN, document_deleted_on=None))
    assert "which kind" in refused(replace(SEEN, document_seen=DocumentSeen.NONE))
    waiting = replace(
        SEEN, result=IdentityResult.PENDING, document_seen=DocumentSeen.NONE,
        document_deleted_on=None, answered_on=None,
    )  # fmt: skip
    assert passes(waiting)


def test_r_id_6_nothing_is_deleted_that_was_only_looked_at_in_person():
    check = asking(IdentityMethod.IN_PERSON_SEEN, doubt=DOUBT)

    assert "seen at a distance" in refused(replace(check, document_deleted_on=TODAY))


def test_r_id_6_other_methods_look_at_no_document():
    check = asking(IdentityMethod.SHARED_FACTS, doubt=DOUBT)

    assert "No document" in refused(replace(check, document_seen=DocumentSeen.OTHER))


def test_r_id_6_and_7_the_log_has_no_place_for_a_number_an_image_or_a_code():
    names = {one.name for one in fields(IdentityCheck)}

    assert names == {
        "method", "result", "doubt", "proportionality", "fields_compared", "asked_on",
        "answered_on", "document_seen", "document_deleted_on", "papers",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "carte n° 880692310285", "880692310285", "88 06 92 31 02 85", "passeport 12AB34567",
        "12 AB 34567", "X4RTBPFW4", "IDFRADUPONT<<<<<<<<<<", "P<FRADUPONT<<CAMILLE",
    ],
)  # fmt: skip
@pytest.mark.parametrize("field", ["doubt", "proportionality"])
def test_r_id_6_no_number_of_a_document_slips_into_a_note(text, field):
    assert "number of an identity document" in refused(replace(SEEN, **{field: text}))


@pytest.mark.parametrize(
    "text",
    ["écrit de c.dupont77@mail.example", "06 12 34 56 78", "+33 6 12 34 56 78", "DSR-2026-0001",
     "facture du 12/03/2025", "2026-11-02 et 2026-11-09", "COVID2019", "commande 20250312"],
)  # fmt: skip
def test_ordinary_words_and_numbers_are_no_document(text):
    assert not holds_document_number(text)


def test_r_id_8_an_agent_is_who_she_says_and_may_act_before_anything_is_confirmed():
    mandate = IdentityCheck(IdentityMethod.MANDATE)

    assert "agent_authority, agent_identity" in refused(mandate)
    one = replace(mandate, papers=frozenset({PaperChecked.AGENT_IDENTITY}))
    assert "tick: agent_authority" in refused(one)
    both = frozenset({PaperChecked.AGENT_IDENTITY, PaperChecked.AGENT_AUTHORITY})
    assert passes(replace(mandate, papers=both))
    assert passes(replace(mandate, result=IdentityResult.PENDING))


def test_an_heir_shows_the_death_and_the_heritage_as_a_yes_each():
    heir = IdentityCheck(IdentityMethod.HEIR_DOCUMENTS)

    assert "death, heir" in refused(heir)
    assert passes(replace(heir, papers=frozenset({PaperChecked.DEATH, PaperChecked.HEIR})))


def test_papers_of_an_agent_prove_nothing_by_another_method():
    check = IdentityCheck(papers=frozenset({PaperChecked.DEATH}))

    assert "another method" in refused(check)


@pytest.mark.parametrize(
    "rights",
    [(Right.OBJECTION_MARKETING,), (Right.CONSENT_WITHDRAWAL,), (Right.INFORMATION,),
     (Right.OBJECTION_MARKETING, Right.INFORMATION)],
)  # fmt: skip
def test_r_id_9_marketing_unsubscribing_and_questions_never_meet_a_check(rights):
    with pytest.raises(NotAllowedError, match="never ask for"):
        check_identity_may_be_asked(request(*rights))


def test_r_id_9_a_request_that_also_asks_for_data_may_be_checked():
    check_identity_may_be_asked(request(Right.OBJECTION_MARKETING, Right.ACCESS))


def request(*rights):
    items = tuple(map(Item, rights))
    return Request("DSR-2026-0001", RECEIVED, RECEIVED, Channel.POST, Stage.NEW, items, Criteria())


@pytest.mark.parametrize(
    "days",
    [
        {"asked_on": date(2026, 11, 1)},
        {"document_deleted_on": date(2026, 11, 17)},
        {"answered_on": date(2026, 11, 8)},
        {"document_deleted_on": date(2026, 11, 11)},
    ],
    ids=["before receipt", "after today", "answered before asked", "deleted before answered"],
)
def test_days_that_cannot_be_are_refused(days):
    assert "days of the check cannot be" in refused(replace(SEEN, **days))


# --- a copy that nobody asked for


@pytest.mark.parametrize("outcome", CopyOutcome)
def test_an_unasked_copy_is_a_tick_with_two_days(outcome):
    check_unasked_copy(UnaskedCopy(RECEIVED, outcome, TODAY), RECEIVED, TODAY)

    assert {one.name for one in fields(UnaskedCopy)} == {"received_on", "outcome", "day"}


@pytest.mark.parametrize(
    ("came", "gone"),
    [(date(2026, 11, 1), TODAY), (TODAY, RECEIVED), (RECEIVED, date(2026, 11, 17))],
)
def test_an_unasked_copy_comes_with_the_request_and_goes_by_today(came, gone):
    with pytest.raises(InvalidInputError, match="cannot have come"):
        check_unasked_copy(UnaskedCopy(came, CopyOutcome.DESTROYED, gone), RECEIVED, TODAY)
