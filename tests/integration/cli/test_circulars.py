"""Letters to many people on the command line."""

import pytest

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def partners(dsr, tmp_path):
    path = tmp_path / "partner.csv"
    path.write_text("Nom;E-mail\nPaul Petit;paul@acme.example\nZoé Roy;zoe@acme.example\n")
    dsr("activities", "controller", "--dpo-contact", "dpo@exemple.example")
    dsr("import", path, "--activity", "PA2")
    dsr("art14", "origin", "1", "--from", "partner")


def test_a_letter_to_many_is_shown_written_and_recorded_as_sent(dsr, partners, tmp_path):
    about = ("circular", "write", "--kind", "art14", "--source", "1", "--set", "notice=So.",
             "--in", "en")  # fmt: skip
    shown = dsr(*about, "--json").json
    made = dsr(*about, "--out", tmp_path / "out", "--format", "xlsx", "--json").json

    assert (shown["people"], shown["left_out"], shown["gaps"]) == (2, {}, [])
    assert "2 people get the letter" in dsr(*about).lines
    assert [path.rpartition(".")[2] for path in made["files"]] == ["docx", "xlsx"]
    first, second = (one["row"] for one in dsr("circular", "people", "1", "--json").json["people"])
    half = dsr("circular", "sent", "1", "--row", first, "--json").json
    assert (half["sent"], half["people"]) == (1, 2)
    dsr("circular", "sent", "1", "--row", second)
    assert dsr("art14", "--json").json["art14"][0]["state"] == "done"
    (line,) = dsr("circular").lines
    assert line.endswith("for 2, 2 sent")


def test_what_is_still_to_fill_in_is_said(dsr, partners):
    shown = dsr("circular", "write", "--kind", "policy_change")

    assert "older version" in shown.err
