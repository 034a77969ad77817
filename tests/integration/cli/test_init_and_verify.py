"""`init` makes a register, `verify` tells whether it is whole."""

import pytest

from dsr_desktop.services.register import keys_path, open_register
from dsr_desktop.store.keys import STRONG_COST, read_key_file

PAGE = 4096
LAST_BUT_ONE = -2  # the last one belongs to the schema: no register opens without it


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.dsr"


# --- init


def test_it_makes_a_register_that_its_passphrase_opens(dsr, path):
    made = dsr("init", "--company", "Exemple SAS", "--json")

    assert made.code == 0
    assert made.json == {"register": str(path), "company": "Exemple SAS", "country": "FR"}
    assert dsr("verify", "--json").json["sound"] is True


def test_everything_said_about_the_company_is_kept(dsr, path, passphrase):
    company = ("--company", "Exemple SAS", "--country", "fr", "--subdivision", "57")
    made = dsr("init", *company, "--dpo-name", "Nora Vidal", "--dpo-contact", "dpo@exemple.example",
               "--lang", "fr")  # fmt: skip

    assert made.code == 0
    assert str(path) in made.out
    register = open_register(path, passphrase)
    kept, activities, actor = register.company, register.activities, register.actor
    register.close()
    assert (kept.name, kept.country, kept.subdivision) == ("Exemple SAS", "FR", "57")
    assert (kept.dpo_name, kept.dpo_contact) == ("Nora Vidal", "dpo@exemple.example")
    assert actor == "Nora Vidal"
    assert [one.code for one in activities] == ["PA1", "PA2", "PA3", "PA4", "PA5"]
    assert [one.confirmed for one in activities] == [False, False, True, False, True]
    assert activities[0].name != "Answering requests"


def test_a_passphrase_costs_whoever_guesses_and_both_files_are_the_owners(dsr, tmp_path):
    there = tmp_path / "new" / "folder" / "our.dsr"

    assert dsr("init", "--company", "Exemple SAS", "--register", there).code == 0

    assert read_key_file(keys_path(there)).slots[0].n == STRONG_COST
    assert [file.stat().st_mode & 0o077 for file in (there, keys_path(there))] == [0, 0]


@pytest.mark.usefixtures("with_register")
def test_a_register_that_exists_is_left_alone(refused):
    assert "register.dsr" in refused("init", "--company", "Other SARL")


def test_a_key_file_that_exists_is_left_alone(refused, path):
    keys_path(path).write_text("{}")

    assert "register.dsr.keys" in refused("init", "--company", "Other SARL")


def test_a_short_passphrase_is_refused(refused):
    assert "12" in refused("init", "--company", "Exemple SAS", passphrase="eleven char")


@pytest.mark.parametrize(
    ("place", "named"),
    [
        (["--country", "ZZ"], "ZZ"),
        (["--country", "France"], "FRANCE"),
        (["--subdivision", "QQ"], "QQ"),
        (["--country", "LU", "--subdivision", "57"], "LU"),
    ],
)
def test_a_place_without_calendar_is_refused(refused, place, named):
    assert named in refused("init", "--company", "Exemple SAS", *place)


def test_a_place_that_cannot_hold_a_register_is_refused(refused, tmp_path):
    (tmp_path / "letter.txt").write_text("a file, no folder")
    below = tmp_path / "letter.txt" / "our.dsr"

    assert "our.dsr" in refused("init", "--company", "Exemple SAS", "--register", below)


@pytest.mark.usefixtures("as_nobody")
def test_a_folder_that_may_not_be_written_is_refused(refused, tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)

    assert "our.dsr" in refused("init", "--company", "X", "--register", locked / "our.dsr")


def test_a_company_without_a_name_is_wrong_use(misused):
    assert "--company" in misused("init")


# --- verify


@pytest.mark.usefixtures("with_lists")
def test_a_whole_register_is_sound(dsr):
    result = dsr("verify", "--json")

    assert result.code == 0
    assert set(result.json) == {"sound", "problems", "details", "events", "fingerprint", "found_at"}
    assert (result.json["sound"], result.json["problems"]) == (True, [])
    assert result.json["events"] == 2
    assert len(result.json["fingerprint"]) == 64


@pytest.mark.usefixtures("with_lists")
def test_it_changes_nothing(dsr, path):
    before = path.read_bytes()

    assert dsr("verify").code == 0
    assert path.read_bytes() == before


@pytest.mark.usefixtures("with_lists")
def test_a_damaged_page_is_told_and_fails(dsr, path):
    damage(path, LAST_BUT_ONE)

    result = dsr("verify", "--json")

    assert result.code == 1
    assert result.json["sound"] is False
    (problem,) = result.json["problems"]
    assert problem.endswith(".")
    assert any("page" in line for line in result.json["details"])
    assert "backup" in result.sentence


@pytest.mark.usefixtures("with_lists")
def test_damage_is_told_in_both_languages(dsr, path):
    damage(path, LAST_BUT_ONE)

    english, french = dsr("verify", "--json"), dsr("verify", "--json", "--lang", "fr")

    assert english.json["problems"]
    assert set(english.json["problems"]).isdisjoint(french.json["problems"])
    assert english.sentence != french.sentence


@pytest.mark.usefixtures("with_lists")
def test_no_damage_anywhere_passes_for_sound_or_ends_in_a_traceback(dsr, path):
    whole = path.read_bytes()
    for page in range(0, len(whole) // PAGE, 3):
        path.write_bytes(whole)
        damage(path, page)

        assert dsr("verify").code == 1
        found = dsr("search", "--name", "Perrin")
        assert found.code == 0 or found.sentence
        path.write_bytes(whole)


def damage(path, page):
    """Change one bit in the middle of a page."""
    content = bytearray(path.read_bytes())
    start = page * PAGE if page >= 0 else len(content) + page * PAGE
    content[start + PAGE // 2] ^= 1
    path.write_bytes(content)


# --- a register that cannot be opened


@pytest.mark.usefixtures("with_register")
@pytest.mark.parametrize("content", [b"", b"no register" * 1000], ids=["empty", "foreign"])
def test_a_file_that_is_no_register_is_named(refused, path, content):
    path.write_bytes(content)

    assert "register.dsr" in refused("verify")


@pytest.mark.usefixtures("with_register")
def test_a_missing_key_file_is_named(refused, path):
    keys_path(path).unlink()

    assert "register.dsr.keys" in refused("verify")


@pytest.mark.parametrize(
    "command",
    [
        ["verify"],
        ["sources"],
        ["sources", "remove", "1"],
        ["search", "--name", "Camille Dupont"],
        ["request", "list"],
        ["request", "new", "--right", "access", "--received", "2025-06-20", "--name", "Camille"],
        ["find", "DSR-2025-0001"],
        ["hits", "DSR-2025-0001"],
        ["checklist", "DSR-2025-0001", "--out", "."],
        ["package", "DSR-2025-0001", "--right", "portability", "--out", "."],
        ["rescan", "DSR-2025-0001"],
        ["import", "."],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_every_command_names_a_register_that_is_not_there(refused, path, command):
    sentence = refused(*command)

    assert str(path) in sentence
    assert "`init`" in sentence
