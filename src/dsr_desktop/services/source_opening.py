"""Opens the tasks of a request, one for each system that may hold something (R-SRC-1)."""

from datetime import date

from dsr_desktop.domain.clock import Deadline
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.source_rules import needs_search, systems_to_ask, task_due
from dsr_desktop.services.deadline_figures import deadline_settings
from dsr_desktop.services.register import Register
from dsr_desktop.store.source_tasks import add_tasks, read_tasks
from dsr_desktop.store.systems import read_systems


def open_needed_tasks(
    register: Register, request: Request, deadline: Deadline, today: date
) -> None:
    """Open what is missing, if a right of the request needs a search; twice opens nothing twice.

    To be called, inside the caller's transaction, when a request or one of its rights is recorded.
    """
    if needs_search(item.right for item in request.items):
        open_tasks(register, request, deadline, today)


def open_tasks(register: Register, request: Request, deadline: Deadline, today: date) -> None:
    """Open a task for each active system that has none, whatever is asked for."""
    known = read_tasks(register.database, request)
    systems = systems_to_ask(read_systems(register.database), known, today)
    if not systems:
        return
    due = task_due(deadline, register.company.calendar(), today, deadline_settings(register))
    tasks = add_tasks(register.database, request, systems, today, due)
    register.log(
        EventKind.SOURCE_TASKS_OPENED, request.ref, tasks=list(tasks),
        systems=[one.id for one in systems], due=due.isoformat(),
    )  # fmt: skip
