"""The figures of the clock as the company set them, with the reason; the law's own are fixed."""

from collections.abc import Mapping

from dsr_desktop.domain.clock import DEFAULT_SETTINGS, DeadlineSettings
from dsr_desktop.domain.deadline_figures import DeadlineFigure, figures_of_clock, with_figures
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.register import Register
from dsr_desktop.store.settings import read_settings, write_settings

_PREFIX = "deadline."
_BECAUSE = "deadline_because"


def deadline_settings(register: Register) -> DeadlineSettings:
    """Return the figures by which the clocks of a register run; read once for many requests.

    What is stored and cannot be a figure counts as not set.
    """
    database = register.database
    return database.kept_in_memory(
        "deadline figures", database.state, lambda: _read_settings(register)
    )


def _read_settings(register: Register) -> DeadlineSettings:
    settings = DEFAULT_SETTINGS
    for key, text in read_settings(register.database).items():
        if key.startswith(_PREFIX):
            settings = _with_stored(settings, key.removeprefix(_PREFIX), text)
    return settings


def list_deadline_figures(register: Register) -> tuple[DeadlineFigure, ...]:
    """Return every figure of the clock with its source, as it stands (R-GEN-1)."""
    return figures_of_clock(deadline_settings(register))


def set_deadline_figures(
    register: Register, values: Mapping[str, str], reason: str
) -> tuple[DeadlineFigure, ...]:
    """Change figures, with the DPO's reason; returns all. What stays as it was is no event.

    Raises InvalidInputError for what cannot be set or an empty reason; then none is changed.
    """
    if not reason.strip():
        raise InvalidInputError(mark("Say why you change a figure of the clock."))
    with register.database.transaction():
        before = deadline_settings(register)
        after = with_figures(before, values)
        changed = {
            one.name: one.value
            for one, old in zip(figures_of_clock(after), figures_of_clock(before), strict=True)
            if one.value != old.value
        }
        if changed:
            stored = {_PREFIX + name: str(value) for name, value in changed.items()}
            write_settings(register.database, {**stored, _BECAUSE: reason.strip()})
            register.log(EventKind.DEADLINE_FIGURES_CHANGED, figures=changed)
        return figures_of_clock(after)


def _with_stored(settings: DeadlineSettings, name: str, text: str) -> DeadlineSettings:
    try:
        return with_figures(settings, {name: text})
    except InvalidInputError:
        return settings
