"""The frame of every form that writes one record: it stays open until that is recorded."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.date_editor import DateEditor, DayField
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr


class RecordForm(FormDialog):
    """`submitted` carries the answer of a form without mistakes; `Presenter.record` writes it.

    A kind of form adds its inputs with `add_field`, tells in `answer` what they mean and in
    `mistakes` which rules that breaks, by the name of the field. A day that cannot be read is a
    mistake of every form, unless its field is hidden. Ctrl+Enter submits from anywhere, also out of a text of several lines.
    """

    submitted = Signal(object)

    def __init__(
        self, theme: Theme, tr: Tr, title: str, *, verb: str, sentence: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, title, verb=verb, cancel=tr("Cancel"), sentence=sentence, parent=parent
        )
        self._tr = tr
        self._is_busy = False
        self.fields: dict[str, Field] = {}
        self._failure = QVBoxLayout()
        self.body.addLayout(self._failure)
        self.verb_button.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submit)

    def answer(self) -> object:
        """Return what the form says now, in the shape that its presenter takes."""
        raise NotImplementedError

    def mistakes(self) -> dict[str, str]:
        """Return for each field that breaks a rule the rule."""
        return {}

    def name_field(self, name: str, field: Field) -> Field:
        """Know a field by a name, for its mistakes; where it lies is the caller's."""
        self.fields[name] = field
        return field

    def add_field(self, name: str, field: Field) -> Field:
        """Add a field below what is there."""
        self.add(field)
        return self.name_field(name, field)

    def add_day(self, name: str, label: str, day: date) -> DateEditor:
        """Add a field for a day and return its input; `day` stands in it at first."""
        field = DayField(self._theme, self._tr, label, day)
        self.add_field(name, field)
        return field.day_editor

    def submit(self) -> None:
        """Hand in the answer, or show at each field what is wrong and go to the first."""
        if self._is_busy:
            return
        clear(self._failure)
        mistakes = self._misread() or self.mistakes()
        for name, field in self.fields.items():
            field.set_error(mistakes.get(name, ""))
        if mistakes:
            first = next(name for name in self.fields if name in mistakes)
            self.editor_of(first).setFocus()
            return
        self._set_busy(is_busy=True)
        self.submitted.emit(self.answer())

    def editor_of(self, name: str) -> QWidget:
        """Return the input that takes the focus for a field."""
        return self.fields[name].editor

    def show_failure(self, error: DsrError) -> None:
        """Say why nothing was recorded; what was typed stays."""
        self.wait_again()
        title = self._tr("Nothing was recorded")
        self._failure.addWidget(Banner(self._theme, Tone.LATE, title, word_error(self._tr, error)))

    def wait_again(self) -> None:
        """Take up the form again: nothing came of what was handed in."""
        self._set_busy(is_busy=False)

    def reject(self) -> None:
        """Close without recording, unless that is under way."""
        if not self._is_busy:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the shortcut: Qt's dialogs would press their button once more."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _misread(self) -> dict[str, str]:
        days = {name: field for name, field in self.fields.items() if isinstance(field, DayField)}
        return {
            name: field.misread
            for name, field in days.items()
            if field.misread and not field.isHidden()
        }

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.verb_button.set_busy(self._tr("Recording…") if is_busy else "")
        self.cancel_button.setEnabled(not is_busy)
