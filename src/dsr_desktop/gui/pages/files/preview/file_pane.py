"""The chosen file at the right: what it asks, its sheets with their first rows and columns."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.domain.import_draft import DraftFile
from dsr_desktop.domain.preview import ColumnPreview, Question, SheetPreview
from dsr_desktop.gui.pages.files.preview.column_bar import ColumnBar
from dsr_desktop.gui.pages.files.preview.file_head import FileHead
from dsr_desktop.gui.pages.files.preview.questions import (
    EncodingQuestion,
    PasswordQuestion,
    ReplacementQuestion,
    UndeclaredQuestion,
    WordQuestion,
)
from dsr_desktop.gui.pages.files.preview.rows_table import FIELDS, PreviewTable
from dsr_desktop.gui.pages.files.preview.words import (
    asked_by_word,
    is_open,
    notice_words,
    remarks,
    sheet_counts,
)
from dsr_desktop.gui.pages.notices import Notices
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.confidence_legend import ConfidenceLegend
from dsr_desktop.gui.widgets.flow import Flow
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.marks import Confidence
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.mapping import question_sentence

_ABOVE = ("locked", "unread", "encoding", "replacement", "word", "partly")
_BELOW = ("undeclared",)


class FilePane(ListCard):
    """Every answer carries the file's path, those about a sheet its place among the sheets.

    `column_chosen` brings number and ColumnChoice, `header_chosen` a row number or None.
    `save_requested` asks to save what the columns mean, to a file.
    """

    column_chosen = Signal(object, int, int, object)
    header_chosen = Signal(object, int, object)
    encoding_chosen = Signal(object, str)
    password_given = Signal(object, str)
    replacement_chosen = Signal(object, bool)
    all_replacements_chosen = Signal()
    confirmed = Signal(object)
    save_requested = Signal(object)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__(theme)
        self._tr = tr
        self._file: DraftFile | None = None
        self._number = 0
        self._asked: dict[str, object] = {}
        self.head = FileHead(theme, tr)
        self.table = PreviewTable(theme, tr)
        self.column = ColumnBar(theme, tr)
        self.save = Button(theme, tr("Save this mapping…"), size=ButtonSize.SMALL)
        self.above, self.below = Notices(_ABOVE), Notices(_BELOW)
        self.password: PasswordQuestion | None = None
        self._replacement: ReplacementQuestion | None = None
        self._newer_versions = 0
        self._counts = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._about_sheet: list[QWidget] = [self.table]
        self._listen()
        self._lay_out()

    def begin(self) -> None:
        """Forget the file of an earlier import: the same one may be asked about again."""
        self._file = None

    def show_file(self, file: DraftFile, newer_versions: int = 0) -> None:
        """Show another file, or the same with other answers.

        `newer_versions` counts the files of the import that wait to take a place.
        """
        self._newer_versions = newer_versions
        is_other = self._file is None or self._file.path != file.path
        self._file = file
        if is_other or self._number >= len(file.shown.sheets):
            self._number = _first_open(file)
        if is_other:
            self._asked.clear()
        self._show_questions(file)
        self._show_sheet()

    def ask_anew(self) -> None:
        """Make the questions anew when the file is shown next: their answers came from elsewhere."""
        self._asked.clear()

    def refuse_password(self, path: Path) -> None:
        """Say that the password did not open the file, if it is still the one shown."""
        if self.password is not None and self._file is not None and self._file.path == path:
            self.password.refuse()

    @property
    def _sheet(self) -> SheetPreview | None:
        sheets = self._file.shown.sheets if self._file else ()
        return sheets[self._number] if sheets else None

    def _show_sheet(self) -> None:
        sheet, file = self._sheet, self._file
        for widget in self._about_sheet:
            widget.setVisible(sheet is not None)
        if file is not None:
            self.head.show_file(file.path.name, file.shown.sheets, self._number)
        if sheet is not None:
            self.table.show_sheet(sheet)
            self._counts.setText(sheet_counts(self._tr, sheet))
            self._show_column()
        self._show_undeclared(sheet)

    def _show_column(self) -> None:
        column = self._current_column()
        self.column.setVisible(column is not None)
        if column is not None:
            self.column.show_column(column)

    def _current_column(self) -> ColumnPreview | None:
        sheet, at = self._sheet, self.table.mapping.current
        return sheet.columns[at] if sheet is not None and at < len(sheet.columns) else None

    def _show_questions(self, file: DraftFile) -> None:
        read, tr, theme = file.read, self._tr, self._theme
        locked = Question.PASSWORD in file.open_questions
        self._ask(self.above, "locked", locked, self._make_password_question)
        if not locked:
            self.password = None
        reason = notice_words(tr, read.reason) if read.reason and not locked else ""
        self._ask(self.above, "unread", reason, lambda: _told(theme, tr, file, reason))
        names = tuple(one.encoding for one in read.encodings)
        self._ask(self.above, "encoding", names, lambda: self._make_encoding_question(file))
        self._ask(
            self.above, "replacement", read.earlier, lambda: self._make_replacement_question(file)
        )
        self._show_replacement(file)
        asked = asked_by_word(file)
        sentences = tuple(question_sentence(tr, one) for one in asked)
        self._ask(self.above, "word", sentences, lambda: self._make_word_question(sentences))
        warnings = remarks(tr, file)
        self._ask(self.above, "partly", warnings, lambda: _warned(theme, tr, warnings))

    def _show_undeclared(self, sheet: SheetPreview | None) -> None:
        columns = tuple(one for one in sheet.columns if one.undeclared) if sheet else ()
        key = (self._number, tuple((one.number, one.undeclared) for one in columns))
        self._ask(
            self.below, "undeclared", key if columns else (),
            lambda: self._make_undeclared_question(columns),
        )  # fmt: skip

    def _ask(self, place: Notices, matter: str, asked: object, make: Callable[[], Banner]) -> None:
        """Show the question of a matter; one that is there is left alone, with what is typed in."""
        if self._asked.get(matter) == asked:
            return
        self._asked[matter] = asked
        if asked:
            place.show_notice(matter, make())
        else:
            place.take_away(matter)

    def _make_password_question(self) -> Banner:
        self.password = PasswordQuestion(self._theme, self._tr)
        self.password.given.connect(lambda text: self._emit(self.password_given, text))
        return self.password

    def _make_encoding_question(self, file: DraftFile) -> Banner:
        question = EncodingQuestion(self._theme, self._tr, file.read.encodings)
        question.show_choice(file.read.encoding or "")
        question.chosen.connect(lambda name: self._emit(self.encoding_chosen, name))
        return question

    def _make_replacement_question(self, file: DraftFile) -> Banner:
        assert file.read.earlier is not None  # noqa: S101 - only then it is asked
        question = ReplacementQuestion(self._theme, self._tr, file.read.earlier)
        question.chosen.connect(lambda replaces: self._emit(self.replacement_chosen, replaces))
        question.all_chosen.connect(self.all_replacements_chosen)
        self._replacement = question
        return question

    def _show_replacement(self, file: DraftFile) -> None:
        if self._replacement is not None and file.read.earlier is not None:
            self._replacement.show_choice(file.takes_place)
            self._replacement.show_all(self._newer_versions)

    def _make_word_question(self, sentences: tuple[str, ...]) -> Banner:
        question = WordQuestion(self._theme, self._tr, sentences)
        question.confirmed.connect(lambda: self._emit(self.confirmed))
        return question

    def _make_undeclared_question(self, columns: tuple[ColumnPreview, ...]) -> Banner:
        question = UndeclaredQuestion(self._theme, self._tr, columns)
        question.answered.connect(self._answer_undeclared)
        return question

    def _answer_undeclared(self, number: int, skip: bool, reason: str) -> None:
        if (sheet := self._sheet) is not None:
            column = next(one for one in sheet.columns if one.number == number)
            self._choose(number, replace(column.choice, skip=skip, reason=reason or None))

    def _choose_field(self, at: int, option: int) -> None:
        if (sheet := self._sheet) is not None:
            column = sheet.columns[at]
            choice = replace(column.choice, field=FIELDS[option], origin=None, purpose=None)
            self._choose(column.number, choice)

    def _choose(self, number: int, choice: object) -> None:
        self._emit(self.column_chosen, self._number, number, choice)

    def _choose_sheet(self, number: int) -> None:
        self._number = number
        self._show_sheet()

    def _emit(self, signal: object, *values: object) -> None:
        if self._file is not None:
            signal.emit(self._file.path, *values)  # type: ignore[attr-defined]

    def _listen(self) -> None:
        self.head.sheet_chosen.connect(self._choose_sheet)
        self.head.header_chosen.connect(
            lambda row: self._emit(self.header_chosen, self._number, row)
        )
        self.table.mapping.chosen.connect(self._choose_field)
        self.table.mapping.reached.connect(lambda _at: self._show_column())
        self.column.chosen.connect(self._choose)
        self.save.clicked.connect(lambda: self._emit(self.save_requested))

    def _lay_out(self) -> None:
        pane = ScrollPane(spacing=Space.NONE)
        pane.add(_padded(self.above))
        pane.add(self.table, stretch=1)
        foot = self._make_foot()
        pane.add(foot)
        pane.add(_padded(self.below))
        self.below.setContentsMargins(0, 0, 0, Space.SNUG)
        pane.body.addStretch(0)
        self._about_sheet.append(foot)
        self.add(self.head)
        self.add_line()
        self.add(pane, stretch=1)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(Space.ROOMY - 2, Space.TIGHT, Space.ROOMY - 2, Space.TIGHT)
        column.setSpacing(Space.TIGHT)
        legend = Flow(gap=Space.ROOMY)
        legend.addWidget(_legend(self._theme, self._tr))
        legend.addWidget(self._counts)
        column.addLayout(legend)
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG)
        row.addWidget(self.column, 1)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        column.addLayout(row)
        return foot


def _legend(theme: Theme, tr: Tr) -> ConfidenceLegend:
    return ConfidenceLegend(
        theme,
        (
            (Confidence.SURE, tr("sure")),
            (Confidence.LIKELY, tr("likely")),
            (Confidence.GUESS, tr("a guess")),
            (Confidence.NONE, tr("not used, still searched")),
        ),
    )


def _padded(notices: Notices) -> QWidget:
    """Give questions air, and take no room without any."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(Space.ROOMY - 2, 0, Space.ROOMY - 2, 0)
    row.addWidget(notices)
    notices.setContentsMargins(0, Space.SNUG, 0, Space.SNUG)
    return holder


def _told(theme: Theme, tr: Tr, file: DraftFile, reason: str) -> Banner:
    """Say why a file is not stored, and what that means."""
    if file.read.status.is_unread:
        what = tr("{name} cannot be read", name=file.path.name)
        told = tr("It is recorded as not read, and every search names it until it is.")
        return Banner(theme, Tone.LATE, what, f"{reason}\n{told}")
    return Banner(theme, Tone.HOLD, tr("Already there"), reason)


def _warned(theme: Theme, tr: Tr, warnings: tuple[str, ...]) -> Banner:
    return Banner(theme, Tone.SOON, tr("Read with remarks"), "\n".join(warnings))


def _first_open(file: DraftFile) -> int:
    """Return the place of the first sheet with a question, else of the first one."""
    places = (at for at, sheet in enumerate(file.shown.sheets) if is_open(sheet))
    return next(places, 0)
