"""Sixth sheet: first steps, drop zone, advice, form inputs and a running job."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.gallery.frame import Frame
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.card import Card, ListCard
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.drop_zone import DropZone
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.fact_row import AdviceRow, FactRow
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.fold import Fold
from dsr_desktop.gui.widgets.key_cap import KeyCap
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.numbered_step import NumberedStep
from dsr_desktop.gui.widgets.page_header import PageHeader
from dsr_desktop.gui.widgets.search_field import SearchField
from dsr_desktop.gui.widgets.section_label import SectionLabel
from dsr_desktop.gui.widgets.step_bar import StepState
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.language import speak

_SIDE_WIDTH = 304
_ADVICE = (
    (
        Icon.WIFI_OFF,
        "Nothing leaves this computer",
        "There is no account and no cloud. The register is encrypted.",
    ),
    (
        Icon.UNDO,
        "Every import can be undone",
        "Remove a delivery in Files and its rows are gone.",
    ),
    (
        Icon.SCALE,
        "You decide",
        "The app gives the article and the reason. The decision is yours, with your name and"
        " the date.",
    ),
)


class StartSheet(Frame):
    """A page after the picture of the first start, with a form in the side panel."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "today")
        self.status.show_job("Reading 7 of 12 files", 7, 12)
        self.page.addWidget(_header(theme))
        self.page.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(SectionLabel(theme, "Three steps to start", note="0 of 3 done"))
        left.addWidget(_first_steps(theme))
        left.addWidget(_form(theme))
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addLayout(_side(theme))
        self.page.addLayout(row, 1)


def _header(theme: Theme) -> PageHeader:
    header = PageHeader(
        theme,
        "Today",
        state="Monday 23 November 2026 · your register is ready and empty",
        search=SearchField(theme, "Search everywhere", key="Ctrl K"),
    )
    header.add_button(Button(theme, "Import files...", ButtonKind.PRIMARY, icon=Icon.UPLOAD))
    return header


def _first_steps(theme: Theme) -> ListCard:
    card = ListCard(theme)
    bring = NumberedStep(
        theme,
        1,
        "Bring in your contact lists",
        "Ask each colleague for their exports. The originals stay untouched on the disk.",
        state=StepState.CURRENT,
    )
    formats = (
        "Excel, CSV, OpenDocument, vCard, PDF and Word. "
        "You check every column before anything is written."
    )
    bring.add(DropZone(theme, "Drop files or a whole folder here", formats), grows=True)
    card.add(bring)
    card.add_line()
    name = NumberedStep(
        theme,
        2,
        "Name the systems that the app cannot read",
        "CRM, mailbox, mailing tool, paper. Each request will then ask them one by one.",
    )
    name.add(Button(theme, "Add a system...", icon=Icon.SERVER))
    card.add(name)
    card.add_line()
    record = NumberedStep(
        theme,
        3,
        "Record a request when one arrives",
        "You give the day you received it. The app works out the deadline and says why.",
    )
    record.add(Button(theme, "New request...", icon=Icon.PLUS))
    card.add(record)
    return card


def _side(theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(14)
    for card in (_advice(theme), _still_to_do(theme)):
        card.setFixedWidth(_SIDE_WIDTH)
        column.addWidget(card)
    column.addStretch(1)
    return column


def _advice(theme: Theme) -> Card:
    card = Card(theme, "Good to know", padding=18)
    card.body.setSpacing(13)
    for icon, sentence, explanation in _ADVICE:
        card.add(AdviceRow(theme, icon, sentence, explanation))
    return card


def _still_to_do(theme: Theme) -> Card:
    card = Card(theme, "Still to do", padding=18)
    make = Button(theme, "Make one...", ButtonKind.LINK, size=ButtonSize.SMALL)
    card.add(FactRow(theme, Icon.CIRCLE_DASHED, Ink.SOON, "No backup yet", aside=make))
    card.add(FactRow(theme, Icon.CIRCLE_CHECK, Ink.OK, "Recovery code printed"))
    card.body.addLayout(_key_line(theme, "Search everywhere", "Ctrl K"))
    more = Fold(theme, "More", is_open=True)
    more.add(_ticks(theme))
    card.add(more)
    folded = Fold(theme, "Policy, retention, encoding")
    folded.set_note("4 March 2026 · 3 years after the last contact")
    card.add(folded)
    return card


def _key_line(theme: Theme, text: str, key: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(Label(theme, text, TextStyle.BODY))
    row.addStretch(1)
    row.addWidget(KeyCap(theme, key))
    return row


def _form(theme: Theme) -> Card:
    card = Card(theme, padding=18)
    day = DayField(theme, speak("en"), "Received on", date(2026, 11, 2))
    channels = ChoiceEditor(theme, ("E-mail", "Letter", "Phone"))
    note = NoteEditor(placeholder="What was asked, in their words", lines=2)
    row = QHBoxLayout()
    row.setSpacing(Space.ROOMY)
    top = Qt.AlignmentFlag.AlignTop
    row.addWidget(day, 1, top)
    row.addWidget(Field(theme, "Channel", channels), 1, top)
    row.addWidget(Field(theme, "Note", note, optional="optional"), 2, top)
    card.body.addLayout(row)
    return card


def _ticks(theme: Theme) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.SNUG)
    ticked = TickBox(theme, "Ticked")
    ticked.setChecked(True)
    row.addWidget(ticked)
    row.addWidget(TickBox(theme, "Open"))
    disabled = TickBox(theme, "Disabled")
    disabled.setEnabled(False)
    row.addWidget(disabled)
    row.addStretch(1)
    return holder
