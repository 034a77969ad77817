"""The figures of the clock as settings: which may be set, within which bounds (R-GEN-1)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import cast

from dsr_desktop.domain.clock import DEFAULT_SETTINGS, DeadlineSettings, ExtensionMode
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark

EXTENSION_MODE = "extension_mode"
_LONGEST_SHOWN = 20
_BOUNDS = {
    "internal_days": (0, 25),
    "doubtful_after_days": (0, 28),
    "due_soon_days": (1, 28),
    "identity_silence_days": (14, 365),
    "alert_working_days": (1, 20),
    "source_days": (0, 25),
    "withdrawal_working_days": (0, 20),
}


@dataclass(frozen=True)
class DeadlineFigure:
    """One figure as it stands: value, source, day of the check, and whether it may be set.

    `value` is a number of days, of months for what the law fixes, or the name of an ExtensionMode.
    """

    name: str
    value: int | str
    default: int | str
    source: str
    checked_on: date
    editable: bool

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The lowest and highest number that may be set; None for what is no number to set."""
        return _BOUNDS.get(self.name)


def figures_of_clock(settings: DeadlineSettings) -> tuple[DeadlineFigure, ...]:
    """Return every figure, those that the law fixes first and never editable."""
    return tuple(
        DeadlineFigure(
            name=one.name,
            value=_shown(getattr(settings, one.name)),
            default=_shown(getattr(DEFAULT_SETTINGS, one.name)),
            source=str(one.metadata["source"]),
            checked_on=cast("date", one.metadata["checked_on"]),
            editable=bool(one.metadata["editable"]),
        )
        for one in fields(DeadlineSettings)
    )


def with_figures(settings: DeadlineSettings, values: Mapping[str, str]) -> DeadlineSettings:
    """Return settings with the figures given as text; nothing else changes.

    Raises InvalidInputError for a name that is none, a figure that the law fixes, or a value out of
    bounds.
    """
    known = {one.name: one for one in figures_of_clock(settings)}
    current = {one.name: getattr(settings, one.name) for one in known.values() if one.editable}
    return DeadlineSettings(
        **{**current, **{name: _checked(known, name, text) for name, text in values.items()}}
    )


def _checked(known: Mapping[str, DeadlineFigure], name: str, text: str) -> int | ExtensionMode:
    if name not in known:
        raise InvalidInputError(
            mark("There is no figure {name}. There are: {names}."),
            name=name[:40], names=", ".join(known),
        )  # fmt: skip
    if not known[name].editable:
        raise InvalidInputError(
            mark("The law fixes this figure: it is shown, and cannot be changed.")
        )
    return _mode(text) if name == EXTENSION_MODE else _days(name, text.strip())


def _mode(text: str) -> ExtensionMode:
    if text not in list(ExtensionMode):
        raise InvalidInputError(
            mark("{value} is no way to count. There are: {names}."),
            value=text[:_LONGEST_SHOWN], names=", ".join(ExtensionMode),
        )  # fmt: skip
    return ExtensionMode(text)


def _days(name: str, digits: str) -> int:
    lowest, highest = _BOUNDS[name]
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_SHOWN
    if not (is_number and lowest <= int(digits) <= highest):
        raise InvalidInputError(
            mark("{value} cannot be set here. Write whole days from {lowest} to {highest}."),
            value=digits[:_LONGEST_SHOWN], lowest=lowest, highest=highest,
        )  # fmt: skip
    return int(digits)


def _shown(value: object) -> int | str:
    return int(value) if isinstance(value, int) else str(value)
