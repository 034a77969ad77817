"""Reads which sheets a workbook has and what they share (ISO/IEC 29500-1, 18.2)."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.cells import CellValues, spells_words
from dsr_desktop.readers.ooxml.package import Package, Relation
from dsr_desktop.readers.ooxml.serial_days import Calendar
from dsr_desktop.readers.ooxml.strings import read_strings
from dsr_desktop.readers.ooxml.styles import read_styles

MOST_SHEETS = 5_000
_USUAL_PART = re.compile(r"xl/workbook\d*\.xml")
_WORKSHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_TRUE = frozenset({"1", "true", "on"})


@dataclass(frozen=True)
class SheetEntry:
    """A sheet by its name; `kind` is worksheet, chartsheet, dialogsheet or one of macros."""

    name: str
    part: str
    kind: str
    hidden: bool


class Book:
    """The workbook of a package; UnreadableError if it lists a sheet that is not there."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.part = _workbook_part(package)
        self._tree = package.tree(self.part)
        self._relations = package.relations(self.part)
        listed = list(self._tree.iter("sheet"))
        if len(listed) > MOST_SHEETS:
            raise UnreadableError(Problem.TOO_MANY_SHEETS, most=MOST_SHEETS)
        parts = {relation.id: relation for relation in self._relations}
        self.sheets = [_entry(sheet, parts) for sheet in listed]

    def values(self, limits: Limits) -> CellValues:
        """Read what the cells of all sheets share: texts and styles."""
        strings, styles = self._part("sharedStrings"), self._part("styles")
        return CellValues(
            read_strings(self._package.chunks(strings), limits) if strings else [],
            read_styles(self._package.tree(styles), self._calendar()) if styles else [],
            limits.cell_characters,
        )

    def lacks_a_sheet(self) -> bool:
        """Tell whether the file holds a worksheet that its list of sheets does not name."""
        listed = {entry.part.lower() for entry in self.sheets}
        return any(
            _WORKSHEET.fullmatch(name) and name not in listed for name in self._package.names
        )

    def names_spell_words(self) -> bool:
        """Tell whether a defined name stands for words rather than for cells."""
        return any(spells_words(name.text or "") for name in self._tree.iter("definedName"))

    def people(self) -> dict[str, str]:
        """Return who writes threaded comments, by their ids."""
        parts = [relation.target for relation in self._relations if relation.kind == "person"]
        return {
            person.get("id", ""): person.get("displayName", "")
            for part in parts
            if part in self._package
            for person in self._package.tree(part).iter("person")
        }

    def _calendar(self) -> Calendar:
        return Calendar(any(one.get("date1904") in _TRUE for one in self._tree.iter("workbookPr")))

    def _part(self, kind: str) -> str | None:
        parts = (relation.target for relation in self._relations if relation.kind == kind)
        return next((part for part in parts if part in self._package), None)


def _workbook_part(package: Package) -> str:
    related = [part for part in package.related("", "officeDocument") if part in package]
    part = next(iter(related or filter(_USUAL_PART.fullmatch, package.names)), None)
    if part is None:
        raise UnreadableError(Problem.DAMAGED)
    return part


def _entry(sheet: ElementTree.Element, parts: dict[str, Relation]) -> SheetEntry:
    relation = parts.get(sheet.get("id", ""))
    if relation is None or relation.external:
        raise UnreadableError(Problem.DAMAGED)
    hidden = sheet.get("state", "visible") != "visible"
    return SheetEntry(sheet.get("name", ""), relation.target, relation.kind.lower(), hidden)
