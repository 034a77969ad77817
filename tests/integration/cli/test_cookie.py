"""`cookie`: what a pasted cookie says, without a register."""

import pytest

CLCK = "1epb5ni%5E2%5Efzu%5E1%5E2102"
CLSK = "wh0cab%5E1759531575824%5E11%5E0%5Ev.clarity.ms%2Fcollect"
KEYS = {
    "cookie", "user_id", "session_id", "written_on", "consent", "first_seen", "saved_at", "ends_on",
    "page_count", "recorded", "upload", "version", "limited", "playback_gone_on", "click_gone_on",
    "warnings", "others",
}  # fmt: skip


def test_the_cookie_of_a_visitor_is_one_document(dsr, tmp_path):
    said = dsr("cookie", CLCK, "--json", passphrase=None).json

    assert set(said) == KEYS
    assert said["cookie"] == "_clck"
    assert said["user_id"] == "1epb5ni"
    assert said["written_on"] == said["first_seen"] == "2025-10-03"
    assert said["consent"] is True
    assert said["playback_gone_on"] == "2025-11-02"
    assert said["click_gone_on"] == "2026-11-03"
    assert said["warnings"] == said["others"] == []
    assert not (tmp_path / "register.dsr").exists()


def test_the_cookie_of_a_session_tells_the_moment(dsr):
    said = dsr("cookie", CLSK, "--json").json

    assert said["session_id"] == "wh0cab"
    assert said["user_id"] is None
    assert said["saved_at"] == "2025-10-03T22:46:15.824Z"
    assert (said["page_count"], said["recorded"]) == (11, False)
    assert said["upload"] == "https://v.clarity.ms/collect"


def test_all_cookies_of_a_header_are_told(dsr):
    said = dsr("cookie", f"_clck={CLCK}; _clsk={CLSK}", "--json").json

    assert said["cookie"] == "_clck"
    assert [one["cookie"] for one in said["others"]] == ["_clsk"]


def test_what_is_odd_is_a_sentence(dsr):
    (sentence,) = dsr("cookie", "abc123|2|f4x|0|1234", "--json").json["warnings"]

    assert sentence.startswith("The first visit would be later")


def test_a_person_reads_it_in_plain_words(dsr):
    assert dsr("cookie", CLCK).lines == [
        "_clck: the visitor's Clarity number on this site, and her choices",
        "User number: 1epb5ni",
        "Written on 3 October 2025",
        "First seen on 3 October 2025 (inferred, Microsoft does not document it)",
        "Explicit consent: yes",
        "Playback of that day is gone at Microsoft from 2 November 2025",
        "Clicks and labelled sessions of that day are gone at Microsoft from 3 November 2026",
    ]


def test_a_person_reads_it_in_french(dsr):
    lines = dsr("cookie", CLSK, "--lang", "fr").lines

    assert "Numéro de session : wh0cab" in lines
    assert "11 pages pendant cette visite" in lines


@pytest.mark.parametrize("value", ["nothing", "camille@acme.example"])
def test_what_is_no_cookie_is_refused_without_repeating_it(dsr, value):
    result = dsr("cookie", value)

    assert result.code == 1
    assert value not in result.sentence
