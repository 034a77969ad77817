"""`trackers`: the cookies of the policy, and others added, changed and removed."""

import pytest


@pytest.fixture
def trackers(dsr):
    dsr("init", "--company", "Exemple SAS", "--country", "FR")
    return lambda *arguments: dsr("trackers", *arguments)


def test_the_trackers_of_the_policy_are_listed_with_what_they_lack(trackers):
    listed = trackers("--json").json["trackers"]

    assert [one["name"] for one in listed][:3] == ["_clck", "_clsk", "_cltk"]
    assert all(one["gaps"] == [] for one in listed)


def test_a_person_reads_what_each_is_for(trackers):
    assert trackers().lines[0] == (
        "1  _clck: Audience measurement · 365 days · Clarity user id and preferences"
    )


def test_a_tracker_is_added_changed_and_removed(trackers):
    added = trackers(
        "add", "_pk_id*", "--provider", "Matomo", "--category", "analytics", "--json"
    ).json

    assert added["name"] == "_pk_id*"
    assert "    How long it stays in the browser is missing" in trackers().lines
    changed = trackers(
        "change", added["id"], "--lifetime", "3600", "--purpose-fr", "Mesure", "--purpose-en",
        "Measures", "--no-consent", "--json",
    ).json  # fmt: skip
    assert (changed["lifetime"], changed["consent_required"]) == (3600, False)
    assert trackers("list").lines[-1].endswith("_pk_id*: Audience measurement · 1 hour · Measures")
    assert trackers("remove", added["id"]).code == 0
    assert len(trackers("--json").json["trackers"]) == 8


@pytest.mark.parametrize(
    "wrong",
    [("add", " "), ("add", "x", "--value-pattern", "["), ("change", "99", "--provider", "X"),
     ("add", "x", "--category", "necessary"), ("remove", "99")],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(trackers, wrong):
    result = trackers(*wrong)

    assert result.code == 1
    assert result.sentence
