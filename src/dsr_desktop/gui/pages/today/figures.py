"""The figures of the year at the foot of the Today page: a chart, its numbers, and the report."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.request_figures import RequestFigures
from dsr_desktop.domain.request_months import MonthFigures
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.month_chart import MonthBar, MonthChart
from dsr_desktop.wording.language import Tr, month_name
from dsr_desktop.wording.request_figures import month_sentence, strip_rows


@dataclass(frozen=True)
class FiguresView:
    """The months to draw, and the figures that stand beside them as name and value."""

    months: tuple[MonthBar, ...]
    rows: tuple[tuple[str, str], ...]


def figures_view(
    tr: Tr, figures: RequestFigures, months: Sequence[MonthFigures]
) -> FiguresView | None:
    """Put the figures into words; None where no request is recorded."""
    if not months:
        return None
    bars = tuple(
        MonthBar(
            month_name(tr, one.month, short=True), one.received, one.median_days,
            month_sentence(tr, one),
        )
        for one in months
    )  # fmt: skip
    return FiguresView(bars, strip_rows(tr, figures))


class FiguresCard(Card):
    """Chart and figures side by side; `report_requested` asks for the report of the year."""

    report_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        title = tr("Requests per month")
        legend = tr("bars: requests received; dots: days to answer, median")
        super().__init__(theme, title, note=legend, parent=parent)
        self._tr = tr
        self.chart = MonthChart(theme, title)
        self.report_button = Button(
            theme, tr("Yearly report…"), icon=Icon.DOWNLOAD, size=ButtonSize.SMALL
        )
        self.report_button.clicked.connect(self.report_requested)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.HAIR)
        side = QVBoxLayout()
        side.addLayout(self._rows)
        side.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.report_button)
        side.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(Space.PAGE)
        row.addWidget(self.chart, 9)
        row.addLayout(side, 4)
        self.body.addLayout(row)
        self.hide()

    def show_view(self, view: FiguresView | None) -> None:
        """Show the figures, nothing where there are none."""
        self.setVisible(view is not None)
        if view is None:
            return
        self.chart.show_bars(view.months)
        clear(self._rows)
        for name, value in view.rows:
            line = QHBoxLayout()
            line.addWidget(Label(self._theme, name, TextStyle.CAPTION, Ink.MUTED), 1)
            line.addWidget(Label(self._theme, value, TextStyle.CAPTION))
            self._rows.addLayout(line)
