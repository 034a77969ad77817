"""A list with one column whose rows say much: hits, files, sources, next steps."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, TextStyle
from dsr_desktop.gui.widgets.canvas import RIGHT, Canvas, words_width
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, RowLook
from dsr_desktop.gui.widgets.chip import chip_width, paint_chip
from dsr_desktop.gui.widgets.label import plain_tool_tip
from dsr_desktop.gui.widgets.row_ground import RowState, paint_ground, state_flags
from dsr_desktop.gui.widgets.score_bar import paint_score, score_width
from dsr_desktop.gui.widgets.table import choose_first, handle_row_key, settle_view

_Index = QModelIndex | QPersistentModelIndex
HIT_HEIGHT = 57
FILE_HEIGHT = 45
HEADER_HEIGHT = 34
LINE_HEIGHT = 40
_RIGHT = 15
_LEFT = 12
_ICON_LEFT = 14
_HEADER_WORDS_LEFT = 36
_WORDS_LEFT = 42
_ASIDE_GAP = 9
_MOST_OF_SHEET, _MOST_OF_NUMBER = 0.35, 0.7
_ROOM_FOR_SCORE = 340
_CHIP_GAP = 8


class RowList(QListView):
    """Shows a model whose rows answer `LOOK_ROLE` with a `RowLook`.

    Heads of groups should not be selectable in the model: the arrows then pass over them.
    `row_height` is HIT_HEIGHT or FILE_HEIGHT. A model of thousands of rows answers `SizeHintRole`
    too: making all looks only to measure them would take a second.
    """

    row_opened = Signal(QModelIndex)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        row_height: int = FILE_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        settle_rows(self, theme, row_height)
        self.setUniformItemSizes(False)
        self.doubleClicked.connect(self.row_opened)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is: on a row."""
        super().focusInEvent(event)
        choose_first(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, tick by Space."""
        if not handle_row_key(self, event):
            super().keyPressEvent(event)


def settle_rows(view: QAbstractItemView, theme: Theme, height: int) -> None:
    """Make a view show rows by their `RowLook`, `height` pixels high and never wider than itself."""
    view.setItemDelegate(RowDelegate(theme, view, height))
    settle_view(view)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class RowDelegate(QStyledItemDelegate):
    """Draws rows from their `RowLook`, those without a size of their own `height` high."""

    def __init__(self, theme: Theme, view: QAbstractItemView, height: int) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._height = height

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask the model, else measure by what the row says."""
        known = index.data(Qt.ItemDataRole.SizeHintRole)
        if isinstance(known, QSize):
            return known
        look = index.data(LOOK_ROLE)
        if look.header:
            return QSize(0, HEADER_HEIGHT)
        return QSize(0, self._height if look.detail or self._height < HIT_HEIGHT else LINE_HEIGHT)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Show a row whose words are cut as a whole, letter by letter."""
        look = index.data(LOOK_ROLE)
        if not isinstance(look, RowLook):
            return False
        is_cut = _words_needed(self._theme, look) > option.rect.width()
        words = "\n".join(filter(None, (f"{look.title} {look.aside}".strip(), look.detail)))
        QToolTip.showText(event.globalPos(), plain_tool_tip(words) if is_cut else "", view)
        return is_cut

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, icon, words, chip and score."""
        painter.save()
        look: RowLook = index.data(LOOK_ROLE)
        canvas = Canvas(painter, self._theme)
        state = self._state(option, index, look)
        paint_ground(canvas, option.rect, state)
        row = _Row(canvas, QRectF(option.rect), look, selected=state.selected)
        if look.header:
            row.paint_header()
        else:
            row.paint()
        painter.restore()

    def _state(self, option: QStyleOptionViewItem, index: _Index, look: RowLook) -> RowState:
        flags = state_flags(option)
        return RowState(
            selected=bool(flags & QStyle.StateFlag.State_Selected),
            focused=self._view.hasFocus() and self._view.currentIndex() == index,
            hovered=bool(flags & QStyle.StateFlag.State_MouseOver) and not look.header,
            group=look.header,
        )


class _Row:
    """Paints one row; every part takes its room away from `right`."""

    def __init__(self, canvas: Canvas, rect: QRectF, look: RowLook, *, selected: bool) -> None:
        self._canvas = canvas
        self._rect = rect
        self._look = look
        self._selected = selected
        self._right = rect.right() - _RIGHT
        self._tall = rect.height() > FILE_HEIGHT + 1
        gap = 22 if self._tall else 15
        two_lines = rect.top() + (rect.height() - gap) / 2 + (1 if self._tall else 0)
        self._title_y = two_lines if look.detail else _middle(rect)
        self._detail_y = self._title_y + gap

    def paint(self) -> None:
        side_y = self._title_y if self._tall else _middle(self._rect)
        self._paint_icon(self._title_y if self._tall else _middle(self._rect))
        self._paint_score(side_y)
        self._paint_chip(side_y)
        self._paint_state(side_y)
        left = self._rect.left() + self._words_left()
        self._paint_title(left, self._title_y)
        end = self._rect.right() - _RIGHT if self._tall else self._right
        area = QRectF(left, self._detail_y - 9, end - left, 18)
        muted = self._canvas.theme.tokens.muted
        self._canvas.words(area, self._look.detail, TextStyle.CAPTION, muted)

    def _words_left(self) -> int:
        if self._look.under_head and self._look.icon is None:
            return _HEADER_WORDS_LEFT
        return _LEFT if self._look.icon is None else _WORDS_LEFT

    def paint_header(self) -> None:
        middle = _middle(self._rect)
        look, theme = self._look, self._canvas.theme
        if look.icon is not None:
            spot = QPointF(self._rect.left() + _ICON_LEFT, middle - IconSize.ROW / 2)
            self._canvas.icon(look.icon, theme.tokens.ink(look.icon_ink), spot, IconSize.ROW)
        self._paint_state(middle)
        if look.chip is not None:
            self._right -= chip_width(theme, look.chip) + _ASIDE_GAP
        end = self._paint_title(self._rect.left() + _HEADER_WORDS_LEFT, middle)
        if look.chip is not None:
            spot = QPointF(min(end, self._right) + _ASIDE_GAP, middle - Height.CHIP / 2)
            paint_chip(self._canvas, spot, look.chip)

    def _paint_icon(self, y: float) -> None:
        look, tokens = self._look, self._canvas.theme.tokens
        if look.icon is not None:
            spot = QPointF(self._rect.left() + _ICON_LEFT, round(y - IconSize.SECTION / 2))
            self._canvas.icon(look.icon, tokens.ink(look.icon_ink), spot, IconSize.SECTION)

    def _paint_score(self, y: float) -> None:
        if self._look.score is not None and self._rect.width() >= _ROOM_FOR_SCORE:
            self._right -= score_width(self._canvas.theme)
            spot = QPointF(self._right, round(y - Height.CHIP / 2))
            paint_score(self._canvas, spot, self._look.score)
            self._right -= _CHIP_GAP

    def _paint_chip(self, y: float) -> None:
        if self._look.chip is not None:
            self._right -= chip_width(self._canvas.theme, self._look.chip)
            spot = QPointF(self._right, round(y - Height.CHIP / 2))
            paint_chip(self._canvas, spot, self._look.chip, selected=self._selected)
            self._right -= _CHIP_GAP

    def _paint_state(self, y: float) -> None:
        look, theme = self._look, self._canvas.theme
        if not look.state:
            return
        width = words_width(theme.font(TextStyle.CAPTION), look.state)
        area = QRectF(self._right - width, y - 9, width, 18)
        ink = theme.tokens.muted if look.state_icon else theme.tokens.ink(look.state_ink)
        self._canvas.words(area, look.state, TextStyle.CAPTION, ink, alignment=RIGHT)
        self._right -= width + _CHIP_GAP
        if look.state_icon is not None:
            self._right -= IconSize.CHIP
            spot = QPointF(self._right, round(y - IconSize.CHIP / 2))
            colour = theme.tokens.ink(look.state_ink)
            self._canvas.icon(look.state_icon, colour, spot, IconSize.CHIP)
            self._right -= _CHIP_GAP

    def _paint_title(self, left: float, y: float) -> float:
        """Draw title and aside, and return where they end."""
        look, theme = self._look, self._canvas.theme
        style = TextStyle.STRONG if look.strong else TextStyle.BODY
        beside = TextStyle.BODY if look.header else TextStyle.CAPTION
        aside = words_width(theme.font(beside), look.aside) + _ASIDE_GAP if look.aside else 0
        room = self._right - left
        most = _MOST_OF_SHEET if look.header else _MOST_OF_NUMBER
        room_of_title = room - min(aside, room * most)
        area = QRectF(left, y - 9, room_of_title, 18)
        self._canvas.words(area, look.title, style, theme.tokens.ink(look.ink))
        end = left + min(words_width(theme.font(style), look.title), room_of_title)
        if look.aside:
            area = QRectF(end + _ASIDE_GAP - 1, y - 9, self._right - end - _ASIDE_GAP, 18)
            self._canvas.words(area, look.aside, beside, theme.tokens.muted)
        return min(end + aside, self._right)


def _words_needed(theme: Theme, look: RowLook) -> int:
    """Return the width that a row needs to show all its words, in pixels."""
    caption = theme.font(TextStyle.CAPTION)
    title = words_width(theme.font(TextStyle.STRONG), look.title)
    aside = words_width(theme.font(TextStyle.BODY), look.aside)
    right = words_width(caption, look.state) + (IconSize.CHIP if look.state_icon else 0)
    right += chip_width(theme, look.chip) + _CHIP_GAP if look.chip is not None else 0
    right += score_width(theme) + _CHIP_GAP if look.score is not None else 0
    above = title + (_ASIDE_GAP + aside if aside else 0) + right
    return _WORDS_LEFT + max(above, words_width(caption, look.detail)) + _RIGHT


def _middle(rect: QRectF) -> float:
    return rect.top() + (rect.height() - 1) / 2
