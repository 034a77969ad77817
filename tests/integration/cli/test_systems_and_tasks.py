"""`system` and `source-task`: from a proposal to the answer of a colleague, in JSON and in words."""

import json

import pytest

REF = "DSR-2025-0001"
SYSTEM_KEYS = {
    "id", "name", "kind", "how_asked", "owner", "contact", "how_to_export", "activities",
    "active_from", "active_to", "proposal", "lists", "listed_on",
}  # fmt: skip
TASK_KEYS = {
    "id", "ref", "system", "state", "made_on", "due_on", "asked_on", "chased_on", "listed_on",
    "steps",
}  # fmt: skip
STEP_KEYS = {"kind", "on", "by", "text", "recorded_on", "recorded_by"}

pytestmark = pytest.mark.usefixtures("with_register")


@pytest.fixture
def run(dsr):
    """Run a command and return its document."""

    def run(*arguments):
        result = dsr(*arguments, "--json")
        assert (result.code, result.err) == (0, "")
        return result.json

    return run


@pytest.fixture
def crm(with_register, run):
    return run("system", "add", "--name", "CRM", "--kind", "crm", "--owner", "Léa Morel")


# --- the catalogue


def test_r_src_1_a_fresh_register_lists_proposals_and_no_system(run, dsr):
    listed = run("system")

    assert listed["systems"] == []
    assert {"mailbox", "crm", "paper"} <= {one["code"] for one in listed["proposals"]}
    assert all(set(one) == {"code", "name", "kind", "how_asked"} for one in listed["proposals"])
    assert dsr("system").lines[0] == (
        "proposed, confirm or dismiss it: mailbox  Mailboxes: Mailbox"
    )


def test_a_proposal_is_confirmed_or_dismissed(run):
    confirmed = run("system", "confirm", "mailbox", "--owner", "Ana Ruiz", "--activity", "PA1")
    run("system", "dismiss", "clarity")

    assert set(confirmed) == SYSTEM_KEYS
    assert (confirmed["name"], confirmed["activities"]) == ("Mailboxes", ["PA1"])
    listed = run("system", "list")
    assert [one["id"] for one in listed["systems"]] == [1]
    assert {"mailbox", "clarity"}.isdisjoint({one["code"] for one in listed["proposals"]})


def test_a_change_leaves_what_is_not_said_and_an_end_ends(run, crm):
    changed = run("system", "change", 1, "--contact", "12", "--how-asked", "by_dpo", "--owner", "")

    assert (changed["name"], changed["kind"], changed["contact"]) == ("CRM", "crm", "12")
    assert (changed["owner"], changed["how_asked"]) == ("", "by_dpo")
    assert changed["active_from"] == crm["active_from"]
    assert run("system", "end", 1, "--on", "2099-12-31")["active_to"] == "2099-12-31"


@pytest.mark.usefixtures("crm")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "--name", " "), "no name"),
        (("add", "--name", "Phones"), "no owner"),
        (("add", "--name", "crm", "--how-asked", "by_dpo"), "already"),
        (("add", "--name", "X", "--how-asked", "by_dpo", "--activity", "PA9"), "no activity PA9"),
        (("add", "--name", "X", "--how-asked", "by_dpo", "--from", "2099-01-01"), "after today"),
        (("add", "--name", "X", "--how-asked", "by_dpo", "--from", "2026-06-31"), "not a day"),
        (("confirm", "telex"), "no proposal telex"),
        (("dismiss", "telex"), "no proposal telex"),
        (("change", "7", "--name", "X"), "no system 7"),
        (("end", "1", "--on", "1999-01-01"), "before it begins"),
        (("list-from", "1", "4"), "no import 4"),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(refused, arguments, told):
    assert told in refused("system", *arguments)


def test_a_list_is_put_to_a_system_and_taken_away(dsr, run, bring_in, tmp_path, write_csv):
    run("system", "add", "--name", "CRM", "--owner", "Léa Morel")
    path = write_csv(tmp_path / "crm.csv", [["Nom"], ["Ana Ruiz"]])
    dsr("import", path, "--collected-on", "2025-03-02")

    put = run("system", "list-from", 1, 1)
    assert (put["lists"], put["listed_on"]) == ([1], "2025-03-02")
    assert run("system", "list-from", 1, 1, "--not")["lists"] == []


# --- tasks


def test_r_src_1_a_task_goes_from_open_to_answered(run, crm, new):
    made = new(received="2025-06-20")
    assert made["sources"] == {"answered": 0, "total": 1, "not_searched": 0, "overdue": 0}

    (task,) = run("source-task", "list", REF)["tasks"]
    assert set(task) == TASK_KEYS
    assert (task["state"], task["system"]["name"], task["system"]["id"]) == (
        "open",
        "CRM",
        crm["id"],
    )
    assert run("source-task", "ask", REF, 1, "--on", "2025-06-23")["state"] == "asked"
    assert run("source-task", "chase", REF, 1, "--on", "2025-06-30")["chased_on"] == ["2025-06-30"]
    answered = run("source-task", "answer", REF, 1, "--answer", "found", "--by", "Léa Morel",
                   "--text", "one card", "--on", "2025-07-01")  # fmt: skip

    assert answered["state"] == "found"
    assert set(answered["steps"][-1]) == STEP_KEYS
    assert (answered["steps"][-1]["on"], answered["steps"][-1]["text"]) == (
        "2025-07-01",
        "one card",
    )
    assert run("request", "show", REF)["sources"]["answered"] == 1


def test_the_request_says_in_words_how_many_have_answered(dsr, crm, new):
    new(received="2025-06-20")

    assert dsr("request", "show", REF).lines[1] == "0 of 1 system has answered"
    task = dsr("source-task", "list", REF).lines[0]
    assert task.startswith("1  CRM: Not asked yet · answer by ")


def test_the_short_path_is_asked_on_demand(run, dsr, crm, new):
    new("objection_marketing")

    assert "No system is asked" in dsr("source-task", "list", REF).out
    assert [one["state"] for one in run("source-task", "open", REF)["tasks"]] == ["open"]


def test_slips_are_written_into_a_folder(run, dsr, crm, new, tmp_path):
    new()

    (slip,) = run("source-task", "slip", REF, "--out", tmp_path / "slips")["slips"]
    assert slip == {"task": 1, "pdf": str(tmp_path / "slips" / f"{REF}_slip_1.pdf")}
    again = dsr("source-task", "slip", REF, "--out", tmp_path / "slips", "--language", "fr")
    assert again.lines == [str(tmp_path / "slips" / f"{REF}_slip_1-2.pdf")]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask", REF, "1", "--on", "2025-06-19"), "before the receipt"),
        (("ask", REF, "9"), "no task 9"),
        (("ask", "DSR-2025-0999", "1"), "no request"),
        (("chase", REF, "1"), "not asked"),
        (("answer", REF, "1", "--answer", "nothing_found"), "Nobody is named"),
        (("answer", REF, "1", "--answer", "not_searched", "--by", "Léa"), "Write the reason"),
        (("answer", REF, "1", "--answer", "found", "--by", "Léa"), "what was found"),
    ],
)
def test_a_step_that_cannot_be_gets_one_sentence(refused, crm, new, arguments, told):
    new(received="2025-06-20")

    assert told in refused("source-task", *arguments)


def test_r_src_1_nothing_found_names_the_systems_that_are_silent(run, dsr, crm, new):
    new()
    sentence = "1 system has not answered, and cannot be searched from here: CRM."

    free = run("search", "--name", "Zoé Nobody")
    assert [(one["name"], one["state"]) for one in free["systems"]] == [("CRM", None)]
    assert sentence in dsr("search", "--name", "Zoé Nobody").lines
    assert [one["state"] for one in run("find", REF)["systems"]] == ["open"]
    assert sentence in dsr("find", REF).lines
    run("source-task", "answer", REF, 1, "--answer", "nothing_found", "--by", "Léa Morel")
    assert [one["state"] for one in run("hits", REF)["systems"]] == ["nothing_found"]
    assert sentence not in dsr("find", REF).out


def test_a_batch_names_the_systems_in_each_line(dsr, crm, tmp_path):
    (tmp_path / "batch.jsonl").write_text('{"name": "A B"}\n{"name": "C D"}\n', "utf-8")

    lines = dsr("search", "--batch", tmp_path / "batch.jsonl").lines

    assert [[one["name"] for one in json.loads(line)["systems"]] for line in lines] == [["CRM"]] * 2
