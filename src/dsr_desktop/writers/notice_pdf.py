"""Prints the notice of art. 14: title, greeting, one heading with its text after the other."""

from typing import BinaryIO

from dsr_desktop.wording.article14 import Notice
from dsr_desktop.wording.checklist import page_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.checklist_blocks import BODY, FACT, TITLE, Paragraph, Space
from dsr_desktop.writers.fonts import Letters, load_faces
from dsr_desktop.writers.front_blocks import paragraph
from dsr_desktop.writers.pdf_page import A4_ACROSS, Footer, Pages, write_pages

_HEADING_WITH_TEXT = 40


def write_notice_pdf(stream: BinaryIO, notice: Notice, tr: Tr) -> None:
    """Write the notice as PDF in the language of `tr`."""
    load_faces()
    letters = Letters()
    pages = Pages(A4_ACROSS)
    pages.add(Paragraph((letters(notice.title),), TITLE, after=9))
    pages.add(paragraph(letters(notice.greeting), BODY))
    for heading, text in notice.parts:
        if not pages.fits(_HEADING_WITH_TEXT) and pages.pages[-1]:
            pages.turn()
        pages.add(Space(6))
        pages.add(paragraph(letters(heading), FACT, after=1))
        pages.add(paragraph(letters(text), BODY))
    pages.add(Space(10))
    pages.add(paragraph(letters(notice.closing), FACT))
    total = len(pages.pages)
    footer = Footer(
        left="", middle="", page_labels=[page_label(tr, n, total) for n in range(1, total + 1)]
    )
    write_pages(stream, pages, footer, title=notice.title, language=tr.language)
