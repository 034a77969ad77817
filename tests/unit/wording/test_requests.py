"""Names of rights, stages, channels, decisions and what a re-scan or review said."""

import pytest

from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.requests import (
    channel_label,
    decision_label,
    right_label,
    right_with_article,
    stage_label,
)
from dsr_desktop.wording.rescanning import rescan_label
from dsr_desktop.wording.reviewing import verdict_label

ENGLISH = speak("en")


@pytest.mark.parametrize(
    ("label", "values"),
    [
        (right_label, Right),
        (stage_label, Stage),
        (channel_label, Channel),
        (decision_label, Decision),
    ],
    ids=["right", "stage", "channel", "decision"],
)
def test_every_value_has_a_name_of_its_own(label, values):
    labels = [label(ENGLISH, value) for value in values]

    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("right", "words"),
    [
        (Right.ACCESS, "Access · art. 15"),
        (Right.ERASURE, "Erasure · art. 17"),
        (Right.PORTABILITY, "Portability · art. 20"),
        (Right.OBJECTION_MARKETING, "Objection to direct marketing · art. 21(2)"),
        (Right.MINOR_ERASURE, "Erasure, collected as a minor · art. 17(1)(f)"),
        (Right.POST_MORTEM, "After death"),
        (Right.NOT_A_DSR, "Not a data-subject request"),
    ],
)
def test_a_right_is_named_with_its_article_where_it_has_one(right, words):
    assert right_with_article(ENGLISH, right) == words


def test_verdicts_have_names():
    assert [verdict_label(ENGLISH, one) for one in ("confirmed", "rejected", None)] == [
        "The person", "Someone else", "Open",
    ]  # fmt: skip


def test_results_of_a_rescan_have_names():
    states = ("clean", "still_there", "missing", "unreadable")

    assert [rescan_label(ENGLISH, one) for one in states] == [
        "Clean", "Still there", "File not found", "Could not be read",
    ]  # fmt: skip
