"""An automated decision on the command line: shown, looked into, answered."""

import pytest

REF = "DSR-2025-0001"

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def asked(dsr):
    dsr("request", "new", "--right", "automated_decision", "--received", "2025-07-01",
        "--name", "Camille Dupont", "--language", "en")  # fmt: skip


def test_it_is_shown_looked_into_and_answered(dsr, asked):
    assert dsr("request", "automated", REF).lines == ["Nobody looked into it yet."]
    assert dsr("request", "automated", REF, "--json").json == {"ref": REF, "finding": None}

    found = dsr("request", "automated", REF, "--finding", "none_exists", "--json").json

    assert found["finding"] == "none_exists"
    assert "automated processing alone" in found["answer"]
    lines = dsr("request", "automated", REF).lines
    assert lines[0] == "There is no such decision"


def test_a_review_without_a_human_is_refused(refused, asked):
    said = refused("request", "automated", REF, "--finding", "human_review_done",
                   "--decision", "Loan refused")  # fmt: skip

    assert "reviewer is empty" in said
