"""Nothing found: each list with its age, what was not searched, rows held back, a way on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.source_task import StepKind
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.gui.pages.search.page import SearchPage
from dsr_desktop.gui.widgets.cells import LOOK_ROLE
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.source_tasks import list_tasks, record_answer
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.services.systems import add_system
from tests.unit.domain.systems_made import CRM

NOBODY = Criteria(email=("nobody@nowhere.example",))


@pytest.fixture
def nothing(page, settle):
    """Return a function that looks for somebody who is in no list."""

    def nothing(ref=""):
        page.open_search(None if ref else NOBODY, ref)
        settle()
        return page.nothing

    return nothing


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def lines(pane):
    """The table as it is shown: name, contents, age, day, state."""
    model = pane.table.model()
    looks = [
        [model.index(row, column).data(LOOK_ROLE) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return [
        (file.text, file.detail, old.text, old.detail, state.chip.text)
        for file, old, state in looks
    ]


def test_each_list_is_shown_with_its_age_those_not_searched_and_the_oldest_first(
    register, lists, bring_in, write_csv, tmp_path, nothing, today
):
    path = write_csv(tmp_path / "old.csv", [["Nom"], ["Perrin"], ["Brun"]])
    bring_in(register, path, collected_on=today - timedelta(days=800))

    pane = nothing()

    shown = lines(pane)
    assert [(line[0], line[1], line[4]) for line in shown] == [
        ("broken.csv", "", "Not searched"), ("old.csv", "2 rows", "Searched"),
        ("crm.csv", "4 rows", "Searched"), ("fair.csv", "1 row", "Searched"),
    ]  # fmt: skip
    assert shown[1][2] == "2 years"
    assert shown[1][3].startswith("collected on ")
    assert shown[2][3].startswith("imported on ")


def test_it_fills_the_page_and_the_line_above_says_what_was_searched(lists, nothing, page):
    pane = nothing()

    assert pane.isVisible()
    assert not page.hits.isVisible()
    assert page.coverage.line.text() == "Searched 2 files, 5 rows · 1 file could not be read"
    assert any("Try another spelling" in text for text in texts(pane))


def test_the_lists_can_be_sorted_by_age(register, lists, bring_in, write_csv, tmp_path, nothing,
                                        today):  # fmt: skip
    path = write_csv(tmp_path / "old.csv", [["Nom"], ["Perrin"]])
    bring_in(register, path, collected_on=today - timedelta(days=800))
    pane = nothing()

    pane.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)

    assert lines(pane)[0][0] == "old.csv"


def test_rows_held_back_are_told_with_the_way_to_them(
    register, lists, bring_in, write_csv, tmp_path, nothing, today, workspace, qtbot
):
    assert not nothing().held.isVisible()
    typed = TypedKeys(("anne@brun.example",))
    add_to_list(register, typed, SuppressionScope.ALL, SuppressionReason.ERASURE, today)
    rows = [["Nom", "Mail"], ["Brun", "anne@brun.example"]]
    bring_in(register, write_csv(tmp_path / "new.csv", rows))

    pane = nothing()

    assert pane.held.isVisible()
    assert pane.held.accessibleName().startswith("1 row is held back by the suppression list")
    with qtbot.waitSignal(workspace.page_wanted) as asked:
        pane.to_held.click()
    assert asked.args == ["files"]


def test_systems_that_have_not_answered_are_named_until_they_have(register, lists, nothing, today):
    assert not nothing().systems.isVisible()
    crm = add_system(register, replace(CRM, name="CRM"), today).system
    add_system(register, replace(CRM, name="Payroll"), today)

    pane = nothing()

    assert pane.systems.isVisible()
    assert pane.systems.text() == (
        "2 systems have not answered, and cannot be searched from here: CRM, Payroll."
    )
    assert pane.accessibleDescription().endswith("CRM, Payroll.")

    view = new_request(register, [Right.ACCESS], NOBODY, today, Channel.POST, today)
    ref = view.request.ref
    task = next(one for one in list_tasks(register, ref) if one.system.id == crm.id)
    record_answer(
        register, ref, task.id, StepKind.NOTHING_FOUND, today, today, by="Zoé", text="looked twice"
    )

    assert nothing(ref).systems.text() == (
        "1 system has not answered, and cannot be searched from here: Payroll."
    )


def test_without_any_list_the_import_is_what_to_do(nothing):
    pane = nothing()

    assert any("Import the lists of your company first" in text for text in texts(pane))


def test_a_request_says_that_the_result_is_recorded(register, lists, today, nothing, page):
    view = new_request(register, [Right.ACCESS], NOBODY, today, Channel.POST, today)

    pane = nothing(view.request.ref)

    assert any(text.endswith("recorded with DSR-2026-0001.") for text in texts(pane))
    assert page.finish.isEnabled(), "nothing found is a result too"


def test_another_criterion_leads_back_to_hits(lists, nothing, page, settle):
    nothing()

    page.criteria.add_requested.emit()
    page.dialog.kind.setCurrentIndex(0)
    page.dialog.value.setText("Hugo Perrin")
    page.dialog.verb_button.click()
    settle()

    assert page.hits.isVisible()
    assert [row.title for row in page.state.rows] == ["Hugo Perrin"]


def test_the_keyboard_reaches_the_lists(lists, nothing, page, qapp):
    pane = nothing()
    page.take_focus()

    assert qapp.focusWidget() is pane.table
    QTest.keyClick(pane.table, Qt.Key.Key_Down)
    assert pane.table.currentIndex().row() == 1


def test_a_page_shown_anew_has_found_nothing_yet(workspace, open_page, lists, settle):
    page = open_page(SearchPage(workspace))
    settle()

    assert page.start.isVisible()
    assert not page.nothing.isVisible()
