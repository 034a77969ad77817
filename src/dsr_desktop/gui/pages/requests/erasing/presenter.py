"""Has the acts of an erasure done; what was done before one was stopped is shown all the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dsr_desktop.domain.cleaning import Cleaning
from dsr_desktop.domain.erasure import ErasurePlan
from dsr_desktop.domain.erasure_decisions import LineMark
from dsr_desktop.domain.original import Originals
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.jobs import Failed, Ok, Outcome
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.services import checklist_returns, erasing
from dsr_desktop.services.checklist_returns import ReadBack, ReturnShown
from dsr_desktop.services.erasure_decisions import MarkedLines, mark_lines, marked_lines
from dsr_desktop.services.shared_cells import SharedCell, chosen_of, left_by_hand, shared_cells

Result = TypeVar("Result")


@dataclass(frozen=True)
class Copies:
    """What came of making copies, and the cells that could be emptied in rows left to their owners."""

    cleaning: Cleaning
    cells: tuple[SharedCell, ...]


class ErasingPresenter(Presenter):
    """Each act is a job with progress, which the bottom bar can stop."""

    def read_lines(self, ref: str, then: Callable[[MarkedLines], None]) -> None:
        """Read the lines of the checklist, with what was said of them."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.read(
            tr("Reading the register"),
            lambda _progress: marked_lines(register, ref, today, tr),
            then,
        )

    def mark(
        self, form: RecordForm, ref: str, marks: Sequence[LineMark],
        then: Callable[[MarkedLines], None],
    ) -> None:  # fmt: skip
        """Record what became of lines."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.record(form, lambda _progress: mark_lines(register, ref, marks, today, tr), then)

    def show_return(self, ref: str, path: Path, then: Callable[[ReturnShown], None]) -> None:
        """Read a ticked list and say what it would record."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self._act(
            tr("Reading the ticked list"),
            lambda _progress: checklist_returns.show_return(register, ref, path, today, tr),
            then,
        )

    def record_return(
        self, form: RecordForm, ref: str, path: Path, sha256: str, then: Callable[[ReadBack], None]
    ) -> None:
        """Record what a ticked list says, if it is still the one that was shown."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.record(
            form,
            lambda _progress: checklist_returns.read_back_checklist(
                register, ref, path, today, tr, sha256=sha256
            ),
            then,
        )

    def make_copies(
        self, ref: str, folder: Path, then: Callable[[Copies], None],
        cells: tuple[SharedCell, ...] = (),
    ) -> None:  # fmt: skip
        """Write cleaned copies of the files of a request into a folder.

        Of rows that are somebody else's too, `cells` are emptied; without any, those that could be
        come with the result.
        """
        from dsr_desktop.services.cleaning import clean  # noqa: PLC0415 - loads the cleaners

        register = self.workspace.register

        def work(progress: Progress) -> Copies:
            done = clean(register, ref, folder, chosen=chosen_of(cells), progress=progress)
            if cells:
                return Copies(done, ())
            return Copies(done, left_by_hand(shared_cells(register, ref), done))

        self._act(self.workspace.tr("Making cleaned copies"), work, then)

    def replace(self, ref: str, then: Callable[[Originals], None]) -> None:
        """Put the copies in the place of the files."""
        from dsr_desktop.services.originals import (  # noqa: PLC0415 - loads the cleaners
            replace_originals,
        )

        register = self.workspace.register
        self._act(
            self.workspace.tr("Replacing the files"),
            lambda progress: replace_originals(register, ref, progress=progress),
            then,
        )

    def put_back(self, ref: str, then: Callable[[Originals], None]) -> None:
        """Put the originals back."""
        from dsr_desktop.services.originals import (  # noqa: PLC0415 - loads the cleaners
            put_back_originals,
        )

        register = self.workspace.register
        self._act(
            self.workspace.tr("Putting the originals back"),
            lambda progress: put_back_originals(register, ref, progress=progress),
            then,
        )

    def plan_erasure(self, ref: str, then: Callable[[ErasurePlan], None]) -> None:
        """Count what erasing from the register would do; what stands in the way is reported."""
        register, today = self.workspace.register, self.workspace.today()
        self.read(
            self.workspace.tr("Reading the register"),
            lambda _progress: erasing.plan_erasure(register, ref, today),
            then,
        )

    def erase(self, ref: str, then: Callable[[erasing.Erased], None]) -> None:
        """Erase the person from the register."""
        register, today = self.workspace.register, self.workspace.today()
        self._act(
            self.workspace.tr("Erasing from the register"),
            lambda progress: erasing.erase(register, ref, today, progress=progress),
            then,
        )

    def _act(
        self, title: str, work: Callable[[Progress], Result], then: Callable[[Result], None]
    ) -> None:
        def settle(outcome: Outcome[Result]) -> None:
            if isinstance(outcome, Ok):
                then(outcome.value)
            elif isinstance(outcome, Failed):
                self.workspace.report(outcome.error)
            self.workspace.register_changed.emit()

        self.workspace.run(title, work, settle)
