"""An automated decision that somebody contests: what it was, its basis, who looked at it again (art. 22).

Domain catalogue 1.3, `automated_decision`.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Decision, Request
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.written import may_be_written, written

BASES = ("A22_2_a", "A22_2_b", "A22_2_c")
"""What such a decision may rest on, art. 22(2): a contract, a law, explicit consent."""
_WITH_A_HUMAN = frozenset({"A22_2_a", "A22_2_c"})
"""Bases under which the person is owed a human who looks at it, and a hearing (art. 22(3))."""


class Finding(StrEnum):
    """What looking into it showed; the values are used on the command line."""

    NONE_EXISTS = "none_exists"
    REVIEWED = "human_review_done"
    EXCEPTION = "refused_exception"


DECISIONS = {
    Finding.NONE_EXISTS: Decision.GRANTED,
    Finding.REVIEWED: Decision.GRANTED,
    Finding.EXCEPTION: Decision.REFUSED,
}
"""How the right is decided: that there is no such decision is a whole answer to who asks."""


@dataclass(frozen=True)
class Examination:
    """What was decided by a machine alone, on which basis, and what a human made of it.

    `reviewer` is the human, `view` what the person says, `result` what became of the decision. With
    NONE_EXISTS all of them are "".
    """

    finding: Finding
    on: date
    decision: str = ""
    basis: str = ""
    reviewer: str = ""
    view: str = ""
    result: str = ""
    by: str = ""

    @property
    def needs_human(self) -> bool:
        """Tell whether a human has to have looked at it (art. 22(3))."""
        is_owed = self.finding is Finding.EXCEPTION and self.basis in _WITH_A_HUMAN
        return self.finding is Finding.REVIEWED or is_owed


def check_examination(request: Request, found: Examination, today: date) -> Examination:
    """Return an examination with its texts tidied.

    Raises InvalidInputError for a request that asks for none, a day that cannot be, a basis that is
    none of art. 22(2), and for what is missing: an exception names its basis, and under (a) and (c)
    the person has had a human and been heard.
    """
    if Right.AUTOMATED_DECISION not in request.rights:
        raise InvalidInputError(
            mark("{ref} does not ask about an automated decision (art. 22)."), ref=request.ref
        )
    if not request.received_on <= found.on <= today:
        raise InvalidInputError(
            mark("It was done between {first} and today, not on {day}. Correct the day."),
            first=request.received_on.isoformat(), day=found.on.isoformat(),
        )  # fmt: skip
    if found.finding is Finding.NONE_EXISTS:
        return Examination(found.finding, found.on, by=found.by)
    _check_basis(found)
    human = written if found.needs_human else may_be_written
    return replace(
        found, decision=written("decision", found.decision),
        reviewer=human("reviewer", found.reviewer, 200), view=human("view", found.view),
        result=human("result", found.result),
    )  # fmt: skip


def _check_basis(found: Examination) -> None:
    is_needed = found.finding is Finding.EXCEPTION
    if found.basis in BASES or not (is_needed or found.basis):
        return
    raise InvalidInputError(
        mark("An automated decision rests on one of {codes}. Say on which."), codes=", ".join(BASES)
    )
