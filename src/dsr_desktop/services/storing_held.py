"""Reads a held row again from its file and stores it: the DPO found that it is another person's."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.headers import Layout, recognise_layout
from dsr_desktop.domain.held_row import HeldRow
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.source import Sheet, Source
from dsr_desktop.readers.messages import Message, Rows, SheetBegins, StartsAgain, UnreadableError
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.hashing import sha256_of
from dsr_desktop.services.leaving_out import without_columns
from dsr_desktop.services.limits import reading_limits
from dsr_desktop.services.reading_again import encoding_again
from dsr_desktop.services.register import Register
from dsr_desktop.services.screening import Screen, load_list, without_rows
from dsr_desktop.store.sources import SheetWriter, count_rows_again, read_sheets, read_sources
from dsr_desktop.store.suppression import block_marketing

_CHANGED = mark("{name} is not the file that was imported any more. Import it again.")
_GONE = mark("{name} is not where it was imported from. Put it back, or import it again.")
_UNREADABLE = mark("{name} cannot be read again: {cause}")


@dataclass(frozen=True)
class _Found:
    """A row as it was read again: alone in its batch, and the sheet that it stands in."""

    sheet: SheetBegins
    batch: Rows


def store_held_row(
    register: Register, held: HeldRow, on_wait: OnWait, passwords: tuple[str, ...] = ()
) -> None:
    """Store the row with its position, inside the caller's transaction.

    A key that is on the list for marketing still marks it. Raises NotAllowedError if the file is
    gone, cannot be read or is not the one imported any more.
    """
    (source,) = (one for one in read_sources(register.database) if one.id == held.source_id)
    listed, country = load_list(register), register.company.country
    candidates = _read_again(register, source, held, on_wait, passwords)
    found = _the_one(candidates, Screen(listed, country))
    screened = Screen(listed, country, holds=False).look(found.batch)
    sheet = _sheet(register, source, found)
    left_out = frozenset(column.number for column in sheet.columns if column.is_skipped)
    kept = without_columns(found.batch, left_out)
    writer = SheetWriter(register.database, sheet)
    row_id = writer.add(kept.rows, kept.keys)
    writer.finish()
    entries = screened.blocked.get(held.row, ())
    block_marketing(register.database, [(row_id, entry) for entry in entries])
    count_rows_again(register.database, held.source_id)


def _read_again(
    register: Register, source: Source, held: HeldRow, on_wait: OnWait, passwords: tuple[str, ...]
) -> list[_Found]:
    path = Path(source.path)
    with _named_if_unreadable(source), ReaderProcess(reading_limits(register)) as reader:
        _check_same(path, source, on_wait)
        encoding = encoding_again(source, is_same=True)
        found = _at_position(reader.read(path, on_wait, passwords, encoding), held)
        _check_same(path, source, on_wait)
    if not found:
        raise NotAllowedError(_CHANGED, name=source.name)
    return found


def _check_same(path: Path, source: Source, on_wait: OnWait) -> None:
    if sha256_of(path, on_wait) != source.sha256:
        raise NotAllowedError(_CHANGED, name=source.name)


def _at_position(messages: Iterable[Message], held: HeldRow) -> list[_Found]:
    """Return the rows with the number of the held one in sheets of its name: nearly always one."""
    sheet: SheetBegins | None = None
    found: list[_Found] = []
    for message in messages:
        if isinstance(message, SheetBegins):
            sheet = message
        elif isinstance(message, StartsAgain):
            found.clear()
        elif isinstance(message, Rows) and sheet is not None and sheet.name == held.sheet:
            others = {at: None for at, row in enumerate(message.rows) if row[0] != held.row}
            if len(others) < len(message.rows):
                found.append(_Found(sheet, without_rows(message, others)))
    return found


def _the_one(candidates: list[_Found], screen: Screen) -> _Found:
    """Return the row that the list still holds back; any, once its entry has left the list."""
    return next((one for one in candidates if screen.look(one.batch).held), candidates[0])


def _sheet(register: Register, source: Source, found: _Found) -> Sheet:
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


@contextmanager
def _named_if_unreadable(source: Source) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAllowedError(_GONE, name=source.name) from error
    except UnreadableError as error:
        raise NotAllowedError(
            _UNREADABLE, name=source.name, cause=error.problem, **error.details
        ) from error
    except PermissionError as error:
        raise _unreadable(source, Problem.NO_PERMISSION) from error
    except OSError as error:
        raise _unreadable(source, Problem.DAMAGED) from error


def _unreadable(source: Source, problem: Problem) -> NotAllowedError:
    return NotAllowedError(_UNREADABLE, name=source.name, cause=problem)
