"""The form of every record: its inputs are declared, it stays open until they are recorded."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.registers.fields import answer_of, listen, make_field, mistake_of
from dsr_desktop.gui.pages.registers.inputs import Typed
from dsr_desktop.gui.pages.registers.views import Answer, Asked
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.wording.language import Tr

_WIDTH = 660
_TALLEST = 540
_SCROLLED = 470
_SCROLL_BAR = 14


class DeclaredForm(RecordForm):
    """Asks for the inputs of an `Asked`; its answer is what they say, by their names."""

    def __init__(
        self, theme: Theme, tr: Tr, asked: Asked, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, asked.title, verb=asked.verb, sentence=asked.sentence, parent=parent
        )
        self.setFixedWidth(_WIDTH)
        self._asked = asked
        self._inputs_by_name = {one.name: one for one in asked.inputs}
        fields = {one.name: make_field(theme, tr, one, today) for one in asked.inputs}
        for name, field in fields.items():
            self.name_field(name, field)
            listen(field, partial(self._hear, field))
        self._remark = Label(theme, "", TextStyle.CAPTION, Ink.SOON, wraps=True)
        self._lay_out(self._rows(fields))
        self._remark.setAccessibleName(tr("Remark"))
        self.body.addWidget(self._remark)
        self._say()

    def answer(self) -> Answer:
        """Return what each input says."""
        answers = {name: answer_of(field) for name, field in self.fields.items()}
        numbers = [one.name for one in self._asked.inputs if one.typed is Typed.NUMBER]
        return {**answers, **{name: _number(answers[name]) for name in numbers}}

    def mistakes(self) -> dict[str, str]:
        """Return what is missing, and what is no number or no moment."""
        found = {
            name: mistake_of(self._tr, self._inputs_by_name[name], field)
            for name, field in self.fields.items()
        }
        return {name: rule for name, rule in found.items() if rule}

    @property
    def remark(self) -> str:
        """What is said of the answer as it stands."""
        return self._remark.text()

    def _hear(self, field: Field) -> None:
        if field.error and not getattr(field, "misread", ""):
            field.set_error("")
        self._say()

    def _say(self) -> None:
        said = self._asked.remark(self.answer())
        self._remark.setText(said)
        self._remark.setVisible(bool(said))

    def _rows(self, fields: dict[str, Field]) -> list[QWidget]:
        """Put narrow fields two in a row."""
        rows: list[QWidget] = []
        left: Field | None = None
        for name, field in fields.items():
            if not self._inputs_by_name[name].narrow:
                rows += [*([left] if left else []), field]
                left = None
            elif left is None:
                left = field
            else:
                rows.append(_pair(left, field))
                left = None
        return [*rows, left] if left else rows

    def _lay_out(self, rows: list[QWidget]) -> None:
        if sum(row.sizeHint().height() + Space.TIGHT for row in rows) <= _TALLEST:
            for row in rows:
                self.add(row)
            return
        pane = ScrollPane(spacing=Space.TIGHT)
        pane.body.setContentsMargins(0, 0, _SCROLL_BAR, 0)
        pane.setFixedHeight(_SCROLLED)
        for row in rows:
            pane.add(row)
        self.add(pane)


def _pair(left: Field, right: Field) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.ROOMY)
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return pair


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
