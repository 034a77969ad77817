"""Names of the limits for reading a file, what each guards against, and their values in words."""

from dsr_desktop.domain.limit_rules import LimitName, LimitRule, LimitUnit
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr

_NAMES = {
    LimitName.FILE_SIZE: mark("File size"),
    LimitName.MEMORY: mark("Memory"),
    LimitName.SECONDS: mark("Time"),
    LimitName.SPEED: mark("Large files"),
    LimitName.ROWS: mark("Rows"),
    LimitName.CELL_CHARACTERS: mark("One cell"),
    LimitName.TEXT: mark("Text in all"),
}


def limit_label(tr: Tr, name: LimitName) -> str:
    """Name of a limit."""
    return tr(_NAMES[name])


def limit_value(tr: Tr, rule: LimitRule, value: int) -> str:
    """Value of a limit with its unit: "500 MB", "5,000,000 rows"."""
    shown = tr.number(value)
    match rule.unit:
        case LimitUnit.MEGABYTES:
            return tr("{number} MB", number=shown)
        case LimitUnit.SECONDS:
            return tr.count("{n} second", "{n} seconds", value)
        case LimitUnit.MEGABYTES_A_SECOND:
            return tr("at least 1 second for every {number} MB", number=shown)
        case LimitUnit.ROWS:
            return tr.count("{n} row", "{n} rows", value)
        case LimitUnit.CHARACTERS:
            return tr.count("{n} character", "{n} characters", value)


def limit_range(tr: Tr, rule: LimitRule) -> str:
    """Say which values a limit may have, in its unit."""
    lowest, highest = tr.number(rule.lowest), tr.number(rule.highest)
    match rule.unit:
        case LimitUnit.MEGABYTES:
            return tr("{lowest} to {highest} MB", lowest=lowest, highest=highest)
        case LimitUnit.SECONDS:
            return tr("{lowest} to {highest} seconds", lowest=lowest, highest=highest)
        case LimitUnit.MEGABYTES_A_SECOND:
            return tr("{lowest} to {highest} MB a second", lowest=lowest, highest=highest)
        case LimitUnit.ROWS | LimitUnit.CHARACTERS:
            return tr("{lowest} to {highest}", lowest=lowest, highest=highest)
