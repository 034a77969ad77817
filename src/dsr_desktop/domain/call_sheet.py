"""The sheet of a phone call: who called, where to call back, what was read back, what was said."""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import NamedTuple

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.lifecycle import EARLIEST_RECEIPT
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.system import check_length

_LONGEST_LINE = 200


class CallTexts(NamedTuple):
    """What is written on a sheet; `read_back` is what the caller heard repeated and confirmed."""

    caller: str = ""
    call_back: str = ""
    read_back: str = ""
    notes: str = ""


@dataclass(frozen=True)
class CallSheet:
    """One call. `ref` is its request, "" while there is none; a draft until it is finished."""

    called_on: date
    texts: CallTexts
    recorded_on: date
    recorded_by: str
    called_at: time | None = None
    ref: str = ""
    finished_on: date | None = None
    changed_on: date | None = None
    id: int = 0

    @property
    def is_draft(self) -> bool:
        """Tell whether it may still be changed."""
        return self.finished_on is None


def checked_call(sheet: CallSheet, today: date) -> CallSheet:
    """Return a sheet without the space around its texts.

    Raises InvalidInputError for a call after today or before 25 May 2018, for texts that are too
    long, and for a sheet on which nothing is written.
    """
    if not EARLIEST_RECEIPT <= sheet.called_on <= today:
        raise InvalidInputError(
            mark("The day of the call must lie between 25 May 2018 and today. Correct it.")
        )
    caller, call_back, read_back, notes = sheet.texts
    texts = CallTexts(
        check_length(caller, _LONGEST_LINE), check_length(call_back, _LONGEST_LINE),
        check_length(read_back), check_length(notes),
    )  # fmt: skip
    if not any(texts):
        raise InvalidInputError(
            mark("The call sheet is empty. Write who called, or what was said.")
        )
    return replace(sheet, texts=texts)


def check_may_change(sheet: CallSheet) -> None:
    """Raise NotAllowedError for a sheet that is finished: it stands as it was written."""
    if not sheet.is_draft:
        raise NotAllowedError(
            mark("Call sheet {id} is finished and stays as it is. Write a new one."),
            id=str(sheet.id),
        )


def check_may_discard(sheet: CallSheet) -> None:
    """Raise NotAllowedError for a finished sheet, and for one that belongs to a request."""
    check_may_change(sheet)
    if sheet.ref:
        raise NotAllowedError(
            mark("Call sheet {id} belongs to {ref} and goes with its file."),
            id=str(sheet.id), ref=sheet.ref,
        )  # fmt: skip
