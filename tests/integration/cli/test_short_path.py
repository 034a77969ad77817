"""The short path on the command line."""

import pytest

REF = "DSR-2025-0001"

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def objection(dsr):
    dsr("request", "new", "--right", "objection_marketing", "--received", "2025-10-06",
        "--email", "jean.roux@foo.example", "--language", "en")  # fmt: skip


def test_show_writes_nothing_and_says_what_would_be_recorded(dsr, objection):
    shown = dsr("request", "short", REF, "--show", "--json").json

    assert shown["blocked"] == ["jean.roux@foo.example"]
    assert shown["to_tell"] == []
    assert shown["text"].startswith("Hello,")
    assert "On the suppression list for marketing" in shown["recorded"][0]
    assert dsr("request", "show", REF, "--json").json["stage"] == "new"


def test_an_objection_is_closed_by_one_command(dsr, objection):
    closed = dsr("request", "short", REF, "--json").json

    assert closed["stage"] == "closed"
    [checked] = dsr("suppression", "check", "jean.roux@foo.example", "--json").json["values"]
    assert checked["listed"]


def test_what_needs_a_search_is_refused_with_one_sentence(dsr, refused):
    dsr("request", "new", "--right", "access", "--received", "2025-10-06", "--name", "Jean Roux")

    assert "needs a search" in refused("request", "short", REF)
