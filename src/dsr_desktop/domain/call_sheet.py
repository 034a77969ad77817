"""The sheet of a phone call: who called, where to call back, what was read back, what was said."""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import NamedTuple

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.lifecycle import EARLIEST_RECEIPT
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.domain.proposed_person import Found
from dsr_desktop.domain.system import check_length
from dsr_desktop.domain.workdays import add_months

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

    def kept_until(self, months: int) -> date:
        """Return the day on which it goes, unless it belongs to a request by then.

        It is kept as long as the full file of a request, counted from the last work on it.
        """
        return add_months(max(self.called_on, self.changed_on or self.recorded_on), months)


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


def heard_in(sheet: CallSheet) -> str:
    """Return what a caller said, to be read for proposals: what was confirmed first."""
    return "\n\n".join(filter(None, (sheet.texts.read_back, sheet.texts.notes)))


def with_caller(heard: Proposals, sheet: CallSheet) -> Proposals:
    """Return what a sheet proposes for a request: who called, from where, on the day of the call.

    `heard` is what its words propose; what they say of somebody comes after who called.
    """
    texts = {"name": sheet.texts.caller, "phone": sheet.texts.call_back}
    noted = {kind: (Found(text, text),) for kind, text in texts.items() if text}
    said = {kind: found for kind, found in heard.person.items() if kind not in noted}
    return replace(
        heard, person={**noted, **said}, received_on=sheet.called_on,
        received_words=sheet.called_on.isoformat(),
    )  # fmt: skip
