"""Erasing a person from the register: what goes, what is kept and why, and when it may be done.

Domain catalogue 1.5, steps E02 to E07; GDPR art. 17.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.hit import HitCounts
from dsr_desktop.domain.lifecycle import check_can_erase
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.right import Right

REASONS_TO_KEEP = ("A17_3_a", "A17_3_b", "A17_3_c", "A17_3_d", "A17_3_e")
"""Why a dataset is not erased (art. 17(3)): expression, a legal duty, health, archives, claims."""
_ERASURES = frozenset({Right.ERASURE, Right.MINOR_ERASURE})


@dataclass(frozen=True)
class RowToErase:
    """A stored row with where its file has it; `columns` (from 1) are those to empty, none for all.

    Columns are given where the row is also somebody else's: it stays, without what names the person.
    """

    row_id: int
    source_id: int
    sha256: str
    sheet: str
    row: int
    columns: tuple[int, ...] = ()

    @property
    def goes_whole(self) -> bool:
        """Tell whether nothing of the row stays."""
        return not self.columns


@dataclass(frozen=True)
class KeptDataset:
    """A file whose rows of the person stay, archived, for a reason of art. 17(3), until a day."""

    source_id: int
    reason_code: str
    until: date
    rows: int = 0


@dataclass(frozen=True)
class ErasurePlan:
    """What an erasure will do, counted before anybody is asked; `keys` go on the suppression list.

    `others` are the rows that the DPO found to be somebody else's; `lists_keys` is false where the
    company chose not to list erased people (R-SUP-6). `files` are the ids of the files.
    """

    ref: str
    rows: tuple[RowToErase, ...]
    kept: tuple[KeptDataset, ...]
    others: int
    keys: int
    lists_keys: bool

    @property
    def whole(self) -> int:
        """How many rows go."""
        return sum(one.goes_whole for one in self.rows)

    @property
    def in_part(self) -> int:
        """How many rows stay for somebody else, without what names the person."""
        return len(self.rows) - self.whole

    @property
    def kept_rows(self) -> int:
        """How many rows are kept, for a reason."""
        return sum(one.rows for one in self.kept)

    @property
    def files(self) -> tuple[int, ...]:
        """The ids of the files that lose rows."""
        return tuple(dict.fromkeys(one.source_id for one in self.rows))


def check_may_erase(request: Request, found: HitCounts) -> None:
    """Refuse to erase before it is decided, before the copy is sent, or while a hit is not judged.

    Raises NotAllowedError that names what is missing (R-COM-6, R-TYP-2, R-MAT-2).
    """
    if not request.is_open:
        raise NotAllowedError(
            mark("{ref} is closed. Reopen it before anything of it is erased."), ref=request.ref
        )
    if not any(item.right in _ERASURES and item.is_carried_out for item in request.items):
        raise NotAllowedError(
            mark("Nothing of {ref} is erased before an erasure is granted. Decide on it first."),
            ref=request.ref,
        )
    if request.doubt_is_open:
        raise NotAllowedError(
            mark("Nothing of {ref} is erased while it is in doubt who asks. Settle that first."),
            ref=request.ref,
        )
    check_can_erase(request)
    if found.to_review:
        raise NotAllowedError(
            mark("{ref} has hits without a verdict: {n}. Say first which of them are the person."),
            ref=request.ref, n=found.to_review,
        )  # fmt: skip


def check_kept(kept: Sequence[KeptDataset], cited: frozenset[int], today: date) -> None:
    """Refuse a dataset to keep that the request does not cite, a reason or a day that cannot be.

    Raises InvalidInputError.
    """
    for one in kept:
        if one.source_id not in cited:
            raise InvalidInputError(
                mark("No row of this person stands in file {id}. Take an id from the list."),
                id=str(one.source_id),
            )
        if one.reason_code not in REASONS_TO_KEEP:
            raise InvalidInputError(
                mark("{code} is no reason to keep data. Possible: {codes}."),
                code=one.reason_code[:40], codes=", ".join(REASONS_TO_KEEP),
            )  # fmt: skip
        if one.until <= today:
            raise InvalidInputError(
                mark("Data are kept until a day to come, not until {day}. Correct it."),
                day=one.until.isoformat(),
            )


def check_not_needed(ref: str, others: Sequence[str]) -> None:
    """Refuse to erase rows that another open request still has to answer on (art. 12(2))."""
    if others:
        raise NotAllowedError(
            mark("Rows of {ref} are needed by {others}, still open. Answer and close that first."),
            ref=ref, others=", ".join(others),
        )  # fmt: skip


def check_read_again(ref: str, unread: Sequence[str]) -> None:
    """Refuse to erase while a file may still hold the person: nobody could look for it later (E12).

    `unread` names the files.
    """
    if unread:
        raise NotAllowedError(
            mark(
                "Read the files of {ref} again first: not seen clean yet are {files}. Once the "
                "register has erased the rows, it cannot tell any more what to look for."
            ),
            ref=ref, files=", ".join(unread),
        )  # fmt: skip


def check_keys_listed(ref: str, wanted: Iterable[str], listed: Iterable[str]) -> None:
    """Refuse to delete before the suppression entries are there: afterwards nobody could make them.

    `wanted` and `listed` are keyed hashes (E05, R-SUP-1). Raises NotAllowedError.
    """
    if not frozenset(wanted) <= frozenset(listed):
        raise NotAllowedError(
            mark("{ref}: the suppression list lacks a key of this person. Nothing was erased."),
            ref=ref,
        )
