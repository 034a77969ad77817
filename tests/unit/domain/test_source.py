"""What the register has of a row: the cells of its file, and what a newer file left blank."""

from dsr_desktop.domain.source import (
    KeptValue,
    Source,
    SourceCopy,
    SourceKind,
    SourceStatus,
    StoredRow,
    with_kept,
)

PHONE = KeptValue(3, "0612345678", "2026-11-02")


def test_kept_values_stand_in_the_blank_cells_of_their_columns():
    row = StoredRow(1, 1, 2, False, ("Dupont", "", "", "Metz"), kept=(PHONE,))

    assert row.all_cells == ("Dupont", "", "0612345678", "Metz")
    assert row.cells == ("Dupont", "", "", "Metz")


def test_a_kept_value_may_stand_beyond_the_cells():
    assert with_kept(("Dupont",), [PHONE]) == ("Dupont", "", "0612345678")


def test_a_cell_of_the_file_goes_before_a_kept_value():
    assert with_kept(("Dupont", "", "0698765432"), [PHONE]) == ("Dupont", "", "0698765432")


def test_a_row_of_which_nothing_is_kept_is_as_its_file_has_it():
    assert with_kept((), ()) == ()
    assert with_kept(("Dupont", ""), ()) == ("Dupont", "")


FIRST, SECOND, OLD = (
    SourceCopy("/archive/2025.csv", "2026-11-17T10:00:00+00:00", 4),
    SourceCopy("/stick/crm.csv", "2026-11-18T10:00:00+00:00", 5),
    SourceCopy("/old/crm.csv", "2025-11-18T10:00:00+00:00"),
)
LIST = Source(
    1, "/lists/crm.csv", "crm.csv", "aa", 10, "csv", None, SourceKind.LIST, "PA3", None, None, None,
    None, SourceStatus.IMPORTED, None, (), 2, "2026-11-16T10:00:00+00:00", "Nora Vidal", None,
    delivery_id=4, copies=(FIRST, SECOND, OLD),
)  # fmt: skip


def test_a_source_at_its_copy_has_the_time_and_delivery_of_the_copy():
    moved = LIST.at_copy(SECOND)

    assert moved.paths == (SECOND.path, FIRST.path, OLD.path)
    assert (moved.name, moved.imported_at, moved.delivery_id) == ("crm.csv", SECOND.seen_at, 5)
    assert (moved.id, moved.activity, moved.row_count) == (1, "PA3", 2)


def test_the_first_copy_is_the_one_seen_first_of_those_that_count():
    assert LIST.first_copy() == FIRST
    assert LIST.first_copy({FIRST.path}) == SECOND
    assert LIST.first_copy({one.path for one in LIST.copies}) is None


def test_a_copy_without_a_delivery_came_with_none():
    assert LIST.copies_of({4, None}) == (FIRST,)
    assert LIST.copies_of(()) == ()
