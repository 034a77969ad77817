"""Reads the sheets of one file as texts, in the reader process, without storing anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.readers.file_faults import look_at
from dsr_desktop.readers.messages import (
    Message,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.hashing import size_of
from dsr_desktop.services.limits import reading_limits
from dsr_desktop.services.reading_outcomes import notice_of, refusal_for, told_of
from dsr_desktop.services.register import Register

MOST_ROWS = 20_000


@dataclass(frozen=True)
class TextSheet:
    """A sheet: its name and its rows with the numbers that the spreadsheet shows."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True)
class TextFile:
    """A file that was read; `warnings` say what of it was not."""

    sheets: tuple[TextSheet, ...]
    warnings: tuple[Notice, ...]


def _no_wait() -> None:
    """Wait for nothing."""


def read_sheets_of(register: Register, path: Path, on_wait: OnWait = _no_wait) -> TextFile:
    """Read a file whole; InvalidInputError says why it cannot be read, or that it is too long."""
    before = look_at(path)
    try:
        with ReaderProcess(reading_limits(register)) as reader:
            reader.check_size(size_of(path))
            return _gathered(reader.read(path, on_wait))
    except (UnreadableError, OSError) as error:
        _status, notice = told_of(refusal_for(error, path, before))
        raise InvalidInputError(notice.sentence, **notice.details) from error


def _gathered(messages: Iterable[Message]) -> TextFile:
    sheets: list[tuple[str, list[tuple[int, tuple[str, ...]]]]] = []
    warnings: list[Notice] = []
    for message in messages:
        match message:
            case SheetBegins():
                sheets.append((message.name, []))
            case Rows():
                sheets[-1][1].extend((row[0], split_cells(row[2])) for row in message.rows)
                _check_length(sheets[-1][1])
            case Warned():
                warnings.append(notice_of(message))
            case StartsAgain():
                sheets.clear()
                warnings.clear()
    return TextFile(tuple(TextSheet(name, tuple(rows)) for name, rows in sheets), tuple(warnings))


def _check_length(rows: list[tuple[int, tuple[str, ...]]]) -> None:
    if len(rows) > MOST_ROWS:
        raise InvalidInputError(
            mark("The sheet has more than {n} rows. Bring a register in parts."), n=MOST_ROWS
        )
