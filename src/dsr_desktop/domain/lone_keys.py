"""Cells that hold one e-mail or one French phone number in the usual form and nothing else.

Nearly all cells with a key are such; a whole column of them is recognised in one go.
"""

import re
from collections.abc import Sequence

from dsr_desktop.domain.cells import CELL_SEPARATOR

TAIL_DIGITS = 8
USUAL_SEPARATORS = str.maketrans("", "", "+ .-/()")
_EMAIL = r"[A-Za-z0-9][\w.+\-]*+@[A-Za-z0-9][A-Za-z0-9\-]*+(?:\.[A-Za-z0-9][A-Za-z0-9\-]*+)+"
_PHONE = r"(?:0|\+33 ?|0033 ?)[1-9](?:\d{8}|(?: \d\d){4}|(?:\.\d\d){4}|(?:-\d\d){4})|33[1-9]\d{8}"
_DAY = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
LONE_EMAIL = re.compile(_EMAIL, re.ASCII)
LONE_PHONE = re.compile(_PHONE, re.ASCII)
LONE_DAY = re.compile(_DAY, re.ASCII)
_IN_COLUMN = f"{CELL_SEPARATOR}(?:({{form}})(?={CELL_SEPARATOR}|\\Z)|[^{CELL_SEPARATOR}]*+)"
_EMAIL_IN_COLUMN = re.compile(_IN_COLUMN.format(form=_EMAIL), re.ASCII)
_PHONE_IN_COLUMN = re.compile(_IN_COLUMN.format(form=_PHONE), re.ASCII)
_SHORT = f"[^{CELL_SEPARATOR}]{{0,{TAIL_DIGITS - 1}}}+"
_DAYS_AND_SHORT = re.compile(
    f"(?:{CELL_SEPARATOR}(?:{_DAY}(?={CELL_SEPARATOR}|\\Z)|{_SHORT}))*+", re.ASCII
)


def lone_emails(cells: Sequence[str]) -> Sequence[str]:
    """Return the canonical e-mail of each cell that holds a usual one alone, "" for the others."""
    return CELL_SEPARATOR.join(_lone(_EMAIL_IN_COLUMN, cells)).lower().split(CELL_SEPARATOR)


def lone_tails(cells: Sequence[str]) -> Sequence[str]:
    """Return the last digits of each cell that holds a usual phone alone, "" for the others."""
    numbers = CELL_SEPARATOR.join(_lone(_PHONE_IN_COLUMN, cells)).translate(USUAL_SEPARATORS)
    return [number[-TAIL_DIGITS:] for number in numbers.split(CELL_SEPARATOR)]


def are_days(cells: Sequence[str]) -> bool:
    """Tell whether all cells are days like 1990-05-04, or too short for a phone number."""
    column = _column(cells)
    return column is not None and _DAYS_AND_SHORT.fullmatch(column) is not None


def _lone(form: re.Pattern[str], cells: Sequence[str]) -> Sequence[str]:
    column = _column(cells)
    return [""] * len(cells) if column is None else form.findall(column)


def _column(cells: Sequence[str]) -> str | None:
    """Join cells, a separator before each; None if one of them holds the separator itself."""
    column = CELL_SEPARATOR + CELL_SEPARATOR.join(cells)
    return column if column.count(CELL_SEPARATOR) == len(cells) else None
