"""Scenario SC2 by commands alone, and what is left of an erased person on another machine."""

import shutil
from datetime import date
from pathlib import Path

import pytest

MAIL = "camille.dupont@acme.example"
ROW = ["Camille Dupont", MAIL]
PAUL = ["Paul Petit", "paul@acme.example"]
TITLES = ["Nom", "E-mail"]
INVOICE = [["Facture", "Date", "Nom", "E-mail"], ["F-2025-017", "2025-03-12", *ROW]]
SYSTEMS = (("Support mailbox", "mailbox"), ("Hosting", "hosting"), ("Nightly copy", "backup"))
KEPT_UNTIL, ROLLED_OFF = "2035-12-31", "2026-11-14"


@pytest.fixture
def lists(tmp_path, write_csv):
    """The person in the CRM, in the mailing list and on an invoice."""
    folder = tmp_path / "lists"
    folder.mkdir()
    write_csv(folder / "crm.csv", [TITLES, PAUL, ROW])
    write_csv(folder / "mailing.csv", [TITLES, ROW, PAUL])
    write_csv(folder / "factures.csv", INVOICE)
    return folder


@pytest.fixture
def ref(terminal, lists):
    """The request of 14 September, its hits confirmed; the invoice is to be kept."""
    terminal.today = date(2026, 9, 14)
    imported = terminal.does("import", lists)["files"]
    invoices = next(one["source_id"] for one in imported if one["path"].endswith("factures.csv"))
    for name, kind in SYSTEMS:
        terminal.does("system", "add", "--name", name, "--kind", kind, "--owner", "Hugo Perrin",
                      "--from", "2026-01-05")  # fmt: skip
    asked = ("--right", "erasure", "--received", "2026-09-14", "--name", ROW[0], "--email", MAIL)
    made = terminal.does("request", "new", *asked)
    assert made["first_due"] == "2026-10-14"
    terminal.today = date(2026, 10, 1)
    terminal.does("find", made["ref"])
    terminal.does("hits", made["ref"], "--confirm-strong")
    terminal.does("request", "decide", made["ref"], "--right", "erasure", "--decision",
                  "granted_partly", "--reason", "A17_3_b", "--text", "invoice of 12 March 2025")  # fmt: skip
    counts = terminal.does("checklist", "decide", made["ref"], invoices, "keep",
                           "--reason", "A17_3_b", "--until", KEPT_UNTIL)  # fmt: skip
    assert (counts["to_erase"], counts["to_keep"]) == (2, 1)
    return made["ref"]


def test_sc2_an_erasure_keeps_the_invoice_alone_and_is_answered_late(
    terminal, ref, lists, tmp_path
):
    assert "Support mailbox, Hosting, Nightly copy" in terminal.refuses("request", "send", ref)
    assert "not seen clean yet are crm.csv, mailing.csv" in terminal.refuses("erase", ref, "--yes")
    invoice = (lists / "factures.csv").read_bytes()
    clean(terminal, ref, tmp_path / "clean")
    assert (lists / "crm.csv").read_text(encoding="utf-8").count("\n") == 2
    assert (lists / "factures.csv").read_bytes() == invoice
    terminal.does("erase", ref, "--yes")
    assert [one["settled"] for one in steps(terminal, ref, "E05", "E07", "E12")] == [True] * 3
    (entry,) = terminal.does("suppression", "list")["entries"]
    assert (entry["scope"], entry["reason"]) == ("all", "erasure")
    left = terminal.does("search", "--email", MAIL)["hits"]
    assert [Path(one["file"]).name for one in left] == ["factures.csv"]
    assert terminal.does("restriction")["rows_set_apart"]["archived_until"] == 1

    hear_from_everybody(terminal, ref)
    fill_the_lines_beside_the_files(terminal, ref)
    terminal.today = date(2026, 10, 16)
    terminal.does("letter", "write", ref, "--kind", "erasure_partial", "--out", tmp_path / "out",
                  "--set", "backups_until=14 November 2026")  # fmt: skip
    terminal.does("letter", "sent", ref, "--kind", "erasure_partial", "--channel",
                  "email_general", "--address", "on_file")  # fmt: skip
    answered = terminal.does("request", "show", ref)
    assert (answered["status"], answered["answered_on"]) == ("answered_late", "2026-10-16")
    assert answered["remedies_told"]
    assert terminal.does("request", "close", ref)["stage"] == "closed"


def test_an_erased_person_stays_erased_on_another_machine_and_is_held_when_a_list_comes_back(
    terminal, ref, lists, move_to, write_csv, tmp_path
):
    same = shutil.copyfile(lists / "crm.csv", tmp_path / "crm (copy).csv")
    stick = tmp_path / "stick"
    terminal.does("backup", stick / "before.dsr")
    clean(terminal, ref, tmp_path / "clean")
    erased = terminal.does("erase", ref, "--yes")

    other = tmp_path / "another machine"
    (other / "home").mkdir(parents=True)
    move_to(other / "home")
    stick = stick.rename(other / "stick")
    terminal.register.parent.rename(tmp_path / "machine that is gone")
    there = terminal.at(other / "work" / "register.dsr")
    told = there.does("restore", stick / "before.dsr", "--to", there.register, code=3)
    assert told["erased_since"] == [erased["erasure"]]
    assert there.does("search", "--email", MAIL)["total"] == 3
    repeated = there.does("erasures", "repeat", "--all")
    assert (repeated["rows"], repeated["keys"], repeated["wiped"]) == (2, 1, True)

    old = write_csv(tmp_path / "fair of 2024.csv", [TITLES, ["Zoé Roux", "z@acme.example"], ROW])
    (again,) = there.does("import", same)["files"]
    assert (again["status"], again["rows"]) == ("duplicate", 0)
    imported = there.does("import", old)["totals"]
    assert (imported["rows"], imported["held"]) == (1, 1)
    assert there.does("held")["open"] == 1
    left = there.does("search", "--email", MAIL)
    assert ([Path(one["file"]).name for one in left["hits"]], left["held"]) == (
        ["factures.csv"], 1,
    )  # fmt: skip
    assert there.does("verify")["sound"]
    terminal.register = there.register


def clean(terminal, ref, folder):
    """Take the person out of the files that are not kept, and see that they are clean."""
    terminal.does("clean", ref, "--out", folder)
    terminal.does("clean", ref, "--replace")
    seen = terminal.does("rescan", ref)
    assert seen["clean"]
    assert {Path(one["path"]).name: one["status"] for one in seen["sources"]} == {
        "crm.csv": "clean", "mailing.csv": "clean", "factures.csv": "still_there",
    }  # fmt: skip


def hear_from_everybody(terminal, ref):
    for task in terminal.does("source-task", "list", ref)["tasks"]:
        terminal.does("source-task", "ask", ref, task["id"])
        terminal.does("source-task", "answer", ref, task["id"], "--answer", "found",
                      "--by", "Hugo Perrin", "--text", "of this person")  # fmt: skip


def fill_the_lines_beside_the_files(terminal, ref):
    lines = terminal.does("checklist", "lines", ref)["lines"]
    systems = [one["id"] for one in lines if one["kind"] == "system"]
    copies = [one["id"] for one in lines if one["kind"] == "backup"]
    done = ("--by", "Hugo Perrin")
    terminal.does("checklist", "line", ref, *systems, "--outcome", "erased", *done)
    shown = terminal.does("checklist", "line", ref, *copies, "--outcome", "kept", *done,
                          "--reason", "A17_3_b", "--until", ROLLED_OFF)  # fmt: skip
    marked = {one["name"]: one["done"] for one in shown["lines"] if one["kind"] != "cell"}
    assert {name: one["outcome"] for name, one in marked.items()} == {
        "Support mailbox": "erased", "Hosting": "erased", "Nightly copy": "kept",
    }  # fmt: skip
    assert marked["Nightly copy"]["until"] == ROLLED_OFF


def steps(terminal, ref, *codes):
    """Return how some steps of the request stand."""
    return [one for one in terminal.does("request", "steps", ref)["steps"] if one["code"] in codes]
