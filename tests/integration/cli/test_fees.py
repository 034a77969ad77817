"""A fee on the command line: shown, told, replied to."""

import pytest

REF, EARLIER = "DSR-2025-0002", "DSR-2025-0001"

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def twice(dsr):
    for day in ("2025-06-20", "2025-07-11"):
        dsr("request", "new", "--right", "access", "--received", day, "--name", "Camille Dupont",
            "--email", "camille.dupont@acme.example", "--language", "en")  # fmt: skip


def test_without_an_amount_it_says_what_is_known(dsr, twice):
    known = dsr("request", "fee", REF, "--json").json

    assert (known["earlier"], known["days"], known["unanswered"]) == ([EARLIER], 21, EARLIER)
    assert "1 earlier request for the same" in known["known"][0]
    first = dsr("request", "fee", EARLIER)
    assert first.lines == ["No earlier request for the same is known: this one is free of charge."]


@pytest.fixture
def answered(dsr, twice):
    dsr("find", EARLIER)
    dsr("request", "decide", EARLIER, "--right", "access", "--decision", "granted")
    dsr("request", "send", EARLIER)


def test_r_abu_3_a_reminder_costs_nothing(refused, twice):
    said = refused("request", "fee", REF, "--amount", "15", "--facts", "asked twice")

    assert "is a reminder of it" in said


def test_r_abu_2_a_fee_is_told_with_a_text_and_who_withdraws_takes_it_back(dsr, answered):
    told = dsr("request", "fee", REF, "--amount", "15", "--facts", "asked thrice", "--json").json

    assert told["cents"] == 1500
    assert "€15" in told["notice"]
    over = dsr("request", "fee-reply", REF, "withdrawn", "--json").json
    assert over["side_states"] == ["withdrawn"]


def test_a_fee_without_facts_or_amount_is_refused(refused, answered):
    assert "prove" in refused("request", "fee", REF, "--amount", "15")
    assert "no amount" in refused("request", "fee", REF, "--amount", "fifteen", "--facts", "x")
    assert "no fee" in refused("request", "fee-reply", REF, "accepted")
