"""Damage is found, whatever it hit."""

import pytest

from dsr_desktop.store.integrity import (
    broken_foreign_keys,
    broken_pages,
    rows_without_index,
    wrong_row_counts,
)


@pytest.fixture
def database(register, write_csv, bring_in, tmp_path):
    rows = [["Nom", "E-mail"], *[[f"Personne {n}", f"p{n}@acme.example"] for n in range(300)]]
    bring_in(register, write_csv(tmp_path / "a.csv", rows))
    return register.database


def test_a_sound_register_has_nothing_to_complain_about(database):
    assert list(broken_pages(database)) == []
    assert broken_foreign_keys(database) == ()
    assert rows_without_index(database) == 0
    assert wrong_row_counts(database) == 0


def test_a_changed_byte_is_found(database):
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    content = bytearray(database.path.read_bytes())
    content[4096 * 10 + 100] ^= 1
    database.path.write_bytes(content)

    assert any("page 11" in complaint for complaint in broken_pages(database))


def test_entries_that_point_nowhere_are_found_by_their_table(database):
    database.connection.execute("PRAGMA foreign_keys = OFF")
    database.connection.execute("DELETE FROM sheet")

    assert broken_foreign_keys(database) == ("row",)


def test_rows_that_the_index_lacks_are_counted(database):
    database.connection.execute("DELETE FROM token WHERE rowid <= 3")

    assert rows_without_index(database) == 3


def test_index_entries_without_a_row_are_counted(database):
    database.connection.execute("INSERT INTO token(rowid, text) VALUES (9999, 'x')")
    database.connection.execute("INSERT INTO ident VALUES (1, 'x@acme.example', 9999, 1)")

    assert rows_without_index(database) == 2


def test_rows_that_went_missing_are_noticed_at_their_file(database):
    database.connection.execute("DELETE FROM row WHERE id = 7")

    assert wrong_row_counts(database) == 1
