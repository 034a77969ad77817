"""What may be done with the data of a person: restricted, kept, put right; folded while it is usual."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request import Right
from dsr_desktop.gui.pages.requests.fold_card import FoldCard, Line
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.wording.erasure import counts_line, decision_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.rectification import copy_label
from dsr_desktop.wording.restriction import proposal_line, restriction_line

_ERASURES = frozenset({Right.ERASURE, Right.MINOR_ERASURE})


class RestrictionCard(FoldCard):
    """Shows restrictions and proposals, decisions per file, and values put right."""

    restrict_requested = Signal()
    lift_requested = Signal()
    decide_requested = Signal()
    rectify_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Restricted, kept, put right"), parent)
        self._tr = tr
        self.restrict = self.add_button(tr("Restrict…"))
        self.lift = self.add_button(tr("Lift…"))
        self.decide = self.add_button(tr("Decide on a file…"))
        self.rectify = self.add_button(tr("Put a value right…"))
        for button, signal in (
            (self.restrict, self.restrict_requested), (self.lift, self.lift_requested),
            (self.decide, self.decide_requested), (self.rectify, self.rectify_requested),
        ):  # fmt: skip
            button.clicked.connect(signal)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show what is restricted, decided and put right."""
        rights = set(state.request.rights)
        held = [one for one in state.beside.restrictions.set if one.restriction.is_in_force]
        self.lift.setVisible(bool(held))
        self.decide.setVisible(bool(rights & _ERASURES))
        self.rectify.setVisible(Right.RECTIFICATION in rights)
        lines = self._lines_of(state)
        self.show_lines(state.request.ref, lines, self._note(state, len(held)))
        self.guard(
            (self.restrict, guards.restrict), (self.lift, ""), (self.decide, guards.per_file),
            (self.rectify, guards.per_file),
        )  # fmt: skip

    def _note(self, state: RequestState, held: int) -> str:
        tr = self._tr
        if held:
            return tr.count("{n} restriction", "{n} restrictions", held)
        if state.beside.restrictions.proposed:
            return tr("a restriction is proposed")
        return tr("nothing restricted")

    def _lines_of(self, state: RequestState) -> list[Line]:
        tr, beside = self._tr, state.beside
        lines = [Line(proposal_line(tr, one)) for one in beside.restrictions.proposed]
        lines += [
            Line(restriction_line(tr, one.restriction, one.rows), one.restriction.note)
            for one in beside.restrictions.set
        ]
        decided = [one for one in beside.datasets.files if one.decision]
        if decided:
            lines.append(Line(counts_line(tr, beside.datasets.counts)))
        lines += [
            Line(tr.pair(Path(one.file).name, decision_line(tr, one.decision)),
                 one.decision.note if one.decision else "")
            for one in decided
        ]  # fmt: skip
        return lines + [
            Line(
                tr.pair(one.cell.sheet, f"{one.cell.before} → {one.cell.after}"),
                copy_label(tr, one.state),
            )
            for one in beside.copies
        ]
