"""Writes the erasure checklist as a workbook: a summary, then one line for each cell."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dsr_desktop.domain.checklist import Checklist, ChecklistLine
from dsr_desktop.wording import checklist as words
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.workbook import Cell, Look, WorkbookSheet, write_workbook

OPEN, DONE = "☐", "☑"
_SUMMARY_WIDTHS = (34, 90)
_LINE_WIDTHS = (30, 20, 16, 8, 9, 24, 48, 16, 8, 14, 10, 16)
_OTHER_WIDTHS = (16, 34, 60, 8, 14, 10, 16)
_OTHER_DONE_COLUMN = 4
_DONE_COLUMN = 9


def write_checklist_xlsx(stream: BinaryIO, checklist: Checklist, tr: Tr) -> None:
    """Write the checklist as XLSX in the language of `tr`; every cell is text (R-CSV-2)."""
    footer = f"{checklist.ref} · {words.log_fingerprint(tr, checklist)}"
    summary = WorkbookSheet(tr("Summary"), _SUMMARY_WIDTHS, _summary(checklist, tr), footer=footer)
    lines = WorkbookSheet(
        tr("To erase"), _LINE_WIDTHS, _lines(checklist, tr), heading_row=1,
        lines=len(checklist.lines), choices=(_DONE_COLUMN, (OPEN, DONE)), footer=footer,
    )  # fmt: skip
    others = WorkbookSheet(
        words.others_heading(tr), _OTHER_WIDTHS, _others(checklist, tr), heading_row=1,
        lines=len(checklist.others), choices=(_OTHER_DONE_COLUMN, (OPEN, DONE)), footer=footer,
    )  # fmt: skip
    sheets = (summary, lines, others) if checklist.others else (summary, lines)
    write_workbook(
        stream, sheets, title=words.document_title(tr, checklist),
        language=tr.language, made_on=checklist.made_on,
    )  # fmt: skip


def _summary(checklist: Checklist, tr: Tr) -> Iterator[tuple[Cell, ...]]:
    yield ((words.checklist_title(tr), Look.TITLE),)
    yield from _pairs(words.facts(tr, checklist))
    yield ()
    yield from _pairs((label, figure) for figure, label in words.counts(tr, checklist))
    yield ()
    if checklist.not_searched:
        heading = words.unread_heading(tr, checklist.not_searched)
        yield ((tr("Not searched"), Look.HEADING), (heading, Look.HEADING))
        yield from _pairs(
            (source.file, words.unread_reason(tr, source)) for source in checklist.not_searched
        )
        yield ()
    if checklist.gone:
        heading = words.gone_heading(tr, checklist.gone)
        yield ((tr("Gone for good"), Look.HEADING), (heading, Look.HEADING))
        yield from _pairs((one.file, words.gone_reason(tr, one)) for one in checklist.gone)
        yield ()
    notes = (
        *words.warnings(tr, checklist), *words.instructions(tr, checklist), words.aid_notice(tr),
    )  # fmt: skip
    yield from _pairs((tr("Note"), sentence) for sentence in notes)
    yield from _pairs([(tr("Event log"), checklist.fingerprint)])


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[Cell, ...]]:
    for label, value in pairs:
        yield (label, Look.STRONG), (value, Look.BARE)


def _lines(checklist: Checklist, tr: Tr) -> Iterator[tuple[Cell, ...]]:
    titles = (tr("File"), tr("Sheet"), tr("Hidden"), *words.headings(tr),
              words.line_id_heading(tr))  # fmt: skip
    yield tuple((title, Look.HEADING) for title in titles)
    for line in checklist.lines:
        yield _line(line, tr)


def _line(line: ChecklistLine, tr: Tr) -> tuple[Cell, ...]:
    before = (
        line.file, line.sheet, words.hidden_label(tr, line), str(line.row), line.cell, line.header,
        words.value_shown(tr, line), words.what_to_do(tr, line),
    )  # fmt: skip
    plain = tuple((text, Look.PLAIN) for text in before)
    return (*plain, (OPEN, Look.CENTRED), ("", Look.PLAIN), ("", Look.PLAIN), (line.id, Look.PLAIN))


def _others(checklist: Checklist, tr: Tr) -> Iterator[tuple[Cell, ...]]:
    *_before, done, day, initials = words.headings(tr)
    what = words.headings(tr)[4]
    titles = (tr("Kind"), tr("Name"), what, done, day, initials, words.line_id_heading(tr))
    yield tuple((title, Look.HEADING) for title in titles)
    for one in checklist.others:
        texts = (words.other_kind_label(tr, one.kind), one.name, words.other_line(tr, one))
        plain = tuple((text, Look.PLAIN) for text in texts)
        yield (
            *plain, (OPEN, Look.CENTRED), ("", Look.PLAIN), ("", Look.PLAIN), (one.id, Look.PLAIN),
        )  # fmt: skip
