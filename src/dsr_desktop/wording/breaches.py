"""Says of a breach when its 72 hours end, how much is left, and what was decided."""

from dsr_desktop.domain.breach import Breach, BreachClock, BreachStepKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.search_report import moment

_STEPS = {
    BreachStepKind.AUTHORITY_NOTIFIED: mark("Authority notified on {moment}"),
    BreachStepKind.AUTHORITY_NOT_NOTIFIED: mark("Authority not notified, decided on {moment}"),
    BreachStepKind.PERSON_TOLD: mark("Person told on {moment}"),
    BreachStepKind.PERSON_NOT_TOLD: mark("Person not told, decided on {moment}"),
}


_DECISIONS = {
    BreachStepKind.AUTHORITY_NOTIFIED: mark("The authority was notified"),
    BreachStepKind.AUTHORITY_NOT_NOTIFIED: mark("The authority is not notified"),
    BreachStepKind.PERSON_TOLD: mark("The person was told"),
    BreachStepKind.PERSON_NOT_TOLD: mark("The person is not told"),
}


def decision_label(tr: Tr, kind: BreachStepKind) -> str:
    """Name of a decision, to choose from."""
    return tr(_DECISIONS[kind])


def step_line(tr: Tr, kind: BreachStepKind, at: str) -> str:
    """Say what was decided; `at` is the moment in words."""
    return tr(_STEPS[kind], moment=at)


def clock_line(tr: Tr, clock: BreachClock) -> str:
    """Say when the 72 hours end and how much of them is left; a decision stops the count."""
    end = tr("72 hours end on {moment}", moment=moment(tr, clock.ends_at))
    if clock.is_stopped:
        return end
    if clock.is_over:
        return tr("{end}: over, notify now and say why it is late (art. 33(1))", end=end)
    left = tr.count("{n} hour left", "{n} hours left", clock.hours_left)
    return f"{end} · {left}"


def breach_lines(tr: Tr, breach: Breach, clock: BreachClock) -> list[str]:
    """Say of a breach when it was noticed, its clock, and both decisions or that they are missing."""
    aware = tr("Aware since {moment}", moment=moment(tr, breach.aware_at))
    lines = [aware, clock_line(tr, clock)]
    for step, missing in (
        (breach.about_authority, tr("Decide whether to notify the authority (art. 33).")),
        (breach.about_person, tr("Decide whether to tell the person (art. 34).")),
    ):
        said = step_line(tr, step.kind, moment(tr, step.at)) if step else missing
        lines.append(tr.pair(said, step.reason) if step and step.reason else said)
    return lines
