"""Scenarios of the field from end to end by commands alone, each on its own days."""

import json
from datetime import date
from pathlib import Path

import pytest

FOR = ("--recipient", "Routeur", "--purpose", "Invitation")
CAMILLE = ("--name", "Camille Dupont", "--email", "camille.dupont@acme.example")
CLIENTS = [
    ["Nom", "E-mail", "Fin de traitement", "Dernier contact"],
    ["Alix Un", "c1@un.example", "2025-11-21", ""],
    ["Bruno Deux", "c2@deux.example", "2025-11-30", ""],
    ["Clara Trois", "c3@trois.example", "2024-02-29", ""],
    ["Denis Quatre", "c4@quatre.example", "", "2023-10-01"],
    ["Eva Cinq", "c5@cinq.example", "2025-06-30", ""],
]


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


def test_sc8_a_retention_run_deletes_who_is_due_and_nobody_who_is_held(
    terminal, write_csv, tmp_path
):
    terminal.today = date(2026, 11, 22)
    clients = write_csv(tmp_path / "clients.csv", CLIENTS)
    terminal.does("import", clients, "--activity", "PA2")
    asked = ("--right", "access", "--received", "2026-11-16", "--email", "c5@cinq.example")
    ref = terminal.does("request", "new", *asked)["ref"]
    terminal.does("find", ref)
    terminal.does("hits", ref, "--confirm-strong")
    states = [part for state in ("overdue", "held") for part in ("--state", state)]
    ids = {
        one["title"]: one["id"] for one in terminal.does("retention", "list", *states)["contacts"]
    }
    clara, eva = ids["Clara Trois"], ids["Eva Cinq"]
    terminal.does("retention", "hold", "--row", clara, "--reason", "litige",
                  "--review-on", "2027-06-30")  # fmt: skip

    due = terminal.does("retention", "list")
    assert [(one["title"], one["delete_on"], one["state"]) for one in due["contacts"]] == [
        ("Alix Un", "2026-11-21", "overdue"), ("Bruno Deux", "2026-11-30", "due_soon"),
    ]  # fmt: skip
    held = terminal.does("retention", "list", "--state", "held")["contacts"]
    assert [(one["title"], one["delete_on"], one["held_by"], one["may_go"]) for one in held] == [
        ("Clara Trois", "2025-02-28", [{"kind": "hold", "ref": "1"}], False),
        ("Eva Cinq", "2026-06-30", [{"kind": "request", "ref": ref}], False),
    ]  # fmt: skip
    (denis,) = terminal.does("retention", "list", "--stale")["contacts"]
    assert (denis["title"], denis["state"], denis["cnil_mark"]) == (
        "Denis Quatre", "active", "2026-10-01",
    )  # fmt: skip
    assert "or set an end" in terminal.tells("retention", "list")

    out = ("--out", tmp_path / "out", "--yes")
    for row in (clara, eva, denis["id"]):
        assert "may not be deleted" in terminal.refuses("retention", "run", "--row", row, *out)
    done = terminal.does("retention", "run", *out)
    assert (done["contacts"], done["held"], done["without_clock"]) == (1, 2, 1)
    assert names_nobody(Path(done["csv"]).read_text(encoding="utf-8"))
    assert terminal.does("search", "--email", "c1@un.example")["total"] == 0
    counts = terminal.does("retention", "list")["counts"]
    assert counts == {"overdue": 0, "due_soon": 1, "held": 2, "retained": 0, "active": 1}


def names_nobody(text):
    return not any(word in text for row in CLIENTS[1:] for word in (*row[0].split(), row[1]))


def test_sc11_a_contested_value_is_restricted_put_right_and_its_recipients_told(
    mailer, write_csv, tmp_path
):
    wrong, right = "c.dupont@acme.example", "camille.dupont@acme.example"
    crm = [["Nom", "E-mail"], ["Camille Dupont", right], ["Paul Petit", "p@acme.example"]]
    mailer.today = date(2026, 10, 1)
    salon = write_csv(tmp_path / "salon.csv", [["Nom", "E-mail"], ["Camille Dupont", wrong]])
    mailer.does("import", write_csv(tmp_path / "crm.csv", crm), salon)
    before, _ = exported(mailer, tmp_path / "before")
    assert sorted(before) == [wrong, right, "p@acme.example"]

    mailer.today = date(2026, 11, 9)
    asked = ("--right", "rectification", "--received", "2026-11-09", "--email", wrong)
    ref = mailer.does("request", "new", *asked, *CAMILLE)["ref"]
    mailer.does("find", ref)
    mailer.does("hits", ref, "--confirm-strong")
    assert mailer.does("restriction", "of", ref)["proposed"] == [
        {"ground": "A18_1_a", "right": "rectification"}
    ]
    set_apart = mailer.does("restriction", "set", ref, "--ground", "A18_1_a")
    assert (set_apart["rows"], set_apart["since"]) == (2, "2026-11-09")
    assert exported(mailer, tmp_path / "meanwhile") == (["p@acme.example"], {"restricted": 2})
    assert mailer.does("screen", salon, *FOR)["left_out"] == {"restricted": 1}

    mailer.today = date(2026, 11, 16)
    mailer.does("request", "decide", ref, "--right", "rectification", "--decision", "granted")
    (copy,) = mailer.does("rectify", "value", ref, "--before", wrong, "--after", right)["copies"]
    assert (copy["sheet"], copy["row"], copy["state"]) == ("salon", 2, "to_correct")
    write_csv(salon, [["Nom", "E-mail"], ["Camille Dupont", right]])
    (copy,) = mailer.does("rectify", "done", ref, copy["id"])["copies"]
    assert copy["state"] == "corrected"

    lines = mailer.does("checklist", "lines", ref)["lines"]
    (routeur,) = [one for one in lines if one["kind"] == "recipient"]
    assert routeur["name"] == "Routeur"
    assert not step(mailer, ref, "X03")["settled"]
    mailer.does("letter", "write", ref, "--kind", "recipient_notice", "--out", tmp_path / "out",
                "--set", "recipient=Routeur", "--set", "measures=E-mail corrected",
                "--set", "answer_by=1 December 2026")  # fmt: skip
    mailer.does("checklist", "line", ref, routeur["id"], "--outcome", "told")
    assert step(mailer, ref, "X03")["settled"]

    lift = ("restriction", "lift", set_apart["id"])
    assert "has to be told before" in mailer.refuses(*lift)
    mailer.does("letter", "write", ref, "--kind", "restriction_lifted", "--out", tmp_path / "out",
                "--set", "reason=The address is put right", "--set", "lifted_on=2026-11-17")  # fmt: skip
    sent(mailer, ref, "restriction_lifted")
    mailer.does("letter", "write", ref, "--kind", "rectification", "--out", tmp_path / "out")
    sent(mailer, ref, "rectification")
    mailer.today = date(2026, 11, 17)
    assert mailer.does(*lift, "--told-on", "2026-11-16")["lifted_on"] == "2026-11-17"
    after, left_out = exported(mailer, tmp_path / "after")
    assert (wrong in after, right in after, left_out) == (False, True, {})
    assert mailer.does("request", "close", ref)["stage"] == "closed"


def step(terminal, ref, code):
    """Return how one step of the request stands."""
    steps = terminal.does("request", "steps", ref)["steps"]
    return next(one for one in steps if one["code"] == code)


def sent(terminal, ref, kind):
    """Record that a letter left for the address on file."""
    return terminal.does("letter", "sent", ref, "--kind", kind, "--channel", "email_general",
                         "--address", "on_file")  # fmt: skip
