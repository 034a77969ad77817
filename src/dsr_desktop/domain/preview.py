"""What an import would bring, before anything is written: files, sheets, columns, questions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from dsr_desktop.domain.column_titles.purposes import Purpose
from dsr_desktop.domain.columns import Column, Confidence, ToldBy
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fields import IDENTITY_FIELDS, Field, Origin
from dsr_desktop.domain.known_version import KnownVersion
from dsr_desktop.domain.mapping import ColumnChoice, HeaderChoice, SheetMapping, as_chosen
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.policy import Undeclared
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.domain.versions import VersionCounts

MOST_SAMPLES = 5
MOST_FIRST_ROWS = 10
_RUNNING_TEXT = frozenset({"docx", "pdf"})


class Question(StrEnum):
    """What the user should look at before a file is imported; worded in `wording.mapping`."""

    PASSWORD = "password"  # noqa: S105 - the kind of question
    ENCODING = "encoding"
    HEADER = "header"
    UNDECLARED_COLUMN = "undeclared_column"
    NO_IDENTITY_COLUMN = "no_identity_column"
    REPLACEMENT = "replacement"
    MAPPING_UNSURE = "mapping_unsure"


@dataclass(frozen=True)
class ColumnPreview:
    """One column as an import would store it; `number` counts from 1 as the spreadsheet does.

    `told_by` and, in words, `why` say what told the meaning. `samples` are the first different
    values, at most MOST_SAMPLES. `undeclared` names what of it the policy does not announce.
    """

    number: int
    header: str
    field: Field | None
    origin: Origin | None
    confidence: Confidence
    told_by: ToldBy
    samples: tuple[str, ...] = ()
    hidden: bool = False
    purpose: Purpose | None = None
    undeclared: Undeclared | None = None
    is_skipped: bool = False
    reason: str | None = None

    @classmethod
    def of(cls, column: Column, samples: tuple[str, ...]) -> "ColumnPreview":
        """Show a column with samples of its values."""
        return cls(
            column.number, column.header, column.field, column.origin, column.confidence,
            column.told_by, samples, column.hidden, column.purpose, column.undeclared,
            column.is_skipped, column.reason,
        )  # fmt: skip

    def following(self, choice: ColumnChoice | None) -> "ColumnPreview":
        """Return the column as it would be stored with this choice; None leaves it as it is."""
        if choice is None:
            return self
        column = Column(
            self.number, self.header, self.field, self.origin, self.purpose, self.hidden,
            self.confidence, self.told_by, self.undeclared,
        )  # fmt: skip
        return ColumnPreview.of(as_chosen(column, choice), self.samples)

    @property
    def why(self) -> Notice:
        """What told the meaning, in words."""
        return self.told_by.why

    @property
    def awaits_choice(self) -> bool:
        """Tell whether the policy does not announce the column and nobody said what to do."""
        return self.undeclared is not None and not self.is_skipped and not self.reason

    @property
    def choice(self) -> ColumnChoice:
        """What is shown here, as the choice that makes it last."""
        return ColumnChoice(self.field, self.origin, self.purpose, self.is_skipped, self.reason)


@dataclass(frozen=True)
class SheetPreview:
    """One sheet as an import would store it; `first_rows` are (row number, cells), header included.

    `rows` counts data rows, `known` those of which an e-mail or phone is in the register already,
    `new` the others; `held` counts those that a suppression entry would keep back.
    `header_unsure` tells that the header row may be somebody's data, or that none was found.
    `is_remembered`: the mapping comes from the register; `is_chosen`: from the options given.
    """

    name: str
    hidden: bool
    header: HeaderChoice
    header_row: int | None
    header_unsure: bool
    columns: tuple[ColumnPreview, ...]
    first_rows: tuple[tuple[int, tuple[str, ...]], ...]
    rows: int
    new: int
    known: int
    fingerprint: str
    is_remembered: bool = False
    is_chosen: bool = False
    held: int = 0

    @property
    def has_identity(self) -> bool:
        """Tell whether a column that is kept says who a row is about."""
        return any(one.field in IDENTITY_FIELDS for one in self.columns if not one.is_skipped)

    def mapping(self, changes: Mapping[int, ColumnChoice] | None = None) -> SheetMapping:
        """Return the mapping as shown, with `changes` by column number, for the user's word.

        Among `ImportOptions.mappings` it is followed without question, and remembered.
        """
        shown = {one.number: one.choice for one in self.columns}
        return SheetMapping(
            self.fingerprint,
            self.header,
            self.header_row if self.header is HeaderChoice.ROW else None,
            tuple(one.header for one in self.columns),
            shown | dict(changes or {}),
        )

    def following(self, mapping: SheetMapping) -> "SheetPreview":
        """Return the sheet with the columns as chosen, without reading it again.

        The row of titles is no longer counted as somebody's. Another one needs another reading: see
        `with_header`.
        """
        columns = tuple(one.following(mapping.columns.get(one.number)) for one in self.columns)
        sheet = replace(self, columns=columns, is_remembered=False, is_chosen=True)
        if not self.header_unsure:
            return sheet
        titles = 0 if self.header_row is None else 1
        of_new = min(titles, self.new)
        return replace(
            sheet, header_unsure=False, rows=self.rows - titles, new=self.new - of_new,
            known=self.known - (titles - of_new),
        )  # fmt: skip

    def with_header(self, row: int | None) -> SheetMapping:
        """Return a mapping with the titles in `row`, one of `first_rows`; None for no header.

        Preview again with it among `ImportOptions.mappings`: the columns are then recognised anew.
        Raises InvalidInputError for another row.
        """
        if row is None:
            return SheetMapping(self.fingerprint, HeaderChoice.NONE)
        titles = next((cells for n, cells in self.first_rows if n == row), None)
        if titles is None:
            raise InvalidInputError(
                mark(
                    "Row {row} is none of the first rows of the sheet. Choose one of those shown."
                ),
                row=row,
            )
        return SheetMapping(self.fingerprint, HeaderChoice.ROW, row, titles)

    def questions(self, *, is_list: bool) -> frozenset[Question]:
        """Return what the user should look at; a sheet of running text is no list."""
        asked = {Question.UNDECLARED_COLUMN: any(one.awaits_choice for one in self.columns)}
        if is_list and self.rows and not (self.is_remembered or self.is_chosen):
            guessed = any(one.confidence is Confidence.GUESS for one in self.columns)
            asked |= {
                Question.HEADER: self.header_unsure,
                Question.NO_IDENTITY_COLUMN: not self.has_identity,
                Question.MAPPING_UNSURE: guessed,
            }
        return frozenset(question for question, is_asked in asked.items() if is_asked)


@dataclass(frozen=True)
class EncodingDoubt:
    """An encoding that a text may have, and how two of its lines would then read."""

    encoding: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class FilePreview:
    """One file as an import would store it; `status` and `reason` as the import would give them.

    `encodings` is filled where several fit: the first is the one taken. `earlier` is the source that
    it may be a newer version of.
    """

    path: Path
    sha256: str | None
    status: SourceStatus
    format: str | None = None
    encoding: str | None = None
    encodings: tuple[EncodingDoubt, ...] = ()
    reason: Notice | None = None
    warnings: tuple[Notice, ...] = ()
    sheets: tuple[SheetPreview, ...] = ()
    earlier: KnownVersion | None = None

    @property
    def replaces(self) -> int | None:
        """Id of the source that it may be a newer version of."""
        return self.earlier.source_id if self.earlier else None

    @property
    def changes(self) -> VersionCounts | None:
        """What it would change of that source."""
        return self.earlier.changes if self.earlier else None

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the user should look at before the file is imported, in the order of Question."""
        asked = set[Question]().union(
            *(one.questions(is_list=self.format not in _RUNNING_TEXT) for one in self.sheets)
        )
        inside = any(one.details.get("cause") == Problem.PASSWORD for one in self.warnings)
        if self.status is SourceStatus.PASSWORD or inside:
            asked.add(Question.PASSWORD)
        if self.encodings:
            asked.add(Question.ENCODING)
        if self.earlier is not None:
            asked.add(Question.REPLACEMENT)
        return tuple(question for question in Question if question in asked)

    @property
    def has_question(self) -> bool:
        """Tell whether the user should look at the file before it is imported."""
        return bool(self.questions)

    @property
    def rows(self) -> int:
        """Data rows of all sheets."""
        return sum(sheet.rows for sheet in self.sheets)

    @property
    def new(self) -> int:
        """Rows of which the register knows neither e-mail nor phone."""
        return sum(sheet.new for sheet in self.sheets)

    @property
    def known(self) -> int:
        """Rows of which the register knows an e-mail or phone."""
        return sum(sheet.known for sheet in self.sheets)

    @property
    def held(self) -> int:
        """Rows that a suppression entry would keep back."""
        return sum(sheet.held for sheet in self.sheets)


@dataclass(frozen=True)
class Preview:
    """What an import would bring, in the order of the files; `skipped` counts system files.

    Files without a question go through: they are counted, only the others are shown.
    """

    files: tuple[FilePreview, ...]
    skipped: int = 0
    elapsed_ms: int = 0

    @property
    def with_question(self) -> tuple[FilePreview, ...]:
        """Files that the user should look at."""
        return tuple(file for file in self.files if file.has_question)

    @property
    def ready(self) -> tuple[FilePreview, ...]:
        """Files that would be stored without a question."""
        return tuple(file for file in self.files if file.status.is_stored and not file.has_question)

    @property
    def unreadable(self) -> tuple[FilePreview, ...]:
        """Files that would not be read."""
        return tuple(file for file in self.files if file.status.is_unread)

    @property
    def rows(self) -> int:
        """Data rows of all files."""
        return sum(file.rows for file in self.files)

    @property
    def new(self) -> int:
        """Rows of which the register knows neither e-mail nor phone."""
        return sum(file.new for file in self.files)

    @property
    def known(self) -> int:
        """Rows of which the register knows an e-mail or phone."""
        return sum(file.known for file in self.files)

    @property
    def held(self) -> int:
        """Rows that a suppression entry would keep back."""
        return sum(file.held for file in self.files)
