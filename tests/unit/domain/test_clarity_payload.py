"""Uploads of Microsoft Clarity: envelope, events, times, and what is not known of them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.clarity_payload import (
    Envelope,
    PayloadDoubt,
    identifier_digests,
    is_payload,
    read_payload,
)

ENVELOPE = ["0.8.69", 1, 0, 1500, "proj1", "1epb5ni", "wh0cab", 3, 0, 1, 0, "https://site.example/"]
CLICK = [900, 9, 12, 10, 20, 1, 2, 0, 1, 0, "Envoyer", "https://site.example/contact"]
STAMP = 1_759_531_575_824


def payload(envelope=ENVELOPE, analytics=(), playback=()):
    return read_payload({"e": list(envelope), "a": list(analytics), "p": list(playback)})


def test_the_envelope_has_the_fields_of_the_privacy_policy():
    assert payload().envelope == Envelope(
        version="0.8.69", sequence=1, start=0, duration=1500, project_id="proj1",
        user_id="1epb5ni", session_id="wh0cab", page_number=3, upload_type=0, is_last=True,
        platform=0, url="https://site.example/",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("envelope", "platform", "url"),
    [
        (ENVELOPE[:10], None, ""),
        ([*ENVELOPE[:10], "https://site.example/old"], None, "https://site.example/old"),
        ([*ENVELOPE[:10], 0], 0, ""),
        ([*ENVELOPE, "later"], 0, "https://site.example/"),
    ],
)
def test_envelopes_of_every_age_are_read(envelope, platform, url):
    read = payload(envelope).envelope

    assert (read.platform, read.url) == (platform, url)


def test_events_of_both_parts_come_in_the_order_of_their_times():
    read = payload(analytics=[CLICK, [100, 0, 0, STAMP]], playback=[[500, 5, 1, "*D"]])

    assert [(event.time, event.number) for event in read.events] == [(100, 0), (500, 5), (900, 9)]


def test_the_moment_of_opening_is_in_the_first_upload_of_a_page():
    read = payload(analytics=[[0, 0, 14, 1920, 0, STAMP]])

    assert read.opened_at == datetime(2025, 10, 3, 22, 46, 15, 824_000, UTC)
    assert payload(analytics=[CLICK]).opened_at is None
    assert payload(analytics=[[0, 0, 0, 12]]).opened_at is None


def test_types_that_nobody_named_are_counted_and_those_of_others_left():
    read = payload(analytics=[[1, 49], [2, 49, 7], [3, 77], [4, 250, "x"], CLICK])

    assert read.unknown == {49: 2, 77: 1}
    assert [event.number for event in read.events] == [9]


def test_what_is_no_event_is_passed_over():
    read = payload(analytics=["x", [], [1], ["1", 9], [1, "9"], None, {"a": 1}, [1.4, 26, "close"]])

    assert [(event.time, event.number) for event in read.events] == [(1, 26)]


@pytest.mark.parametrize(
    ("version", "doubts"),
    [
        ("0.8.69", ()),
        ("0.8.1-b4", ()),
        ("0.7.69", ()),
        ("0.9.0", ()),
        ("0.6.40", (PayloadDoubt.OTHER_VERSION,)),
        ("1.8.0", (PayloadDoubt.OTHER_VERSION,)),
    ],
)
def test_versions_more_than_one_apart_are_doubted(version, doubts):
    assert payload([version, *ENVELOPE[1:]]).doubts == doubts


@pytest.mark.parametrize(
    "value",
    [
        None, [], "text", {}, {"e": []}, {"e": ENVELOPE[:9]}, {"e": [1, *ENVELOPE[1:]]},
        {"e": ["first", *ENVELOPE[1:]]}, {"e": ENVELOPE, "a": "x"}, {"e": ENVELOPE, "p": {}},
    ],
)  # fmt: skip
def test_other_json_is_no_upload(value):
    assert not is_payload(value)


def test_an_upload_is_one_with_or_without_its_playback():
    assert is_payload({"e": ENVELOPE, "a": [], "p": []})
    assert is_payload({"e": ENVELOPE, "a": []})


@pytest.mark.parametrize(
    ("place", "value"),
    [(1, None), (2, float("inf")), (3, "1"), (4, 7), (5, None), (6, ["wh0cab"]), (7, float("nan"))],
)
def test_an_envelope_of_another_form_is_refused(place, value):
    envelope = [*ENVELOPE]
    envelope[place] = value

    with pytest.raises(ValueError, match=r"^$"):
        payload(envelope)


def test_r_clr_5_an_e_mail_is_looked_for_by_its_digests():
    expected = "60080d1bf5dd2d9193cb18250026d516e17773e16ff4cbd4b5ef70515f4af954"

    assert identifier_digests("camille.dupont@acme.example") == (expected,)
    assert identifier_digests(" Camille.Dupont@acme.example ")[1] == expected
    assert len(identifier_digests("Camille.Dupont@acme.example")) == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=30,
)


@given(st.lists(JSON, max_size=8), st.lists(JSON, max_size=8))
def test_no_event_breaks_the_reader(analytics, playback):
    read = payload(analytics=analytics, playback=playback)

    assert list(read.events) == sorted(read.events, key=lambda event: event.time)
