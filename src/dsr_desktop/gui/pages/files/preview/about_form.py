"""What an import asks about all of its files: kind, activity, who supplied them, when, how."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.import_details import (
    ImportDetails,
    fill_in,
    filled_in,
    said_before,
    said_of_supplier,
)
from dsr_desktop.gui.pages.files.preview.more_details import MoreDetails
from dsr_desktop.gui.pages.files.views import ActivityChoice, FormRules, ImportAnswers
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.choice import Choice, Option
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.recall_editor import RecallEditor
from dsr_desktop.gui.workspace import Workspace

_REGISTER_LIST, _WORKING_COPY = 0, 1


class AboutForm(QWidget):
    """Everything but the kind may be left open.

    Once a supplier is named, what was said of the last files from there is filled in where nothing
    was written yet. The day never is.
    """

    def __init__(self, workspace: Workspace, rules: FormRules) -> None:
        super().__init__()
        self._workspace = workspace
        self._rules = rules
        self._choices: tuple[ActivityChoice, ...] = ()
        self._known: tuple[ImportDetails, ...] = ()
        self._filled = ImportDetails()
        theme, tr = workspace.theme, workspace.tr
        options = (
            Option(
                tr("Register list"), tr("Your collected contacts, kept under their retention rule")
            ),
            Option(tr("Working copy"), tr("Only to answer a request, deleted after 30 days")),
        )
        self.kind = Choice(theme, tr("What are these files?"), options)
        self.activity = ChoiceEditor(theme)
        self.supplied_by, self.channel = RecallEditor(), RecallEditor()
        self.collected_on = TextEditor()
        self.more = MoreDetails(theme, tr, rules)
        for editor in (self.supplied_by, self.channel):
            editor.setMaxLength(rules.longest)
        self.collected_on.textEdited.connect(lambda: self._day_field.set_error(""))
        self.supplied_by.textChanged.connect(self._fill_in)
        self._lay_out()

    def begin(self) -> None:
        """Empty everything."""
        self._filled = ImportDetails()
        self.kind.set_current(_REGISTER_LIST)
        self.activity.setCurrentIndex(0)
        for editor in (self.supplied_by, self.collected_on, self.channel):
            editor.clear()
        self.more.begin()
        self._day_field.set_error("")

    def show_activities(self, choices: Sequence[ActivityChoice]) -> None:
        """Offer the activities of the register; one that was chosen stays chosen."""
        if self._choices != tuple(choices):
            chosen = self._said().activity
            self._choices = tuple(choices)
            self.activity.clear()
            self.activity.addItems(
                [self._workspace.tr("Not said yet"), *(choice.words for choice in choices)]
            )
            self._choose_activity(chosen)

    def offer(self, known: Sequence[ImportDetails]) -> None:
        """Offer what was said of earlier imports, newest first."""
        self._known = tuple(known)
        self.supplied_by.offer(said_before(known, "supplied_by"))
        self.channel.offer(said_before(known, "channel"))
        self.more.policy_version.offer(said_before(known, "policy_version"))
        self.more.retention.offer(said_before(known, "retention"))

    def answers(self, *, remembers: bool) -> ImportAnswers | None:
        """Return what was filled in, None if a field must be mended first."""
        day = self.collected_on.text().strip()
        self._day_field.set_error(self._rules.wrong_day(day))
        if self._day_field.error:
            self.collected_on.setFocus()
            return None
        said = self._said()
        return ImportAnswers(
            is_copy=self.kind.current == _WORKING_COPY,
            activity=said.activity,
            supplied_by=said.supplied_by,
            collected_on=day,
            channel=said.channel,
            policy_version=said.policy_version,
            retention=said.retention,
            remembers=remembers,
        )

    def _said(self) -> ImportDetails:
        chosen = self.activity.currentIndex() - 1
        return ImportDetails(
            self.supplied_by.text().strip(),
            self._choices[chosen].code if chosen >= 0 else "",
            self.channel.text().strip(),
            self.more.policy_version.text().strip(),
            self.more.retention.text().strip(),
        )

    def _fill_in(self) -> None:
        said = self._said()
        known = said_of_supplier(self._known, said.supplied_by)
        shown, self._filled = fill_in(said, self._filled, known)
        self._choose_activity(shown.activity)
        for editor, before, now in (
            (self.channel, said.channel, shown.channel),
            (self.more.policy_version, said.policy_version, shown.policy_version),
            (self.more.retention, said.retention, shown.retention),
        ):
            if now != before:
                editor.setText(now)
        self._supplier_field.set_help(self._supplier_help())

    def _choose_activity(self, code: str) -> None:
        """Choose an activity; one that the register does not have counts as not said."""
        codes = ["", *(choice.code for choice in self._choices)]
        self.activity.setCurrentIndex(codes.index(code) if code in codes else 0)

    def _supplier_help(self) -> str:
        tr = self._workspace.tr
        return (
            tr("Filled in as last time")
            if filled_in(self._filled)
            else tr("Who gave you the files")
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG)
        for field, stretch in zip(self._make_fields(), (5, 4, 4, 4), strict=True):
            row.addWidget(field, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.kind)
        column.addLayout(row)
        column.addWidget(self.more)

    def _make_fields(self) -> tuple[Field, ...]:
        tr, example = self._workspace.tr, self._workspace.today().isoformat()
        self._supplier_field = self._field(
            tr("Supplied by"), self.supplied_by, self._supplier_help()
        )
        self._day_field = self._field(
            tr("Collected on"), self.collected_on, tr("Such as {example}", example=example)
        )
        return (
            self._field(tr("Activity"), self.activity, tr("What they are used for")),
            self._supplier_field,
            self._day_field,
            self._field(tr("Channel"), self.channel, tr("Web form, trade fair…")),
        )

    def _field(self, label: str, editor: QWidget, help_text: str) -> Field:
        optional = self._workspace.tr("optional")
        return Field(self._workspace.theme, label, editor, help_text=help_text, optional=optional)
