"""Sidebar, page header, search field, drop zone and bottom bar."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import LIGHT, Tone
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.drop_zone import DropZone, local_paths
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.key_cap import KeyCap
from dsr_desktop.gui.widgets.page_header import PageHeader
from dsr_desktop.gui.widgets.progress import ProgressBar
from dsr_desktop.gui.widgets.search_field import SearchField
from dsr_desktop.gui.widgets.sidebar import Section, Sidebar
from dsr_desktop.gui.widgets.status_bar import StatusBar

SECTIONS = (
    Section("today", "Today", Icon.LAYOUT_DASHBOARD, "Ctrl 1"),
    Section("requests", "Requests", Icon.INBOX, "Ctrl 2"),
    Section("files", "Files", Icon.FOLDER_SEARCH, "Ctrl 5"),
)


def texts_in(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


@pytest.fixture
def sidebar(theme, show):
    sidebar = Sidebar(theme, "DSR Desktop", SECTIONS, name="Sections")
    sidebar.set_current("today")
    sidebar.set_acting("Nora Vidal · DPO")
    sidebar.setFixedHeight(500)
    show(sidebar)
    return sidebar


def links(sidebar) -> list[QAbstractButton]:
    return sidebar.findChildren(QAbstractButton)


def test_the_sidebar_is_200_wide_and_says_who_is_acting(sidebar):
    assert sidebar.width() == 200
    assert "Nora Vidal · DPO" in texts_in(sidebar)
    assert [link.accessibleName() for link in links(sidebar)] == ["Today", "Requests", "Files"]


def test_a_click_asks_for_a_section(sidebar, qtbot):
    with qtbot.waitSignal(sidebar.section_requested) as signal:
        QTest.mouseClick(links(sidebar)[2], Qt.MouseButton.LeftButton)
    assert signal.args == ["files"]
    assert links(sidebar)[0].isChecked(), "the window decides what is shown"


def test_the_sidebar_is_one_stop_and_enter_opens(sidebar, qtbot):
    stops = [b for b in links(sidebar) if b.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == [links(sidebar)[0]]
    stops[0].setFocus()
    with qtbot.assertNotEmitted(sidebar.section_requested):
        QTest.keyClick(stops[0], Qt.Key.Key_Down)
    with qtbot.waitSignal(sidebar.section_requested) as signal:
        QTest.keyClick(sidebar.focusWidget(), Qt.Key.Key_Return)
    assert signal.args == ["requests"]


def test_the_current_section_is_marked(sidebar, colours_of):
    sidebar.set_current("files")
    shown = colours_of(links(sidebar)[2])
    assert shown[LIGHT.accent_soft] > 1_000
    assert LIGHT.accent_soft not in colours_of(links(sidebar)[0])


def test_staff_see_the_files_only(sidebar):
    sidebar.show_only({"files"})
    assert [link.isVisible() for link in links(sidebar)] == [False, False, True]


def chips_in(header) -> list[str]:
    return [chip.look.text for chip in header.findChildren(Chip) if chip.isVisible()]


def test_the_header_shows_title_state_and_chips(theme, show, qtbot):
    header = PageHeader(theme, "Camille Dupont", state="DSR-2026-0052")
    show(header)
    header.set_chips([ChipLook("Access", Tone.INFO), ChipLook("Erasure", Tone.INFO)])
    header.set_chips([ChipLook("Erasure", Tone.INFO)])
    qtbot.waitUntil(lambda: chips_in(header) == ["Erasure"])
    assert header.height() == 46
    header.set_title("Łukasz Nowak")
    header.set_state("received by e-mail")
    assert texts_in(header)[:2] == ["Łukasz Nowak", "received by e-mail"]
    assert header.accessibleName() == "Łukasz Nowak"


def test_the_primary_button_stands_last(theme, show):
    header = PageHeader(
        theme, "Files", search=SearchField(theme, "Search everywhere", key="Ctrl K")
    )
    cancel, verb = Button(theme, "Cancel"), Button(theme, "Import", ButtonKind.PRIMARY)
    for button in (cancel, verb):
        header.add_button(button)
    header.setFixedWidth(1000)
    show(header)
    assert header.search.x() < cancel.x() < verb.x()
    assert verb.geometry().right() == header.width() - 1


def test_a_long_title_gives_way_to_the_buttons(theme, show):
    header = PageHeader(theme, "A title that is far too long for the width " * 3)
    button = Button(theme, "Import", ButtonKind.PRIMARY)
    header.add_button(button)
    header.setFixedWidth(400)
    show(header)
    assert button.width() >= button.sizeHint().width()
    assert button.geometry().right() < 400


@pytest.fixture
def search(theme, show):
    search = SearchField(theme, "Search everywhere", key="Ctrl K")
    show(search)
    return search


def test_enter_asks_for_a_search_without_the_spaces_around(search, qtbot):
    QTest.keyClicks(search, "  dupont ")
    with qtbot.waitSignal(search.search_requested) as signal:
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert signal.args == ["dupont"]


def test_an_empty_search_is_none(search, qtbot):
    QTest.keyClicks(search, "  ")
    with qtbot.assertNotEmitted(search.search_requested):
        QTest.keyClick(search, Qt.Key.Key_Return)


def test_escape_empties_the_field_first(search):
    QTest.keyClicks(search, "dupont")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_the_key_is_shown_until_something_is_typed(search):
    search.clearFocus()
    empty = search.grab().toImage()
    search.setText("x")
    typed = search.grab().toImage()
    right = search.width() - 30
    column = [empty.pixelColor(right, y) != typed.pixelColor(right, y) for y in range(32)]
    assert any(column)
    assert search.accessibleName() == "Search everywhere"


@pytest.fixture
def zone(theme, show):
    zone = DropZone(theme, "Drop files or a whole folder here", "Excel, CSV")
    show(zone)
    return zone


def dragged(*urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def enter(zone, data) -> QDragEnterEvent:
    event = QDragEnterEvent(
        zone.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(zone, event)
    return event


def test_dropped_files_and_folders_are_handed_over(zone, qtbot, tmp_path):
    paths = [tmp_path / "contacts.xlsx", tmp_path / "more lists"]
    data = dragged(*(QUrl.fromLocalFile(str(path)).toString() for path in paths))
    assert enter(zone, data).isAccepted()
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(zone.dropped) as signal:
        QApplication.sendEvent(zone, drop)
    assert signal.args == [paths]


def test_a_web_address_is_not_taken(zone):
    assert not enter(zone, dragged("https://shop.example/list.csv")).isAccepted()


def test_a_web_address_among_files_is_left_out():
    data = dragged("https://shop.example/list.csv", "file:///lists/contacts.csv")
    assert local_paths(data) == [Path("/lists/contacts.csv")]


def test_the_zone_lights_up_under_files(zone, colours_of):
    enter(zone, dragged("file:///lists/contacts.csv"))
    assert colours_of(zone).most_common(1)[0][0] == LIGHT.accent_soft
    QApplication.sendEvent(zone, QDragLeaveEvent())
    assert colours_of(zone).most_common(1)[0][0] == LIGHT.sunk


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_zone_asks_for_a_file_dialog_by_key(zone, qtbot, key):
    with qtbot.waitSignal(zone.browse_requested):
        QTest.keyClick(zone, key)


def test_the_zone_asks_for_a_file_dialog_by_click_and_is_named(zone, qtbot):
    with qtbot.waitSignal(zone.browse_requested):
        QTest.mouseClick(zone, Qt.MouseButton.LeftButton)
    assert zone.accessibleName() == "Drop files or a whole folder here"


def test_tab_leaves_the_zone(zone):
    after = QLineEdit()
    zone.window().layout().addWidget(after)
    after.show()
    zone.setFocus()
    QTest.keyClick(zone, Qt.Key.Key_Tab)
    assert after.hasFocus()


@pytest.fixture
def status(theme, show):
    status = StatusBar(theme, name="State", cancel_text="Cancel")
    status.set_register("register.dsr")
    status.set_lock("Locks after 10 min")
    status.set_offline("Offline: nothing leaves this computer")
    status.set_saved("Saved 14:02")
    show(status)
    return status


def test_the_bottom_bar_is_30_high_and_shows_what_is_saved(status):
    assert status.height() == 30
    assert "Saved 14:02" in texts_in(status)
    assert not status.findChild(ProgressBar).isVisible()


def test_a_running_job_takes_the_place_of_the_saved_text(status, qtbot):
    status.show_job("Reading 7 of 12 files", 7, 12)
    assert status.findChild(ProgressBar).share == 7 / 12
    assert "Saved 14:02" not in texts_in(status)
    cancel = next(b for b in status.findChildren(Button) if b.text() == "Cancel")
    with qtbot.waitSignal(status.cancel_requested):
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    status.end_job()
    assert "Saved 14:02" in texts_in(status)


def test_the_lock_is_shown_open_or_shut(status):
    sign = status.findChildren(IconLabel)[1]
    before = sign.grab().toImage()
    status.set_lock("Locked", locked=True)
    assert sign.grab().toImage() != before
    assert "Locked" in texts_in(status)


def test_a_key_cap_is_as_wide_as_its_key(theme, qtbot):
    short, long = KeyCap(theme, "Y"), KeyCap(theme, "Ctrl K")
    for cap in (short, long):
        qtbot.addWidget(cap)
    assert (short.height(), short.accessibleName()) == (18, "Y")
    assert long.width() > short.width() + 20
