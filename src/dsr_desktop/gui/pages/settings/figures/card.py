"""The figures of the law and of the company: shown with their sources, changed in a form."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.settings.figures.views import FigureLine, FiguresView
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card, Divider
from dsr_desktop.gui.widgets.key_values import KeyValue, KeyValueList
from dsr_desktop.gui.widgets.label import Label
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
        self.clock.show_rows(_rows(view.clock))
        self.kept.show_rows(_rows(view.kept))

    def _group(self, verb: str) -> tuple[KeyValueList, Button]:
        values = KeyValueList(self._theme, side=0)
        self.add(values)
        button = Button(self._theme, verb, size=ButtonSize.SMALL)
        self.add_row(button)
        return values, button


def _rows(lines: Sequence[FigureLine]) -> list[KeyValue]:
    return [KeyValue(line.label, f"{line.words} · {line.source}") for line in lines]
