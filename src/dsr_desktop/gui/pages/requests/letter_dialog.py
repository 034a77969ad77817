"""Writes a letter: its texts at the left, the letter as it stands at the right, gaps marked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from dsr_desktop.domain.communication import DISCLOSING, AddressState
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.letter import Letter, LetterSheet, check_ready
from dsr_desktop.domain.letter_values import SEVERAL_LINES, is_of_register
from dsr_desktop.domain.letters import LETTERS, Block, LetterKind
from dsr_desktop.domain.letters_due import LetterStanding
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.addresses import ADDRESSES, unverified_refused
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr, speak
from dsr_desktop.wording.letter_filling import fill_letter
from dsr_desktop.wording.letters import placeholder_label, standing_line, subject_line

_WIDTH, _HEIGHT, _TEXTS = 1000, 380, 400
_LINES = 3
_LAST = frozenset({"remark", "addressee"})


@dataclass(frozen=True)
class LetterWanted:
    """A letter to be written; `draft` is what is known of the address of a mail, None without one."""

    kind: LetterKind
    written: dict[str, str] = field(default_factory=dict)
    included: frozenset[Block] = frozenset()
    draft: AddressState | None = None


class LetterDialog(RecordForm):
    """`kind_chosen` asks for the sheet of another letter; the owner then calls `show_sheet`."""

    kind_chosen = Signal(object)

    def __init__(
        self, theme: Theme, tr: Tr, letters: Sequence[LetterStanding], sheet: LetterSheet,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Write a letter"), verb=tr("Choose the folder…"),
            sentence=tr("It is written as PDF and as a document to edit. What the register knows "
                        "stands there already."),
            parent=parent,
        )  # fmt: skip
        self._kinds = tuple(one.kind for one in letters)
        self._sheet = sheet
        self.setFixedWidth(_WIDTH)
        self.kind = ChoiceEditor(theme, tuple(standing_line(tr, one) for one in letters))
        self.kind.setCurrentIndex(self._kinds.index(sheet.kind))
        self.add_field("kind", Field(theme, tr("Letter"), self.kind))
        self._add_panes()
        self.show_sheet(sheet)
        self.kind.currentIndexChanged.connect(
            lambda number: self.kind_chosen.emit(self._kinds[number])
        )

    def choose_kind(self, kind: LetterKind) -> None:
        """Choose another letter, as in the list."""
        self.kind.setCurrentIndex(self._kinds.index(kind))

    def show_sheet(self, sheet: LetterSheet) -> None:
        """Show a letter: a field for each text that can be written, and what it says now.

        One that is no longer the chosen one is left aside.
        """
        self._sheet = sheet
        self.kind.setCurrentIndex(self._kinds.index(sheet.kind))
        for name in self._texts:
            del self.fields[name]
        self._texts: dict[str, TextEditor | NoteEditor] = {}
        clear(self._form)
        for name, text in sorted(sheet.free.items(), key=lambda one: _place(*one)):
            self._add_text(name, text)
        self._set_tab_order()
        self._preview()

    def answer(self) -> LetterWanted:
        """Return what is to be written: only what differs from what the register proposes."""
        proposed = self._sheet.free
        said = {name: _text_of(editor) for name, editor in self._texts.items()}
        written = {name: text for name, text in said.items() if text != proposed[name]}
        draft = self.draft.currentIndex()
        return LetterWanted(
            self._sheet.kind, written, self._included, ADDRESSES[draft - 1] if draft else None
        )

    def mistakes(self) -> dict[str, str]:
        """Name what is not filled in (R-LET-1), and a mail that may not be or has no address."""
        tr, wanted, letter = self._tr, self.answer(), self._letter()
        if self._kinds[self.kind.currentIndex()] is not self._sheet.kind:
            return {"kind": tr("This letter is not read yet. Wait, or choose it again.")}
        wrong = {name: tr("Fill it in.") for name in letter.gaps if name in self._texts}
        if any(is_of_register(name) for name in letter.gaps) or letter.empty:
            wrong["kind"] = _refusal(tr, letter)
        if wanted.draft is not None and not letter.to:
            wrong["draft"] = tr("No e-mail address is known for this letter.")
        is_open = wanted.draft is AddressState.NOT_VERIFIED
        if is_open and LETTERS[wanted.kind].message in DISCLOSING:
            wrong["draft"] = unverified_refused(tr)
        return wrong

    @property
    def _included(self) -> frozenset[Block]:
        return frozenset(block for block, box in self.blocks.items() if box.isChecked())

    def _letter(self) -> Letter:
        return fill_letter(self._sheet.with_blocks(self._included), self.answer().written)

    def _add_panes(self) -> None:
        theme, tr = self._theme, self._tr
        self._texts = {}
        texts = ScrollPane(tr("Texts of the letter"), spacing=0)
        texts.setFixedSize(_TEXTS, _HEIGHT)
        holder = QWidget()
        self._form = QVBoxLayout(holder)
        self._form.setContentsMargins(0, 0, Space.TIGHT, 0)
        texts.add(holder)
        texts.body.addStretch(1)
        self.preview = NoteEditor()
        self.preview.setFixedHeight(_HEIGHT)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(tr("The letter as it stands"))
        panes = QHBoxLayout()
        panes.setSpacing(Space.SNUG)
        panes.addWidget(texts)
        panes.addWidget(self.preview, 1)
        self.body.addLayout(panes)
        self.missing = Label(theme, "", TextStyle.CAPTION, Ink.SOON, wraps=True)
        self.body.addWidget(self.missing)
        self._add_more()

    def _add_more(self) -> None:
        theme, tr = self._theme, self._tr
        self.blocks = {
            Block.COOKIES: TickBox(theme, tr("Say how to manage cookies in a browser")),
            Block.CONTACTS: TickBox(theme, tr("Say whom to write to: DPO and authority")),
        }
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG)
        for box in self.blocks.values():
            box.toggled.connect(self._preview)
            row.addWidget(box)
        row.addStretch(1)
        self.body.addLayout(row)
        self.draft = ChoiceEditor(theme, (
            tr("No draft of a mail"), tr("A draft to the address on file"),
            tr("A draft to another address, verified"),
            tr("A draft to an address that nobody verified"),
        ))  # fmt: skip
        self.add_field("draft", Field(theme, tr("Draft of a mail"), self.draft))

    def _add_text(self, name: str, text: str) -> None:
        is_long = name in SEVERAL_LINES
        editor = NoteEditor(text, lines=_LINES) if is_long else TextEditor(text)
        editor.textChanged.connect(self._preview)
        self._texts[name] = editor
        self._form.addWidget(
            self.name_field(name, Field(self._theme, placeholder_label(self._tr, name), editor))
        )

    def _set_tab_order(self) -> None:
        stops = [
            self.kind, *self._texts.values(), self.preview, *self.blocks.values(), self.draft,
            self.cancel_button, self.verb_button,
        ]  # fmt: skip
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _preview(self) -> None:
        letter = self._letter()
        names = {name: placeholder_label(self._tr, name) for name in letter.gaps}
        subject = subject_line(speak(letter.language), letter.subject)
        text = "\n".join((*letter.addressee, "", subject, "", letter.body))
        for name, label in names.items():
            text = text.replace(f"{{{name}}}", f"[{label}]")
        before = self.preview.verticalScrollBar().value()
        self.preview.setPlainText(text)
        self.preview.verticalScrollBar().setValue(before)
        _underlay(self.preview, [f"[{one}]" for one in names.values()],
                  QColor(self._theme.tokens.soon.edge))  # fmt: skip
        told = ", ".join(names.values())
        self.missing.setText(self._tr("Still to fill in: {names}", names=told) if told else "")
        self.missing.setVisible(bool(told))


def _place(name: str, text: str) -> tuple[bool, bool]:
    """Put what waits to be filled in first, a remark and the addressee last."""
    return (name in _LAST, bool(text))


def _text_of(editor: TextEditor | NoteEditor) -> str:
    text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()
    return text.strip()


def _refusal(tr: Tr, letter: Letter) -> str:
    try:
        check_ready(letter)
    except DsrError as error:
        return word_error(tr, error)
    return ""


def _underlay(editor: QPlainTextEdit, words: Sequence[str], ground: QColor) -> None:
    """Colour the ground of words wherever they stand."""
    look = QTextCharFormat()
    look.setBackground(ground)
    marks = []
    for word in words:
        cursor = editor.document().find(word)
        while not cursor.isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = QTextCursor(cursor), look
            marks.append(mark)
            cursor = editor.document().find(word, cursor)
    editor.setExtraSelections(marks)
