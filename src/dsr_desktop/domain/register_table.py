"""A register as a table to print or to hand over: texts only, ready in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class TableSection:
    """One table: `shares` are the widths of its columns against each other."""

    title: str
    headings: Sequence[str]
    shares: Sequence[float]
    rows: Sequence[Sequence[str]]
    nothing: str = ""


@dataclass(frozen=True)
class RegisterTable:
    """A document of one or more tables: the first is the one that a CSV holds.

    `name` is that of its files, `facts` stand at the front, `notes` are sentences below them;
    `warnings` stand before these. `whole_in` names the file that has whole what a PDF cuts, "" for
    the workbook beside it.
    """

    name: str
    title: str
    facts: Sequence[tuple[str, str]]
    notes: Sequence[str]
    sections: Sequence[TableSection]
    made_on: date
    footer: str = ""
    warnings: Sequence[str] = ()
    whole_in: str = ""
