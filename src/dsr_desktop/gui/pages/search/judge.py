"""Records what the DPO says about the hits of a request, and takes it back."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dsr_desktop.domain.hit import Verdict
from dsr_desktop.gui.jobs import Failed, Ok, Outcome
from dsr_desktop.gui.pages.search import verdicts
from dsr_desktop.gui.pages.search.desk import Desk
from dsr_desktop.gui.pages.search.rows import with_verdicts
from dsr_desktop.gui.pages.search.verdicts import Judged, Verdicts


class Judge(QObject):
    """A verdict is shown only when it is recorded.

    `answered` carries the keys of hits whose verdict was just recorded, `taken_back` those of an
    answer taken back.
    """

    answered = Signal(object)
    taken_back = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def judge(self, key: int, verdict: Verdict | None) -> None:
        """Record what the DPO says about one hit; one that says so already is passed over."""
        state = self._desk.state
        row = next((row for row in state.rows if row.key == key), None)
        if row is None or not state.may_judge:
            return
        if row.verdict == verdict:
            self.answered.emit((key,))
        else:
            self._record(((key, verdict),))

    def confirm_strong(self) -> None:
        """Confirm all strong hits that are still open."""
        wanted = verdicts.all_strong(self._desk.state.rows)
        if wanted and self._desk.state.may_judge:
            self._record(wanted)

    def take_back(self) -> None:
        """Take the last answer back."""
        if self._desk.undo and self._desk.state.may_judge:
            self._record(self._desk.undo.pop(), taking_back=True)

    def _record(self, wanted: Verdicts, *, taking_back: bool = False) -> None:
        desk, workspace = self._desk, self._desk.workspace
        before = wanted if taking_back else verdicts.verdicts_before(desk.state.rows, wanted)
        register, today, ref = workspace.register, workspace.today(), desk.state.ref

        def then(outcome: Outcome[Judged]) -> None:
            done = isinstance(outcome, Ok)
            if ref == desk.state.ref:
                if done is not taking_back:
                    desk.undo.append(before)
                self._show(outcome)
                if done:
                    told = self.taken_back if taking_back else self.answered
                    told.emit(tuple(key for key, _verdict in wanted))
            if done:
                desk.tell_register_changed()

        desk.ask()  # what is being read now would show the verdicts of before
        desk.show(replace(desk.state, saving=True))
        workspace.run(
            workspace.tr("Recording"),
            lambda _progress: verdicts.record(register, ref, wanted, today),
            then,
        )

    def _show(self, outcome: Outcome[Judged]) -> None:
        state = replace(self._desk.state, saving=False)
        if isinstance(outcome, Ok):
            view = outcome.value.view
            rows = with_verdicts(state.rows, view.hits)
            state = replace(
                state, request=view.request, rows=rows, namesakes=outcome.value.namesakes
            )
        self._desk.show(state)
        if isinstance(outcome, Failed):
            self._desk.workspace.report(outcome.error)
