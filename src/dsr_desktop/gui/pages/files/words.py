"""Puts sources and the outcome of an import into the words of the Files page."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.source import Sheet, Source, SourceKind, SourceStatus
from dsr_desktop.gui.pages.files.table import FileRow
from dsr_desktop.gui.pages.files.views import (
    ActivityChoice,
    Attempt,
    FileDetails,
    FilesView,
    Removal,
    SheetDetails,
    Summary,
    UnreadFiles,
)
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.importing import FileResult, ImportReport
from dsr_desktop.services.source_views import SourceView
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.sources import (
    field_label,
    kind_label,
    not_searched_sentence,
    reason_of,
    unread_reasons,
    unread_title,
)

_KILO = 1024
_MOST_NAMED = 3


def files_view(
    tr: Tr, views: Sequence[SourceView], activities: Sequence[Activity], today: date
) -> FilesView:
    """Put all sources into words: those not read first, then the newest."""
    names = {activity.code: activity.name for activity in activities}
    ordered = sorted(reversed(views), key=lambda view: not view.is_unread)
    unread = [view for view in ordered if view.is_unread]
    return FilesView(
        state=_state(tr, views),
        files=tuple(_details(tr, view, names, today) for view in ordered),
        activities=tuple(
            ActivityChoice(one.code, f"{one.code} · {one.name}") for one in activities
        ),
        unread=_unread(tr, unread) if unread else None,
    )


def summary_of(tr: Tr, report: ImportReport) -> Summary:
    """Say how an import ended, with all its counts."""
    stored = sum(file.status.is_stored for file in report.files)
    if stored:
        files = tr.count("{n} file imported", "{n} files imported", stored)
        rows = tr.count("{n} row", "{n} rows", report.rows)
        what = f"{files}, {rows}"
    else:
        what = tr("No file was imported")
    did_something = stored or report.new_places or any(file.remark for file in report.files)
    return Summary(what, "\n".join(_asides(tr, report)), is_good=bool(did_something))


def stopped_summary(tr: Tr) -> Summary:
    """Say that the user stopped the import."""
    return Summary(tr("The import was stopped"), tr("Nothing of it was kept."), is_good=False)


def removal_of(tr: Tr, details: FileDetails) -> Removal:
    """Ask whether an import shall be undone, with its counts."""
    row = details.row
    if not row.rows:
        return Removal(
            tr("Remove {name} from the list?", name=row.name),
            tr("It was not read, so no row is lost. The file on the disk stays as it is."),
            tr("Remove the file"),
        )
    question = tr.count(
        "Remove {name} and its {n} row?", "Remove {name} and its {n} rows?", row.rows, name=row.name
    )
    return Removal(
        question,
        tr(
            "They leave the register for good, in this file and its index. The file on the disk "
            "stays as it is: you can import it again."
        ),
        tr.count("Remove {n} row", "Remove {n} rows", row.rows),
    )


def _unread(tr: Tr, views: Sequence[SourceView]) -> UnreadFiles:
    sources = [view.source for view in views]
    return UnreadFiles(
        unread_title(tr, sources),
        unread_reasons(tr, sources),
        tuple(Attempt(view.source, view.supplied_by) for view in views),
    )


def _asides(tr: Tr, report: ImportReport) -> Iterator[str]:
    known = sum(file.status is SourceStatus.DUPLICATE for file in report.files)
    if known:
        yield tr.count(
            "{n} was in the register already.", "{n} were in the register already.", known
        )
    yield from _about_known(tr, report)
    if report.not_read:
        yield from _not_read(tr, report)
    yield from _left_out(tr, report.read_in_part)
    if report.skipped:
        yield tr.count(
            "{n} system file was left out.", "{n} system files were left out.", report.skipped
        )


def _about_known(tr: Tr, report: ImportReport) -> Iterator[str]:
    """Say what the import meant for files that were in the register already."""
    if report.new_places:
        yield tr.count(
            "{n} lies at another place: it is remembered for checklists and re-scans.",
            "{n} lie at other places: these are remembered for checklists and re-scans.",
            report.new_places,
        )
    remarked = [(file.path.name, file.remark) for file in report.files if file.remark]
    for name, remark in remarked[:_MOST_NAMED]:
        yield tr.pair(name, word_sentence(tr, remark.sentence, remark.details))
    others = len(remarked) - _MOST_NAMED
    if others > 0:
        yield tr.count("{n} more is named in the list.", "{n} more are named in the list.", others)


def _not_read(tr: Tr, report: ImportReport) -> Iterator[str]:
    """Name the lists that were not read, and count the files that never are by their kind."""
    lists = [one for one in report.not_read if not (one.reason and one.reason.foreign_kind)]
    if lists:
        names = ", ".join(file.path.name for file in lists[:_MOST_NAMED])
        names += ", …" * (len(lists) > _MOST_NAMED)
        yield tr("Not read: {names}.", names=names)
    if report.not_searched:
        yield not_searched_sentence(tr, report.not_searched)


def _left_out(tr: Tr, partly: Sequence[FileResult]) -> Iterator[str]:
    """Say of each file read in part what was not read."""
    for file in partly[:_MOST_NAMED]:
        remarks = (word_sentence(tr, one.sentence, one.details) for one in file.warnings)
        yield tr("{name} was read in part: {remarks}", name=file.path.name,
                 remarks=" ".join(dict.fromkeys(remarks)))  # fmt: skip
    others = len(partly) - _MOST_NAMED
    if others > 0:
        yield tr.count(
            "{n} more was read in part: the list says what is missing.",
            "{n} more were read in part: the list says what is missing.",
            others,
        )


def _state(tr: Tr, views: Sequence[SourceView]) -> str:
    if not views:
        return tr("nothing imported yet")
    files = tr.count("{n} file", "{n} files", len(views))
    rows = tr.count("{n} row", "{n} rows", sum(view.source.row_count for view in views))
    return f"{files}, {rows}"


def _details(tr: Tr, view: SourceView, names: dict[str, str], today: date) -> FileDetails:
    source = view.source
    return FileDetails(
        row=_row(tr, view, names, today),
        reason=reason_of(tr, source),
        warnings=tuple(word_sentence(tr, one.sentence, one.details) for one in source.warnings),
        facts=tuple(_facts(tr, view, today)),
        path=source.path,
        copies=tuple(copy.path for copy in source.copies),
        sha256=source.sha256 or "",
        sheets=tuple(_sheet(tr, sheet) for sheet in view.sheets),
    )


def _row(tr: Tr, view: SourceView, names: dict[str, str], today: date) -> FileRow:
    source = view.source
    code = source.activity or ""
    return FileRow(
        id=source.id or 0,
        name=source.name,
        contents=_contents(tr, view),
        kind=kind_label(tr, source.kind),
        activity=code or tr("Not said"),
        activity_name=names.get(code, ""),
        imported_on=_day(tr, _local_day(source), today),
        supplied_by=view.supplied_by,
        status=source.status,
        rows=source.row_count,
        imported_at=source.imported_at,
    )


def _contents(tr: Tr, view: SourceView) -> str:
    if view.is_unread:
        return reason_of(tr, view.source)
    rows = tr.count("{n} row", "{n} rows", view.source.row_count)
    sheets = tr.count("{n} sheet", "{n} sheets", len(view.sheets))
    contents = f"{rows}, {sheets}" if len(view.sheets) > 1 else rows
    is_copy = view.source.kind is SourceKind.COPY
    return f"{contents} · {kind_label(tr, view.source.kind)}" if is_copy else contents


def _facts(tr: Tr, view: SourceView, today: date) -> Iterator[KeyValue]:
    source = view.source
    pairs = (
        (tr("Kind"), kind_label(tr, source.kind)),
        (tr("Deleted on"), _iso_day(tr, source.purge_on)),
        (tr("Imported on"), _day(tr, _local_day(source), today, always_year=True)),
        (tr("Imported by"), source.imported_by),
        (tr("Supplied by"), view.supplied_by),
        (tr("Collected on"), _iso_day(tr, source.collected_on)),
        (tr("Channel"), source.channel or ""),
        (tr("Format"), source.format or ""),
        (tr("Encoding"), source.encoding or ""),
        (tr("Size"), _size(tr, source.size)),
    )
    return (KeyValue(key, value) for key, value in pairs if value)


def _sheet(tr: Tr, sheet: Sheet) -> SheetDetails:
    rows = tr.count("{n} row", "{n} rows", sheet.row_count)
    header = (
        tr("header in row {n}", n=tr.number(sheet.header_row))
        if sheet.header_row
        else tr("no header row: every row is data")
    )
    return SheetDetails(
        title=sheet.name,
        note=f"{rows}, {header}",
        hidden=sheet.hidden,
        mapping=tuple(_column(tr, column) for column in sheet.columns),
    )


def _column(tr: Tr, column: Column) -> KeyValue:
    head = column.header or tr("Column {n}", n=column.number)
    meaning = field_label(tr, column.field) if column.field else tr("not recognised")
    return KeyValue(head, meaning)


def _local_day(source: Source) -> date:
    return datetime.fromisoformat(source.imported_at).astimezone().date()


def _iso_day(tr: Tr, day: str | None) -> str:
    return tr.date(date.fromisoformat(day)) if day else ""


def _day(tr: Tr, day: date, today: date, *, always_year: bool = False) -> str:
    if always_year or day.year != today.year:
        return tr.date(day)
    return tr.short_date(day)


def _size(tr: Tr, size: int | None) -> str:
    if size is None:
        return ""
    if size < _KILO:
        return tr.count("{n} byte", "{n} bytes", size)
    if size < _KILO**2:
        return tr("{n} KB", n=tr.number(round(size / _KILO)))
    return tr("{n} MB", n=tr.number(round(size / _KILO**2)))
