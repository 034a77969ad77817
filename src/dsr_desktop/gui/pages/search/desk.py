"""What lies on the page now, shared by those who search and those who judge."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dsr_desktop.domain.expansion import NewKey
from dsr_desktop.gui.pages.search import finding
from dsr_desktop.gui.pages.search.state import SearchState
from dsr_desktop.gui.pages.search.verdicts import Verdicts
from dsr_desktop.gui.workspace import Workspace


class Desk(QObject):
    """Holds the state of the page, the answers that can be taken back, and keys left alone."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._undo: list[Verdicts] = []
        self.telling = False
        self._state = SearchState()
        self._asked = 0
        self._not_now: dict[str, set[NewKey]] = {}

    @property
    def undo(self) -> list[Verdicts]:
        """What takes each answer back, the last one at the end."""
        return self._undo

    @property
    def state(self) -> SearchState:
        """What the page shows now."""
        return self._state

    def show(self, state: SearchState) -> None:
        """Show another state; new keys and undo follow from the rest."""
        keys = self._new_keys(state) if state.ref else ()
        self._state = replace(state, can_undo=bool(self._undo), new_keys=keys)
        self.changed.emit()

    def leave_alone(self, key: NewKey) -> None:
        """Propose a key no more for this request while the program runs."""
        self._not_now.setdefault(self._state.ref, set()).add(key)
        self.show(self._state)

    def ask(self) -> int:
        """Return the number of a new question; what was asked before is not shown any more."""
        self._asked += 1
        return self._asked

    def is_last(self, question: int) -> bool:
        """Tell whether nothing was asked since."""
        return question == self._asked

    def tell_register_changed(self) -> None:
        """Tell the other pages; this one knows already."""
        self.telling = True
        self.workspace.register_changed.emit()
        self.telling = False

    def _new_keys(self, state: SearchState) -> tuple[NewKey, ...]:
        country = self.workspace.company.country
        keys = finding.keys_of_confirmed(state.criteria, state.rows, country)
        left_alone = self._not_now.get(state.ref, set())
        return tuple(key for key in keys if key not in left_alone)
