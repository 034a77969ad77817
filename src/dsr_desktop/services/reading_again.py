"""Reads one place of a source again from disk, and finds what is left of confirmed rows (E12)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from dsr_desktop.domain.cells import join_cells, split_cells
from dsr_desktop.domain.notes import notes_from_json
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.rescan import SourceRescan, rows_joined
from dsr_desktop.domain.source import Source
from dsr_desktop.domain.traces import Left, RescanStatus, Traces
from dsr_desktop.readers.encodings import CANDIDATES, CHOICES
from dsr_desktop.readers.messages import (
    Message,
    PackedRow,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.hashing import sha256_of, size_of
from dsr_desktop.services.register import Register
from dsr_desktop.store.sources import read_sheets

Watch = Callable[[Iterator[Message]], Iterator[Message]]
"""Hands on the messages about a file, and looks at them."""
_MOST_LISTED = 1_000
_NOTHING_LEFT = frozenset({Problem.EMPTY, Problem.NOTHING_INSIDE})


@dataclass(frozen=True)
class KnownSheets:
    """What the register knows of the sheets of a file: names that differ there, columns left out.

    `names` are the register's by the names in the file; `skipped` are the numbers of the columns
    whose cells the register never had, by the register's name of the sheet.
    """

    names: Mapping[str, str]
    skipped: Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class SoughtVersion:
    """What is looked for of one version of a file: its traces, in its sheets."""

    source: Source
    sheets: KnownSheets
    traces: Traces


def known_sheets(register: Register, source: Source, path: str) -> KnownSheets:
    """Return what is known of the sheets of a source, as a file at `path` may call them."""
    sheets = read_sheets(register.database, source.id or 0)
    return KnownSheets(
        names_at(path, source, {sheet.name for sheet in sheets}),
        {
            sheet.name: frozenset(one.number for one in sheet.columns if one.is_skipped)
            for sheet in sheets
        },
    )


def names_at(path: str, source: Source, known: Collection[str]) -> dict[str, str]:
    """Return the register's names of sheets that are called otherwise in a file at `path`.

    A file of one table names its sheet after itself, so a copy under another name has another one.
    """
    here, own = PurePath(path).stem, PurePath(source.path).stem
    return {here: own} if own in known and here not in known else {}


def read_place(
    reader: ReaderProcess,
    path: str,
    versions: Sequence[SoughtVersion],
    on_wait: OnWait,
    passwords: tuple[str, ...] = (),
    watched: Watch = iter,
) -> SourceRescan:
    """Read a file again for what is left of any version of it that came from there, oldest first.

    `passwords` are tried on what needs one, `watched` sees the messages pass. What cannot be read, or is not there, is a result and
    no error.
    """
    source = versions[-1].source
    before, after, is_locked = source.sha256 or "", None, False
    try:
        file = Path(path)
        reader.check_size(size_of(file))
        after = sha256_of(file, on_wait)
        encoding = encoding_again(source, is_same=after == before)
        messages = watched(reader.read(file, on_wait, passwords, encoding))
        left, missed = _find_left(messages, versions)
        is_locked = any(_is_locked(one) for one in missed)
        status = _status(left, is_complete=not missed)
    except (FileNotFoundError, NotADirectoryError):
        left, status = (), RescanStatus.MISSING
    except (UnreadableError, OSError) as error:
        emptied = isinstance(error, UnreadableError) and error.problem in _NOTHING_LEFT
        left, status = (), _status((), is_complete=emptied)
        is_locked = isinstance(error, UnreadableError) and error.problem is Problem.PASSWORD
    listed = left[:_MOST_LISTED]
    return SourceRescan(source.id or 0, path, status, before, after, listed, is_locked=is_locked)


def encoding_again(source: Source, *, is_same: bool) -> str | None:
    """Return the encoding in which a text was read, as far as a changed one may still have it."""
    likely = source.encoding in (CHOICES if is_same else CANDIDATES)
    return source.encoding if likely else None


def _status(left: tuple[Left, ...], *, is_complete: bool) -> RescanStatus:
    if left:
        return RescanStatus.STILL_THERE
    return RescanStatus.CLEAN if is_complete else RescanStatus.UNREADABLE


def _find_left(
    messages: Iterable[Message], versions: Sequence[SoughtVersion]
) -> tuple[tuple[Left, ...], list[Warned]]:
    """Return what is left of the person, and the warnings about what of the file was not read."""
    sheet, found, missed = "", list[Left](), list[Warned]()
    for message in messages:
        if isinstance(message, SheetBegins):
            sheet = message.name
        elif isinstance(message, Rows):
            for version in versions:
                found += _left_in_rows(version, sheet, message.rows)
        elif isinstance(message, StartsAgain):
            found.clear()
            missed.clear()
        elif isinstance(message, Warned) and message.problem.loses_content:
            missed.append(message)
    return rows_joined(found), missed


def _is_locked(warned: Warned) -> bool:
    """Tell whether a file inside an archive was not read because it has a password."""
    return warned.details.get("cause") == Problem.PASSWORD


def _left_in_rows(version: SoughtVersion, sheet: str, rows: Iterable[PackedRow]) -> list[Left]:
    name = version.sheets.names.get(sheet, sheet)
    skipped = version.sheets.skipped.get(name, frozenset())
    left = (_left_in_row(version.traces, name, row, skipped) for row in rows)
    return [replace(one, sheet=sheet) for one in left if one is not None]


def _left_in_row(
    traces: Traces, sheet: str, row: PackedRow, skipped: frozenset[int]
) -> Left | None:
    n, _hidden, joined, _typed, notes, _indexed = row
    hanging = notes_from_json(notes)
    if not skipped:
        return traces.find(sheet, n, joined, hanging)
    cells = split_cells(joined)
    seen = join_cells(["" if at in skipped else cell for at, cell in enumerate(cells, 1)])
    unseen = [cell for at, cell in enumerate(cells, 1) if at in skipped]
    unseen += [note.text for note in hanging if note.column in skipped]
    hanging = tuple(note for note in hanging if note.column not in skipped)
    return traces.find(sheet, n, seen, hanging) or traces.find_beside(sheet, n, unseen, seen)
