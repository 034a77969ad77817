"""The fields of a declared form: each knows its input, its answer, and which rule that breaks."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from dsr_desktop.gui.file_choice import choose_file, choose_folder
from dsr_desktop.gui.pages.registers.inputs import Input, Typed
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.date_editor import DateEditor, DayField
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.language import Tr

_TICKS_HEIGHT = 88
_TIME_WIDTH = 74
_TIME = re.compile(r"([01]?\d|2[0-3])[:hH]([0-5]\d)")


def make_field(theme: Theme, tr: Tr, asked: Input, today: date) -> Field:
    """Return the field of an input, with what stands in it first."""
    if asked.typed is Typed.DAY:
        return OptionalDay(theme, tr, asked, today)
    editor = _EDITORS[asked.typed](theme, tr, asked)
    optional = "" if asked.required or asked.typed in _NEVER_EMPTY else tr("optional")
    return Field(theme, asked.label, editor, help_text=asked.help_text, optional=optional)


def answer_of(field: Field) -> Any:  # noqa: ANN401 - each input has a type of its own
    """Return what a field says."""
    editor = field.editor
    match editor:
        case NoteEditor():
            return editor.toPlainText().strip()
        case _Choice():
            return editor.answer()
        case DateEditor():
            return editor.understood
        case _Answering():
            return editor.answer()
        case TextEditor():
            return " ".join(editor.text().split())
    raise TypeError(type(editor))


def mistake_of(tr: Tr, asked: Input, field: Field) -> str:
    """Return the rule that a field breaks, "" for none."""
    answer = answer_of(field)
    if asked.typed is Typed.MOMENT and answer is None:
        return tr("Write day and time, as 14:30")
    if asked.typed is Typed.NUMBER:
        return "" if answer.isdecimal() else tr("Write a whole number, 0 or more")
    return tr("Fill this in") if asked.required and answer in (None, "", ()) else ""


def listen(field: Field, heard: Callable[[], None]) -> None:
    """Tell when the answer of a field changes."""
    editor = field.editor
    match editor:
        case NoteEditor() | TextEditor() | DateEditor():
            editor.textChanged.connect(lambda *_text: heard())
        case ChoiceEditor():
            editor.currentIndexChanged.connect(lambda _number: heard())
        case _Answering():
            editor.changed.connect(heard)


class OptionalDay(DayField):
    """A day that may stay empty, unless its input is required."""

    def __init__(self, theme: Theme, tr: Tr, asked: Input, today: date) -> None:
        self._required = asked.required
        day = asked.value if isinstance(asked.value, date) else None
        super().__init__(theme, tr, asked.label, day or today)
        if day is None:
            self.day_editor.clear()
        if not asked.required:
            self._optional.setText(tr("optional"))

    @property
    def misread(self) -> str:
        """The rule that the text breaks; an empty one breaks none where the day is not needed."""
        if not self._required and not self.day_editor.text().strip():
            return ""
        return super().misread


class _Answering(QWidget):
    """An input made of several; `answer` says what they mean together."""

    changed = Signal()

    def answer(self) -> object:
        raise NotImplementedError


class _Moment(_Answering):
    def __init__(self, theme: Theme, tr: Tr, asked: Input) -> None:
        super().__init__()
        at = asked.value if isinstance(asked.value, datetime) else datetime.now().astimezone()
        here = at.astimezone()
        self.day = DateEditor(theme, tr, here.date())
        self.time = TextEditor(f"{here:%H:%M}")
        self.time.setFixedWidth(_TIME_WIDTH)
        self.day.setAccessibleName(tr("Day"))
        self.time.setAccessibleName(tr("Time"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.day, 1)
        row.addWidget(self.time)
        self.setFocusProxy(self.day)
        for editor in (self.day, self.time):
            editor.textChanged.connect(self.changed)

    def answer(self) -> datetime | None:
        day, read = self.day.understood, _TIME.fullmatch(self.time.text().strip())
        if day is None or read is None:
            return None
        return datetime.combine(day, time(int(read[1]), int(read[2]))).astimezone()


class _Ticks(_Answering):
    def __init__(self, theme: Theme, _tr: Tr, asked: Input) -> None:
        super().__init__()
        ticked = asked.value if isinstance(asked.value, tuple) else ()
        self._values = [value for value, _words in asked.options]
        self.boxes = [TickBox(theme, words) for _value, words in asked.options]
        pane = ScrollPane(spacing=0)
        grid = QGridLayout()
        grid.setSpacing(2)
        for number, box in enumerate(self.boxes):
            box.setChecked(self._values[number] in ticked)
            box.toggled.connect(lambda _on: self.changed.emit())
            grid.addWidget(box, number, 0)
        pane.body.addLayout(grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(pane)
        self.setFixedHeight(min(_TICKS_HEIGHT, 4 + 26 * max(1, len(self.boxes))))
        if self.boxes:
            self.setFocusProxy(self.boxes[0])

    def answer(self) -> tuple[object, ...]:
        return tuple(
            value for value, box in zip(self._values, self.boxes, strict=True) if box.isChecked()
        )


class _File(_Answering):
    def __init__(self, theme: Theme, tr: Tr, asked: Input) -> None:
        super().__init__()
        self._path: Path | None = None
        self._is_folder = asked.typed is Typed.FOLDER
        self._name = TextEditor()
        self._name.setReadOnly(True)
        self._name.setAccessibleName(asked.label)
        self.button = Button(theme, tr("Choose…"))
        self.button.clicked.connect(lambda: self._choose(asked.label))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self._name, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)

    def take(self, path: Path) -> None:
        """Take a file."""
        self._path = path
        self._name.setText(str(path) if self._is_folder else path.name)
        self.changed.emit()

    def answer(self) -> Path | None:
        return self._path

    def _choose(self, title: str) -> None:
        if self._is_folder:
            path = next(iter(choose_folder(self, title)), None)
        else:
            path = choose_file(self, title)
        if path is not None:
            self.take(path)


def _line(_theme: Theme, _tr: Tr, asked: Input) -> QWidget:
    return TextEditor(str(asked.value))


def _note(_theme: Theme, _tr: Tr, asked: Input) -> QWidget:
    return NoteEditor(str(asked.value), lines=asked.lines)


def _number(_theme: Theme, _tr: Tr, asked: Input) -> QWidget:
    return TextEditor(str(asked.value or 0))


class _Choice(ChoiceEditor):
    """Keeps the values itself: Qt would hand members of an enumeration back as plain texts."""

    def __init__(self, theme: Theme, _tr: Tr, asked: Input) -> None:
        super().__init__(theme, tuple(words for _value, words in asked.options))
        self.values = tuple(value for value, _words in asked.options)
        if asked.value in self.values:
            self.setCurrentIndex(self.values.index(asked.value))

    def answer(self) -> object:
        return self.values[self.currentIndex()] if self.values else None


_NEVER_EMPTY = frozenset({Typed.CHOICE, Typed.MOMENT, Typed.NUMBER})
_EDITORS: dict[Typed, Callable[[Theme, Tr, Input], QWidget]] = {
    Typed.LINE: _line,
    Typed.NOTE: _note,
    Typed.NUMBER: _number,
    Typed.CHOICE: _Choice,
    Typed.MOMENT: _Moment,
    Typed.TICKS: _Ticks,
    Typed.FILE: _File,
    Typed.FOLDER: _File,
}
