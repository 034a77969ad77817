"""Lists that leave, on the command line: contacts of the register, and a list checked before it is sent."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("with_register")
FOR = ("--recipient", "Routeur", "--purpose", "Invitation")
MAILING = "E-mail;Nom\nann@foo.example;Vidal\nbob@foo.example;Roux\n"


@pytest.fixture
def mailing(dsr, tmp_path):
    """A list with somebody who objected, and the recipient it is for."""
    added = dsr("recipients", "add", "--name", "Routeur", "--role", "processor", "--country", "fr")
    assert added.code == 0
    assert (
        dsr(
            "suppression",
            "add",
            "--email",
            "ann@foo.example",
            "--scope",
            "marketing",
            "--reason",
            "objection",
        ).code
        == 0
    )
    path = tmp_path / "mailing.csv"
    path.write_text(MAILING, encoding="utf-8", newline="")
    return path


def test_a_list_comes_back_with_a_certificate(dsr, mailing, tmp_path):
    told = dsr("screen", mailing, *FOR, "--out", tmp_path / "out", "--json").json

    assert (told["rows"], told["kept"], told["left_out"]) == (2, 1, {"opposed": 1})
    assert (tmp_path / "out" / "mailing.csv").read_text() == "E-mail;Nom\nbob@foo.example;Roux\n"
    assert told["certificate"]["recipient"] == "Routeur"
    assert told["disclosure"]["opposed"] == 1
    assert "foo.example" not in json.dumps(told)


def test_without_a_folder_a_list_is_only_counted(dsr, mailing):
    assert dsr("screen", mailing, *FOR).lines == [
        "Rows with people in the list: 2", "Left out: opposed: 1", "Rows that go: 1",
    ]  # fmt: skip
    assert dsr("disclosures", "--json").json == {"disclosures": []}


def test_a_list_for_sale_is_warned_of(dsr, mailing, tmp_path):
    made = dsr("screen", mailing, "--recipient", "1", "--purpose", "Vente du fichier",
               "--out", tmp_path / "out")  # fmt: skip

    assert made.code == 0
    assert "policy" in made.sentence


def test_contacts_are_counted_then_exported(dsr, mailing, tmp_path):
    dsr("import", mailing)

    counted = dsr("contacts", "count", *FOR).lines
    made = dsr("contacts", "export", *FOR, "--format", "json", "--out", tmp_path / "out", "--json")

    assert counted == ["1 contact may go", "  opposed: 1"]
    assert made.json["kept"] == 1
    (only,) = json.loads((tmp_path / "out" / "contacts.json").read_text())
    assert only["email"] == "bob@foo.example"


@pytest.mark.parametrize("command", [("contacts", "count"), ("screen", "mailing.csv")])
def test_nobody_unknown_gets_a_list(dsr, refused, mailing, command):
    assert "recipient" in refused(*command, "--recipient", "Nobody", "--purpose", "x")


def test_contacts_of_nothing_are_told(refused, mailing):
    assert "no list of contacts" in refused("contacts", "count", *FOR)
    assert refused("screen", mailing.with_name("gone.csv"), *FOR)
