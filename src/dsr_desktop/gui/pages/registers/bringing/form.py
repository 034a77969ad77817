"""The form that brings a register in: which one, its sheet, what its columns mean, what would come."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.registers.bringing.columns_table import ColumnsTable
from dsr_desktop.gui.pages.registers.bringing.views import Order, Seen
from dsr_desktop.gui.pages.registers.details import HintRow
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.wording.language import Tr

_WIDTH = 920
_PROBLEMS_HEIGHT = 96


class BringInForm(RecordForm):
    """`asked` carries an Order to preview; the answer is the one to carry out."""

    asked = Signal(object)

    def __init__(
        self, theme: Theme, tr: Tr, order: Order, registers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Bring in {name}", name=order.path.name), verb=tr("Bring in"),
            sentence=tr("Nothing is written before you press the button: then all rows are, or "
                        "none."),
            parent=parent,
        )  # fmt: skip
        self.setFixedWidth(_WIDTH)
        self._order = order
        self._registers = [key for key, _name in registers]
        self.register = ChoiceEditor(theme, tuple(name for _key, name in registers))
        self.register.setCurrentIndex(self._registers.index(order.kind))
        self.sheet = ChoiceEditor(theme)
        self.columns = ColumnsTable(theme, tr)
        self.summary = Label(theme, tr("The file is being read"), TextStyle.STRONG, wraps=True)
        self._problems = ScrollPane(tr("What is wrong"), spacing=Space.HAIR)
        self._lay_out(theme)
        self._connect()
        self._wait()

    def answer(self) -> Order:
        """Return what is to be brought in, as it was previewed last."""
        return self._order

    def submit(self) -> None:
        """Hand in what was previewed, by the keyboard too only when it can be brought in."""
        if self.verb_button.isEnabled():
            super().submit()

    @property
    def problems(self) -> list[str]:
        """What is wrong with rows, in words."""
        return [row.accessibleName() for row in self._problems.findChildren(HintRow)]

    def show_seen(self, order: Order, seen: Seen) -> None:
        """Show the preview of an order, and whether the register can be brought in."""
        clear(self._failure)
        self._order = order
        self.register.setCurrentIndex(self._registers.index(order.kind))
        self.sheet.blockSignals(True)
        self.sheet.clear()
        self.sheet.addItems(list(seen.sheets))
        self.sheet.blockSignals(False)
        self.columns.show_seen(seen)
        self.columns.show()
        self.summary.setText(seen.summary)
        clear(self._problems.body)
        for sentence in seen.problems:
            self._problems.add(HintRow(self._theme, sentence))
        self._problems.setVisible(bool(seen.problems))
        self.verb_button.setText(seen.verb)
        if seen.refusal:
            self.verb_button.disable(seen.refusal)
        else:
            self.verb_button.enable()

    def show_refusal(self, sentence: str) -> None:
        """Say why the file cannot be previewed this way."""
        tr = self._tr
        clear(self._failure)
        title = tr("The file cannot be brought in as this register")
        self._failure.addWidget(Banner(self._theme, Tone.LATE, title, sentence))
        self.summary.setText(tr("Choose another register, or correct the file."))
        self.columns.hide()
        self._problems.hide()
        self.verb_button.disable(tr("There is nothing to bring in"))

    def _ask(self, order: Order) -> None:
        self._order = order
        self._wait()
        self.asked.emit(order)

    def _wait(self) -> None:
        self.verb_button.disable(self._tr("The file is being read"))

    def _choose_column(self, number: int, meaning: str) -> None:
        self._ask(self._order.with_column(self.columns.titles[number], meaning))

    def _connect(self) -> None:
        self.register.activated.connect(
            lambda number: self._ask(self._order.of_register(self._registers[number]))
        )
        self.sheet.activated.connect(
            lambda _number: self._ask(self._order.of_sheet(self.sheet.currentText()))
        )
        self.columns.chosen.connect(self._choose_column)

    def _lay_out(self, theme: Theme) -> None:
        tr = self._tr
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ROOMY)
        row.addWidget(Field(theme, tr("Register"), self.register), 1)
        row.addWidget(Field(theme, tr("Sheet"), self.sheet), 1)
        self.add(pair)
        advice = tr("What each column means: Left and Right go from one to the next.")
        self.add(Label(theme, advice, ink=Ink.MUTED, wraps=True))
        self.add(self.columns)
        column = QVBoxLayout()
        column.addWidget(self.summary)
        self._problems.setMaximumHeight(_PROBLEMS_HEIGHT)
        self._problems.hide()
        self.body.addLayout(column)
        self.add(self._problems)
