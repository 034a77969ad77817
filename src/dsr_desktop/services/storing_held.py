"""Stores a held row as its import would have: the DPO found that it is another person's.

That is remembered as well, for the newer versions of the file (`domain.cleared_row`).
"""

from collections.abc import Sequence

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.cleared_row import ClearedRow, ClearedRows
from dsr_desktop.domain.headers import Layout, recognise_layout
from dsr_desktop.domain.held_row import HeldRow
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.source import Sheet, Source
from dsr_desktop.services.held_rows_again import RowAgain, read_held_again
from dsr_desktop.services.leaving_out import without_columns
from dsr_desktop.services.register import Register
from dsr_desktop.services.screening import Screen, load_list
from dsr_desktop.store.held_rows import add_cleared_rows, read_held_rows
from dsr_desktop.store.rows import SheetWriter
from dsr_desktop.store.sources import count_rows_again, read_sheets, read_sources
from dsr_desktop.store.suppression import block_marketing, suppression_secret


def store_held_row(
    register: Register, held: HeldRow, on_wait: OnWait, passwords: tuple[str, ...] = ()
) -> None:
    """Store the row with its position, and remember the decision, in the caller's transaction.

    A key that is on the list for marketing still marks it. Raises NotAllowedError if the file is
    gone, cannot be read or is not the one imported any more.
    """
    database = register.database
    (source,) = (one for one in read_sources(database) if one.id == held.source_id)
    of_file = [one for one in read_held_rows(database) if one.source_id == source.id]
    again = read_held_again(register, source, held, of_file, on_wait, passwords)
    screen = _screen(register)
    row = _the_one([one for one in again if one.is_at(held)], screen)
    unclear = [one for one in of_file if not one.is_cleared and one.id != held.id]
    decisions = _decisions(screen, row, again, unclear, read_sheets(database, held.source_id))
    add_cleared_rows(database, held.source_id, decisions)
    _store(register, source, row)


def _screen(register: Register) -> Screen:
    secret = suppression_secret(register.database)
    return Screen(load_list(register), register.company.country, ClearedRows(secret))


def _decisions(
    screen: Screen,
    row: RowAgain,
    again: Sequence[RowAgain],
    unclear: Sequence[HeldRow],
    sheets: Sequence[Sheet],
) -> tuple[ClearedRow, ...]:
    """Return what to remember of a row: it alone, or all of the file with its keys and name.

    Nothing while one of these waits or was found to be the listed person's: in a newer version
    nobody could tell the two apart. Whoever is decided on last is remembered with the others.
    """
    fields = {sheet.name: tuple(column.field for column in sheet.columns) for sheet in sheets}

    def known_by(one: RowAgain) -> tuple[ClearedRow, ...]:
        return screen.cleared_as(one.batch, fields.get(one.sheet.name, ()))

    wanted = known_by(row)
    alike = [one for one in again if known_by(one) == wanted]
    if any(one.is_at(other) for one in alike for other in unclear):
        return ()
    return wanted * len(alike)


def _store(register: Register, source: Source, found: RowAgain) -> None:
    screen = Screen(load_list(register), register.company.country, holds=False)
    sheet = _sheet(register, source, found)
    left_out = frozenset(column.number for column in sheet.columns if column.is_skipped)
    kept = without_columns(found.batch, left_out)
    writer = SheetWriter(register.database, sheet)
    row_id = writer.add(kept.rows, kept.keys)
    writer.finish()
    entries = screen.look(found.batch).blocked.get(found.number, ())
    block_marketing(register.database, [(row_id, entry) for entry in entries])
    count_rows_again(register.database, sheet.source_id)


def _the_one(candidates: list[RowAgain], screen: Screen) -> RowAgain:
    """Return the row that the list still holds back; any, once its entry has left the list."""
    return next((one for one in candidates if screen.look(one.batch).held), candidates[0])


def _sheet(register: Register, source: Source, found: RowAgain) -> Sheet:
    """Return the sheet of the register that the row belongs to, a new one if all of it was held."""
    assert source.id is not None  # noqa: S101 - it was read from the register
    for sheet in read_sheets(register.database, source.id):
        if sheet.name == found.sheet.name:
            return sheet
    row = found.batch.rows[0]
    columns = _layout_of_one(row[0], split_cells(row[2])).columns
    return Sheet(None, source.id, found.sheet.name, found.sheet.hidden, None, columns, 0)


def _layout_of_one(n: int, cells: tuple[str, ...]) -> Layout:
    """Say what the columns mean by what the row holds; the row itself is never taken for titles."""
    layout = recognise_layout([(n, cells)], len(cells))
    return layout if layout.header_row is None else recognise_layout([], len(cells))
