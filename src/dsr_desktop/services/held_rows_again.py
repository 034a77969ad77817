"""Reads the held rows of a file again from the very file that was imported, or from a copy of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.held_row import HeldRow
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.source import Source
from dsr_desktop.readers.messages import (
    Message,
    RowKey,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
)
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.hashing import sha256_of
from dsr_desktop.services.limits import reading_limits
from dsr_desktop.services.reading_again import encoding_again, names_at
from dsr_desktop.services.register import Register
from dsr_desktop.store.sources import read_sheets

_CHANGED = mark("{name} is not the file that was imported any more. Import it again.")
_GONE = mark("{name} is not where it was imported from. Put it back, or import it again.")
_UNREADABLE = mark("{name} cannot be read again: {cause}")


@dataclass(frozen=True)
class RowAgain:
    """A row as it was read again: alone in its batch, and the sheet that it stands in."""

    sheet: SheetBegins
    batch: Rows

    @property
    def number(self) -> int:
        """Its number in the sheet."""
        return self.batch.rows[0][0]

    def is_at(self, held: HeldRow) -> bool:
        """Tell whether it stands where a held row stood."""
        return (self.sheet.name, self.number) == (held.sheet, held.row)


def read_held_again(
    register: Register,
    source: Source,
    held: HeldRow,
    of_file: Sequence[HeldRow],
    on_wait: OnWait,
    passwords: tuple[str, ...],
) -> tuple[RowAgain, ...]:
    """Return the held row and the others of its file, by position; sheets may share a name.

    The first place is read at which the content still is what was imported. Raises NotAllowedError
    if the file is gone, cannot be read or is not the one imported any more.
    """
    path = _place_of(source, on_wait)
    names = _names_at(register, source, path, of_file)
    with _named_if_unreadable(source), ReaderProcess(reading_limits(register)) as reader:
        _check_same(path, source, on_wait)
        encoding = encoding_again(source, is_same=True)
        found = _at_positions(reader.read(path, on_wait, passwords, encoding), of_file, names)
        _check_same(path, source, on_wait)
    if not any(one.is_at(held) for one in found):
        raise NotAllowedError(_CHANGED, name=source.name)
    return found


def _check_same(path: Path, source: Source, on_wait: OnWait) -> None:
    if sha256_of(path, on_wait) != source.sha256:
        raise NotAllowedError(_CHANGED, name=source.name)


def _place_of(source: Source, on_wait: OnWait) -> Path:
    """Return where the content lies as it was imported; the source's own place if nowhere."""
    own = Path(source.path)
    if not source.copies:
        return own
    return next((one for one in map(Path, source.paths) if _is_same(one, source, on_wait)), own)


def _is_same(path: Path, source: Source, on_wait: OnWait) -> bool:
    try:
        return sha256_of(path, on_wait) == source.sha256
    except OSError:
        return False


def _names_at(
    register: Register, source: Source, path: Path, held: Iterable[HeldRow]
) -> Mapping[str, str]:
    stored = {sheet.name for sheet in read_sheets(register.database, source.id or 0)}
    return names_at(str(path), source, stored | {one.sheet for one in held})


def _at_positions(
    messages: Iterable[Message], held: Iterable[HeldRow], names: Mapping[str, str]
) -> tuple[RowAgain, ...]:
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for one in held:
        numbers[one.sheet].add(one.row)
    sheet: SheetBegins | None = None
    found: list[RowAgain] = []
    for message in messages:
        if isinstance(message, SheetBegins):
            sheet = replace(message, name=names.get(message.name, message.name))
        elif isinstance(message, StartsAgain):
            found.clear()
        elif isinstance(message, Rows) and sheet is not None:
            wanted = numbers.get(sheet.name, set())
            found += (RowAgain(sheet, one) for one in _singly(message, wanted))
    return tuple(found)


def _singly(batch: Rows, wanted: Set[int]) -> Iterator[Rows]:
    """Yield the rows with these numbers, each in a batch of its own."""
    keys: dict[int, list[RowKey]] = {
        at: [] for at, row in enumerate(batch.rows) if row[0] in wanted
    }
    for kind, key, at, column in batch.keys:
        if at in keys:
            keys[at].append((kind, key, 0, column))
    yield from (Rows([batch.rows[at]], found) for at, found in keys.items())


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
