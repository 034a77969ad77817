"""Takes from one page of a PDF what can be read: words, form entries, remarks, links (pdfium)."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.readers.links import readable_target
from dsr_desktop.readers.parts import ReadRow
from dsr_desktop.readers.pdf_lines import Line, lines_of
from dsr_desktop.readers.pdf_words import TURNS, Handle, PrintedText, Turn

_NO_ENTRY = frozenset({"", "Off"})
_LITTLE_TEXT = 40
_MUCH_OF_THE_PAGE = 0.5
_DEEPEST = 5
_MOST_OBJECTS = 50_000


@dataclass(frozen=True)
class PageContent:
    """Rows of a page; `is_picture` for one that shows text which is none: a scan, unknown letters.

    `attached` are the files pinned on the page (pdfium.PdfAttachment), good while the PDF is open.
    """

    rows: list[ReadRow]
    is_picture: bool
    attached: list[Handle]


def read_page(page: Handle) -> PageContent:
    """Return the rows of a page: its lines from top to bottom, then form entries and remarks.

    Links hang on the line at their height. Raises pdfium.PdfiumError for a page that is damaged.
    """
    turn = TURNS[page.get_rotation()]
    with closing(page.get_textpage()) as text_page:
        text = PrintedText(text_page, turn)
        lines, is_riddle = lines_of(text.words()), text.is_riddle()
    notes = _links(page, turn, lines)
    rows = [ReadRow(n, line.cells, notes=notes[n]) for n, line in enumerate(lines, 1)]
    for n, cells in enumerate(_entries(page), len(rows) + 1):
        rows.append(ReadRow(n, cells))
    if loose := notes[0]:
        rows.append(ReadRow(len(rows) + 1, [""], notes=loose))
    letters = sum(len(cell) for line in lines for cell in line.cells)
    is_picture = is_riddle or (letters < _LITTLE_TEXT and _shows_picture(page, letters))
    return PageContent(rows, is_picture, list(_pinned(page)))


# --- links


def _links(page: Handle, turn: Turn, lines: list[Line]) -> dict[int, list[CellNote]]:
    """Return the links by the number of their line, 0 for those beside all lines."""
    notes: dict[int, list[CellNote]] = {n: [] for n in range(len(lines) + 1)}
    for target, (x, y) in _targets(page, turn):
        n, column = _place(lines, x, y)
        if not (n and any(target in cell for cell in lines[n - 1].cells)):
            notes[n].append(CellNote(column, NoteKind.LINK, target))
    return notes


def _place(lines: list[Line], x: float, y: float) -> tuple[int, int]:
    for n, line in enumerate(lines, 1):
        if abs(line.middle - y) <= max(line.height, 1) * _MUCH_OF_THE_PAGE:
            return n, max(1, sum(left <= x for left in line.lefts))
    return 0, 1


def _targets(page: Handle, turn: Turn) -> Iterator[tuple[str, tuple[float, float]]]:
    position, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, position, link):
        target = _uri(page, raw.FPDFLink_GetAction(link))
        if target and raw.FPDFLink_GetAnnotRect(link, box):
            yield (
                readable_target(target),
                turn((box.left + box.right) / 2, (box.bottom + box.top) / 2),
            )


def _uri(page: Handle, action: Handle) -> str:
    size = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0) if action else 0
    if not size:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(page.pdf, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")


# --- form entries and remarks


def _entries(page: Handle) -> Iterator[list[str]]:
    """Yield name and value of each form field filled in, author and text of each remark."""
    for kind, annotation in _annotations(page):
        is_field = kind == raw.FPDF_ANNOT_WIDGET
        if cells := _field(page, annotation) if is_field else _remark(kind, annotation):
            yield cells


def _pinned(page: Handle) -> Iterator[Handle]:
    for kind, annotation in _annotations(page):
        if kind == raw.FPDF_ANNOT_FILEATTACHMENT:
            file = raw.FPDFAnnot_GetFileAttachment(annotation)
            if file:
                yield pdfium.PdfAttachment(file, page.pdf)


def _annotations(page: Handle) -> Iterator[tuple[int, Handle]]:
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if annotation:
            yield raw.FPDFAnnot_GetSubtype(annotation), annotation
            raw.FPDFPage_CloseAnnot(annotation)


def _field(page: Handle, annotation: Handle) -> list[str]:
    form = page.formenv
    if form is None:
        return []
    value = _text(lambda *into: raw.FPDFAnnot_GetFormFieldValue(form, annotation, *into))
    name = _text(lambda *into: raw.FPDFAnnot_GetFormFieldName(form, annotation, *into))
    return [name, value] if value not in _NO_ENTRY else []


def _remark(kind: int, annotation: Handle) -> list[str]:
    if kind == raw.FPDF_ANNOT_POPUP:  # shows the remark it belongs to
        return []
    text = _text(lambda *into: raw.FPDFAnnot_GetStringValue(annotation, b"Contents", *into))
    author = _text(lambda *into: raw.FPDFAnnot_GetStringValue(annotation, b"T", *into))
    return [author, text] if text else []


def _text(get: Callable[[Handle, int], int]) -> str:
    """Fetch a text of unknown length: UTF-16 with a zero at its end."""
    size = get(None, 0)
    if size <= 2:
        return ""
    buffer = (raw.FPDF_WCHAR * (size // 2 + 1))()
    get(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").replace("\0", "").strip()


# --- pictures


def _shows_picture(page: Handle, letters: int) -> bool:
    """Tell whether a picture covers much of the page; without any text whatever is drawn counts."""
    width, height = page.get_size()
    wanted = 0.0 if letters == 0 else _MUCH_OF_THE_PAGE * width * height
    drawn = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
    kinds = drawn if letters == 0 else drawn[:1]
    for count, shape in enumerate(page.get_objects(filter=kinds, max_depth=_DEEPEST)):
        left, bottom, right, top = shape.get_bounds()
        if (right - left) * (top - bottom) >= wanted or count > _MOST_OBJECTS:
            return True
    return False
