"""Systems and tasks for the tests: a customer file that a colleague looks into."""

from dataclasses import replace
from datetime import date

from dsr_desktop.domain.source_task import SourceTask, StepKind, TaskStep
from dsr_desktop.domain.system import HowAsked, System, SystemKind

RECEIVED = date(2026, 11, 2)
TODAY = date(2026, 11, 16)
CRM = System(
    "CRM", SystemKind.CRM, HowAsked.SLIP, date(2020, 1, 1), owner="Léa Morel", contact="12", id=1
)
PAPER = System("Archives", SystemKind.PAPER, HowAsked.BY_DPO, date(2020, 1, 1), id=2)


def system(**changes):
    return replace(CRM, **changes)


def step(kind, day=date(2026, 11, 10), **changes):
    """Something that happened, recorded today; answers name a colleague and say something."""
    answer = {"by": "Léa Morel", "text": "deux fiches"} if kind.is_answer else {}
    return replace(TaskStep(kind, day, TODAY, "Nora Vidal", **answer), **changes)


def task(*kinds, of=CRM, **changes):
    """A task of DSR-2026-0001 to which these things happened, a day after the other."""
    steps = tuple(step(StepKind(kind), date(2026, 11, 3 + n)) for n, kind in enumerate(kinds))
    made = SourceTask("DSR-2026-0001", of, RECEIVED, date(2026, 11, 18), steps, id=of.id)
    return replace(made, **changes)
