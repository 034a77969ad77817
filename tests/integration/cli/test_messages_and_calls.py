"""`request message`, `request call` and `request new --from-message` on the command line."""

import pytest

REF = "DSR-2025-0001"
MAIL = (
    "Received: from mx.example by mail.acme.example; Fri, 20 Jun 2025 09:30:12 +0200\n"
    "From: Camille Dupont <camille@mail.example>\nTo: dpo@acme.example\nSubject: Mes données\n"
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n\n--cut\n"
    "Content-Type: text/plain; charset=utf-8\n\n"
    "Je souhaite une copie de mes données et leur suppression.\n"
    "--cut\nContent-Type: image/jpeg; name=carte.jpg\n"
    "Content-Disposition: attachment; filename=carte.jpg\n\nnot really a picture\n--cut--\n"
)
MESSAGE_KEYS = {
    "id", "ref", "direction", "kind", "channel", "on", "address", "note", "recorded_on",
    "recorded_by", "breach", "documents", "from", "subject", "cut_out", "left_out", "removed_on",
}  # fmt: skip
CALL_KEYS = {
    "id", "ref", "called_on", "called_at", "caller", "call_back", "read_back", "notes", "draft",
    "finished_on", "changed_on", "recorded_on", "recorded_by",
}  # fmt: skip
PROPOSAL_KEYS = {
    "rights", "person", "language", "received", "received_found_in", "hints", "documents",
}  # fmt: skip

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def mail(tmp_path):
    path = tmp_path / "mail.eml"
    path.write_text(MAIL, "utf-8")
    return path


@pytest.fixture
def run(dsr):
    """Run a command and return its document."""

    def run(*arguments):
        result = dsr(*arguments, "--json")
        assert (result.code, result.err) == (0, "")
        return result.json

    return run


def test_a_message_proposes_and_nothing_is_recorded_until_something_is_taken(run, mail):
    shown = run("request", "new", "--from-message", mail)

    assert set(shown) == PROPOSAL_KEYS
    assert [one["right"] for one in shown["rights"]] == ["access", "erasure"]
    assert shown["rights"][0]["found_in"] == "copie de mes données"
    assert (shown["received"], shown["language"]) == ("2025-06-20", "fr")
    assert shown["documents"] == [
        {"number": 1, "name": "carte.jpg", "size": 21, "identity_document": "ask"}
    ]
    assert run("request", "list") == {"requests": []}
    assert run("request", "message", "look", mail) == shown


def test_a_request_takes_what_is_asked_and_keeps_the_message(run, mail):
    made = run(
        "request", "new", "--from-message", mail, "--take", "all", "--identity-document", "1"
    )

    assert [item["right"] for item in made["decisions"]] == ["access", "erasure"]
    assert made["received"] == "2025-06-20"
    assert made["data_subject"]["name"] == "Camille Dupont"
    (kept,) = run("request", "message", "list", made["ref"])["messages"]
    assert set(kept) == MESSAGE_KEYS
    assert (kept["kind"], kept["on"], kept["cut_out"]) == ("request", "2025-06-20", 1)


def test_what_is_typed_goes_before_what_the_message_proposes(run, mail):
    made = run(
        "request", "new", "--from-message", mail, "--take", "name", "--take", "received",
        "--right", "access", "--leave-out", "1",
    )  # fmt: skip

    assert [item["right"] for item in made["decisions"]] == ["access"]
    assert made["data_subject"]["addresses"] == []


def test_an_undecided_document_records_nothing(dsr, run, mail):
    refused = dsr("request", "new", "--from-message", mail, "--take", "all")

    assert refused.code == 1
    assert "Undecided: 1." in refused.sentence
    assert run("request", "list") == {"requests": []}


def test_a_document_is_decided_once(dsr, mail):
    twice = dsr("request", "new", "--from-message", mail, "--take", "all", "--keep", "1",
                "--leave-out", "1")  # fmt: skip

    assert (twice.code, "decided twice" in twice.sentence) == (1, True)


def test_a_request_still_needs_a_right_and_a_day(dsr):
    assert dsr("request", "new", "--name", "Camille", "--received", "2025-06-20").code == 2
    assert dsr("request", "new", "--name", "Camille", "--right", "access").code == 2


def test_messages_are_added_shown_cut_saved_and_removed(dsr, run, new, mail, tmp_path):
    new(received="2025-06-20")
    came = run("request", "message", "add", REF, mail, "--on", "2025-06-21", "--keep", "1",
               "--shows-no-identity-document")  # fmt: skip
    number = str(came["id"])

    shown = run("request", "message", "show", REF, number)
    assert set(shown) == MESSAGE_KEYS | {"headers", "text"}
    assert shown["text"].startswith("Je souhaite")
    saved = run("request", "message", "save", REF, number, "--out", tmp_path)
    assert saved == {"file": str(tmp_path / f"{REF}_message_{number}.eml")}
    cut = run("request", "message", "remove", REF, number, "--identity-document", "1")
    assert (cut["cut_out"], cut["documents"]) == (1, [])
    removed = run("request", "message", "remove", REF, number)
    assert removed["removed_on"] is not None
    lines = dsr("request", "message", "list", REF).lines
    assert len(lines) == 1
    assert "text removed on" in lines[0]


def test_calls_are_noted_changed_finished_and_put_to_a_request(dsr, run, new):
    new(received="2025-06-20")
    draft = run("request", "call", "add", "--caller", "Camille", "--at", "14:05")
    assert set(draft) == CALL_KEYS
    assert (draft["draft"], draft["ref"], draft["called_at"]) == (True, None, "14:05")
    number = str(draft["id"])

    changed = run("request", "call", "change", number, "--notes", "wants a copy", "--finish")
    assert (changed["caller"], changed["notes"], changed["draft"]) == (
        "Camille", "wants a copy", False,
    )  # fmt: skip
    assert run("request", "call", "list") == {"calls": [changed]}
    assert run("request", "call", "attach", number, REF)["ref"] == REF
    assert [one["id"] for one in run("request", "call", "list", REF)["calls"]] == [draft["id"]]
    assert "Camille" in dsr("request", "call", "show", number).out

    lone = run("request", "call", "add", "--caller", "Nobody")
    assert run("request", "call", "discard", str(lone["id"])) == {"discarded": lone["id"]}


def test_a_request_may_begin_with_a_call(run):
    draft = run("request", "call", "add", "--caller", "Camille Dupont")

    made = run(
        "request", "new", "--right", "access", "--received", "2025-06-20", "--channel", "phone",
        "--name", "Camille Dupont", "--from-call", str(draft["id"]),
    )  # fmt: skip

    assert [one["id"] for one in run("request", "call", "list", made["ref"])["calls"]] == [
        draft["id"]
    ]


def test_a_time_that_cannot_be_gets_one_sentence(dsr):
    wrong = dsr("request", "call", "add", "--caller", "Camille", "--at", "25:99")

    assert (wrong.code, "no time of the day" in wrong.sentence) == (1, True)


def test_lines_say_what_a_message_proposes(dsr, mail):
    shown = dsr("--lang", "en", "request", "message", "look", mail)

    assert "found in: copie de mes données" in shown.out
    assert "carte.jpg" in shown.out
