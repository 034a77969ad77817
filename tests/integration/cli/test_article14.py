"""`art14`: which lists are to be told, by when, and what was done."""

import pytest


@pytest.fixture(autouse=True)
def partner_list(with_register, dsr, tmp_path, write_csv):
    file = write_csv(tmp_path / "partner.csv", [["Nom"], ["Paul"]])
    assert dsr("import", file, "--collected-on", "2026-01-31").code == 0


def test_r_inf_1_the_list_of_information_to_give(dsr):
    assert dsr("art14").lines == ["1  partner.csv: Say where they come from"]

    said = dsr("art14", "origin", "1", "--from", "partner", "--json").json
    assert (said["state"], said["due"], said["rows"]) == ("to_do", "2026-02-28", 1)
    assert dsr("art14").lines == ["1  partner.csv: tell the people by 28 February 2026, 1 row"]

    assert dsr("art14", "done", "1", "--on", "2026-02-10").lines == [
        "1  partner.csv: told on 10 February 2026"
    ]


def test_an_exception_is_shown_with_its_letter(dsr):
    dsr("art14", "origin", "1", "--from", "public", "--first-contact-on", "2026-02-03")

    shown = dsr("art14", "except", "1", "--exception", "secrecy", "--reason", "Lawyers").lines

    assert shown == ["1  partner.csv: art. 14(5)(d): professional secrecy"]


def test_the_letter_is_shown_and_written_and_its_gaps_are_said(dsr, tmp_path):
    shown = dsr("art14", "letter", "1")
    assert shown.lines[0] == "Information on your personal data (GDPR art. 14)"
    assert "Why we use your data" in shown.err

    written = dsr("art14", "letter", "1", "--out", tmp_path / "out", "--json").json
    assert written["pdf"].endswith("art14-1-en.pdf")
    assert written["text"].startswith("Information on your personal data")


@pytest.mark.parametrize(
    "arguments",
    [("done", "1"), ("done", "404"), ("letter", "404"),
     ("origin", "1", "--from", "partner", "--obtained-on", "2999-01-01"),
     ("except", "1", "--exception", "known", "--reason", "x")],
)  # fmt: skip
def test_what_cannot_be_gets_a_sentence_and_changes_nothing(refused, arguments):
    assert refused("art14", *arguments)
