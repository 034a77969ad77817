"""What an import asks about all of its files: kind, activity, who supplied them, when, how."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.files.views import ActivityChoice, ImportAnswers
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.choice import Choice, Option
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.workspace import Workspace

_REGISTER_LIST, _WORKING_COPY = 0, 1


class AboutForm(QWidget):
    """Everything but the kind may be left open; `wrong_day` says what is wrong with a day, or "" ."""

    def __init__(self, workspace: Workspace, wrong_day: Callable[[str], str]) -> None:
        super().__init__()
        self._workspace = workspace
        self._wrong_day = wrong_day
        self._choices: tuple[ActivityChoice, ...] = ()
        theme, tr = workspace.theme, workspace.tr
        options = (
            Option(
                tr("Register list"), tr("Your collected contacts, kept under their retention rule")
            ),
            Option(tr("Working copy"), tr("Only to answer a request, deleted after 30 days")),
        )
        self.kind = Choice(theme, tr("What are these files?"), options)
        self.activity = ChoiceEditor(theme)
        self.supplied_by, self.collected_on, self.channel = TextEditor(), TextEditor(), TextEditor()
        self.collected_on.textEdited.connect(lambda: self._day_field.set_error(""))
        self._lay_out()

    def begin(self) -> None:
        """Empty everything."""
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

    def answers(self, *, remembers: bool) -> ImportAnswers | None:
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
            remembers=remembers,
        )

    def _lay_out(self) -> None:
        theme, tr = self._workspace.theme, self._workspace.tr
        optional, example = tr("optional"), self._workspace.today().isoformat()
        self._day_field = Field(
            theme, tr("Collected on"), self.collected_on, optional=optional,
            help_text=tr("Such as {example}", example=example),
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG)
        row.addWidget(
            Field(theme, tr("Activity"), self.activity, optional=optional,
                  help_text=tr("What they are used for")), 5,
        )  # fmt: skip
        row.addWidget(
            Field(theme, tr("Supplied by"), self.supplied_by, optional=optional,
                  help_text=tr("Who gave you the files")), 4,
        )  # fmt: skip
        row.addWidget(self._day_field, 4)
        row.addWidget(
            Field(theme, tr("Channel"), self.channel, optional=optional,
                  help_text=tr("Web form, trade fair…")), 4,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.kind)
        column.addLayout(row)
