"""Links between requests of one person: repeated, continued, complained about (R-ABU-3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.request import Request, Right, Stage
from dsr_desktop.domain.workdays import add_months

_MONTHS_NEVER_EXCESSIVE = 12


class LinkKind(StrEnum):
    """What a request is to the one it is linked to."""

    REPEATS = "repeats"
    CONTINUES = "continues"
    DUPLICATES = "duplicates"
    COMPLAINS_ABOUT = "complains_about"
    RELATED = "related"


NEEDS_THE_OTHER = (LinkKind.REPEATS, LinkKind.CONTINUES, LinkKind.COMPLAINS_ABOUT)
"""Links of a request that is answered by what the file of the other says."""


@dataclass(frozen=True)
class Link:
    """One request is linked to an earlier one; `by` is who said so, and when."""

    ref: str
    to: str
    kind: LinkKind
    linked_on: date
    by: str


@dataclass(frozen=True)
class SamePerson:
    """Another request of what may be the same person, for the user to judge.

    `level` is how sure the match is; `link` what was said already, None for nothing; `same_rights`
    are those that both ask; `never_excessive`: a year or more lies between them (EDPB 01/2022 §185).
    """

    ref: str
    received_on: date
    rights: tuple[Right, ...]
    stage: Stage
    answered_on: date | None
    level: Level
    link: Link | None
    same_rights: tuple[Right, ...]
    never_excessive: bool

    @property
    def is_unanswered(self) -> bool:
        """Tell whether what came since is a reminder rather than a new request (R-ABU-3)."""
        return self.answered_on is None and self.stage is not Stage.CLOSED


def same_person(request: Request, other: Request, level: Level, link: Link | None) -> SamePerson:
    """Say of another request what the user needs to know to link it."""
    first, last = sorted((request.received_on, other.received_on))
    return SamePerson(
        other.ref, other.received_on, other.rights, other.stage, other.answered_on, level, link,
        tuple(right for right in request.rights if right in other.rights),
        never_excessive=last >= add_months(first, _MONTHS_NEVER_EXCESSIVE),
    )  # fmt: skip


def check_link(ref: str, to: str) -> None:
    """Refuse to link a request with itself."""
    if ref == to:
        raise InvalidInputError(
            mark("{ref} cannot be linked with itself: name another request."), ref=ref
        )
