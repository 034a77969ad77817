"""Brings in a register kept elsewhere: read, propose what columns mean, preview, all or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.register_columns import (
    ACTIVITY_TITLES,
    REQUEST_TITLES,
    Titles,
    header_row_of,
    propose_columns,
    with_choices,
)
from dsr_desktop.domain.register_import import (
    Entry,
    ImportedActivity,
    ImportedRequest,
    Understood,
    understand_activities,
    understand_requests,
)
from dsr_desktop.services.register import Register
from dsr_desktop.services.register_exports import RegisterKind
from dsr_desktop.services.storing_registers import (
    in_order,
    known_references,
    store_activity,
    store_request,
)
from dsr_desktop.services.table_reading import TextFile, TextSheet, read_sheets_of

_TITLES: Mapping[RegisterKind, Titles] = {
    RegisterKind.ACTIVITIES: ACTIVITY_TITLES,
    RegisterKind.REQUESTS: REQUEST_TITLES,
}


_FIRST_ROWS = 5


@dataclass(frozen=True)
class RegisterChoices:
    """What the DPO chose: the sheet, "" for the proposed one, and meanings by title of column."""

    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RegisterPreview:
    """What an import would bring; `problems` stand in its way, `warnings` do not.

    `columns` pairs each title with its meaning, None for a column that is left out; `other_sheets`
    are those of the file that would not be brought in; `first_rows` those below the titles, with their
    numbers.
    """

    kind: RegisterKind
    sheet: str
    header_row: int
    columns: tuple[tuple[str, str | None], ...]
    entries: tuple[Entry, ...]
    problems: tuple[Notice, ...]
    warnings: tuple[Notice, ...]
    other_sheets: tuple[str, ...]
    first_rows: tuple[tuple[int, tuple[str, ...]], ...] = ()


def preview_register(
    register: Register,
    kind: RegisterKind,
    path: Path,
    today: date,
    choices: RegisterChoices = RegisterChoices(),
) -> RegisterPreview:
    """Read a register from a file and say what it would become; nothing is written.

    Raises InvalidInputError for a file that cannot be read, a sheet without known titles and choices
    that cannot be meant, NotFoundError for a sheet that is not there.
    """
    return _preview(register, kind, read_sheets_of(register, path), today, choices)


def import_register(
    register: Register,
    kind: RegisterKind,
    path: Path,
    today: date,
    choices: RegisterChoices = RegisterChoices(),
) -> RegisterPreview:
    """Store a register whole, or nothing of it; returns what was stored.

    Raises as `preview_register` does, and NotAllowedError while a row has a problem or without rows.
    """
    file = read_sheets_of(register, path)
    with register.database.transaction():
        preview = _preview(register, kind, file, today, choices)
        _check_whole(preview)
        for entry in in_order(preview.entries):
            match entry:
                case ImportedRequest():
                    store_request(register, entry, today)
                case ImportedActivity():
                    store_activity(register, entry, today)
        register.log(EventKind.REGISTER_IMPORTED, register=kind, rows=len(preview.entries))
    return preview


def _preview(
    register: Register, kind: RegisterKind, file: TextFile, today: date, choices: RegisterChoices
) -> RegisterPreview:
    titles = _TITLES[kind]
    sheet, at = _sheet_with_header(file, titles, choices.sheet)
    number, header = sheet.rows[at]
    width = max(len(cells) for _n, cells in sheet.rows)
    headers = tuple(cell.strip() for cell in (*header, *[""] * (width - len(header))))
    columns = with_choices(headers, propose_columns(headers, titles), choices.columns, titles)
    understood = _understood(register, kind, _cells(sheet.rows[at + 1 :], columns), today)
    return RegisterPreview(
        kind, sheet.name, number, tuple(zip(headers, columns, strict=True)), understood.entries,
        understood.problems, file.warnings,
        tuple(one.name for one in file.sheets if one is not sheet and one.rows),
        sheet.rows[at + 1 : at + 1 + _FIRST_ROWS],
    )  # fmt: skip


def _check_whole(preview: RegisterPreview) -> None:
    if preview.problems:
        raise NotAllowedError(
            mark("Rows with a problem: {n}. Nothing was brought in. Look at the preview."),
            n=len(preview.problems),
        )
    if not preview.entries:
        raise NotAllowedError(mark("There is no row below the titles. Nothing was brought in."))


def _understood(
    register: Register, kind: RegisterKind, rows: Sequence[tuple[int, dict[str, str]]], today: date
) -> Understood:
    if kind is RegisterKind.REQUESTS:
        return understand_requests(rows, known_references(register), today)
    return understand_activities(rows)


def _cells(
    rows: Sequence[tuple[int, tuple[str, ...]]], columns: Sequence[str | None]
) -> list[tuple[int, dict[str, str]]]:
    """Return the filled rows by meaning of column."""
    named = (
        (number, {one: text for one, text in zip(columns, cells, strict=False) if one})
        for number, cells in rows
    )
    return [(number, cells) for number, cells in named if any(map(str.strip, cells.values()))]


def _sheet_with_header(file: TextFile, titles: Titles, wanted: str) -> tuple[TextSheet, int]:
    """Return the sheet whose titles say most, or the one chosen, and where its titles stand."""
    sheets = [one for one in file.sheets if not wanted or one.name == wanted]
    if not sheets:
        raise NotFoundError(
            mark("The file has no sheet {name}. It has: {names}."),
            name=wanted[:40], names=", ".join(one.name for one in file.sheets)[:200],
        )  # fmt: skip
    found = [(_known_titles(one, titles), one) for one in sheets]
    (_n, at), sheet = max(found, key=lambda each: each[0][0])
    if at is None:
        raise InvalidInputError(
            mark("No row holds known titles, such as {titles}. Name the columns, then try again."),
            titles=", ".join(list(titles)[:4]),
        )
    return sheet, at


def _known_titles(sheet: TextSheet, titles: Titles) -> tuple[int, int | None]:
    rows = [cells for _n, cells in sheet.rows]
    at = header_row_of(rows, titles)
    if at is None:
        return 0, None
    return sum(one is not None for one in propose_columns(rows[at], titles)), at
