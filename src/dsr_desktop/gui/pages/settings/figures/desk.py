"""Ties card, form and presenter of the figures together."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.settings.figures.card import FiguresCard
from dsr_desktop.gui.pages.settings.figures.form import FiguresForm
from dsr_desktop.gui.pages.settings.figures.presenter import FiguresPresenter
from dsr_desktop.gui.pages.settings.figures.views import FigureLine, FiguresGiven, FiguresView
from dsr_desktop.gui.workspace import Workspace

_Write = Callable[[RecordForm, FiguresGiven], None]


class FiguresDesk(QObject):
    """`card` shows the figures; `form` is the form opened last."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self._view = FiguresView((), ())
        self.form: FiguresForm | None = None
        self.card = FiguresCard(workspace.theme, workspace.tr)
        self._presenter = FiguresPresenter(workspace)
        self._presenter.loaded.connect(self._show)
        self.card.clock_requested.connect(self._ask_clock)
        self.card.kept_requested.connect(self._ask_kept)

    def load(self) -> None:
        """Read the figures again."""
        self._presenter.load()

    def _show(self, view: FiguresView) -> None:
        self._view = view
        self.card.show_view(view)

    def _ask_clock(self) -> None:
        title = self._workspace.tr("Change the figures of the clock?")
        self._open(title, self._view.clock, self._presenter.set_clock)

    def _ask_kept(self) -> None:
        title = self._workspace.tr("Change how long files are kept?")
        self._open(title, self._view.kept, self._presenter.set_kept)

    def _open(self, title: str, lines: Sequence[FigureLine], write: _Write) -> None:
        form = FiguresForm(self._workspace.theme, self._workspace.tr, title, lines, self._page)
        form.submitted.connect(lambda given: write(form, given))
        form.finished.connect(form.deleteLater)
        self.form = form
        form.open()
