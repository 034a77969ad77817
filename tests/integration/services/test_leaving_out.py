"""What is left out of a batch takes its keys, values, notes and words with it."""

import json

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.notes import CellNote, NoteKind, notes_from_json
from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.batches import Packer
from dsr_desktop.readers.parts import ReadRow
from dsr_desktop.services.leaving_out import without_columns, without_titles

ZOE = ReadRow(2, ("Zoé Roux", "zoe@roux.example", "06 12 34 56 78"), {"3": 612345678})
NOTED = ReadRow(
    3, ("Max", "", "secret"), notes=(
        CellNote(3, NoteKind.COMMENT, "max@brun.example"), CellNote(1, NoteKind.COMMENT, "ami"),
    ),
)  # fmt: skip
ONLY = ReadRow(4, ("", "", "06 99 88 77 66"))


def batch():
    (packed,) = Packer(Limits()).pack([ZOE, NOTED, ONLY])
    return packed


def keys(rows):
    return {(key, rows.rows[index][0], column) for _kind, key, index, column in rows.keys}


def test_a_row_left_out_leaves_the_keys_of_the_others_in_place():
    left = without_titles(batch(), 2)

    assert [row[0] for row in left.rows] == [3, 4]
    assert keys(left) == {("max@brun.example", 3, 3), ("99887766", 4, 3)}


def test_what_hangs_on_the_titles_stays_without_them():
    left = without_titles(batch(), 3)

    assert [row[0] for row in left.rows] == [2, 3, 4]
    _n, _hidden, cells, typed, notes, indexed = left.rows[1]
    assert (cells, typed) == ("", None)
    assert [note.text for note in notes_from_json(notes)] == ["max@brun.example", "ami"]
    assert "max" in indexed
    assert "secret" not in indexed
    assert ("max@brun.example", 3, 3) in keys(left)


def test_a_batch_without_the_row_stays_as_it_is():
    whole = batch()

    assert without_titles(whole, None) is whole
    assert without_titles(whole, 77) is whole
    assert without_columns(whole, frozenset()) is whole


def test_a_column_left_out_leaves_nothing_of_itself():
    left = without_columns(batch(), {3})

    first, second = left.rows
    assert split_cells(first[2]) == ("Zoé Roux", "zoe@roux.example")
    assert first[3] is None
    assert notes_from_json(second[4]) == (CellNote(1, NoteKind.COMMENT, "ami"),)
    assert keys(left) == {("zoe@roux.example", 2, 2)}
    everything = json.dumps([left.rows, left.keys])
    for gone in ("secret", "612345678", "12345678", "brun", "99"):
        assert gone not in everything


def test_other_columns_keep_their_place_their_values_and_their_words():
    left = without_columns(batch(), {1})

    assert split_cells(left.rows[0][2]) == ("", "zoe@roux.example", "06 12 34 56 78")
    assert json.loads(left.rows[0][3]) == {"3": 612345678}
    assert left.rows[1][5].split() == ["secret", "max@brun.example"]
    assert len(left.rows) == 3


def test_a_row_of_which_nothing_is_left_goes():
    assert [row[0] for row in without_columns(batch(), {3}).rows] == [2, 3]
    assert without_columns(batch(), {1, 2, 3}).rows == []
