"""The limits for reading a file as settings: in units people use, between sensible bounds.

A value is a whole number in the unit of its limit; megabytes are a million bytes or characters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.reading import Limits

MEGABYTE = 1_000_000
_LONGEST_SHOWN = 20


class LimitName(StrEnum):
    """The limits, named as on the command line; worded in `wording.limits`."""

    FILE_SIZE = "file_size"
    MEMORY = "memory"
    SECONDS = "seconds"
    SPEED = "speed"
    ROWS = "rows"
    CELL_CHARACTERS = "cell_characters"
    TEXT = "text"


class LimitUnit(StrEnum):
    """What the value of a limit counts."""

    MEGABYTES = "MB"
    SECONDS = "s"
    MEGABYTES_A_SECOND = "MB/s"
    ROWS = "rows"
    CHARACTERS = "characters"


@dataclass(frozen=True)
class LimitRule:
    """What holds for one limit whatever its value is; `source` says where the default is from."""

    name: LimitName
    unit: LimitUnit
    default: int
    lowest: int
    highest: int
    source: str = "R-SEC-7"
    editable: bool = True

    def check(self, value: int) -> int:
        """Return a value that the limit may have; InvalidInputError for another one."""
        if not self.lowest <= value <= self.highest:
            raise self._refusal(str(value))
        return value

    def parse(self, text: str) -> int:
        """Read what was typed, thousands grouped or not; InvalidInputError unless it may be set."""
        digits = "".join(text.replace(",", "").split())
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_SHOWN):
            raise self._refusal(text)
        return self.check(int(digits))

    def _refusal(self, text: str) -> InvalidInputError:
        shown = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
        return InvalidInputError(
            mark("{value} cannot be this limit. Write a whole number from {lowest} to {highest}."),
            value=shown, lowest=self.lowest, highest=self.highest,
        )  # fmt: skip


LIMIT_RULES: Mapping[LimitName, LimitRule] = {
    rule.name: rule
    for rule in (
        LimitRule(LimitName.FILE_SIZE, LimitUnit.MEGABYTES, 500, 1, 10_000),
        LimitRule(LimitName.MEMORY, LimitUnit.MEGABYTES, 2_000, 500, 32_000),
        LimitRule(LimitName.SECONDS, LimitUnit.SECONDS, 60, 5, 3_600),
        LimitRule(LimitName.SPEED, LimitUnit.MEGABYTES_A_SECOND, 5, 1, 100),
        LimitRule(LimitName.ROWS, LimitUnit.ROWS, 5_000_000, 1_000, 50_000_000),
        LimitRule(LimitName.CELL_CHARACTERS, LimitUnit.CHARACTERS, 32_767, 1_000, 1_000_000),
        LimitRule(LimitName.TEXT, LimitUnit.MEGABYTES, 2_000, 10, 20_000),
    )
}


def rule_named(name: str) -> LimitRule:
    """Return the rule of a limit; InvalidInputError for a name that is none."""
    if name not in list(LimitName):
        raise InvalidInputError(
            mark("There is no limit {name}. There are: {names}."),
            name=name[:_LONGEST_SHOWN], names=", ".join(LimitName),
        )  # fmt: skip
    return LIMIT_RULES[LimitName(name)]


def limits_of(values: Mapping[LimitName, int]) -> Limits:
    """Return the limits that a reader works under, all `values` given."""
    return Limits(
        memory=values[LimitName.MEMORY] * MEGABYTE,
        seconds=float(values[LimitName.SECONDS]),
        bytes_per_second=float(values[LimitName.SPEED] * MEGABYTE),
        file_size=values[LimitName.FILE_SIZE] * MEGABYTE,
        rows=values[LimitName.ROWS],
        cell_characters=values[LimitName.CELL_CHARACTERS],
        text=values[LimitName.TEXT] * MEGABYTE,
    )
