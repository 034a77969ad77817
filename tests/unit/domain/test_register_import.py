"""Registers brought from elsewhere: columns by their titles, cells read, rows with problems named."""

from datetime import date

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.processing import Detail
from dsr_desktop.domain.register_columns import (
    ACTIVITY_TITLES,
    REQUEST_TITLES,
    header_row_of,
    propose_columns,
    with_choices,
)
from dsr_desktop.domain.register_import import understand_activities, understand_requests
from dsr_desktop.domain.register_words import (
    read_basis,
    read_channel,
    read_day,
    read_decision,
    read_rights,
)
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.requests import channel_label, decision_label, right_label

TODAY = date(2026, 11, 16)
ROW = {"reference": "2025-07", "received_on": "03/02/2025", "right": "Accès", "name": "Zoé Perrin",
       "answered_on": "20/02/2025", "closed_on": "21/02/2025", "decision": "Accordée"}  # fmt: skip


def only(cells, known=frozenset()):
    return understand_requests([(2, {**ROW, **cells})], known, TODAY)


@pytest.mark.parametrize(
    ("titles", "columns"),
    [
        (["N°", "Date de réception", "Type de demande", "Demandeur", "Date de réponse"],
         ("reference", "received_on", "right", "name", "answered_on")),
        (["Reference", "Received on", "Right", "Shoe size"],
         ("reference", "received_on", "right", None)),
        (["Right", "right", "Droit"], ("right", None, None)),
        (["", "Canal"], (None, "channel")),
    ],
)  # fmt: skip
def test_columns_of_a_request_register_are_known_by_their_titles(titles, columns):
    assert propose_columns(titles, REQUEST_TITLES) == columns


def test_columns_of_a_record_of_processing_are_known_by_their_titles():
    titles = ["Traitement", "Finalités", "Base légale", "Durée de conservation", "Destinataires"]

    assert propose_columns(titles, ACTIVITY_TITLES) == (
        "name", Detail.PURPOSES, "legal_basis", Detail.RETENTION, Detail.RECIPIENTS,
    )  # fmt: skip


def test_the_titles_stand_in_the_row_that_holds_most_of_them():
    rows = [["Register of requests"], [], ["Reference", "Received on", "Right"], ["1", "2", "3"]]

    assert header_row_of(rows, REQUEST_TITLES) == 2
    assert header_row_of([["Reference"], ["x"]], REQUEST_TITLES) is None
    assert header_row_of([], REQUEST_TITLES) is None


def test_what_was_chosen_goes_before_what_is_proposed():
    titles = ("Date", "Received on", "Objet")
    proposed = propose_columns(titles, REQUEST_TITLES)

    chosen = with_choices(titles, proposed, {"Date": "received_on", "Objet": ""}, REQUEST_TITLES)

    assert chosen == ("received_on", None, None)


@pytest.mark.parametrize("choice", [{"Nothing": "right"}, {"Date": "shoe_size"}])
def test_a_choice_that_cannot_be_meant_is_refused(choice):
    with pytest.raises(InvalidInputError):
        with_choices(("Date",), (None,), choice, REQUEST_TITLES)


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("Accès", (Right.ACCESS,)), ("Droit d'accès", (Right.ACCESS,)),
        ("art. 17", (Right.ERASURE,)), ("access, erasure", (Right.ACCESS, Right.ERASURE)),
        ("Accès et effacement", (Right.ACCESS, Right.ERASURE)),
        ("access + access", (Right.ACCESS,)), ("access, shoes", None), ("shoes", None), ("", None),
    ],
)  # fmt: skip
def test_rights_are_read_one_or_several(text, rights):
    assert read_rights(text) == rights


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_the_app_writes_it_reads_back(language):
    tr = speak(language)

    assert [read_rights(right_label(tr, one)) for one in Right] == [(one,) for one in Right]
    assert [read_channel(channel_label(tr, one)) for one in Channel] == list(Channel)
    assert [read_decision(decision_label(tr, one)) for one in Decision] == list(Decision)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("6(1)(f)", "6(1)(f)"), ("Art. 6.1.a RGPD", "6(1)(a)"), ("article 6, 1, b", "6(1)(b)"),
        ("9(2)(a)", "9(2)(a)"), ("Consentement", "6(1)(a)"), ("intérêt légitime", "6(1)(f)"),
        ("Legitimate interests, art. 6(1)(f)", "6(1)(f)"), ("6(1)(a) and 6(1)(b)", None),
        ("because", None), ("", None),
    ],
)  # fmt: skip
def test_a_legal_basis_is_read_by_its_article_or_in_words(text, basis):
    assert read_basis(text) == basis


@pytest.mark.parametrize(
    ("text", "day"),
    [("2025-02-03", date(2025, 2, 3)), ("03/02/2025", date(2025, 2, 3)),
     ("25.12.2025", date(2025, 12, 25)), ("31/06/2025", None), ("soon", None),
     ("12/25/2025", date(2025, 12, 25)), ("2025-02-03 00:00:00", date(2025, 2, 3))],
)  # fmt: skip
def test_a_day_stands_before_its_month(text, day):
    assert read_day(text) == day


def test_a_row_becomes_a_closed_request():
    (entry,) = only({}).entries
    request = entry.request

    assert (entry.former, entry.row, request.stage) == ("2025-07", 2, Stage.CLOSED)
    assert (request.received_on, request.answered_on, request.closed_on) == (
        date(2025, 2, 3), date(2025, 2, 20), date(2025, 2, 21),
    )  # fmt: skip
    assert [(one.right, one.decision) for one in request.items] == [
        (Right.ACCESS, Decision.GRANTED)
    ]
    assert request.criteria.name == ("Zoé Perrin",)
    assert request.channel is Channel.OTHER


def test_rows_with_one_reference_are_rights_of_one_request():
    rows = [
        (2, ROW),
        (3, {**ROW, "right": "Effacement", "decision": "Refusée", "reason": "A17_3_b"}),
    ]

    understood = understand_requests(rows, frozenset(), TODAY)

    (entry,) = understood.entries
    assert [(one.right, one.reason_code) for one in entry.request.items] == [
        (Right.ACCESS, None), (Right.ERASURE, "A17_3_b"),
    ]  # fmt: skip
    assert understood.problems == ()


def test_rows_with_one_reference_and_two_people_are_a_problem():
    rows = [(2, ROW), (3, {**ROW, "right": "Effacement", "name": "Zoé Perret"})]

    understood = understand_requests(rows, frozenset(), TODAY)

    (problem,) = understood.problems
    assert "names somebody else" in problem.sentence
    assert problem.details == {"row": 3}


def test_a_row_that_names_nobody_is_about_the_person_of_its_reference():
    rows = [(2, {**ROW, "name": ""}), (3, {**ROW, "right": "Effacement"})]

    (entry,) = understand_requests(rows, frozenset(), TODAY).entries

    assert entry.request.criteria.name == ("Zoé Perrin",)


def test_one_right_twice_under_one_reference_is_a_problem():
    understood = understand_requests([(2, ROW), (3, ROW)], frozenset(), TODAY)

    (problem,) = understood.problems
    assert "this reference and this right" in problem.sentence


def test_rows_without_a_reference_are_requests_of_their_own():
    blank = {**ROW, "reference": ""}

    assert len(understand_requests([(2, blank), (3, blank)], frozenset(), TODAY).entries) == 2


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"received_on": ""}, "received_on is empty"),
        ({"received_on": "31/06/2025"}, "received_on holds no day"),
        ({"received_on": "01/01/2018"}, "before 25 May 2018"),
        ({"received_on": "17/11/2026"}, "after today"),
        ({"answered_on": "01/02/2025"}, "do not follow"),
        ({"closed_on": "19/02/2025"}, "do not follow"),
        ({"closed_on": "17/11/2026"}, "do not follow"),
        ({"answered_on": ""}, "no day of answer"),
        ({"right": ""}, "right is empty"),
        ({"right": "shoes"}, "right says is not known"),
        ({"decision": "maybe"}, "decision says is not known"),
        ({"channel": "pigeon"}, "channel says is not known"),
        ({"answered_on": "", "closed_on": "", "name": ""}, "names nobody"),
        ({"reason": "x" * 2_001}, "too long"),
        ({"name": "x" * 5_000}, "name says is not known"),
    ],
)
def test_a_row_that_cannot_be_is_named_by_number_and_column_without_its_values(cells, told):
    understood = only(cells)

    (problem,) = understood.problems
    sentence = problem.sentence.format(**problem.details)
    assert understood.entries == ()
    assert sentence.startswith("Row 2:")
    assert told in sentence
    assert "Perrin" not in sentence


def test_a_request_the_person_withdrew_is_closed_without_an_answer():
    assert only({"answered_on": "", "decision": "Retirée par la personne"}).problems == ()


def test_a_reference_that_the_register_has_is_a_problem():
    assert "has a request" in only({}, frozenset({"2025-07"})).problems[0].sentence


def test_one_reference_on_two_days_is_a_problem():
    rows = [(2, ROW), (3, {**ROW, "right": "Effacement", "received_on": "04/02/2025"}), (4, ROW)]

    assert len(understand_requests(rows, frozenset(), TODAY).problems) == 2


def test_a_row_becomes_an_activity_with_what_is_said_of_it():
    cells = {
        "name": " Paie ",
        "legal_basis": "Obligation légale",
        "purposes": "Payer",
        "security": "",
    }

    (entry,) = understand_activities([(5, cells)]).entries

    assert (entry.name, entry.legal_basis, entry.details) == (
        "Paie", "6(1)(c)", {Detail.PURPOSES: "Payer"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "cells",
    [
        {"name": "", "legal_basis": "consent"}, {"name": "Paie", "legal_basis": ""},
        {"name": "Paie", "legal_basis": "because"}, {"name": "x" * 201, "legal_basis": "consent"},
        {"name": "Paie", "legal_basis": "consent", "purposes": "x" * 2_001},
    ],
)  # fmt: skip
def test_an_activity_that_cannot_be_is_a_problem(cells):
    understood = understand_activities([(5, cells)])

    assert understood.entries == ()
    assert understood.problems[0].details["row"] == 5


def test_an_activity_that_stands_twice_is_a_problem():
    cells = {"name": "Paie", "legal_basis": "contrat"}

    assert len(understand_activities([(5, cells), (6, {**cells, "name": "PAIE"})]).problems) == 1
