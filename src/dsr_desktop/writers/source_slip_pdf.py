"""Prints the slip for a colleague: whom to look for, what to do, and boxes for the answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from dsr_desktop.domain.source_slip import SourceSlip
from dsr_desktop.wording import source_slip as words
from dsr_desktop.wording.checklist import page_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.search_report import criteria_rows
from dsr_desktop.writers.checklist_blocks import (
    BODY_MUTED,
    BODY_STRONG,
    FACT,
    LEFT,
    RIGHT,
    SMALL,
    TITLE,
    WIDTH,
    Column,
    Paragraph,
    Space,
    side_by_side,
)
from dsr_desktop.writers.fonts import Letters, Style, load_faces
from dsr_desktop.writers.front_blocks import paired, paragraph
from dsr_desktop.writers.pdf_page import (
    A4_ACROSS,
    BLACK,
    FIELD,
    REGULAR,
    Block,
    Footer,
    Pages,
    Pen,
    wrap,
    write_pages,
)
from dsr_desktop.writers.report_table import Table

_TEXT = Style(REGULAR, 10, BLACK)
_FACTS = side_by_side(1.2, 1.1, 1.6, 1.5, 1)
_CRITERIA = side_by_side(1, 6)
_SIGNATURE = side_by_side(1, 1, 1)
_BOX = 11.0
_LABEL = Column(LEFT + 20, 120)
_NOTE = Column(LEFT + 150, WIDTH - 150)


def write_source_slip_pdf(stream: BinaryIO, slip: SourceSlip, tr: Tr) -> None:
    """Write the slip as PDF in the language of `tr`."""
    load_faces()
    letters = Letters()
    pages = Pages(A4_ACROSS)
    for block in _front(slip, tr, letters):
        pages.add(block)
    rows = criteria_rows(tr, slip.criteria)
    Table(_CRITERIA, (BODY_MUTED, _TEXT), ("", "")).add_to(pages, rows, letters)
    for block in (*_instructions(slip, tr, letters), *_answer(tr, letters)):
        pages.add(block)
    total = len(pages.pages)
    footer = Footer(
        left=letters(words.footer_line(tr, slip)),
        middle="",
        page_labels=[page_label(tr, n, total) for n in range(1, total + 1)],
    )
    title = words.document_title(tr, slip)
    write_pages(stream, pages, footer, title=title, language=tr.language)


def _front(slip: SourceSlip, tr: Tr, letters: Letters) -> Iterator[Block]:
    yield Paragraph((letters(words.slip_title(tr)),), TITLE, after=9)
    yield paired(words.facts(tr, slip), _FACTS, SMALL, FACT, letters)
    for sentence in words.warnings(tr, slip):
        yield paragraph(letters(f"⚠ {sentence}"), BODY_STRONG)
    yield from _heading(words.whom_heading(tr), letters)


def _instructions(slip: SourceSlip, tr: Tr, letters: Letters) -> Iterator[Block]:
    yield from _heading(words.what_heading(tr), letters)
    for sentence in words.instructions(tr, slip):
        yield paragraph(letters(sentence), _TEXT)


def _answer(tr: Tr, letters: Letters) -> Iterator[Block]:
    yield from _heading(words.answer_heading(tr), letters)
    for n, (label, note) in enumerate(words.boxes(tr)):
        to_write_on = 2 if n == 0 else 1
        yield _Box(wrap(letters(label), FACT, _LABEL.width), letters(note), to_write_on)
    yield _Lines([letters(label) for label in words.signature(tr)])


def _heading(title: str, letters: Letters) -> Iterator[Block]:
    yield Space(8)
    yield paragraph(letters(title), FACT)


@dataclass(frozen=True)
class _Box:
    """An answer to tick, with what to write beside it and some lines to write on."""

    label: Sequence[str]
    note: str
    to_write_on: int

    @property
    def height(self) -> float:
        """Height in points."""
        return 16.0 + 15.0 * self.to_write_on

    def draw(self, pen: Pen, top: float) -> None:
        base = top - 12
        pen.square(LEFT, base - 2, _BOX)
        pen.lines(_LABEL.x, base, self.label, FACT)
        pen.text(_NOTE.x, base, self.note, SMALL)
        for n in range(self.to_write_on):
            pen.rule(_NOTE.x, base - 14.0 * (n + 1), RIGHT, FIELD, 0.5)


@dataclass(frozen=True)
class _Lines:
    """Lines to fill in, side by side, each with its label below."""

    labels: Sequence[str]
    height: float = 40.0

    def draw(self, pen: Pen, top: float) -> None:
        base = top - 30
        for label, column in zip(self.labels, _SIGNATURE, strict=True):
            pen.rule(column.x, base, column.x + column.width, FIELD, 0.5)
            pen.text(column.x, base - SMALL.leading, label, SMALL)
