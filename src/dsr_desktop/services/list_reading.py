"""Reads a list that is about to be used, row after row, for who may not go with it; keeps no cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dsr_desktop.domain.cleaning import REMOVES_ROWS
from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.mapping import Mappings
from dsr_desktop.domain.outgoing import OutgoingSheet, Why
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.readers.messages import (
    FileFound,
    Message,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.leaving_out import without_titles
from dsr_desktop.services.outgoing_rules import OutgoingRules
from dsr_desktop.services.reading_outcomes import notice_of
from dsr_desktop.services.sheets import layout_of

_KINDS = {KeyKind.EMAIL: Field.EMAIL, KeyKind.PHONE: Field.PHONE}
RowSeen = tuple[str, int, int]
"""Sheet, number and hash of a row; a text list has one sheet, which has no name here."""


@dataclass
class _Sheet:
    """What was seen of one sheet so far."""

    name: str
    columns: tuple[Column, ...]
    titles: int | None
    rows: int = 0
    left: dict[int, Why] = field(default_factory=dict)
    doubtful: list[int] = field(default_factory=list)
    found: dict[Field, None] = field(default_factory=dict)

    def told(self) -> OutgoingSheet:
        """Return it as the check tells of it."""
        known = {one.field: None for one in self.columns if one.field is not None}
        return OutgoingSheet(
            self.name, self.rows, self.left, tuple(self.doubtful), tuple({**known, **self.found})
        )


class ListReading:
    """Takes the reader's messages about a list and asks the rules about each of its rows.

    `seen` are the rows of the file, to be compared with those of its copy. InvalidInputError for a
    file of which something was not read: nobody can tell whom it names there.
    """

    def __init__(self, rules: OutgoingRules, mappings: Mappings) -> None:
        self._rules = rules
        self._mappings = mappings
        self._begun: SheetBegins | None = None
        self._sheets: list[_Sheet] = []
        self.found = FileFound("", None)
        self.seen: list[RowSeen] = []

    def take_all(self, messages: Iterable[Message]) -> None:
        """Take the messages about the whole file."""
        for message in messages:
            match message:
                case FileFound():
                    self.found = message
                case SheetBegins():
                    self._begun = message
                case StartsAgain():
                    self._begun = None
                    self._sheets.clear()
                    self.seen.clear()
                case Warned() if message.problem.loses_content:
                    notice = notice_of(message)
                    raise InvalidInputError(notice.sentence, **notice.details)
                case Rows():
                    self._take(message)

    @property
    def sheets(self) -> tuple[OutgoingSheet, ...]:
        """What was found of each sheet that has rows."""
        return tuple(one.told() for one in self._sheets)

    def _take(self, batch: Rows) -> None:
        if self._begun is not None:
            layout = layout_of(self._begun, batch, self._mappings)
            self._sheets.append(_Sheet(self._begun.name, layout.columns, layout.row_left_out))
            self._begun = None
        sheet = self._sheets[-1]
        name = "" if self.found.format in REMOVES_ROWS else sheet.name
        self.seen += rows_seen(name, batch)
        people = without_titles(batch, sheet.titles)
        looked = self._rules.look(people, sheet.columns)
        sheet.rows += sum(1 for row in people.rows if row[2])
        sheet.left |= {people.rows[at][0]: why for at, why in looked.left.items()}
        sheet.doubtful += looked.doubtful
        for kind in {key[0] for key in people.keys}:
            sheet.found[_KINDS[KeyKind(kind)]] = None


def rows_seen(sheet: str, batch: Rows) -> list[RowSeen]:
    """Return what tells the rows of a batch from others; rows without a cell are passed over."""
    return [(sheet, row[0], hash((row[2], row[3]))) for row in batch.rows if row[2]]


def read_copy(reader: ReaderProcess, path: Path, on_wait: OnWait, encoding: str | None,
              *, is_text: bool) -> list[RowSeen]:  # fmt: skip
    """Read the copy of a list again and return its rows, as `ListReading.seen` has them."""
    seen: list[RowSeen] = []
    name = ""
    for message in reader.read(path, on_wait, (), encoding):
        match message:
            case SheetBegins():
                name = "" if is_text else message.name
            case StartsAgain():
                seen.clear()
            case Warned() if message.problem.loses_content:
                raise UnreadableError(message.problem, **message.details)
            case Rows():
                seen += rows_seen(name, message)
    return seen
