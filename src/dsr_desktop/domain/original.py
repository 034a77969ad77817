"""Originals whose place a cleaned copy takes: how it stands with each, and what a crash left."""

from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.cleaning import MAY_REPLACE, CleanStatus


class JournalState(StrEnum):
    """What is being done with an original, written before it is done.

    REPLACED lasts until the original is put back or the request is closed; the others last only as
    long as the act, or until the opening after a crash.
    """

    REPLACING = "replacing"
    REPLACED = "replaced"
    PUTTING_BACK = "putting_back"


class OriginalStatus(StrEnum):
    """What became of an original, after it was asked to be replaced or put back."""

    REPLACED = "replaced"
    PUT_BACK = "put_back"
    NOT_CLEAN = "not_clean"
    CHANGED = "changed"
    MISSING = "missing"
    NOT_WRITABLE = "not_writable"


@dataclass(frozen=True)
class JournalEntry:
    """One original in the journal; `part` is the name in its folder of the file being written."""

    id: int
    source_id: int
    path: str
    part: str
    mode: int
    state: JournalState
    sha256_before: str
    sha256_after: str


@dataclass(frozen=True)
class CleanedPlace:
    """The copy made last of the file at `path`; `is_replaced`: it stands in the place of the file."""

    source_id: int
    path: str
    status: CleanStatus
    rows: int
    is_replaced: bool = False

    @property
    def may_replace(self) -> bool:
        """Tell whether the copy was proved and waits to take the place of the file."""
        return self.status in MAY_REPLACE and not self.is_replaced


@dataclass(frozen=True)
class OriginalResult:
    """What became of the file at `path`."""

    source_id: int
    path: str
    status: OriginalStatus


@dataclass(frozen=True)
class Originals:
    """What became of all originals of a request."""

    ref: str
    files: tuple[OriginalResult, ...]

    @property
    def done(self) -> bool:
        """Tell whether all of them were replaced, or put back."""
        wanted = {OriginalStatus.REPLACED, OriginalStatus.PUT_BACK}
        return bool(self.files) and all(one.status in wanted for one in self.files)


class Settled(StrEnum):
    """What an opening makes of an entry that a crash left."""

    IS_REPLACED = "is_replaced"
    IS_AS_BEFORE = "is_as_before"
    WAITS = "waits"


def settle(entry: JournalEntry, sha256: str | None) -> Settled:
    """Decide by the content that lies at the place now, None if it cannot be read.

    A file takes its place at once, so that it is the one or the other; whoever changed it since has
    the undo copy kept.
    """
    if sha256 is None:
        return Settled.WAITS
    if sha256 == entry.sha256_before:
        return Settled.IS_AS_BEFORE
    return Settled.IS_REPLACED
