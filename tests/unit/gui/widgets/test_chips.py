"""Chips: a word beside the colour, the whole word, and criteria that can be taken away."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import LIGHT, Tone
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.chip import Chip, ChipLook, chip_width, paint_chip
from dsr_desktop.gui.widgets.criterion_chip import CriterionChip


@pytest.mark.parametrize("tone", list(Tone))
def test_a_chip_is_22_high_never_cut_and_named(theme, qtbot, tone):
    chip = Chip(theme, ChipLook("3 days late", tone, Icon.CIRCLE_ALERT))
    qtbot.addWidget(chip)
    assert chip.sizeHint().height() == 22
    assert chip.minimumSizeHint() == chip.sizeHint()
    assert chip.accessibleName() == "3 days late"


def test_a_chip_shows_the_colours_of_its_tone(theme, qtbot, colours_of):
    chip = Chip(theme, ChipLook("3 days late", Tone.LATE, Icon.CIRCLE_ALERT))
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    shown = colours_of(chip)
    assert shown.most_common(1)[0][0] == LIGHT.late.fill
    assert shown[LIGHT.late.ink] > 0


@pytest.mark.parametrize(("bars", "tone"), [(3, Tone.INFO), (2, Tone.HOLD), (1, Tone.OUTLINE)])
def test_levels_differ_in_bars_and_tone(bars, tone):
    look = ChipLook.level("Strong", bars)
    assert (look.bars, look.tone) == (bars, tone)


def test_more_bars_put_more_ink_on_the_chip(theme, qtbot, colours_of):
    full, half = (Chip(theme, ChipLook("", Tone.INFO, bars=bars)) for bars in (3, 1))
    for chip in (full, half):
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
    assert colours_of(full)[LIGHT.info.ink] > 2 * colours_of(half)[LIGHT.info.ink]


def test_a_chip_can_say_something_else(theme, qtbot):
    chip = Chip(theme, ChipLook("2 days left"))
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.show_look(ChipLook("Answered on day 19", Tone.INFO))
    assert chip.look.text == chip.accessibleName() == "Answered on day 19"
    assert chip.sizeHint().width() > before


def test_on_a_selected_row_a_painted_chip_takes_panel_colour(theme):
    look = ChipLook.level("Strong", 3)
    pixmap = QPixmap(chip_width(theme, look), 22)
    pixmap.fill(Qt.GlobalColor.black)
    painter = QPainter(pixmap)
    paint_chip(Canvas(painter, theme), QPointF(0, 0), look, selected=True)
    painter.end()
    assert pixmap.toImage().pixelColor(8, 11).name() == LIGHT.panel


@pytest.fixture
def criterion(theme, qtbot):
    chip = CriterionChip(theme, "Phone", "06 12 34 56 78", "Remove Phone 06 12 34 56 78")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    return chip


def test_a_criterion_is_removed_by_its_cross(criterion, qtbot):
    cross = criterion.findChild(QAbstractButton)
    assert cross.accessibleName() == "Remove Phone 06 12 34 56 78"
    with qtbot.waitSignal(criterion.removed), qtbot.assertNotEmitted(criterion.chosen):
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_criterion_is_removed_by_key(criterion, qtbot, key):
    with qtbot.waitSignal(criterion.removed):
        QTest.keyClick(criterion, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_criterion_is_opened_by_key(criterion, qtbot, key):
    with qtbot.waitSignal(criterion.chosen), qtbot.assertNotEmitted(criterion.removed):
        QTest.keyClick(criterion, key)


def test_a_criterion_is_opened_by_a_click_on_its_value(criterion, qtbot):
    with qtbot.waitSignal(criterion.chosen):
        QTest.mouseClick(criterion, Qt.MouseButton.LeftButton, pos=QPoint(20, 14))


def test_a_criterion_is_one_stop_for_tab_with_a_name(criterion):
    assert criterion.accessibleName() == "Phone 06 12 34 56 78"
    stops = [b for b in criterion.findChildren(QAbstractButton) if b.focusPolicy()]
    assert stops == []
