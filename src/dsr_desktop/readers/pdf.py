"""Reads PDFs with text: each page is a sheet, each line a row, wide gaps part the cells."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain
from typing import IO

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.document_properties import Said, properties_sheet
from dsr_desktop.readers.inside import WarningsByReason, not_read, parts_of
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.parts import Part, ReadSheet
from dsr_desktop.readers.pdf_page import read_page
from dsr_desktop.readers.pdf_streams import has_damaged_text
from dsr_desktop.readers.pdf_words import Handle

MOST_PAGES = 20_000
_MOST_RANGES = 50
_XFA = (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)


def read_pdf(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield pages as sheets "page 3", then what is attached, then what was not read.

    Raises UnreadableError: PASSWORD, DAMAGED, TOO_MANY_PAGES, and NO_TEXT for a scan.
    """
    yield FileFound("pdf", None)
    warnings = WarningsByReason()
    with _open(document) as pdf:
        pages = _Pages(pdf)
        yield from pages.sheets()
        if pages.with_text:
            yield from properties_sheet(partial(_properties, pdf))
        files = chain(map(pdf.get_attachment, range(pdf.count_attachments())), pages.attached)
        yield from warnings.sift(_attached(files, document, limits))
        has_other_form = pdf.get_formtype() in _XFA
    if pages.pictures and not pages.with_text:
        raise UnreadableError(Problem.NO_TEXT)
    if pages.damaged and not pages.with_text:
        raise UnreadableError(Problem.DAMAGED)
    yield from pages.warnings()
    if has_damaged_text(document):
        yield Warned(Problem.DAMAGED_IN_PART, {})
    if has_other_form:
        yield Warned(Problem.FORM_NOT_READ, {})
    yield from warnings.warnings()


def _properties(pdf: Handle) -> Iterator[Said]:
    names = ("Title", "Author", "Subject", "Keywords")
    return ((name.lower(), pdf.get_metadata_value(name)) for name in names)


@contextmanager
def _open(document: Document) -> Iterator[Handle]:
    with document.open() as file, closing(_unlocked(file, document)) as pdf:
        if len(pdf) > MOST_PAGES:
            raise UnreadableError(Problem.TOO_MANY_PAGES, most=MOST_PAGES)
        if pdf.get_formtype() == raw.FORMTYPE_ACRO_FORM:
            pdf.init_forms()
        yield pdf


def _unlocked(file: IO[bytes], document: Document) -> Handle:
    for password in (None, *document.passwords):
        file.seek(0)
        try:
            return pdfium.PdfDocument(file, password)
        except pdfium.PdfiumError as error:
            if error.err_code != raw.FPDF_ERR_PASSWORD:
                raise UnreadableError(Problem.DAMAGED) from error
    raise UnreadableError(Problem.PASSWORD)


class _Pages:
    """The pages of a PDF, and the numbers of those that were not read or not wholly."""

    def __init__(self, pdf: Handle) -> None:
        self._pdf = pdf
        self.with_text = 0
        self.pictures: list[int] = []
        self.damaged: list[int] = []
        self.attached: list[Handle] = []

    def sheets(self) -> Iterator[ReadSheet]:
        """Yield the pages with text, one in memory at a time."""
        for number in range(1, len(self._pdf) + 1):
            try:
                with closing(self._pdf.get_page(number - 1)) as page:
                    content = read_page(page)
            except pdfium.PdfiumError:
                self.damaged.append(number)
                continue
            self.attached.extend(content.attached)
            if content.is_picture:
                self.pictures.append(number)
            if content.rows:
                self.with_text += 1
                yield ReadSheet(f"page {number}", iter(content.rows))

    def warnings(self) -> Iterator[Warned]:
        """Say which pages were not read."""
        if self.pictures:
            yield Warned(Problem.PAGES_WITHOUT_TEXT, {"pages": ranges(self.pictures)})
        if self.damaged:
            yield Warned(Problem.PAGES_DAMAGED, {"pages": ranges(self.damaged)})


def ranges(numbers: list[int]) -> str:
    """Write ascending numbers shortly: 1, 3–5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return ", ".join(shown[:_MOST_RANGES] + ["…"] * (len(shown) > _MOST_RANGES))


def _attached(files: Iterable[Handle], document: Document, limits: Limits) -> Iterator[Part]:
    for number, file in enumerate(files, 1):
        label = f"attachment {number}"
        try:
            label = file.get_name() or label
            content = bytes(file.get_data())
        except pdfium.PdfiumError:
            yield not_read(UnreadableError(Problem.DAMAGED), label)
            continue
        yield from parts_of(document.inside(label, content), limits, label)
