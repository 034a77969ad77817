"""The form in which a row's cells are kept: display texts joined by the unit separator."""

from collections.abc import Sequence

CELL_SEPARATOR = "\x1f"


def join_cells(cells: Sequence[str]) -> str:
    """Join the cells of a row, without the empty ones at its end."""
    joined = CELL_SEPARATOR.join(cells)
    if joined.count(CELL_SEPARATOR) != len(cells) - 1:
        joined = CELL_SEPARATOR.join(cell.replace(CELL_SEPARATOR, " ") for cell in cells)
    return joined.rstrip(CELL_SEPARATOR)


def split_cells(joined: str) -> tuple[str, ...]:
    """Cells of a row in the order of its columns."""
    return tuple(joined.split(CELL_SEPARATOR))
