"""The erasure checklist: every cell about the person in every list, and what becomes of it."""

import hashlib
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import PureWindowsPath

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.gone_place import GonePlace
from dsr_desktop.domain.notes import CellNote, NoteKind


class Action(StrEnum):
    """What the owner of a list does with a cell, or with a whole row.

    ONLY_IN_REGISTER: the newer version of the file has the value no more, there is nothing to do.
    KEEP: it stays, archived, for a reason of art. 17(3), until a day.
    """

    ERASE = "erase"
    ERASE_ROW = "erase_row"
    ERASE_MENTION = "erase_mention"
    ANONYMISE = "anonymise"
    KEEP = "keep"
    ONLY_IN_REGISTER = "only_in_register"


@dataclass(frozen=True)
class ChecklistLine:
    """One cell of a confirmed row; `row` and `column` count from 1 as the spreadsheet does.

    `note` says that the line stands for what hangs on the cell, which stays when a cell is emptied.
    With `not_stored` the user skipped the column at the import: nobody here knows what is in it.
    `column` is 0 when the row's source left the register: then the line stands for the whole row.
    `id` is the same in every list made of the same place; `reason_code` and `until` are those of a
    cell that is kept.
    """

    file: str
    sheet: str
    row: int
    column: int
    header: str
    text: str
    action: Action = Action.ERASE
    sheet_hidden: bool = False
    row_hidden: bool = False
    note: NoteKind | None = None
    column_hidden: bool = False
    not_stored: bool = False
    id: str = ""
    reason_code: str = ""
    until: date | None = None

    @property
    def cell(self) -> str:
        """Address as a spreadsheet shows it: C14, or 14:14 for the whole row."""
        return (
            f"{column_letters(self.column)}{self.row}" if self.column else f"{self.row}:{self.row}"
        )


@dataclass(frozen=True)
class UnreadSource:
    """A file that was not searched as a whole, and why (English sentence with placeholders)."""

    file: str
    sentence: str
    details: dict[str, object]


@dataclass(frozen=True)
class GoneFile:
    """A file that held `rows` confirmed rows and is gone for good: there is nothing to erase in it."""

    file: str
    rows: int
    said: GonePlace


class OtherKind(StrEnum):
    """What a line of the checklist is about, beside the files."""

    SYSTEM = "system"
    RECIPIENT = "recipient"
    BACKUP = "backup"


@dataclass(frozen=True)
class OtherLine:
    """A system that held the person, a recipient to tell (art. 19), or a backup that rolls off.

    `number` is its id in its own list; `gone_on` the day on which a backup is overwritten, if known.
    """

    kind: OtherKind
    number: int
    name: str
    id: str
    gone_on: date | None = None


@dataclass(frozen=True)
class Checklist:
    """What is printed: lines in the order of files, sheets, rows and columns.

    `rows_to_erase` counts a row once in each file that holds it; `copies` of these files have the
    content of another one, with which they were searched.
    `files_searched` and `rows_searched` are those of the last search for the request;
    `search_is_current` tells whether the register still holds exactly what was searched;
    `rows_held` counts rows that the suppression list keeps back: nobody has searched them, nor the
    columns that `skipped` names, which were left out at the import.
    `gone` are the files that the DPO says are gone for good; they have no lines.
    `fingerprint` is the start of the last event's hash. `rows_to_keep` are those that stay archived;
    `others` are the systems, recipients and backups beside the files.
    """

    ref: str
    company: str
    made_on: date
    received_on: date
    due_on: date
    lines: tuple[ChecklistLine, ...]
    unread: tuple[UnreadSource, ...]
    rows_to_erase: int
    rows_not_ours: int
    rows_undecided: int
    files_searched: int
    rows_searched: int
    fingerprint: str
    search_is_current: bool = True
    copies: int = 0
    rows_held: int = 0
    gone: tuple[GoneFile, ...] = ()
    skipped: tuple[UnreadSource, ...] = ()
    rows_to_keep: int = 0
    others: tuple[OtherLine, ...] = ()

    @property
    def not_searched(self) -> tuple[UnreadSource, ...]:
        """Files to look through by hand: those not read as a whole, then those with columns left out."""
        return (*self.unread, *self.skipped)

    def by_file(self) -> dict[tuple[str, str], tuple[ChecklistLine, ...]]:
        """Lines of each (file, sheet), in order."""
        groups: dict[tuple[str, str], list[ChecklistLine]] = {}
        for line in self.lines:
            groups.setdefault((line.file, line.sheet), []).append(line)
        return {place: tuple(lines) for place, lines in groups.items()}


def lines_of_mention(
    lines: Iterable[ChecklistLine], mentions: Container[tuple[int, str]]
) -> tuple[ChecklistLine, ...]:
    """Keep the lines of a row about somebody else whose cells or notes name the person."""
    return tuple(
        replace(line, action=Action.ERASE_MENTION)
        for line in lines
        if (line.column, line.text) in mentions
    )


def lines_of_shared_row(lines: Iterable[ChecklistLine]) -> tuple[ChecklistLine, ...]:
    """Word the lines of a row that may be several people's: only what is the person's is erased."""
    return tuple(replace(line, action=Action.ERASE_MENTION) for line in lines)


def lines_of_row(
    file: str,
    sheet: str,
    row: int,
    cells: Sequence[str],
    columns: Sequence[Column],
    notes: Iterable[CellNote] = (),
    *,
    sheet_hidden: bool = False,
    row_hidden: bool = False,
) -> tuple[ChecklistLine, ...]:
    """Return one line for each cell of a row that holds something, and each comment and link.

    A column that was skipped at the import has a line too: its cell may hold something.
    """
    texts = [(column, text, None) for column, text in enumerate(cells, 1) if text]
    hanging = [(note.column, note.text, note.kind) for note in notes if note.kind in _HANGING]
    skipped = [(column.number, "", None) for column in columns if column.is_skipped]
    known = {column.number: column for column in columns}
    unknown = Column(0, "", None)
    return tuple(
        ChecklistLine(
            file, sheet, row, number, known.get(number, unknown).header, text,
            sheet_hidden=sheet_hidden, row_hidden=row_hidden, note=kind,
            column_hidden=known.get(number, unknown).hidden,
            not_stored=known.get(number, unknown).is_skipped,
        )
        for number, text, kind in sorted((*texts, *hanging, *skipped), key=lambda each: each[0])
    )  # fmt: skip


_HANGING = frozenset({NoteKind.COMMENT, NoteKind.LINK})


def line_id(*parts: object) -> str:
    """Return the id of a line: 12 hex digits, the same for the same place, and no text of a person's."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "replace")).hexdigest()[:12]


def lines_of_kept_row(
    lines: Iterable[ChecklistLine], reason_code: str, until: date
) -> tuple[ChecklistLine, ...]:
    """Word the lines of a row that stays archived."""
    return tuple(
        replace(line, action=Action.KEEP, reason_code=reason_code, until=until) for line in lines
    )


def lines_of_anonymised_row(lines: Iterable[ChecklistLine]) -> tuple[ChecklistLine, ...]:
    """Word the lines of a row that is made anonymous for good."""
    return tuple(replace(line, action=Action.ANONYMISE) for line in lines)


def only_in_register(
    lines: Iterable[ChecklistLine], columns: Container[int]
) -> tuple[ChecklistLine, ...]:
    """Mark the lines of the columns whose value stands in no file any more."""
    return tuple(
        replace(line, action=Action.ONLY_IN_REGISTER)
        if line.column in columns and line.note is None
        else line
        for line in lines
    )


def line_of_lost_row(file: str, sheet: str, row: int) -> ChecklistLine:
    """Return the line for a confirmed row whose cells the register no longer has."""
    return ChecklistLine(file, sheet, row, 0, "", "", Action.ERASE_ROW)


def column_letters(column: int) -> str:
    """Name of a column as spreadsheets show it: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def short_names(paths: Iterable[str]) -> dict[str, str]:
    """Name each file by its name alone, or with as much of its folder as tells it from others."""
    parts = {path: _parts(path) for path in paths}
    alike: dict[str, list[tuple[str, ...]]] = {}
    for each in parts.values():
        alike.setdefault(each[-1].casefold(), []).append(each)
    depths = {name: _depth_that_differs(group) for name, group in alike.items()}
    return {path: "/".join(each[-depths[each[-1].casefold()] :]) for path, each in parts.items()}


def _parts(path: str) -> tuple[str, ...]:
    """Folders and name of a path written on any system, without its root."""
    windows = PureWindowsPath(path)
    inside = windows.parts[1:] if windows.anchor else windows.parts
    return (windows.drive, *inside) if windows.drive else inside


def _depth_that_differs(paths: Sequence[tuple[str, ...]]) -> int:
    folded = [tuple(map(str.casefold, path)) for path in paths]
    longest = max(map(len, folded))
    for depth in range(1, longest):
        if len({path[-depth:] for path in folded}) == len(paths):
            return depth
    return longest
