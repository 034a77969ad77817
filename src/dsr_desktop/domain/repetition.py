"""How often the person asked for the same, and whether anything changed since the last answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.links import SamePerson
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request


@dataclass(frozen=True)
class Repetition:
    """Earlier requests of the person for the same rights, oldest first (SC10, EDPB 01/2022 §183).

    `days` lie between the first of them and this one; `answered_on` is the last answer, `changed`:
    rows found since differ from those it was about. `unanswered` is one that was never answered:
    then this is a reminder (R-ABU-3). `never_excessive`: a year or more lies before this one.
    """

    earlier: tuple[str, ...] = ()
    days: int = 0
    answered_on: date | None = None
    changed: bool = False
    unanswered: str = ""
    never_excessive: bool = False


def last_answered(request: Request, found: Iterable[SamePerson]) -> SamePerson | None:
    """Return the earlier request for the same that was answered last, None without any."""
    answered = [one for one in earlier_of(request, found) if one.answered_on is not None]
    return max(answered, key=lambda one: one.answered_on or date.min, default=None)


def earlier_of(request: Request, found: Iterable[SamePerson]) -> tuple[SamePerson, ...]:
    """Return the earlier requests for a right that this one asks again, oldest first."""
    same = [
        one
        for one in found
        if one.same_rights and (one.received_on, one.ref) < (request.received_on, request.ref)
    ]
    return tuple(sorted(same, key=lambda one: (one.received_on, one.ref)))


def repetition_of(request: Request, found: Iterable[SamePerson], *, changed: bool) -> Repetition:
    """Say what earlier requests of the person amount to; the user judges."""
    earlier = earlier_of(request, found)
    last = last_answered(request, earlier)
    open_ones = [one.ref for one in earlier if one.is_unanswered]
    return Repetition(
        earlier=tuple(one.ref for one in earlier),
        days=(request.received_on - earlier[0].received_on).days if earlier else 0,
        answered_on=last.answered_on if last else None,
        changed=changed,
        unanswered=open_ones[-1] if open_ones else "",
        never_excessive=bool(earlier) and all(one.never_excessive for one in earlier),
    )


def check_may_be_excessive(ref: str, found: Repetition) -> None:
    """Refuse to call a request repeated that is a reminder, or comes after a year or more.

    Raises NotAllowedError (R-ABU-3, EDPB 01/2022 §29 and §185).
    """
    if found.unanswered:
        raise NotAllowedError(
            mark("{other} was not answered, so {ref} is a reminder of it: answer, charge nothing."),
            other=found.unanswered, ref=ref,
        )  # fmt: skip
    if found.never_excessive:
        raise NotAllowedError(
            mark("A year or more lies before {ref}: that is never excessive. Answer it."), ref=ref
        )
