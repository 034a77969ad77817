"""What the user says about an import, and what became of it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.source import Sheet, SourceKind, SourceStatus


@dataclass(frozen=True)
class ImportOptions:
    """What the user says about the files: kind is "list" (register list) or "copy" (working copy).

    `passwords` are tried on protected files and kept nowhere.
    """

    kind: SourceKind = SourceKind.LIST
    activity: str | None = None
    channel: str | None = None
    supplied_by: str | None = None
    collected_on: date | None = None
    policy_version: str | None = None
    retention: str | None = None
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class FileResult:
    """What became of one file; `status` as in the command's JSON.

    `is_partly` says that something of it is not in the register, also when it is a duplicate;
    `source_id` is then the source that it repeats, `is_new_place` that its path was not known,
    `remark` what the import meant for that source's kind.
    """

    path: Path
    sha256: str | None
    status: SourceStatus
    format: str | None = None
    encoding: str | None = None
    reason: Notice | None = None
    rows: int = 0
    warnings: tuple[Notice, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    source_id: int | None = None
    is_partly: bool = False
    is_new_place: bool = False
    remark: Notice | None = None


@dataclass(frozen=True)
class ImportReport:
    """Results of an import in the order of the files.

    `skipped` counts system and lock files, and the register's own.
    """

    files: tuple[FileResult, ...]
    skipped: int
    elapsed_ms: int

    @property
    def rows(self) -> int:
        """Rows stored in all."""
        return sum(file.rows for file in self.files)

    @property
    def not_read(self) -> tuple[FileResult, ...]:
        """Files that were not searched and never will be until somebody acts."""
        return tuple(file for file in self.files if file.status.is_unread)

    @property
    def read_in_part(self) -> tuple[FileResult, ...]:
        """Files of which something is not in the register, whether read now or earlier."""
        return tuple(file for file in self.files if file.is_partly)

    @property
    def new_places(self) -> int:
        """Files whose content was known and whose place on the disk was not."""
        return sum(file.is_new_place for file in self.files)
