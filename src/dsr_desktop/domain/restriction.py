"""Restriction of processing (GDPR art. 18): on which ground, of what, until the person was told.

Three states of a row are never mixed (domain catalogue 1.3): restricted, frozen for an erasure that was
granted, and archived until a day that the law sets.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Decision, Request
from dsr_desktop.domain.right import Right
from dsr_desktop.domain.written import may_be_written


class Ground(StrEnum):
    """Why processing is restricted (art. 18(1)); the values are used on the command line."""

    ACCURACY = "A18_1_a"
    UNLAWFUL = "A18_1_b"
    CLAIMS = "A18_1_c"
    OBJECTION = "A18_1_d"


class RowState(StrEnum):
    """Why a row is out of every list, count and export; the strongest reason comes first."""

    RESTRICTED = "restricted"
    FROZEN = "frozen_for_erasure"
    ARCHIVED = "archived_until"


@dataclass(frozen=True)
class Scope:
    """What of a person is restricted: one activity (a purpose), one file, or everything.

    `source_id` names a file with all versions of it, 0 for none; both empty: everything.
    """

    activity: str = ""
    source_id: int = 0

    def __post_init__(self) -> None:
        if self.activity and self.source_id:
            raise InvalidInputError(
                mark("A restriction is about one activity, one file or everything: say one.")
            )

    @property
    def is_everything(self) -> bool:
        """Tell whether every use of every row is meant."""
        return not self.activity and not self.source_id


EVERYTHING = Scope()


@dataclass(frozen=True)
class Restriction:
    """A restriction in force, or lifted on `lifted_on` after the person was told on `told_on`.

    `request_id` is that of the request, None once its file is gone; `ref` outlives it.
    """

    ref: str
    ground: Ground
    since: date
    set_by: str
    activity: str = ""
    source_id: int = 0
    review_on: date | None = None
    note: str = ""
    told_on: date | None = None
    lifted_on: date | None = None
    lifted_by: str = ""
    id: int = 0

    @property
    def scope(self) -> Scope:
        """What of the person is restricted."""
        return Scope(self.activity, self.source_id)

    @property
    def is_in_force(self) -> bool:
        """Tell whether it still holds."""
        return self.lifted_on is None


@dataclass(frozen=True)
class Proposal:
    """A restriction that the rules ask for: the DPO sets it, or says no by leaving it."""

    ground: Ground
    right: Right


def proposals_of(request: Request, known: Iterable[Restriction]) -> tuple[Proposal, ...]:
    """Return what an open request asks to restrict at once (R-OBJ-1, SC11).

    An objection under art. 21(1) while it is weighed (art. 18(1)(d)), a value whose accuracy is
    contested while it is checked (art. 18(1)(a)). A ground that was set or lifted already is not proposed again.
    """
    if not request.is_open:
        return ()
    done = {one.ground for one in known if one.ref == request.ref}
    return tuple(
        Proposal(_ON_THE_WAY[item.right], item.right)
        for item in request.items
        if item.right in _ON_THE_WAY
        and item.decision in _STILL_CONTESTED
        and _ON_THE_WAY[item.right] not in done
    )


def check_restriction(
    restriction: Restriction, received_on: date, today: date, *, has_keys: bool
) -> Restriction:
    """Return a restriction with its texts tidied.

    Raises InvalidInputError for a day that cannot be, NotAllowedError where nothing is known by
    which the person could be recognised: then nobody would be restricted.
    """
    if not received_on <= restriction.since <= today:
        raise InvalidInputError(
            mark("A restriction begins between {first} and today, not on {day}. Correct the day."),
            first=received_on.isoformat(), day=restriction.since.isoformat(),
        )  # fmt: skip
    if restriction.review_on is not None and restriction.review_on <= today:
        raise InvalidInputError(
            mark("The day of review {day} is not to come. Choose a later one."),
            day=restriction.review_on.isoformat(),
        )
    if not has_keys:
        raise NotAllowedError(
            mark(
                "{ref} knows no e-mail, no phone and no confirmed row of the person: nothing would be "
                "restricted. Add what is known, or confirm a hit."
            ),
            ref=restriction.ref,
        )
    return replace(restriction, note=may_be_written("note", restriction.note))


def check_is_new(restriction: Restriction, known: Iterable[Restriction]) -> None:
    """Refuse the same restriction a second time; NotAllowedError."""
    for one in known:
        same = (one.ref, one.ground, one.scope) == (
            restriction.ref, restriction.ground, restriction.scope,
        )  # fmt: skip
        if same and one.is_in_force:
            raise NotAllowedError(
                mark("{ref} has this restriction already, since {day}."),
                ref=one.ref, day=one.since.isoformat(),
            )  # fmt: skip


def lifted(restriction: Restriction, told_on: date | None, today: date, by: str) -> Restriction:
    """Return a restriction as lifted; the person learned of it before (art. 18(3)).

    Raises NotAllowedError for one that is lifted already or of which the person was not told,
    InvalidInputError for a day before it began or to come.
    """
    if not restriction.is_in_force:
        raise NotAllowedError(
            mark("Restriction {id} was lifted on {day} already."),
            id=str(restriction.id), day=str(restriction.lifted_on),
        )  # fmt: skip
    if told_on is None:
        raise NotAllowedError(
            mark(
                "The person has to be told before a restriction is lifted, art. 18(3). Send the "
                "letter, then record the day on which it was sent."
            )
        )
    if not restriction.since <= told_on <= today:
        raise InvalidInputError(
            mark("The person was told between {first} and today, not on {day}. Correct the day."),
            first=restriction.since.isoformat(), day=told_on.isoformat(),
        )  # fmt: skip
    return replace(restriction, told_on=told_on, lifted_on=today, lifted_by=by)


def covers(scope: Scope, activity: str | None, of_list: str | None) -> bool:
    """Tell whether a restriction holds for a use of a row.

    `activity` is the purpose of the use, None for any; `of_list` that of the row's file, None where nobody said.
    A file is no matter of the purpose: whoever restricts it restricts every use. Where neither says
    which purpose it is, it may be the restricted one.
    """
    if not scope.activity:
        return True
    meant = activity or of_list
    return meant is None or meant == scope.activity


def check_not_restricted(restricted: int) -> None:
    """Refuse to delete rows of which the processing is restricted; `restricted` counts them.

    Deleting is processing, which art. 18(2) allows for few reasons only. Raises NotAllowedError.
    """
    if restricted:
        raise NotAllowedError(
            mark(
                "Restricted rows: {n}. They are not deleted before the restriction is lifted, and "
                "the person was told so."
            ),
            n=restricted,
        )


_ON_THE_WAY = {Right.OBJECTION: Ground.OBJECTION, Right.RECTIFICATION: Ground.ACCURACY}
_STILL_CONTESTED = frozenset({None, Decision.REFUSED})
"""Before the decision; and after a refusal, which the person may still contest elsewhere (A16)."""
