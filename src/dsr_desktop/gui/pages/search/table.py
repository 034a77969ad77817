"""The list of hits: grouped by file and sheet, weak ones folded at the end; a thin model."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)

from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.matching import Level
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.words import DOT, reasons_line, row_number, spoken_row
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, Tone
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.label import plain_tool_tip
from dsr_desktop.gui.widgets.row_list import HEADER_HEIGHT, HIT_HEIGHT, LINE_HEIGHT
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import level_label

Index = QModelIndex | QPersistentModelIndex
BARS = {Level.STRONG: 3, Level.PROBABLE: 2, Level.WEAK: 1}
_VERDICT_ICONS = {
    Verdict.CONFIRMED: (Icon.CIRCLE_CHECK, Ink.OK),
    Verdict.REJECTED: (Icon.CIRCLE_X, Ink.MUTED),
    None: (Icon.CIRCLE_DASHED, Ink.MUTED),
}
_SPOKEN_ROLES = (
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
)
_CHANGED = [*_SPOKEN_ROLES, LOOK_ROLE]


@dataclass(frozen=True)
class GroupHead:
    """The head above the hits of one sheet."""

    file: str
    sheet: str
    hidden: bool
    count: int


@dataclass(frozen=True)
class WeakFold:
    """The line under which weak hits lie."""

    count: int
    is_open: bool


Entry = GroupHead | HitRow | WeakFold
_SIZES = {
    GroupHead: QSize(0, HEADER_HEIGHT),
    HitRow: QSize(0, HIT_HEIGHT),
    WeakFold: QSize(0, LINE_HEIGHT),
}


class HitModel(QAbstractListModel):
    """Rows answer `LOOK_ROLE` with a `RowLook`; heads are not selectable.

    `judged` rows carry a verdict and say so.
    """

    def __init__(self, tr: Tr, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._judged = False
        self._rows: tuple[HitRow, ...] = ()
        self._entries: list[Entry] = []
        self._weak_open = False

    def show_rows(self, rows: Sequence[HitRow], *, judged: bool) -> None:
        """Show hits, best first as they come; only verdicts may differ to keep the list as it is."""
        changed = self._changed_rows(rows) if judged == self._judged else None
        self._rows, self._judged = tuple(rows), judged
        if changed is None:
            self._rebuild()
            return
        for number, row in changed.items():
            self._entries[number] = row
            self.dataChanged.emit(self.index(number), self.index(number), _CHANGED)

    def fold_weak(self, *, is_open: bool) -> None:
        """Show the weak hits or fold them away."""
        if is_open != self._weak_open:
            self._weak_open = is_open
            self._rebuild()

    def hit_at(self, index: Index) -> HitRow | None:
        """Return the hit in a row of the list, None for a head or the fold."""
        entry = self.entry_at(index)
        return entry if isinstance(entry, HitRow) else None

    def entry_at(self, index: Index) -> Entry | None:
        """Return what a row of the list is."""
        return self._entries[index.row()] if index.isValid() else None

    def index_of(self, key: int) -> QModelIndex:
        """Return where the hit with this key is shown; an invalid index if it is not."""
        for number, entry in enumerate(self._entries):
            if isinstance(entry, HitRow) and entry.key == key:
                return self.index(number)
        return QModelIndex()

    def hits(self) -> tuple[HitRow, ...]:
        """Return the hits shown, from top to bottom."""
        return tuple(entry for entry in self._entries if isinstance(entry, HitRow))

    def next_open(self, after: Index) -> QModelIndex:
        """Return the next hit without a verdict below `after`, then from the top."""
        start = after.row() + 1 if after.isValid() else 0
        count = len(self._entries)
        for number in (*range(start, count), *range(min(start, count))):
            entry = self._entries[number]
            if isinstance(entry, HitRow) and entry.is_open:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of heads, hits and folds."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return how a row looks or what it says."""
        entry = self.entry_at(index)
        if entry is None:
            return None
        if role == LOOK_ROLE:
            return self._look(entry)
        if role == Qt.ItemDataRole.SizeHintRole:
            return _SIZES[type(entry)]
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, HitRow):
            return plain_tool_tip(reasons_line(self._tr, entry))
        return self._spoken(entry) if role in _SPOKEN_ROLES else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the arrows pass over heads."""
        if isinstance(self.entry_at(index), GroupHead | None):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._entries = list(_entries(self._rows, weak_open=self._weak_open))
        self.endResetModel()

    def _changed_rows(self, rows: Sequence[HitRow]) -> dict[int, HitRow] | None:
        """Rows of the list that differ; None if the list must be built anew."""
        if [row.key for row in rows] != [row.key for row in self._rows]:
            return None
        new = {row.key: row for row in rows}
        return {
            number: new[entry.key]
            for number, entry in enumerate(self._entries)
            if isinstance(entry, HitRow) and new[entry.key] != entry
        }

    def _look(self, entry: Entry) -> RowLook:
        if isinstance(entry, GroupHead):
            return _head_look(self._tr, entry)
        if isinstance(entry, WeakFold):
            return _fold_look(self._tr, entry)
        return self._hit_look(entry)

    def _hit_look(self, row: HitRow) -> RowLook:
        icon, ink = _VERDICT_ICONS[row.verdict] if self._judged else (None, Ink.MUTED)
        rejected = row.verdict is Verdict.REJECTED
        return RowLook(
            row.title,
            reasons_line(self._tr, row),
            row_number(self._tr, row.n),
            icon=icon,
            icon_ink=ink,
            chip=ChipLook.level(level_label(self._tr, row.level), BARS[row.level]),
            score=round(row.score),
            strong=not rejected,
            ink=Ink.MUTED if rejected else Ink.TEXT,
        )

    def _spoken(self, entry: Entry) -> str:
        if isinstance(entry, HitRow):
            return spoken_row(self._tr, entry, judged=self._judged)
        look = self._look(entry)
        chip = look.chip.text if look.chip else ""
        return ", ".join(filter(None, (look.title, look.aside.strip(DOT), chip, look.state)))


def _entries(rows: Iterable[HitRow], *, weak_open: bool) -> Iterator[Entry]:
    rows = tuple(rows)
    weak = tuple(row for row in rows if row.is_weak)
    yield from _grouped(tuple(row for row in rows if not row.is_weak))
    if weak:
        yield WeakFold(len(weak), weak_open)
    if weak_open:
        yield from _grouped(weak)


def _grouped(rows: Sequence[HitRow]) -> Iterator[Entry]:
    """Group by file and sheet: the file of the best hit first, its sheets together."""
    files: dict[str, dict[str, list[HitRow]]] = {}
    for row in rows:
        files.setdefault(row.path, {}).setdefault(row.sheet, []).append(row)
    for sheets in files.values():
        for hits in sheets.values():
            first = hits[0]
            yield GroupHead(first.file, first.sheet, first.hidden, len(hits))
            yield from hits


def _head_look(tr: Tr, head: GroupHead) -> RowLook:
    sheet = tr("Sheet {name}", name=head.sheet) if head.sheet else ""
    return RowLook(
        head.file,
        aside=f"· {sheet}" if sheet else "",
        icon=Icon.FILE_SPREADSHEET,
        chip=ChipLook(tr("Hidden"), Tone.OUTLINE, Icon.EYE_OFF) if head.hidden else None,
        state=tr.count("{n} hit", "{n} hits", head.count),
        header=True,
    )


def _fold_look(tr: Tr, fold: WeakFold) -> RowLook:
    title = (
        tr.count("{n} weak hit", "{n} weak hits", fold.count)
        if fold.is_open
        else tr.count("{n} weak hit hidden", "{n} weak hits hidden", fold.count)
    )
    return RowLook(
        title,
        aside=tr("a name alone proves little"),
        icon=Icon.CHEVRON_DOWN if fold.is_open else Icon.CHEVRON_RIGHT,
        state=tr("Hide") if fold.is_open else tr("Show"),
        state_ink=Ink.ACCENT,
        strong=False,
    )
