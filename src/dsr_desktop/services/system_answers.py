"""What the systems answered, for a request or for none: what a search of the lists cannot see."""

from datetime import date

from dsr_desktop.domain.system_answer import SystemAnswer, answer_of_task, not_asked
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.source_tasks import list_tasks
from dsr_desktop.services.systems import list_systems


@at_one_moment
def system_answers(register: Register, ref: str | None, today: date) -> tuple[SystemAnswer, ...]:
    """Return what each system answered, those without an answer first.

    `ref` is None for a search that belongs to no request: then nobody was asked. Systems that are
    active today and have no task are named too. Raises NotFoundError for an unknown reference.
    """
    tasks = list_tasks(register, ref) if ref is not None else ()
    asked = {task.system.id for task in tasks}
    others = [
        not_asked(one.system, one.listed_on)
        for one in list_systems(register)
        if one.system.id not in asked and one.system.is_active_on(today)
    ]
    answers = [*map(answer_of_task, tasks), *others]
    return tuple(sorted(answers, key=lambda one: not one.is_missing))
