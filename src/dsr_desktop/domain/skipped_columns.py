"""Columns that the user left out at an import: no search sees what they hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.source import Source, sheet_apart


@dataclass(frozen=True)
class SkippedColumns:
    """The columns of one sheet whose cells were not stored, with the file they stand in."""

    source: Source
    sheet: str
    columns: tuple[Column, ...]

    @property
    def own_sheet(self) -> str:
        """Name of the sheet, "" where it only repeats the name of the file."""
        return sheet_apart(self.source.name, self.sheet)


def skipped_in(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return those of the columns of a sheet that were left out at its import."""
    return tuple(column for column in columns if column.is_skipped)
