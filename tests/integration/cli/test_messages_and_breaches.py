"""`communication`, `breach` and the identity log on the command line."""

from datetime import UTC, datetime, timedelta

import pytest

REF = "DSR-2025-0001"
MESSAGE_KEYS = {
    "id", "ref", "direction", "kind", "channel", "on", "address", "note", "recorded_on",
    "recorded_by", "breach", "documents",
}  # fmt: skip
BREACH_KEYS = {
    "id", "ref", "aware_at", "ends_at", "hours_left", "over", "stopped", "settled", "facts",
    "effects", "measures", "opened_at", "opened_by", "steps",
}  # fmt: skip
CHECK_KEYS = {
    "performed_on", "performed_by", "doubt", "method", "result", "proportionality",
    "fields_compared", "asked_on", "answered_on", "document_seen", "document_deleted_on", "papers",
}  # fmt: skip
SENT = ("--direction", "out", "--kind", "answer", "--channel", "post", "--on", "2025-06-27")
CAME = ("--direction", "in", "--kind", "request", "--channel", "post", "--on", "2025-06-20")
WRONG = ("--aware-at", "2025-06-30T09:00+02:00", "--facts", "sent to a namesake")

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture(autouse=True)
def _request(with_register, new):
    new(received="2025-06-20")


@pytest.fixture
def run(dsr):
    """Run a command and return its document."""

    def run(*arguments):
        result = dsr(*arguments, "--json")
        assert (result.code, result.err) == (0, "")
        return result.json

    return run


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir", "utf-8")
    return path


# --- messages


def test_a_message_is_logged_listed_and_its_document_saved(run, letter, tmp_path):
    came = run("communication", "add", REF, *CAME, "--file", letter, "--note", "registered")

    assert set(came) == MESSAGE_KEYS
    assert (came["on"], came["note"], came["address"]) == ("2025-06-20", "registered", None)
    assert [(one["name"], one["size"]) for one in came["documents"]] == [("letter.txt", 8)]
    assert run("communication", "list", REF) == {"communications": [came]}
    (saved,) = run("communication", "save", REF, 1, "--out", tmp_path / "out")["files"]
    assert saved == str(tmp_path / "out" / f"{REF}_message_1_1.txt")


def test_messages_in_words(dsr):
    assert dsr("communication", "list", REF).out.startswith("No message is logged")

    line = dsr("communication", "add", REF, *SENT, "--address", "on_file").lines[0]
    assert line == "1  27 June 2025: The answer · sent · Post · address on file"


def test_r_id_6_an_identity_document_is_refused_and_a_picture_is_asked_about(
    run, refused, tmp_path
):
    for name in ("cni.pdf", "photo.jpg"):
        (tmp_path / name).write_bytes(b"x")
    picture = ("communication", "add", REF, *CAME, "--file", tmp_path / "photo.jpg")
    proof = ("communication", "add", REF, *CAME, "--file", tmp_path / "cni.pdf")

    assert "confirm that it shows none" in refused(*picture)
    assert "none is ever kept here" in refused(*proof, "--shows-no-identity-document")
    assert len(run(*picture, "--shows-no-identity-document")["documents"]) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((*SENT,), "address"),
        ((*CAME, "--address", "on_file"), "address"),
        ((*SENT, "--address", "not_verified"), "verified address only"),
        ((*CAME, *WRONG), "Only what you sent"),
        ((*SENT, "--address", "on_file", "--facts", "x"), "--aware-at"),
        ((*SENT, "--address", "on_file", "--aware-at", "2025-06-30"), "no day with a time"),
        ((*SENT[:-1], "2025-06-19", "--address", "on_file"), "before the receipt"),
        ((*SENT, "--address", "on_file", "--file", "missing.txt"), "Check the path"),
    ],
)
def test_r_com_9_a_message_that_cannot_be_gets_one_sentence(refused, arguments, told):
    assert told in refused("communication", "add", REF, *arguments)


# --- breaches


def test_r_com_9_a_wrong_recipient_opens_a_note_that_shows_its_72_hours(run, dsr):
    run("communication", "add", REF, *SENT, "--address", "verified")

    breach = run("communication", "wrong-recipient", REF, 1, *WRONG)

    assert set(breach) == BREACH_KEYS
    ends = datetime.fromisoformat(breach["ends_at"])
    assert ends == datetime(2025, 7, 3, 7, 0, tzinfo=UTC)
    assert (breach["over"], breach["hours_left"], breach["settled"]) == (True, 0, False)
    assert run("communication", "list", REF)["communications"][0]["breach"] == breach["id"]
    assert "over, notify now and say why it is late" in dsr("breach").out


def test_a_breach_is_opened_now_and_decided(run):
    opened = run("breach", "open", "--request", REF, "--facts", "laptop lost")
    assert (opened["ref"], opened["over"], opened["hours_left"]) == (REF, False, 72)

    decided = run("breach", "decide", 1, "--decision", "authority_notified")
    assert (decided["stopped"], decided["settled"]) == (True, False)
    reason = ("--reason", "encrypted, key not on it")
    settled = run("breach", "decide", 1, "--decision", "person_not_told", *reason)
    assert settled["settled"]
    (listed,) = run("breach", "list")["breaches"]
    assert [one["kind"] for one in listed["steps"]] == ["authority_notified", "person_not_told"]


def test_without_a_breach_there_is_a_sentence(dsr):
    assert dsr("breach").lines == ["There is no breach note."]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("open",), "no facts"),
        (("open", "--facts", "x", "--aware-at", "2099-01-01T10:00"), "lies in the future"),
        (("open", "--facts", "x", "--aware-at", "yesterday"), "no day with a time"),
        (("open", "--facts", "x", "--request", "DSR-2025-0999"), "no request"),
        (("decide", "7", "--decision", "person_told"), "no breach note 7"),
    ],
)
def test_a_breach_that_cannot_be_gets_one_sentence(refused, arguments, told):
    assert told in refused("breach", *arguments)


def test_not_notifying_needs_a_reason(run, refused):
    run("breach", "open", "--facts", "laptop lost", "--aware-at",
        (datetime.now(UTC) - timedelta(hours=80)).isoformat())  # fmt: skip

    decide = ("breach", "decide", "1", "--decision")
    assert "write the reason" in refused(*decide, "authority_not_notified")
    assert "notified late" in refused(*decide, "authority_notified")


# --- identity


def test_the_identity_log_holds_facts_and_ticks(run, dsr):
    run("request", "identity", REF, "--doubt", "address unknown", "--method", "shared_facts",
        "--compared", "company", "--asked-on", "2025-06-23", "--answered-on", "2025-06-27")  # fmt: skip
    log = run("request", "id-copy", REF, "--outcome", "destroyed", "--on", "2025-06-24",
              "--received-on", "2025-06-23")  # fmt: skip

    (check,) = log["checks"]
    assert set(check) == CHECK_KEYS
    assert (check["fields_compared"], check["document_seen"]) == (["company"], "none")
    assert log["unasked_copies"] == [
        {"received_on": "2025-06-23", "outcome": "destroyed", "on": "2025-06-24"}
    ]
    assert run("request", "identity-log", REF) == log
    words = dsr("request", "identity-log", REF).lines
    assert words[0].endswith("Facts that only both know · Confirmed")
    assert words[1] == "24 June 2025: copy of an identity document, nobody asked for it · Destroyed"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--method", "shared_facts"), "No doubt"),
        (("--method", "registered_letter", "--doubt", "x"), "proportionate"),
        (("--method", "mandate"), "That the agent may act"),
        (("--doubt", "card 880692310285"), "number of an identity document"),
        (("--asked-on", "2025-06-19"), "days of the check"),
    ],
)
def test_r_id_1_to_8_a_check_that_asks_too_much_gets_one_sentence(refused, arguments, told):
    assert told in refused("request", "identity", REF, *arguments)


def test_there_is_no_option_by_which_a_proof_of_identity_could_enter(dsr):
    for command in ("identity", "id-copy", "identity-log"):
        words = dsr("request", command, "--help").out
        assert "FILE" not in words.replace("--register FILE", "").replace(
            "--passphrase-file FILE", ""
        )


def test_what_becomes_known_later_is_added_below_what_was_written(run, refused):
    opened = run("breach", "open", *WRONG, "--effects", "one namesake")
    added = run("breach", "add", str(opened["id"]), "--effects", "no misuse")

    assert set(added) == BREACH_KEYS
    first, second = added["effects"].split("\n")
    assert first == "one namesake"
    assert second.endswith(": no misuse")
    assert "nothing to add" in refused("breach", "add", str(opened["id"]))
