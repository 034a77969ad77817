"""What an erasure does to files and to the register, each step apart and confirmed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request import Right
from dsr_desktop.gui.pages.requests.action_row import ActionRow
from dsr_desktop.gui.pages.requests.erasing.words import copies_line, marked_line, replacing_line
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.card import Card, Divider
from dsr_desktop.wording.language import Tr

_ERASURES = frozenset({Right.ERASURE, Right.MINOR_ERASURE})


class ErasingCard(Card):
    """Shown where an erasure is asked; each action that cannot be done now says why."""

    lines_requested = Signal()
    return_requested = Signal()
    clean_requested = Signal()
    replace_requested = Signal()
    put_back_requested = Signal()
    erase_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Erasing"), parent=parent)
        self._tr = tr
        self.body.setSpacing(Space.HAIR)
        self.body.addSpacing(Space.HAIR)
        self._lines: dict[ActionRow, Divider] = {}
        self.lines = self._row(
            Icon.LIST_CHECKS, tr("Lines of the checklist"), tr("Mark the lines…")
        )
        self.ticked = self._row(Icon.CLIPBOARD_CHECK, tr("Ticked list"), tr("Read a ticked list…"))
        self.copies = self._row(Icon.ERASER, tr("Cleaned copies"), tr("Make the copies…"))
        self.replace = self._row(Icon.REFRESH, tr("The files themselves"), tr("Replace the files…"))
        self.put_back = self._row(Icon.UNDO, tr("Undo"), tr("Put the originals back…"))
        self.register = self._row(Icon.DATABASE, tr("The register"), tr("Erase from the register…"))
        for row, signal in (
            (self.lines, self.lines_requested), (self.ticked, self.return_requested),
            (self.copies, self.clean_requested), (self.replace, self.replace_requested),
            (self.put_back, self.put_back_requested), (self.register, self.erase_requested),
        ):  # fmt: skip
            row.requested.connect(signal)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show what can be done now."""
        tr, cleaned = self._tr, state.beside.cleaned
        self.setVisible(bool(_ERASURES & set(state.request.rights)))
        self.lines.show_action(marked_line(tr, state.beside.datasets.marked), guards.lines)
        self.ticked.show_action(
            tr("The workbook of the checklist, as its owner sends it back."), guards.per_file
        )
        self.copies.show_action(copies_line(tr, cleaned), guards.clean)
        self.replace.show_action(replacing_line(tr, cleaned), guards.replace)
        self._show_row(self.put_back, is_shown=any(one.is_replaced for one in cleaned))
        self.put_back.show_action(
            tr("A file that somebody changed since stays as it is."), guards.put_back
        )
        self.register.show_action(
            tr("What was imported and found of this person, once the files were read again."),
            guards.erase,
        )

    def _row(self, icon: Icon, title: str, verb: str) -> ActionRow:
        row = ActionRow(self._theme, icon, title, verb, self)
        line = Divider(self._theme)
        self.add(line)
        self.add(row)
        line.setVisible(bool(self._lines))  # in the card by now: it would be a window of its own
        self._lines[row] = line
        return row

    def _show_row(self, row: ActionRow, *, is_shown: bool) -> None:
        row.setVisible(is_shown)
        self._lines[row].setVisible(is_shown)
