"""The button that saves the search shown as a report, and what is told of it (R-MAT-5)."""

from collections.abc import Callable
from pathlib import Path

from dsr_desktop.gui.file_choice import choose_folder
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.search.desk import Desk
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.services.search_reports import (
    ReportFiles,
    save_report,
    save_report_of_request,
)

AskFolder = Callable[[str], list[Path]]


class SaveSearch(Presenter):
    """Shows `button` once a search is done; `ask_folder` asks where the report shall lie."""

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__(desk.workspace)
        self._desk = desk
        self._page = page
        self.ask_folder: AskFolder = lambda title: choose_folder(page, title)
        tr = self.workspace.tr
        self.button = Button(self.workspace.theme, tr("Save this search…"), icon=Icon.FILE_TEXT)
        self.button.clicked.connect(self._save)
        self.button.hide()
        desk.changed.connect(self._show)

    def _show(self) -> None:
        state = self._desk.state
        self.button.setVisible(state.coverage is not None)
        if state.running:
            self.button.disable(self.workspace.tr("The search is under way"))
        else:
            self.button.enable()

    def _save(self) -> None:
        chosen = self.ask_folder(self.workspace.tr("Folder for the report"))
        if chosen:
            self._write(chosen[0])

    def _write(self, folder: Path) -> None:
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        state = self._desk.state

        def work() -> ReportFiles:
            if state.ref:
                return save_report_of_request(register, state.ref, folder, today, tr)
            return save_report(register, state.criteria, folder, today, tr)

        self.change(tr("Saving the search"), lambda _progress: work(), self._tell)

    def _tell(self, files: ReportFiles) -> None:
        tr, report = self.workspace.tr, files.report
        what = tr.count(
            "Search saved: {n} hit, each source with its result",
            "Search saved: {n} hits, each source with its result",
            len(report.hits),
        )
        names = tr("{pdf} and {json}", pdf=files.pdf.name, json=files.json.name)
        where = tr("{names} in {folder}", names=names, folder=str(files.pdf.parent))
        banner = Banner(self.workspace.theme, Tone.OK, what, where)
        close = banner.add_button(tr("Close"))
        close.clicked.connect(lambda: self._page.notices.take_away("done"))
        self._page.notices.show_notice("done", banner)
