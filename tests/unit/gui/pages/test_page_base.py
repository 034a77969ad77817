"""What all pages share: loading when seen, the search field, errors and banners, rows of tables."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.gui.pages.notices import Notices
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.rows import ColumnOf, RowsModel, SortedRows
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, SORT_ROLE, CellLook


class CountingPage(Page):
    """A page that counts how often it loads."""

    def __init__(self, workspace):
        super().__init__(workspace, "Counting")
        self.loads = 0

    def load(self):
        self.loads += 1


@pytest.fixture
def page(workspace, open_page):
    return open_page(CountingPage(workspace))


def test_a_page_loads_when_it_appears(page):
    assert page.loads == 1

    page.hide()
    page.show()

    assert page.loads == 2


def test_a_page_that_is_seen_loads_after_a_change(page, workspace):
    workspace.register_changed.emit()

    assert page.loads == 2


def test_a_page_that_is_not_seen_waits(page, workspace):
    page.hide()

    workspace.register_changed.emit()

    assert page.loads == 1


@pytest.mark.parametrize(
    ("typed", "criteria"),
    [
        ("Camille Dupont", Criteria(name=("Camille Dupont",))),
        ("camille@acme.example", Criteria(email=("camille@acme.example",))),
    ],
)
def test_the_search_field_asks_for_the_search_page(page, workspace, qtbot, typed, criteria):
    page.header.search.setText(typed)

    with qtbot.waitSignal(workspace.search_wanted) as signal:
        QTest.keyClick(page.header.search, Qt.Key.Key_Return)

    assert signal.args == [criteria, ""]


def test_a_reference_in_the_search_field_asks_for_the_request(page, workspace, qtbot):
    page.header.search.setText("dsr-2026-0052")

    with qtbot.waitSignal(workspace.request_wanted) as signal:
        QTest.keyClick(page.header.search, Qt.Key.Key_Return)

    assert signal.args == ["DSR-2026-0052"]


def test_an_error_is_one_sentence_that_stays_until_closed(page):
    page.show_error(InvalidInputError("There is no activity {code}.", code="PA9"))
    banner = page.notices.findChild(Banner)
    assert banner.accessibleName() == "There is no activity PA9."
    assert page.notices.isVisible()

    banner.buttons[0].click()

    assert not page.notices.isVisible()


def test_a_second_error_takes_the_place_of_the_first(page, settle):
    page.show_error(InvalidInputError("First."))
    page.show_error(InvalidInputError("Second."))
    settle()

    shown = [b.accessibleName() for b in page.notices.findChildren(Banner) if b.isVisible()]
    assert shown == ["Second."]


def test_there_is_nothing_for_escape_to_close_by_default(page):
    assert page.close_pane() is False


def test_banners_stand_in_the_order_of_their_matters(theme, show, settle):
    notices = Notices(("error", "done"))
    show(notices)
    notices.show_notice("done", Banner(theme, Tone.OK, "Done"))
    notices.show_notice("error", Banner(theme, Tone.LATE, "Error"))
    settle()

    banners = sorted(notices.findChildren(Banner), key=lambda banner: banner.y())

    assert [banner.accessibleName() for banner in banners] == ["Error", "Done"]


def test_taking_away_what_is_not_there_does_no_harm(theme, show):
    notices = Notices(("error", "done"))
    show(notices)
    notices.show_notice("done", Banner(theme, Tone.OK, "Done"))

    notices.take_away("error")

    assert notices.isVisible()


def test_reading_hands_over_what_was_read(workspace):
    seen = []

    Presenter(workspace).read("Reading", lambda _progress: 42, seen.append)

    assert seen == [42]


def test_a_change_lets_pages_load_again(workspace, qtbot):
    seen = []

    with qtbot.waitSignal(workspace.register_changed):
        Presenter(workspace).change("Writing", lambda _progress: 42, seen.append)

    assert seen == [42]


def test_an_error_is_reported_and_nothing_loads_again(workspace, qtbot):
    error = InvalidInputError("Give another name.")

    def refuse(_progress):
        raise error

    with (
        qtbot.waitSignal(workspace.error_met) as signal,
        qtbot.assertNotEmitted(workspace.register_changed),
    ):
        Presenter(workspace).change("Writing", refuse, lambda _result: None)

    assert signal.args == [error]


def names_model():
    return RowsModel(
        (
            ColumnOf("Name", lambda row: CellLook(row[0], detail="of a list"), lambda row: row[0]),
            ColumnOf("Rows", lambda row: CellLook(str(row[1]), number=True), lambda row: row[1]),
        )
    )


def test_a_table_answers_words_looks_and_raw_values(qtmodeltester):
    model = names_model()
    model.show([("crm.csv", 12), ("web.csv", 7)])

    index = model.index(0, 0)
    assert model.data(index) == "crm.csv of a list"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "crm.csv of a list"
    assert model.data(index, LOOK_ROLE) == CellLook("crm.csv", detail="of a list")
    assert model.data(model.index(0, 1), SORT_ROLE) == 12
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Rows"
    qtmodeltester.check(model)


def test_a_table_shows_other_rows_in_one_step(qtbot):
    model = names_model()
    model.show([("crm.csv", 12)])

    with qtbot.waitSignals([model.modelAboutToBeReset, model.modelReset], order="strict"):
        model.show([("web.csv", 7), ("fair.csv", 3)])

    assert model.rowCount() == 2
    assert model.row_at(1) == ("fair.csv", 3)


def test_rows_are_sorted_by_their_raw_values(qtmodeltester):
    model = names_model()
    model.show([("crm.csv", 12), ("web.csv", 7), ("fair.csv", 100)])
    rows = SortedRows(model)

    rows.sort(1, Qt.SortOrder.DescendingOrder)

    names = [rows.row_at(rows.index(n, 0))[0] for n in range(3)]
    assert names == ["fair.csv", "crm.csv", "web.csv"]
    assert rows.row_at(rows.index(9, 9)) is None
    qtmodeltester.check(rows)
