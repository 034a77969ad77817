"""Erasing, backing up and restoring on the command line: the whole way, and what is refused."""

import pytest

pytestmark = pytest.mark.usefixtures("with_register")

HEADER = ["Nom", "E-mail", "Ville"]
CAMILLE = ["Camille Dupont", "camille.dupont@acme.example", "Xanthopolis"]
PAUL = ["Paul Quintal", "paul@acme.example", "Nantes"]
REF = "DSR-2025-0001"
MAIL = ("--email", "camille.dupont@acme.example")


@pytest.fixture
def answer(dsr):
    """Run a command that works and return its document."""

    def run(*arguments, code=0):
        result = dsr(*arguments, "--json")
        assert (result.code, result.err) == (code, "")
        return result.json

    return run


@pytest.fixture
def crm(tmp_path, write_csv):
    (tmp_path / "lists").mkdir()
    return write_csv(tmp_path / "lists" / "crm.csv", [HEADER, PAUL, CAMILLE])


@pytest.fixture
def asked(with_register, answer, crm, write_csv):
    """A request that is decided; the list is clean by now."""
    answer("import", crm)
    asked = ("--right", "erasure", "--received", "2025-06-20", *MAIL)
    answer("request", "new", *asked)
    answer("find", REF)
    answer("hits", REF, "--confirm-strong")
    answer("request", "decide", REF, "--right", "erasure", "--decision", "granted")
    write_csv(crm, [HEADER, PAUL])
    assert answer("rescan", REF)["clean"]


@pytest.mark.usefixtures("asked")
def test_an_erased_person_does_not_come_back_with_an_older_backup(answer, dsr, tmp_path, write_csv):
    stick, machine = tmp_path / "stick", tmp_path / "another machine"
    before = answer("backup", stick / "before.dsr")

    erased = answer("erase", REF, "--yes")
    assert (erased["to_erase"], erased["listed"], erased["wiped"]) == (1, 1, True)
    after = answer("backup", stick / "after.dsr")
    assert after["rows"] == before["rows"] - 1
    assert {one.name for one in stick.glob("*.dsr")} == {"before.dsr", "after.dsr"}

    told = answer("restore", stick / "before.dsr", "--to", machine / "new.dsr", code=3)
    assert told["erased_since"] == [erased["erasure"]]
    assert told["open"][0]["rows_here"] == 1

    there = ("--register", machine / "new.dsr")
    assert answer("search", *MAIL, *there)["total"] == 1
    repeated = answer("erasures", "repeat", "--all", *there)
    assert (repeated["rows"], repeated["keys"], repeated["wiped"]) == (1, 1, True)
    assert answer("search", *MAIL, *there)["total"] == 0

    old = write_csv(tmp_path / "lists" / "salon.csv", [HEADER, CAMILLE])
    assert answer("import", old, *there)["totals"]["held"] == 1
    assert answer("held", *there)["open"] == 1
    assert answer("verify", *there)["sound"]


@pytest.mark.usefixtures("asked")
def test_the_erasures_are_applied_at_once_where_the_dpo_says_so(answer, tmp_path):
    answer("backup", tmp_path / "before.dsr")
    answer("erase", REF, "--yes")

    restored = answer(
        "restore", tmp_path / "before.dsr", "--to", tmp_path / "new.dsr", "--apply-erasures"
    )

    assert (restored["repeated"]["rows"], restored["open"]) == (1, [])


@pytest.mark.usefixtures("asked")
def test_a_dry_run_counts_and_changes_nothing(answer):
    counted = answer("erase", REF, "--dry-run")

    assert (counted["to_erase"], counted["in_part"], counted["keys"]) == (1, 0, 1)
    assert counted["rows"][0]["row"] == 3
    assert "Xanthopolis" not in repr(counted)
    assert answer("search", *MAIL)["total"] == 1


@pytest.mark.usefixtures("asked")
def test_three_counts_are_told_in_words(dsr):
    assert dsr("erase", REF, "--dry-run").lines[:3] == [
        "To erase: 1 row in 1 file", "To keep, archived: 0 rows", "Not this person's: 0 rows",
    ]  # fmt: skip


@pytest.mark.usefixtures("asked")
def test_nobody_is_erased_without_being_asked(refused):
    assert refused("erase", REF) == "Nobody was asked. Look at --dry-run, then give --yes."


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("text", ["1", "1:A17_3_b", "x:A17_3_b:2035-12-31"])
def test_what_names_no_file_to_keep_is_refused(refused, text):
    assert "names no file to keep" in refused("erase", REF, "--keep", text, "--dry-run")


@pytest.mark.usefixtures("asked")
def test_where_every_file_is_kept_there_is_nothing_to_erase(refused):
    said = refused("erase", REF, "--keep", "1:A17_3_b:2035-12-31", "--dry-run")

    assert said == f"{REF} has no confirmed row in the register: there is nothing to erase."


def test_backups_are_planned_listed_and_checked(answer, tmp_path):
    places = [tmp_path / "one", tmp_path / "two"]
    for place in places:
        place.mkdir()
    there = [part for place in places for part in ("--place", place)]
    plan = answer("backups", "plan", *there, "--keep", "3", "--warn-after", "5")
    assert (plan["places"], plan["keep"], plan["warn_after_days"]) == (list(map(str, places)), 3, 5)

    made = answer("backup")["backups"]

    assert [one["reason"] for one in made] == [None, None]
    listed = answer("backups")
    assert len(listed["backups"]) == 2
    assert (listed["trouble"], listed["backups"][0]["daily"]) == (None, True)
    assert answer("backups", "check", made[0]["backup"]["path"])["sound"]
    assert answer("backups", "plan", "--no-place")["places"] == []


def test_a_place_out_of_reach_is_done_in_part(answer, tmp_path):
    (tmp_path / "stick").mkdir()
    answer("backups", "plan", "--place", tmp_path / "stick")
    (tmp_path / "stick").rmdir()

    (result,) = answer("backup", code=3)["backups"]

    assert result["backup"] is None
    assert "out of reach" in result["reason"]


def test_a_backup_without_a_place_says_what_to_do(refused):
    assert refused("backup").startswith("No place for backups is chosen.")


def test_a_file_is_never_overwritten(refused, tmp_path):
    (tmp_path / "mine").write_text("mine")

    assert "exists already" in refused("backup", tmp_path / "mine")


def test_an_empty_ledger_is_told(dsr):
    assert dsr("erasures").lines == ["Nothing was erased so far."]


@pytest.mark.usefixtures("asked")
def test_the_ledger_is_listed_without_a_value(answer, dsr):
    answer("erase", REF, "--yes")

    listed = answer("erasures")

    assert (listed["erasures"][0]["ref"], listed["open"]) == (REF, [])
    assert "camille" not in repr(listed).lower()
    assert REF in dsr("erasures").out


def test_the_erasures_to_repeat_are_named_or_all(refused):
    said = "Name the erasures to repeat, or say --all: one of them."
    assert refused("erasures", "repeat") == said
    assert refused("erasures", "repeat", "x", "--all") == said
