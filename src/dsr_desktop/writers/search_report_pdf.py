"""Prints the report of a search: what was not searched first, then each source with its result."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import BinaryIO

from dsr_desktop.domain.search_report import ReportedHit, SearchReport, SourceResult
from dsr_desktop.domain.source import sheet_apart
from dsr_desktop.wording import search_report as words
from dsr_desktop.wording.checklist import aid_notice, page_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import explain_reasons, level_label
from dsr_desktop.wording.own_records import explain_record, record_name
from dsr_desktop.wording.reviewing import verdict_label
from dsr_desktop.writers.checklist_blocks import (
    BODY,
    BODY_MEDIUM,
    BODY_MUTED,
    BODY_STRONG,
    FACT,
    FIGURE,
    FILE,
    SMALL,
    TITLE,
    Paragraph,
    Space,
    side_by_side,
)
from dsr_desktop.writers.fonts import SUBSTITUTE, Letters, load_faces
from dsr_desktop.writers.front_blocks import boxed, paired, paragraph
from dsr_desktop.writers.pdf_page import A4_ACROSS, Block, Footer, Pages, write_pages
from dsr_desktop.writers.report_table import Table

_FACTS = side_by_side(1, 1.1, 1, 1.5, 1)
_COUNTS = side_by_side(1, 1.1, 1, 1.5, 1)
_CRITERIA = side_by_side(1, 6)
_SOURCES = side_by_side(2.1, 2.05, 2.05, 1.25, 0.6, 1.9)
_SYSTEMS = side_by_side(2.1, 1.4, 1.2, 1.2, 3)
_HITS = side_by_side(1.4, 0.6, 0.8, 1, 5)
_RECORDS = side_by_side(0.8, 3, 4)
_ROUNDS = side_by_side(0.3, 9)


def write_search_report_pdf(stream: BinaryIO, report: SearchReport, tr: Tr) -> None:
    """Write the report as PDF in the language of `tr`."""
    load_faces()
    letters = Letters()
    pages = Pages(A4_ACROSS)
    for block in _front(report, tr, letters):
        pages.add(block)
    sections = _Sections(report, tr, letters, pages)
    sections.add_all()
    if sections.is_cut:
        pages.add(paragraph(letters(words.cut_note(tr, "…")), SMALL))
    if letters.substituted:
        pages.add(paragraph(letters(words.substitution_note(tr, SUBSTITUTE)), SMALL))
    total = len(pages.pages)
    title = words.document_title(tr, report)
    footer = Footer(
        left=letters(words.footer_line(tr, report)),
        middle=letters(aid_notice(tr)),
        page_labels=[page_label(tr, n, total) for n in range(1, total + 1)],
    )
    write_pages(stream, pages, footer, title=title, language=tr.language)


def _front(report: SearchReport, tr: Tr, letters: Letters) -> Iterator[Block]:
    """Yield title, facts, counts, then above everything else what was not searched."""
    yield Paragraph((letters(words.report_title(tr)),), TITLE, after=9)
    yield paired(words.facts(tr, report), _FACTS, SMALL, FACT, letters)
    yield paired(words.counts(tr, report), _COUNTS, FIGURE, SMALL, letters)
    told = list(words.not_seen(tr, report))
    yield from boxed(f"⚠ {words.not_seen_heading(tr, told)}", told, letters)
    for sentence in words.warnings(tr, report):
        yield paragraph(letters(f"⚠ {sentence}"), BODY_STRONG)


class _Sections:
    """Puts the sections on the pages, one below the other."""

    def __init__(self, report: SearchReport, tr: Tr, letters: Letters, pages: Pages) -> None:
        self._report = report
        self._tr = tr
        self._letters = letters
        self._pages = pages
        self.is_cut = False

    def add_all(self) -> None:
        """Add whom, rounds, sources, systems, the register's own records, hits."""
        criteria, rounds, sources, own, hits = words.section_titles(self._tr)
        self._add_criteria(criteria)
        self._add_sources(sources)
        if self._report.systems:
            self._add_systems(words.systems_title(self._tr))
        self._add_own_records(own)
        if len(self._report.rounds) > 1:
            self._add_rounds(rounds)
        if self._report.hits:
            self._add_hits(hits)

    def _add_criteria(self, title: str) -> None:
        self._begin(title)
        rows = words.criteria_rows(self._tr, self._report.criteria)
        self._add(Table(_CRITERIA, (BODY_MUTED, BODY), ("", "")), rows)

    def _add_rounds(self, title: str) -> None:
        self._begin(title)
        rows = [(str(one.number), words.round_line(self._tr, one)) for one in self._report.rounds]
        self._add(Table(_ROUNDS, (BODY_MEDIUM, BODY), ("", "")), rows)

    def _add_sources(self, title: str) -> None:
        self._begin(title)
        tr, report = self._tr, self._report
        if not report.sources:
            self._say(words.no_source_sentence(tr))
        styles = (BODY_STRONG, SMALL, BODY, BODY, BODY, BODY_MEDIUM)
        rows = (_source_row(tr, report, one) for one in report.sources)
        self._add(Table(_SOURCES, styles, words.source_headings(tr)), rows)
        if sentence := words.earlier_sentence(tr, report):
            self._say(sentence)

    def _add_systems(self, title: str) -> None:
        self._begin(title)
        styles = (BODY_STRONG, BODY, BODY, BODY, BODY_MEDIUM)
        rows = (words.system_row(self._tr, one) for one in self._report.systems)
        self._add(Table(_SYSTEMS, styles, words.system_headings(self._tr)), rows)

    def _add_own_records(self, title: str) -> None:
        self._begin(title)
        tr, found = self._tr, self._report.own_records
        if not found:
            self._say(words.nothing_in_register(tr, self._report))
        if sentence := words.list_not_searched(tr, self._report):
            self._say(sentence)
        rows = [
            (level_label(tr, one.grade.level), record_name(tr, one), explain_record(tr, one))
            for one in found
        ]
        self._add(Table(_RECORDS, (BODY_MEDIUM, BODY, BODY), ("", "", "")), rows)

    def _add_hits(self, title: str) -> None:
        self._begin(title)
        for result in self._report.sources:
            self._add_hits_of(result.name, result.source.name, result.hits)
        for lost in self._report.lost:
            file = PurePath(lost.path).name
            self._add_hits_of(words.lost_heading(self._tr, lost), file, lost.hits)

    def _add_hits_of(self, heading: str, file: str, hits: Sequence[ReportedHit]) -> None:
        if not hits:
            return
        tr = self._tr
        self._keep(40)
        self._pages.add(paragraph(self._letters(heading), FILE))
        told = [hit for hit in hits if hit.is_told]
        rows = [_hit_row(tr, hit, file, judged=self._report.ref is not None) for hit in told]
        styles = (BODY_MUTED, BODY_STRONG, BODY_MEDIUM, BODY, BODY)
        self._add(Table(_HITS, styles, words.hit_headings(tr)), rows)
        if len(told) < len(hits):
            self._say(words.weak_sentence(tr, len(hits) - len(told)))
        self._pages.add(Space(6))

    def _add(self, table: Table, rows: Iterable[Sequence[str]]) -> None:
        self.is_cut = table.add_to(self._pages, rows, self._letters) or self.is_cut

    def _begin(self, title: str) -> None:
        self._keep(70)
        self._pages.add(Space(8))
        self._pages.add(paragraph(self._letters(title), FACT))

    def _say(self, sentence: str) -> None:
        self._pages.add(paragraph(self._letters(sentence), BODY))

    def _keep(self, height: float) -> None:
        """Turn the page where a heading would stand at its foot with nothing below."""
        if not self._pages.fits(height) and self._pages.pages[-1]:
            self._pages.turn()


def _source_row(tr: Tr, report: SearchReport, result: SourceResult) -> tuple[str, ...]:
    seen, source = result.coverage, result.source
    return (
        result.name,
        source.sha256 or "",
        words.age_line(tr, seen, report.made_on),
        tr.date(seen.imported_on),
        tr.number(source.row_count),
        words.result_line(tr, result),
    )


def _hit_row(tr: Tr, hit: ReportedHit, file: str, *, judged: bool) -> tuple[str, ...]:
    return (
        sheet_apart(file, hit.sheet),
        tr.number(hit.row),
        level_label(tr, hit.level),
        verdict_label(tr, hit.verdict) if judged else "",
        explain_reasons(tr, hit.reasons),
    )
