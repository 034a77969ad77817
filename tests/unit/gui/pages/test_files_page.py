"""The Files page: what was imported with its problems, importing more, undoing it."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.jobs import Jobs
from dsr_desktop.gui.pages.files.page import FilesPage
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.widgets.key_values import KeyValueList
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import speak

ROWS = [["Nom", "Mail"], ["Camille Dupont", "camille@acme.example"], ["Jean Petit", "j@b.example"]]


@pytest.fixture
def page(workspace, open_page):
    return open_page(FilesPage(workspace))


@pytest.fixture
def lists(tmp_path):
    """A folder of its own: the register lies in another one."""
    folder = tmp_path / "lists"
    folder.mkdir()
    return folder


@pytest.fixture
def crm(write_csv, lists):
    return write_csv(lists / "crm.csv", ROWS)


@pytest.fixture
def cut_off(lists):
    path = lists / "fair.xlsx"
    path.write_bytes(b"PK\x03\x04 cut off")
    return path


@pytest.fixture
def load(page, settle):
    def load():
        page.load()
        settle()

    return load


def cells(page):
    model = page.table.model()
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def names(page):
    return [row[0].split(" ")[0] for row in cells(page)]


def button(page, text):
    return next(b for b in page.findChildren(Button) if b.text() == text and b.isVisible())


def banners(page):
    return {b.accessibleName(): b for b in page.findChildren(Banner) if b.isVisible()}


def said(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def facts(page):
    return {
        row.accessibleName()
        for rows in page.details.findChildren(KeyValueList)
        for row in rows.children()
        if row.isWidgetType() and row.accessibleName()
    }


def answer_question(verb):
    """Press a button of the question that comes up."""

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        next(b for b in dialog.findChildren(Button) if b.text() == verb).click()

    QTimer.singleShot(0, answer)


def test_an_empty_register_offers_to_drop_files(page):
    assert page.drop_zone.isVisible()
    assert not page.table.isVisible()
    assert "nothing imported yet" in said(page)


def test_a_file_is_listed_with_what_is_known(bring_in, register, crm, load, page):
    bring_in(register, crm, activity="PA3", supplied_by="Hugo Perrin")

    load()

    row = cells(page)[0]
    assert row[0] == "crm.csv 2 rows"
    assert row[1] == "Register list"
    assert row[2] == "PA3 Service delivery"
    assert row[3].endswith("Hugo Perrin")
    assert row[4] == "Imported"
    assert "1 file, 2 rows" in said(page)


def test_the_details_name_sheets_headers_and_meanings(
    bring_in, register, write_xlsx, tmp_path, load, page, settle
):
    sheets = {"Contacts": ROWS, "Archive": [["Nom", "Colour"], ["Zoé", "blue"]]}
    bring_in(register, write_xlsx(tmp_path / "crm.xlsx", sheets, hidden=["Archive"]))

    load()

    words = said(page.details)
    assert "Sheet Contacts" in words
    assert "2 rows, header in row 1" in words
    assert {"Nom: Family name", "Mail: E-mail", "Colour: not recognised"} <= facts(page)
    assert "crm.xlsx 3 rows, 2 sheets" in cells(page)[0]


def test_the_details_give_place_checksum_and_purge_date(bring_in, register, crm, load, page, today):
    bring_in(register, crm, kind="copy", collected_on="2026-03-12")

    load()

    typed = {e.accessibleName(): e.text() for e in page.details.findChildren(QLineEdit)}
    assert typed["Place on the disk"] == str(crm)
    assert len(typed["Checksum (SHA-256)"]) == 64
    purge = speak("en").date(today + timedelta(days=30))
    expected = {f"Deleted on: {purge}", "Collected on: 12 March 2026", "Kind: Working copy"}
    assert expected <= facts(page)


def test_a_file_that_was_not_read_stands_on_top_with_its_reason(
    bring_in, register, crm, cut_off, load, page
):
    bring_in(register, cut_off, crm)

    load()

    assert names(page) == ["fair.xlsx", "crm.csv"]
    banner = banners(page)["fair.xlsx was not read"]
    assert "damaged or cut off" in banner.accessibleDescription()
    assert "missing from every search" in banner.accessibleDescription()


def test_several_unread_files_are_each_named(bring_in, register, tmp_path, load, page):
    for n in range(5):
        (tmp_path / f"empty{n}.csv").write_bytes(b"")
    bring_in(register, *sorted(tmp_path.glob("empty*.csv")))

    load()

    reasons = banners(page)["5 files were not read"].accessibleDescription()
    assert "empty4.csv: The file is empty" in reasons
    assert "2 more are named in the list." in reasons


def test_reading_again_a_file_that_was_mended(
    bring_in, register, cut_off, write_xlsx, load, page, settle
):
    bring_in(register, cut_off, activity="PA2", supplied_by="Hugo Perrin")
    load()
    write_xlsx(cut_off, {"Badges": ROWS})

    banners(page)["fair.xlsx was not read"].buttons[0].click()
    settle()

    assert "fair.xlsx was not read" not in banners(page)
    source = list_sources(register)[0]
    assert (source.status, source.activity) == ("imported", "PA2")
    assert cells(page)[0][3].endswith("Hugo Perrin")


def test_reading_again_a_file_that_is_still_cut_off(
    bring_in, register, cut_off, load, page, settle
):
    bring_in(register, cut_off)
    load()

    banners(page)["fair.xlsx was not read"].buttons[0].click()
    settle()

    assert {"No file was imported", "fair.xlsx was not read"} == set(banners(page))


def test_before_an_import_the_files_are_named_and_nothing_is_written(page, register, crm):
    page.start_import([crm.parent])

    model = page.import_pane.list.model()
    assert model.data(model.index(0, 0)) == "crm.csv"
    assert "nothing is written yet" in said(page)
    assert page.primary.text() == "Import 1 file"
    assert page.import_pane.kind.current == 0, "the register list is preset"
    assert list_sources(register) == ()


def test_an_import_keeps_what_was_said_about_the_files(page, register, crm, settle):
    page.start_import([crm])
    pane = page.import_pane
    pane.activity.setCurrentText("PA2 · Communication on products")
    pane.supplied_by.setText("Hugo Perrin")
    pane.collected_on.setText("13/3/2026")
    pane.channel.setText("trade fair")

    page.primary.click()
    settle()

    source = list_sources(register)[0]
    assert (source.kind, source.activity, source.channel) == ("list", "PA2", "trade fair")
    assert source.collected_on == "2026-03-13"
    assert banners(page)["1 file imported, 2 rows"].buttons[0].text() == "Close"
    assert names(page) == ["crm.csv"]
    assert page.table.isVisible()


def test_a_working_copy_is_imported_as_one(page, register, crm):
    page.start_import([crm])
    page.import_pane.kind.set_current(1)

    page.primary.click()

    assert list_sources(register)[0].kind == "copy"
    assert list_sources(register)[0].purge_on is not None


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("3/4/2026", "Write the day as 2026-11-16"),
        ("last spring", "Write the day as 2026-11-16"),
        ("2026-02-30", "Write the day as 2026-11-16"),
        ("2026-11-17", "Must not lie after today"),
    ],
)
def test_a_day_that_cannot_be_meant_is_not_imported(page, register, crm, typed, rule):
    page.start_import([crm])
    page.import_pane.collected_on.setText(typed)

    page.primary.click()

    assert page.import_pane.collected_on.accessibleDescription() == rule
    assert list_sources(register) == ()


def test_a_second_preparation_starts_anew(page, crm):
    page.start_import([crm])
    page.import_pane.kind.set_current(1)
    page.import_pane.channel.setText("trade fair")

    page.start_import([crm])

    assert page.import_pane.kind.current == 0
    assert page.import_pane.channel.text() == ""


@pytest.mark.parametrize("how", ["escape", "cancel"])
def test_one_can_go_back_from_the_preparation(page, register, crm, how):
    page.start_import([crm])

    if how == "escape":
        assert page.close_pane()
    else:
        button(page, "Cancel").click()

    assert not page.import_pane.isVisible()
    assert not page.close_pane()
    assert list_sources(register) == ()


def test_the_summary_names_what_was_known_unread_and_left_out(
    page, bring_in, register, crm, cut_off, write_csv, settle
):
    bring_in(register, crm)
    write_csv(crm.parent / "web.csv", [["Mail"], ["z@c.example"]])
    (crm.parent / "~$crm.xlsx").write_bytes(b"lock")
    page.start_import([crm.parent])
    assert "nothing is written yet · 1 system file is left out" in said(page)

    page.primary.click()
    settle()

    consequence = banners(page)["1 file imported, 1 row"].accessibleDescription()
    assert "1 was in the register already." in consequence
    assert "Not read: fair.xlsx." in consequence
    assert "1 system file was left out." in consequence


def test_the_summary_stays_until_the_page_is_left(page, crm, settle):
    page.start_import([crm])
    page.primary.click()
    page.hide()

    page.show()
    settle()

    assert banners(page) == {}


def test_files_are_chosen_in_a_dialog(page, crm):
    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(crm))
        dialog.accept()

    QTimer.singleShot(0, answer)
    button(page, "Import files…").click()

    assert page.import_pane.plan.files == (crm,)


def test_going_back_from_the_file_dialog_changes_nothing(page):
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())

    button(page, "Import files…").click()

    assert not page.import_pane.isVisible()


def test_a_folder_is_gone_through(page, crm):
    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(crm.parent))
        dialog.accept()

    QTimer.singleShot(0, answer)
    button(page, "Import a folder…").click()

    assert crm in page.import_pane.plan.files


def test_removing_asks_once_with_its_counts(bring_in, register, crm, load, page, settle):
    bring_in(register, crm)
    load()
    answer_question("Remove 2 rows")

    page.details.remove_button.click()
    settle()

    assert list_sources(register) == ()
    assert page.drop_zone.isVisible()
    assert crm.exists(), "the file on the disk stays"


def test_the_question_before_a_removal_has_its_focus_on_cancel(bring_in, register, crm, load, page):
    bring_in(register, crm)
    load()
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        seen.extend([dialog.windowTitle(), dialog.cancel_button.isDefault()])
        dialog.reject()

    QTimer.singleShot(0, look)
    page.details.remove_button.click()

    assert seen == ["Remove crm.csv and its 2 rows?", True]
    assert len(list_sources(register)) == 1


def test_removing_a_file_that_was_not_read_says_that_no_row_is_lost(
    bring_in, register, cut_off, load, page
):
    bring_in(register, cut_off)
    load()
    answer_question("Remove the file")

    page.details.remove_button.click()

    assert list_sources(register) == ()


def test_a_file_cited_by_an_open_request_stays(
    bring_in, register, crm, load, page, workspace, today, qtbot
):
    bring_in(register, crm)
    criteria = Criteria(email=("camille@acme.example",))
    view = new_request(register, [Right.ERASURE], criteria, today, Channel.EMAIL_DPO, today)
    find_person(register, view.request.ref, today)
    load()
    answer_question("Remove 2 rows")

    with qtbot.waitSignal(workspace.error_met) as signal:
        page.details.remove_button.click()

    assert "an open request cites rows in it" in str(signal.args[0])
    assert len(list_sources(register)) == 1


def test_the_activity_is_set_in_the_details(bring_in, register, crm, load, page, settle):
    bring_in(register, crm)
    load()
    assert cells(page)[0][2] == "Not said"

    page.details.activity.setCurrentIndex(0)
    page.details.activity.activated.emit(0)
    settle()

    assert list_sources(register)[0].activity == "PA1"
    assert cells(page)[0][2].startswith("PA1")


def test_a_file_without_rows_has_no_activity_to_set(bring_in, register, cut_off, load, page):
    bring_in(register, cut_off)

    load()

    assert not page.details.activity.isVisible()


def test_the_selected_file_stays_selected(bring_in, register, crm, write_csv, load, page, settle):
    bring_in(register, crm)
    bring_in(register, write_csv(crm.parent / "web.csv", [["Mail"], ["z@c.example"]]))
    load()
    assert names(page) == ["web.csv", "crm.csv"], "the newest first"
    page.table.selectRow(1)

    load()

    assert page.table.currentIndex().row() == 1
    assert "crm.csv" in said(page.details)


def test_the_table_is_sorted_by_the_head_that_is_pressed(
    bring_in, register, crm, write_csv, load, page
):
    bring_in(register, crm)
    bring_in(register, write_csv(crm.parent / "web.csv", [["Mail"], ["z@c.example"]]))
    load()

    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    assert names(page) == ["crm.csv", "web.csv"]


def test_everything_has_a_name_and_no_table_keeps_the_focus(bring_in, register, crm, load, page):
    bring_in(register, crm)
    load()
    controls = [
        control
        for kind in (QAbstractButton, QLineEdit, QTableView)
        for control in page.findChildren(kind)
        if control.isVisible() and control.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert all(control.accessibleName() for control in controls)
    assert not any(table.tabKeyNavigation() for table in page.findChildren(QTableView))


@pytest.fixture
def threaded_page(register, theme, today, open_page, nothing_left_running, qapp):
    jobs = Jobs()
    workspace = Workspace(register, speak("en"), theme, jobs, lambda: today)
    yield open_page(FilesPage(workspace))
    jobs.shut_down()
    qapp.sendPostedEvents(None, QEvent.Type.MetaCall)


def test_an_import_on_its_own_thread_shows_its_end(threaded_page, crm, qtbot):
    threaded_page.start_import([crm])

    with qtbot.waitSignal(threaded_page.workspace.register_changed):
        threaded_page.primary.click()

    qtbot.waitUntil(lambda: names(threaded_page) == ["crm.csv"])
    qtbot.waitUntil(lambda: "1 file imported, 2 rows" in banners(threaded_page))


def test_no_second_import_starts_while_one_is_running(threaded_page, crm, qtbot):
    page, may_end = threaded_page, threading.Event()
    page.workspace.jobs.run("Blocking", lambda _progress: may_end.wait(10), lambda _outcome: None)
    page.start_import([crm])

    page.primary.click()

    waiting = button(page, "Import files…")
    assert not waiting.isEnabled()
    assert waiting.accessibleDescription() == "An import is under way"
    may_end.set()
    qtbot.waitUntil(waiting.isEnabled)


def test_a_stopped_import_leaves_nothing(threaded_page, crm, register, qtbot):
    page, may_end = threaded_page, threading.Event()
    page.workspace.jobs.run("Blocking", lambda _progress: may_end.wait(10), lambda _outcome: None)
    page.start_import([crm])
    page.primary.click()

    page.workspace.jobs.cancel()
    may_end.set()

    qtbot.waitUntil(lambda: "The import was stopped" in banners(page))
    assert list_sources(register) == ()
