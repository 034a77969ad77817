"""The Registers page: kinds at the left, filter, details, what is empty and where one is led."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.gui.pages.registers.catalogue import KINDS
from dsr_desktop.gui.widgets.cells import LOOK_ROLE
from dsr_desktop.gui.widgets.empty_state import EmptyState

KEYS = [kind.key for kind in KINDS]


def looks(page):
    model = page.kinds.list.model()
    return {
        look.title: look.chip.text if look.chip else ""
        for look in (model.index(n, 0).data(LOOK_ROLE) for n in range(model.rowCount()))
    }


def test_every_kind_of_records_is_listed_with_what_needs_the_dpo(page):
    assert looks(page) == {
        "Processing activities": "3", "Systems": "11", "Recipients": "", "Disclosures": "",
        "Consents": "", "Authority requests": "", "Breaches": "", "Policy versions": "",
        "Letters to many": "", "Trackers": "", "Suppression list": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("recipients", "No recipient is recorded"), ("disclosures", "Nothing went to anybody yet"),
        ("consents", "No consent is recorded"), ("authorities", "No authority asked for data"),
        ("breaches", "There is no breach note"), ("policies", "No version is recorded"),
    ],
)  # fmt: skip
def test_an_empty_kind_says_what_to_do_next(page, settle, kind, says):
    page.show_kind(kind)
    settle()

    (shown,) = [one for one in page.findChildren(EmptyState) if one.isVisible()]
    assert shown.accessibleName() == says
    assert shown.accessibleDescription()
    assert not page.pane.details.isVisible()


def test_the_suppression_list_is_led_to(page, workspace, qtbot, press):
    page.show_kind("suppression")

    with qtbot.waitSignal(workspace.suppression_wanted):
        press("Go to the suppression list")
    assert not page.add.isVisible()


def test_the_arrows_go_from_kind_to_kind(page, settle):
    page.kinds.list.setFocus()
    QTest.keyClick(page.kinds.list, Qt.Key.Key_Down)
    settle()

    assert page.pane.kind.key == "systems"
    assert page.add.text() == "Add a system…"


def test_records_are_filtered_by_words_of_table_and_details(page, titles, settle):
    page.pane.words.setText("handling")
    settle()
    assert titles() == ["PA5 · Handling data-subject requests"]

    page.pane.words.setText("nowhere to be found")
    settle()
    assert [one.accessibleName() for one in page.findChildren(EmptyState) if one.isVisible()] == [
        "No record matches"
    ]


def test_enter_does_what_the_first_button_does(page, settle):
    page.pane.take_focus()
    QTest.keyClick(page.pane.table, Qt.Key.Key_Return)
    settle()

    assert page.dialog.windowTitle() == "Confirm PA1?"
    page.dialog.reject()


def test_a_record_that_was_chosen_stays_chosen(page, settle):
    page.pane.choose("PA3")
    page.load()
    settle()

    assert page.pane.chosen_key == "PA3"


def test_a_kind_that_was_chosen_stays_chosen(page, settle):
    page.show_kind("breaches")
    page.load()
    settle()

    assert page.pane.kind.key == "breaches"
    assert page.kinds.list.currentIndex().row() == KEYS.index("breaches")


def test_every_table_and_button_has_a_name(page, settle):
    for kind in KEYS:
        page.show_kind(kind)
        settle()
        assert page.pane.table.accessibleName()
        assert all(one.accessibleName() for one in page.pane.details.buttons if one.isVisible())
