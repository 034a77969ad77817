"""The Today page: first steps in a new register, else figures, deadlines and next steps."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.reminders import ReminderKind
from dsr_desktop.gui.file_choice import choose_folder
from dsr_desktop.gui.pages.chips import deadline_column_width
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.pages.today.article14.desk import Art14Desk
from dsr_desktop.gui.pages.today.figures import FiguresCard
from dsr_desktop.gui.pages.today.first_steps import FirstSteps
from dsr_desktop.gui.pages.today.presenter import TodayPresenter, TodayView, Unread
from dsr_desktop.gui.pages.today.reminders import RETENTION
from dsr_desktop.gui.pages.today.table import (
    ReminderRow,
    deadline_model,
    reminders_model,
    steps_model,
)
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Space, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.count_tile import CountTile
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.reading_order import focus_first
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, RowList
from dsr_desktop.gui.widgets.table import Table, choose_first
from dsr_desktop.gui.workspace import Workspace

_TABLE_SHARE, _SIDE_SHARE = 9, 5
_WIDTHS = (132, 0, 0, 110)
_PERSON, _RIGHTS, _STAGE = 1, 2, 3
_ROOM_FOR_ALL = 700
_MOST_REMINDERS = 4
_RECORDS = {ReminderKind.BREACH: "breaches", ReminderKind.MAY_BE_TOLD: "authorities"}
"""The kinds of records of the registers to which reminders lead."""


class TodayPage(Page):
    """What is due and what to do next, from the register as it is now."""

    section = "today"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.tr("Today"))
        self._presenter = TodayPresenter(workspace)
        self._presenter.loaded.connect(self.show_view)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(Space.SNUG)
        self._deadline_model = deadline_model(workspace.tr)
        self._steps_model = steps_model()
        self.deadlines = self._make_table()
        self.steps = RowList(workspace.theme, workspace.tr("Do next"))
        self.steps.setModel(self._steps_model)
        self.steps.row_opened.connect(self._open_step)
        self._reminders_model = reminders_model()
        self.reminders = RowList(workspace.theme, workspace.tr("Reminders"))
        self.reminders.setModel(self._reminders_model)
        self.reminders.row_opened.connect(self._open_reminder)
        self.article14 = Art14Desk(workspace, self)
        self.figures = FiguresCard(workspace.theme, workspace.tr)
        self.figures.report_requested.connect(self._save_report)
        self._presenter.reported.connect(self._tell_report)
        self.first_steps = FirstSteps(workspace)
        self._figures = self._make_figures()
        self._add_buttons()
        self.column.addWidget(self.first_steps, 1)
        self.column.addWidget(self._figures, 1)
        self._show_pane(has_work=False)

    def load(self) -> None:
        """Read the register again."""
        self._presenter.load()

    def take_focus(self) -> None:
        """Begin with what to do next, in a new register with the first steps."""
        focus_first(self.steps if self._figures.isVisible() else self.first_steps)

    def show_view(self, view: TodayView) -> None:
        """Show what the presenter found."""
        self.header.set_state(view.state)
        self._show_pane(has_work=view.has_work)
        self._show_unread(view.unread)
        self.first_steps.show_done(has_files=view.has_files)
        clear(self._tiles)
        for count in view.counts:
            self._tiles.addWidget(CountTile(self.workspace.theme, count), 1)
        self._deadline_model.show(view.deadlines)
        self._steps_model.show(view.steps)
        self._show_reminders(view.reminders)
        self.figures.show_view(view.figures)
        for rows in (self.deadlines, self.steps, self.reminders):
            if rows.hasFocus():
                choose_first(rows)

    def _show_pane(self, *, has_work: bool) -> None:
        self.first_steps.setVisible(not has_work)
        self._figures.setVisible(has_work)
        self._import.setVisible(has_work)
        self._new.setVisible(has_work)
        self._first_import.setVisible(not has_work)
        self.primary = self._new if has_work else self._first_import

    def _show_reminders(self, rows: Sequence[ReminderRow]) -> None:
        self._reminders_model.show(rows)
        self._reminders_card.setVisible(bool(rows))
        self.reminders.setFixedHeight(min(len(rows), _MOST_REMINDERS) * FILE_HEIGHT)

    def _show_unread(self, unread: Unread | None) -> None:
        if unread is None:
            self.notices.take_away("unread")
            return
        banner = Banner(self.workspace.theme, Tone.SOON, unread.title, unread.reasons)
        button = banner.add_button(self.workspace.tr("Show the files"))
        button.clicked.connect(lambda: self.workspace.show_page("files"))
        self.notices.show_notice("unread", banner)

    def _add_buttons(self) -> None:
        theme, tr = self.workspace.theme, self.workspace.tr
        self._import = Button(theme, tr("Import files…"), icon=Icon.UPLOAD)
        self._new = Button(theme, tr("New request…"), ButtonKind.PRIMARY, icon=Icon.PLUS)
        self._first_import = Button(
            theme, tr("Import files…"), ButtonKind.PRIMARY, icon=Icon.UPLOAD
        )
        for button in (self._import, self._new, self._first_import):
            self.header.add_button(button)
        self._import.clicked.connect(self._choose_files)
        self._first_import.clicked.connect(self._choose_files)
        self._new.clicked.connect(self.workspace.new_request_wanted)

    def _make_table(self) -> Table:
        table = Table(self.workspace.theme, self.workspace.tr("Next deadlines"))
        table.setModel(self._deadline_model)
        chips = deadline_column_width(self.workspace.theme, self.workspace.tr)
        for column, width in enumerate((*_WIDTHS, chips)):
            table.set_width(column, width)
        table.share(_PERSON, _RIGHTS)
        table.hide_below(_ROOM_FOR_ALL, _STAGE)
        table.row_opened.connect(self._open_deadline)
        return table

    def _make_figures(self) -> QWidget:
        theme, tr = self.workspace.theme, self.workspace.tr
        pane = QWidget(self)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addLayout(self._tiles)
        deadlines = ListCard(theme, tr("Next deadlines"))
        deadlines.add(self.deadlines, stretch=1)
        steps = ListCard(theme, tr("Do next"))
        steps.add(self.steps, stretch=1)
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG + 2)
        row.addWidget(deadlines, _TABLE_SHARE)
        side = QVBoxLayout()
        side.setSpacing(Space.SNUG)
        self._reminders_card = ListCard(theme, tr("Reminders"))
        self._reminders_card.add(self.reminders)
        side.addWidget(self._reminders_card)
        side.addWidget(steps, 1)
        row.addLayout(side, _SIDE_SHARE)
        column.addLayout(row, 1)
        column.addWidget(self.figures)
        return pane

    def _save_report(self) -> None:
        for folder in choose_folder(self, self.workspace.tr("Folder for the files.")):
            self._presenter.write_report(folder)

    def _tell_report(self, path: str) -> None:
        self.show_sentence("done", self.workspace.tr("The report lies in {path}.", path=path))

    def _choose_files(self) -> None:
        self.workspace.show_import()

    def _open_deadline(self, index: QModelIndex) -> None:
        self.workspace.show_request(self._deadline_model.row_at(index.row()).ref)

    def _open_step(self, index: QModelIndex) -> None:
        step = self._steps_model.row_at(index)
        if step is None:
            return
        if step.ref:
            self.workspace.show_request(step.ref)
        else:
            self.workspace.show_file(step.source_id)

    def _open_reminder(self, index: QModelIndex) -> None:
        row = self._reminders_model.row_at(index)
        if row is None:
            return
        if row.task is not None:
            self.article14.ask(row.task)
        elif row.reminder.ref:
            self.workspace.show_request(row.reminder.ref)
        elif row.reminder.kind is ReminderKind.SUPPRESSION_REVIEW:
            self.workspace.show_suppression()
        elif row.reminder.kind in _RECORDS:
            self.workspace.show_record(_RECORDS[row.reminder.kind], str(row.reminder.record_id))
        elif row.reminder.kind in RETENTION:
            self.workspace.show_page("retention")
        else:
            self.workspace.show_file(row.reminder.record_id)
