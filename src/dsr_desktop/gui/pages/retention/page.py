"""The Retention page: contacts by the day on which they go, holds, and the run."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.contact_retention import RetentionRule
from dsr_desktop.gui.file_choice import choose_folder
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.pages.reason_dialog import ReasonDialog, ReasonQuestion
from dsr_desktop.gui.pages.retention.forms import EndForm, HoldForm, LawForm, RuleForm, ScopedForm
from dsr_desktop.gui.pages.retention.presenter import RetentionPresenter
from dsr_desktop.gui.pages.retention.table import ContactsModel, holds_model
from dsr_desktop.gui.pages.retention.views import (
    ContactLine,
    ContactPage,
    RetentionView,
    RunQuestion,
    Show,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Height, Ink, RowHeight, Space, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, RowList
from dsr_desktop.gui.widgets.segmented import Segmented
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.gui.workspace import Workspace

_CONTACT, _DAY, _WHY, _MARK, _STATE = range(5)
_WIDTHS = {_DAY: 190, _MARK: 160, _STATE: 190}
_ROOM_FOR_MARK = 820
_MOST_HOLDS = 3


class RetentionPage(Page):
    """Shows one state at a time; `dialog` is the one opened last."""

    section = "retention"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.tr("Retention"))
        theme, tr = workspace.theme, workspace.tr
        self.dialog: QDialog | None = None
        self._letter = ""
        self._presenter = RetentionPresenter(workspace)
        self.shows = Segmented(theme, tr("Contacts shown"), [""] * len(Show))
        self.lists = ChoiceEditor(theme, height=Height.SMALL)
        self.lists.setAccessibleName(tr("List"))
        self.model, self.holds_model = ContactsModel(tr), holds_model(tr)
        self.table = Table(theme, tr("Contacts by the day on which they go"),
                           row_height=RowHeight.TWO_LINES)  # fmt: skip
        self.holds = RowList(theme, tr("Holds"))
        self.sentences = Label(theme, "", ink=Ink.MUTED, wraps=True)
        self.end = Button(theme, tr("Set an end…"), icon=Icon.CALENDAR)
        self.hold = Button(theme, tr("Hold…"), icon=Icon.LOCK)
        self.law = Button(theme, tr("Keep by law…"), icon=Icon.ARCHIVE)
        self.rule = Button(theme, tr("Rule…"), icon=Icon.SCALE)
        self.delete = Button(theme, tr("Delete the chosen…"), icon=Icon.TRASH)
        self.copy_letter = Button(theme, tr("Copy the letter"), icon=Icon.MAIL)
        self.more = Button(theme, tr("Show more"), icon=Icon.CHEVRON_DOWN, size=ButtonSize.SMALL)
        self.release = Button(theme, tr("Release…"), icon=Icon.LOCK_OPEN, size=ButtonSize.SMALL)
        self.run = Button(theme, tr("Delete what is due…"), ButtonKind.PRIMARY, icon=Icon.TRASH)
        self.set_primary(self.run)
        self.empty = EmptyState(
            theme, Icon.ARCHIVE, tr("No contact is kept yet"),
            tr("Import a list of the register: each of its rows is a contact with a clock of its own."),
            at_top=True,
        )  # fmt: skip
        self.empty.add_button(tr("Import files…"), Icon.UPLOAD)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> tuple[ContactLine, ...]:
        """The contacts that are chosen."""
        rows = self.table.selectionModel().selectedRows()
        return tuple(self.model.row_at(one.row()) for one in sorted(rows))

    def load(self) -> None:
        """Bring the clocks up to date and read them again."""
        self._presenter.load(self._shown, self._list)

    def take_focus(self) -> None:
        """Begin in the list."""
        self.table.setFocus()

    def show_view(self, view: RetentionView) -> None:
        """Show the counts."""
        self._letter = view.letter
        self.header.set_state(view.state)
        self.empty.setVisible(not view.has_contacts)
        self._filled.setVisible(view.has_contacts)
        self.run.setVisible(view.has_contacts)
        self._show_lists(view.lists)
        for number, label in enumerate(view.shows):
            self.shows.set_label(number, label)
        self.sentences.setText("\n".join(view.sentences))
        self.sentences.setVisible(bool(view.sentences))
        self.holds_model.show(view.holds)
        self._holds_card.setVisible(bool(view.holds))
        self.holds.setFixedHeight(min(len(view.holds), _MOST_HOLDS) * FILE_HEIGHT)

    def show_contacts(self, page: ContactPage) -> None:
        """Show contacts, instead of those that are there or below them."""
        if page.follows:
            self.model.show_more(page.lines)
        else:
            self.model.show(page.lines)
        self.more.setVisible(page.has_more)
        self._nobody.setVisible(not page.lines and not page.follows)
        if page.lines and not page.follows:
            self.table.selectRow(0)
        self._offer()

    @property
    def _shown(self) -> Show:
        return tuple(Show)[self.shows.current]

    @property
    def _list(self) -> int | None:
        """The list to which the contacts shown are held, None for all."""
        chosen: int | None = self.lists.currentData()
        return chosen

    def _show_lists(self, lists: tuple[tuple[int, str], ...]) -> None:
        """Offer the lists, and leave the choice where it is as long as its list is there."""
        chosen = self._list
        with QSignalBlocker(self.lists):
            self.lists.clear()
            self.lists.addItem(self.workspace.tr("All lists"), None)
            for id_, name in lists:
                self.lists.addItem(name, id_)
            self.lists.setCurrentIndex(max(self.lists.findData(chosen), 0))
        self.lists.setVisible(len(lists) > 1)

    def _offer(self) -> None:
        """Let only that be pressed which can be done, and say why not otherwise."""
        tr = self.workspace.tr
        for button in (self.end, self.hold, self.law, self.rule, self.delete):
            if self.chosen:
                button.enable()
            else:
                button.disable(tr("Choose a contact first"))
        if self.chosen and self._shown is not Show.DUE:
            self.delete.disable(tr("Only contacts that are due may be deleted"))

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.loaded.connect(self.show_view)
        presenter.listed.connect(self.show_contacts)
        presenter.counted.connect(self._ask_run)
        presenter.rule_read.connect(self._ask_rule)
        presenter.told.connect(self._tell)
        self.shows.chosen.connect(lambda _number: self._list_anew())
        self.lists.activated.connect(lambda _number: self._list_anew())
        self.table.selectionModel().selectionChanged.connect(lambda *_both: self._offer())
        self.more.clicked.connect(self._read_more)
        self.end.clicked.connect(lambda: self._ask_about(EndForm, presenter.set_end))
        self.hold.clicked.connect(lambda: self._ask_about(HoldForm, presenter.set_hold))
        self.law.clicked.connect(lambda: self._ask_about(LawForm, presenter.set_law))
        self.rule.clicked.connect(lambda: presenter.ask_rule(self.chosen[0].activity))
        self.release.clicked.connect(self._ask_release)
        self.copy_letter.clicked.connect(self._copy_letter)
        self.run.clicked.connect(lambda: presenter.count_run(None))
        self.delete.clicked.connect(
            lambda: presenter.count_run(tuple(one.row_id for one in self.chosen))
        )
        self.empty.action_requested.connect(self.workspace.show_import)

    def _list_anew(self) -> None:
        self._presenter.list_contacts(self._shown, self._list)

    def _read_more(self) -> None:
        last = self.model.row_at(self.model.rowCount() - 1)
        self._presenter.list_contacts(self._shown, self._list, last.key)

    def _ask_about(self, form_kind: type[ScopedForm], record: Callable[..., None]) -> None:
        """Ask about the chosen contacts; what is given goes to `record` with form and contacts."""
        lines, workspace = self.chosen, self.workspace
        form = form_kind(workspace.theme, workspace.tr, lines, workspace.today(), self)
        form.submitted.connect(lambda given: record(form, lines, given))
        self._open(form)

    def _ask_rule(self, activity: str, rule: RetentionRule) -> None:
        form = RuleForm(self.workspace.theme, self.workspace.tr, activity, rule, self)
        form.submitted.connect(lambda given: self._presenter.set_rule(form, activity, rule, given))
        self._open(form)

    def _ask_release(self) -> None:
        line = self.holds_model.row_at(self.holds.currentIndex())
        if line is None:
            return
        tr = self.workspace.tr
        question = ReasonQuestion(
            tr("Release hold {id}?", id=str(line.id)),
            tr("Its contacts follow their clocks again, and may be due at once."),
            tr("Release"), tr("Why it is released"),
        )  # fmt: skip
        dialog = ReasonDialog(self.workspace.theme, tr, question, self)
        dialog.accepted.connect(lambda: self._presenter.release(line.id, dialog.given))
        self._open(dialog)

    def _ask_run(self, asked: RunQuestion) -> None:
        tr = self.workspace.tr
        if not asked.plan.contacts:
            self.show_sentence("done", asked.sentence.splitlines()[0])
            return
        dialog = QuestionDialog(
            self.workspace.theme, asked.question, asked.sentence, verb=tr("Delete"),
            cancel=tr("Cancel"), destructive=True, parent=self,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._choose_folder(asked))
        self._open(dialog)

    def _choose_folder(self, asked: RunQuestion) -> None:
        for folder in choose_folder(self, self.workspace.tr("Folder for the report.")):
            self._presenter.run(asked, folder)

    def _copy_letter(self) -> None:
        QGuiApplication.clipboard().setText(self._letter)
        self.show_sentence(
            "done",
            self.workspace.tr(
                "The letter is copied: paste it into your mail program. It goes out once, and who "
                "does not answer with yes gets an end."
            ),
        )

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _tell(self, what: str, consequence: str) -> None:
        self.clear_error()
        banner = Banner(self.workspace.theme, Tone.OK, what, consequence)
        close = banner.add_button(self.workspace.tr("Close"))
        close.clicked.connect(lambda: self.notices.take_away("done"))
        self.notices.show_notice("done", banner)

    def _lay_out(self) -> None:
        theme, tr = self.workspace.theme, self.workspace.tr
        self._settle_table()
        self._nobody = Label(theme, tr("No contact is in this state."), ink=Ink.MUTED)
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addWidget(self.sentences)
        column.addLayout(_row((self.shows,), (self.lists,)))
        card = ListCard(theme)
        card.add(self.table, stretch=1)
        column.addWidget(self._nobody)
        column.addWidget(card, 1)
        actions = (self.end, self.hold, self.law, self.rule, self.copy_letter)
        column.addLayout(_row(actions, (self.more, self.delete)))
        self.holds.setModel(self.holds_model)
        self._holds_card = ListCard(theme, tr("Holds"), aside=self.release)
        self._holds_card.add(self.holds)
        column.addWidget(self._holds_card)
        self.column.addWidget(self.empty)
        self.column.addWidget(self._filled, 1)
        self.empty.hide()

    def _settle_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for column, width in _WIDTHS.items():
            self.table.set_width(column, width)
        self.table.share(_CONTACT, _WHY)
        self.table.hide_below(_ROOM_FOR_MARK, _MARK)


def _row(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.SNUG)
    for widget in left:
        row.addWidget(widget)
    row.addStretch(1)
    for widget in right:
        row.addWidget(widget)
    return row
