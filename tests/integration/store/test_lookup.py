"""Finding rows by key and by word."""

import pytest

from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.store.lookup import (
    count_rows,
    digest_of_rows,
    load_places,
    neighbours,
    rows_of_sheet,
    rows_with_key,
    rows_with_one_of_each,
    rows_with_words,
)
from dsr_desktop.store.sqlcipher import OperationalError


@pytest.fixture
def database(register, write_csv, bring_in, tmp_path):
    people = [
        ["Nom", "E-mail", "Téléphone", "Note"],
        ["Éloïse Bréhat", "eloise@acme.example", "06 12 34 56 78", "cœur de cible"],
        ["Jean-Pierre O'Neil", "", "", "voir eloise@acme.example"],
        ["Νίκος Παππάς", "", "", "東京 हिन्दी"],
        ["jean pierre", "", "", ""],
        ["Zoé🥳Roux", "", "", "a\u0605b"],
    ]
    other = [["Nom"], *[[f"Personne {n}"] for n in range(1200)]]
    bring_in(register, write_csv(tmp_path / "a.csv", people), write_csv(tmp_path / "b.csv", other))
    return register.database


def numbers(database, row_ids):
    return [place.row.n for place in load_places(database, row_ids)]


def with_words(database, *wanted):
    return numbers(database, rows_with_words(database, wanted))


def test_rows_are_found_by_key_wherever_it_stands(database):
    found = rows_with_key(database, KeyKind.EMAIL, ["eloise@acme.example"])

    assert numbers(database, found) == [2, 3]
    assert numbers(database, rows_with_key(database, KeyKind.PHONE, ["12345678"])) == [2]


def test_a_key_of_another_kind_is_another_key(database):
    assert rows_with_key(database, KeyKind.PHONE, ["eloise@acme.example"]) == set()
    assert rows_with_key(database, KeyKind.EMAIL, []) == set()


def test_all_words_must_be_there_in_any_cell_and_any_order(database):
    assert with_words(database, "pierre", "jean") == [3, 5]
    assert with_words(database, "pierre", "neil", "eloise") == [3]
    assert with_words(database, "pierre", "dupont") == []


@pytest.mark.parametrize(
    ("groups", "rows"),
    [
        ([["jean", "eloise"]], [2, 3, 5]),
        ([["jean", "eloise"], ["pierre", "brehat"]], [2, 3, 5]),
        ([["jean"], ["pierre"], ["neil", "nobody"]], [3]),
        ([["neil"], ["voir"], ["pierre", "brehat"], ["jean", "zoe"]], [3]),
        ([["jean"], ["pierre"], ["neil"], ["brehat"]], []),
        ([["jean"], ["pierre"], []], []),
        ([], []),
    ],
)
def test_a_word_of_every_group_must_be_there_however_many_groups(database, groups, rows):
    found = rows_with_one_of_each(database, groups, 10)

    assert found == sorted(found)
    assert numbers(database, set(found)) == rows
    assert rows_with_one_of_each(database, groups, 1) == found[:1]


@pytest.mark.parametrize(
    ("word", "rows"), [("eloise", [2, 3]), ("brehat", [2]), ("coeur", [2]), ("παππας", [4]), ("東京", [4]),
                      ("roux", [6]), ("b", [6])]
)  # fmt: skip
def test_words_are_found_folded_in_every_script(database, word, rows):
    assert with_words(database, word) == rows


def test_part_of_a_word_is_another_word(database):
    assert with_words(database, "brehats") == with_words(database, "breh") == []


def test_no_words_find_nothing(database):
    assert rows_with_words(database, []) == set()


def test_a_word_that_the_index_cuts_otherwise_finds_too_much_rather_than_too_little(database):
    assert len(rows_with_words(database, ["a\u19b0b"])) == 1205


def test_a_failure_of_the_index_is_seen_and_does_not_find_everything(database):
    with database.transaction() as connection:
        connection.execute("DROP TABLE token")

    with pytest.raises(OperationalError, match="no such table"):
        rows_with_words(database, ["roux"])


def test_rows_are_loaded_in_the_order_of_import_with_where_they_stand(database):
    places = list(load_places(database, rows_with_words(database, ["personne"])))

    assert len(places) == 1200
    assert [place.row.n for place in places] == list(range(2, 1202))
    assert {(place.source.name, place.sheet.name) for place in places} == {("b.csv", "b")}


def test_ids_that_are_gone_are_passed_over(database):
    assert list(load_places(database, {999_999})) == []
    assert list(load_places(database, set())) == []


def test_neighbours_are_the_rows_around_in_the_same_sheet(database):
    (place,) = load_places(database, rows_with_words(database, ["neil"]))

    assert [row.n for row in neighbours(database, place.row)] == [2, 3, 4]
    assert [row.n for row in neighbours(database, place.row, reach=9)] == [2, 3, 4, 5, 6]


def test_the_rows_of_a_sheet_come_in_order(database):
    (place,) = load_places(database, rows_with_words(database, ["neil"]))

    assert [row.n for row in rows_of_sheet(database, place.sheet.id)] == [2, 3, 4, 5, 6]


def test_files_and_rows_are_counted(database):
    assert count_rows(database) == (2, 1205)


def test_an_empty_register_has_no_rows(register):
    assert count_rows(register.database) == (0, 0)


def test_the_digest_of_what_is_searched_changes_with_the_files_and_their_rows(database):
    before = digest_of_rows(database)
    assert digest_of_rows(database) == before

    database.connection.execute("UPDATE source SET row_count = row_count + 1 WHERE id = 1")
    with_a_row = digest_of_rows(database)
    database.connection.execute("UPDATE source SET status = 'unreadable' WHERE id = 2")

    assert len({before, with_a_row, digest_of_rows(database)}) == 3
