"""First sheet: buttons, fields, chips, progress, banners, dialog and empty state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.gallery.posed import FOCUS, HOVER, PosedButton, PosedEditor
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize, IconButton
from dsr_desktop.gui.widgets.card import Card, ListCard
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.criterion_chip import CriterionChip
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.flow import Flow
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.progress import ProgressPanel
from dsr_desktop.gui.widgets.section_label import SectionLabel

_SIDE = 18
_LEFT_WIDTH = 658
_FIELD_WIDTH = 226
_UNBOUND = 4096
_IMPORT = "Import 11 files"
_PRINT = "Print the list..."


class ComponentsSheet(QWidget):
    """Two columns of cards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        left = QVBoxLayout()
        left.setSpacing(14)
        for card in (_buttons(theme), _fields(theme), _chips(theme), _loading(theme)):
            card.setFixedWidth(_LEFT_WIDTH)
            left.addWidget(card)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PAGE, 20, Space.PAGE, 20)
        row.setSpacing(20)
        row.addLayout(left)
        dialog = _dialog(theme)
        self.setFocusProxy(dialog.cancel_button)
        row.addLayout(_right_column(theme, dialog), 1)


def _buttons(theme: Theme) -> Card:
    card = Card(theme, "Button", padding=_SIDE)
    card.body.setSpacing(13)
    card.body.addLayout(_button_row(_primary_buttons(theme), theme, 18))
    card.body.addLayout(_button_row(_secondary_buttons(theme), theme, 18))
    card.body.addLayout(_button_row(_small_buttons(theme), theme, 26))
    return card


def _primary_buttons(theme: Theme) -> list[tuple[str, QWidget]]:
    primary, icon = ButtonKind.PRIMARY, Icon.DOWNLOAD
    disabled = Button(theme, _IMPORT, primary, icon=icon)
    disabled.disable("2 files have no columns yet")
    return [
        ("Primary", Button(theme, _IMPORT, primary, icon=icon)),
        ("Hover", PosedButton(theme, _IMPORT, primary, HOVER, icon=icon)),
        ("Focus", PosedButton(theme, _IMPORT, primary, FOCUS, icon=icon)),
        ("Disabled", disabled),
    ]


def _secondary_buttons(theme: Theme) -> list[tuple[str, QWidget]]:
    secondary, icon = ButtonKind.SECONDARY, Icon.PRINTER
    busy = Button(theme, "Read again", icon=Icon.REFRESH)
    busy.set_busy("Reading 7 of 12...")
    return [
        ("Secondary", Button(theme, _PRINT, icon=icon)),
        ("Hover", PosedButton(theme, _PRINT, secondary, HOVER, icon=icon)),
        ("Focus", PosedButton(theme, _PRINT, secondary, FOCUS, icon=icon)),
        ("Busy", busy),
    ]


def _small_buttons(theme: Theme) -> list[tuple[str, QWidget]]:
    link = Button(theme, "Add criterion", ButtonKind.LINK, icon=Icon.PLUS, size=ButtonSize.SMALL)
    return [
        ("Small", Button(theme, "Extend...", size=ButtonSize.SMALL)),
        ("Link", link),
        ("Icon only", IconButton(theme, Icon.CHEVRON_DOWN, "Next hit")),
        ("Danger, in dialogs only", Button(theme, "Erase 14 rows", ButtonKind.DANGER)),
    ]


def _button_row(shown: list[tuple[str, QWidget]], theme: Theme, gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for caption, widget in shown:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Label(theme, caption, TextStyle.CAPTION, Ink.MUTED))
        line = QHBoxLayout()
        line.addWidget(widget)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        row.addLayout(column)
    row.addStretch(1)
    return row


def _fields(theme: Theme) -> Card:
    card = Card(theme, "Form field", padding=_SIDE)
    wrong = Field(theme, "Received on", TextEditor("2 December 2026"))
    wrong.set_error("Must not lie after today")
    set_by_app = TextEditor("DSR-2026-0052")
    set_by_app.setEnabled(False)
    shown = [
        Field(
            theme,
            "Received on",
            TextEditor("2 November 2026"),
            help_text="Empty help line keeps its place",
        ),
        Field(theme, "Received on", PosedEditor("2 November 2026"), help_text="Focus"),
        wrong,
        Field(theme, "Reference", set_by_app, help_text="Set by the app"),
    ]
    card.body.setSpacing(13)
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.PAGE)
    grid.setVerticalSpacing(11)
    for number, field in enumerate(shown):
        field.setFixedWidth(_FIELD_WIDTH)
        grid.addWidget(field, number // 2, number % 2)
    grid.setColumnStretch(2, 1)
    card.body.addLayout(grid)
    return card


def _chips(theme: Theme) -> Card:
    card = Card(theme, "Chip: icon and word", padding=_SIDE)
    card.body.setSpacing(10)
    states = Flow()
    for look in (
        ChipLook("3 days late", Tone.LATE, Icon.CIRCLE_ALERT),
        ChipLook("2 days left", Tone.SOON, Icon.CLOCK),
        ChipLook("11 days left", Tone.OK, Icon.CHECK),
        ChipLook("Clock paused", Tone.HOLD, Icon.PAUSE),
        ChipLook("Answered", Tone.INFO, Icon.CIRCLE_CHECK),
    ):
        states.addWidget(Chip(theme, look))
    card.body.addLayout(states)
    levels = Flow()
    for number, word in ((3, "Strong"), (2, "Probable"), (1, "Weak")):
        levels.addWidget(Chip(theme, ChipLook.level(word, number)))
    levels.addWidget(Chip(theme, ChipLook("Hidden", Tone.OUTLINE, Icon.EYE_OFF)))
    levels.addWidget(CriterionChip(theme, "Phone", "06 12 34 56 78", "Remove this criterion"))
    card.body.addLayout(levels)
    return card


def _loading(theme: Theme) -> Card:
    card = Card(theme, padding=_SIDE)
    panel = ProgressPanel(theme, "Loading", "Cancel")
    panel.show_progress(7, 12, rate="7 of 12 files · 3 s left", what="Reading quotes-2025.xlsb")
    card.add(panel)
    return card


def _right_column(theme: Theme, dialog: QuestionDialog) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(SectionLabel(theme, "Banner"))
    for banner in _banners(theme):
        column.addWidget(banner)
    column.addSpacing(6)
    column.addWidget(SectionLabel(theme, "Dialog, destructive"))
    column.addWidget(_framed(theme, dialog))
    column.addSpacing(6)
    column.addWidget(SectionLabel(theme, "Empty state"))
    column.addWidget(_empty(theme), 1)
    return column


def _banners(theme: Theme) -> list[Banner]:
    error = Banner(
        theme,
        Tone.LATE,
        "Error: the register could not be written, nothing was changed",
        "The disk is full. Free 200 MB, then try again.",
    )
    error.add_button("Try again")
    warning = Banner(
        theme,
        Tone.SOON,
        "Warning: 1 file could not be read",
        "Names the file, the reason and what to do.",
    )
    warning.add_button("Show")
    news = Banner(
        theme, Tone.INFO, "Information: a new key was found", "One question, two answers at most."
    )
    news.add_button("Search")
    news.add_button("Not now")
    done = Banner(
        theme, Tone.OK, "Done: 9 sources read again, all clean", "Stays until the page is left."
    )
    return [error, warning, news, done]


def _dialog(theme: Theme) -> QuestionDialog:
    return QuestionDialog(
        theme,
        "Erase 14 rows from the register?",
        "3 rows are kept in the archive, 2 are out of scope. Your colleagues erase their own"
        " files, see the checklist. This step cannot be undone.",
        verb="Erase 14 rows",
        cancel="Cancel",
        destructive=True,
    )


def _framed(theme: Theme, dialog: QuestionDialog) -> ListCard:
    """Show the dialog as a part of the sheet."""
    card = ListCard(theme)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.setMaximumWidth(_UNBOUND)
    card.add(dialog)
    return card


def _empty(theme: Theme) -> ListCard:
    card = ListCard(theme)
    empty = EmptyState(
        theme,
        Icon.INBOX,
        "No request is open",
        "Record one on the day it arrives, the clock starts then.",
    )
    empty.add_button("New request...", Icon.PLUS)
    card.add(empty, stretch=1)
    return card
