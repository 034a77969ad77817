"""Heads of a table with a choice below each: one real field goes to the column it is needed in.

A sheet may have thousands of columns: the other choices are drawn, not made.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, Ink, Radius, RowHeight, Space, TextStyle
from dsr_desktop.gui.widgets.canvas import Canvas, words_width
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.marks import (
    DOT_SIZE,
    Confidence,
    confidence_icon,
    draw_confidence,
)
from dsr_desktop.gui.widgets.table import TableHeader

_CHOICES = 38
_SIDE = 6
_INSIDE = 8
_WORDS_LEFT = 16
_LETTER_GAP = 7
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True)
class MappedColumn:
    """A column: letter and title, the option chosen, how sure that is.

    `spoken` names the choice for screen readers. `instead` stands in place of the option, `icon`
    behind the title.
    """

    letter: str
    title: str
    option: int
    confidence: Confidence
    spoken: str
    instead: str = ""
    icon: Icon | None = None
    icon_ink: Ink = Ink.MUTED


class MappingHeader(TableHeader):
    """One stop for Tab: Left and Right go from column to column, Up and Down choose.

    `chosen` carries the number of a column, from 0, and of the option; `reached` that of the column
    that is current now.
    """

    chosen = Signal(int, int)
    reached = Signal(int)

    def __init__(self, theme: Theme, options: Sequence[str], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._options = tuple(options)
        self._columns: tuple[MappedColumn, ...] = ()
        self._current = 0
        self._pressed = QPoint()
        self.setFixedHeight(RowHeight.HEADER + _CHOICES)
        self.editor = ChoiceEditor(
            theme, self._options, height=Height.MAPPING, parent=self.viewport()
        )
        self.editor.setFont(theme.font(TextStyle.CAPTION))
        self.editor.installEventFilter(self)
        self.editor.activated.connect(lambda option: self.chosen.emit(self._current, option))
        self.editor.hide()
        theme.changed.connect(self._fill_editor)
        self.sectionResized.connect(lambda *_sizes: self._place_editor())
        self.sectionClicked.connect(self._click)

    @property
    def current(self) -> int:
        """Number of the column that the field stands in, from 0."""
        return self._current

    def show_columns(self, columns: Sequence[MappedColumn]) -> None:
        """Show other columns, or the same with other choices."""
        self._columns = tuple(columns)
        self._current = min(self._current, max(0, len(columns) - 1))
        self._fill_editor()
        self._place_editor()
        self.viewport().update()

    def set_current(self, number: int) -> None:
        """Take the field to another column, and tell if it was not there."""
        if number == self._current or not 0 <= number < len(self._columns):
            return
        self._current = number
        self._fill_editor()
        self._place_editor()
        self.viewport().update()
        self.reached.emit(number)

    def width_of(self, number: int) -> int:
        """Return the width that a column needs for its title and its choice, in pixels."""
        column, theme = self._columns[number], self._theme
        font = theme.font(TextStyle.CAPTION)
        title = words_width(theme.font(TextStyle.CHIP), f"{column.letter} {column.title}")
        title += _LETTER_GAP + (IconSize.CHIP + _LETTER_GAP if column.icon else 0)
        choice = _WORDS_LEFT + words_width(font, self._shown(column)) + IconSize.CHIP + 3 * _INSIDE
        return max(title + 2 * _INSIDE, choice) + 2 * _SIDE

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Ask for title and choice."""
        is_known = section < len(self._columns)  # Qt asks while the model is being filled
        return QSize(self.width_of(section) if is_known else 0, RowHeight.HEADER + _CHOICES)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the column beside by Left and Right."""
        if watched is not self.editor or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_press = event.type() == QEvent.Type.KeyPress
        step = _STEPS.get(Qt.Key(event.key()), 0) if is_press else 0
        self.set_current(self._current + step)
        return bool(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where: the choices lie below the titles."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field in its column."""
        super().resizeEvent(event)
        self._place_editor()

    def setOffset(self, offset: int) -> None:
        """Keep the field in its column."""
        super().setOffset(offset)
        self._place_editor()

    def setOffsetToSectionPosition(self, section: int) -> None:
        """Keep the field in its column."""
        super().setOffsetToSectionPosition(section)
        self._place_editor()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw letter and title, the choice below, and the line at the bottom."""
        if section >= len(self._columns):
            return
        painter.save()
        canvas, column = Canvas(painter, self._theme), self._columns[section]
        self._paint_title(canvas, rect, column)
        if section != self._current:
            self._paint_choice(canvas, QRectF(self._choice_area(rect)), column)
        canvas.line_below(rect, self._theme.tokens.line)
        painter.restore()

    def _paint_title(self, canvas: Canvas, rect: QRect, column: MappedColumn) -> None:
        tokens = self._theme.tokens
        area = QRectF(rect.adjusted(_SIDE + _INSIDE, 0, -_SIDE, 0))
        area.setHeight(RowHeight.HEADER)
        letter = words_width(self._theme.font(TextStyle.CHIP), column.letter)
        canvas.words(area, column.letter, TextStyle.CAPTION, tokens.muted)
        left = area.left() + letter + _LETTER_GAP
        right = area.right()
        if column.icon is not None:
            right -= IconSize.CHIP + Space.HAIR
            title = words_width(self._theme.font(TextStyle.CHIP), column.title)
            spot = QPointF(
                min(left + title + _LETTER_GAP, right), (RowHeight.HEADER - IconSize.CHIP) // 2
            )
            canvas.icon(column.icon, tokens.ink(column.icon_ink), spot, IconSize.CHIP)
        words = QRectF(left, area.top(), max(0.0, right - left), area.height())
        canvas.words(words, column.title, TextStyle.CHIP, tokens.text)

    def _paint_choice(self, canvas: Canvas, area: QRectF, column: MappedColumn) -> None:
        tokens = self._theme.tokens
        is_open = column.confidence is Confidence.GUESS
        fill = tokens.mark if is_open else tokens.panel
        border = tokens.mark_line if is_open else tokens.field
        canvas.box(area, Radius.FIELD, fill=fill, border=border)
        top = area.center().y() - DOT_SIZE / 2
        draw_confidence(canvas, QPointF(area.left() + _INSIDE, top), column.confidence)
        words = area.adjusted(_INSIDE + _WORDS_LEFT, 0, -IconSize.CHIP - _INSIDE, 0)
        canvas.words(words, self._shown(column), TextStyle.CAPTION, tokens.text)
        spot = QPointF(
            area.right() - 3 - IconSize.CHIP, round(area.center().y() - IconSize.CHIP / 2)
        )
        canvas.icon(Icon.CHEVRON_DOWN, tokens.muted, spot, IconSize.CHIP)

    def _shown(self, column: MappedColumn) -> str:
        return column.instead or self._options[column.option]

    def _choice_area(self, section: QRect) -> QRect:
        top = RowHeight.HEADER + (_CHOICES - Height.MAPPING) // 2 - 3
        return QRect(section.left() + _SIDE, top, section.width() - 2 * _SIDE, Height.MAPPING)

    def _fill_editor(self) -> None:
        if not self._columns:
            return
        column = self._columns[self._current]
        for option in range(self.editor.count()):
            self.editor.setItemIcon(option, QIcon())
        self.editor.setItemIcon(column.option, confidence_icon(self._theme, column.confidence))
        self.editor.setCurrentIndex(column.option)
        self.editor.set_undecided(column.confidence is Confidence.GUESS)
        self.editor.setAccessibleName(column.spoken)

    def _place_editor(self) -> None:
        self.editor.setVisible(bool(self._columns))
        if not self._columns:
            return
        left = self.sectionViewportPosition(self._current)
        section = QRect(left, 0, self.sectionSize(self._current), self.height())
        self.editor.setGeometry(self._choice_area(section))

    def _click(self, section: int) -> None:
        self.set_current(section)
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._pressed.y() >= RowHeight.HEADER:
            self.editor.showPopup()
