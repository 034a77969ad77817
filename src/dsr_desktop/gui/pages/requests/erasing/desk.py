"""Asks before each act of an erasure, has it done, and shows what came of it."""

from collections.abc import Callable
from pathlib import Path

from dsr_desktop.domain.erasure import ErasurePlan
from dsr_desktop.domain.original import Originals
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.erasing import words
from dsr_desktop.gui.pages.requests.erasing.card import ErasingCard
from dsr_desktop.gui.pages.requests.erasing.line_words import Line, lines_of
from dsr_desktop.gui.pages.requests.erasing.lines_dialog import LinesDialog
from dsr_desktop.gui.pages.requests.erasing.mark_form import MarkForm
from dsr_desktop.gui.pages.requests.erasing.presenter import Copies, ErasingPresenter
from dsr_desktop.gui.pages.requests.erasing.results_dialog import ResultsDialog
from dsr_desktop.gui.pages.requests.erasing.return_dialog import ReturnDialog
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.services.checklist_returns import ReturnShown
from dsr_desktop.services.erasing import Erased
from dsr_desktop.services.erasure_decisions import MarkedLines
from dsr_desktop.services.shared_cells import SharedCell
from dsr_desktop.wording.errors import word_sentence


class ErasingDesk(Desk):
    """Serves the card of the erasure."""

    def serve(self, card: ErasingCard) -> None:
        """Do what is asked on the card."""
        self.acts = ErasingPresenter(self.workspace)
        card.lines_requested.connect(self.show_lines)
        card.return_requested.connect(self.ask_ticked_list)
        card.clean_requested.connect(self.ask_copies)
        card.replace_requested.connect(self.ask_replacing)
        card.put_back_requested.connect(self.ask_putting_back)
        card.erase_requested.connect(self.ask_erasing)

    def show_lines(self) -> None:
        """Read the lines of the checklist, and show them to be marked."""
        self.acts.read_lines(self.shown.request.ref, self._open_lines)

    def ask_ticked_list(self) -> None:
        """Ask for a ticked workbook, then show what it would record."""
        ref = self.shown.request.ref
        path = self.questions.ask_file(self.tr("Choose the ticked checklist"))
        if path is not None:
            self.acts.show_return(ref, path, lambda shown: self._open_return(ref, path, shown))

    def _open_lines(self, shown: MarkedLines) -> None:
        state = self.state()
        if state is None or state.request.ref != shown.checklist.ref:
            return
        is_open = state.request.is_open
        dialog = LinesDialog(
            self.theme, self.tr, lines_of(shown), can_mark=is_open, parent=self.questions.page
        )
        ref = shown.checklist.ref
        dialog.mark_requested.connect(lambda chosen: self._ask_marks(dialog, ref, chosen))
        self.questions.open(dialog)

    def _ask_marks(self, dialog: LinesDialog, ref: str, chosen: tuple[Line, ...]) -> None:
        actor, today = self.workspace.register.actor, self.workspace.today()
        form = MarkForm(self.theme, self.tr, chosen, actor, today, dialog)
        form.submitted.connect(
            lambda marks: self.acts.mark(
                form, ref, marks, lambda shown: dialog.show_lines(lines_of(shown))
            )
        )
        self.questions.open(form)

    def _open_return(self, ref: str, path: Path, shown: ReturnShown) -> None:
        tr = self.tr
        dialog = ReturnDialog(
            self.theme, tr, path.name, [Line(line, mark) for line, mark in shown.marks],
            counts=words.return_counts(tr, shown),
            problems=[word_sentence(tr, one.sentence, one.details) for one in shown.problems],
            parent=self.questions.page,
        )  # fmt: skip
        dialog.submitted.connect(
            lambda _answer: self.acts.record_return(
                dialog, ref, path, shown.sha256,
                lambda back: self.presenter.written.emit(words.return_written(tr, back, path.name)),
            )
        )  # fmt: skip
        self.questions.open(dialog)

    def ask_copies(self) -> None:
        """Ask for the folder of the cleaned copies, then make them."""
        ref = self.shown.request.ref
        folder = self.questions.ask_folder(self.tr("Folder for the cleaned copies"))
        if folder:
            self.acts.make_copies(ref, folder[0], lambda done: self._show_copies(done, folder[0]))

    def ask_replacing(self) -> None:
        """Ask once, with the counts, before the copies take the place of the files."""
        ref, cleaned = self.shown.request.ref, self.shown.beside.cleaned
        self._confirm(
            words.replace_question(self.tr, cleaned), self.tr("Replace the files"),
            lambda: self.acts.replace(ref, self._show_originals), destructive=True,
        )  # fmt: skip

    def ask_putting_back(self) -> None:
        """Ask once before the originals are put back."""
        ref, cleaned = self.shown.request.ref, self.shown.beside.cleaned
        self._confirm(
            words.put_back_question(self.tr, cleaned), self.tr("Put the originals back"),
            lambda: self.acts.put_back(ref, self._show_originals),
        )  # fmt: skip

    def ask_erasing(self) -> None:
        """Count what would be erased from the register, ask once with the counts, then erase."""
        self.acts.plan_erasure(self.shown.request.ref, self._ask_erasing)

    def _ask_erasing(self, plan: ErasurePlan) -> None:
        state = self.state()
        if state is None or state.request.ref != plan.ref:
            return
        self._confirm(
            words.erase_question(self.tr, plan), self.tr("Erase from the register"),
            lambda: self.acts.erase(plan.ref, self._tell_erased), destructive=True,
        )  # fmt: skip

    def _tell_erased(self, done: Erased) -> None:
        self.presenter.written.emit(words.erased_written(self.tr, done))

    def _confirm(
        self, said: tuple[str, str], verb: str, act: Callable[[], None], *,
        destructive: bool = False,
    ) -> None:  # fmt: skip
        dialog = QuestionDialog(
            self.theme, *said, verb=verb, cancel=self.tr("Cancel"), destructive=destructive,
            parent=self.questions.page,
        )  # fmt: skip
        dialog.accepted.connect(act)
        self.questions.open(dialog)

    def _ask_cells(self, ref: str, folder: Path, cells: tuple[SharedCell, ...]) -> None:
        """Name the cells that would be emptied in rows of somebody else, then make copies again."""
        self._confirm(
            words.cells_question(self.tr, cells), self.tr("Empty these cells"),
            lambda: self.acts.make_copies(
                ref, folder, lambda done: self._show_copies(done, folder), cells
            ),
        )  # fmt: skip

    def _show_copies(self, done: Copies, folder: Path) -> None:
        tr, cleaning, cells = self.tr, done.cleaning, done.cells
        made = any(one.copy for one in cleaning.files)
        where = tr(
            "In {folder}. Look at them before they take the place of the files.",
            folder=str(folder),
        )
        dialog = self._show(
            words.made_title(tr, cleaning), where if made else "",
            words.cleaned_results(tr, cleaning), tr("Empty single cells…") if cells else "",
        )  # fmt: skip
        if dialog is not None and cells:
            dialog.accepted.connect(lambda: self._ask_cells(cleaning.ref, folder, cells))

    def _show_originals(self, originals: Originals) -> None:
        tr = self.tr
        advice = tr("Read the sources again now: that proves what the files hold.")
        self._show(
            words.replaced_title(tr, originals), advice, words.original_results(tr, originals)
        )

    def _show(
        self, title: str, sentence: str, results: tuple[words.FileResult, ...], verb: str = ""
    ) -> ResultsDialog | None:
        """Show what came of it, unless the page was left; returns the dialog."""
        page = self.questions.page
        if not page.isVisible():
            return None
        dialog = ResultsDialog(
            self.theme, self.tr, title, sentence, results, verb=verb, parent=page
        )
        self.questions.open(dialog)
        return dialog
