"""The choices above a preview: one real field for all columns, reached by arrows and by clicks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractTableModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import LIGHT, RowHeight
from dsr_desktop.gui.widgets.mapping_header import MappedColumn, MappingHeader
from dsr_desktop.gui.widgets.marks import Confidence
from dsr_desktop.gui.widgets.secret_editor import SecretEditor
from dsr_desktop.gui.widgets.table import Table

KEY = Qt.Key
NOTHING, NAME, EMAIL = 0, 1, 2
COLUMNS = (
    MappedColumn("A", "Nom", NAME, Confidence.SURE, "Meaning of A"),
    MappedColumn("B", "Mail", EMAIL, Confidence.LIKELY, "Meaning of B"),
    MappedColumn("C", "Code", NOTHING, Confidence.NONE, "Meaning of C", icon=Icon.EYE_OFF),
)


class Cells(QAbstractTableModel):
    """Three rows of as many columns as wanted."""

    def __init__(self, columns):
        super().__init__()
        self._columns = columns

    def rowCount(self, parent=None):
        return 3

    def columnCount(self, parent=None):
        return self._columns

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return "x" if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def header_over(theme, show):
    """Return a function that shows a table with these columns and gives its header."""

    def make(columns, width=500):
        table = Table(theme, "Preview")
        header = MappingHeader(theme, ("Not used", "Name", "E-mail"), table)
        table.setHorizontalHeader(header)
        cells = Cells(len(columns))
        cells.setParent(table)
        table.setModel(cells)
        header.show_columns(columns)
        table.setFixedSize(width, 240)
        show(table)
        return header

    return make


def test_the_field_shows_the_choice_of_the_current_column(header_over):
    header = header_over(COLUMNS)

    assert (header.editor.currentText(), header.editor.accessibleName()) == ("Name", "Meaning of A")
    header.set_current(2)
    assert header.editor.currentText() == "Not used"
    assert header.editor.accessibleName() == "Meaning of C"


def test_the_arrows_go_from_column_to_column_and_stop_at_the_ends(header_over):
    header, reached = header_over(COLUMNS), []
    header.reached.connect(reached.append)
    header.editor.setFocus()

    for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Left):
        QTest.keyClick(header.editor, key)

    assert reached == [1, 2, 1]


def test_up_and_down_choose_for_the_current_column(header_over):
    header, chosen = header_over(COLUMNS), []
    header.chosen.connect(lambda *choice: chosen.append(choice))
    header.set_current(1)

    QTest.keyClick(header.editor, KEY.Key_Up)

    assert chosen == [(1, NAME)]


def test_the_field_stands_in_its_column(header_over):
    header = header_over(COLUMNS)

    header.set_current(1)
    left, width = header.sectionViewportPosition(1), header.sectionSize(1)

    place = header.editor.geometry()
    assert left < place.left() < place.right() < left + width
    assert place.top() > RowHeight.HEADER - 4


def test_the_field_moves_with_a_column_that_is_widened(header_over):
    header = header_over(COLUMNS)
    before = header.editor.width()

    header.resizeSection(0, header.sectionSize(0) + 60)

    assert header.editor.width() == before + 60


def test_a_click_on_a_title_takes_the_field_there(header_over):
    header = header_over(COLUMNS)
    spot = QPoint(header.sectionViewportPosition(1) + 30, 10)

    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert header.current == 1
    assert header.editor.hasFocus()
    assert not header.editor.view().isVisible()


def test_a_click_on_a_drawn_choice_opens_it(header_over):
    header = header_over(COLUMNS)
    spot = QPoint(header.sectionViewportPosition(1) + 30, RowHeight.HEADER + 12)

    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert header.editor.view().isVisible()
    header.editor.hidePopup()


def test_a_guess_is_marked_as_open(header_over, colours_of):
    guess = replace(COLUMNS[1], confidence=Confidence.GUESS)

    sure = colours_of(header_over(COLUMNS).viewport())
    marked = colours_of(header_over((COLUMNS[0], guess, COLUMNS[2])).viewport())

    assert marked[LIGHT.mark] > sure[LIGHT.mark] == 0


def test_a_choice_is_as_wide_as_its_words(header_over):
    header = header_over(COLUMNS)
    instead = replace(COLUMNS[0], instead="Skipped because nobody was told of it")

    before = header.width_of(0)
    header.show_columns((instead, *COLUMNS[1:]))

    assert header.width_of(0) > before + 100


def test_thousands_of_columns_have_one_field_between_them(header_over):
    many = [replace(COLUMNS[0], letter=str(n), spoken=f"Meaning of {n}") for n in range(4_000)]
    header = header_over(many)
    widgets = len(header.findChildren(QWidget))

    header.set_current(3_999)

    assert len(header.findChildren(QWidget)) == widgets
    assert header.editor.accessibleName() == "Meaning of 3999"


def test_without_columns_there_is_no_field(header_over):
    header = header_over(COLUMNS)

    header.show_columns(())

    assert not header.editor.isVisible()
    header.set_current(1)
    assert header.current == 0


def test_a_secret_is_submitted_by_enter_and_marked_when_wrong(theme, show):
    secret, submitted = SecretEditor(theme, "Password", show="Show", hide="Hide"), []
    secret.submitted.connect(lambda: submitted.append(secret.text()))
    show(secret)
    secret.setFocus()
    assert secret.editor.hasFocus()
    assert secret.editor.echoMode() == QLineEdit.EchoMode.Password

    QTest.keyClicks(secret.editor, "abc")
    QTest.keyClick(secret.editor, KEY.Key_Return)
    secret.set_wrong("It does not open the file.")

    assert submitted == ["abc"]
    assert secret.editor.accessibleDescription() == "It does not open the file."
    assert secret.editor.property("wrong") is True
