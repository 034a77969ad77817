"""Reads what stands around the rows of a sheet: hidden columns, links, rules, page headers."""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.readers.ooxml.cells import LAST_COLUMN, place_of, spells_words
from dsr_desktop.readers.ooxml.markup import TreeListener
from dsr_desktop.readers.ooxml.package import Relation
from dsr_desktop.readers.ooxml.pieces import Pieces

PlacedNote = tuple[int, CellNote]
"""Row, and the note on a cell in it."""

_SAID = ("promptTitle", "prompt", "errorTitle", "error")
_TRUE = frozenset({"1", "true", "on"})
_PAGE_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|.)')
_NO_NAME = re.compile(r"(?:page|seite|p[áa]gina|pagina|strona|of|de|sur|von|di|van|z|\W|\d|_)*", re.IGNORECASE)  # fmt: skip


class Around:
    """A sheet without its rows."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        listener = _AroundRows()
        for _nothing in Pieces(listener, "sheetData", "row", _pass_over).read(chunks):
            pass
        self._tree = listener.close()

    def hidden_columns(self) -> frozenset[int]:
        """Return the columns that are not shown."""
        return frozenset(column for one in self._tree.iter("col") for column in _hidden(one))

    def notes(self, relations: Iterable[Relation]) -> Iterator[PlacedNote]:
        """Yield links, rules that spell words and what these tell, on the first cell they are for."""
        targets = {one.id: one.target for one in relations if one.external}
        for link in self._tree.iter("hyperlink"):
            yield from _placed(link.get("ref"), NoteKind.LINK, _link(link, targets))
        for area, rule in self._rules():
            if spells_words(rule.text or ""):
                yield from _placed(area, NoteKind.FORMULA, rule.text or "")
        for one in self._tree.iter("dataValidation"):
            said = filter(None, map(one.get, _SAID))
            yield from _placed(_area(one), NoteKind.COMMENT, "\n".join(said))
        yield from filters(self._tree)

    def has_page_text(self) -> bool:
        """Tell whether printed pages carry text that is more than a number or the file's name."""
        pages = (child for one in self._tree.iter("headerFooter") for child in one)
        return any(is_page_text(one.text or "") for one in pages)

    def _rules(self) -> Iterator[tuple[str | None, ElementTree.Element]]:
        for name in ("dataValidation", "conditionalFormatting"):
            for one in self._tree.iter(name):
                for formula in one.iter():
                    if formula.tag in {"formula", "formula1", "formula2", "f"}:
                        yield _area(one), formula


def is_page_text(text: str) -> bool:
    """Tell whether the header or footer of a page says more than a number or the file's name."""
    return not _NO_NAME.fullmatch(_PAGE_CODE.sub(" ", text))


def filters(tree: ElementTree.Element) -> Iterator[PlacedNote]:
    """Yield what the filters of a sheet or table look for, on the first cell of each."""
    for one in tree.iter("autoFilter"):
        values = [
            part.get("val", "") for part in one.iter() if part.tag in {"filter", "customFilter"}
        ]
        yield from _placed(one.get("ref"), NoteKind.FORMULA, "\n".join(filter(None, values)))


class _AroundRows(TreeListener):
    """Builds a tree of a sheet, leaving out what its data hold."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._depth:
            super().start(name, attributes)
        if self._depth or name == "sheetData":
            self._depth += 1
            self.inside = self._depth == 1

    def end(self, name: str) -> None:
        if self._depth:
            self._depth -= 1
            self.inside = self._depth == 1
        if not self._depth:
            super().end(name)

    def data(self, text: str) -> None:
        if not self._depth:
            super().data(text)

    def take(self) -> Iterable[None]:
        return ()


def _pass_over(_piece: bytes) -> Iterable[None]:
    return ()


def _hidden(column: ElementTree.Element) -> range:
    first, last = column.get("min", ""), column.get("max", "")
    is_hidden = column.get("hidden") in _TRUE or column.get("width") == "0"
    if not (is_hidden and first.isdecimal() and last.isdecimal()):
        return range(0)
    return range(int(first[:6]), min(int(last[:6]), LAST_COLUMN) + 1)


def _area(rule: ElementTree.Element) -> str | None:
    return next((ref.text for ref in rule.iter("sqref")), rule.get("sqref"))


def _link(link: ElementTree.Element, targets: dict[str, str]) -> str:
    """Return the target and the tip of a link; a place in this workbook is no target."""
    return "\n".join(filter(None, (targets.get(link.get("id", "")), link.get("tooltip"))))


def _placed(area: str | None, kind: NoteKind, text: str) -> Iterator[PlacedNote]:
    place = place_of(area or "") or (1, 1)
    if text.strip():
        yield place[0], CellNote(place[1], kind, text)
