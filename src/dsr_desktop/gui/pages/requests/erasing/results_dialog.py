"""What became of each file, after copies were made or files replaced: read, then closed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.requests.erasing.words import FileResult
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.wording.language import Tr

_WIDTH = 640
_AROUND = 60
_MOST_HEIGHT = 380
_ICONS = {
    Tone.OK: (Icon.CIRCLE_CHECK, Ink.OK),
    Tone.SOON: (Icon.TRIANGLE_ALERT, Ink.SOON),
}
_BAD = (Icon.CIRCLE_ALERT, Ink.LATE)


class ResultsDialog(FormDialog):
    """Lists the files, each with what is said of it; what needs somebody stands first.

    `verb` is what can be done next: the dialog is accepted with it.
    """

    def __init__(
        self, theme: Theme, tr: Tr, title: str, sentence: str, results: Sequence[FileResult],
        *, verb: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        close = tr("Close")
        super().__init__(
            theme, title, verb=verb or close, cancel=close, sentence=sentence, parent=parent
        )
        self.setFixedWidth(_WIDTH)
        self.cancel_button.setVisible(bool(verb))
        self.verb_button.clicked.connect(self.accept)
        self.results = tuple(sorted(results, key=lambda one: one.tone is Tone.OK))
        pane = ScrollPane(tr("Files"))
        listed = _Rows(theme, self.results)
        pane.add(listed)
        pane.body.addStretch(1)
        height = listed.heightForWidth(_WIDTH - _AROUND)
        pane.setFixedHeight(min(height, _MOST_HEIGHT))
        self.add(pane)
        self.verb_button.setFocus()


class _Rows(QWidget):
    def __init__(self, theme: Theme, results: Sequence[FileResult]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        for one in results:
            column.addWidget(_row(theme, one))


def _row(theme: Theme, result: FileResult) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.TIGHT)
    icon, ink = _ICONS.get(result.tone, _BAD)
    row.addWidget(IconLabel(theme, icon, ink, IconSize.SECTION), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Label(theme, result.name, TextStyle.STRONG, wraps=True))
    for line in result.lines:
        words.addWidget(Label(theme, line, TextStyle.CAPTION, Ink.MUTED, wraps=True))
    row.addLayout(words, 1)
    return holder
