"""What the preview asks about one file: password, encoding, earlier version, columns, a word."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.known_version import KnownVersion
from dsr_desktop.domain.mapping_file import LONGEST_REASON
from dsr_desktop.domain.preview import ColumnPreview, EncodingDoubt
from dsr_desktop.gui.pages.files.newer_words import kept_for_days
from dsr_desktop.gui.pages.files.preview.words import undeclared_name, undeclared_title
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.secret_editor import SecretEditor
from dsr_desktop.gui.widgets.tick_box import RadioButton
from dsr_desktop.wording.encodings import encoding_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.replacing import earlier_version_facts, earlier_version_title

_BELOW_THE_TEXT = 24
_NAME_WIDTH = 190


class PasswordQuestion(Banner):
    """Asks for the password of a file; it is kept for this import only."""

    given = Signal(str)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__(
            theme, Tone.SOON, tr("This file has a password"),
            tr("What you type is used for this import only and written down nowhere."), icon=Icon.LOCK,
        )  # fmt: skip
        self._tr = tr
        self.editor = SecretEditor(theme, tr("Password"), show=tr("Show"), hide=tr("Hide"))
        self.try_button = Button(theme, tr("Try"))
        self.try_button.clicked.connect(self._give)
        self.editor.submitted.connect(self._give)
        self._wrong = Label(theme, "", TextStyle.CAPTION, Ink.LATE)
        self._wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.editor, 1)
        row.addWidget(self.try_button)
        answer = QWidget()
        column = QVBoxLayout(answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addLayout(row)
        column.addWidget(self._wrong)
        self.add(answer)

    def refuse(self) -> None:
        """Say that the password does not open the file."""
        self._say(self._tr("This password does not open it. Check capitals and keyboard layout."))

    def _give(self) -> None:
        if password := self.editor.text():
            self._say("")
            self.given.emit(password)
        else:
            self._say(self._tr("Type the password first."))

    def _say(self, rule: str) -> None:
        self._wrong.setText(rule)
        self._wrong.setVisible(bool(rule))
        self.editor.set_wrong(rule)
        if rule:
            self.editor.setFocus()


class EncodingQuestion(Banner):
    """Asks in which encoding a text is written: each with two of its lines as they would read."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, tr: Tr, doubts: Sequence[EncodingDoubt]) -> None:
        super().__init__(
            theme, Tone.SOON, tr("Its accented letters can be read in several ways"),
            tr("Choose the one in which the names are right."),
        )  # fmt: skip
        self._buttons: dict[str, RadioButton] = {}
        answers = QWidget()
        column = QVBoxLayout(answers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NONE)
        for doubt in doubts:
            column.addWidget(self._button(theme, tr, doubt))
            for line in doubt.lines:
                sample = QHBoxLayout()
                sample.setContentsMargins(_BELOW_THE_TEXT, 0, 0, 0)
                sample.addWidget(CutLabel(theme, line, TextStyle.CAPTION, Ink.MUTED))
                column.addLayout(sample)
        self.add(answers)

    def show_choice(self, encoding: str) -> None:
        """Mark the encoding that is taken."""
        if encoding in self._buttons:
            self._buttons[encoding].setChecked(True)

    def _button(self, theme: Theme, tr: Tr, doubt: EncodingDoubt) -> RadioButton:
        button = RadioButton(theme, encoding_label(tr, doubt.encoding))
        button.setAccessibleDescription("\n".join(doubt.lines))
        button.clicked.connect(lambda _checked: self.chosen.emit(doubt.encoding))
        self._buttons[doubt.encoding] = button
        return button


class ReplacementQuestion(Banner):
    """Asks whether a file takes the place of its earlier version, with what it changes of that.

    `chosen` carries True for its place, False for keeping both. `all_chosen` says the first of every
    file that surely is a newer version.
    """

    chosen = Signal(bool)
    all_chosen = Signal()

    def __init__(self, theme: Theme, tr: Tr, earlier: KnownVersion) -> None:
        super().__init__(
            theme, Tone.SOON, earlier_version_title(tr, earlier), earlier_version_facts(tr, earlier)
        )
        self._tr = tr
        self.all_in_place = self.add_button("")
        self.all_in_place.clicked.connect(self.all_chosen)
        self.show_all(0)
        kept = kept_for_days(tr)
        self.takes_place = RadioButton(theme, tr("Put it in the place of the earlier version"))
        self.takes_place.setAccessibleDescription(kept)
        self.takes_place.clicked.connect(lambda _checked: self.chosen.emit(True))
        self.keeps_both = RadioButton(theme, tr("Keep both"))
        self.keeps_both.clicked.connect(lambda _checked: self.chosen.emit(False))
        answers = QWidget()
        column = QVBoxLayout(answers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NONE)
        column.addWidget(self.takes_place)
        told = QHBoxLayout()
        told.setContentsMargins(_BELOW_THE_TEXT, 0, 0, 0)
        told.addWidget(Label(theme, kept, TextStyle.CAPTION, Ink.MUTED, wraps=True))
        column.addLayout(told)
        column.addWidget(self.keeps_both)
        self.add(answers)

    def show_all(self, waiting: int) -> None:
        """Offer one answer for all newer versions that wait for one, where there are several."""
        self.all_in_place.setText(
            self._tr.count(
                "Put {n} newer version in its place", "Put all {n} in their places", waiting
            )
        )
        self.all_in_place.setVisible(waiting > 1)

    def show_choice(self, takes_place: bool | None) -> None:
        """Mark what was chosen; None marks nothing."""
        self.takes_place.setChecked(takes_place is True)
        self.keeps_both.setChecked(takes_place is False)


class WordQuestion(Banner):
    """Says what is unsure, and takes the user's word that it is right as shown."""

    confirmed = Signal()

    def __init__(self, theme: Theme, tr: Tr, sentences: Sequence[str]) -> None:
        super().__init__(theme, Tone.SOON, tr("Needs a look"), "\n".join(sentences),
                         icon=Icon.CIRCLE_ALERT)  # fmt: skip
        self.button = self.add_button(tr("Right as shown"), Icon.CHECK)
        self.button.clicked.connect(self.confirmed)


class UndeclaredQuestion(Banner):
    """Asks for each column that the policy does not announce: skip it, or keep it and say why.

    `answered` carries the number of the column, whether to skip it, and the reason or "" .
    """

    answered = Signal(int, bool, str)

    def __init__(self, theme: Theme, tr: Tr, columns: Sequence[ColumnPreview]) -> None:
        super().__init__(
            theme, Tone.SOON, undeclared_title(tr, len(columns)),
            tr("Nobody was told that you keep this. Unanswered, it is kept and named as such."),
        )  # fmt: skip
        answers = QWidget()
        grid = QGridLayout(answers)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.SNUG)
        grid.setVerticalSpacing(Space.HAIR)
        grid.setColumnStretch(1, 1)
        self.rows = {one.number: _ColumnAnswer(theme, tr, one) for one in columns}
        for at, column in enumerate(columns):
            name = CutLabel(theme, undeclared_name(tr, column), TextStyle.STRONG)
            name.setMaximumWidth(_NAME_WIDTH)
            row = self.rows[column.number]
            row.answered.connect(self.answered)
            grid.addWidget(name, at, 0)
            grid.addWidget(row, at, 1)
        self.add(answers)


class _ColumnAnswer(QWidget):
    answered = Signal(int, bool, str)

    def __init__(self, theme: Theme, tr: Tr, column: ColumnPreview) -> None:
        super().__init__()
        self._number = column.number
        name = undeclared_name(tr, column)
        self.skip = RadioButton(theme, tr("Skip"))
        self.skip.setAccessibleName(tr("Skip {column}", column=name))
        self.keep = RadioButton(theme, tr("Keep, because"))
        self.keep.setAccessibleName(tr("Keep {column}", column=name))
        self.reason = TextEditor(column.reason or "", placeholder=tr("Reason, for the record"))
        self.reason.setAccessibleName(tr("Reason to keep {column}", column=name))
        self.reason.setMaxLength(LONGEST_REASON)
        self.skip.setChecked(column.is_skipped)
        self.keep.setChecked(bool(column.reason) and not column.is_skipped)
        self.skip.clicked.connect(self._answer)
        self.keep.clicked.connect(self._begin_to_keep)
        self.reason.textEdited.connect(self._write)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG)
        row.addWidget(self.skip)
        row.addWidget(self.keep)
        row.addWidget(self.reason, 1)

    def _begin_to_keep(self) -> None:
        self._answer()
        self.reason.setFocus()

    def _write(self) -> None:
        self.keep.setChecked(True)
        self._answer()

    def _answer(self) -> None:
        skips = self.skip.isChecked()
        reason = "" if skips else self.reason.text().strip()
        self.answered.emit(self._number, skips, reason)
