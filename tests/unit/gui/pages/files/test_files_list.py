"""What was imported, with its problems; its activity, and undoing an import."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.pages.files.words import files_view, removal_of
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.replacing import replace
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import speak


def test_an_empty_register_offers_to_drop_files(page, seen):
    assert page.drop_zone.isVisible()
    assert not page.table.isVisible()
    assert "nothing imported yet" in seen.said()


def test_a_file_is_listed_with_what_is_known(bring_in, register, crm, load, seen):
    bring_in(register, crm, activity="PA3", supplied_by="Hugo Perrin")

    load()

    row = seen.cells()[0]
    assert row[0] == "crm.csv 2 rows"
    assert row[1] == "PA3 Service delivery"
    assert row[2].endswith("Hugo Perrin")
    assert row[3] == "Imported"
    assert "1 file, 2 rows" in seen.said()


def test_the_details_name_sheets_headers_and_meanings(
    bring_in, register, write_xlsx, tmp_path, load, settle, seen, rows
):
    sheets = {"Contacts": rows, "Archive": [["Nom", "Colour"], ["Zoé", "blue"]]}
    bring_in(register, write_xlsx(tmp_path / "crm.xlsx", sheets, hidden=["Archive"]))

    load()

    words = seen.said()
    assert "Sheet Contacts" in words
    assert "2 rows, header in row 1" in words
    assert {"Nom: Name", "Mail: E-mail", "Colour: not recognised"} <= seen.facts()
    # A title row with one known title may be somebody's row: it is kept and counted as well.
    assert "crm.xlsx 4 rows, 2 sheets" in seen.cells()[0]


def test_the_details_give_place_checksum_and_purge_date(
    bring_in, register, crm, load, page, today, seen
):
    bring_in(register, crm, kind="copy", collected_on=date(2026, 3, 12))

    load()

    typed = {e.accessibleName(): e.text() for e in page.details.findChildren(QLineEdit)}
    assert typed["Place on the disk"] == str(crm)
    assert len(typed["Checksum (SHA-256)"]) == 64
    purge = speak("en").date(today + timedelta(days=30))
    expected = {f"Deleted on: {purge}", "Collected on: 12 March 2026", "Kind: Working copy"}
    assert expected <= seen.facts()
    assert seen.cells()[0][0] == "crm.csv 2 rows · Working copy"


def test_the_details_name_every_other_place_of_the_content(
    bring_in, register, crm, load, page, lists
):
    copies = [lists / "copy 1.csv", lists / "copy 2.csv"]
    for copy in copies:
        copy.write_bytes(crm.read_bytes())
    bring_in(register, crm, *copies)

    load()

    edits = page.details.findChildren(QLineEdit)
    assert [one.text() for one in edits if one.accessibleName() == "Same content at"] == [
        str(copy) for copy in copies
    ]


def test_a_file_that_lies_at_one_place_names_no_other(bring_in, register, crm, load, page):
    bring_in(register, crm)

    load()

    names = {one.accessibleName() for one in page.details.findChildren(QLineEdit)}
    assert names >= {"Place on the disk", "Checksum (SHA-256)"}
    assert "Same content at" not in names


def test_a_file_that_was_not_read_stands_on_top_with_its_reason(
    bring_in, register, crm, cut_off, load, seen
):
    bring_in(register, cut_off, crm)

    load()

    assert seen.names() == ["fair.xlsx", "crm.csv"]
    banner = seen.banners()["fair.xlsx was not read"]
    assert "damaged or cut off" in banner.accessibleDescription()
    assert "missing from every search" in banner.accessibleDescription()


def test_several_unread_files_are_each_named(bring_in, register, tmp_path, load, seen):
    for n in range(5):
        (tmp_path / f"empty{n}.csv").write_bytes(b"")
    bring_in(register, *sorted(tmp_path.glob("empty*.csv")))

    load()

    reasons = seen.banners()["5 files were not read"].accessibleDescription()
    assert "empty4.csv: The file is empty" in reasons
    assert "2 more are named in the list." in reasons


def test_removing_asks_once_with_its_counts(
    bring_in, register, crm, load, page, settle, answer_question
):
    bring_in(register, crm)
    load()
    answer_question("Remove 2 rows")

    page.details.remove_button.click()
    settle()

    assert list_sources(register) == ()
    assert page.drop_zone.isVisible()
    assert crm.exists(), "the file on the disk stays"


@pytest.mark.parametrize("copies", [[], ["copy 1.csv"], ["copy 1.csv", "copy 2.csv"]])
def test_the_question_before_a_removal_tells_at_which_copy_the_rows_stay(
    bring_in, register, crm, load, page, lists, copies
):
    places = [lists / name for name in copies]
    for place in places:
        place.write_bytes(crm.read_bytes())
    bring_in(register, crm, *places)
    load()
    read = []

    def look():
        dialog = QApplication.activeModalWidget()
        read.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    QTimer.singleShot(0, look)
    page.details.remove_button.click()

    words = " ".join(read)
    assert ("you can import it again." in words) is (not copies)
    stays = f"Its 2 rows stay: {lists / 'copy 1.csv'} has the same content and takes its place"
    assert (stays in words) is bool(copies)


def test_a_removal_that_leaves_nothing_behind_says_no_more(
    bring_in, register, crm, load, page, settle, answer_question, notices
):
    bring_in(register, crm)
    load()
    answer_question("Remove 2 rows")

    page.details.remove_button.click()
    settle()

    assert notices == []


def test_rows_whose_traces_are_still_in_the_file_are_told(
    request, bring_in, register, crm, load, page, settle, answer_question, notices
):
    bring_in(register, crm)
    load()
    request.getfixturevalue("read_elsewhere")
    answer_question("Remove 2 rows")

    page.details.remove_button.click()
    settle()

    ((matter, sentence),) = notices
    assert matter == "traces"
    assert sentence.startswith("What was removed can still be traced")


def test_the_question_before_a_removal_has_its_focus_on_cancel(
    bring_in, register, crm, load, page, seen
):
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


def put_newer_version(register, crm, write_csv, today):
    write_csv(crm, [["Nom", "Mail"], ["Camille Dupont", "camille@acme.example"]])
    return replace(register, 1, crm, ImportOptions(), today).newer_id


def test_an_earlier_version_is_told_apart_and_its_rows_do_not_count(
    bring_in, register, crm, load, seen, write_csv, today
):
    bring_in(register, crm)
    put_newer_version(register, crm, write_csv, today)

    load()

    assert "1 file, 1 row, 1 earlier version kept" in seen.said()
    assert [row[0] for row in seen.cells()] == ["crm.csv 1 row", "crm.csv 2 rows · earlier version"]


def test_the_question_before_a_removal_says_which_version_returns(
    bring_in, register, crm, load, page, write_csv, today
):
    bring_in(register, crm)
    put_newer_version(register, crm, write_csv, today)
    load()
    said = []

    def look():
        dialog = QApplication.activeModalWidget()
        said.extend(label.text() for label in dialog.findChildren(Label))
        dialog.reject()

    QTimer.singleShot(0, look)
    page.details.remove_button.click()

    assert any("The earlier version of" in text and "with its 2 rows." in text for text in said)


def test_removing_an_earlier_version_brings_nothing_back(register, crm, bring_in, write_csv, today):
    bring_in(register, crm)
    put_newer_version(register, crm, write_csv, today)
    views = files_view(speak("en"), view_sources(register), register.activities, today)
    newer, earlier = views.files

    assert (bool(newer.brings_back), earlier.brings_back) == (True, "")
    assert "The earlier version of" not in removal_of(speak("en"), earlier).sentence
    assert "Replaced on" in {fact.key for fact in earlier.facts}


def test_removing_a_file_that_was_not_read_says_that_no_row_is_lost(
    bring_in, register, cut_off, load, page, answer_question
):
    bring_in(register, cut_off)
    load()
    answer_question("Remove the file")

    page.details.remove_button.click()

    assert list_sources(register) == ()


def test_a_file_cited_by_an_open_request_stays(
    bring_in, register, crm, load, page, workspace, today, qtbot, answer_question
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


def test_the_activity_is_set_in_the_details(bring_in, register, crm, load, page, settle, seen):
    bring_in(register, crm)
    load()
    assert seen.cells()[0][1] == "Not said Register list"

    page.details.activity.setCurrentIndex(0)
    page.details.activity.activated.emit(0)
    settle()

    assert list_sources(register)[0].activity == "PA1"
    assert seen.cells()[0][1].startswith("PA1")


def test_a_file_without_rows_has_no_activity_to_set(bring_in, register, cut_off, load, page):
    bring_in(register, cut_off)

    load()

    assert not page.details.activity.isVisible()


def test_the_selected_file_stays_selected(
    bring_in, register, crm, write_csv, load, page, settle, seen
):
    bring_in(register, crm)
    bring_in(register, write_csv(crm.parent / "web.csv", [["Mail"], ["z@c.example"]]))
    load()
    assert seen.names() == ["web.csv", "crm.csv"], "the newest first"
    page.table.selectRow(1)

    load()

    assert page.table.currentIndex().row() == 1
    assert "crm.csv" in seen.said()


def test_the_table_is_sorted_by_the_head_that_is_pressed(
    bring_in, register, crm, write_csv, load, page, seen
):
    bring_in(register, crm)
    bring_in(register, write_csv(crm.parent / "web.csv", [["Mail"], ["z@c.example"]]))
    load()

    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    assert seen.names() == ["crm.csv", "web.csv"]


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
