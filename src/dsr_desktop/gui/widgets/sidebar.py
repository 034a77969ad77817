"""The sections of the window at the left, and at their foot who is acting."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import (
    SIDEBAR_WIDTH,
    Height,
    IconSize,
    Ink,
    Radius,
    Space,
    TextStyle,
)
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.focus_group import FocusGroup
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import CutLabel, Label, plain_tool_tip

_ICON_LEFT = 13
_WORDS_LEFT = 37


@dataclass(frozen=True)
class Section:
    """A part of the window: its key in code, its word, its icon and its shortcut in words."""

    key: str
    text: str
    icon: Icon
    shortcut: str = ""


class Sidebar(QWidget):
    """Emits the key of the section that is asked for; one stop for Tab."""

    section_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        app_name: str,
        sections: Sequence[Section],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFixedWidth(SIDEBAR_WIDTH)
        self._links = {section.key: _SectionLink(theme, section, self) for section in sections}
        self._acting = CutLabel(theme, "", ink=Ink.MUTED)
        self._group = FocusGroup(list(self._links.values()), self)
        self._lay_out(app_name)
        for key, link in self._links.items():
            link.clicked.connect(lambda _checked=False, k=key: self.section_requested.emit(k))

    def set_current(self, key: str) -> None:
        """Mark the section that is shown; a focus on another one follows."""
        had_focus = any(link.hasFocus() for link in self._links.values())
        for number, (other, link) in enumerate(self._links.items()):
            link.set_current(other == key)
            if other == key:
                self._group.set_stop(number)
                if had_focus:
                    link.setFocus()

    def set_acting(self, text: str) -> None:
        """Say at the foot who is acting ("Nora Vidal · DPO")."""
        self._acting.setText(text)

    def show_only(self, keys: Collection[str]) -> None:
        """Leave only some sections, as in the import-only mode."""
        for key, link in self._links.items():
            link.setVisible(key in keys)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line at the right."""
        tokens = self._theme.tokens
        painter = Canvas.on(self, self._theme).painter
        painter.fillRect(self.rect(), QColor(tokens.side))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(tokens.line))

    def _lay_out(self, app_name: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.SNUG, 18, Space.SNUG, 14)
        column.setSpacing(2)
        logo = IconLabel(self._theme, Icon.SHIELD_CHECK, Ink.ACCENT, IconSize.LOGO)
        column.addLayout(_line(logo, Label(self._theme, app_name, TextStyle.SECTION), 4, 8))
        column.addSpacing(13)
        for link in self._links.values():
            column.addWidget(link)
        column.addStretch(1)
        person = IconLabel(self._theme, Icon.USER, Ink.MUTED, IconSize.ROW)
        column.addLayout(_line(person, self._acting, 10, 8))


class _SectionLink(QAbstractButton):
    def __init__(self, theme: Theme, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._section = section
        self._is_current = False
        self.setAccessibleName(section.text)
        self.setToolTip(plain_tool_tip(section.shortcut))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(Height.SECTION_LINK)

    def set_current(self, current: bool) -> None:
        self._is_current = current
        self.setCheckable(True)
        self.setChecked(current)
        self.update()

    def nextCheckState(self) -> None:
        """Leave the mark to the sidebar."""

    def sizeHint(self) -> QSize:
        return QSize(SIDEBAR_WIDTH - 2 * Space.SNUG, Height.SECTION_LINK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        canvas = Canvas.on(self, self._theme)
        self._paint_ground(canvas)
        current = self._is_current
        spot = QPointF(_ICON_LEFT, (self.height() - IconSize.SECTION) // 2)
        icon_colour = tokens.accent if current else tokens.muted
        canvas.icon(self._section.icon, icon_colour, spot, IconSize.SECTION)
        words = QRectF(_WORDS_LEFT, 0, self.width() - _WORDS_LEFT, self.height())
        colour = tokens.accent if current else tokens.text
        canvas.words(words, self._section.text, TextStyle.BODY, colour)

    def _paint_ground(self, canvas: Canvas) -> None:
        tokens = self._theme.tokens
        fill = tokens.accent_soft if self._is_current or self.isDown() else ""
        if self.underMouse() and not fill:
            fill = tokens.hover
        border = tokens.accent if self.hasFocus() else ""
        canvas.box(QRectF(self.rect()), Radius.BANNER, fill=fill, border=border, width=2)


def _line(icon: QWidget, label: QWidget, left: int, gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(left, 0, 0, 0)
    row.setSpacing(gap)
    row.addWidget(icon)
    row.addWidget(label, 1)
    row.setAlignment(icon, Qt.AlignmentFlag.AlignVCenter)
    return row
