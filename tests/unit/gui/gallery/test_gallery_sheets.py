"""Rules that every widget keeps, checked on all sheets of the gallery."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QRadioButton,
    QScrollBar,
    QTableView,
    QWidget,
)

from dsr_desktop.gui.gallery.__main__ import write_pictures
from dsr_desktop.gui.gallery.window import SHEETS, SIZE, Gallery
from dsr_desktop.gui.theme.theme import ThemeMode
from dsr_desktop.gui.theme.tokens import DARK, LIGHT

NAMES = pytest.mark.parametrize("name", list(SHEETS))
EXEMPT = (QHeaderView, QScrollBar)


@pytest.fixture
def gallery(theme, qtbot):
    gallery = Gallery(theme)
    qtbot.addWidget(gallery)
    with qtbot.waitActive(gallery):
        gallery.show()
        gallery.activateWindow()
    return gallery


def stops(sheet: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in sheet.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and not isinstance(widget, EXEMPT)
        and not widget.objectName().startswith("qt_")
        and not (isinstance(widget, QRadioButton) and not widget.isChecked())
    ]


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


@NAMES
def test_whatever_can_have_the_focus_has_a_name(gallery, name):
    sheet = gallery.show_sheet(name)
    assert stops(sheet)
    assert [widget for widget in stops(sheet) if not spoken_name(widget)] == []


@NAMES
def test_all_labels_are_plain_text(gallery, name):
    labels = gallery.show_sheet(name).findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@NAMES
def test_tab_goes_round_all_stops_and_is_never_trapped(gallery, name):
    sheet = gallery.show_sheet(name)
    wanted = {widget for widget in stops(sheet) if widget.isEnabled()}
    first = next(widget for widget in stops(sheet) if widget.isEnabled())
    first.setFocus()
    reached = set()
    for _ in range(2 * len(wanted) + 4):
        focused = gallery.focusWidget()
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert wanted <= reached


@NAMES
def test_tables_neither_swallow_tab_nor_wrap(gallery, name):
    for view in gallery.show_sheet(name).findChildren(QAbstractItemView):
        assert not view.tabKeyNavigation()
        if isinstance(view, QTableView):
            assert not view.wordWrap()


@NAMES
def test_every_sheet_fits_the_smallest_width(gallery, name):
    sheet = gallery.show_sheet(name)
    assert sheet.minimumSizeHint().width() <= SIZE[0]
    assert (gallery.width(), gallery.height()) == SIZE


def test_pictures_of_all_sheets_are_written_in_both_schemes(theme, gallery, qapp, tmp_path):
    write_pictures(qapp, theme, gallery, tmp_path / "pictures")
    for mode, ground in ((ThemeMode.LIGHT, LIGHT.bg), (ThemeMode.DARK, DARK.bg)):
        for name in SHEETS:
            picture = QImage(str(tmp_path / "pictures" / f"{name}-{mode.value}.png"))
            assert (picture.width(), picture.height()) == SIZE
            assert picture.pixelColor(SIZE[0] - 3, 3).name() == ground


class _ShownWindows(QObject):
    """Collects what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.shown += [watched] if watched.isWindow() else []
        return False


@NAMES
def test_no_part_flashes_as_a_window_of_its_own(gallery, qapp, name):
    watcher = _ShownWindows()
    qapp.installEventFilter(watcher)
    gallery.show_sheet(name)
    qapp.processEvents()
    qapp.removeEventFilter(watcher)
    assert watcher.shown == []


def test_a_number_key_changes_the_sheet(gallery):
    QTest.keyClick(gallery, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert gallery.show_sheet("review").isVisible()
