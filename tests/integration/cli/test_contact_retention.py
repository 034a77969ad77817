"""`retention list`, `rule`, `set`, `hold`, `release`, `letter` and `run`."""

import pytest

ROWS = [
    ["Nom", "E-mail", "Fin de traitement", "Dernier contact"],
    ["Alix Premier", "alix@un.example", "2024-11-21", ""],
    ["Clara Tiers", "clara@trois.example", "2024-02-29", ""],
    ["Denis Quart", "denis@quatre.example", "", "2022-10-01"],
]
LIST_KEYS = {"counts", "without_clock", "stale", "lists", "holds", "copies", "contacts"}


@pytest.fixture
def clients(with_register, dsr, tmp_path, write_csv):
    """A register with three clients; returns what `retention` answers."""
    dsr("import", write_csv(tmp_path / "clients.csv", ROWS), "--activity", "PA2", "--json")

    def retention(*words):
        return dsr("retention", *words, "--json").json

    return retention


def test_the_list_is_by_day_with_counts_reasons_and_keys(clients):
    listed = clients("list")

    assert set(listed) == LIST_KEYS
    assert [one["title"] for one in listed["contacts"]] == ["Clara Tiers", "Alix Premier"]
    first = listed["contacts"][0]
    assert (first["delete_on"], first["state"], first["may_go"]) == ("2025-02-28", "overdue", True)
    assert (listed["without_clock"], listed["stale"]) == (1, 1)
    after = clients("list", "--after", first["key"])
    assert [one["title"] for one in after["contacts"]] == ["Alix Premier"]
    stale = clients("list", "--stale")["contacts"]
    assert [one["title"] for one in stale] == ["Denis Quart"]


def test_a_hold_is_set_shown_and_released(clients):
    row = str(clients("list")["contacts"][0]["id"])
    made = clients("hold", "--row", row, "--reason", "litige", "--review-on", "2099-06-30")

    listed = clients("list", "--state", "held")
    assert [one["held_by"] for one in listed["contacts"]] == [
        [{"kind": "hold", "ref": str(made["id"])}]
    ]
    assert listed["holds"][0]["contacts"] == 1
    released = clients("release", str(made["id"]), "--reason", "jugement")
    assert released["release_reason"] == "jugement"


def test_an_end_a_law_and_a_rule_are_set(clients):
    assert clients("set", "--activity", "PA2", "--ended-on", "2025-01-01") == {"contacts": 3}
    assert clients("set", "--import", "1", "--legal-until", "2099-12-31") == {"contacts": 3}
    assert clients("list")["counts"]["retained"] == 3
    rule = clients("rule", "PA2", "--silent-months", "24", "--months", "6")
    assert (rule["mode"], rule["months"], rule["silent_months"]) == ("after_end", 6, 24)
    assert clients("rule", "PA2") == rule


def test_a_run_counts_then_deletes_and_says_where_its_report_lies(clients, tmp_path):
    plan = clients("run", "--dry-run")
    assert (plan["contacts"], plan["parts"][0]["file"]) == (2, "clients.csv")

    done = clients("run", "--out", str(tmp_path / "out"), "--yes")

    assert done["contacts"] == 2
    assert {one.suffix for one in (tmp_path / "out").iterdir()} == {".pdf", ".csv"}
    assert clients("list")["contacts"] == []


def test_the_letter_names_nobody(clients):
    assert "Exemple SAS" in clients("letter")["text"]


def test_in_words_each_contact_is_a_line_and_the_clocks_that_lack_are_told(clients, dsr):
    told = dsr("retention", "list").out

    assert "Clara Tiers" in told
    assert "1 contact has no clock" in told
    assert "2 contacts" in dsr("retention", "run", "--dry-run").out


@pytest.mark.parametrize(
    "words",
    [
        ("set", "--ended-on", "2025-01-01"),
        ("set", "--row", "1"),
        ("run",),
        ("list", "--after", "nowhere"),
        ("release", "7", "--reason", "x"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(clients, refused, words):
    refused("retention", *words)
