"""Which sheets and columns of two versions are the same, and which cells changed."""

from dataclasses import replace

from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.versions import (
    CellChange,
    CellChangeKind,
    ColumnMap,
    SheetVersion,
    pair_sheets,
)

FILLED, BLANKED, DIFFERENT = CellChangeKind.FILLED, CellChangeKind.BLANKED, CellChangeKind.DIFFERENT


def columns(*titles):
    return tuple(Column(number, title, None) for number, title in enumerate(titles, 1))


def sheet(name, *titles):
    return SheetVersion(name, columns(*titles), lambda: [])


def names(earlier, newer):
    return [(one and one.name, other and other.name) for one, other in pair_sheets(earlier, newer)]


def test_sheets_pair_by_name_whatever_their_order():
    before = [sheet("A", "Nom"), sheet("B", "Nom")]
    after = [sheet("B", "Nom"), sheet("A", "E-mail")]

    assert names(before, after) == [("B", "B"), ("A", "A")]


def test_a_sheet_that_was_renamed_is_known_by_its_titles():
    before = [sheet("A", "Nom", "E-mail"), sheet("B", "Ville")]
    after = [sheet("B", "Ville"), sheet("2026", "nom", "E-MAIL")]

    assert names(before, after) == [("B", "B"), ("A", "2026")]


def test_sheets_without_titles_are_not_alike_unless_they_are_the_only_ones():
    assert names([sheet("A", "")], [sheet("B", "", "")]) == [("A", "B")]
    assert names([sheet("A", ""), sheet("C", "")], [sheet("B", "")]) == [
        ("A", None), ("C", None), (None, "B"),
    ]  # fmt: skip


def test_columns_go_on_under_their_title_and_repeated_ones_in_their_order():
    known = ColumnMap(columns("Nom", "E-mail", "E-mail"), columns("E-mail", "Nom", "E-mail"))

    assert [known.newer_of(number) for number in (1, 2, 3)] == [2, 1, 3]
    assert known.is_moved


def test_columns_without_a_title_go_on_in_their_place():
    known = ColumnMap(columns("", "Nom", ""), columns("", "Nom", ""))

    assert [known.newer_of(number) for number in (1, 2, 3)] == [1, 2, 3]
    assert not known.is_moved


def test_a_column_added_at_the_end_moves_nothing():
    assert not ColumnMap(columns("Nom"), columns("Nom", "Ville")).is_moved
    assert ColumnMap(columns("Nom", "Ville"), columns("Nom")).is_moved


def test_a_newer_row_is_written_as_the_earlier_version_had_it():
    known = ColumnMap(columns("Nom", "Ville"), columns("Ville", "Note", "Nom"))

    assert known.as_earlier("Metz\x1f\x1fDupont") == "Dupont\x1fMetz"
    assert known.as_earlier("Metz\x1fx\x1fDupont\x1fbeyond") == "Dupont\x1fMetz\x1fx\x1fbeyond"


def test_what_became_of_each_cell():
    known = ColumnMap(columns("Nom", "Ville", "Fax"), columns("Ville", "Nom", "Note"))

    changes = list(known.changes(["Dupont", "Metz", "1"], ["", "Martin", "n", "beyond"]))

    assert changes == [
        CellChange(1, 2, DIFFERENT),
        CellChange(2, 1, BLANKED),
        CellChange(3, 0, BLANKED),
        CellChange(0, 3, FILLED),
        CellChange(4, 4, FILLED),
    ]


def test_cells_beyond_the_columns_that_are_known_are_compared_by_place():
    known = ColumnMap(columns("Nom"), columns("Nom"))

    assert list(known.changes(["a", "b", "c"], ["a", "b"])) == [CellChange(3, 3, BLANKED)]


def test_a_cell_with_spaces_only_is_blank():
    known = ColumnMap(columns("Nom", "Ville"), columns("Nom", "Ville"))

    assert list(known.changes(["a", " "], ["a", ""])) == []
    assert list(known.changes(["a", "Metz"], ["a", "  "])) == [CellChange(2, 2, BLANKED)]


# --- columns that one of the imports left out


def skipping(known, *numbers):
    return tuple(replace(one, is_skipped=one.number in numbers) for one in known)


def test_a_cell_that_the_newer_import_left_out_is_no_change():
    before = columns("Nom", "E-mail", "Note")
    known = ColumnMap(before, skipping(before, 3))

    assert known.compared("Zoé\x1fz@a.example\x1fasthme") == "Zoé\x1fz@a.example"
    assert known.as_earlier("Zoé\x1fz@a.example") == "Zoé\x1fz@a.example"
    assert list(known.changes(["Zoé", "", "asthme"], ["Zoé", "z@a.example"])) == [
        CellChange(2, 2, FILLED)
    ]
    assert [known.is_left_out(number) for number in (1, 2, 3)] == [False, False, True]


def test_a_cell_that_the_earlier_import_left_out_is_no_change_wherever_it_stands_now():
    known = ColumnMap(
        skipping(columns("Note", "Nom"), 1), columns("Nom", "Note")
    )  # fmt: skip

    assert known.as_earlier("Zoé\x1fasthme") == "\x1fZoé"
    assert known.compared("\x1fZoé") == "\x1fZoé"
    assert list(known.changes(["", "Zoé"], ["Zoé", "asthme"])) == []
    assert known.is_left_out(1)


def test_a_left_out_column_that_is_gone_leaves_the_others_to_be_compared():
    known = ColumnMap(skipping(columns("Nom", "Note"), 2), columns("Nom"))

    assert list(known.changes(["Zoé", ""], ["Léa"])) == [CellChange(1, 1, DIFFERENT)]
