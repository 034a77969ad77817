"""The review of an access package: its pieces at the left, the text of one at the right."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from dsr_desktop.domain.review import REASONS, Choice, PackageReview, ReviewedItem, Span
from dsr_desktop.gui.pages.rows import LinesModel
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.cells import RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.row_list import RowList
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.review import (
    choice_label,
    found_label,
    group_title,
    place_label,
    review_line,
    what_label,
)

_WIDTH, _HEIGHT, _LIST = 980, 380, 460
_TONES = {
    Choice.INCLUDE: (Tone.OK, Icon.CIRCLE_CHECK),
    Choice.MASK: (Tone.INFO, Icon.EYE_OFF),
    Choice.EXCLUDE: (Tone.HOLD, Icon.CIRCLE_X),
}
_KEYS = {Choice.INCLUDE: "Ctrl+1", Choice.MASK: "Ctrl+2", Choice.EXCLUDE: "Ctrl+3"}


class ReviewDialog(FormDialog):
    """Pieces that wait come first; the verb approves, and hands over once that is done.

    `decided` carries the key of a piece, a `Choice`, the stretches of a mask (none: what is pointed
    out) and the reason; the owner records it and calls `show_review` again.
    """

    decided = Signal(str, object, object, str)
    mask_all_requested = Signal()
    approve_requested = Signal()
    hand_over_requested = Signal()

    def __init__(
        self, theme: Theme, tr: Tr, review: PackageReview, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr("Contents of the access package"), verb=tr("Approve"), cancel=tr("Close"),
            sentence=tr("Everything about the person, and what may be about somebody else in it. "
                        "Select words to mask just these."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        self._review = review
        self.setFixedWidth(_WIDTH)
        self.state = Label(theme, "", TextStyle.STRONG, wraps=True)
        self.body.addWidget(self.state)
        self._add_panes()
        self.verb_button.clicked.connect(self._go_on)
        self.verb_button.setAutoDefault(False)
        self.verb_button.setDefault(False)
        self.show_review(review)
        self.list.setFocus()

    def show_review(self, review: PackageReview) -> None:
        """Show how things stand now; the first piece that waits is chosen, else the one as before."""
        self._review = review
        before = self._chosen
        self.model.show(sorted(review.items, key=lambda one: not one.suggestions))
        keys = [one.item.key for one in self.model.rows]
        first = next((one for one in self.model.rows if one.is_open), before)
        if first is not None and first.item.key in keys:
            self.list.setCurrentIndex(self.model.index(keys.index(first.item.key)))
        self.state.setText(review_line(self._tr, review))
        self._settle_verbs()

    @property
    def _chosen(self) -> ReviewedItem | None:
        return self.model.row_at(self.list.currentIndex())

    def _add_panes(self) -> None:
        theme, tr = self._theme, self._tr
        self.model = LinesModel[ReviewedItem](self._look)
        self.list = RowList(theme, tr("Pieces"))
        self.list.setModel(self.model)
        self.list.setFixedSize(_LIST, _HEIGHT)
        self.list.selectionModel().currentChanged.connect(self._show_piece)
        self.where = Label(theme, "", TextStyle.STRONG, wraps=True)
        self.told = Label(theme, "", TextStyle.CAPTION, Ink.SOON, wraps=True)
        self.text = NoteEditor(lines=8)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text of the piece"))
        self.reason = ChoiceEditor(theme, tuple(reason_label(tr, code) for code in REASONS))
        self.mask_all = Button(theme, tr("Mask all that is pointed out"), size=ButtonSize.SMALL)
        self.mask_all.clicked.connect(self.mask_all_requested)
        right = QVBoxLayout()
        right.setSpacing(Space.TIGHT)
        for widget in (self.where, self.told, self.text):
            right.addWidget(widget)
        right.addWidget(Field(theme, tr("Why it does not go"), self.reason))
        right.addLayout(self._choice_buttons())
        right.addStretch(1)
        right.addWidget(self.mask_all)
        panes = QHBoxLayout()
        panes.setSpacing(Space.SNUG)
        panes.addWidget(self.list)
        panes.addLayout(right, 1)
        self.body.addLayout(panes)

    def _choice_buttons(self) -> QHBoxLayout:
        tr = self._tr
        verbs = {
            Choice.INCLUDE: tr("Let it in"),
            Choice.MASK: tr("Mask"),
            Choice.EXCLUDE: tr("Leave out"),
        }
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        self.buttons: dict[Choice, Button] = {}
        for choice, verb in verbs.items():
            button = Button(self._theme, verb, size=ButtonSize.SMALL)
            button.setToolTip(QKeySequence(_KEYS[choice]).toString(
                QKeySequence.SequenceFormat.NativeText))  # fmt: skip
            button.clicked.connect(lambda _pressed=False, one=choice: self._decide(one))
            QShortcut(QKeySequence(_KEYS[choice]), self).activated.connect(
                lambda one=choice: self._decide(one)
            )
            self.buttons[choice] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _look(self, one: ReviewedItem) -> RowLook:
        tr, item = self._tr, one.item
        detail = " · ".join(filter(None, (group_title(tr, item), place_label(tr, item))))
        tone, icon = _TONES[one.choice]
        state, label = (tone, icon), choice_label(tr, one.choice)
        if one.is_open:
            state, label = (Tone.SOON, Icon.TRIANGLE_ALERT), tr("to decide")
        title = tr.pair(what_label(tr, item), " ".join(item.text.split()))
        return RowLook(title, detail, chip=ChipLook(label, *state))

    def _show_piece(self, index: QModelIndex) -> None:
        one = self.model.row_at(index)
        if one is None:
            return
        tr, item = self._tr, one.item
        place = " · ".join(filter(None, (group_title(tr, item), place_label(tr, item))))
        self.where.setText(f"{what_label(tr, item)} · {place}")
        found = dict.fromkeys(found_label(tr, each.found) for each in one.suggestions)
        self.told.setText(", ".join(found))
        self.told.setVisible(bool(found))
        self.text.setPlainText(item.text)
        self._mark(one)

    def _mark(self, one: ReviewedItem) -> None:
        """Underlay what is masked, else what is pointed out."""
        pointed_out = [(each.start, each.end) for each in one.suggestions]
        spans = one.decision.spans if one.decision else pointed_out
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.tokens.soon.edge))
        marks = []
        for start, end in spans:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = self._cursor(start, end), look
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.text.document())
        text = self.text.toPlainText()
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _decide(self, choice: Choice) -> None:
        one = self._chosen
        if one is None:
            return
        spans = self._selected() if choice is Choice.MASK else ()
        if choice is Choice.MASK and not (spans or one.suggestions):
            self.told.setText(
                self._tr("Nothing is pointed out here. Select in the text what is masked.")
            )
            self.told.show()
            self.text.setFocus()
            return
        self.decided.emit(one.item.key, choice, spans, REASONS[self.reason.currentIndex()])

    def _selected(self) -> tuple[Span, ...]:
        """Return the stretch selected in the text, counted in characters as Python does."""
        cursor, text = self.text.textCursor(), self.text.toPlainText()
        if not cursor.hasSelection():
            return ()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return ((_characters(text, start), _characters(text, end)),)

    def _settle_verbs(self) -> None:
        tr, review = self._tr, self._review
        self.mask_all.setVisible(bool(review.open_items))
        is_approved = review.approval is not None
        self.verb_button.setText(tr("Hand it over…") if is_approved else tr("Approve"))
        if review.open_items:
            self.verb_button.disable(tr("Pieces wait for your decision."))
        else:
            self.verb_button.enable()

    def _go_on(self) -> None:
        if self._review.approval is None:
            self.approve_requested.emit()
        else:
            self.hand_over_requested.emit()


def _units(text: str) -> int:
    """Return the length as Qt counts it, in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    """Return how many characters the first `units` of UTF-16 are."""
    encoded = text.encode("utf-16-le", "surrogatepass")[: units * 2]
    return len(encoded.decode("utf-16-le", "surrogatepass"))
