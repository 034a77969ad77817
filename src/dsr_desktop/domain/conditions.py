"""Conditions of rights that have some: after death, as a minor, a complaint to the authority."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.right import Right


class ConditionKind(StrEnum):
    """What somebody looked at and found to be so: a yes with a day, never a document."""

    DEATH = "death"
    HEIR = "heir"
    EXECUTOR = "executor"
    DIRECTIVES = "directives"
    COLLECTED_AS_MINOR = "collected_as_minor"
    ONLINE_SERVICE = "online_service"


@dataclass(frozen=True)
class Condition:
    """A condition that is met: seen on a day by somebody."""

    kind: ConditionKind
    seen_on: date
    seen_by: str


@dataclass(frozen=True)
class AuthorityLetter:
    """A complaint (art. 77): who wrote, their file number, and the day they set for the answer."""

    authority: str
    file_number: str
    answer_by: date

    def __post_init__(self) -> None:
        if not self.authority.strip():
            raise InvalidInputError(mark("A complaint comes from an authority: name it."))


def conditions_of(rights: Iterable[Right]) -> tuple[ConditionKind, ...]:
    """Return the conditions that matter to what is asked, none for most requests."""
    asked = frozenset(rights)
    return tuple(kind for right, kinds in _CONDITIONS.items() if right in asked for kind in kinds)


_CONDITIONS = {
    Right.POST_MORTEM: (
        ConditionKind.DEATH, ConditionKind.HEIR, ConditionKind.EXECUTOR, ConditionKind.DIRECTIVES,
    ),
    Right.MINOR_ERASURE: (ConditionKind.COLLECTED_AS_MINOR, ConditionKind.ONLINE_SERVICE),
}  # fmt: skip


def check_conditions(right: Right, met: Iterable[Condition]) -> None:
    """Raise NotAllowedError unless what `right` is granted on was looked at (catalogue 1.3)."""
    kinds = {condition.kind for condition in met}
    if right is Right.POST_MORTEM and not (
        ConditionKind.DEATH in kinds and kinds & {ConditionKind.HEIR, ConditionKind.EXECUTOR}
    ):
        raise NotAllowedError(
            mark(
                "After a death, record first that proof of the death was seen, and that the "
                "requester is an heir or the executor (LIL art. 85)."
            )
        )
    as_minor = {ConditionKind.COLLECTED_AS_MINOR, ConditionKind.ONLINE_SERVICE}
    if right is Right.MINOR_ERASURE and not as_minor <= kinds:
        raise NotAllowedError(
            mark(
                "Record first that the data were collected by an online service while the person "
                "was a minor (LIL art. 51 II); otherwise decide on an ordinary erasure."
            )
        )
