"""A ticked checklist that came back: what it would record, before anything is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.erasing.line_words import Line, line_title, mark_words
from dsr_desktop.gui.pages.rows import LinesModel
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.cells import RowLook
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, RowList
from dsr_desktop.wording.language import Tr

_WIDTH = 680
_MOST_ROWS, _MOST_PROBLEMS = 7, 12


class ReturnDialog(RecordForm):
    """Shows each line that would be marked; with a problem, or without news, nothing is recorded."""

    def __init__(
        self, theme: Theme, tr: Tr, name: str, lines: Sequence[Line], *, counts: Sequence[str],
        problems: Sequence[str], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Ticked list: {name}", name=name),
            verb=tr.count("Record {n} line", "Record {n} lines", len(lines)), parent=parent,
        )  # fmt: skip
        self.setFixedWidth(_WIDTH)
        self.add(Label(theme, " · ".join(counts), TextStyle.STRONG, wraps=True))
        if problems:
            self.add(_problems(theme, tr, problems))
        self.model = LinesModel[Line](lambda one: _look(tr, one))
        self.model.show(lines)
        if lines:
            listed = RowList(theme, tr("Lines of the checklist"))
            listed.setModel(self.model)
            listed.setFixedHeight(min(len(lines), _MOST_ROWS) * FILE_HEIGHT)
            self.add(listed)
        nothing = "" if lines else tr("It says nothing new.")
        if (
            reason := tr("Nothing is recorded while a row cannot be taken.")
            if problems
            else nothing
        ):
            self.verb_button.disable(reason)
            self.add(Label(theme, reason, TextStyle.CAPTION, Ink.MUTED, wraps=True))
        self._can_record = not problems and bool(lines)

    def submit(self) -> None:
        """Hand in the list, unless there is nothing to record."""
        if self._can_record:
            super().submit()

    def answer(self) -> None:
        """Return nothing: the list says it all."""


def _problems(theme: Theme, tr: Tr, problems: Sequence[str]) -> Banner:
    what = tr.count(
        "{n} row cannot be taken, so that nothing is recorded",
        "{n} rows cannot be taken, so that nothing is recorded",
        len(problems),
    )
    shown = list(problems[:_MOST_PROBLEMS])
    if (more := len(problems) - len(shown)) > 0:
        shown.append(tr.count("{n} more row", "{n} more rows", more))
    return Banner(theme, Tone.LATE, what, "\n".join(shown))


def _look(tr: Tr, one: Line) -> RowLook:
    return RowLook(line_title(tr, one.line), mark_words(tr, one.mark) if one.mark else "")
