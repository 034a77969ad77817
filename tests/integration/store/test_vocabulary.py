"""The words of the register, as its index has them."""

import pytest

from dsr_desktop.store.lookup import rows_with_one_of_each
from dsr_desktop.store.sqlcipher import OperationalError
from dsr_desktop.store.vocabulary import count_words, vocabulary_of


@pytest.fixture
def database(register, write_csv, bring_in, tmp_path):
    people = [["Nom", "Code postal"], ["Éloïse Bréhat", "57000"], ["Jean Bréhat", "57000"],
              ["Jean42 Roux", "57001"]]  # fmt: skip
    bring_in(register, write_csv(tmp_path / "a.csv", people))
    return register.database


def test_words_of_letters_are_counted_by_row(database):
    found = vocabulary_of(database)

    assert found.rows == 3
    assert dict(found.counts) == {"eloise": 1, "brehat": 2, "jean": 1, "roux": 1}


def test_figures_are_counted_when_asked_for(database):
    assert count_words(database, ["57000", "57001", "99999"]) == {
        "57000": 2, "57001": 1, "99999": 0,
    }  # fmt: skip


def test_the_words_are_read_once_for_each_state_of_the_index(
    database, register, write_csv, bring_in, tmp_path
):
    before = vocabulary_of(database)
    assert vocabulary_of(database) is before

    bring_in(register, write_csv(tmp_path / "b.csv", [["Nom"], ["Zoé Kermarrec"]]))

    assert "kermarrec" not in before.counts
    assert vocabulary_of(database).counts["kermarrec"] == 1


def test_words_of_an_import_that_was_undone_are_not_kept(database):
    with database.trial() as connection:
        connection.execute("INSERT INTO token(rowid, text) VALUES (99, 'kermarrec')")
        assert "kermarrec" in vocabulary_of(database).counts

    assert "kermarrec" not in vocabulary_of(database).counts


def test_an_empty_register_has_no_words(register):
    assert vocabulary_of(register.database).variants("roux") == (("roux",), (), ())


def test_a_row_needs_one_word_of_every_group(database):
    assert rows_with_one_of_each(database, [["eloise", "jean"], ["brehat"]], 9) == [1, 2]
    assert rows_with_one_of_each(database, [["eloise", "jean"], ["brehat"]], 1) == [1]
    assert rows_with_one_of_each(database, [["roux"], []], 9) == []
    assert rows_with_one_of_each(database, [], 9) == []


def test_many_words_of_a_group_are_one_question(database):
    words = [f"mot{n}" for n in range(400)]

    assert rows_with_one_of_each(database, [[*words, "brehat"], [*words, "jean"]], 9) == [2]


def test_a_word_that_the_index_cuts_otherwise_finds_nothing_like_it(database):
    assert rows_with_one_of_each(database, [["a\u19b0b"]], 9) == []


def test_a_failure_of_the_index_is_seen(database):
    with database.transaction() as connection:
        connection.execute("DROP TABLE token")

    with pytest.raises(OperationalError, match="no such table"):
        rows_with_one_of_each(database, [["roux"]], 9)
