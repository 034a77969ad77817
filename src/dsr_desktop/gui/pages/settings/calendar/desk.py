"""Ties card, forms and presenter of the calendar together."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.company_calendar import OverrideKind
from dsr_desktop.gui.pages.settings.calendar.card import CalendarCard
from dsr_desktop.gui.pages.settings.calendar.forms import (
    CalendarForm,
    FollowForm,
    HolidayForm,
    PlaceForm,
)
from dsr_desktop.gui.pages.settings.calendar.presenter import CalendarPresenter
from dsr_desktop.gui.pages.settings.calendar.views import OverrideLine
from dsr_desktop.gui.workspace import Workspace


class CalendarDesk(QObject):
    """`card` shows the calendar; `told` says what was done. `form` is the form opened last."""

    told = Signal(str, str)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self._year = workspace.today().year
        self.form: CalendarForm | None = None
        self.card = CalendarCard(workspace.theme, workspace.tr)
        self._presenter = CalendarPresenter(workspace)
        self._presenter.loaded.connect(self.card.show_view)
        self._presenter.told.connect(self.told)
        self.card.place_requested.connect(self._ask_place)
        self.card.add_requested.connect(lambda: self._ask_day(OverrideKind.ADDED))
        self.card.removal_requested.connect(lambda: self._ask_day(OverrideKind.REMOVED))
        self.card.follow_requested.connect(self._ask_to_follow)
        self.card.year_chosen.connect(self._show_year)

    def load(self) -> None:
        """Read the calendar again."""
        self._presenter.load(self._year)

    def _show_year(self, year: int) -> None:
        self._year = year
        self.load()

    def _ask_place(self) -> None:
        workspace = self._workspace
        self._open(PlaceForm(workspace.theme, workspace.tr, workspace.company.place, self._page))

    def _ask_day(self, kind: OverrideKind) -> None:
        workspace = self._workspace
        today = workspace.today()
        self._open(HolidayForm(workspace.theme, workspace.tr, kind, today, self._page))

    def _ask_to_follow(self, line: OverrideLine) -> None:
        workspace = self._workspace
        self._open(FollowForm(workspace.theme, workspace.tr, line.day, line.words, self._page))

    def _open(self, form: CalendarForm) -> None:
        form.submitted.connect(lambda given: self._presenter.submit(form, given))
        form.finished.connect(form.deleteLater)
        self.form = form
        form.open()
