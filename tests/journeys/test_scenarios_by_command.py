"""Scenarios of the field from end to end by commands alone, each on its own days."""

import json
from datetime import date
from pathlib import Path

import pytest

FOR = ("--recipient", "Routeur", "--purpose", "Invitation")


@pytest.fixture
def mailer(terminal):
    """A terminal at a register that knows who sends the mailings."""
    terminal.today = date(2026, 1, 5)
    terminal.does("recipients", "add", "--name", "Routeur", "--role", "processor",
                  "--country", "FR")  # fmt: skip
    return terminal


def exported(terminal, folder):
    """Return the contacts that leave for the mailing."""
    made = terminal.does("contacts", "export", *FOR, "--format", "json", "--out", folder)
    contacts = json.loads(Path(made["path"]).read_text(encoding="utf-8"))
    return [one["email"] for one in contacts], made["left_out"]


def test_sc3_an_objection_by_phone_is_blocked_at_once_and_leaves_every_later_list(
    mailer, write_csv, tmp_path
):
    mailer.today = date(2026, 10, 5)
    made = mailer.does(
        "request", "new", "--right", "objection_marketing", "--received", "2026-10-05",
        "--channel", "phone", "--phone", "+33 6 11 22 33 44", "--email", "jean.roux@foo.example",
    )  # fmt: skip
    ref = made["ref"]
    assert made["first_due"] == "2026-11-05"
    assert "C04" not in {one["code"] for one in mailer.does("request", "steps", ref)["steps"]}
    said = mailer.refuses("request", "identity", ref, "--doubt", "unknown number")
    assert "never ask for identity proof" in said

    closed = mailer.does("request", "short", ref, "--channel", "phone")
    assert (closed["stage"], closed["answered_on"]) == ("closed", "2026-10-05")
    entries = mailer.does("suppression", "list")["entries"]
    assert [(one["kind"], one["scope"], one["created_on"]) for one in entries] == [
        ("email", "marketing", "2026-10-05"), ("phone", "marketing", "2026-10-05"),
    ]  # fmt: skip

    mailer.today = date(2026, 10, 9)
    rows = [["Nom", "E-mail"], ["Roux", "Jean.ROUX@FOO.example"], ["Petit", "p@foo.example"]]
    later = write_csv(tmp_path / "salon2.csv", rows)
    totals = mailer.does("import", later)["totals"]
    assert (totals["rows"], totals["marketing_blocked"], totals["held"]) == (2, 1, 0)
    assert exported(mailer, tmp_path / "out") == (["p@foo.example"], {"opposed": 1})
    screened = mailer.does("screen", later, *FOR, "--out", tmp_path / "out")
    assert (screened["kept"], screened["left_out"]) == (1, {"opposed": 1})
    assert "ROUX" not in (tmp_path / "out" / "salon2.csv").read_text(encoding="utf-8")


def test_sc3_who_is_on_the_list_for_everything_is_held_for_a_decision(
    terminal, write_csv, tmp_path
):
    terminal.today = date(2026, 10, 9)
    terminal.does("suppression", "add", "--email", "jean.roux@foo.example", "--scope", "all",
                  "--reason", "erasure")  # fmt: skip
    rows = [["Nom", "E-mail"], ["Roux", "Jean.ROUX@FOO.example"], ["Petit", "p@foo.example"]]

    totals = terminal.does("import", write_csv(tmp_path / "salon2.csv", rows))["totals"]

    assert (totals["rows"], totals["marketing_blocked"], totals["held"]) == (1, 0, 1)
    assert terminal.does("held")["open"] == 1
    found = terminal.does("search", "--email", "jean.roux@foo.example")
    assert (found["total"], found["held"]) == (0, 1)
