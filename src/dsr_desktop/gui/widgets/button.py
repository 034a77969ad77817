"""Buttons: primary, secondary, link, danger and icon-only, with their states."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, Radius, TextStyle, Tokens
from dsr_desktop.gui.widgets import key_cap
from dsr_desktop.gui.widgets.canvas import Canvas, words_width
from dsr_desktop.gui.widgets.label import plain_tool_tip

_GAP = 6
_ICON_TRAIL = 2
_ROOM_OF_ICON = IconSize.ROW + _GAP + _ICON_TRAIL
_KEY_GAP = 10
_ICON_BUTTON_WIDTH = 32


class ButtonKind(Enum):
    """How much a button asks for: one PRIMARY in a window, DANGER in destructive dialogs only."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LINK = "link"
    DANGER = "danger"


class ButtonSize(Enum):
    """Height and side padding (with border) in pixels; LARGE is for the Y, N and U answers."""

    NORMAL = (Height.FIELD, 14)
    SMALL = (Height.SMALL, 11)
    LARGE = (Height.LARGE, 14)


_FILLED = (ButtonKind.PRIMARY, ButtonKind.DANGER)
_LINK_PADDING = 6
_LEAST_PADDING = 6


@dataclass(frozen=True)
class _Look:
    words: str
    fill: str = ""
    border: str = ""
    width: int = 1


class Button(QPushButton):
    """A verb to press. `key` shows the key that does the same ("Y")."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: Icon | None = None,
        size: ButtonSize = ButtonSize.NORMAL,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._has_room_for_icon = True
        self._size = size
        self._icon_name = icon
        self._key = key
        self._busy_text = ""
        self._stand_in: QWidget | None = None
        self.setText(text)
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show `text` as it is: an ampersand is an ampersand."""
        self._text = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def show_verb(self, text: str, icon: Icon) -> None:
        """Change word and icon together, for a button whose task changes."""
        self._icon_name = icon
        self.setText(text)
        self.update()

    def leave_room_for_icon(self, *, has_room: bool) -> None:
        """Leave the icon out where there is no room for it, or show it again."""
        if has_room != self._has_room_for_icon:
            self._has_room_for_icon = has_room
            self.update()

    def text(self) -> str:
        """Return the text shown when not busy."""
        return self._text

    def disable(self, reason: str) -> None:
        """Disable the button and say why in its tooltip."""
        self.setEnabled(False)
        self.setToolTip(plain_tool_tip(reason))
        self.setAccessibleDescription(reason)

    def enable(self) -> None:
        """Enable the button and forget why it was disabled."""
        self.setEnabled(True)
        self.setToolTip("")
        self.setAccessibleDescription("")

    def set_busy(self, text: str) -> None:
        """Show what is going on ("Reading 7 of 12…") and refuse presses; "" ends it.

        The focus comes back afterwards, unless it was put somewhere else meanwhile.
        """
        self._busy_text = text
        has_focus = self.hasFocus()
        self.setEnabled(not text)
        if has_focus and text:
            self._stand_in = self.window().focusWidget()
        elif not text and self._stand_in is not None:
            if self.window().focusWidget() is self._stand_in:
                self.setFocus()
            self._stand_in = None
        self.setAccessibleName(text or self._text)
        self.updateGeometry()
        self.update()

    def least_width(self, *, with_icon: bool) -> int:
        """Return the width in pixels below which word or key would be cut."""
        padding = min(self._padding(), _LEAST_PADDING)
        has_icon = with_icon and self._icon_name is not None
        return self._words_and_key() + (_ROOM_OF_ICON if has_icon else 0) + 2 * padding

    def sizeHint(self) -> QSize:
        """Ask for the content and the padding of this size."""
        return QSize(self._content_width() + 2 * self._padding(), int(self._size.value[0]))

    def minimumSizeHint(self) -> QSize:
        """Never cut a verb: where there is little room, the padding gives way first."""
        padding = min(self._padding(), _LEAST_PADDING)
        return QSize(self._content_width() + 2 * padding, int(self._size.value[0]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon, word and key."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        state: QStyle.StateFlag = option.state
        look = _look_of(self._kind, state, self._theme.tokens)
        canvas = Canvas.on(self, self._theme)
        area = QRectF(self.rect())
        canvas.box(area, Radius.FIELD, fill=look.fill, border=look.border, width=look.width)
        self._paint_content(canvas, look.words)

    def _paint_content(self, canvas: Canvas, colour: str) -> None:
        left = (self.width() - self._content_width()) // 2
        icon = self._shown_icon()
        if icon is not None:
            spot = QPointF(left, (self.height() - IconSize.ROW) // 2)
            canvas.icon(icon, colour, spot, IconSize.ROW)
            left += IconSize.ROW + _GAP
        width = self._words_width()
        area = QRectF(left, 0, width, self.height())
        canvas.words(area, self._shown_text(), self._style(), colour)
        if self._key:
            self._paint_key(canvas, left + width + _KEY_GAP)

    def _paint_key(self, canvas: Canvas, left: int) -> None:
        top = (self.height() - key_cap.HEIGHT) // 2
        width = key_cap.key_cap_width(self._theme, self._key)
        area = QRectF(left, top, width, key_cap.HEIGHT)
        key_cap.paint_key_cap(canvas, area, self._key)

    def _content_width(self) -> int:
        return self._words_and_key() + (0 if self._shown_icon() is None else _ROOM_OF_ICON)

    def _words_and_key(self) -> int:
        width = self._words_width()
        if self._key:
            width += _KEY_GAP + key_cap.key_cap_width(self._theme, self._key)
        return width

    def _padding(self) -> int:
        return _LINK_PADDING if self._kind is ButtonKind.LINK else int(self._size.value[1])

    def _words_width(self) -> int:
        return words_width(self._theme.font(self._style()), self._shown_text())

    def _style(self) -> TextStyle:
        return TextStyle.STRONG if self._kind in _FILLED else TextStyle.BODY

    def _shown_icon(self) -> Icon | None:
        if not self._has_room_for_icon:
            return None
        return Icon.LOADER if self._busy_text else self._icon_name

    def _shown_text(self) -> str:
        return self._busy_text or self._text


class IconButton(Button):
    """A button that shows an icon only; `name` says what it does, in tooltip and to readers."""

    def __init__(
        self, theme: Theme, icon: Icon, name: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", icon=icon, size=ButtonSize.SMALL, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(plain_tool_tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the fixed size of an icon button."""
        return QSize(_ICON_BUTTON_WIDTH, Height.SMALL)

    def minimumSizeHint(self) -> QSize:
        """Keep that size."""
        return self.sizeHint()

    def _content_width(self) -> int:
        return int(IconSize.ROW)


def _look_of(kind: ButtonKind, state: QStyle.StateFlag, tokens: Tokens) -> _Look:
    if not state & QStyle.StateFlag.State_Enabled:
        plain = kind is ButtonKind.LINK
        return _Look(tokens.dis, "" if plain else tokens.dis_bg)
    if kind in _FILLED:
        return _filled(kind, state, tokens)
    return _quiet(kind, state, tokens)


def _filled(kind: ButtonKind, state: QStyle.StateFlag, tokens: Tokens) -> _Look:
    danger = kind is ButtonKind.DANGER
    rest, active = (
        (tokens.late.ink, tokens.danger_hover) if danger else (tokens.accent, tokens.accent_hover)
    )
    touched = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken)
    focused = state & QStyle.StateFlag.State_HasFocus
    border = tokens.text if focused else ""
    return _Look(tokens.on_accent, active if touched else rest, border, 2)


def _quiet(kind: ButtonKind, state: QStyle.StateFlag, tokens: Tokens) -> _Look:
    link = kind is ButtonKind.LINK
    fill = "" if link else tokens.panel
    if state & QStyle.StateFlag.State_Sunken:
        fill = tokens.accent_soft
    elif state & QStyle.StateFlag.State_MouseOver:
        fill = tokens.hover
    words = tokens.accent if link else tokens.text
    if state & QStyle.StateFlag.State_HasFocus:
        return _Look(words, fill, tokens.accent, 2)
    return _Look(words, fill, "" if link else tokens.edge)
