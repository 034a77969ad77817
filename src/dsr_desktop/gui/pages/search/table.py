"""The list of hits as a thin model; further hits are asked for as one scrolls."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from dsr_desktop.gui.pages.search.entries import (
    Entry,
    GroupHead,
    count_weak,
    entries_after,
    entries_of,
)
from dsr_desktop.gui.pages.search.looks import HEIGHTS, look_of, spoken
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.words import reasons_line
from dsr_desktop.gui.widgets.cells import LOOK_ROLE
from dsr_desktop.gui.widgets.label import plain_tool_tip
from dsr_desktop.gui.widgets.row_list import HIT_HEIGHT
from dsr_desktop.wording.language import Tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SPOKEN_ROLES = (
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
)
_CHANGED = [*_SPOKEN_ROLES, LOOK_ROLE]


class HitModel(QAbstractListModel):
    """Rows answer `LOOK_ROLE` with a `RowLook`; heads are not selectable.

    `judged` rows carry a verdict and say so. Of a search that found more than is known here,
    `more_wanted` asks for the next hits once the last known one is reached.
    """

    more_wanted = Signal()

    def __init__(self, tr: Tr, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._judged = False
        self._rows: tuple[HitRow, ...] = ()
        self._total = 0
        self._weak: int | None = 0
        self._entries: list[Entry] = []
        self._hits: list[int] = []
        self._lines: dict[int, int] = {}
        self._is_waiting = False
        self._weak_open = False

    def show_rows(self, rows: Sequence[HitRow], *, judged: bool, total: int | None = None) -> None:
        """Show hits, best first as they come, of `total` found.

        Where only verdicts differ, or hits are added at the end, the list stays as it is.
        """
        known, new = self._rows, tuple(rows)
        found = len(new) if total is None else total
        if new is known and (judged, found) == (self._judged, self._total):
            return
        stays = (judged, found) == (self._judged, self._total) and _begins_alike(new, known)
        self._rows, self._judged, self._total = new, judged, found
        self._is_waiting = False
        self._weak = count_weak(new, found)
        if not stays:
            self._rebuild()
            return
        self._change_hits(new[: len(known)])
        if len(new) > len(known):
            self._add(known, new[len(known) :])

    def fold_weak(self, *, is_open: bool) -> None:
        """Show the weak hits or fold them away."""
        if is_open != self._weak_open:
            self._weak_open = is_open
            self._rebuild()

    @property
    def count(self) -> int:
        """How many hits the list has, those not scrolled to included, folded ones not."""
        return self._total if self._weak_open else self._total - (self._weak or 0)

    def hit_at(self, index: Index) -> HitRow | None:
        """Return the hit in a row of the list, None for a head or the fold."""
        entry = self.entry_at(index)
        return entry if isinstance(entry, HitRow) else None

    def entry_at(self, index: Index) -> Entry | None:
        """Return what a row of the list is."""
        return self._entries[index.row()] if index.isValid() else None

    def index_of(self, key: int) -> QModelIndex:
        """Return where the hit with this key stands; an invalid index for one not in the list."""
        number = self._lines.get(key)
        return _NOWHERE if number is None else self.index(number)

    def place_of(self, index: Index) -> int:
        """Return the number of a hit among the hits of the list, from 1; 0 for any other row."""
        return bisect_left(self._hits, index.row()) + 1 if self.hit_at(index) else 0

    def hit_number(self, place: int) -> QModelIndex:
        """Return where the hit with this number (from 1) stands; invalid if it is not known."""
        known = 0 < place <= len(self._hits)
        return self.index(self._hits[place - 1]) if known else _NOWHERE

    def hits(self) -> tuple[HitRow, ...]:
        """Return the hits of the list that are known, from top to bottom."""
        return tuple(entry for entry in self._entries if isinstance(entry, HitRow))

    def next_open(self, after: Index) -> QModelIndex:
        """Return the next hit without a verdict below `after`, then from the top."""
        start = bisect_left(self._hits, after.row() + 1) if after.isValid() else 0
        for place in chain(range(start, len(self._hits)), range(start)):
            index = self.index(self._hits[place])
            if (hit := self.hit_at(index)) is not None and hit.is_open:
                return index
        return _NOWHERE

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of heads, hits and folds that are known so far."""
        return 0 if parent.isValid() else len(self._entries)

    def odd_heights(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield number and height of the lines between two that are no hits."""
        for number in range(first, last + 1):
            height = HEIGHTS[type(self._entries[number])]
            if height != HIT_HEIGHT:
                yield number, height

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether the search found more hits than are known here, and they are not folded."""
        return not parent.isValid() and self._lacks_hits()

    def fetchMore(self, parent: Index) -> None:
        """Ask for the hits that follow."""
        if not parent.isValid() and self._lacks_hits():
            self._is_waiting = True
            self.more_wanted.emit()

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return how a row looks or what it says."""
        entry = self.entry_at(index)
        if entry is None:
            return None
        if role == LOOK_ROLE:
            return look_of(self._tr, entry, judged=self._judged)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, HitRow):
            return plain_tool_tip(reasons_line(self._tr, entry))
        return spoken(self._tr, entry, judged=self._judged) if role in _SPOKEN_ROLES else None

    def headerData(
        self,
        _section: int,
        _orientation: Qt.Orientation,
        _role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Give lines no number: a screen reader would take it for that of the row in its file."""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the arrows pass over heads."""
        if isinstance(self.entry_at(index), GroupHead | None):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def _lacks_hits(self) -> bool:
        are_folded = bool(self._weak) and not self._weak_open
        return len(self._rows) < self._total and not (self._is_waiting or are_folded)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._entries, self._hits, self._lines = [], [], {}
        is_part = len(self._rows) < self._total
        lines = entries_of(self._rows, self._weak, weak_open=self._weak_open, is_part=is_part)
        self._append(lines)
        self.endResetModel()

    def _add(self, known: Sequence[HitRow], more: Sequence[HitRow]) -> None:
        added = list(entries_after(known, more, self._weak, weak_open=self._weak_open))
        first = len(self._entries)
        if added:
            self.beginInsertRows(_NOWHERE, first, first + len(added) - 1)
            self._append(added)
            self.endInsertRows()

    def _append(self, entries: Iterable[Entry]) -> None:
        for number, entry in enumerate(entries, len(self._entries)):
            self._entries.append(entry)
            if isinstance(entry, HitRow):
                self._hits.append(number)
                self._lines[entry.key] = number

    def _change_hits(self, rows: Sequence[HitRow]) -> None:
        for row in rows:
            number = self._lines.get(row.key)
            if number is None or self._entries[number] is row or self._entries[number] == row:
                continue
            self._entries[number] = row
            self.dataChanged.emit(self.index(number), self.index(number), _CHANGED)


def _begins_alike(rows: Sequence[HitRow], known: Sequence[HitRow]) -> bool:
    """Tell whether the hits known stand first, in their order."""
    if not known or len(rows) < len(known):
        return False
    pairs = zip(rows, known, strict=False)
    return all(new is old or new.key == old.key for new, old in pairs)
