"""Puts sources and the outcome of an import into the words of the Files page."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.held_row import HeldContent
from dsr_desktop.domain.source import Sheet, Source, SourceKind
from dsr_desktop.gui.pages.files.held.words import held_rows, waiting_words
from dsr_desktop.gui.pages.files.summaries import import_undo
from dsr_desktop.gui.pages.files.table import FileRow
from dsr_desktop.gui.pages.files.views import (
    ActivityChoice,
    Attempt,
    FileDetails,
    FilesView,
    ImportUndo,
    Removal,
    SheetDetails,
    UnreadFiles,
)
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.source_views import SourceView, details_said
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.rescanning import gone_sentence
from dsr_desktop.wording.sources import (
    field_label,
    kind_label,
    reason_of,
    unread_reasons,
    unread_title,
)

_KILO = 1024


def files_view(
    tr: Tr, views: Sequence[SourceView], activities: Sequence[Activity], today: date
) -> FilesView:
    """Put all sources into words: those not read first, then the newest."""
    names = {activity.code: activity.name for activity in activities}
    ordered = sorted(reversed(views), key=lambda view: not view.is_unread)
    unread = [view for view in ordered if view.is_unread]
    earlier = {view.source.superseded_by: view.source for view in views if view.source.id}
    undos = _undos(tr, views, earlier)
    return FilesView(
        state=_state(tr, views),
        files=tuple(
            replace(
                _details(tr, view, names, today, earlier.get(view.source.id)),
                undo=undos.get(view.source.delivery_id),
            )
            for view in ordered
        ),
        activities=tuple(
            ActivityChoice(one.code, f"{one.code} · {one.name}") for one in activities
        ),
        unread=_unread(tr, unread) if unread else None,
        said=details_said(views),
    )


def _undos(
    tr: Tr, views: Sequence[SourceView], replaced: Container[int | None]
) -> dict[int | None, ImportUndo]:
    """Return by delivery the way back from each import; some files `replaced` an earlier version."""
    together: dict[int | None, list[SourceView]] = {}
    for view in views:
        together.setdefault(view.source.delivery_id, []).append(view)
    together.pop(None, None)
    return {
        delivery: import_undo(
            tr,
            [view.source.id or 0 for view in views_of],
            sum(view.source.row_count for view in views_of if not _stays_when_undone(view)),
            come_back=sum(
                view.source.is_current and view.source.id in replaced for view in views_of
            ),
            stay=sum(map(_stays_when_undone, views_of)),
        )
        for delivery, views_of in together.items()
        if len(views_of) > 1
    }


def _stays_when_undone(view: SourceView) -> bool:
    """Tell whether the rows stay when the whole import is undone: another one brought a copy."""
    with_it = {one.path for one in view.source.copies_of([view.source.delivery_id])}
    return view.source.first_copy(with_it | view.gone_paths) is not None


def removal_of(tr: Tr, details: FileDetails) -> Removal:
    """Ask whether an import shall be undone, with its counts."""
    row = details.row
    if not row.rows:
        return Removal(
            tr("Remove {name} from the list?", name=row.name),
            tr("It was not read, so no row is lost. The file on the disk stays as it is."),
            tr("Remove the file"),
        )
    if details.stays_at:
        return Removal(
            tr("Remove {name} from the list?", name=row.name),
            " ".join(filter(None, [details.stays_at, details.brings_back])),
            tr("Remove the file"),
        )
    question = tr.count(
        "Remove {name} and its {n} row?", "Remove {name} and its {n} rows?", row.rows, name=row.name
    )
    lost = tr(
        "They leave the register for good, in this file and its index. The file on the disk "
        "stays as it is: you can import it again."
    )
    return Removal(
        question,
        " ".join(filter(None, [lost, details.brings_back])),
        tr.count("Remove {n} row", "Remove {n} rows", row.rows),
    )


def _stays_at(tr: Tr, view: SourceView) -> str:
    copy = view.source.first_copy(view.gone_paths)
    if copy is None:
        return ""
    return tr.count(
        "Its {n} row stays: {path} has the same content and takes its place in the list. If it is "
        "to go as well, remove that file next.",
        "Its {n} rows stay: {path} has the same content and takes its place in the list. If they "
        "are to go as well, remove that file next.",
        view.source.row_count, path=copy.path,
    )  # fmt: skip


def _unread(tr: Tr, views: Sequence[SourceView]) -> UnreadFiles:
    sources = [view.source for view in views]
    return UnreadFiles(
        unread_title(tr, sources),
        unread_reasons(tr, sources),
        tuple(Attempt(view.source, view.supplied_by) for view in views),
    )


def _state(tr: Tr, views: Sequence[SourceView]) -> str:
    if not views:
        return tr("nothing imported yet")
    current = [view.source for view in views if view.source.is_current]
    files = tr.count("{n} file", "{n} files", len(current))
    rows = tr.count("{n} row", "{n} rows", sum(source.row_count for source in current))
    earlier = len(views) - len(current)
    if not earlier:
        return f"{files}, {rows}"
    kept = tr.count("{n} earlier version kept", "{n} earlier versions kept", earlier)
    return f"{files}, {rows}, {kept}"


def _details(
    tr: Tr, view: SourceView, names: dict[str, str], today: date, earlier: Source | None
) -> FileDetails:
    source = view.source
    return FileDetails(
        row=_row(tr, view, names, today),
        reason=reason_of(tr, source),
        warnings=tuple(word_sentence(tr, one.sentence, one.details) for one in source.warnings),
        facts=tuple(_facts(tr, view, today)),
        path=source.path,
        copies=tuple(copy.path for copy in source.copies),
        gone={one.path: gone_sentence(tr, one) for one in view.gone},
        stays_at=_stays_at(tr, view),
        sha256=source.sha256 or "",
        sheets=tuple(_sheet(tr, sheet) for sheet in view.sheets),
        brings_back=_brings_back(tr, earlier) if earlier and source.is_current else "",
        held=held_rows(tr, view.held),
    )


def _brings_back(tr: Tr, earlier: Source) -> str:
    return tr.count(
        "The earlier version of {day} returns to its place with its {n} row.",
        "The earlier version of {day} returns to its place with its {n} rows.",
        earlier.row_count, day=tr.date(_local_day(earlier)),
    )  # fmt: skip


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
    parts = (
        waiting_words(tr, view.held), contents,
        kind_label(tr, view.source.kind) if is_copy else "",
        "" if view.source.is_current else tr("earlier version"),
        tr("earlier content") if _is_earlier_content(view) else "",
    )  # fmt: skip
    return " · ".join(filter(None, parts))


def _is_earlier_content(view: SourceView) -> bool:
    """Tell whether rows held back stand in a content that its place no longer had later."""
    return any(row.content is HeldContent.EARLIER for row in view.held)


def _facts(tr: Tr, view: SourceView, today: date) -> Iterator[KeyValue]:
    source = view.source
    pairs = (
        (tr("Kind"), kind_label(tr, source.kind)),
        (tr("Deleted on"), _iso_day(tr, source.purge_on)),
        (tr("Imported on"), _day(tr, _local_day(source), today, always_year=True)),
        (tr("Imported by"), source.imported_by),
        (tr("Replaced on"), _iso_day(tr, source.superseded_on)),
        (tr("Supplied by"), view.supplied_by),
        (tr("Collected on"), _iso_day(tr, source.collected_on)),
        (tr("Channel"), source.channel or ""),
        (tr("Privacy policy"), source.policy_version or ""),
        (tr("Retention rule"), source.retention or ""),
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
    if column.is_skipped:
        return KeyValue(head, tr("left out at the import, not searched"))
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
