"""The decision on one right: what, on which ground, and in which words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.abuse import ABUSE_CODES, Abuse
from dsr_desktop.domain.decisions import decisions_for, needs_reason, reasons_for
from dsr_desktop.domain.request import Decision, Item, Right
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor, set_flag
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import decision_label, right_label, right_with_article

_WIDE, _NARROW = (128, 196), (96, 150)
_ROOM_FOR_ALL = 520
_FEWEST_LETTERS = 8
_SHRINKING = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


@dataclass(frozen=True)
class Decided:
    """A decision as the DPO takes it; `reason_code` and `text` are None where left empty.

    `on` is the day it was taken, None for today; `duplicate_of` and `abuse` are what some decisions
    have to say besides.
    """

    right: Right
    decision: Decision
    reason_code: str | None
    text: str | None
    on: date | None = None
    duplicate_of: str | None = None
    abuse: Abuse | None = None

    @property
    def needs_more(self) -> bool:
        """Tell whether it has to say which request it repeats, or to prove an abuse (R-ABU-1)."""
        if self.decision is Decision.DUPLICATE_OF:
            return not self.duplicate_of
        return self.reason_code in ABUSE_CODES and self.abuse is None


class DecisionRow(QWidget):
    """`recorded` carries a `Decided`; nothing is recorded before the button is pressed.

    `more_requested` carries what stands in the fields: another day, a proof, the repeated request.
    """

    recorded = Signal(object)
    more_requested = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._item = item
        self._locked = ""
        self._warn: Callable[[Decided], str] = lambda _decided: ""
        self._decisions = decisions_for(item.right)
        self._reasons = reasons_for(item.right)
        self.setAccessibleName(right_with_article(tr, item.right))
        undecided = (tr("To be decided"),)
        labels = tuple(decision_label(tr, decision) for decision in self._decisions)
        self.decision = ChoiceEditor(theme, undecided + labels)
        no_reason = (tr("No reason chosen"),)
        codes = tuple(reason_label(tr, code) for code in self._reasons)
        self.reason = ChoiceEditor(theme, no_reason + codes)
        self.text = TextEditor(placeholder=tr("In your words, for the file"))
        for editor in (self.decision, self.reason):
            editor.setSizeAdjustPolicy(_SHRINKING)
            editor.setMinimumContentsLength(_FEWEST_LETTERS)
        self.button = Button(theme, tr("Record"))
        self.more = Button(theme, tr("More…"), ButtonKind.LINK, size=ButtonSize.SMALL)
        self.more.setToolTip(tr("Another day, a proof, the request that it repeats"))
        self.remark = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self._name_editors()
        self._lay_out(theme)
        self._fill(item)
        self._connect()
        self._check()

    def show_item(self, item: Item, *, reason: str, warn: Callable[[Decided], str]) -> None:
        """Show what is recorded; what was typed since is kept. `reason`: nothing can be changed.

        `warn` says what a decision should make one look at, "" for nothing.
        """
        self._warn = warn
        if item != self._item or self.decided == self._recorded():
            self._item = item
            self._fill(item)
        for editor in (self.decision, self.reason, self.text):
            editor.setEnabled(not reason)
        self._locked = reason
        self._check()

    @property
    def decided(self) -> Decided | None:
        """What the fields say, None while nothing is decided."""
        chosen = self.decision.currentIndex()
        if chosen <= 0:
            return None
        code = self.reason.currentIndex()
        return Decided(
            self._item.right,
            self._decisions[chosen - 1],
            self._reasons[code - 1] if code > 0 else None,
            self.text.text().strip() or None,
        )

    @property
    def filled(self) -> Decided:
        """What the fields say, the first decision where none is chosen yet."""
        return self.decided or Decided(self._item.right, self._decisions[0], None, None)

    def _recorded(self) -> Decided | None:
        item = self._item
        if item.decision is None:
            return None
        return Decided(item.right, item.decision, item.reason_code, item.reason_text)

    def _fill(self, item: Item) -> None:
        decision, code = item.decision, item.reason_code
        known = decision in self._decisions
        self.decision.setCurrentIndex(self._decisions.index(decision) + 1 if known else 0)
        self.reason.setCurrentIndex(self._reasons.index(code) + 1 if code in self._reasons else 0)
        self.text.setText(item.reason_text or "")

    def _check(self) -> None:
        """Say what is missing, or that there is nothing new to record."""
        decided = self.decided
        self.decision.set_undecided(decided is None and not self._locked)
        lacks_reason = bool(
            decided and decided.reason_code is None and needs_reason(decided.decision)
        )
        set_flag(self.reason, "wrong", lacks_reason)
        self.remark.setText(self._remark(lacks_reason=lacks_reason))
        warning = self._warn(decided) if decided and not self._locked else ""
        if warning and not lacks_reason:
            self.remark.setText(warning)
        self.remark.set_ink(Ink.LATE if lacks_reason or warning else Ink.MUTED)
        self.more.setVisible(decided is not None and not self._locked)
        self.remark.setVisible(bool(self.remark.text()))
        if reason := self._why_not(decided, lacks_reason=lacks_reason):
            self.button.disable(reason)
        else:
            self.button.enable()

    def _why_not(self, decided: Decided | None, *, lacks_reason: bool) -> str:
        tr = self._tr
        if self._locked:
            return self._locked
        if decided is None:
            return tr("Choose a decision first")
        if lacks_reason:
            return tr("This decision needs a reason")
        return tr("Nothing new to record") if decided == self._recorded() else ""

    def _remark(self, *, lacks_reason: bool) -> str:
        tr, decided_on = self._tr, self._item.decided_on
        if lacks_reason:
            return tr("This decision needs a reason")
        if self.decided != self._recorded():
            return tr("Not recorded yet") if self.decided else ""
        return tr("Decided on {day}", day=tr.date(decided_on)) if decided_on else ""

    def _record(self) -> None:
        if self.decided is None:
            return
        if self.decided.needs_more:
            self.more_requested.emit(self.decided)
        else:
            self.recorded.emit(self.decided)

    def _name_editors(self) -> None:
        tr, right = self._tr, right_label(self._tr, self._item.right)
        self.decision.setAccessibleName(tr("Decision: {right}", right=right))
        self.reason.setAccessibleName(tr("Reason: {right}", right=right))
        self.text.setAccessibleName(tr("Reason in your words: {right}", right=right))
        self.button.setAccessibleName(tr("Record: {right}", right=right))
        self.more.setAccessibleName(tr("More on the decision: {right}", right=right))

    def _connect(self) -> None:
        self.decision.currentIndexChanged.connect(self._check)
        self.reason.currentIndexChanged.connect(self._check)
        self.text.textEdited.connect(self._check)
        self.text.returnPressed.connect(self.button.click)
        self.button.clicked.connect(self._record)
        self.more.clicked.connect(lambda: self.more_requested.emit(self.filled))

    def _lay_out(self, theme: Theme) -> None:
        tr, right = self._tr, self._item.right
        name, _dot, article = right_with_article(tr, right).partition(" · ")
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.ROOMY, Space.TIGHT, Space.ROOMY, Space.TIGHT)
        grid.setHorizontalSpacing(Space.SNUG)
        grid.setVerticalSpacing(Space.HAIR)
        words = QVBoxLayout()
        words.setContentsMargins(0, Space.HAIR + 2, 0, 0)
        words.setSpacing(1)
        words.addWidget(Label(theme, name, wraps=True))
        words.addWidget(Label(theme, article, TextStyle.CAPTION, Ink.MUTED))
        words.addStretch(1)
        grid.addLayout(words, 0, 0, 3, 1)
        grid.addWidget(self.decision, 0, 1)
        grid.addWidget(self.reason, 0, 2, 1, 2)
        grid.addWidget(self.text, 1, 1, 1, 2)
        grid.addWidget(self.button, 1, 3)
        grid.addWidget(self.remark, 2, 1, 1, 2)
        grid.addWidget(self.more, 2, 3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(2, 1)
        self._grid = grid
        self._divide(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room anew."""
        self._divide(event.size().width())
        super().resizeEvent(event)

    def _divide(self, width: int) -> None:
        right, decision = _NARROW if width < _ROOM_FOR_ALL else _WIDE
        self._grid.setColumnMinimumWidth(0, right)
        self.decision.setFixedWidth(decision)
