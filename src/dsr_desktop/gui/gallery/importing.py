"""Fifth sheet: an import before it is written, with choice, files, preview and mapping."""

from datetime import date

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.gallery.frame import Frame, cells, rows_model
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, IconSize, Ink, RowHeight, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.cells import CellLook, RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.choice import Choice, Option
from dsr_desktop.gui.widgets.confidence_legend import ConfidenceLegend
from dsr_desktop.gui.widgets.count_tile import Count, CountStrip
from dsr_desktop.gui.widgets.date_editor import DateEditor
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.marks import Confidence, confidence_icon
from dsr_desktop.gui.widgets.page_header import PageHeader
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, RowList
from dsr_desktop.gui.widgets.search_field import SearchField
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.gui.widgets.tick_box import RadioButton
from dsr_desktop.wording.language import speak

_LIST_WIDTH = 296
_MAPPING_HEIGHT = 42
_COLUMNS = (
    ("Name", "Full name", Confidence.SURE, 146),
    ("Mail", "E-mail", Confidence.SURE, 182),
    ("Tel", "Phone", Confidence.LIKELY, 134),
    ("Firm", "Company", Confidence.SURE, 128),
    ("Born", "Birth date", Confidence.LIKELY, 128),
)
_PREVIEW = (
    ("Ana Lang", "a.lang@nord.example", "06 44 18 20 11", "Nord Bois", "1984-03-02"),
    ("Tomas Reyl", "reyl@cobalt.example", "07 51 33 09 60", "Cobalt", "1990-11-19"),
    ("Mireille Okafor", "okafor@luma.example", "06 20 77 41 58", "Luma", "1979-06-30"),
    ("Jens Brandt", "jens@werk.example", "+49 30 901820", "Werk GmbH", "1988-01-12"),
    ("Lucía Ferrán", "lf@oliva.example", "06 77 02 15 49", "Oliva", "1992-08-21"),
    ("Noé Tissot", "tissot@aro.example", "07 82 64 30 05", "Aro", "1986-05-17"),
    ("Ewa Malik", "ewa@poznan.example", "+48 61 8000412", "Poznan Sp.", "1975-12-03"),
)
_NEEDS_A_LOOK = ChipLook("Needs a look", Tone.SOON, Icon.CIRCLE_ALERT)
_PASSWORD = ChipLook("Password given", Tone.INFO, Icon.LOCK_OPEN)
_UNREADABLE = ChipLook("Cannot be read", Tone.LATE, Icon.FILE_X)
_FILES = (
    ("contacts-2026.xlsx", "4,120 rows, 2 sheets", None),
    ("fair-badges.ods", "612 rows", _NEEDS_A_LOOK),
    ("newsletter.csv", "5,304 rows", None),
    ("web-form-2026.csv", "1,207 rows", None),
    ("partners.xlsx", "388 rows", _PASSWORD),
    ("salon-lyon-2024.xls", "File is cut off at 18 KB", _UNREADABLE),
    ("callbacks.csv", "96 rows", None),
    ("visits-north.xlsx", "540 rows", None),
    ("visits-south.xlsx", "611 rows", None),
    ("quotes-2025.xlsb", "1,204 rows", None),
)


class ImportSheet(Frame):
    """A page after the picture of the import preview."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "files")
        self.page.addWidget(_header(theme))
        self.page.setSpacing(11)
        self.page.addWidget(_counts(theme))
        self.page.addWidget(_kind_of_list(theme))
        panes = QHBoxLayout()
        panes.setSpacing(14)
        panes.addWidget(_files(theme))
        panes.addWidget(_preview(theme), 1)
        self.page.addLayout(panes, 1)


def _header(theme: Theme) -> PageHeader:
    header = PageHeader(
        theme,
        "Import from Sales",
        state="12 files, supplied by Hugo Perrin on 23 November 2026 · nothing is written yet",
        search=SearchField(theme, "Search everywhere", key="Ctrl K"),
    )
    header.add_button(Button(theme, "Cancel"))
    header.add_button(Button(theme, "Import 11 files", ButtonKind.PRIMARY, icon=Icon.DOWNLOAD))
    return header


def _counts(theme: Theme) -> CountStrip:
    return CountStrip(
        theme,
        (
            Count("11,482", "new", Icon.PLUS, Tone.INFO),
            Count("3,206", "already known", Icon.EQUAL, Tone.HOLD),
            Count("2", "held back: asked to be erased", Icon.SHIELD_ALERT, Tone.SOON),
            Count("1", "file unreadable", Icon.FILE_X, Tone.LATE),
        ),
    )


def _kind_of_list(theme: Theme) -> Choice:
    options = (
        Option("Register list", "Your collected contacts, kept under their retention rule"),
        Option("Working copy", "Only to answer a request, deleted after 30 days"),
    )
    return Choice(theme, "Kind of list", options)


def _files(theme: Theme) -> ListCard:
    note = Label(theme, "9 ready · 1 to look at", TextStyle.CAPTION, Ink.MUTED)
    card = ListCard(theme, "12 files", aside=note)
    files = RowList(theme, "Files", row_height=FILE_HEIGHT)
    files.setModel(rows_model([_file_look(*file) for file in _FILES]))
    files.model().setParent(files)
    files.setCurrentIndex(files.model().index(1, 0))
    card.setFixedWidth(_LIST_WIDTH)
    card.add(files, stretch=1)
    return card


def _file_look(name: str, detail: str, chip: ChipLook | None) -> RowLook:
    if chip is not None:
        return RowLook(name, detail, chip=chip, strong=chip is _NEEDS_A_LOOK)
    return RowLook(
        name, detail, strong=False, state="Ready", state_icon=Icon.CHECK, state_ink=Ink.OK
    )


def _preview(theme: Theme) -> ListCard:
    row_box = ChoiceEditor(theme, ("row 1", "row 2"), height=Height.SMALL)
    row_box.setAccessibleName("Header in")
    aside = QWidget()
    line = QHBoxLayout(aside)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(Label(theme, "Header in", TextStyle.CAPTION, Ink.MUTED))
    line.addWidget(row_box)
    card = ListCard(theme, "fair-badges.ods", note="Sheet Badges", aside=aside, head_height=42)
    card.add(_table(theme))
    foot = QWidget()
    column = QVBoxLayout(foot)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addLayout(_legend(theme))
    column.addWidget(_not_announced(theme))
    column.addLayout(_details(theme))
    column.addLayout(_footnote(theme))
    card.add_padded(foot)
    card.body.addStretch(1)
    return card


def _table(theme: Theme) -> Table:
    table = Table(theme, "Preview", row_height=RowHeight.PREVIEW)
    table.setModel(_rows())
    table.model().setParent(table)
    table.setRowHeight(0, _MAPPING_HEIGHT)
    for column, (header, field, confidence, width) in enumerate(_COLUMNS):
        table.set_width(column, width)
        index = table.model().index(0, column)
        table.setIndexWidget(index, _mapping(theme, header, field, confidence))
    height = RowHeight.HEADER + _MAPPING_HEIGHT + len(_PREVIEW) * RowHeight.PREVIEW
    table.setFixedHeight(height)
    return table


def _rows() -> QStandardItemModel:
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels([column[0] for column in _COLUMNS])
    model.appendRow(cells([CellLook() for _ in _COLUMNS]))
    for row in _PREVIEW:
        looks = [
            CellLook(text, ink=Ink.MUTED if number == len(row) - 1 else Ink.TEXT)
            for number, text in enumerate(row)
        ]
        model.appendRow(cells(looks))
    return model


def _mapping(theme: Theme, header: str, field: str, confidence: Confidence) -> QWidget:
    editor = ChoiceEditor(theme, height=Height.MAPPING)
    editor.addItem(confidence_icon(theme, confidence), field)
    editor.setAccessibleName(f"Field of {header}")
    editor.setFont(theme.font(TextStyle.CAPTION))
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(14, 0, 10, 1)
    row.addWidget(editor)
    return holder


def _legend(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    words = (
        (Confidence.SURE, "sure"),
        (Confidence.LIKELY, "likely, please check"),
        (Confidence.NONE, "no field"),
    )
    row.addWidget(ConfidenceLegend(theme, words), 1)
    row.addWidget(Label(theme, "Rows 2 to 8 of 612", TextStyle.CAPTION, Ink.MUTED))
    return row


def _not_announced(theme: Theme) -> Banner:
    banner = Banner(
        theme,
        Tone.SOON,
        "Birth date is not announced by your policy",
        "Privacy policy of 4 March 2026. Nobody was told that you keep it.",
    )
    answers = QWidget()
    row = QHBoxLayout(answers)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.TIGHT)
    skip = RadioButton(theme, "Skip the column")
    skip.setChecked(True)
    reason = TextEditor(placeholder="Reason, for the record")
    reason.setAccessibleName("Reason, for the record")
    row.addWidget(skip)
    row.addSpacing(Space.TIGHT)
    row.addWidget(RadioButton(theme, "Keep it, because"))
    row.addWidget(reason, 1)
    banner.add(answers)
    return banner


def _details(theme: Theme) -> QHBoxLayout:
    activity = ChoiceEditor(theme, ("Trade fairs · legitimate interest",), height=Height.SMALL)
    activity.setAccessibleName("Activity")
    collected = DateEditor(theme, speak("en"), date(2026, 3, 12))
    collected.setAccessibleName("Collected on")
    row = QHBoxLayout()
    row.addWidget(Label(theme, "Activity", ink=Ink.MUTED))
    row.addWidget(activity)
    row.addStretch(1)
    row.addWidget(Label(theme, "Collected on", ink=Ink.MUTED))
    row.addWidget(collected)
    return row


def _footnote(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(IconLabel(theme, Icon.INFO, Ink.MUTED, IconSize.CHIP))
    text = "You can undo the whole import later, in Files."
    row.addWidget(Label(theme, text, TextStyle.CAPTION, Ink.MUTED))
    row.addStretch(1)
    return row
