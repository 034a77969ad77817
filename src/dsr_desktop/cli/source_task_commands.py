"""The tasks of a request on the command line: one for each system, asked, chased, answered."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from dsr_desktop.cli.session import DONE, Session, common_options
from dsr_desktop.cli.task_shapes import task_document
from dsr_desktop.cli.values import Day, PathGiven
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.source_task import ANSWERS, SourceTask, StepKind
from dsr_desktop.services import source_tasks
from dsr_desktop.services.source_slips import write_slips
from dsr_desktop.services.systems import list_proposals
from dsr_desktop.wording.language import LANGUAGES, speak
from dsr_desktop.wording.systems import nobody_asked, task_line

_ON = click.option("--on", type=Day(), help=mark("Day on which it happened; today if left out."))
_TASK = click.argument("task_id", metavar="TASK", type=int)


@click.group("source-task", help=mark("What each system is asked for a request, and answered."))
@common_options
def source_task() -> None:
    """Group of the commands on tasks."""


@source_task.command("list", help=mark("List the tasks of a request."))
@click.argument("ref")
@common_options
@click.pass_obj
def list_(session: Session, ref: str) -> int:
    """List the tasks."""
    with session.register() as register:
        tasks = source_tasks.list_tasks(register, ref)
        proposed = len(list_proposals(register))
    return _show_all(session, tasks, proposed)


@source_task.command("open", help=mark("Ask every system for a request that needs no search."))
@click.argument("ref")
@common_options
@click.pass_obj
def open_(session: Session, ref: str) -> int:
    """Open the tasks that are missing."""
    with session.register() as register:
        tasks = source_tasks.open_all_tasks(register, ref, session.today)
    return _show_all(session, tasks)


@source_task.command("slip", help=mark("Write the slips for colleagues, a PDF each."))
@click.argument("ref")
@click.option("--out", required=True, type=PathGiven(), metavar="DIR",
              help=mark("Folder for the files."))  # fmt: skip
@click.option("--task", "task_ids", multiple=True, type=int,
              help=mark("Task to write a slip for; all that wait for one if left out."))  # fmt: skip
@click.option("--language", type=click.Choice(LANGUAGES), help=mark("Language of the colleague."))
@common_options
@click.pass_obj
def slip(session: Session, ref: str, out: Path, task_ids: tuple[int, ...],
         language: str | None) -> int:  # fmt: skip
    """Write slips."""
    tr = speak(language) if language else session.tr
    with session.register() as register:
        files = write_slips(register, ref, out, session.today, tr, task_ids=task_ids)
    session.show(
        {"slips": [{"task": one.slip.task.id, "pdf": str(one.path)} for one in files]},
        lambda: [str(one.path) for one in files],
    )
    return DONE


@source_task.command("ask", help=mark("Record that the owner of a system was asked."))
@click.argument("ref")
@_TASK
@_ON
@common_options
@click.pass_obj
def ask(session: Session, ref: str, task_id: int, on: date | None) -> int:
    """Record the question."""
    with session.register() as register:
        task = source_tasks.record_asked(register, ref, task_id, on or session.today, session.today)
    return _show(session, task)


@source_task.command("chase", help=mark("Record that the owner of a system was reminded."))
@click.argument("ref")
@_TASK
@_ON
@common_options
@click.pass_obj
def chase(session: Session, ref: str, task_id: int, on: date | None) -> int:
    """Record the reminder."""
    with session.register() as register:
        task = source_tasks.record_chased(
            register, ref, task_id, on or session.today, session.today
        )
    return _show(session, task)


@source_task.command("answer", help=mark("Record what a system holds, or why nobody looked."))
@click.argument("ref")
@_TASK
@click.option("--answer", "kind", type=click.Choice([str(one) for one in ANSWERS]), required=True,
              help=mark("Found, nothing found, or not searched."))  # fmt: skip
@click.option("--by", help=mark("Who answered; you, where you look yourself."))
@click.option("--text", help=mark("What was found, or why nobody looked."))
@_ON
@common_options
@click.pass_obj
def answer(session: Session, /, ref: str, task_id: int, kind: str, by: str | None,
           text: str | None, on: date | None) -> int:  # fmt: skip
    """Record the answer."""
    with session.register() as register:
        task = source_tasks.record_answer(
            register, ref, task_id, StepKind(kind), on or session.today, session.today,
            by=by or "", text=text or "",
        )  # fmt: skip
    return _show(session, task)


def _show(session: Session, task: SourceTask) -> int:
    session.show(task_document(task), lambda: [_line(session, task)])
    return DONE


def _show_all(session: Session, tasks: Sequence[SourceTask], proposed: int = 0) -> int:
    session.show(
        {"tasks": [task_document(one) for one in tasks]},
        lambda: [_line(session, one) for one in tasks] or [nobody_asked(session.tr, proposed)],
    )
    return DONE


def _line(session: Session, task: SourceTask) -> str:
    return f"{task.id}  {task_line(session.tr, task)}"
