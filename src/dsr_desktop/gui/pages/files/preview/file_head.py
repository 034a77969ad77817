"""The head of the chosen file: its name, the sheet that is shown, the row of its titles."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.domain.preview import SheetPreview
from dsr_desktop.gui.pages.files.preview.words import sheet_title
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.wording.language import Tr

_HEIGHT = 42
_WIDEST_SHEET = 300


class FileHead(QWidget):
    """`sheet_chosen` carries a sheet's place, `header_chosen` a row number or None for no titles."""

    sheet_chosen = Signal(int)
    header_chosen = Signal(object)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__()
        self._tr = tr
        self._rows: tuple[int | None, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._name = CutLabel(theme, "", TextStyle.SECTION)
        self._hidden = Chip(theme, ChipLook(tr("Hidden sheet"), Tone.OUTLINE, Icon.EYE_OFF))
        self.sheet = ChoiceEditor(theme, height=Height.SMALL)
        self.sheet.setAccessibleName(tr("Sheet"))
        self.sheet.setMaximumWidth(_WIDEST_SHEET)
        self.sheet.activated.connect(self.sheet_chosen)
        self.header = ChoiceEditor(theme, height=Height.SMALL)
        for editor in (self.sheet, self.header):
            editor.setSizeAdjustPolicy(ChoiceEditor.SizeAdjustPolicy.AdjustToContents)
        self.header.activated.connect(lambda at: self.header_chosen.emit(self._rows[at]))
        self._header_label = Label(theme, tr("Titles in"), TextStyle.CAPTION, Ink.MUTED)
        self._header_label.setBuddy(self.header)
        self.header.setAccessibleName(tr("Titles in"))
        self._lay_out()

    def show_file(self, name: str, sheets: Sequence[SheetPreview], current: int) -> None:
        """Show a file with one of its sheets; without sheets only its name."""
        self._name.setText(name)
        self._show_sheets(sheets, current)
        for widget in (self._header_label, self.header):
            widget.setVisible(bool(sheets))
        self._hidden.setVisible(bool(sheets) and sheets[current].hidden)
        if sheets:
            self._show_header(sheets[current])

    def _show_sheets(self, sheets: Sequence[SheetPreview], current: int) -> None:
        self.sheet.setVisible(len(sheets) > 1)
        titles = tuple(sheet_title(self._tr, one) for one in sheets)
        if titles != self._titles:
            self._titles = titles
            self.sheet.clear()
            self.sheet.addItems(list(titles))
        self.sheet.setCurrentIndex(current if sheets else -1)

    def _show_header(self, sheet: SheetPreview) -> None:
        numbers = [n for n, _cells in sheet.first_rows]
        if sheet.header_row is not None and sheet.header_row not in numbers:
            numbers.append(sheet.header_row)
        rows = (*numbers, None)
        if rows != self._rows:
            self._rows = rows
            self.header.clear()
            words = [self._tr("row {n}", n=self._tr.number(n)) for n in numbers]
            self.header.addItems([*words, self._tr("no row")])
        self.header.setCurrentIndex(rows.index(sheet.header_row))
        self.header.set_undecided(sheet.header_unsure)

    def _lay_out(self) -> None:
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.ROOMY - 2, 0, Space.SNUG, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self._name)
        row.addWidget(self.sheet)
        row.addWidget(self._hidden)
        row.addStretch(1)
        row.addWidget(self._header_label)
        row.addWidget(self.header)
