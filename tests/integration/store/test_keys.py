"""The key file: one random key, wrapped once per passphrase."""

import json
import os
import stat
from pathlib import Path

import pytest

from dsr_desktop.domain.errors import RegisterFileError, WrongPassphraseError
from dsr_desktop.store.keys import (
    STRONG_COST,
    KeyFile,
    new_key_file,
    read_key_file,
    unwrap,
    write_key_file,
)

PASSPHRASE = "cheval correct pile agrafe"
CHEAP = 2**10


@pytest.fixture
def made():
    return new_key_file(PASSPHRASE, "dpo", CHEAP)


@pytest.fixture
def path(tmp_path, made):
    path = tmp_path / "register.dsr.keys"
    write_key_file(path, made[0])
    return path


def change(path, **slot):
    content = json.loads(path.read_text())
    content["slots"][0].update(slot)
    path.write_text(json.dumps(content))


def test_the_passphrase_gives_the_key_and_says_whose_it_is(path, made):
    assert unwrap(read_key_file(path), PASSPHRASE) == (made[1], "dpo")


def test_every_register_has_a_key_of_its_own():
    one, other = (new_key_file(PASSPHRASE, "dpo", CHEAP) for _ in range(2))

    assert one[1] != other[1]
    assert len(one[1]) == 32
    assert one[0].register_id != other[0].register_id


def test_the_usual_cost_takes_128_mib_to_try_one_passphrase():
    assert STRONG_COST * 1024 == 128 * 1024**2


@pytest.mark.parametrize("wrong", ["", "Cheval correct pile agrafe", PASSPHRASE + " "])
def test_a_wrong_passphrase_opens_nothing(path, wrong):
    with pytest.raises(WrongPassphraseError, match="passphrase is wrong"):
        unwrap(read_key_file(path), wrong)


def test_an_accent_may_be_typed_in_one_or_two_characters():
    key_file, key = new_key_file("clef d'\u00e9t\u00e9 en for\u00eat", "dpo", CHEAP)

    assert unwrap(key_file, "clef d'e\u0301te\u0301 en fore\u0302t") == (key, "dpo")


def test_each_slot_opens_with_its_own_passphrase(made):
    (dpo, key), (other, _key) = made, new_key_file("une autre phrase", "deputy", CHEAP)
    both = KeyFile(dpo.register_id, (*other.slots, *dpo.slots))

    assert unwrap(both, PASSPHRASE) == (key, "dpo")
    with pytest.raises(WrongPassphraseError):
        unwrap(both, "une autre phrase")


def test_a_slot_renamed_to_another_owner_opens_no_more(path):
    change(path, owner="deputy")

    with pytest.raises(WrongPassphraseError):
        unwrap(read_key_file(path), PASSPHRASE)


def test_the_key_is_not_in_the_file(path, made):
    content = path.read_bytes()

    assert made[1] not in content
    assert made[1].hex().encode() not in content
    assert PASSPHRASE.encode() not in content


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")
def test_the_file_is_for_its_owner_only(path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_writing_again_replaces_the_file_and_leaves_nothing_else(path, made):
    write_key_file(path, made[0])

    assert [file.name for file in path.parent.iterdir()] == ["register.dsr.keys"]


# --- files that are no key files


def test_a_missing_file_is_named_with_what_to_do(tmp_path):
    with pytest.raises(RegisterFileError, match=r"x\.keys is missing\. Put it back"):
        read_key_file(tmp_path / "x.keys")


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(RegisterFileError, match="cannot be read"):
        read_key_file(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b"{}", b'{"format": "other"}',
        b'{"format": "dsr-desktop-keys"}', b'{"format": "dsr-desktop-keys", "version": "x"}',
        b'{"format": "dsr-desktop-keys", "version": 1}',
        b'{"format": "dsr-desktop-keys", "version": 1, "register_id": "x", "slots": [{}]}',
        b'{"format": "dsr-desktop-keys", "version": 1, "register_id": "x", "slots": 3}',
        b'{"format": "dsr-desktop-keys", "version": 1, "register_id": "x", "slots": []}',
        b"[" * 99_999, b'{"version": 1' + b"0" * 5000 + b"}", b" " * 100_001,
    ],
    ids=lambda content: content[:70].decode("latin-1"),
)  # fmt: skip
def test_what_is_no_key_file_is_damaged(path, content):
    path.write_bytes(content)

    with pytest.raises(RegisterFileError, match="is damaged"):
        read_key_file(path)


@pytest.mark.parametrize(
    "slot",
    [
        {"salt": "no hex"}, {"salt": "00"}, {"nonce": ""}, {"nonce": 5}, {"wrapped": "00" * 47},
        {"n": 1000}, {"n": 0}, {"n": -1024}, {"n": 2**40}, {"n": "1024"}, {"n": 1024.0}, {"n": None},
        {"r": 8000}, {"p": 0}, {"p": 10**6}, {"more": 1}, {"owner": ["dpo"]},
    ],
)  # fmt: skip
def test_a_slot_that_no_app_wrote_is_damaged_and_costs_nothing(path, slot):
    change(path, **slot)

    with pytest.raises(RegisterFileError, match="is damaged"):
        read_key_file(path)


def test_more_slots_than_any_app_wrote_are_damage_and_cost_nothing(path):
    content = json.loads(path.read_text())
    content["slots"] *= 17
    path.write_text(json.dumps(content))

    with pytest.raises(RegisterFileError, match="is damaged"):
        read_key_file(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices of POSIX systems")
def test_a_file_without_an_end_is_damaged(path):
    path.unlink()
    path.symlink_to("/dev/zero")

    with pytest.raises(RegisterFileError, match="is damaged"):
        read_key_file(path)


def test_a_file_of_a_newer_app_is_not_guessed_at(path):
    content = json.loads(path.read_text()) | {"version": 2, "slots": "of another shape"}
    path.write_text(json.dumps(content))

    with pytest.raises(RegisterFileError, match="newer version of the app"):
        read_key_file(path)
