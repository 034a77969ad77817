"""What a system answered for a request, or that it has not: for reports and "nothing found"."""

from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.source_task import SourceTask, TaskState
from dsr_desktop.domain.system import System, SystemKind


@dataclass(frozen=True)
class SystemAnswer:
    """One system as a report names it; what was found there stays in the register.

    `state` is None where it was not asked at all. `day` is that of the answer, else of the last
    question; `reason` says why nobody looked. `listed_on` is the day of its newest imported list.
    """

    name: str
    kind: SystemKind
    owner: str
    state: TaskState | None = None
    day: date | None = None
    by: str = ""
    reason: str = ""
    due_on: date | None = None
    listed_on: date | None = None

    @property
    def is_missing(self) -> bool:
        """Tell whether nobody said yet what the system holds, nor why it was not searched."""
        return self.state in {None, TaskState.OPEN, TaskState.ASKED, TaskState.CHASED}


def answer_of_task(task: SourceTask) -> SystemAnswer:
    """Say what is known of a system from its task."""
    last = task.answer or next(reversed(task.steps), None)
    return SystemAnswer(
        name=task.system.name,
        kind=task.system.kind,
        owner=task.system.owner,
        state=task.state,
        day=last.day if last else None,
        by=task.answer.by if task.answer else "",
        reason=task.answer.text if task.answer and task.is_not_searched else "",
        due_on=task.due_on,
        listed_on=task.listed_on,
    )


def not_asked(system: System, listed_on: date | None) -> SystemAnswer:
    """Say of a system that nobody asked it."""
    return SystemAnswer(system.name, system.kind, system.owner, listed_on=listed_on)
