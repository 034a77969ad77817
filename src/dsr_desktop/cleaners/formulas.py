"""Moves the references of a formula, as a spreadsheet does that shares one among cells.

ISO/IEC 29500-1, 18.3.1.40: the cells of a shared formula have its text, moved by their distance
from the cell that holds it.
"""

import re

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.readers.ooxml.cells import LAST_COLUMN, LAST_ROW

_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'
    r"|'(?:[^']|'')*'!?"
    r"|\[[^\]]*\]"
    r"|(?<![\w.$])(?P<cell>(?P<dc>\$?)(?P<c>[A-Za-z]{1,3})(?P<dr>\$?)(?P<r>[0-9]{1,7}))(?![\w(.!])"
    r"|(?<![\w.$:])(?P<cols>(?P<d1>\$?)(?P<c1>[A-Za-z]{1,3}):(?P<d2>\$?)(?P<c2>[A-Za-z]{1,3}))(?![\w(.!$])"
    r"|(?<![\w.$:])(?P<rows>(?P<e1>\$?)(?P<r1>[0-9]{1,7}):(?P<e2>\$?)(?P<r2>[0-9]{1,7}))(?![\w(.!])"
)


def moved(formula: str, rows: int, columns: int) -> str:
    """Return a formula with its relative references moved by so many rows and columns."""
    return _TOKEN.sub(lambda one: _moved(one, rows, columns), formula)


def _moved(one: re.Match[str], rows: int, columns: int) -> str:
    if one["cell"]:
        return _column(one["c"], one["dc"], columns) + _row(one["r"], one["dr"], rows)
    if one["cols"]:
        first, last = _column(one["c1"], one["d1"], columns), _column(one["c2"], one["d2"], columns)
        return f"{first}:{last}"
    if one["rows"]:
        return f"{_row(one['r1'], one['e1'], rows)}:{_row(one['r2'], one['e2'], rows)}"
    return one[0]


def _row(number: str, fixed: str, by: int) -> str:
    return fixed + (number if fixed else str((int(number) - 1 + by) % LAST_ROW + 1))


def _column(letters: str, fixed: str, by: int) -> str:
    if fixed:
        return fixed + letters
    return column_letters((column_number(letters) - 1 + by) % LAST_COLUMN + 1)


def column_number(letters: str) -> int:
    """Return the number of a column, from 1, by its letters."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
