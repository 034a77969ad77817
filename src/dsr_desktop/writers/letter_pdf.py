"""Prints a letter on A4: who writes to whom, its paragraphs, the fingerprint of the event log."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from dsr_desktop.domain.letter import Letter
from dsr_desktop.domain.letter_template import LetterPart, PartStyle
from dsr_desktop.domain.letters import Block
from dsr_desktop.wording.checklist import page_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.letters import subject_line, substituted_note
from dsr_desktop.writers.checklist_blocks import Space
from dsr_desktop.writers.fonts import SUBSTITUTE, Letters, Style, load_faces
from dsr_desktop.writers.pdf_page import (
    BLACK,
    MEDIUM,
    MUTED,
    REGULAR,
    STRONG,
    Footer,
    Pages,
    Pen,
    wrap,
    write_pages,
)

_A4 = (595.28, 841.89)
_LEFT, _RIGHT = 68.0, 595.28 - 68.0
_ADDRESSEE = 320.0
_HANGING = 14.0
_COMPANY = Style(STRONG, 12, BLACK)
_BODY = Style(REGULAR, 10, BLACK)
_QUIET = Style(REGULAR, 8.5, MUTED)
_SUBJECT = Style(STRONG, 11, BLACK)
_HEADING = Style(MEDIUM, 10, BLACK)
_WITH_NEXT, _SLIP_HEIGHT, _FOR_A_HAND = 46, 190, 34
_BULLET, _BOX = "•", "☐"
_SIDE = 7.5


@dataclass(frozen=True)
class _Line:
    """One line of text from `x` on, or ending at the right margin; `sign` stands before it."""

    text: str
    style: Style
    x: float = _LEFT
    after: float = 0.0
    sign: str = ""
    is_right: bool = False
    bookmark: str = ""

    @property
    def height(self) -> float:
        return self.style.leading + self.after

    def draw(self, pen: Pen, top: float) -> None:
        base = top - self.style.size
        if self.bookmark:
            pen.bookmark(self.bookmark, 0, top)
        if self.sign == _BOX:
            pen.square(self.x - _HANGING, base - 0.5, _SIDE)
        elif self.sign:
            pen.text(self.x - _HANGING + 2, base, self.sign, self.style)
        if self.is_right:
            pen.text_before(_RIGHT, base, self.text, self.style)
        else:
            pen.text(self.x, base, self.text, self.style)


@dataclass(frozen=True)
class _Cut:
    """The line along which the reply slip is cut off."""

    height: float = 22.0

    def draw(self, pen: Pen, top: float) -> None:
        pen.rule(_LEFT, top - 10, _RIGHT)


def write_letter_pdf(stream: BinaryIO, letter: Letter, tr: Tr, made_on: date) -> None:
    """Write the letter as PDF, `tr` in its language; the same letter gives the same bytes."""
    write_letters_pdf(stream, [letter], tr, made_on)


def write_letters_pdf(stream: BinaryIO, written: Sequence[Letter], tr: Tr, made_on: date) -> None:
    """Write letters of one kind into one PDF, each on pages of its own; at least one."""
    load_faces()
    letter, letters, pages = written[0], Letters(), Pages(_A4)
    for one in written:
        if pages.pages[-1]:
            pages.turn()
        for line in _head(one, letters, tr):
            pages.add(line)
        _add_parts(pages, one, letters)
    if letters.substituted:
        pages.add(Space(8))
        for line in _lines(letters(substituted_note(tr, SUBSTITUTE)), _QUIET):
            pages.add(line)
    total = len(pages.pages)
    labels = [page_label(tr, n, total) for n in range(1, total + 1)]
    footer = Footer(letter.ref, letters(letter.footer), labels)
    write_pages(
        stream, pages, footer, title=letters(letter.subject), language=letter.language,
        made_on=made_on,
    )  # fmt: skip


def _head(letter: Letter, letters: Letters, tr: Tr) -> Iterator[_Line | Space]:
    yield Space(18)
    for n, text in enumerate(letter.sender):
        yield from _lines(letters(text), _COMPANY if n == 0 else _QUIET)
    yield Space(20)
    for text in letter.addressee:
        yield from _lines(letters(text), _BODY, x=_ADDRESSEE)
    yield Space(22)
    yield _Line(letters(letter.dated), _BODY, is_right=True)
    yield Space(16)
    if letter.about:
        yield from _lines(letters(letter.about), _QUIET, after=5)
    subject = letters(subject_line(tr, letter.subject))
    yield from _lines(subject, _SUBJECT, after=12, bookmark=letters(letter.subject))


def _add_parts(pages: Pages, letter: Letter, letters: Letters) -> None:
    parts = letter.parts
    for n, part in enumerate(parts):
        is_last = n + 1 == len(parts) or parts[n + 1].block is not part.block
        if part.block is Block.SLIP and (n == 0 or parts[n - 1].block is not Block.SLIP):
            _make_room(pages, _SLIP_HEIGHT)
            pages.add(_Cut())
        if part.block is Block.CLOSING and is_last and n and parts[n - 1].block is Block.CLOSING:
            pages.add(Space(_FOR_A_HAND))
        if part.style is PartStyle.HEADING:
            _make_room(pages, _WITH_NEXT)
            pages.add(Space(7))
        if n and part.style is PartStyle.TEXT and parts[n - 1].style is PartStyle.BULLET:
            pages.add(Space(4))
        for line in _part(part, letters):
            pages.add(line)


def _make_room(pages: Pages, height: float) -> None:
    if not pages.fits(height) and pages.pages[-1]:
        pages.turn()


def _part(part: LetterPart, letters: Letters) -> Iterator[_Line]:
    text = letters(part.text)
    match part.style:
        case PartStyle.HEADING:
            yield from _lines(text, _HEADING, after=2, bookmark=text)
        case PartStyle.BULLET:
            sign = _BOX if part.block is Block.SLIP else _BULLET
            yield from _lines(text, _BODY, x=_LEFT + _HANGING, after=3, sign=sign)
        case PartStyle.TEXT:
            yield from _lines(text, _BODY, after=7)


def _lines(
    text: str, style: Style, *, x: float = _LEFT, after: float = 0.0, sign: str = "",
    bookmark: str = "",
) -> Iterator[_Line]:  # fmt: skip
    """Cut a text into lines of their own, so that a page may end between any two."""
    lines = wrap(text, style, _RIGHT - x)
    for n, line in enumerate(lines):
        is_first, is_last = n == 0, n + 1 == len(lines)
        yield _Line(
            line, style, x, after if is_last else 0.0, sign if is_first else "",
            bookmark=bookmark if is_first else "",
        )  # fmt: skip
