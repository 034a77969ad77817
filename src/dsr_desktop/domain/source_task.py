"""One task for each system and request: asked, chased, answered, each on its true day (R-SRC-1).

What happened is a list of steps to which only more are added: a wrong answer is corrected by a
later one, and both stay.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.system import System, check_length


class StepKind(StrEnum):
    """What happened with a task; the values are kept in registers."""

    ASKED = "asked"
    CHASED = "chased"
    FOUND = "found"
    NOTHING_FOUND = "nothing_found"
    NOT_SEARCHED = "not_searched"

    @property
    def is_answer(self) -> bool:
        """Tell whether it ends the waiting."""
        return self not in {StepKind.ASKED, StepKind.CHASED}


ANSWERS = tuple(kind for kind in StepKind if kind.is_answer)


class TaskState(StrEnum):
    """How far a task has come."""

    OPEN = "open"
    ASKED = "asked"
    CHASED = "chased"
    FOUND = "found"
    NOTHING_FOUND = "nothing_found"
    NOT_SEARCHED = "not_searched"


@dataclass(frozen=True)
class TaskStep:
    """One thing that happened: `day` is when it did, `recorded_on` when it was written down.

    `by` is who answered; `text` says what was found, or why nobody looked. Texts never leave the
    register, but for the reason of a source that was not searched.
    """

    kind: StepKind
    day: date
    recorded_on: date
    recorded_by: str
    by: str = ""
    text: str = ""


@dataclass(frozen=True)
class SourceTask:
    """The question to one system for one request; `steps` stand in the order of recording."""

    ref: str
    system: System
    made_on: date
    due_on: date
    steps: tuple[TaskStep, ...] = ()
    listed_on: date | None = None
    id: int = 0

    @property
    def state(self) -> TaskState:
        """How far it has come: the last answer counts, else the last question."""
        last = self.answer or next(reversed(self.steps), None)
        return TaskState(last.kind) if last else TaskState.OPEN

    @property
    def answer(self) -> TaskStep | None:
        """The answer that holds: the last one recorded."""
        return next((step for step in reversed(self.steps) if step.kind.is_answer), None)

    @property
    def is_answered(self) -> bool:
        """Tell whether somebody said what the system holds, or why nobody looked."""
        return self.answer is not None

    @property
    def is_not_searched(self) -> bool:
        """Tell whether nobody looked, with a reason."""
        return self.state is TaskState.NOT_SEARCHED

    @property
    def asked_on(self) -> date | None:
        """The day of the first question, None before it."""
        return next((step.day for step in self.steps if step.kind is StepKind.ASKED), None)

    @property
    def chased_on(self) -> tuple[date, ...]:
        """The days on which somebody was reminded."""
        return tuple(step.day for step in self.steps if step.kind is StepKind.CHASED)

    def is_overdue_on(self, day: date) -> bool:
        """Tell whether the answer is missing after its day."""
        return not self.is_answered and day > self.due_on


def check_step(task: SourceTask, step: TaskStep, received_on: date) -> TaskStep:
    """Return a step that can follow, its texts trimmed; else say why not.

    Raises InvalidInputError for a day before the request or after today, for an answer of nobody,
    something found without words, not searched without a reason; NotAllowedError for a reminder of
    what was not asked.
    """
    _check_day(task, step, received_on)
    checked = TaskStep(
        step.kind, step.day, step.recorded_on, step.recorded_by,
        check_length(" ".join(step.by.split()), 200), check_length(step.text),
    )  # fmt: skip
    if step.kind is StepKind.CHASED:
        _check_chase(task, step)
    elif step.kind.is_answer:
        _check_answer(task, checked)
    return checked


def _check_day(task: SourceTask, step: TaskStep, received_on: date) -> None:
    if not received_on <= step.day <= step.recorded_on:
        raise InvalidInputError(
            mark("{day} cannot be: it lies before the receipt of {ref} or after today."),
            day=step.day.isoformat(), ref=task.ref,
        )  # fmt: skip


def _check_chase(task: SourceTask, step: TaskStep) -> None:
    if task.is_answered:
        raise NotAllowedError(
            mark("{system} has answered already: there is nothing to chase."),
            system=task.system.name,
        )
    if task.asked_on is None or step.day < task.asked_on:
        raise NotAllowedError(
            mark("{system} was not asked before {day}. Record the question first."),
            system=task.system.name, day=step.day.isoformat(),
        )  # fmt: skip


def _check_answer(task: SourceTask, step: TaskStep) -> None:
    if task.asked_on is not None and step.day < task.asked_on:
        raise InvalidInputError(
            mark("{system} cannot have answered on {day}: it was asked on {asked}."),
            system=task.system.name, day=step.day.isoformat(), asked=task.asked_on.isoformat(),
        )  # fmt: skip
    if not step.by:
        raise InvalidInputError(
            mark("Nobody is named who answered for {system}. Write the name."),
            system=task.system.name,
        )
    if not step.text and step.kind is not StepKind.NOTHING_FOUND:
        raise InvalidInputError(_NO_WORDS[step.kind], system=task.system.name)


_NO_WORDS = {
    StepKind.FOUND: mark("Nothing says what was found in {system}. Write it in a few words."),
    StepKind.NOT_SEARCHED: mark("Nothing says why {system} was not searched. Write the reason."),
}


@dataclass(frozen=True)
class SourceProgress:
    """How many of the tasks of a request are answered; `not_searched` of them by a reason alone."""

    answered: int = 0
    total: int = 0
    not_searched: int = 0
    overdue: int = 0

    @property
    def is_complete(self) -> bool:
        """Tell whether no answer is missing."""
        return self.answered == self.total


def progress_of(tasks: Iterable[SourceTask], today: date) -> SourceProgress:
    """Count the tasks of one request."""
    known = tuple(tasks)
    return SourceProgress(
        answered=sum(one.is_answered for one in known),
        total=len(known),
        not_searched=sum(one.is_not_searched for one in known),
        overdue=sum(one.is_overdue_on(today) for one in known),
    )


def unanswered(tasks: Iterable[SourceTask]) -> Iterator[SourceTask]:
    """Yield the tasks to which nobody has answered, and that were not given up with a reason."""
    return (one for one in tasks if not one.is_answered)
