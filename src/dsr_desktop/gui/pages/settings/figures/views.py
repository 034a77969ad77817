"""What the card of the figures shows, and what its forms hand in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class FigureLine:
    """A figure: `value` as it is typed, `words` with its unit, `source` with the day of its check.

    `help_text` says what may be set; `choices` are the names and labels of one that is chosen.
    """

    name: str
    label: str
    value: str
    words: str
    source: str
    editable: bool
    help_text: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class FiguresView:
    """The figures of the clock, and those of how long request files are kept."""

    clock: tuple[FigureLine, ...]
    kept: tuple[FigureLine, ...]


@dataclass(frozen=True)
class FiguresGiven:
    """What was typed for the figures that changed, by their names, and why."""

    values: Mapping[str, str]
    reason: str
