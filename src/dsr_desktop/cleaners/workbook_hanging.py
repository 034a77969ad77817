"""Takes what hangs on emptied cells of a worksheet away: comments, threads, links, drawn notes."""

import re
from collections.abc import Callable, Iterator, Mapping

from dsr_desktop.cleaners.markup import Edit, Element, decoded, edited, elements, plain
from dsr_desktop.cleaners.sheet_rows import area
from dsr_desktop.cleaners.workbook_links import Links
from dsr_desktop.cleaners.zipped import Parts
from dsr_desktop.domain.cleaning import Columns
from dsr_desktop.readers.ooxml.package import Package

_SHAPE = re.compile(r"<(?P<tag>(?:\w+:)?shape)\b(?:(?!</(?P=tag)>).)*</(?P=tag)>\s*", re.DOTALL)
_NOTE = re.compile(r"""ObjectType\s*=\s*["']Note["']""")
_PLACE = re.compile(r"<(?:\w+:)?(Row|Column)>\s*(\d+)\s*<")
_SCHEMES = ("mailto:", "tel:")

Orders = Mapping[int, Columns]


def clear_hanging(
    parts: Parts, links: Links, package: Package, sheet: str, orders: Orders
) -> list[str]:
    """Take away what hangs on the cells that `orders` names; returns the texts that were there."""
    texts: list[str] = []
    for relation in package.relations(sheet):
        if relation.external or relation.target not in parts:
            continue
        if relation.kind == "comments":
            _edit(parts, relation.target, lambda text: _listed(text, "comment", orders, texts))
        elif relation.kind == "threadedComment":
            _edit(
                parts, relation.target, lambda text: _listed(text, "threadedComment", orders, texts)
            )
        elif relation.kind == "vmlDrawing":
            _edit_drawing(parts, relation.target, orders)
    targets = {one.id: one.target for one in package.relations(sheet) if one.external}
    numbers: list[str] = []
    _edit(parts, sheet, lambda text: _links(text, orders, numbers))
    for number in numbers:
        links.drop_relation(sheet, number)
        texts += [targets.get(number, ""), _without_scheme(targets.get(number, ""))]
    return [text for text in texts if text]


def _edit(parts: Parts, name: str, edits: Callable[[str], Iterator[Edit]]) -> None:
    markup = decoded(parts.read(name))
    found = list(edits(markup.text))
    if found:
        parts.change(name, markup.encoded(edited(markup.text, found)))


def _listed(text: str, name: str, orders: Orders, texts: list[str]) -> Iterator[Edit]:
    for one in elements(text, name):
        if covers(orders, one.attributes.get("ref", "")):
            said = elements(text, "t" if name == "comment" else "text", one.inner, one.inner_end)
            runs = [plain(text[each.inner : each.inner_end]) for each in said]
            texts.extend(("".join(runs), *(runs if len(runs) == 1 else ())))
            yield one.start, one.end, ""


def _edit_drawing(parts: Parts, name: str, orders: Orders) -> None:
    """Take the boxes of comments away; such drawings often are no well-formed XML."""
    content = parts.read(name).decode("utf-8", "surrogateescape")
    left = _SHAPE.sub(lambda one: "" if _is_note_of(one[0], orders) else one[0], content)
    if left != content:
        parts.change(name, left.encode("utf-8", "surrogateescape"))


def _is_note_of(shape: str, orders: Orders) -> bool:
    place = {name: int(number) + 1 for name, number in _PLACE.findall(shape)}
    if not _NOTE.search(shape) or len(place) < len(("Row", "Column")):
        return False
    return _has(orders, place["Row"], place["Column"])


def _links(text: str, orders: Orders, numbers: list[str]) -> Iterator[Edit]:
    for all_of_them in elements(text, "hyperlinks"):
        found = list(elements(text, "hyperlink", all_of_them.inner, all_of_them.inner_end))
        gone = [one for one in found if covers(orders, one.attributes.get("ref", ""))]
        staying = {one.attributes.get("id") for one in found if one not in gone}
        ids = (one.attributes.get("id") for one in gone)
        numbers.extend({one for one in ids if one and one not in staying})
        yield from _without(all_of_them, gone, is_all=len(gone) == len(found))


def _without(parent: Element, gone: list[Element], *, is_all: bool) -> Iterator[Edit]:
    """Take elements away, and the one around them if it would be left empty."""
    if gone and is_all:
        yield parent.start, parent.end, ""
    else:
        yield from ((one.start, one.end, "") for one in gone)


def covers(orders: Orders, reference: str) -> bool:
    """Tell whether all cells of a reference are among those to be emptied."""
    rows, columns = area(reference.upper())
    return bool(rows) and all(_has(orders, n, column) for n in rows for column in columns)


def _has(orders: Orders, row: int, column: int) -> bool:
    if row not in orders:
        return False
    columns = orders[row]
    return columns is None or column in columns


def _without_scheme(target: str) -> str:
    return next((target[len(one) :] for one in _SCHEMES if target.lower().startswith(one)), "")
