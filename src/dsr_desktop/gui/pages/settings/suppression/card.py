"""The suppression list on the Settings page: entries, what can be done with them, one choice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.rows import LinesModel
from dsr_desktop.gui.pages.settings.suppression.entries import EntryRow, look_of
from dsr_desktop.gui.pages.settings.suppression.views import SuppressionView
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card, Divider
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, RowList
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.language import Tr

_MOST_SEEN = 4


class SuppressionCard(Card):
    """`renewal_requested` and `removal_requested` carry the EntryRow chosen.

    Only an entry that is due can be renewed. `choice_requested` carries what was ticked; the tick
    shows what the register holds: a press only asks.
    """

    add_requested = Signal()
    look_up_requested = Signal()
    renewal_requested = Signal(object)
    removal_requested = Signal(object)
    choice_requested = Signal(bool)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        self.counts = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        title = tr("Suppression list")
        super().__init__(theme, title, aside=self.counts, parent=parent)
        self._tr = tr
        self.due = Label(theme, "", ink=Ink.SOON, wraps=True)
        self.empty = Label(theme, tr("The suppression list is empty."))
        self.model = LinesModel(look_of)
        self.list = RowList(theme, title)
        self.list.setModel(self.model)
        self.add_button = self._button(tr("Add…"), Icon.PLUS)
        self.look_up_button = self._button(tr("Look up…"), Icon.SEARCH)
        self.renew_button = self._button(tr("Keep…"), Icon.REFRESH)
        self.remove_button = self._button(tr("Remove…"), Icon.TRASH)
        self.lists_erased = TickBox(theme, tr("Keep the keys of erased people"))
        self._listen()
        self._lay_out()

    def show_view(self, view: SuppressionView) -> None:
        """Show the list as it is; the entry that was chosen stays chosen."""
        chosen = self._chosen()
        self.counts.setText(view.counts)
        self.due.setText(view.due)
        self.due.setVisible(bool(view.due))
        self.model.show(view.entries)
        ids = [entry.id for entry in view.entries]
        number = ids.index(chosen.id) if chosen and chosen.id in ids else 0
        self.list.setCurrentIndex(self.model.index(number))
        has_entries = bool(view.entries)
        self.empty.setVisible(not has_entries)
        self.list.setVisible(has_entries)
        self.remove_button.setVisible(has_entries)
        self.list.setFixedHeight(min(len(view.entries), _MOST_SEEN) * FILE_HEIGHT)
        self.lists_erased.setChecked(view.lists_erased)
        self._offer_renewal()

    @property
    def has_entries(self) -> bool:
        """Tell whether anybody is on the list, as far as it is shown."""
        return self.model.rowCount() > 0

    def take_focus(self) -> None:
        """Go to the entries, the due ones first."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_renewal(self) -> None:
        row = self._chosen()
        self.renew_button.setVisible(row is not None and bool(row.due))

    def _chosen(self) -> EntryRow | None:
        return self.model.row_at(self.list.currentIndex())

    def _ask_renewal(self) -> None:
        if (row := self._chosen()) is not None:
            self.renewal_requested.emit(row)

    def _ask_removal(self) -> None:
        if (row := self._chosen()) is not None:
            self.removal_requested.emit(row)

    def _ask_choice(self, ticked: bool) -> None:
        self.lists_erased.setChecked(not ticked)
        self.choice_requested.emit(ticked)

    def _listen(self) -> None:
        self.add_button.clicked.connect(self.add_requested)
        self.look_up_button.clicked.connect(self.look_up_requested)
        self.renew_button.clicked.connect(self._ask_renewal)
        self.remove_button.clicked.connect(self._ask_removal)
        self.list.selectionModel().currentChanged.connect(self._offer_renewal)
        self.list.row_opened.connect(self._ask_removal)
        self.lists_erased.clicked.connect(self._ask_choice)

    def _button(self, text: str, icon: Icon) -> Button:
        return Button(self._theme, text, icon=icon, size=ButtonSize.SMALL)

    def _lay_out(self) -> None:
        theme, tr = self._theme, self._tr
        advice = tr(
            "Only keyed hashes are kept: the register finds a person again, and nobody can read "
            "an address or a name from them."
        )
        self.add(Label(theme, advice, ink=Ink.MUTED, wraps=True))
        self.add(self.due)
        self.add(self.empty)
        self.add(self.list)
        self.add_row(self.add_button, self.look_up_button, self.renew_button, self.remove_button)
        self.body.addSpacing(Space.HAIR)
        self.add(Divider(theme))
        self.add(self.lists_erased)
        reason = tr(
            "An old list then cannot bring them back unnoticed. The law says so for objections to "
            "marketing, art. 21(3); for erasure it is an analogy, so the choice is yours."
        )
        self.add(Label(theme, reason, TextStyle.CAPTION, Ink.MUTED, wraps=True))
