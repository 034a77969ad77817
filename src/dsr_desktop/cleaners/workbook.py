"""Cleans workbooks in Office Open XML, part by part in their zip (xlsx, xlsm, xltx, xltm, strict)."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.cleaners.markup import decoded, elements
from dsr_desktop.cleaners.needles import Needles, needles_of, scrubbed
from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.cleaners.shared_strings import Strings, used_strings
from dsr_desktop.cleaners.sheet_rows import Emptied, empty_cells
from dsr_desktop.cleaners.workbook_hanging import clear_hanging
from dsr_desktop.cleaners.workbook_links import Links, drop_thumbnail
from dsr_desktop.cleaners.workbook_pivots import empty_pivots
from dsr_desktop.cleaners.zipped import Parts, open_parts, plain_name
from dsr_desktop.domain.cleaning import Columns, Obstacle, Orders
from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.book import Book
from dsr_desktop.readers.ooxml.package import Package, open_package

_SIGNATURES = "_xmlsignatures/"
_CACHES = ("xl/pivotcache/", "xl/externallinks/", "xl/charts/", "xl/revisions/")
_TOUCHED_APART = re.compile(
    r".*\.rels|\[content_types\]\.xml|xl/styles\.xml|xl/worksheets/[^/]+\.xml"
)
_MARKUP = (".xml", ".vml", ".rels")
_BETWEEN_TAGS = re.compile(r">([^<>]+)(?=<)")
_MANY = 20
"""From so many texts on it is quicker to go through all cells once than to look for each."""


def clean_workbook(
    path: Path, out: BinaryIO, orders: Orders, on_part: Callable[[], None]
) -> Needles:
    """Write the workbook at `path` to `out` with the cells that `orders` names emptied.

    Returns the texts that no cell holds any more. Rows stay where they are, so that no formula,
    filter, rule or drawing has to move. `on_part` is called between the parts. CannotCleanError for
    a workbook that is locked, signed or damaged, and for cells that cannot be changed alone.
    """
    with open_parts(path) as parts:
        if any(name.startswith(_SIGNATURES) for name in parts.names):
            raise CannotCleanError(Obstacle.SIGNED)
        try:
            with open_package(Document.on_disk(path), Limits()) as package:
                needles = _Workbook(parts, package, orders, on_part).clean()
        except UnreadableError as error:
            raise CannotCleanError(Obstacle.DAMAGED) from error
        parts.write(out, on_part)
    return needles


class _Workbook:
    """One workbook at work."""

    def __init__(
        self, parts: Parts, package: Package, orders: Orders, on_part: Callable[[], None]
    ) -> None:
        self._parts = parts
        self._package = package
        self._book = Book(package)
        self._links = Links(parts)
        self._on_part = on_part
        self._sheets = {
            plain_name(entry.part): orders.get(entry.name, {})
            for entry in self._book.sheets
            if entry.kind == "worksheet"
        }

    def clean(self) -> Needles:
        strings, texts, formulas = set[int](), list[str](), False
        for part, orders in self._sheets.items():
            self._on_part()
            if orders:
                done = self._empty(part, orders)
                strings |= done.strings
                texts += [
                    *done.texts,
                    *clear_hanging(self._parts, self._links, self._package, part, orders),
                ]
                formulas = formulas or done.formulas
        needles = self._blank_strings(strings, texts)
        self._scrub(needles)
        if formulas:
            self._links.drop_all("calcChain", plain_name(self._book.part))
        if formulas or self._has_formulas():
            self._compute_when_opened()
        drop_thumbnail(self._parts, self._links)
        return needles

    def _empty(self, part: str, orders: Mapping[int, Columns]) -> Emptied:
        markup = decoded(self._parts.read(part))
        done = empty_cells(markup.text, orders)
        self._parts.change(part, markup.encoded(done.text))
        return done

    def _blank_strings(self, emptied: set[int], texts: Iterable[str]) -> Needles:
        """Blank the shared texts that no cell uses any more; return the texts that are gone."""
        name = next((one.target for one in self._package.relations(self._book.part)
                     if one.kind == "sharedStrings" and one.target in self._parts), None)  # fmt: skip
        markup = decoded(self._parts.read(name)) if name else None
        strings = Strings(markup.text if markup else "")
        needles = needles_of([*texts, *strings.texts(emptied)])
        used = set[int]()
        staying = set[str]()
        for part in self._sheets:
            self._on_part()
            sheet = decoded(self._parts.read(part)).text
            used |= used_strings(sheet)
            staying |= _held(sheet, needles)
        staying |= {
            text for text in strings.texts(used) if text.strip().casefold() in needles.texts
        }
        if markup and name:
            blank = {*emptied, *strings.naming(needles, used)} - used
            self._parts.change(name, markup.encoded(strings.blanked(blank)))
        return needles.without(staying)

    def _scrub(self, needles: Needles) -> None:
        """Cut the texts that are gone out of all that is neither a cell nor a link between parts."""
        empty_pivots(self._parts, self._links, needles)
        strings = {one.target.lower() for one in self._package.relations(self._book.part)
                   if one.kind == "sharedStrings"}  # fmt: skip
        for name in self._parts.names:
            is_sheet = name in self._sheets
            if not name.endswith(_MARKUP) or name in strings or (
                _TOUCHED_APART.fullmatch(name) and not is_sheet and not name.endswith(".rels")
            ):  # fmt: skip
                continue
            self._on_part()
            self._scrub_part(name, needles, is_sheet=is_sheet)

    def _scrub_part(self, name: str, needles: Needles, *, is_sheet: bool) -> None:
        content = self._parts.read(name)
        try:
            markup = decoded(content)
        except CannotCleanError:
            return  # what it holds is looked for at the end, byte by byte
        rows: tuple[tuple[int, int], ...] = ()
        if is_sheet:
            rows = tuple((one.start, one.end) for one in elements(markup.text, "sheetData"))
        left = scrubbed(markup.text, needles, rows, numbers=name.startswith(_CACHES))
        if left != markup.text:
            self._parts.change(name, markup.encoded(left))

    def _has_formulas(self) -> bool:
        return any(
            b"<f" in self._parts.read(part) or b":f" in self._parts.read(part)
            for part in self._sheets
        )

    def _compute_when_opened(self) -> None:
        """Have results that rest on emptied cells computed anew by whoever opens the workbook."""
        markup = decoded(self._parts.read(self._book.part))
        self._parts.change(self._book.part, markup.encoded(_computing(markup.text)))


def _computing(text: str) -> str:
    known = next(elements(text, "calcPr"), None)
    if known is not None:
        about = re.sub(r"""\s+fullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')""", "", known.about).rstrip()
        end = known.start + 1 + len(known.tag) + len(known.about)
        return f'{text[: known.start]}<{known.tag}{about} fullCalcOnLoad="1"{text[end:]}'
    before = [*elements(text, "sheets|functionGroups|externalReferences|definedNames")]
    if not before:
        return text
    prefix = before[-1].tag.rpartition(":")[0]
    tag = f"{prefix}:calcPr" if prefix else "calcPr"
    return f'{text[: before[-1].end]}<{tag} fullCalcOnLoad="1"/>{text[before[-1].end :]}'


def _held(sheet: str, needles: Needles) -> set[str]:
    """Return the needles that cells of a sheet hold themselves, without a shared text."""
    small = sheet.casefold()
    data = small.find("sheetdata")
    if data < 0:
        return set()
    if len(needles.texts) > _MANY:
        wanted = {_as_written(text): text for text in needles.texts}
        said = (found[1].strip() for found in _BETWEEN_TAGS.finditer(small, data))
        return {wanted[one] for one in said if one in wanted}
    return {text for text in needles.texts if _is_in_a_cell(_as_written(text), small, data)}


def _is_in_a_cell(text: str, sheet: str, start: int) -> bool:
    """Tell whether a cell says just this; to look for the text first is ten times as fast."""
    if sheet.find(text, start) < 0:
        return False
    return re.compile(rf">\s*{re.escape(text)}\s*<").search(sheet, start) is not None


def _as_written(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
