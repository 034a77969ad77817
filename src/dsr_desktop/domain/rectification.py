"""A value put right (GDPR art. 16): before and after for each copy, and whether it came back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.written import written


class CopyState(StrEnum):
    """How far a copy is: CAME_BACK means that a newer version of the file has the old value again."""

    TO_CORRECT = "to_correct"
    CORRECTED = "corrected"
    CAME_BACK = "came_back"


@dataclass(frozen=True)
class RectifiedCell:
    """One cell that held the wrong value; its file is corrected by its owner, on `done_on`.

    `before` and `after` are "" once the person was erased. `column` counts from 1.
    """

    source_id: int
    row_id: int
    sheet: str
    row: int
    column: int
    before: str
    after: str
    decided_on: date
    decided_by: str
    done_on: date | None = None
    done_by: str = ""
    evidence: str = ""
    id: int = 0

    def state(self, newer: str | None) -> CopyState:
        """Say how far it is; `newer` is the cell in a newer version of the file, None without one."""
        if newer is not None:
            return CopyState.CAME_BACK if newer == self.before else CopyState.CORRECTED
        return CopyState.CORRECTED if self.done_on else CopyState.TO_CORRECT


def check_values(request: Request, before: str, after: str) -> tuple[str, str]:
    """Return the wrong value and the right one, tidied.

    Raises NotAllowedError unless the request asks for a rectification that was decided to be carried
    out, InvalidInputError for values that are empty or the same.
    """
    if not any(one.right is Right.RECTIFICATION and one.is_carried_out for one in request.items):
        raise NotAllowedError(
            mark("Nothing of {ref} is corrected before a rectification is granted."),
            ref=request.ref,
        )
    wrong, right = before.strip(), written("after", after)
    if not wrong or wrong == right:
        raise InvalidInputError(
            mark("The wrong value and the right one are empty or the same. Write both.")
        )
    return wrong, right


def check_done(done_on: date, decided_on: date, today: date) -> None:
    """Refuse a day on which a file cannot have been corrected; InvalidInputError."""
    if not decided_on <= done_on <= today:
        raise InvalidInputError(
            mark("It was done between {first} and today, not on {day}. Correct the day."),
            first=decided_on.isoformat(), day=done_on.isoformat(),
        )  # fmt: skip
