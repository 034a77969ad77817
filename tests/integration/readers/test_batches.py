"""Rows as they are packed for the register, with their keys."""

from dsr_desktop.domain.keys import KeyKind, keys_of_rows
from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.batches import BATCH, Packer
from dsr_desktop.readers.parts import ReadRow

EMAIL, PHONE = KeyKind.EMAIL, KeyKind.PHONE


def packed(*rows):
    (batch,) = Packer(Limits()).pack([ReadRow(n, cells) for n, cells in enumerate(rows, 1)])
    return batch


def test_the_keys_of_a_column_follow_each_other_as_the_register_has_them():
    batch = packed(
        ["zoe@acme.example", "04 78 00 00 02"],
        ["paul@acme.example", "04 78 00 00 03"],
        ["lea@acme.example", "04 78 00 00 01"],
    )

    assert batch.keys == [
        (EMAIL, "lea@acme.example", 2, 1),
        (EMAIL, "paul@acme.example", 1, 1),
        (EMAIL, "zoe@acme.example", 0, 1),
        (PHONE, "78000001", 2, 2),
        (PHONE, "78000002", 0, 2),
        (PHONE, "78000003", 1, 2),
    ]


def test_rows_with_the_same_key_all_keep_it():
    batch = packed(["info@acme.example"], ["zoe@acme.example"], ["info@acme.example"])

    shared = [at for _kind, key, at, _column in batch.keys if key == "info@acme.example"]
    assert shared == [0, 2]


def test_a_batch_has_the_keys_of_all_its_cells_and_notes():
    cells = ["zoe@acme.example", "lea@acme.example 04 78 00 00 01", "paul@acme.example"]
    note = CellNote(2, NoteKind.COMMENT, "adam@acme.example")
    row = ReadRow(1, cells, notes=(note,))

    (batch,) = Packer(Limits()).pack([row])

    expected = [*keys_of_rows([cells]), (EMAIL, "adam@acme.example", 0, 2)]
    assert sorted(batch.keys) == sorted(expected)


def test_the_keys_of_every_batch_point_into_that_batch():
    rows = [ReadRow(n, [f"p{n}@acme.example"]) for n in range(1, BATCH + 3)]

    *_whole, last = Packer(Limits()).pack(rows)

    assert last.keys == [
        (EMAIL, f"p{BATCH + 1}@acme.example", 0, 1),
        (EMAIL, f"p{BATCH + 2}@acme.example", 1, 1),
    ]


def test_typed_values_are_stored_as_json_whether_a_reader_wrote_it_or_not():
    typed = [{"1": 12.5}, '{"1":"1990-05-04"}', None]
    rows = [ReadRow(n, ["x"], one) for n, one in enumerate(typed, 1)]

    (batch,) = Packer(Limits()).pack(rows)

    assert [row[3] for row in batch.rows] == ['{"1":12.5}', '{"1":"1990-05-04"}', None]
