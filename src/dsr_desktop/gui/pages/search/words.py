"""Sentences of the search page, composed from what was found."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest

from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import CONTRADICTIONS, How, Level
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.source import Source
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.state import Coverage
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import explain_reason, level_label, with_whole_names
from dsr_desktop.wording.other_names import other_name
from dsr_desktop.wording.requests import right_label

DOT = " · "
MOST_NAMED = 3
_SPOKEN_VERDICTS = {
    Verdict.CONFIRMED: mark("the person"),
    Verdict.REJECTED: mark("someone else"),
    None: mark("open"),
}


def about_request(tr: Tr, request: Request) -> str:
    """Say whom the search is for, in the line below the title."""
    rights = _listed(tr, [right_label(tr, item.right) for item in request.items])
    parts = (tr("For {ref}, {rights}", ref=request.ref, rights=rights), request.person)
    return DOT.join(filter(None, parts))


def coverage_line(tr: Tr, coverage: Coverage) -> str:
    """Say how much was searched and how much was not."""
    rows = tr.count("{n} row", "{n} rows", coverage.rows)
    files = tr.count(
        "Searched {n} file, {rows}", "Searched {n} files, {rows}", coverage.files, rows=rows
    )
    unread = len(coverage.unread)
    missing = tr.count("{n} file could not be read", "{n} files could not be read", unread)
    partly = tr.count("{n} file read in part", "{n} files read in part", len(coverage.partly))
    held = tr.count("{n} row held back", "{n} rows held back", coverage.held)
    columns = sum(len(one.columns) for one in coverage.skipped)
    skipped = tr.count("{n} column left out", "{n} columns left out", columns)
    parts = [
        files, missing if unread else "", partly if coverage.partly else "",
        skipped if columns else "", held if coverage.held else "",
    ]  # fmt: skip
    return DOT.join(filter(None, parts))


def elapsed(tr: Tr, milliseconds: float) -> str:
    """Say how long the search took; French writes the comma."""
    seconds = f"{max(milliseconds, 10) / 1000:.2f}"
    return tr("{seconds} s", seconds=seconds.replace(".", ",") if tr.language == "fr" else seconds)


def unread_headline(tr: Tr, coverage: Coverage) -> str:
    """Say in bold what was not searched: the file itself if it is one."""
    named = (*coverage.unread, *coverage.partly)
    if len(named) == 1:
        return _one_file(tr, named[0], is_unread=bool(coverage.unread))
    if not coverage.partly:
        return tr.count("{n} file was not searched", "{n} files were not searched", len(named))
    return tr.count(
        "{n} file was not searched as a whole", "{n} files were not searched as a whole", len(named)
    )


def unread_remarks(tr: Tr, coverage: Coverage) -> tuple[str, ...]:
    """Say for every file not read, or not as a whole, each reason; none for one the title says.

    The first reason of every file comes before the others: no file may be folded away by another.
    """
    named = (*coverage.unread, *coverage.partly)
    if len(named) == 1:
        remarks = _remarks(tr, named[0])
        return remarks if len(remarks) > 1 else ()
    lines = [
        [
            tr("{name}: {reason}", name=source.name, reason=_in_a_sentence(remark))
            for remark in _remarks(tr, source)
        ]
        for source in named
    ]
    return tuple(line for row in zip_longest(*lines) for line in row if line is not None)


def unread_lines(tr: Tr, coverage: Coverage, most: int = MOST_NAMED) -> str:
    """Give every remark a line, `most` of them, then the consequence."""
    named, remarks = (*coverage.unread, *coverage.partly), unread_remarks(tr, coverage)
    more = len(remarks) - most
    counted = tr.count("{n} more reason.", "{n} more reasons.", more) if more > 0 else ""
    last = " ".join(filter(None, (counted, _consequence(tr, named))))
    return "\n".join([*remarks[:most], last])


def reasons_line(tr: Tr, row: HitRow) -> str:
    """Say why a row was found, in one line with a capital first.

    What speaks against the person comes first: the end of a line may be cut.
    """
    ordered = sorted(row.reasons, key=lambda reason: reason.how not in CONTRADICTIONS)
    told = [explain_reason(tr, reason) for reason in with_whole_names(ordered)]
    if row.names_another and not any(one.how is How.OTHER_GIVEN_NAME for one in row.reasons):
        told.insert(0, other_name(tr))
    line = DOT.join(dict.fromkeys(told))
    line = line[:1].upper() + line[1:]
    return tr("{reasons} · marked as someone else", reasons=line) if _rejected(row) else line


def spoken_row(tr: Tr, row: HitRow, *, judged: bool) -> str:
    """Say a row to a screen reader: "Dupont Camille, row 214, strong, open, same phone"."""
    verdict = tr(_SPOKEN_VERDICTS[row.verdict]) if judged else ""
    level = level_label(tr, row.level).lower()
    told = (row.title, row_number(tr, row.n), level, verdict, reasons_line(tr, row))
    return ", ".join(filter(None, told))


def row_number(tr: Tr, n: int) -> str:
    """Name a row by the number that the spreadsheet shows."""
    return tr("row {n}", n=tr.number(n))


def verdicts_line(tr: Tr, rows: Sequence[HitRow]) -> str:
    """Count what was decided: "2 the person · 1 someone else · 2 open"."""
    confirmed = sum(row.verdict is Verdict.CONFIRMED for row in rows)
    rejected = sum(_rejected(row) for row in rows)
    left = len(rows) - confirmed - rejected
    counted = (
        (confirmed, tr.count("{n} the person", "{n} the person", confirmed)),
        (rejected, tr.count("{n} someone else", "{n} someone else", rejected)),
        (left, tr.count("{n} open", "{n} open", left)),
    )
    return DOT.join(words for count, words in counted if count)


def place_line(tr: Tr, row: HitRow) -> str:
    """Say where a row stands: file, sheet, number."""
    sheet = tr("Sheet {name}", name=row.sheet) if row.sheet else ""
    if row.hidden:
        sheet = tr("Sheet {name} (hidden)", name=row.sheet)
    number = row_number(tr, row.n)
    if row.place is not None and row.place.row.hidden:
        number = tr("row {n} (hidden)", n=tr.number(row.n))
    return DOT.join(filter(None, (row.file, sheet, number)))


def imported_line(tr: Tr, row: HitRow) -> str:
    """Say when the row's file was imported; nothing when it is gone."""
    if row.place is None:
        return ""
    day = date.fromisoformat(row.place.source.imported_at[:10])
    return tr("imported {day}", day=tr.date(day))


def strong_open(rows: Iterable[HitRow]) -> int:
    """Count the strong hits without a verdict."""
    return sum(row.level is Level.STRONG and row.is_open for row in rows)


def _rejected(row: HitRow) -> bool:
    return row.verdict is Verdict.REJECTED


def _one_file(tr: Tr, source: Source, *, is_unread: bool) -> str:
    remarks = _remarks(tr, source)
    if len(remarks) > 1:
        return tr("{name} was searched in part", name=source.name)
    verb = (
        mark("{name} was not searched: {reason}")
        if is_unread
        else mark("{name} was searched in part: {reason}")
    )
    return tr(verb, name=source.name, reason=_in_a_sentence(remarks[0]))


def _remarks(tr: Tr, source: Source) -> tuple[str, ...]:
    """Say why a file was not read, or all that was left out of it."""
    notices = (source.reason,) if source.reason else source.warnings
    told = (word_sentence(tr, one.sentence, one.details) for one in notices)
    return tuple(dict.fromkeys(told)) or (tr("The reason was not recorded"),)


def _in_a_sentence(remark: str) -> str:
    return remark[:1].lower() + remark[1:]


def _consequence(tr: Tr, named: Sequence[Source]) -> str:
    if len(named) > 1:
        return tr("Hits in them would be missing from this list.")
    day = date.fromisoformat(named[0].imported_at[:10])
    return tr(
        "{imported}. {consequence}",
        imported=tr("Imported on {day}", day=tr.date(day)),
        consequence=tr("A hit in it would be missing from this list."),
    )


def _listed(tr: Tr, labels: Sequence[str]) -> str:
    """Put labels in a sentence: "access, erasure and portability"."""
    small = [label[:1].lower() + label[1:] for label in labels]
    if len(small) < 2:
        return "".join(small)
    return tr("{first} and {last}", first=", ".join(small[:-1]), last=small[-1])
