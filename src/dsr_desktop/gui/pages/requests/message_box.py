"""Where a message is pasted, dropped or chosen: its text, and what becomes of its documents."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.identity_papers import Suspicion
from dsr_desktop.domain.incoming import LONGEST_MESSAGE, MessagePart, MessageRead, PartChoice
from dsr_desktop.gui.pages.requests.draft import Given
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.drop_zone import local_paths
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.messages import choice_label, suspicion_sentence

_CHOICES = tuple(PartChoice)
_CHOICE_WIDTH = 230
_LONGEST_LINE = 1_000
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class MessageEditor(NoteEditor):
    """Takes text, and files as well: pasted or dropped; text that was typed counts on leaving."""

    files_given = Signal(list)
    text_given = Signal(str)

    def __init__(self, *, placeholder: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(placeholder=placeholder, lines=lines, parent=parent)
        self._known = ""

    def show_text(self, text: str) -> None:
        """Show what was read, which is no news."""
        self._known = broken(text)
        self.setPlainText(self._known)

    def canInsertFromMimeData(self, data: QMimeData) -> bool:
        """Take files beside text."""
        return bool(local_paths(data)) or super().canInsertFromMimeData(data)

    def insertFromMimeData(self, data: QMimeData) -> None:
        """Hand files over; put text in, then hand it over whole.

        What is too long to be looked at, such as the source of a mail with its documents, is read first.
        """
        text = data.text()
        if paths := local_paths(data):
            self.files_given.emit(paths)
        elif len(text) > LONGEST_MESSAGE:
            self.text_given.emit(text)
        elif self.toPlainText().strip():
            self.insertPlainText(broken(text))
            self.hand_over()
        elif text.strip():
            self.show_text(text)
            self.text_given.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over what was typed."""
        super().focusOutEvent(event)
        self.hand_over()

    def hand_over(self) -> bool:
        """Hand over what was typed; False if that is known."""
        text = self.toPlainText()
        if text.strip() == self._known.strip():
            return False
        self._known = text
        self.text_given.emit(text)
        return True


class MessageBox(QWidget):
    """`browse_requested` asks for a file; `show_read` shows what was read of it.

    `is_narrow` puts what is chosen of a document below its name. Several mails are all kept; the first is shown. `keep` is a tick, set once something was read.
    """

    browse_requested = Signal()

    def __init__(
        self, theme: Theme, tr: Tr, *, lines: int = 3, is_narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme = theme
        self._direction = _DOWN if is_narrow else _ACROSS
        self._tr = tr
        self._read: tuple[MessageRead, ...] = ()
        self._is_waiting = False
        self.choices: list[ChoiceEditor] = []
        self.editor = MessageEditor(
            placeholder=tr("Paste the message here (Ctrl+V), or drop its file: .eml, .msg, .txt"),
            lines=lines,
        )
        self.editor.setAccessibleName(tr("Message"))
        self.setFocusProxy(self.editor)
        self.browse = Button(theme, tr("Choose a file…"), size=ButtonSize.SMALL)
        self.browse.clicked.connect(self.browse_requested)
        self.keep = TickBox(theme, tr("Keep this message with the request"))
        self.keep.setChecked(True)
        self.keep.toggled.connect(self._show_documents)
        self.told = CutLabel(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self.hints = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self._documents = QVBoxLayout()
        self._documents.setSpacing(Space.HAIR)
        self._lay_out()
        self.show_read(())

    @property
    def given(self) -> tuple[Given, ...]:
        """The messages to keep, each with what becomes of its documents; none where not ticked."""
        if not self.keep.isChecked():
            return ()
        chosen = iter(self.choices)
        return tuple(
            Given(message, {n: _choice(next(chosen)) for n in range(1, len(message.parts) + 1)})
            for message in self._read
        )

    def show_read(self, messages: Sequence[MessageRead]) -> None:
        """Show the first message, and the documents of all of them; nothing for none."""
        self._read, self._is_waiting = tuple(messages), False
        if messages:
            self.editor.show_text(messages[0].text)
        self.keep.setVisible(bool(messages))
        self._show_documents()
        self._show_told()
        self.show_hints(())

    def show_waiting(self) -> None:
        """Say that what was given is being read; nothing of it can be kept before."""
        self.show_read(())
        self._is_waiting = True
        self.told.setText(self._tr("Reading the message…"))

    def show_failure(self, error: DsrError) -> None:
        """Say why what was given cannot be read."""
        self.show_read(())
        self.show_hints([word_error(self._tr, error)])

    def hand_over(self) -> bool:
        """Tell whether something was given that nobody could look at yet: it is read now."""
        return self.editor.hand_over() or self._is_waiting

    def show_hints(self, hints: Sequence[str]) -> None:
        """Say what else a message may be."""
        self.hints.setText("\n".join(hints))
        self.hints.setVisible(bool(hints))

    def _show_told(self) -> None:
        tr, read = self._tr, self._read
        told = [read[0].sender, read[0].subject] if read else []
        if len(read) > 1:
            told.append(tr.count("{n} message", "{n} messages", len(read)))
        self.told.setText(" · ".join(filter(None, told)))

    def _show_documents(self) -> None:
        clear(self._documents)
        self.choices = []
        if self.keep.isChecked():
            for part in (part for message in self._read for part in message.parts):
                self._documents.addLayout(self._document(part))
        before: QWidget = self.editor
        for after in (self.browse, self.keep, *self.choices):
            QWidget.setTabOrder(before, after)
            before = after

    def _document(self, part: MessagePart) -> QBoxLayout:
        tr = self._tr
        options = (tr("Decide…"), *(choice_label(tr, one) for one in _CHOICES))
        choice = ChoiceEditor(self._theme, options, height=Height.SMALL)
        if self._direction is _ACROSS:
            choice.setFixedWidth(_CHOICE_WIDTH)
        warning = suspicion_sentence(tr, part)
        choice.setAccessibleName(tr("What becomes of {name}", name=part.name))
        choice.setAccessibleDescription(warning)
        if part.suspicion is Suspicion.REFUSE:
            choice.setCurrentIndex(1 + _CHOICES.index(PartChoice.IDENTITY))
        choice.set_undecided(choice.currentIndex() == 0)
        choice.currentIndexChanged.connect(lambda index, it=choice: it.set_undecided(index == 0))
        self.choices.append(choice)
        words = " · ".join(filter(None, (part.name, warning)))
        row = QBoxLayout(self._direction)
        row.setSpacing(Space.HAIR)
        row.addWidget(CutLabel(self._theme, words, ink=Ink.MUTED), 1)
        row.addWidget(choice)
        return row

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.browse)
        row.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.editor)
        column.addLayout(row)
        column.addWidget(self.keep)
        column.addLayout(self._documents)
        column.addWidget(self.hints)


def _choice(editor: ChoiceEditor) -> PartChoice | None:
    return _CHOICES[editor.currentIndex() - 1] if editor.currentIndex() else None


def broken(text: str) -> str:
    """Return a text without endless lines: laying one out takes a time that grows with its square."""
    lines = text.split("\n")
    if all(len(line) <= _LONGEST_LINE for line in lines):
        return text
    return "\n".join(
        line[start : start + _LONGEST_LINE]
        for line in lines
        for start in range(0, max(1, len(line)), _LONGEST_LINE)
    )


def unread_sentence(tr: Tr) -> str:
    """Say that a form cannot be recorded before its message was looked at."""
    return tr("The message was not read yet. Look at what was found in it, then record again.")
