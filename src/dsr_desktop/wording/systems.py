"""Names of kinds of systems, of how they are asked, and what a task has come to."""

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source_task import SourceProgress, SourceTask, StepKind, TaskState
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.domain.system_answer import SystemAnswer
from dsr_desktop.wording.language import Tr

_KINDS = {
    SystemKind.MAILBOX: mark("Mailbox"),
    SystemKind.CRM: mark("Customer file"),
    SystemKind.MAILING_TOOL: mark("Mailing tool"),
    SystemKind.ACCOUNTING: mark("Accounting"),
    SystemKind.WEB_FORMS: mark("Web forms"),
    SystemKind.WEB_ANALYTICS: mark("Web analytics"),
    SystemKind.HOSTING: mark("Hosting"),
    SystemKind.TELEPHONE: mark("Telephone"),
    SystemKind.SHARED_FILES: mark("Shared folders"),
    SystemKind.PAPER: mark("Paper"),
    SystemKind.BACKUP: mark("Backup"),
    SystemKind.OTHER: mark("Other system"),
}
_HOW_ASKED = {
    HowAsked.SLIP: mark("asked with a slip"),
    HowAsked.BY_DPO: mark("searched by the DPO"),
}
_STATES = {
    TaskState.OPEN: mark("Not asked yet"),
    TaskState.ASKED: mark("Asked on {day}"),
    TaskState.CHASED: mark("Chased on {day}"),
    TaskState.FOUND: mark("Found, said {by} on {day}"),
    TaskState.NOTHING_FOUND: mark("Nothing found, said {by} on {day}"),
    TaskState.NOT_SEARCHED: mark("Not searched, said {by} on {day}"),
}

_HAPPENINGS = {
    StepKind.ASKED: mark("Asked"),
    StepKind.CHASED: mark("Reminded"),
    StepKind.FOUND: mark("Answered: found"),
    StepKind.NOTHING_FOUND: mark("Answered: nothing found"),
    StepKind.NOT_SEARCHED: mark("Not searched, for a reason"),
}


def kind_label(tr: Tr, kind: SystemKind) -> str:
    """Name of a kind of system."""
    return tr(_KINDS[kind])


def how_asked_label(tr: Tr, how: HowAsked) -> str:
    """Say who looks into a system."""
    return tr(_HOW_ASKED[how])


def system_line(tr: Tr, system: System) -> str:
    """Say in one line what a system is, who answers for it, and since when or until when."""
    said = [kind_label(tr, system.kind), system.owner, how_asked_label(tr, system.how_asked)]
    if system.active_to is not None:
        said.append(tr("used until {day}", day=tr.date(system.active_to)))
    return tr.pair(system.name, " · ".join(filter(None, said)))


def task_line(tr: Tr, task: SourceTask) -> str:
    """Say in one line what a task has come to; what was found is not told."""
    return tr.pair(task.system.name, task_state(tr, task))


def task_state(tr: Tr, task: SourceTask) -> str:
    """Say what a task has come to, and until when an answer is awaited."""
    last = task.answer or next(reversed(task.steps), None)
    said = tr(
        _STATES[task.state],
        day=tr.date(last.day) if last else "",
        by=last.by if last else "",
    )
    if task.is_answered:
        return said
    due = tr("answer by {day}", day=tr.date(task.due_on))
    return f"{said} · {due}"


def happening_label(tr: Tr, kind: StepKind) -> str:
    """Name what can happen with a task."""
    return tr(_HAPPENINGS[kind])


def task_history(tr: Tr, task: SourceTask) -> tuple[str, ...]:
    """Say what happened with a task so far, answers with their words: for the window alone."""
    return tuple(
        " · ".join(
            filter(None, (tr.date(step.day), happening_label(tr, step.kind), step.by, step.text))
        )
        for step in task.steps
    )


def nobody_asked(tr: Tr, proposed: int) -> str:
    """Say why no system is asked: none is confirmed, or the request needs no search."""
    if not proposed:
        return tr("No system is asked for this request.")
    return tr.count(
        "No system is asked: {n} is only proposed. Confirm it, or say that it does not exist here.",
        "No system is asked: {n} are only proposed. Confirm them, or say which do not exist here.",
        proposed,
    )


def progress_line(tr: Tr, progress: SourceProgress) -> str:
    """Say how many systems have answered: "3 of 5 systems have answered"; "" without any."""
    if not progress.total:
        return ""
    said = tr.count(
        "{answered} of {n} system has answered", "{answered} of {n} systems have answered",
        progress.total, answered=tr.number(progress.answered),
    )  # fmt: skip
    if progress.overdue:
        late = tr.count("{n} answer is late", "{n} answers are late", progress.overdue)
        said = f"{said}, {late}"
    return said


def answer_line(tr: Tr, answer: SystemAnswer) -> str:
    """Say what a system answered, or that it has not; what was found stays in the register."""
    if answer.state is None:
        return tr("Not asked")
    if answer.state is TaskState.OPEN:
        return tr("Not asked yet: no answer")
    day = tr.date(answer.day) if answer.day else ""
    said = tr(_STATES[answer.state], day=day, by=answer.by)
    if answer.is_missing:
        return tr("{asked}: no answer yet", asked=said)
    return tr.pair(said, answer.reason) if answer.reason else said


def missing_sentence(tr: Tr, answers: tuple[SystemAnswer, ...]) -> str:
    """Say which systems "nothing found" leaves out; "" where all have answered."""
    missing = [one.name for one in answers if one.is_missing]
    if not missing:
        return ""
    return tr.count(
        "{n} system has not answered, and cannot be searched from here: {names}.",
        "{n} systems have not answered, and cannot be searched from here: {names}.",
        len(missing), names=", ".join(missing),
    )  # fmt: skip
