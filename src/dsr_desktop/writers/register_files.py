"""Writes a register that is handed over: PDF to read, workbook to filter, CSV to process."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.wording.checklist import aid_notice, cut_note, page_label, substitution_note
from dsr_desktop.wording.dossier import text_cut_note
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.checklist_blocks import (
    BODY,
    BODY_MUTED,
    BODY_STRONG,
    FACT,
    SMALL,
    SMALL_MEDIUM,
    TITLE,
    Paragraph,
    Space,
    columns_with_room,
    side_by_side,
)
from dsr_desktop.writers.csv_text import to_csv
from dsr_desktop.writers.fonts import SUBSTITUTE, Letters, load_faces
from dsr_desktop.writers.front_blocks import paragraph
from dsr_desktop.writers.pdf_page import A4_ACROSS, Footer, Pages, write_pages
from dsr_desktop.writers.report_table import Table
from dsr_desktop.writers.workbook import Cell, Look, WorkbookSheet, write_workbook

_MOST_COLUMNS = 15
_LABEL_AND_TEXT = (1, 4)
_CHARACTERS = 150
_MOST_FOR_A_WORD = 90.0


def write_register_csv(stream: BinaryIO, table: RegisterTable) -> None:
    """Write the first section as CSV that no spreadsheet takes for formulas (R-CSV-1)."""
    section = table.sections[0]
    stream.write(to_csv(section.headings, section.rows))


def write_register_xlsx(stream: BinaryIO, table: RegisterTable, tr: Tr) -> None:
    """Write a sheet with the facts, then one for each section; every cell is text (R-CSV-2)."""
    facts = WorkbookSheet(tr("Summary"), (34, 90), _fact_rows(table), footer=table.footer)
    sections = tuple(_sheet(section, table.footer) for section in table.sections)
    write_workbook(
        stream, (facts, *sections), title=table.title, language=tr.language, made_on=table.made_on
    )


def write_register_pdf(stream: BinaryIO, table: RegisterTable, tr: Tr) -> None:
    """Write the document as PDF: the same register on the same day gives the same bytes.

    A section with many columns is printed line by line, each as pairs of heading and text.
    """
    load_faces()
    letters = Letters()
    pages = Pages(A4_ACROSS)
    pages.add(Paragraph((letters(table.title),), TITLE, after=9))
    _add(pages, table.facts, letters)
    pages.add(Space(6))
    for warning in table.warnings:
        pages.add(paragraph(letters(f"⚠ {warning}"), BODY_STRONG))
    for note in table.notes:
        pages.add(paragraph(letters(note), BODY))
    is_cut = any([_add_section(pages, one, letters) for one in table.sections])
    if is_cut:
        cut = text_cut_note(tr, "…", table.whole_in) if table.whole_in else cut_note(tr, "…")
        pages.add(paragraph(letters(cut), SMALL))
    if letters.substituted:
        pages.add(paragraph(letters(substitution_note(tr, SUBSTITUTE)), SMALL))
    total = len(pages.pages)
    footer = Footer(
        letters(table.footer), "" if table.is_for_the_person else letters(aid_notice(tr)),
        [page_label(tr, n, total) for n in range(1, total + 1)],
    )  # fmt: skip
    write_pages(
        stream, pages, footer, title=table.title, language=tr.language, made_on=table.made_on
    )


def _add_section(pages: Pages, section: TableSection, letters: Letters) -> bool:
    """Put a section on the pages; returns whether a text was cut."""
    _begin(pages, section.title, letters)
    if not section.rows:
        pages.add(paragraph(letters(section.nothing), BODY))
        return False
    if len(section.headings) > _MOST_COLUMNS:
        return _add_line_by_line(pages, section, letters)
    columns = columns_with_room(section.shares, _longest_words(section, letters))
    table = Table(columns, (SMALL,) * len(columns), section.headings)
    return table.add_to(pages, section.rows, letters)


def _longest_words(section: TableSection, letters: Letters) -> list[float]:
    """Return how wide the longest word of each column is, in points; an endless one may break."""
    texts = zip(section.headings, *section.rows, strict=True)
    return [
        min(_MOST_FOR_A_WORD, max(_widest_word(letters(text)) for text in column))
        for column in texts
    ]


def _widest_word(text: str) -> float:
    return max(SMALL_MEDIUM.width(word) for word in text.split(" "))


def _add_line_by_line(pages: Pages, section: TableSection, letters: Letters) -> bool:
    cut = []
    for row in section.rows:
        _keep(pages, 60)
        pages.add(Space(6))
        pages.add(paragraph(letters(" · ".join(row[:2])), SMALL_MEDIUM))
        pairs = [pair for pair in zip(section.headings[2:], row[2:], strict=True) if pair[1]]
        cut.append(_add(pages, pairs, letters))
    return any(cut)


def _add(pages: Pages, pairs: Sequence[tuple[str, str]], letters: Letters) -> bool:
    table = Table(side_by_side(*_LABEL_AND_TEXT), (BODY_MUTED, BODY), ("", ""))
    return table.add_to(pages, pairs, letters)


def _begin(pages: Pages, title: str, letters: Letters) -> None:
    _keep(pages, 70)
    pages.add(Space(8))
    pages.add(paragraph(letters(title), FACT))


def _keep(pages: Pages, height: float) -> None:
    """Turn the page where a heading would stand at its foot with nothing below."""
    if not pages.fits(height) and pages.pages[-1]:
        pages.turn()


def _fact_rows(table: RegisterTable) -> Iterator[tuple[Cell, ...]]:
    yield ((table.title, Look.TITLE),)
    for label, text in table.facts:
        yield (label, Look.STRONG), (text, Look.BARE)
    for warning in table.warnings:
        yield ("⚠", Look.STRONG), (warning, Look.STRONG)
    for note in table.notes:
        yield ("", Look.BARE), (note, Look.BARE)


def _sheet(section: TableSection, footer: str) -> WorkbookSheet:
    total = sum(section.shares)
    widths = [max(14.0, _CHARACTERS * share / total) for share in section.shares]
    return WorkbookSheet(
        section.title, widths, _rows(section), heading_row=1, lines=len(section.rows),
        footer=footer,
    )  # fmt: skip


def _rows(section: TableSection) -> Iterator[tuple[Cell, ...]]:
    yield tuple((heading, Look.HEADING) for heading in section.headings)
    for row in section.rows:
        yield tuple((text, Look.PLAIN) for text in row)
