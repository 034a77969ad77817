"""The list for very many rows: heights without measuring, arrows past heads, more before the end."""

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtTest import QTest

from dsr_desktop.gui.widgets.cells import LOOK_ROLE, RowLook
from dsr_desktop.gui.widgets.long_row_list import LongRowList
from dsr_desktop.gui.widgets.row_list import HEADER_HEIGHT, HIT_HEIGHT

PAGE = 50


class Pages(QAbstractListModel):
    """Rows in pages of fifty, the first of each a head, of `total`; counts what it is asked."""

    def __init__(self, total):
        super().__init__()
        self._total = total
        self._known = min(PAGE, total)
        self.looks = 0

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else self._known

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == LOOK_ROLE:
            self.looks += 1
            return RowLook(f"row {index.row()}", header=index.row() % PAGE == 0)
        return f"row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index):
        if index.row() % PAGE == 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent):
        return not parent.isValid() and self._known < self._total

    def fetchMore(self, _parent):
        last = min(self._known + PAGE, self._total) - 1
        self.beginInsertRows(QModelIndex(), self._known, last)
        self._known = last + 1
        self.endInsertRows()

    def odd_heights(self, first, last):
        return ((row, HEADER_HEIGHT) for row in range(first, last + 1) if row % PAGE == 0)

    def begin_anew(self, total):
        self.beginResetModel()
        self._total, self._known = total, min(PAGE, total)
        self.endResetModel()


@pytest.fixture
def shown(theme, show, qapp):
    """Return a function that shows a list of so many rows, with the focus in it."""

    def shown(total):
        rows = LongRowList(theme, "Hits", row_height=HIT_HEIGHT)
        rows.setModel(Pages(total))
        rows.resize(400, 300)
        show(rows)
        rows.setFocus()
        qapp.processEvents()
        return rows

    return shown


def press(rows, key, times=1):
    for _press in range(times):
        QTest.keyClick(rows, key)
    return rows.currentIndex().row()


def test_heads_are_lower_than_rows_also_those_that_come_later(shown):
    rows = shown(200)
    while rows.model().canFetchMore(QModelIndex()):
        rows.model().fetchMore(QModelIndex())

    heights = {row: rows.rowHeight(row) for row in (0, 1, 50, 51, 150, 199)}
    assert heights == {0: HEADER_HEIGHT, 1: HIT_HEIGHT, 50: HEADER_HEIGHT, 51: HIT_HEIGHT,
                       150: HEADER_HEIGHT, 199: HIT_HEIGHT}  # fmt: skip


def test_heads_are_lower_after_a_new_search_too(shown):
    rows = shown(10)

    rows.model().begin_anew(60)

    assert (rows.rowHeight(0), rows.rowHeight(1)) == (HEADER_HEIGHT, HIT_HEIGHT)


def test_the_focus_stands_on_the_first_row_that_can_be_chosen(shown):
    assert shown(10).currentIndex().row() == 1


def test_the_arrows_pass_over_heads(shown):
    rows = shown(120)

    press(rows, Qt.Key.Key_Down, 48)
    assert rows.currentIndex().row() == 49
    assert press(rows, Qt.Key.Key_Down) == 51
    assert press(rows, Qt.Key.Key_Up) == 49


def test_home_and_end_go_to_the_first_and_last_row(shown):
    rows = shown(20)

    assert press(rows, Qt.Key.Key_End) == 19
    assert press(rows, Qt.Key.Key_Home) == 1


def test_in_an_empty_list_no_key_does_anything(shown):
    rows = shown(0)

    assert press(rows, Qt.Key.Key_End) == -1
    assert press(rows, Qt.Key.Key_Home) == -1


def test_enter_opens_the_current_row(shown, qtbot):
    rows = shown(20)

    with qtbot.waitSignal(rows.row_opened) as opened:
        press(rows, Qt.Key.Key_Return)

    assert opened.args[0].row() == 1


def test_more_rows_are_asked_for_before_the_end_is_reached(shown, qapp):
    rows = shown(100_000)
    bar, known = rows.verticalScrollBar(), rows.model().rowCount()

    bar.setValue(bar.maximum() - 2 * rows.viewport().height())
    qapp.processEvents()

    assert bar.value() < bar.maximum()
    assert rows.model().rowCount() > known


def test_only_rows_that_are_seen_are_asked_how_they_look(shown, qapp):
    rows = shown(100_000)
    for _page in range(10):
        rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
        qapp.processEvents()

    assert rows.model().rowCount() > 500
    assert rows.model().looks < 300
