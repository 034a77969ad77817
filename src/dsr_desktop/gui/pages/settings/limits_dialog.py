"""Asks for the limits: one field each, with the values that it may have."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.limit_rules import LIMIT_RULES, LimitName
from dsr_desktop.gui.pages.settings.views import LimitLine
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr

_LONGEST = 15


class LimitsDialog(FormDialog):
    """Presets the limits in force; `answer` holds those wanted once the dialog is accepted."""

    def __init__(
        self, theme: Theme, tr: Tr, lines: Sequence[LimitLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr("Change the limits for reading files?"), verb=tr("Save the limits"),
            cancel=tr("Cancel"), parent=parent,
        )  # fmt: skip
        self._tr = tr
        self.answer: dict[LimitName, int] = {}
        self.fields: dict[LimitName, Field] = {}
        self.editors: dict[LimitName, TextEditor] = {}
        for line in lines:
            self._add_field(theme, line)
        self.verb_button.clicked.connect(self._try)

    def _add_field(self, theme: Theme, line: LimitLine) -> None:
        editor = TextEditor(self._tr.number(line.value))
        editor.setMaxLength(_LONGEST)
        field = Field(theme, line.label, editor, help_text=line.range_words)
        editor.textEdited.connect(partial(self._take_back, field))
        self.editors[line.name], self.fields[line.name] = editor, field
        self.add(field)

    def _take_back(self, field: Field, _text: str) -> None:
        field.set_error("")

    def _try(self) -> None:
        """Accept what can be set; else show what is wrong and go to the first of it."""
        self.answer = {}
        for name, editor in self.editors.items():
            try:
                self.answer[name] = LIMIT_RULES[name].parse(editor.text())
            except InvalidInputError as error:
                self.fields[name].set_error(word_error(self._tr, error))
        wrong = [name for name in self.editors if name not in self.answer]
        if wrong:
            self.editors[wrong[0]].setFocus()
        else:
            self.accept()
