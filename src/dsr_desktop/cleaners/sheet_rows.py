"""Empties cells in the part of a worksheet (ISO/IEC 29500-1, 18.3.1); rows and styles stay."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dsr_desktop.cleaners.formulas import moved
from dsr_desktop.cleaners.markup import (
    Edit,
    Element,
    edited,
    elements,
    escaped,
    only,
    plain,
    without,
)
from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.cleaning import Columns, Obstacle
from dsr_desktop.readers.ooxml.cells import place_of

_ROW_NUMBER = re.compile(r"""\br\s*=\s*["'](\d{1,7})["']""")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?\Z")


@dataclass
class Emptied:
    """A worksheet after its cells were emptied, and what was in them.

    `strings` are numbers of shared texts, `texts` what the cells held themselves, `values` their
    numbers; `formulas` tells whether one of them was computed.
    """

    text: str
    strings: set[int] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    formulas: bool = False


def empty_cells(text: str, orders: Mapping[int, Columns]) -> Emptied:
    """Empty the cells that `orders` names, by row and column from 1.

    A formula that other cells share is handed to the first of them. CannotCleanError where a cell
    belongs to a formula of several cells that cannot be changed in part.
    """
    done = Emptied(text)
    data = next(elements(text, "sheetData"), None)
    if data is None:
        return done
    prefix = data.tag.rpartition(":")[0]
    _refuse_areas(text, orders)
    edits: list[Edit] = []
    shared: dict[str, tuple[str, int, int]] = {}
    gone: set[tuple[int, int]] = set()
    for n, row in _rows(text, data, f"{prefix}:" if prefix else ""):
        if n in orders:
            for column, cell in _cells(text, row, n):
                columns = orders[n]
                if columns is None or column in columns:
                    gone.add((n, column))
                    edits.append(_emptied(text, cell, (n, column), done, shared))
    edits += _handed_on(text, shared, gone)
    done.text = edited(text, edits)
    return done


def _rows(text: str, data: Element, prefix: str) -> Iterator[tuple[int, Element]]:
    """Yield the rows with their numbers; one without a number follows the one before it."""
    n = 0
    for row in elements(text, "row", data.inner, data.inner_end, prefix=prefix):
        found = _ROW_NUMBER.search(row.about)
        n = int(found[1]) if found else n + 1
        yield n, row


def _cells(text: str, row: Element, n: int) -> Iterator[tuple[int, Element]]:
    column = 0
    for cell in elements(text, "c", row.inner, row.inner_end):
        place = place_of(cell.attributes.get("r", "")) or (n, column + 1)
        if place[0] != n or place[1] <= column:
            raise CannotCleanError(Obstacle.MOVED)
        column = place[1]
        yield column, cell


def _emptied(
    text: str, cell: Element, place: tuple[int, int], done: Emptied,
    shared: dict[str, tuple[str, int, int]],
) -> Edit:  # fmt: skip
    """Note what a cell held, and return it as an empty one of the same style."""
    kind = cell.attributes.get("t")
    for one in elements(text, "f|v|t", cell.inner, cell.inner_end):
        held = plain(text[one.inner : one.inner_end])
        name = one.tag.rpartition(":")[2]
        if name == "f":
            done.formulas = True
            _note_formula(one, held, place, shared)
        elif name == "v" and kind == "s":
            if held.strip().isdecimal():
                done.strings.add(int(held))
        else:
            done.texts.append(held)
    inline = next(elements(text, "is", cell.inner, cell.inner_end), None)
    if inline is not None:
        runs = elements(text, "t", inline.inner, inline.inner_end)
        done.texts.append("".join(plain(text[one.inner : one.inner_end]) for one in runs))
    return cell.start, cell.end, f"<{cell.tag}{only(cell.about, ('r', 's'))}/>"


def _note_formula(
    formula: Element, held: str, place: tuple[int, int], shared: dict[str, tuple[str, int, int]]
) -> None:
    attributes = formula.attributes
    if attributes.get("t") == "shared" and held and "si" in attributes:
        shared[attributes["si"]] = held, *place


def _handed_on(
    text: str, shared: Mapping[str, tuple[str, int, int]], gone: set[tuple[int, int]]
) -> Iterator[Edit]:
    """Hand each formula whose cell was emptied to the first of the cells that still share it."""
    for number, (formula, row, column) in shared.items():
        sharing = [(place, one) for place, one in _sharing(text, number) if place not in gone]
        if not sharing:
            continue
        (first, heir), places = sharing[0], [place for place, _one in sharing]
        words = moved(formula, first[0] - row, first[1] - column)
        about = without(heir.about, ("ref",))
        yield (
            heir.start,
            heir.end,
            (f'<{heir.tag}{about} ref="{_area_of(places)}">{escaped(words)}</{heir.tag}>'),
        )


def _sharing(text: str, number: str) -> Iterator[tuple[tuple[int, int], Element]]:
    """Yield the cells with a shared formula of this number, but for the one that holds its text."""
    mark = re.compile(rf"""\bsi\s*=\s*["']{re.escape(number)}["']""")
    for found in mark.finditer(text):
        opening = text.rfind("<", 0, found.start())
        formula = next(elements(text, "f", opening), None)
        cell = re.compile(r"<(?:[^\s<>:]+:)?c\s[^<>]*?\br\s*=\s*[\"']([A-Z]{1,3}\d{1,7})[\"']")
        begun = list(cell.finditer(text, text.rfind("<", 0, opening), opening))
        place = place_of(begun[-1][1]) if begun else None
        if formula is None or formula.start != opening or place is None:
            raise CannotCleanError(Obstacle.SHARED_FORMULA)
        if formula.inner == formula.inner_end:
            yield place, formula


def _area_of(places: list[tuple[int, int]]) -> str:
    rows, columns = [one[0] for one in places], [one[1] for one in places]
    return f"{column_letters(min(columns))}{min(rows)}:{column_letters(max(columns))}{max(rows)}"


def _refuse_areas(text: str, orders: Mapping[int, Columns]) -> None:
    """Refuse to change a part of what one formula fills: an array, a table of what-ifs."""
    if "array" not in text and "dataTable" not in text:
        return
    for formula in elements(text, "f"):
        attributes = formula.attributes
        if attributes.get("t") in {"array", "dataTable"}:
            rows, columns = area(attributes.get("ref", ""))
            single = len(rows) == len(columns) == 1
            if not single and any(_touches(orders.get(n, frozenset()), columns) for n in rows):
                raise CannotCleanError(Obstacle.SHARED_FORMULA)


def _touches(ordered: Columns, columns: range) -> bool:
    return ordered is None or any(one in columns for one in ordered)


def area(reference: str) -> tuple[range, range]:
    """Return the rows and columns of a reference such as A1:B5; none for what is no area."""
    found = _AREA.match(reference)
    if found is None:
        return range(0), range(0)
    first, last = (
        place_of(f"{found[1]}{found[2]}"),
        place_of(f"{found[3] or found[1]}{found[4] or found[2]}"),
    )
    if first is None or last is None:
        return range(0), range(0)
    return range(first[0], last[0] + 1), range(first[1], last[1] + 1)
