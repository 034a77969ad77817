"""The lists that a search looked into, with the age of each: a table over frozen rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.checklist import short_names
from dsr_desktop.domain.list_age import list_day
from dsr_desktop.domain.source import Source, SourceStatus
from dsr_desktop.gui.pages.rows import ColumnOf, RowsModel
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import TextStyle, Tone
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.list_age import age, day_of_list

_NOT_SEARCHED = (SourceStatus.UNREADABLE, SourceStatus.PASSWORD)


@dataclass(frozen=True)
class ListRow:
    """A list in words: its file, what it holds, its age; `days` sorts ages, `left` what was missed."""

    name: str
    contents: str
    age: str
    day: str
    days: int
    left: int
    chip: ChipLook


def rows_of_lists(tr: Tr, lists: Iterable[Source], today: date) -> tuple[ListRow, ...]:
    """Describe every list, in the order given."""
    known = tuple(lists)
    names = short_names(source.path for source in known)
    return tuple(_row(tr, source, names[source.path], today) for source in known)


def lists_model(tr: Tr) -> RowsModel[ListRow]:
    """Return the model of the table of lists."""
    return RowsModel(
        (
            ColumnOf(tr("List"), _file, lambda row: row.name.casefold()),
            ColumnOf(tr("Age"), _age, lambda row: row.days),
            ColumnOf(tr("Searched"), lambda row: CellLook(chip=row.chip), lambda row: row.left),
        )
    )


def list_chips(tr: Tr) -> tuple[ChipLook, ...]:
    """Every chip that the table can show, to measure its column."""
    return tuple(_chip(tr, left) for left in range(3))


def _row(tr: Tr, source: Source, name: str, today: date) -> ListRow:
    made = list_day(source)
    left = 2 if source.status in _NOT_SEARCHED else 1 if source.warnings else 0
    counted = tr.count("{n} row", "{n} rows", source.row_count)
    return ListRow(
        name, "" if left == 2 else counted, age(tr, made, today), day_of_list(tr, made),
        made.days_until(today), left, _chip(tr, left),
    )  # fmt: skip


def _chip(tr: Tr, left: int) -> ChipLook:
    match left:
        case 0:
            return ChipLook(tr("Searched"), Tone.OK, Icon.CHECK)
        case 1:
            return ChipLook(tr("In part"), Tone.SOON, Icon.TRIANGLE_ALERT)
    return ChipLook(tr("Not searched"), Tone.LATE, Icon.FILE_X)


def _file(row: ListRow) -> CellLook:
    return CellLook(row.name, detail=row.contents, style=TextStyle.STRONG)


def _age(row: ListRow) -> CellLook:
    return CellLook(row.age, detail=row.day)
