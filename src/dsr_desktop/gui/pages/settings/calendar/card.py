"""Company and calendar: where the company acts, its own holidays, and the year they make."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.settings.calendar.views import CalendarView, OverrideLine
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.fold import Fold
from dsr_desktop.gui.widgets.key_values import KeyValueList
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.company_calendar import REGION_ADVICE
from dsr_desktop.wording.language import Tr


class CalendarCard(Card):
    """`follow_requested` carries the OverrideLine of the button pressed, `year_chosen` a year."""

    place_requested = Signal()
    add_requested = Signal()
    removal_requested = Signal()
    follow_requested = Signal(object)
    year_chosen = Signal(int)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Company and calendar"), parent=parent)
        self._tr = tr
        self.view: CalendarView | None = None
        self.company = KeyValueList(theme, side=0)
        self.place_button = self._button(tr("Country and region…"))
        self.add_button = self._button(tr("Add a holiday…"))
        self.remove_button = self._button(tr("Take one away…"))
        self.follow_buttons: list[Button] = []
        self._overrides = QVBoxLayout()
        self._overrides.setSpacing(Space.HAIR)
        self.year = Fold(theme, tr("The public holidays of a year"))
        self.days = KeyValueList(theme, side=0)
        self.year_label = Label(theme, "", TextStyle.STRONG)
        self.earlier_button = self._button(tr("Year before"))
        self.later_button = self._button(tr("Year after"))
        self._listen()
        self._lay_out()

    def show_view(self, view: CalendarView) -> None:
        """Show company, place, corrections and the holidays of the year."""
        self.view = view
        self.company.show_rows(view.company)
        self._show_overrides(view.overrides)
        self.year_label.setText(str(view.year))
        self.days.show_rows(view.days)

    def _show_overrides(self, lines: Sequence[OverrideLine]) -> None:
        clear(self._overrides)
        self.follow_buttons = []
        for line in lines:
            button = self._button(self._tr("Undo…"))
            button.setAccessibleDescription(line.words)
            button.clicked.connect(partial(self.follow_requested.emit, line))
            self.follow_buttons.append(button)
            row = QHBoxLayout()
            row.addWidget(Label(self._theme, line.words, wraps=True), 1)
            row.addWidget(button)
            self._overrides.addLayout(row)

    def _listen(self) -> None:
        self.place_button.clicked.connect(self.place_requested)
        self.add_button.clicked.connect(self.add_requested)
        self.remove_button.clicked.connect(self.removal_requested)
        self.earlier_button.clicked.connect(partial(self._step, -1))
        self.later_button.clicked.connect(partial(self._step, 1))

    def _step(self, years: int) -> None:
        if self.view is not None:
            self.year_chosen.emit(self.view.year + years)

    def _button(self, text: str, icon: Icon | None = None) -> Button:
        return Button(self._theme, text, icon=icon, size=ButtonSize.SMALL)

    def _lay_out(self) -> None:
        advice = Label(
            self._theme, self._tr(REGION_ADVICE), TextStyle.CAPTION, Ink.MUTED, wraps=True
        )
        self.add(self.company)
        self.add(advice)
        self.body.addLayout(self._overrides)
        self.add_row(self.place_button, self.add_button, self.remove_button)
        steps = QHBoxLayout()
        steps.addWidget(self.year_label, 1)
        steps.addWidget(self.earlier_button)
        steps.addWidget(self.later_button)
        self.year.body.addLayout(steps)
        self.year.add(self.days)
        self.add(self.year)
