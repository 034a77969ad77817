"""What the form that brings a register in shows and asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True)
class Order:
    """What is to be brought in: the file, as which register, which sheet, meanings by title."""

    path: Path
    kind: str
    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)

    def of_register(self, kind: str) -> "Order":
        """Return the order for another register, nothing else chosen."""
        return Order(self.path, kind)

    def of_sheet(self, sheet: str) -> "Order":
        """Return the order for another sheet, whose columns nobody chose yet."""
        return Order(self.path, self.kind, sheet)

    def with_column(self, title: str, meaning: str) -> "Order":
        """Return the order with a meaning, "" to leave the column out; no two columns have one."""
        others = {
            other: "" if meaning and kept == meaning else kept
            for other, kept in self.columns.items()
        }
        return replace(self, columns={**others, title: meaning})


@dataclass(frozen=True)
class SeenColumn:
    """A column: its title, what it means ("" for left out), whether that can be chosen."""

    title: str
    meaning: str
    is_fixed: bool


@dataclass(frozen=True)
class Seen:
    """A preview in words: the meanings there are with their names, and what would be recorded."""

    sheets: tuple[str, ...]
    meanings: tuple[tuple[str, str], ...]
    columns: tuple[SeenColumn, ...]
    first_rows: tuple[tuple[int, tuple[str, ...]], ...]
    summary: str
    verb: str
    refusal: str
    problems: tuple[str, ...]
