"""A register as a table to print or to hand over: texts only, ready in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
    the workbook beside it. `is_for_the_person`: it leaves for the person it is about, and does not
    say how far the DPO may rely on the app.
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
    is_for_the_person: bool = False


def with_short_texts(table: RegisterTable, most: int) -> RegisterTable:
    """Return the same with texts of more than `most` characters in several rows, for print."""
    sections = tuple(
        replace(one, rows=tuple(part for row in one.rows for part in _parts(row, most)))
        for one in table.sections
    )
    return replace(table, sections=sections)


def _parts(row: Sequence[str], most: int) -> Iterator[tuple[str, ...]]:
    pieces = [_pieces(text, most) for text in row]
    for n in range(max(map(len, pieces), default=0)):
        yield tuple(texts[n] if n < len(texts) else "" for texts in pieces)


def _pieces(text: str, most: int) -> list[str]:
    if len(text) <= most:
        return [text]
    return [text[n : n + most] for n in range(0, len(text), most)]
