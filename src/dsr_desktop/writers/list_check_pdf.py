"""Prints the certificate of a list that was checked before it was sent."""

from typing import BinaryIO

from dsr_desktop.domain.list_check import ListCertificate
from dsr_desktop.wording import list_check as words
from dsr_desktop.wording.checklist import page_label
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.checklist_blocks import (
    BODY_MUTED,
    TITLE,
    Paragraph,
    Space,
    side_by_side,
)
from dsr_desktop.writers.fonts import Letters, Style, load_faces
from dsr_desktop.writers.front_blocks import paragraph
from dsr_desktop.writers.pdf_page import A4_ACROSS, BLACK, REGULAR, Footer, Pages, write_pages
from dsr_desktop.writers.report_table import Table

_TEXT = Style(REGULAR, 10, BLACK)
_FACTS = side_by_side(1, 4)
_COUNTS = side_by_side(4, 1)


def write_list_check_pdf(stream: BinaryIO, told: ListCertificate, tr: Tr) -> None:
    """Write the certificate as PDF in the language of `tr`."""
    load_faces()
    letters = Letters()
    title = words.certificate_title(tr)
    pages = Pages(A4_ACROSS)
    pages.add(Paragraph((letters(title),), TITLE, after=9))
    Table(_FACTS, (BODY_MUTED, _TEXT), ("", "")).add_to(pages, words.facts(tr, told), letters)
    pages.add(Space(10))
    Table(_COUNTS, (_TEXT, _TEXT), ("", "")).add_to(pages, words.counts(tr, told.checked), letters)
    pages.add(Space(10))
    for sentence in words.notes(tr, told):
        pages.add(paragraph(letters(sentence), _TEXT))
    total = len(pages.pages)
    labels = [page_label(tr, n, total) for n in range(1, total + 1)]
    footer = Footer(left=letters(log_line(tr, told.fingerprint)), middle="", page_labels=labels)
    write_pages(stream, pages, footer, title=title, language=tr.language)
