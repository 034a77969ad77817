"""What every page of the window works with, handed to it when it is built."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.document import CutOffDocument
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.source import Source
from dsr_desktop.gui.jobs import Jobs, Outcome
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.services.register import Register
from dsr_desktop.wording.documents import cut_off_sentences
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.sources import purged_sentence, traces_sentence

Result = TypeVar("Result")


class Workspace(QObject):
    """The open register with what pages need, and what pages tell each other.

    `company` is as it was set last: it is read again after every write, before any page loads, and
    `company_changed` follows where it differs.

    `register_changed` follows every write: pages that are visible load again. The other signals
    ask the main window to show a page: a request (its reference), a search (Criteria or None,
    reference of the request it is for or ""), an import (list of Path, empty to choose), the form
    for a new request, a record of the registers (its kind and key), a file (the id of its source),
    the suppression list, or another section (its key).
    `error_met` and `notice_given` (its matter, a sentence) are for the page at hand.
    """

    tr: Tr  # type: ignore[assignment]
    """Speaks the language of the window; it stands in place of Qt's own `tr`."""

    register_changed = Signal()
    company_changed = Signal()
    request_wanted = Signal(str)
    search_wanted = Signal(object, str)
    import_wanted = Signal(object)
    new_request_wanted = Signal()
    record_wanted = Signal(str, str)
    file_wanted = Signal(int)
    suppression_wanted = Signal()
    page_wanted = Signal(str)
    error_met = Signal(object)
    notice_given = Signal(str, str)

    def __init__(
        self, register: Register, tr: Tr, theme: Theme, jobs: Jobs, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self.register = register
        self.company = register.company
        self.tr = tr
        self.theme = theme
        self.jobs = jobs
        self.today = today
        self.register_changed.connect(self._read_company)

    def run(
        self,
        title: str,
        work: Callable[[Progress], Result],
        then: Callable[[Outcome[Result]], None],
        *,
        lane: str = "work",
    ) -> int:
        """Run a job on the register: damage of its file becomes a sentence, not a crash."""

        def guarded(progress: Progress) -> Result:
            with self.register.damage_told():
                return work(progress)

        return self.jobs.run(title, guarded, then, lane=lane)

    def _read_company(self) -> None:
        try:
            with self.register.damage_told():
                company = self.register.company
        except DsrError as error:
            self.report(error)
            return
        if company != self.company:
            self.company = company
            self.company_changed.emit()

    def show_request(self, ref: str) -> None:
        """Ask for the page of a request."""
        self.request_wanted.emit(ref)

    def show_search(self, criteria: Criteria | None = None, ref: str = "") -> None:
        """Ask for the search page, for a request if `ref` is given."""
        self.search_wanted.emit(criteria, ref)

    def show_import(self, paths: Sequence[Path] = ()) -> None:
        """Ask for the import of files; without any, the user chooses."""
        self.import_wanted.emit(list(paths))

    def show_record(self, kind: str, key: str) -> None:
        """Ask for one record of the registers, such as the breach note with this number."""
        self.record_wanted.emit(kind, key)

    def show_activity(self, code: str) -> None:
        """Ask for the activities, to confirm the one with this code."""
        self.record_wanted.emit("activities", code)

    def show_file(self, source_id: int) -> None:
        """Ask for a file that was imported, at its held rows if it has any."""
        self.file_wanted.emit(source_id)

    def show_suppression(self) -> None:
        """Ask for the suppression list."""
        self.suppression_wanted.emit()

    def show_page(self, section: str) -> None:
        """Ask for a section of the sidebar."""
        self.page_wanted.emit(section)

    def report(self, error: DsrError) -> None:
        """Show an expected error as one sentence in the page at hand."""
        self.error_met.emit(error)

    def tell_purged(self, purged: Sequence[Source]) -> None:
        """Name in the page at hand the working copies that were purged, if any were."""
        if purged:
            self.notice_given.emit("purged", purged_sentence(self.tr, purged))
            self.tell_traces()

    def tell_cut_off(self, cut_off: Sequence[CutOffDocument]) -> None:
        """Name in the page at hand the documents whose making was cut off, if any was."""
        if cut_off:
            self.notice_given.emit("cut_off", " ".join(cut_off_sentences(self.tr, cut_off)))

    def tell_log_problems(self, problems: Sequence[str]) -> None:
        """Say in the page at hand that the event log was changed, if it was (R-LOG-1)."""
        if problems:
            advice = self.tr("Do not go on with it: look at your backups first.")
            self.notice_given.emit("log", " ".join((*problems, advice)))

    def tell_traces(self) -> None:
        """Say after a removal if the file of the register still holds traces of it."""
        if self.register.traces_left:
            self.notice_given.emit("traces", traces_sentence(self.tr))
