"""Letters on the command line: listed, shown, written, recorded as sent, in own words."""

import pytest

REF = "DSR-2026-0001"
pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def asked(dsr):
    dsr("activities", "controller", "--dpo-contact", "dpo@exemple.example")
    dsr("request", "new", "--right", "access", "--received", "2026-11-02", "--name",
        "Camille Dupont", "--email", "camille.dupont@acme.example", "--language", "en")  # fmt: skip


def test_the_letters_of_a_request_are_listed_with_why_not(dsr, asked):
    known = dsr("letter", "list", REF, "--json").json

    states = {one["kind"]: (one["state"], one["hurdle"]) for one in known["letters"]}
    assert states["acknowledgement"] == ("due", None)
    assert states["refusal"] == ("not_now", "not_decided")
    assert known["written"] == []
    assert "Acknowledgement of receipt: To be sent" in dsr("letter", "list", REF).lines


def test_a_reference_stands_for_the_command_that_writes(dsr, asked):
    shown = dsr("letter", REF, "--kind", "acknowledgement", "--json").json

    assert shown["subject"] == f"We have received your request {REF}"
    assert (shown["gaps"], shown["files"]) == ([], [])
    assert shown["free"] == {
        "person": "Camille Dupont", "remark": "",
        "addressee": "Camille Dupont\ncamille.dupont@acme.example",
    }  # fmt: skip


def test_a_letter_is_written_and_recorded_as_sent(dsr, asked, tmp_path):
    made = dsr(
        "letter", REF, "--kind", "acknowledgement", "--out", tmp_path, "--draft", "--address", "on_file", "--set",
        "remark=We move house.", "--with", "cookies", "--json",
    ).json  # fmt: skip

    assert [path.rpartition(".")[2] for path in made["files"]] == ["pdf", "docx", "eml"]
    assert "We move house." in made["text"]
    assert "Firefox" in made["text"]
    dsr("letter", "sent", REF, "--kind", "acknowledgement", "--channel", "email_dpo", "--address",
        "on_file")  # fmt: skip
    (kept,) = dsr("letter", "list", REF, "--json").json["written"]
    assert kept["sent_on"] is not None
    steps = dsr("request", "steps", REF, "--json").json["steps"]
    assert next(one for one in steps if one["code"] == "C02")["done_on"] == kept["sent_on"]


def test_a_letter_that_lacks_something_says_what(dsr, refused, asked, tmp_path):
    dsr("request", "identity", REF, "--doubt", "odd address", "--method", "shared_facts",
        "--result", "pending")  # fmt: skip

    shown = dsr("letter", REF, "--kind", "identity_request")
    said = refused("letter", REF, "--kind", "identity_request", "--out", tmp_path)

    assert "{proof}" in "\n".join(shown.lines)
    assert said == "The letter is not complete. Fill in: What the person is asked for."
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_the_letter_does_not_have_cannot_be_set(refused, asked):
    said = refused("letter", REF, "--kind", "acknowledgement", "--set", "fee=15")

    assert said.startswith("This letter has no text fee to be written.")


def test_the_wording_is_written_and_checked(dsr, refused, asked, tmp_path):
    assert dsr("letter", "check").lines == [
        "The company has no wording of its own: the shipped one is used."
    ]
    files = dsr("letter", "templates", "--out", tmp_path / "letters", "--json").json["files"]
    assert dsr("letter", "check", "--json").json["files"] == files

    (tmp_path / "letters" / "en" / "refusal.txt").write_text("[subject]\n{nobody}\n")
    said = refused("letter", "check")
    assert said.startswith("letters/en/refusal.txt, line 2: there is no placeholder {nobody}.")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--draft", "--address", "on_file"), "say with --out"),
        (("--draft", "--out", "x"), "Say with --address"),
        (("--out", "x", "--address", "on_file"), "add --draft"),
    ],
)
def test_a_draft_is_a_file_and_goes_to_a_known_address(more, words, dsr, asked):
    done = dsr("letter", REF, "--kind", "acknowledgement", *more)

    assert (done.code, words in done.err) == (2, True)
