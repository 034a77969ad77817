"""What was imported: a file, its sheets and their rows."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import PurePath

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.notes import CellNote
from dsr_desktop.domain.notice import Notice


class SourceKind(StrEnum):
    """Why a file was brought in (R-RT-7): to keep its contacts, or only to answer a request."""

    LIST = "list"
    COPY = "copy"


class SourceStatus(StrEnum):
    """What became of a file; one that was there already is not stored a second time."""

    IMPORTED = "imported"
    PARTLY = "partly"
    UNREADABLE = "unreadable"
    PASSWORD = "password"  # noqa: S105 - the file has one
    DUPLICATE = "duplicate"

    @property
    def is_stored(self) -> bool:
        """Tell whether rows of the file were put into the register."""
        return self in {SourceStatus.IMPORTED, SourceStatus.PARTLY}

    @property
    def is_unread(self) -> bool:
        """Tell whether no search can look into the file, until somebody acts."""
        return self in {SourceStatus.UNREADABLE, SourceStatus.PASSWORD}


@dataclass(frozen=True)
class SourceCopy:
    """Another place on the disk at which the content of a source was seen, with the time (ISO).

    It is no working copy: that is a source of its own kind. `delivery_id` is the delivery with which
    it came, None for one that came before deliveries of copies were recorded.
    """

    path: str
    seen_at: str
    delivery_id: int | None = None


@dataclass(frozen=True)
class Source:
    """One file that was brought to the register, read or not.

    `copies` are the other places at which its content was seen, in the order of their imports.
    """

    id: int | None
    path: str
    name: str
    sha256: str | None
    size: int | None
    format: str | None
    encoding: str | None
    kind: SourceKind
    activity: str | None
    channel: str | None
    collected_on: str | None
    policy_version: str | None
    retention: str | None
    status: SourceStatus
    reason: Notice | None
    warnings: tuple[Notice, ...]
    row_count: int
    imported_at: str
    imported_by: str
    purge_on: str | None
    delivery_id: int | None = None
    superseded_by: int | None = None
    superseded_on: str | None = None
    copies: tuple[SourceCopy, ...] = ()

    @property
    def is_current(self) -> bool:
        """Tell whether no newer version took the file's place: only then searches see it."""
        return self.superseded_by is None

    @property
    def paths(self) -> tuple[str, ...]:
        """Every place on the disk at which the content was seen, the source's own first."""
        return (self.path, *(copy.path for copy in self.copies))

    def first_copy(self, besides: Container[str] = ()) -> SourceCopy | None:
        """Return the copy seen first of those that lie at none of the places `besides`."""
        return next((one for one in self.copies if one.path not in besides), None)

    def copies_of(self, deliveries: Container[int | None]) -> tuple[SourceCopy, ...]:
        """Return the copies that are known to have come with one of the deliveries."""
        return tuple(
            one
            for one in self.copies
            if one.delivery_id is not None and one.delivery_id in deliveries
        )

    def at_copy(self, copy: SourceCopy) -> "Source":
        """Return the source as it stands when its own place is given up for that of a copy.

        What was said of the import stays; the time and the delivery are those of the copy.
        """
        return replace(
            self, path=copy.path, name=PurePath(copy.path).name, imported_at=copy.seen_at,
            delivery_id=copy.delivery_id,
            copies=tuple(one for one in self.copies if one.path != copy.path),
        )  # fmt: skip


def sheet_apart(file_name: str, sheet: str) -> str:
    """Return the name of a sheet, "" where it only repeats that of the file, as in a text list."""
    return "" if sheet == PurePath(file_name).stem else sheet


@dataclass(frozen=True)
class Sheet:
    """One sheet of a source; `columns` with field and origin, `header_row` counts from 1."""

    id: int | None
    source_id: int
    name: str
    hidden: bool
    header_row: int | None
    columns: tuple[Column, ...]
    row_count: int

    @cached_property
    def fields(self) -> tuple[Field | None, ...]:
        """What each column means."""
        return tuple(column.field for column in self.columns)

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """The title of each column, empty without one."""
        return tuple(column.header for column in self.columns)


@dataclass(frozen=True)
class KeptValue:
    """A value that the newer version of a file leaves blank and that only the register still has.

    `kept_from` is the day (ISO) on which the version that had it was imported; `column` counts from
    1, for a column that is gone beyond those of the sheet.
    """

    column: int
    text: str
    kept_from: str


@dataclass(frozen=True)
class StoredRow:
    """One row of a sheet: `n` is the number the spreadsheet shows, cells are display texts.

    `cells` are those of the file, `kept` what it left blank and the register keeps.
    """

    id: int
    sheet_id: int
    n: int
    hidden: bool
    cells: tuple[str, ...]
    notes: tuple[CellNote, ...] = ()
    kept: tuple[KeptValue, ...] = ()

    @property
    def all_cells(self) -> tuple[str, ...]:
        """The cells with what is kept in its columns: all that the register knows of the row."""
        return with_kept(self.cells, self.kept)


def with_kept(cells: Sequence[str], kept: Sequence[KeptValue]) -> tuple[str, ...]:
    """Put kept values into the blank cells of their columns."""
    if not kept:
        return tuple(cells)
    known = {one.column: one.text for one in kept}
    width = max((len(cells), *known))
    texts = (*cells, *[""] * (width - len(cells)))
    return tuple(text or known.get(number, "") for number, text in enumerate(texts, 1))


@dataclass(frozen=True)
class Place:
    """A row and where it stands."""

    row: StoredRow
    sheet: Sheet
    source: Source
