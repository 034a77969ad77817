"""Before an import: the files, what they are, and what is known about them. Nothing is written."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.files.table import ChosenFiles
from dsr_desktop.gui.pages.files.views import ActivityChoice, ImportAnswers, ImportPlan
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.card import Card, ListCard
from dsr_desktop.gui.widgets.choice import Choice, Option
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.fact_row import AdviceRow
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.row_list import RowList
from dsr_desktop.gui.workspace import Workspace

_MOST_OF_LIST = 360
_LIST_SHARE, _FORM_SHARE = 4, 7
_REGISTER_LIST, _WORKING_COPY = 0, 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportPane(QWidget):
    """Asks: register list or working copy, activity, who supplied the files, when, which channel.

    `wrong_day` says what is wrong with a day that was typed in, "" if nothing is. Enter, wherever
    the focus is, emits `submitted`: everything may be left as it is.
    """

    submitted = Signal()

    def __init__(self, workspace: Workspace, wrong_day: Callable[[str], str]) -> None:
        super().__init__()
        self._workspace = workspace
        self._wrong_day = wrong_day
        self._files = ChosenFiles()
        self._choices: tuple[ActivityChoice, ...] = ()
        self.plan = ImportPlan((), 0)
        self._make_editors()
        self._make_fields()
        self._lay_out()

    def prepare(self, plan: ImportPlan) -> None:
        """Begin anew with other files."""
        self.plan = plan
        self._files.show(plan.files)
        self.kind.set_current(_REGISTER_LIST)
        self.activity.setCurrentIndex(0)
        for editor in (self.supplied_by, self.collected_on, self.channel):
            editor.clear()
        self._day_field.set_error("")

    def show_activities(self, choices: Sequence[ActivityChoice]) -> None:
        """Offer the activities of the register; one that was chosen stays chosen."""
        if self._choices != tuple(choices):
            self._choices = tuple(choices)
            self.activity.clear()
            self.activity.addItems(
                [self._workspace.tr("Not said yet"), *(choice.words for choice in choices)]
            )

    def answers(self) -> ImportAnswers | None:
        """Return what was filled in, None if a field must be mended first."""
        day = self.collected_on.text().strip()
        self._day_field.set_error(self._wrong_day(day))
        if self._day_field.error:
            self.collected_on.setFocus()
            return None
        chosen = self.activity.currentIndex() - 1
        return ImportAnswers(
            is_copy=self.kind.current == _WORKING_COPY,
            activity=self._choices[chosen].code if chosen >= 0 else "",
            supplied_by=self.supplied_by.text().strip(),
            collected_on=day,
            channel=self.channel.text().strip(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the end of the form; a key that is held down is left over from before."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.submitted.emit()

    def _make_editors(self) -> None:
        theme, tr = self._workspace.theme, self._workspace.tr
        self.kind = Choice(
            theme,
            tr("What are these files?"),
            (
                Option(
                    tr("Register list"),
                    tr("Your collected contacts, kept under their retention rule"),
                ),
                Option(tr("Working copy"), tr("Only to answer a request, deleted after 30 days")),
            ),
        )
        self.list = RowList(theme, tr("Files to import"))
        self.list.setModel(self._files)
        self.list.row_opened.connect(self.submitted)
        self.activity = ChoiceEditor(theme)
        self.supplied_by = TextEditor()
        self.collected_on = TextEditor()
        self.channel = TextEditor()

    def _make_fields(self) -> None:
        theme, tr = self._workspace.theme, self._workspace.tr
        optional, example = tr("optional"), self._workspace.today().isoformat()
        self._activity_field = Field(
            theme, tr("Activity"), self.activity, optional=optional,
            help_text=tr("What the contacts are used for; you can say it later"),
        )  # fmt: skip
        self._supplier_field = Field(
            theme, tr("Supplied by"), self.supplied_by, optional=optional,
            help_text=tr("The colleague who gave you the files"),
        )  # fmt: skip
        self._day_field = Field(
            theme, tr("Collected on"), self.collected_on, optional=optional,
            help_text=tr("Such as {example}", example=example),
        )  # fmt: skip
        self.collected_on.textEdited.connect(lambda: self._day_field.set_error(""))
        self._channel_field = Field(
            theme, tr("Channel"), self.channel, optional=optional,
            help_text=tr("Web form, trade fair, phone call…"),
        )  # fmt: skip

    def _lay_out(self) -> None:
        theme, tr = self._workspace.theme, self._workspace.tr
        files = ListCard(theme, tr("Files to import"))
        files.setMaximumWidth(_MOST_OF_LIST)
        files.add(self.list, stretch=1)
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG + 2)
        row.addWidget(files, _LIST_SHARE)
        side = QVBoxLayout()
        side.addWidget(self._make_form())
        side.addStretch(1)
        row.addLayout(side, _FORM_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addWidget(self.kind)
        column.addLayout(row, 1)

    def _make_form(self) -> Card:
        theme, tr = self._workspace.theme, self._workspace.tr
        card = Card(theme, tr("About these files"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.ROOMY)
        grid.addWidget(self._activity_field, 0, 0, 1, 2)
        grid.addWidget(self._supplier_field, 1, 0)
        grid.addWidget(self._day_field, 1, 1)
        grid.addWidget(self._channel_field, 2, 0, 1, 2)
        card.body.addLayout(grid)
        card.add(
            AdviceRow(
                theme,
                Icon.UNDO,
                tr("You can undo the import later"),
                tr("Every sheet and every row is taken as it is. The files are not changed."),
            )
        )
        return card
