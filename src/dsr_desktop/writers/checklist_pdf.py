"""Prints the erasure checklist on A4 pages: one line for each cell, to be ticked and signed.

Everything is placed first and drawn afterwards, so that each page can say how many there are.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO

from dsr_desktop.domain.checklist import Checklist, ChecklistLine
from dsr_desktop.wording import checklist as words
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.checklist_blocks import (
    ACTION,
    BAND,
    BODY,
    BODY_MUTED,
    FILE,
    HEADER,
    ROW,
    SMALL,
    VALUE,
    WIDTH,
    Band,
    Headings,
    Line,
    Space,
    headings,
    one_line,
)
from dsr_desktop.writers.checklist_front import front
from dsr_desktop.writers.fonts import SUBSTITUTE, Letters, Style, load_faces
from dsr_desktop.writers.pdf_page import A4_ACROSS, Footer, Pages, wrap, write_pages

_MOST_LINES = 4
_KEPT_TOGETHER = 150.0
_BETWEEN = 10.0
_Row = tuple[Line, ...]
_Outline = tuple[tuple[str, int], ...]


def write_checklist_pdf(stream: BinaryIO, checklist: Checklist, tr: Tr) -> None:
    """Write the checklist as PDF in the language of `tr`."""
    load_faces()
    letters = Letters()
    pages = _place(checklist, tr, letters)
    total = len(pages.pages)
    footer = Footer(
        left=letters(f"{checklist.ref} · {words.log_fingerprint(tr, checklist)}"),
        middle=letters(words.aid_notice(tr)),
        page_labels=[words.page_label(tr, n, total) for n in range(1, total + 1)],
    )
    title = words.document_title(tr, checklist)
    write_pages(stream, pages, footer, title=title, language=tr.language)


def _place(checklist: Checklist, tr: Tr, letters: Letters) -> Pages:
    """Put everything on pages; the lines are set first, as the notes above depend on them."""
    setter = _Setter(tr, letters)
    sheets = [
        (setter.band(lines, outline), setter.band_again(lines), setter.rows(lines))
        for lines, outline in _sheets(checklist)
    ]
    titles = headings([letters(title) for title in words.headings(tr)])
    pages = Pages(A4_ACROSS)
    for block in front(checklist, tr, letters, setter.notes):
        pages.add(block)
    table = _Table(pages, titles)
    for band, again, rows in sheets:
        table.add(band, again, rows)
    return pages


def _sheets(checklist: Checklist) -> Iterator[tuple[Sequence[ChecklistLine], _Outline]]:
    """Yield the lines of each sheet and its bookmarks: one a file, below it one a sheet."""
    groups = checklist.by_file()
    sheets_of = Counter(file for file, _sheet in groups)
    named: set[str] = set()
    for (file, sheet), lines in groups.items():
        of_file = () if file in named else ((file, 0),)
        of_sheet = ((sheet, 1),) if sheet and sheets_of[file] > 1 else ()
        named.add(file)
        yield lines, (*of_file, *of_sheet)


class _Setter:
    """Cuts the texts of the lines to their columns and remembers what did not fit."""

    def __init__(self, tr: Tr, letters: Letters) -> None:
        self._tr = tr
        self._letters = letters
        self._known: dict[tuple[str, Style], tuple[str, ...]] = {}
        self._cut = False

    def notes(self) -> tuple[str, ...]:
        """Say what the print does not show; asked once all lines are set."""
        cut = (words.cut_note(self._tr, "…"),) if self._cut else ()
        substituted = (words.substitution_note(self._tr, SUBSTITUTE),)
        return (*cut, *(substituted if self._letters.substituted else ()))

    def band(self, lines: Sequence[ChecklistLine], outline: _Outline) -> Band:
        """Head of the lines of a sheet."""
        return self._band(lines[0], words.rows_label(self._tr, lines), outline)

    def band_again(self, lines: Sequence[ChecklistLine]) -> Band:
        """Head of the same lines on a further page."""
        return self._band(lines[0], self._tr("continued"), ())

    def rows(self, lines: Sequence[ChecklistLine]) -> list[_Row]:
        """Lines of a sheet, those of one row together."""
        return [
            tuple(self._line(line, shows_row=n == 0) for n, line in enumerate(cells))
            for _row, cells in groupby(lines, attrgetter("row"))
        ]

    def _band(self, line: ChecklistLine, at_right: str, outline: _Outline) -> Band:
        place = one_line(self._letters(words.sheet_label(self._tr, line)), BODY, WIDTH * 0.6)
        return Band(
            wrap(self._letters(line.file), FILE, BAND.width),
            place,
            self._letters(self._tr("hidden sheet")) if line.sheet_hidden else "",
            self._letters(at_right),
            outline,
        )

    def _line(self, line: ChecklistLine, *, shows_row: bool) -> Line:
        text = self._letters(words.value_shown(self._tr, line))
        value = wrap(text, BODY, VALUE.width, _MOST_LINES)
        self._cut = self._cut or (len(value) == _MOST_LINES and not text.endswith(value[-1]))
        header = self._often(line.header, BODY_MUTED, HEADER.width)
        if line.column_hidden:
            told = self._often(self._tr("hidden column"), BODY_MUTED, HEADER.width)
            header = (*header, *told)
        action = self._often(words.what_to_do(self._tr, line), BODY, ACTION.width)
        hidden = self._often(self._tr("hidden row"), SMALL, ROW.width) if line.row_hidden else ()
        row = (str(line.row), *hidden)
        return Line(row, line.cell, header, value, action, shows_row)

    def _often(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Cut a text that stands in many lines: it is measured once."""
        known = self._known.get((text, style))
        if known is None:
            known = self._known[text, style] = wrap(self._letters(text), style, width, 2)
        return known


class _Table:
    """Puts the lines of each sheet on the pages, its head again on every page they reach."""

    def __init__(self, pages: Pages, titles: Headings) -> None:
        self._pages = pages
        self._titles = titles
        self._begun = False

    def add(self, band: Band, again: Band, rows: Sequence[_Row]) -> None:
        """Add the lines of a sheet; a row is kept on one page unless it is very high."""
        for n, row in enumerate(rows):
            height = sum(line.height for line in row)
            kept = height if height <= _KEPT_TOGETHER else sum(line.height for line in row[:3])
            if n == 0:
                self._open(band, kept)
            elif not self._pages.fits(kept):
                self._go_on(again)
            for line in row:
                self._add_line(line, again)

    def _open(self, band: Band, first_row: float) -> None:
        needed = band.height + first_row + (_BETWEEN if self._begun else self._titles.height)
        if not self._pages.fits(needed):
            self._pages.turn()
            self._pages.add(self._titles)
        else:
            self._pages.add(Space(_BETWEEN) if self._begun else self._titles)
        self._begun = True
        self._pages.add(band)

    def _go_on(self, again: Band) -> None:
        self._pages.turn()
        self._pages.add(self._titles)
        self._pages.add(again)

    def _add_line(self, line: Line, again: Band) -> None:
        if not self._pages.fits(line.height):
            self._go_on(again)
            line = replace(line, shows_row=True)
        self._pages.add(line)
