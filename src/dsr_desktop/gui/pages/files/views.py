"""What the Files page shows and what it asks for: frozen values between page and presenter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.import_details import ImportDetails
from dsr_desktop.domain.source import Source
from dsr_desktop.gui.pages.files.table import FileRow
from dsr_desktop.gui.widgets.key_values import KeyValue


@dataclass(frozen=True)
class SheetDetails:
    """A sheet: title, a note on rows and header, and what its columns mean."""

    title: str
    note: str
    hidden: bool
    mapping: tuple[KeyValue, ...]


@dataclass(frozen=True)
class Removal:
    """The question before an import is undone."""

    question: str
    sentence: str
    verb: str


@dataclass(frozen=True)
class ImportUndo:
    """The way back from an import: its sources, and the question before they leave the register."""

    source_ids: tuple[int, ...]
    removal: Removal


@dataclass(frozen=True)
class HeldLine:
    """A held row that waits for a decision: where it stands and the kind of its key, in words.

    `look_into` is the file to look into before deciding.
    """

    id: int
    file: str
    number: str
    place: str
    kind: str
    look_into: str


@dataclass(frozen=True)
class HeldRows:
    """The held rows of a file: how many wait ("" for none), each of these, what was decided.

    `content` says in which content of the file they stand, "" where the register has one only.
    """

    waiting: str = ""
    lines: tuple[HeldLine, ...] = ()
    decided: str = ""
    content: str = ""


@dataclass(frozen=True)
class HeldAnswer:
    """What the DPO says of a held row, and why; the password is for a file that asks for one."""

    line: HeldLine
    decision: HeldDecision
    reason: str
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class FileDetails:
    """Everything known about an imported file, in words; `copies` are its other places.

    `undo` is the way back if it did not come alone. `brings_back` says which earlier version returns
    when it is removed, "" without one; `stays_at` that its rows stay then, since a copy takes its
    place. `gone` says by place which are gone for good. `held` is what the suppression list kept out.
    """

    row: FileRow
    reason: str
    warnings: tuple[str, ...]
    facts: tuple[KeyValue, ...]
    path: str
    copies: tuple[str, ...]
    sha256: str
    sheets: tuple[SheetDetails, ...]
    undo: ImportUndo | None = None
    brings_back: str = ""
    stays_at: str = ""
    gone: Mapping[str, str] = field(default_factory=dict)
    held: HeldRows = HeldRows()


@dataclass(frozen=True)
class ActivityChoice:
    """An activity to choose: its code, and code and name in words."""

    code: str
    words: str


@dataclass(frozen=True)
class Attempt:
    """A file that was not read, and who supplied it."""

    source: Source
    supplied_by: str


@dataclass(frozen=True)
class UnreadFiles:
    """Files that no search can look into: words for the banner, and what was tried."""

    title: str
    reasons: str
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True)
class FilesView:
    """The whole page, files that were not read first.

    `said` is what was said of earlier imports, newest first: a form offers it again.
    """

    state: str
    files: tuple[FileDetails, ...]
    activities: tuple[ActivityChoice, ...]
    unread: UnreadFiles | None
    said: tuple[ImportDetails, ...] = ()


@dataclass(frozen=True)
class FormRules:
    """What a form of an import goes by.

    `wrong_day` says what is wrong with a day that was typed in, or "" ; a text has at most `longest`
    characters; `encodings` may be named.
    """

    wrong_day: Callable[[str], str]
    longest: int
    encodings: tuple[str, ...]


@dataclass(frozen=True)
class MappingTold:
    """What came of a mapping file: `is_good` once it was followed or saved."""

    what: str
    consequence: str
    is_good: bool


@dataclass(frozen=True)
class ImportPlan:
    """Files about to be imported; `skipped` system files were left out."""

    files: tuple[Path, ...]
    skipped: int


@dataclass(frozen=True)
class ImportAnswers:
    """What the user says about the files; empty texts were left open."""

    is_copy: bool = False
    activity: str = ""
    supplied_by: str = ""
    collected_on: str = ""
    channel: str = ""
    policy_version: str = ""
    retention: str = ""
    remembers: bool = True


@dataclass(frozen=True)
class ReplacementOffer:
    """A file that stands beside an earlier version of it: `words` to replace that, and the question."""

    earlier_id: int
    newer_id: int
    words: str
    question: Removal


@dataclass(frozen=True)
class Summary:
    """How an import ended: `is_good` unless nothing could be read or it was stopped.

    `offers` are for files whose earlier versions may still be replaced.
    """

    what: str
    consequence: str
    is_good: bool
    undo: ImportUndo | None = None
    offers: tuple[ReplacementOffer, ...] = ()
