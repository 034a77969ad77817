"""The clock of a request: date, days left, internal target, and why this date."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.domain.clock import Deadline
from dsr_desktop.gui.pages.chips import deadline_chip
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card, Divider
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.fold import Fold
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.timeline import DatedStep, Timeline
from dsr_desktop.wording.deadlines import explain_step, how_reached
from dsr_desktop.wording.language import Tr


class ClockCard(Card):
    """Asks for an extension or its withdrawal, for a pause, or for the end of one."""

    extend_requested = Signal()
    pause_requested = Signal()
    withdraw_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._tr = tr
        self.setAccessibleName(tr("Deadline"))
        self.body.setSpacing(6)
        self.chip = Chip(theme, ChipLook(""))
        self.date = Label(theme, "", TextStyle.DATE)
        self.reached = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self._target = Label(theme)
        self.body.addLayout(_ends(Label(theme, tr("Deadline"), ink=Ink.MUTED), self.chip))
        self.add(self.date)
        self.add(self.reached)
        target = Label(theme, tr("Internal target"), ink=Ink.MUTED)
        self.body.addLayout(_ends(target, self._target))
        self.add(Divider(theme))
        self.why = Fold(theme, tr("Why this date?"), is_open=True)
        self.timeline = Timeline(theme)
        self.why.add(self.timeline)
        self.add(self.why)
        self.extend = Button(theme, tr("Extend…"), size=ButtonSize.SMALL)
        self.extend.clicked.connect(self.extend_requested)
        self.pause = Button(theme, "", size=ButtonSize.SMALL)
        self.pause.clicked.connect(self.pause_requested)
        self.withdraw = Button(theme, tr("Withdraw the extension…"), size=ButtonSize.SMALL)
        self.withdraw.clicked.connect(self.withdraw_requested)
        self.add_row(self.extend, self.pause)
        self.add_row(self.withdraw)
        self.remark = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self.add(self.remark)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show the clock of a request."""
        tr, deadline = self._tr, state.view.deadline
        self.chip.show_look(deadline_chip(tr, state.view.status, state.view.days_left))
        self.date.setText(tr.date(deadline.current_due))
        self.reached.setText(_how(tr, deadline))
        self.reached.setVisible(bool(self.reached.text()))
        self._target.setText(tr.date(deadline.internal_target))
        self.timeline.show_steps(dated_steps(tr, deadline))
        waiting = any(pause.answered_on is None for pause in state.request.pauses)
        self.pause.setText(tr("The person answered…") if waiting else tr("Pause…"))
        extension = state.request.extension
        stands = extension is not None and not extension.withdrawn
        self.extend.setVisible(not stands)
        self.withdraw.setVisible(stands and not guards.withdraw)
        _guard(self.extend, guards.extend)
        _guard(self.pause, guards.pause)
        reasons = dict.fromkeys(filter(None, ("" if stands else guards.extend, guards.pause)))
        self.remark.setText(" ".join(reasons))
        self.remark.setVisible(bool(self.remark.text()))


def dated_steps(tr: Tr, deadline: Deadline) -> tuple[DatedStep, ...]:
    """Word each step of "why this date"; one that is only possible gets a hollow dot."""
    return tuple(
        DatedStep(
            _capital(tr.weekday_date(step.day)), explain_step(tr, step), step.is_only_possible
        )
        for step in deadline.steps
    )


def _how(tr: Tr, deadline: Deadline) -> str:
    parts = [how_reached(tr, deadline)]
    if deadline.provisional:
        parts.append(tr("Provisional: a question to the person is open"))
    if deadline.doubtful:
        parts.append(tr("A pause is doubtful: keep to the date without it"))
    return " · ".join(filter(None, parts))


def _guard(button: Button, reason: str) -> None:
    if reason:
        button.disable(reason)
    else:
        button.enable()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ends(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row
