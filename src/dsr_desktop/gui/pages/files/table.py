"""The table of the Files page: what was imported."""

from dataclasses import dataclass

from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.gui.pages.chips import source_chip
from dsr_desktop.gui.pages.rows import ColumnOf, RowsModel
from dsr_desktop.gui.theme.tokens import TextStyle
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.wording.language import Tr

_STATE_ORDER = (
    SourceStatus.UNREADABLE,
    SourceStatus.PASSWORD,
    SourceStatus.PARTLY,
    SourceStatus.IMPORTED,
)


@dataclass(frozen=True)
class FileRow:
    """An imported file, in words where the table shows words; `imported_at` sorts."""

    id: int
    name: str
    contents: str
    kind: str
    activity: str
    activity_name: str
    imported_on: str
    supplied_by: str
    status: SourceStatus
    rows: int
    imported_at: str


def files_model(tr: Tr) -> RowsModel[FileRow]:
    """Return the model of the table of imported files."""
    return RowsModel(
        (
            ColumnOf(tr("File"), _file, lambda row: row.name.casefold()),
            ColumnOf(
                tr("Activity"),
                lambda row: CellLook(row.activity, detail=row.activity_name or row.kind),
                lambda row: row.activity,
            ),
            ColumnOf(
                tr("Brought in"),
                lambda row: CellLook(row.imported_on, detail=row.supplied_by),
                lambda row: row.imported_at,
            ),
            ColumnOf(
                tr("State"),
                lambda row: CellLook(chip=source_chip(tr, row.status)),
                lambda row: _STATE_ORDER.index(row.status),
            ),
        )
    )


def _file(row: FileRow) -> CellLook:
    return CellLook(row.name, detail=row.contents, style=TextStyle.STRONG)
