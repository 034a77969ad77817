"""Empties cells in the tables of an OpenDocument spreadsheet; repeated rows and cells are split."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dsr_desktop.cleaners.markup import (
    Edit,
    Element,
    children,
    edited,
    elements,
    escaped,
    only,
    plain,
    without,
)
from dsr_desktop.cleaners.needles import Needles
from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import Columns, Obstacle, Orders

_CELLS = "table-cell|covered-table-cell"
_ROWS, _COLUMNS = "number-rows-repeated", "number-columns-repeated"
_KEPT = ("style-name", "number-columns-spanned", "number-rows-spanned", "content-validation-name")
_GONE = frozenset({"p", "h", "list", "annotation", "detective"})
_DRAWN = (
    "frame|custom-shape|rect|ellipse|line|polygon|polyline|path|caption|g|control|measure|connector"
)
_LINK_CACHE = re.compile(r"'.*'#\$?.*", re.DOTALL)
_MATRIX = ("number-matrix-columns-spanned", "number-matrix-rows-spanned")
_TAGS = re.compile(r"<[^>]*>")
_SAID = re.compile(r"""\b(?:string-value|value)\s*=\s*("[^"]*"|'[^']*')""")


@dataclass
class EmptiedTables:
    """A document after its cells were emptied, and the texts that were in them."""

    text: str
    texts: list[str] = field(default_factory=list)

    def staying(self, needles: Needles) -> set[str]:
        """Return the needles that cells still hold."""
        rows = "".join(self.text[first:end] for first, end in self.cells()).casefold()
        return {one for one in needles.texts if _is_held(rows, escaped(one))}

    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield the places of the document in which rows stand, without what is drawn over them."""
        for row in elements(self.text, "table-row"):
            at = row.start
            for drawn in elements(self.text, _DRAWN, row.inner, row.inner_end):
                yield at, drawn.start
                at = drawn.end
            yield at, row.end


def _is_held(rows: str, needle: str) -> bool:
    return (
        re.search(rf">\s*{re.escape(needle)}\s*<|value=[\"']{re.escape(needle)}[\"']", rows)
        is not None
    )


def empty_tables(text: str, orders: Orders) -> EmptiedTables:
    """Empty the cells that `orders` names, by table, row and column from 1.

    CannotCleanError where a cell belongs to a formula of several cells.
    """
    done = EmptiedTables(text)
    edits: list[Edit] = []
    for table in elements(text, "table"):
        name = table.attributes.get("name", "")
        if orders.get(name) and not _LINK_CACHE.fullmatch(name):
            edits += _table(text, table, orders[name], done.texts)
    done.text = edited(text, edits)
    return done


def _table(
    text: str, table: Element, orders: Mapping[int, Columns], texts: list[str]
) -> Iterator[Edit]:
    n = 1
    last = max(orders)
    for row in elements(text, "table-row", table.inner, table.inner_end):
        repeat = _count(row, _ROWS)
        wanted = [one for one in range(n, min(n + repeat, last + 1)) if one in orders]
        if wanted:
            yield row.start, row.end, "".join(_pieces(text, row, n, repeat, orders, wanted, texts))
        n += repeat
        if n > last:
            return


def _pieces(
    text: str, row: Element, first: int, repeat: int, orders: Mapping[int, Columns],
    wanted: list[int], texts: list[str],
) -> Iterator[str]:  # fmt: skip
    """Yield what stands for a row, once or repeated: its copies before, between and behind as they were."""
    content, at = text[row.inner : row.inner_end], first
    for n in wanted:
        yield _copies(row, content, n - at)
        yield _copies(row, _row(text, row, orders[n], texts), 1)
        at = n + 1
    yield _copies(row, content, first + repeat - at)


def _copies(element: Element, content: str, number: int, repeats: str = _ROWS) -> str:
    if number < 1:
        return ""
    about = without(element.about, (repeats,)).rstrip()
    if number > 1:
        prefix = element.tag.rpartition(":")[0]
        about += f' {prefix}:{repeats}="{number}"' if prefix else f' {repeats}="{number}"'
    return (
        f"<{element.tag}{about}>{content}</{element.tag}>"
        if content
        else f"<{element.tag}{about}/>"
    )


def _row(text: str, row: Element, columns: Columns, texts: list[str]) -> str:
    pieces, at, column = [], row.inner, 1
    for cell in elements(text, _CELLS, row.inner, row.inner_end):
        repeat = _count(cell, _COLUMNS)
        pieces += [text[at : cell.start], *_cell(text, cell, column, repeat, columns, texts)]
        at, column = cell.end, column + repeat
    return "".join([*pieces, text[at : row.inner_end]])


def _cell(
    text: str, cell: Element, first: int, repeat: int, columns: Columns, texts: list[str]
) -> Iterator[str]:
    wanted = (
        [] if columns is None else [one for one in sorted(columns) if first <= one < first + repeat]
    )
    if columns is None:
        yield _emptied(text, cell, repeat, texts)
        return
    if not wanted:
        yield text[cell.start : cell.end]
        return
    content, at = text[cell.inner : cell.inner_end], first
    for one in wanted:
        yield _copies(cell, content, one - at, _COLUMNS)
        yield _emptied(text, cell, 1, texts)
        at = one + 1
    yield _copies(cell, content, first + repeat - at, _COLUMNS)


def _emptied(text: str, cell: Element, repeat: int, texts: list[str]) -> str:
    """Return a cell without value, formula, text and comment; what is drawn over it stays."""
    attributes = cell.attributes
    if any(attributes.get(name, "1") != "1" for name in _MATRIX):
        raise CannotCleanError(Obstacle.SHARED_FORMULA)
    texts.extend(_texts(text, cell))
    staying = [
        text[one.start : one.end]
        for one in children(text, cell)
        if one.tag.rpartition(":")[2] not in _GONE
    ]
    bare = Element(
        cell.start, cell.end, cell.inner, cell.inner_end, cell.tag, only(cell.about, _KEPT)
    )
    return _copies(bare, "".join(staying), repeat, _COLUMNS)


def _texts(text: str, cell: Element) -> Iterator[str]:
    """Yield what a cell says: its paragraphs, alone and together, and its stored value."""
    drawn = [(one.start, one.end) for one in elements(text, _DRAWN, cell.inner, cell.inner_end)]
    paragraphs = [
        plain(_TAGS.sub("", text[one.inner : one.inner_end]))
        for one in elements(text, "p|h|creator", cell.inner, cell.inner_end)
        if not any(first <= one.start < end for first, end in drawn)
    ]
    yield from paragraphs
    yield "\n".join(paragraphs)
    yield from (plain(one[1:-1]) for one in _SAID.findall(cell.about))


def _count(element: Element, name: str) -> int:
    written = element.attributes.get(name, "1")
    return max(1, int(written)) if written.isdecimal() else 1
