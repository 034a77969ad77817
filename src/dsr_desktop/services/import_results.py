"""What the user says about an import, and what became of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dsr_desktop.domain.mapping import SheetMapping
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.source import Sheet, SourceKind, SourceStatus
from dsr_desktop.services.superseding import NewerVersion
from dsr_desktop.services.text_encodings import encoding_named


@dataclass(frozen=True)
class ImportOptions:
    """What the user says about the files: kind is "list" (register list) or "copy" (working copy).

    `passwords` are tried on protected files and kept nowhere. `mappings` say what columns mean;
    those that fit a sheet are remembered if `remembers`. `replaces` lets a newer version of a known
    file take its place where it surely is one; `takes_place` has the id of the source whose place a
    single file takes, by absolute path. `encoding` is that of all texts, `encodings` by absolute
    path of single ones, where their bytes do not tell.
    """

    kind: SourceKind = SourceKind.LIST
    activity: str | None = None
    channel: str | None = None
    supplied_by: str | None = None
    collected_on: date | None = None
    policy_version: str | None = None
    retention: str | None = None
    passwords: tuple[str, ...] = field(default=(), repr=False)
    mappings: tuple[SheetMapping, ...] = ()
    encoding: str | None = None
    encodings: Mapping[Path, str] = field(default_factory=dict)
    remembers: bool = True
    replaces: bool = False
    takes_place: Mapping[Path, int] = field(default_factory=dict)

    def encoding_of(self, path: Path) -> str | None:
        """Return the encoding named for a file; InvalidInputError for one that is none."""
        named = self.encodings.get(path, self.encoding)
        return None if named is None else encoding_named(named)


@dataclass(frozen=True)
class FileResult:
    """What became of one file; `status` as in the command's JSON.

    `is_partly` says that something of it is not in the register, also when it is a duplicate;
    `source_id` is then the source that it repeats, `is_new_place` that its path was not known,
    `remark` what the import meant for that source's kind. `held` counts the rows that the
    suppression list keeps back, `marketing_blocked` those of the stored `rows` that are not to be
    used for marketing, `cleared` those that the DPO found to be another person's in the earlier
    version. `replaces` tells of the known file that this one is a newer version of.
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
    held: int = 0
    marketing_blocked: int = 0
    cleared: int = 0
    replaces: NewerVersion | None = None


@dataclass(frozen=True)
class ImportReport:
    """Results of an import in the order of the files.

    `skipped` counts system and lock files, and the register's own. `unused_mappings` are the
    fingerprints of mappings given that fit no sheet.
    """

    files: tuple[FileResult, ...]
    skipped: int
    elapsed_ms: int
    unused_mappings: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """Rows stored in all."""
        return sum(file.rows for file in self.files)

    @property
    def held(self) -> int:
        """Rows kept back in all, for the DPO to decide on (R-SUP-4)."""
        return sum(file.held for file in self.files)

    @property
    def marketing_blocked(self) -> int:
        """Stored rows not to be used for marketing, in all."""
        return sum(file.marketing_blocked for file in self.files)

    @property
    def cleared(self) -> int:
        """Rows stored in all because they were cleared in an earlier version."""
        return sum(file.cleared for file in self.files)

    @property
    def not_read(self) -> tuple[FileResult, ...]:
        """Files that were not searched and never will be until somebody acts."""
        return tuple(file for file in self.files if file.status.is_unread)

    @property
    def not_searched(self) -> Mapping[str, int]:
        """Kinds of files that are not read at all, with how many there were of each."""
        kinds = (file.reason.foreign_kind for file in self.not_read if file.reason)
        return dict(Counter(filter(None, kinds)).most_common())

    @property
    def read_in_part(self) -> tuple[FileResult, ...]:
        """Files of which something is not in the register, whether read now or earlier."""
        return tuple(file for file in self.files if file.is_partly)

    @property
    def new_places(self) -> int:
        """Files whose content was known and whose place on the disk was not."""
        return sum(file.is_new_place for file in self.files)
