"""Tables and lists: keys, ticks, no trap for Tab, and rows that are painted from looks."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QToolTip

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import ThemeMode
from dsr_desktop.gui.theme.tokens import DARK, LIGHT, RowHeight, Tone
from dsr_desktop.gui.widgets.cell_delegate import look_of
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, CellLook, RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.grouped_list import GroupedList
from dsr_desktop.gui.widgets.row_list import HIT_HEIGHT, RowList
from dsr_desktop.gui.widgets.table import Table

LATE = ChipLook("3 days late", Tone.LATE, Icon.CIRCLE_ALERT)


def item(look: CellLook | RowLook, text: str = "", *, ticked: bool | None = None):
    made = QStandardItem(text)
    made.setData(look, LOOK_ROLE)
    if ticked is not None:
        made.setCheckable(True)
        made.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return made


def requests_model(parent) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    model.setHorizontalHeaderLabels(["Reference", "Person", "Rows", "Deadline"])
    for number, person in enumerate(("Zoë Čapek", "Łukasz Nowak", "Ana <b>Sánchez</b>")):
        model.appendRow(
            [
                item(CellLook(f"DSR-2026-004{number}"), f"DSR-2026-004{number}", ticked=False),
                item(CellLook(person, detail="Prague"), person),
                item(CellLook("1,204", number=True), "1,204"),
                item(CellLook(chip=LATE), LATE.text),
            ]
        )
    return model


@pytest.fixture
def table(theme, show):
    table = Table(theme, "Requests")
    table.setModel(requests_model(table))
    table.setMinimumSize(600, 300)
    show(table)
    return table


def test_columns_share_the_room_and_one_goes_where_there_is_little(table, show, qtbot):
    table.setMinimumSize(200, 200)
    for column, width in ((0, 130), (3, 140)):
        table.set_width(column, width)
    table.share(1, 2)
    table.hide_below(500, 2)
    table.window().resize(700, 300)
    qtbot.waitUntil(lambda: table.viewport().width() > 600)
    assert table.columnWidth(1) == pytest.approx(table.columnWidth(2), abs=1)

    table.window().resize(440, 300)
    qtbot.waitUntil(lambda: table.viewport().width() < 500)
    assert table.isColumnHidden(2)
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(3) == 140

    table.window().resize(700, 300)
    qtbot.waitUntil(lambda: not table.isColumnHidden(2))


def groups_model(parent) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    for name in ("contacts.xlsx", "newsletter.csv"):
        head = [
            item(CellLook(name, aside="· Hugo Perrin, Commerce", group=True), name),
            item(CellLook(group=True)),
            item(CellLook("1 of 1", group=True)),
        ]
        head[0].appendRow(
            [
                item(CellLook("Row 41"), "Row 41", ticked=False),
                item(CellLook("Name, e-mail")),
                item(CellLook(chip=LATE), LATE.text),
            ]
        )
        model.appendRow(head)
    return model


@pytest.fixture
def grouped(theme, show):
    grouped = GroupedList(theme, "Rows by file")
    grouped.setModel(groups_model(grouped))
    grouped.expandAll()
    grouped.setMinimumSize(600, 300)
    show(grouped)
    grouped.setFocus()
    return grouped


@pytest.fixture
def hits(theme, show):
    hits = RowList(theme, "Hits", row_height=HIT_HEIGHT)
    model = QStandardItemModel(hits)
    looks = (
        RowLook("contacts.xlsx", aside="· Sheet Archive", state="2 hits", header=True),
        RowLook("Camille Dupont", "Same e-mail", "row 41", chip=LATE, score=99),
        RowLook("newsletter.csv", state="1 hit", header=True),
        RowLook("Dupont Camille", "Same phone", "row 214", score=61),
    )
    for look in looks:
        made = item(look, f"{look.title} {look.detail}")
        if look.header:
            made.setFlags(Qt.ItemFlag.NoItemFlags)
        model.appendRow(made)
    hits.setModel(model)
    hits.setMinimumSize(474, 300)
    show(hits)
    hits.setFocus()
    return hits


@pytest.mark.parametrize("name", ["table", "grouped", "hits"])
def test_tab_leaves_every_list(request, name, show):
    view = request.getfixturevalue(name)
    after = QLineEdit()
    view.window().layout().addWidget(after)
    after.show()
    view.setCurrentIndex(view.model().index(1, 0))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert after.hasFocus()


@pytest.mark.parametrize("name", ["table", "grouped", "hits"])
def test_every_list_has_a_name(request, name):
    assert request.getfixturevalue(name).accessibleName()


def test_rows_are_40_high_without_grid_or_wrapping(table):
    assert table.rowHeight(0) == RowHeight.LIST
    assert not table.showGrid()
    assert not table.wordWrap()
    assert table.horizontalHeader().height() == RowHeight.HEADER


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_current_row(table, qtbot, key):
    table.setCurrentIndex(table.model().index(1, 1))
    with qtbot.waitSignal(table.row_opened) as signal:
        QTest.keyClick(table, key)
    assert signal.args[0].row() == 1


def test_a_double_click_opens_the_row(table, qtbot):
    place = table.visualRect(table.model().index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.row_opened) as signal:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args[0].row() == 2


def test_enter_without_a_current_row_opens_nothing(table, qtbot):
    table.setCurrentIndex(table.model().index(-1, -1))
    with qtbot.assertNotEmitted(table.row_opened):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_space_ticks_the_row_and_unticks_it_again(table):
    first = table.model().item(0, 0)
    table.setCurrentIndex(table.model().index(0, 3))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert first.checkState() == Qt.CheckState.Checked
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert first.checkState() == Qt.CheckState.Unchecked


def test_a_click_on_the_box_ticks_and_one_beside_it_does_not(table):
    first = table.model().item(0, 0)
    row = table.visualRect(first.index())
    beside = QPoint(row.right() - 4, row.center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert first.checkState() == Qt.CheckState.Unchecked
    box = QPoint(row.left() + 22, row.center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert first.checkState() == Qt.CheckState.Checked


def test_the_selected_row_is_tinted_with_a_bar_and_its_chip_takes_panel_colour(table, colours_of):
    before = colours_of(table)
    table.setCurrentIndex(table.model().index(0, 0))
    table.clearFocus()
    after = colours_of(table)
    assert LIGHT.accent_soft not in before
    assert after[LIGHT.accent_soft] > 5_000
    assert after[LIGHT.accent] >= 3 * (RowHeight.LIST - 2)
    assert after[LIGHT.late.fill] < before[LIGHT.late.fill]
    assert after[LIGHT.panel] > 500


def test_the_current_row_has_a_ring_while_the_table_has_the_focus(table, colours_of):
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    with_focus = colours_of(table)[LIGHT.accent]
    table.clearFocus()
    assert with_focus > colours_of(table)[LIGHT.accent] + 2 * table.viewport().width()


def test_the_row_under_the_pointer_is_lit_as_a_whole(table, colours_of, qtbot):
    assert LIGHT.hover not in colours_of(table)
    QTest.mouseMove(table.viewport(), table.visualRect(table.model().index(1, 1)).center())
    qtbot.waitUntil(lambda: colours_of(table)[LIGHT.hover] > 5_000)
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert LIGHT.hover not in colours_of(table)


def test_the_table_changes_with_the_scheme(theme, table, colours_of):
    theme.set_mode(ThemeMode.DARK)
    assert DARK.late.fill in colours_of(table)


def test_a_fitted_column_never_cuts_its_chips(table):
    table.fit(3)
    table.horizontalHeader().setStretchLastSection(False)
    look = look_of(table.model().index(0, 3))
    option = QStyleOptionViewItem()
    wanted = table.itemDelegate().sizeHint(option, table.model().index(0, 3)).width()
    assert look.chip == LATE
    assert table.columnWidth(3) >= wanted


def test_heads_follow_their_columns_and_show_the_order(table, colours_of):
    model = table.model()
    right = Qt.AlignmentFlag.AlignRight
    model.setHeaderData(2, Qt.Orientation.Horizontal, right, Qt.ItemDataRole.TextAlignmentRole)
    header = table.horizontalHeader()
    header.setSortIndicatorShown(True)
    header.setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    upward = header.grab().toImage()
    header.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    assert header.grab().toImage() != upward


def test_a_cut_text_is_shown_whole_and_letter_by_letter(table, qtbot):
    table.set_width(1, 60)
    index = table.model().index(2, 1)
    place = table.visualRect(index).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    assert "Ana &lt;b&gt;Sánchez&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_a_text_that_fits_has_no_tooltip(table):
    table.set_width(1, 300)
    place = table.visualRect(table.model().index(0, 1)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    assert QToolTip.text() == ""


def test_a_model_without_looks_shows_its_texts(theme, qtbot):
    table = Table(theme, "Plain")
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(table))
    table.model().appendRow(QStandardItem("ACME"))
    assert look_of(table.model().index(0, 0)) == CellLook("ACME")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Left])
def test_a_group_is_folded_by_key(grouped, key):
    head = grouped.model().index(0, 0)
    grouped.setCurrentIndex(head)
    QTest.keyClick(grouped, key)
    assert not grouped.isExpanded(head)


def test_a_click_on_its_head_folds_and_unfolds_a_group(grouped):
    head = grouped.model().index(0, 0)
    place = grouped.visualRect(head).center()
    for is_open in (False, True):
        QTest.mouseClick(grouped.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert grouped.isExpanded(head) is is_open


def test_enter_opens_a_row_in_a_group(grouped, qtbot):
    row = grouped.model().index(0, 0, grouped.model().index(0, 0))
    grouped.setCurrentIndex(row)
    with qtbot.waitSignal(grouped.row_opened) as signal:
        QTest.keyClick(grouped, Qt.Key.Key_Return)
    assert signal.args[0].data() == "Row 41"


def test_space_ticks_a_row_in_a_group(grouped):
    head = grouped.model().item(0, 0)
    grouped.setCurrentIndex(head.child(0, 0).index())
    QTest.keyClick(grouped, Qt.Key.Key_Space)
    assert head.child(0, 0).checkState() == Qt.CheckState.Checked


def test_a_grouped_list_knows_its_height(grouped):
    assert grouped.content_height() == 4 * RowHeight.GROUP
    grouped.collapse(grouped.model().index(1, 0))
    assert grouped.content_height() == 3 * RowHeight.GROUP


def test_the_words_of_a_group_run_on_over_empty_cells(grouped, colours_of):
    wide = grouped.grab().toImage()
    grouped.set_width(0, 150)
    grouped.set_width(1, 250)
    head = grouped.visualRect(grouped.model().index(0, 1))
    shown = grouped.viewport().grab(head).toImage()
    inks = {
        shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())
    }
    assert LIGHT.sunk in inks
    assert len(inks) > 10, "the letters of the owner reach into the second column"
    assert wide.size() == grouped.grab().toImage().size()


def test_heights_of_heads_and_hits(hits):
    assert hits.visualRect(hits.model().index(0, 0)).height() == 34
    assert hits.visualRect(hits.model().index(1, 0)).height() == HIT_HEIGHT


def test_arrows_pass_over_the_heads(hits):
    hits.setCurrentIndex(hits.model().index(1, 0))
    QTest.keyClick(hits, Qt.Key.Key_Down)
    assert hits.currentIndex().row() == 3


def test_enter_opens_a_hit(hits, qtbot):
    hits.setCurrentIndex(hits.model().index(3, 0))
    with qtbot.waitSignal(hits.row_opened) as signal:
        QTest.keyClick(hits, Qt.Key.Key_Return)
    assert signal.args[0].row() == 3


def test_a_hit_shows_its_score_and_chip(hits, colours_of):
    shown = colours_of(hits)
    assert shown[LIGHT.accent] > 200
    assert shown[LIGHT.late.fill] > 200
    assert shown[LIGHT.sunk] > 5_000


def test_a_hit_whose_words_are_cut_is_shown_whole(hits):
    place = QPoint(60, hits.visualRect(hits.model().index(1, 0)).center().y())
    event = QHelpEvent(QEvent.Type.ToolTip, place, hits.viewport().mapToGlobal(place))
    QApplication.sendEvent(hits.viewport(), event)
    assert QToolTip.text() == ""
    hits.setMinimumSize(100, 100)
    hits.setFixedWidth(160)
    QApplication.sendEvent(hits.viewport(), event)
    assert "Camille Dupont row 41" in QToolTip.text()
    QToolTip.hideText()


def test_a_row_in_a_group_is_lit_under_the_pointer_and_opened_by_a_double_click(
    grouped, qtbot, colours_of
):
    row = grouped.model().index(0, 0, grouped.model().index(0, 0))
    place = grouped.visualRect(row).center()
    QTest.mouseMove(grouped.viewport(), place + QPoint(20, 0))  # the pointer may be there already
    QTest.mouseMove(grouped.viewport(), place)
    qtbot.waitUntil(lambda: colours_of(grouped)[LIGHT.hover] > 3_000)
    QApplication.sendEvent(grouped, QEvent(QEvent.Type.Leave))
    assert LIGHT.hover not in colours_of(grouped)
    QTest.mouseClick(grouped.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(grouped.row_opened) as signal:
        QTest.mouseDClick(grouped.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args[0].data() == "Row 41"
