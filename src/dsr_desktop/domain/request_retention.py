"""How long the file of a request is kept after its closing (domain.md 4.3), and what is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.workdays import add_months

_LONGEST_SHOWN = 20


class Kept(StrEnum):
    """The parts of a request's file, each with a duration of its own."""

    IDENTITY_DOCUMENT = "identity_document"
    PACKAGE = "package"
    FULL_FILE = "full_file"
    LETTERS = "letters"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class RetentionFigure:
    """How many months a part is kept: value, source, day of the check (R-GEN-1)."""

    kept: Kept
    default: int
    lowest: int
    highest: int
    source: str
    checked_on: date = date(2026, 11, 22)
    editable: bool = True

    def check(self, months: int) -> int:
        """Return a number of months that may be set; InvalidInputError for another one."""
        if not self.editable:
            raise InvalidInputError(
                mark("{name} is never kept: this figure cannot be changed."), name=self.kept
            )
        if not self.lowest <= months <= self.highest:
            raise self._refusal(str(months))
        return months

    def parse(self, text: str) -> int:
        """Read a number of months as typed; InvalidInputError for what is none or out of bounds."""
        digits = text.strip()
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_SHOWN):
            raise self._refusal(digits)
        return self.check(int(digits))

    def _refusal(self, text: str) -> InvalidInputError:
        return InvalidInputError(
            mark("{value} cannot be set here. Write whole months from {lowest} to {highest}."),
            value=text[:_LONGEST_SHOWN], lowest=self.lowest, highest=self.highest,
        )  # fmt: skip


RETENTION_FIGURES: Mapping[Kept, RetentionFigure] = {
    one.kept: one
    for one in (
        RetentionFigure(Kept.IDENTITY_DOCUMENT, 0, 0, 0, "EDPB 01/2022 §79", editable=False),
        RetentionFigure(Kept.PACKAGE, 3, 0, 12, mark("our choice, no legal source")),
        RetentionFigure(Kept.FULL_FILE, 12, 1, 36, mark("our choice, no legal source")),
        RetentionFigure(Kept.LETTERS, 60, 12, 72, mark("our choice, no legal source")),
        RetentionFigure(
            Kept.EVIDENCE, 60, 12, 72, "Code civil art. 2224, Code de procédure pénale art. 8"
        ),
    )
}


class PurgeStep(StrEnum):
    """What a purge takes out: the copy of what was sent, the file but its evidence, letters, the rest."""

    PACKAGE = "package"
    REDUCE = "reduce"
    LETTERS = "letters"
    REMOVE = "remove"


@dataclass(frozen=True)
class PurgeDates:
    """On which days the parts of a closed request's file are due."""

    package: date
    full_file: date
    letters: date
    evidence: date


@dataclass(frozen=True)
class DuePurge:
    """A closed request and the step that is due since `due_on`."""

    ref: str
    step: PurgeStep
    due_on: date


def check_figures(months: Mapping[Kept, int]) -> None:
    """Raise InvalidInputError if the evidence would go before the rest of the file."""
    if months[Kept.EVIDENCE] < max(months[Kept.FULL_FILE], months[Kept.LETTERS]):
        raise InvalidInputError(
            mark(
                "The evidence is kept at least as long as the file and the letters. Set it higher."
            )
        )


def purge_dates(closed_on: date, months: Mapping[Kept, int]) -> PurgeDates:
    """Return the days on which the parts of a file are due, counted from its closing."""
    return PurgeDates(
        package=add_months(closed_on, months[Kept.PACKAGE]),
        full_file=add_months(closed_on, months[Kept.FULL_FILE]),
        letters=add_months(closed_on, months[Kept.LETTERS]),
        evidence=add_months(closed_on, months[Kept.EVIDENCE]),
    )


def due_purges(
    requests: Sequence[Request],
    reduced: frozenset[str],
    months: Mapping[Kept, int],
    today: date,
    *,
    needed: frozenset[str] = frozenset(),
    packaged: frozenset[str] = frozenset(),
    lettered: frozenset[str] = frozenset(),
) -> tuple[DuePurge, ...]:
    """Return what is due by today, the longest due first; an open request is never due.

    `reduced` are the references whose file is down to its evidence already, `needed` those without
    which an open request cannot be answered, `packaged` those with a copy of the package sent,
    `lettered` those with a letter.
    """
    found = (
        _due(
            one, months, today, is_reduced=one.ref in reduced, has_package=one.ref in packaged,
            has_letters=one.ref in lettered,
        )
        for one in requests
        if one.ref not in needed
    )  # fmt: skip
    return tuple(sorted(filter(None, found), key=lambda one: (one.due_on, one.ref)))


def _due(
    request: Request,
    months: Mapping[Kept, int],
    today: date,
    *,
    is_reduced: bool,
    has_package: bool,
    has_letters: bool,
) -> DuePurge | None:
    if request.is_open or request.closed_on is None:
        return None
    dates = purge_dates(request.closed_on, months)
    if dates.evidence <= today:
        return DuePurge(request.ref, PurgeStep.REMOVE, dates.evidence)
    if dates.full_file <= today and not is_reduced:
        return DuePurge(request.ref, PurgeStep.REDUCE, dates.full_file)
    if dates.package <= today and has_package:
        return DuePurge(request.ref, PurgeStep.PACKAGE, dates.package)
    if dates.letters <= today and has_letters:
        return DuePurge(request.ref, PurgeStep.LETTERS, dates.letters)
    return None
