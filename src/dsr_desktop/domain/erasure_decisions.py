"""What is decided per dataset of an erasure, and what became of each line of its checklist (E03, E06).

Domain catalogue 1.3 and 1.5; GDPR art. 17(3), 19.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.checklist import Action, ChecklistLine, OtherKind, OtherLine
from dsr_desktop.domain.erasure import REASONS_TO_KEEP, KeptDataset
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.written import may_be_written, written


class Choice(StrEnum):
    """What becomes of a dataset; the values are used on the command line."""

    ERASE = "erase"
    ANONYMISE = "anonymise"
    KEEP = "keep"


class Outcome(StrEnum):
    """What became of a line: IMPOSSIBLE is for a recipient who cannot be told (art. 19)."""

    ERASED = "erased"
    ANONYMISED = "anonymised"
    KEPT = "kept"
    TOLD = "told"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True)
class DatasetDecision:
    """What was decided on one file of a request: by whom and when, for a kept one why and until when."""

    source_id: int
    choice: Choice
    decided_on: date
    decided_by: str
    reason_code: str = ""
    until: date | None = None
    note: str = ""

    @property
    def kept(self) -> KeptDataset | None:
        """The dataset as an erasure leaves it out, None for one that goes."""
        if self.choice is not Choice.KEEP or self.until is None:
            return None
        return KeptDataset(self.source_id, self.reason_code, self.until)


@dataclass(frozen=True)
class LineMark:
    """What somebody did about a line of the checklist, with the evidence that shows it."""

    line: str
    outcome: Outcome
    done_on: date
    done_by: str
    reason_code: str = ""
    until: date | None = None
    evidence: str = ""


@dataclass(frozen=True)
class DatasetCounts:
    """The three counts that stand in front: rows to erase, to keep archived, not the person's."""

    to_erase: int
    to_keep: int
    not_ours: int


def meaning_of_tick(line: ChecklistLine | OtherLine) -> Outcome:
    """Say what a tick of a line means, if nothing else is said."""
    if isinstance(line, OtherLine):
        return Outcome.TOLD if line.kind is OtherKind.RECIPIENT else Outcome.ERASED
    return _MEANINGS.get(line.action, Outcome.ERASED)


def outcomes_for(lines: Iterable[ChecklistLine | OtherLine]) -> tuple[Outcome, ...]:
    """Return what may become of all of these lines; nothing where recipients and others are mixed."""
    told = {isinstance(one, OtherLine) and one.kind is OtherKind.RECIPIENT for one in lines}
    if told == {True}:
        return (Outcome.TOLD, Outcome.IMPOSSIBLE)
    return (Outcome.ERASED, Outcome.ANONYMISED, Outcome.KEPT) if told == {False} else ()


def check_decision(
    decision: DatasetDecision, cited: Collection[int], today: date
) -> DatasetDecision:
    """Return a decision with its texts tidied.

    Raises InvalidInputError for a file that the request does not cite, for one that is kept without a
    reason of art. 17(3) and a day to come, and for one that goes with either.
    """
    if decision.source_id not in cited:
        raise InvalidInputError(
            mark("No row of this person stands in file {id}. Take an id from the list."),
            id=str(decision.source_id),
        )
    _check_reason(decision.reason_code, decision.until, today, keeps=decision.choice is Choice.KEEP)
    return replace(decision, note=may_be_written("note", decision.note))


def check_mark(line: LineMark, known: Collection[str], first: date, today: date) -> LineMark:
    """Return what was said of a line with its texts tidied.

    Raises NotFoundError for a line that this checklist does not have, InvalidInputError for a day
    that cannot be, for a kept line without reason and day, for an impossible notice without
    evidence.
    """
    if line.line not in known:
        raise NotFoundError(
            mark("The checklist has no line {line}. Take one from the list."), line=line.line[:20]
        )
    if not first <= line.done_on <= today:
        raise InvalidInputError(
            mark("It was done between {first} and today, not on {day}. Correct the day."),
            first=first.isoformat(), day=line.done_on.isoformat(),
        )  # fmt: skip
    _check_reason(line.reason_code, line.until, today, keeps=line.outcome is Outcome.KEPT)
    needs_words = line.outcome is Outcome.IMPOSSIBLE
    evidence = (written if needs_words else may_be_written)("evidence", line.evidence)
    return replace(line, evidence=evidence, done_by=written("done_by", line.done_by, 200))


def _check_reason(code: str, until: date | None, today: date, *, keeps: bool) -> None:
    if not keeps:
        if code or until:
            raise InvalidInputError(
                mark("A reason and a day are for what is kept. Leave them out, or keep it.")
            )
        return
    if code not in REASONS_TO_KEEP:
        raise InvalidInputError(
            mark("{code} is no reason to keep data. Possible: {codes}."),
            code=code[:40], codes=", ".join(REASONS_TO_KEEP),
        )  # fmt: skip
    if until is None or until <= today:
        raise InvalidInputError(
            mark("Data are kept until a day to come, not until {day}. Correct it."),
            day=until.isoformat() if until else "",
        )


_MEANINGS = {Action.ANONYMISE: Outcome.ANONYMISED, Action.KEEP: Outcome.KEPT}
