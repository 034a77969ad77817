"""What was searched and what was not: one line, and a banner that names every unread file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.search.state import Coverage
from dsr_desktop.gui.pages.search.words import (
    DOT,
    MOST_NAMED,
    coverage_line,
    elapsed,
    unread_headline,
    unread_lines,
    unread_remarks,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.skipped_columns import skipped_lines


class CoverageBar(QWidget):
    """Stands above the hits: nobody reaches one without passing what was not searched."""

    import_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tr = tr
        self._shown: Coverage | None = None
        self._all_named = False
        self.line = CutLabel(theme)
        self._time = Label(theme, ink=Ink.MUTED)
        self._hints = Label(theme, ink=Ink.MUTED, wraps=True)
        self._hints.hide()
        self._skipped = Label(theme, ink=Ink.MUTED, wraps=True)
        self._skipped.hide()
        self.banner: Banner | None = None
        self._column_of_banner = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addLayout(self._first_line())
        column.addWidget(self._hints)
        column.addWidget(self._skipped)
        column.addLayout(self._column_of_banner)
        self.hide()

    def show_coverage(
        self, coverage: Coverage | None, *, running: bool, typing: bool = False
    ) -> None:
        """Show what the last search covered; `running` says that another one is under way.

        While one is `typing`, a half-written address is no mistake to hint at.
        """
        self.setVisible(coverage is not None or running)
        if running:
            self.line.setText(self._tr("Searching…"))
            self._time.setText("")
        elif coverage is not None:
            self._show_line(coverage, hinted=not typing)
        if coverage != self._shown:
            self._shown, self._all_named = coverage, False
            self._show_unread()

    def _show_line(self, coverage: Coverage, *, hinted: bool) -> None:
        tr = self._tr
        self.line.setText(coverage_line(tr, coverage))
        self.setAccessibleName(self.line.text())
        spent = coverage.elapsed_ms
        self._time.setText("" if spent is None else elapsed(tr, spent))
        hints = (word_sentence(tr, hint.sentence, hint.details) for hint in coverage.hints)
        self._hints.setText(DOT.join(hints))
        self._hints.setVisible(hinted and bool(coverage.hints))
        self._skipped.setText("\n".join(skipped_lines(tr, coverage.skipped, MOST_NAMED)))
        self._skipped.setVisible(bool(coverage.skipped))

    def _show_unread(self) -> None:
        clear(self._column_of_banner)
        self.banner = None
        coverage = self._shown
        if coverage is None or not (coverage.unread or coverage.partly):
            return
        remarks = len(unread_remarks(self._tr, coverage))
        most = remarks if self._all_named else MOST_NAMED
        banner = Banner(
            self._theme,
            Tone.SOON,
            unread_headline(self._tr, coverage),
            unread_lines(self._tr, coverage, most),
        )
        self.banner = banner
        if remarks > most:
            everything = self._tr.count("Show {n} reason", "Show all {n} reasons", remarks)
            banner.add_button(everything).clicked.connect(self._name_all)
        copy = banner.add_button(self._tr("Import a new copy…"), Icon.DOWNLOAD)
        copy.clicked.connect(self.import_requested)
        self._column_of_banner.addWidget(banner)

    def _name_all(self) -> None:
        self._all_named = True
        self._show_unread()

    def _first_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        row.addWidget(IconLabel(self._theme, Icon.SCAN_SEARCH, Ink.MUTED, IconSize.ROW))
        row.addWidget(self.line, 1)
        row.addWidget(self._time)
        return row
