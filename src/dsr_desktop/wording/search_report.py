"""Words of the report of a search, the same in its PDF and its JSON."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from dsr_desktop.domain.coverage import SourceCoverage, SourceSight
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.search_report import (
    LostResult,
    ReportedHit,
    SearchReport,
    SourceResult,
    count_levels,
)
from dsr_desktop.domain.search_rounds import SearchRound
from dsr_desktop.domain.system_answer import SystemAnswer
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import criterion_label
from dsr_desktop.wording.skipped_columns import columns_named
from dsr_desktop.wording.sources import left_out_of, reason_of
from dsr_desktop.wording.suppression import held_rows_sentence
from dsr_desktop.wording.systems import answer_line, kind_label, missing_sentence

_FREE_SEARCH = mark("none, a free search")


def report_title(tr: Tr) -> str:
    """Title on the first page."""
    return tr("Search report")


def document_title(tr: Tr, report: SearchReport) -> str:
    """Title in the properties of the file: the request's reference, never a person (R-SEC-8)."""
    if report.ref is None:
        return tr("Search report of {day}", day=tr.date(report.made_on))
    return tr("Search report {ref}", ref=report.ref)


def facts(tr: Tr, report: SearchReport) -> tuple[tuple[str, str], ...]:
    """Label and value of what the report belongs to, who searched and when."""
    return (
        (tr("Request"), report.ref or tr(_FREE_SEARCH)),
        (tr("Searched on"), moment(tr, report.searched_at)),
        (tr("Searched by"), report.searched_by),
        (tr("Report made"), _made(tr, report)),
        (tr("Company"), report.company),
    )


def counts(tr: Tr, report: SearchReport) -> tuple[tuple[str, str], ...]:
    """Figure and its label: hits by level, then how much was searched."""
    strong, probable, weak = (report.counts[level] for level in Level)
    files, rows = report.files, report.rows
    return (
        (tr.number(strong), tr.count("strong hit", "strong hits", strong)),
        (tr.number(probable), tr.count("probable hit", "probable hits", probable)),
        (tr.number(weak), tr.count("weak hit", "weak hits", weak)),
        (tr.number(files), tr.count("file searched", "files searched", files)),
        (tr.number(rows), tr.count("row searched", "rows searched", rows)),
    )


def moment(tr: Tr, at: datetime) -> str:
    """Say day and time of the clock here."""
    here = at.astimezone()
    return tr("{day}, {time}", day=tr.date(here.date()), time=f"{here:%H:%M}")


def criteria_lines(tr: Tr, criteria: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """Label and values of each criterion."""
    return tuple(
        (criterion_label(tr, name), " · ".join(values)) for name, values in criteria.items()
    )


def criteria_rows(tr: Tr, criteria: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield a line for each value, with the label of its criterion before the first."""
    for name, values in criteria.items():
        for n, value in enumerate(values):
            yield criterion_label(tr, name) if n == 0 else "", value


def footer_line(tr: Tr, report: SearchReport) -> str:
    """Say which report it is and up to which event of the log it stands."""
    log = log_line(tr, report.fingerprint)
    return f"{document_title(tr, report)} · {log}"


def cut_note(tr: Tr, sign: str) -> str:
    """Say that some texts are not printed whole."""
    return tr("A text that ends with {sign} is cut; the JSON beside this report has all of it.",
              sign=sign)  # fmt: skip


def substitution_note(tr: Tr, sign: str) -> str:
    """Say that some characters are not printed."""
    return tr(
        "{sign} stands for a character that cannot be printed here; the JSON beside this report "
        "has it.",
        sign=sign,
    )


def not_seen_heading(tr: Tr, seen: Sequence[tuple[str, str]]) -> str:
    """Say how many files were not searched as a whole."""
    return tr.count(
        "{n} file was not searched, or not all of it. A hit there would be missing here.",
        "{n} files were not searched, or not all of them. Hits there would be missing here.",
        len({name for name, _reason in seen}),
    )


def not_seen(tr: Tr, report: SearchReport) -> Iterator[tuple[str, str]]:
    """Name each file and what of it was not searched: those not read first."""
    for result in report.sources:
        if not result.is_later:
            for reason in unseen_of(tr, result.coverage):
                yield result.name, reason


def unseen_of(tr: Tr, one: SourceCoverage) -> Iterator[str]:
    """Say all that searches do not see of a source, and why."""
    if one.sight is SourceSight.NOT_SEARCHED:
        yield reason_of(tr, one.source) or tr("The reason was not recorded")
    elif one.sight is SourceSight.PARTLY:
        yield left_out_of(tr, one.source)
    for skipped in one.skipped:
        yield tr(
            "Left out at the import on {day}: {columns}.",
            day=tr.date(one.imported_on), columns=columns_named(tr, skipped.columns),
        )  # fmt: skip
    if one.held:
        yield held_rows_sentence(tr, one.held)


def warnings(tr: Tr, report: SearchReport) -> Iterator[str]:
    """Sentences about what the report does not cover."""
    if not report.is_current:
        yield tr(
            "Files were added or removed since the search. What came later is named as such; search "
            "again before you rely on this report."
        )
    elsewhere = report.held - sum(one.coverage.held for one in report.sources)
    if elsewhere > 0:
        yield held_rows_sentence(tr, elsewhere)
    if missing := missing_sentence(tr, report.systems):
        yield missing
    for hint in report.hints:
        yield word_sentence(tr, hint.sentence, hint.details)


def earlier_sentence(tr: Tr, report: SearchReport) -> str:
    """Say that earlier versions of files were not searched, "" without any."""
    if not report.earlier:
        return ""
    return tr.count(
        "{n} earlier version of a file is still kept and was not searched: a newer one took its "
        "place.",
        "{n} earlier versions of files are still kept and were not searched: newer ones took "
        "their place.",
        len(report.earlier),
    )


def source_headings(tr: Tr) -> tuple[str, ...]:
    """Column titles of the results by source."""
    return tr("File"), tr("SHA-256"), tr("List of"), tr("Imported on"), tr("Rows"), tr("Result")


def age_line(tr: Tr, one: SourceCoverage, today: date) -> str:
    """Say of which day a list is and how old that makes it (R-SRC-1)."""
    days = tr.count("{n} day old", "{n} days old", one.age_on(today))
    return tr("{day}, {age}", day=tr.date(one.listed_on), age=days)


def result_line(tr: Tr, result: SourceResult) -> str:
    """Say what was found in a source; "nothing found" is a result too."""
    if result.is_later and result.hits:
        return tr("{hits}, in its earlier version", hits=levels_line(tr, result.hits))
    if result.is_later:
        return tr("Not searched: it came after the search")
    if result.coverage.sight is SourceSight.NOT_SEARCHED:
        return tr("Not searched: it could not be read")
    if result.hits:
        return levels_line(tr, result.hits)
    return tr("Nothing found") if result.coverage.is_whole else tr("Nothing found in what was read")


def levels_line(tr: Tr, hits: Sequence[ReportedHit]) -> str:
    """Count hits by level: "2 strong, 1 weak"."""
    counted = count_levels(hits)
    said = (
        (counted[Level.STRONG], tr.count("{n} strong", "{n} strong", counted[Level.STRONG])),
        (
            counted[Level.PROBABLE],
            tr.count("{n} probable", "{n} probable", counted[Level.PROBABLE]),
        ),
        (counted[Level.WEAK], tr.count("{n} weak", "{n} weak", counted[Level.WEAK])),
    )
    return ", ".join(words for number, words in said if number)


def system_headings(tr: Tr) -> tuple[str, ...]:
    """Column titles of the systems beside the lists."""
    return tr("System"), tr("Owner"), tr("List of"), tr("Answer by"), tr("Result")


def system_row(tr: Tr, answer: SystemAnswer) -> tuple[str, ...]:
    """Say of a system whose it is, how old its list is, by when it was asked, what it answered."""
    return (
        tr.pair(answer.name, kind_label(tr, answer.kind)),
        answer.owner or "–",
        tr.date(answer.listed_on) if answer.listed_on else "–",
        tr.date(answer.due_on) if answer.due_on else "–",
        answer_line(tr, answer),
    )


def hit_headings(tr: Tr) -> tuple[str, ...]:
    """Column titles of the hits."""
    return tr("Sheet"), tr("Row"), tr("Level"), tr("Verdict"), tr("Why")


def weak_sentence(tr: Tr, number: int) -> str:
    """Say that weak hits are not printed one by one."""
    return tr.count(
        "{n} weak hit without a verdict: the JSON beside this report names its row.",
        "{n} weak hits without a verdict: the JSON beside this report names their rows.",
        number,
    )


def lost_heading(tr: Tr, lost: LostResult) -> str:
    """Name a file whose import left the register after it was searched."""
    return tr("{file} (its import left the register)", file=lost.name)


def round_line(tr: Tr, one: SearchRound) -> str:
    """Say of a round when it searched last, who, what it asked newly, and what it found."""
    run = one.last
    day = moment(tr, datetime.fromisoformat(run.at))
    hits = tr.count("{n} hit", "{n} hits", run.total)
    files = tr.count("{n} file", "{n} files", run.files)
    said = tr("{day}, {actor}: {hits} in {files}", day=day, actor=run.actor, hits=hits, files=files)
    changes = [
        tr("new: {what}", what=_named(tr, one.added)) if one.added else "",
        tr("no longer asked: {what}", what=_named(tr, one.removed)) if one.removed else "",
    ]
    return tr.series([said, *filter(None, changes)])


def systems_title(tr: Tr) -> str:
    """Title above the systems that no search of the lists can see."""
    return tr("Systems beside the lists")


def section_titles(tr: Tr) -> tuple[str, str, str, str, str]:
    """Titles: whom, rounds, sources, the register itself, hits."""
    return (
        tr("Who was looked for"), tr("Rounds of searching"), tr("Result by source"),
        tr("In the register itself"), tr("Hits"),
    )  # fmt: skip


def no_source_sentence(tr: Tr) -> str:
    """Say that there was nothing to search."""
    return tr("No file was imported: there was nothing to search.")


def nothing_in_register(tr: Tr, report: SearchReport) -> str:
    """Say that the register's own tables hold nothing of the person."""
    if not report.was_list_searched:
        return tr("Nothing found in requests, suppliers, staff and names of files.")
    return tr(
        "Nothing found in requests, suppliers, staff, names of files and the suppression list."
    )


def list_not_searched(tr: Tr, report: SearchReport) -> str:
    """Say that the suppression list could not be searched and why, "" if it was."""
    if report.was_list_searched:
        return ""
    return tr(
        "The suppression list was not searched: it knows people only by e-mail, by phone, or by "
        "name and postcode."
    )


def _named(tr: Tr, criteria: Mapping[str, tuple[str, ...]]) -> str:
    return ", ".join(tr.pair(label, values) for label, values in criteria_lines(tr, criteria))


def _made(tr: Tr, report: SearchReport) -> str:
    return tr(
        "{day}, {actor}, DSR Desktop {version}", day=tr.date(report.made_on), actor=report.made_by,
        version=report.version,
    )  # fmt: skip
