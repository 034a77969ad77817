"""Asks for figures and for the reason of their change; what the law fixes is not asked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from dsr_desktop.domain.suppression import LONGEST_REASON
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.settings.figures.views import FigureLine, FiguresGiven
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.language import Tr

_LONGEST = 6
_WIDTH = 760
REASON = "reason"


class FiguresForm(RecordForm):
    """Presets the figures in force; `answer` holds those that were changed, and the reason."""

    def __init__(
        self, theme: Theme, tr: Tr, title: str, lines: Sequence[FigureLine],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, title, verb=tr("Save the figures"),
            sentence=tr("The reason is kept with the change, for whoever asks why."),
            parent=parent,
        )  # fmt: skip
        self._lines = tuple(line for line in lines if line.editable)
        self.setFixedWidth(_WIDTH)
        self.editors: dict[str, TextEditor | ChoiceEditor] = {}
        self.add(self._side_by_side(theme))
        self.reason = TextEditor()
        self.reason.setMaxLength(LONGEST_REASON)
        self.add_field(REASON, Field(theme, tr("Reason"), self.reason))

    def answer(self) -> FiguresGiven:
        """Return what differs from the figures in force."""
        given = {line.name: self._given(line) for line in self._lines}
        changed = {line.name: given[line.name] for line in self._lines if
                   given[line.name] != line.value}  # fmt: skip
        return FiguresGiven(changed, self.reason.text().strip())

    def mistakes(self) -> dict[str, str]:
        """Ask for a reason, and for something to change; bounds are checked where it is recorded."""
        answer = self.answer()
        if not answer.values and self._lines:
            return {self._lines[0].name: self._tr("No figure was changed")}
        return {} if answer.reason else {REASON: self._tr("Say why")}

    def _side_by_side(self, theme: Theme) -> QWidget:
        """Put the figures in two columns: one below the other they would leave a small screen."""
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.ROOMY)
        grid.setVerticalSpacing(Space.TIGHT)
        for number, line in enumerate(self._lines):
            editor = self.editors[line.name] = self._editor(theme, line)
            field = Field(theme, line.label, editor, help_text=line.help_text)
            grid.addWidget(self.name_field(line.name, field), *divmod(number, 2))
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        return block

    def _editor(self, theme: Theme, line: FigureLine) -> TextEditor | ChoiceEditor:
        if line.choices:
            choice = ChoiceEditor(theme, tuple(label for _name, label in line.choices))
            choice.setCurrentIndex([name for name, _label in line.choices].index(line.value))
            return choice
        editor = TextEditor(line.value)
        editor.setMaxLength(_LONGEST)
        return editor

    def _given(self, line: FigureLine) -> str:
        editor = self.editors[line.name]
        if isinstance(editor, ChoiceEditor):
            return line.choices[editor.currentIndex()][0]
        return editor.text().strip()
