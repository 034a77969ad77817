"""The suppression list in the register: one secret, entries without addresses, what they block."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.held_row import HeldDecision, HeldPosition
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.domain.suppression import (
    SuppressionEntry,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
)
from dsr_desktop.store.database import Database
from dsr_desktop.store.held_rows import (
    add_held_rows,
    count_open_held_rows,
    decide_held_row,
    forget_held_rows,
    read_held_rows,
)
from dsr_desktop.store.sources import add_source, remove_source
from dsr_desktop.store.sqlcipher import IntegrityError
from dsr_desktop.store.suppression import (
    add_entry,
    block_marketing,
    blocked_among,
    blocked_rows,
    known_secret,
    read_entries,
    remove_entry,
    suppression_secret,
)

DAY = date(2026, 10, 5)
LISTED = SuppressionEntry(
    0, SuppressionKind.PHONE, "ab" * 32, SuppressionScope.ALL, SuppressionReason.OBJECTION, DAY,
    "DSR-2026-0001", date(2029, 10, 5), "cd" * 32,
)  # fmt: skip


@pytest.fixture
def database(register):
    return register.database


def source(path="/lists/crm.csv"):
    return Source(
        id=None, path=path, name=path.rsplit("/", 1)[1], sha256="aa", size=1, format="csv",
        encoding="utf-8", kind=SourceKind.LIST, activity=None, channel=None, collected_on=None,
        policy_version=None, retention=None, status=SourceStatus.IMPORTED, reason=None, warnings=(),
        row_count=0, imported_at="2026-10-05T10:00:00+00:00", imported_by="dpo", purge_on=None,
    )  # fmt: skip


def hold(database, source_id, *rows, entry):
    positions = [HeldPosition(row, SuppressionKind.PHONE, entry.id) for row in rows]
    add_held_rows(database, source_id, "Feuille 1", positions, DAY)


def rows_of(database):
    return [(one.id, one.source_id, one.row) for one in read_held_rows(database)]


# --- the secret


def test_a_register_has_no_secret_until_one_is_needed(database):
    (count,) = database.connection.execute("SELECT count(*) FROM suppression_secret").fetchone()

    assert count == 0


def test_the_secret_is_made_once_and_stays(register, passphrase):
    secret = suppression_secret(register.database)
    other = Database(register.path, register.database._key)

    assert len(secret) == 32
    assert suppression_secret(register.database) == suppression_secret(other) == secret
    other.close()


def test_a_search_asks_for_the_secret_without_making_one(database):
    assert known_secret(database) == b""
    assert database.connection.execute("SELECT count(*) FROM suppression_secret").fetchone() == (0,)

    made = suppression_secret(database)
    assert known_secret(database) == made


def test_two_registers_have_different_secrets(copy_register, tmp_path, database):
    other = copy_register(tmp_path / "other.dsr")

    assert suppression_secret(other.database) != suppression_secret(database)
    other.close()


def test_a_second_secret_is_impossible(database):
    suppression_secret(database)

    with pytest.raises(IntegrityError):
        database.connection.execute("INSERT INTO suppression_secret VALUES (2, x'00')")


# --- entries


def test_an_entry_comes_back_as_it_was_stored(database):
    entry = add_entry(database, LISTED)

    assert entry == replace(LISTED, id=entry.id)
    assert read_entries(database) == (entry,)


def test_a_key_is_listed_once_for_each_scope(database):
    add_entry(database, LISTED)
    add_entry(database, replace(LISTED, scope=SuppressionScope.MARKETING))

    with pytest.raises(IntegrityError):
        add_entry(database, LISTED)


def test_what_is_removed_leaves_its_reason_and_no_digest(database):
    entry = add_entry(database, LISTED)
    remove_entry(database, entry.id, date(2026, 11, 2), "Nora Vidal", "opted in again")

    assert read_entries(database) == ()
    (row,) = database.tables.query("SELECT * FROM suppression_entry")
    assert (row["digest"], row["lookup_digest"]) == (None, None)
    assert (row["removed_on"], row["removed_by"]) == ("2026-11-02", "Nora Vidal")
    assert row["removal_reason"] == "opted in again"


def test_a_removed_key_can_be_listed_again_under_another_number(database):
    first = add_entry(database, LISTED)
    remove_entry(database, first.id, DAY, "dpo", "a mistake")

    assert add_entry(database, LISTED).id > first.id


# --- what they block


@pytest.fixture
def two_rows(register, bring_in, write_csv, tmp_path):
    people = [["Nom", "Prénom"], ["Roux", "Jean"], ["Petit", "Zoé"]]
    (file,) = bring_in(register, write_csv(tmp_path / "salon.csv", people)).files
    return file.source_id


def test_a_row_is_blocked_once_by_each_entry(database, two_rows):
    one = add_entry(database, replace(LISTED, scope=SuppressionScope.MARKETING))
    block_marketing(database, [(1, one.id), (1, one.id), (2, one.id)])

    assert blocked_rows(database, one.id) == (1, 2)


def test_of_some_rows_those_are_named_that_any_entry_blocks(database, two_rows):
    one, two = add_entry(database, LISTED), add_entry(database, replace(LISTED, digest="ef" * 32))
    block_marketing(database, [(1, one.id), (1, two.id)])

    assert blocked_among(database, [1, 2, 999]) == {1}
    assert blocked_among(database, [2]) == blocked_among(database, []) == frozenset()


def test_the_block_goes_with_its_entry_and_with_its_row(database, two_rows):
    one, two = add_entry(database, LISTED), add_entry(database, replace(LISTED, digest="ef" * 32))
    block_marketing(database, [(1, one.id), (1, two.id), (2, two.id)])

    remove_entry(database, one.id, DAY, "dpo", "a mistake")
    assert (blocked_rows(database, one.id), blocked_rows(database, two.id)) == ((), (1, 2))

    remove_source(database, two_rows)
    assert blocked_rows(database, two.id) == ()


# --- held rows


def test_a_held_row_says_where_it_stands_and_why_and_nothing_else(database):
    entry, file = add_entry(database, LISTED), add_source(database, source())
    hold(database, file, 14, entry=entry)

    (held,) = read_held_rows(database)
    assert (held.path, held.file, held.sheet, held.row) == (
        "/lists/crm.csv", "crm.csv", "Feuille 1", 14,
    )  # fmt: skip
    assert (held.kind, held.entry_id, held.why) == (entry.kind, entry.id, entry.reason)
    assert (held.found_on, held.is_open) == (DAY, True)


def test_a_decision_is_recorded_with_who_when_and_why(database):
    entry, file = add_entry(database, LISTED), add_source(database, source())
    hold(database, file, 14, 15, entry=entry)
    decide_held_row(database, 1, HeldDecision.SAME_PERSON, DAY, "Nora Vidal", "same birth date")

    decided, still_open = read_held_rows(database)
    assert (decided.decision, decided.decided_on) == (HeldDecision.SAME_PERSON, DAY)
    assert (decided.decided_by, decided.reason) == ("Nora Vidal", "same birth date")
    assert not decided.is_open
    assert still_open.is_open
    assert count_open_held_rows(database) == 1


def test_a_row_held_again_in_a_newer_version_counts_once_as_found_last(database):
    entry = add_entry(database, LISTED)
    old, new = add_source(database, source()), add_source(database, source())
    elsewhere = add_source(database, source("/other/crm.csv"))
    hold(database, old, 14, 20, entry=entry)
    hold(database, new, 14, entry=entry)
    hold(database, elsewhere, 14, entry=entry)

    assert rows_of(database) == [(2, old, 20), (3, new, 14), (4, elsewhere, 14)]
    assert count_open_held_rows(database) == 3


def test_when_the_newer_version_is_undone_the_earlier_row_counts_again(database):
    entry = add_entry(database, LISTED)
    old, new = add_source(database, source()), add_source(database, source())
    hold(database, old, 14, entry=entry)
    hold(database, new, 14, entry=entry)
    decide_held_row(database, 2, HeldDecision.SAME_PERSON, DAY, "dpo", "x")
    assert count_open_held_rows(database) == 0

    remove_source(database, new)

    assert rows_of(database) == [(1, old, 14)]
    assert count_open_held_rows(database) == 1


def test_held_rows_of_a_file_that_is_read_anew_are_forgotten(database):
    entry = add_entry(database, LISTED)
    one, other = add_source(database, source()), add_source(database, source("/lists/b.csv"))
    hold(database, one, 14, entry=entry)
    hold(database, other, 3, entry=entry)
    forget_held_rows(database, one)

    assert [row for _id, _source, row in rows_of(database)] == [3]


def test_a_removed_entry_leaves_its_held_rows_to_be_decided(database):
    entry, file = add_entry(database, LISTED), add_source(database, source())
    hold(database, file, 14, entry=entry)
    remove_entry(database, entry.id, DAY, "dpo", "a mistake")

    assert count_open_held_rows(database) == 1
    assert len(read_held_rows(database)) == 1
