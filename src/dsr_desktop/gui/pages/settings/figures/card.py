"""The figures of the law and of the company: shown with their sources, changed in a form."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.settings.figures.views import FigureLine, FiguresView
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card, Divider
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.snug import Snug
from dsr_desktop.wording.language import Tr


class FiguresCard(Card):
    """`clock_requested` and `kept_requested` ask for the form of either group."""

    clock_requested = Signal()
    kept_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Figures of the law and of the company"), parent=parent)
        explanation = tr(
            "What the law fixes is shown and cannot be changed. The rest is the company's choice, "
            "each with its source: a change moves the dates of open requests."
        )
        self.add(Label(theme, explanation, ink=Ink.MUTED, wraps=True))
        self.clock, self.clock_button = self._group(tr("Change the figures of the clock…"))
        self.clock_button.clicked.connect(self.clock_requested)
        self.add(Divider(theme))
        sentence = tr("How long the file of a closed request is kept. No text fixes it.")
        self.add(Label(theme, sentence, ink=Ink.MUTED, wraps=True))
        self.kept, self.kept_button = self._group(tr("Change how long files are kept…"))
        self.kept_button.clicked.connect(self.kept_requested)

    def show_view(self, view: FiguresView) -> None:
        """Show the figures as they stand."""
        self.clock.show_lines(view.clock)
        self.kept.show_lines(view.kept)

    def _group(self, verb: str) -> tuple["FigureRows", Button]:
        rows = FigureRows(self._theme)
        self.add(rows)
        button = Button(self._theme, verb, size=ButtonSize.SMALL)
        self.add_row(button)
        return rows, button


class FigureRows(QWidget):
    """One row a figure, built anew when they are others."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: dict[str, FigureRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.TIGHT)

    def show_lines(self, lines: Sequence[FigureLine]) -> None:
        """Show the figures."""
        if list(self.rows) != [line.name for line in lines]:
            clear(self._column)
            self.rows = {line.name: FigureRow(self._theme, self) for line in lines}
            for row in self.rows.values():
                self._column.addWidget(row)
        for line in lines:
            self.rows[line.name].show_line(line)


class FigureRow(Snug):
    """What the figure is and its value, and below where it is from."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = Label(theme, wraps=True)
        self.value = Label(theme, "", TextStyle.STRONG)
        self.source = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        first = QHBoxLayout()
        first.setSpacing(Space.SNUG)
        first.addWidget(self.name, 1)
        first.addWidget(self.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(first)
        column.addWidget(self.source)

    def show_line(self, line: FigureLine) -> None:
        """Show a figure as it stands now."""
        self.name.setText(line.label)
        self.value.setText(line.words)
        self.source.setText(line.source)
        self.setAccessibleName(f"{line.label}: {line.words} · {line.source}")
