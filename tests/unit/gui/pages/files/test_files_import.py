"""Importing: nothing is written before it is asked for, and every count is told afterwards."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from dsr_desktop.services.sourcing import list_sources, remove


def test_reading_again_a_file_that_was_mended(
    bring_in, register, cut_off, write_xlsx, load, settle, seen, rows
):
    bring_in(register, cut_off, activity="PA2", supplied_by="Hugo Perrin")
    load()
    write_xlsx(cut_off, {"Badges": rows})

    seen.banners()["fair.xlsx was not read"].buttons[0].click()
    settle()

    assert "fair.xlsx was not read" not in seen.banners()
    source = list_sources(register)[0]
    assert (source.status, source.activity) == ("imported", "PA2")
    assert seen.cells()[0][2].endswith("Hugo Perrin")


def test_reading_again_a_file_that_is_still_cut_off(
    bring_in, register, cut_off, load, settle, seen
):
    bring_in(register, cut_off)
    load()

    seen.banners()["fair.xlsx was not read"].buttons[0].click()
    settle()

    assert {"No file was imported", "fair.xlsx was not read"} == set(seen.banners())


def test_before_an_import_the_files_are_named_and_nothing_is_written(page, register, crm, seen):
    page.start_import([crm.parent])

    model = page.import_pane.list.model()
    assert model.data(model.index(0, 0)) == "1 file goes through without a question"
    assert model.data(model.index(1, 0)) == "crm.csv, 2 rows, Ready"
    assert "nothing is written yet" in seen.said()
    assert page.primary.text() == "Import 1 file"
    assert page.import_pane.kind.current == 0, "the register list is preset"
    assert list_sources(register) == ()


def test_an_import_keeps_what_was_said_about_the_files(page, register, crm, settle, seen):
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
    assert seen.banners()["1 file imported, 2 rows"].buttons[1].text() == "Close"
    assert seen.names() == ["crm.csv"]
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
def test_one_can_go_back_from_the_preparation(page, register, crm, how, seen):
    page.start_import([crm])

    if how == "escape":
        assert page.close_pane()
    else:
        seen.button("Cancel").click()

    assert not page.import_pane.isVisible()
    assert not page.close_pane()
    assert list_sources(register) == ()


def test_the_summary_names_what_was_known_unread_and_left_out(
    page, bring_in, register, crm, cut_off, write_csv, settle, seen
):
    bring_in(register, crm)
    write_csv(crm.parent / "web.csv", [["Mail"], ["z@c.example"]])
    (crm.parent / "~$crm.xlsx").write_bytes(b"lock")
    page.start_import([crm.parent])
    assert "nothing is written yet · 1 system file is left out" in seen.said()

    page.primary.click()
    settle()

    consequence = seen.banners()["1 file imported, 1 row"].accessibleDescription()
    assert "1 was in the register already." in consequence
    assert "Not read: fair.xlsx." in consequence
    assert "1 system file was left out." in consequence


def test_the_summary_tells_new_places_and_what_became_of_working_copies(
    page, bring_in, register, crm, settle, seen
):
    bring_in(register, crm, kind="copy")
    crm.with_name("crm copy.csv").write_bytes(crm.read_bytes())
    page.start_import([crm.parent])

    page.primary.click()
    settle()

    told = seen.banners()["No file was imported"].accessibleDescription().splitlines()
    assert told == [
        "2 were in the register already.",
        "1 lies at another place: it is remembered for checklists and re-scans.",
        "crm copy.csv: It was a working copy; from now on it is a register list, which is never "
        "purged.",
    ]
    assert [source.kind for source in list_sources(register)] == ["list"]


def test_a_summary_of_many_files_names_the_first_that_stay_lists(
    page, bring_in, register, lists, write_csv, settle, seen
):
    for n in range(5):
        write_csv(lists / f"{n}.csv", [["Mail"], [f"z{n}@c.example"]])
    bring_in(register, lists)
    page.start_import([lists])
    page.import_pane.kind.set_current(1)

    page.primary.click()
    settle()

    told = seen.banners()["No file was imported"].accessibleDescription().splitlines()
    stays = "It stays the register list that it is, and is not purged."
    assert told == [
        "5 were in the register already.",
        *(f"{n}.csv: {stays}" for n in range(3)),
        "2 more are named in the list.",
    ]


def test_the_summary_stays_until_the_page_is_left(page, crm, settle, seen):
    page.start_import([crm])
    page.primary.click()
    page.hide()

    page.show()
    settle()

    assert seen.banners() == {}


def test_files_are_chosen_in_a_dialog(page, crm, seen):
    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(crm))
        dialog.accept()

    QTimer.singleShot(0, answer)
    seen.button("Import files…").click()

    assert page.import_pane.plan.files == (crm,)


def test_going_back_from_the_file_dialog_changes_nothing(page, seen):
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())

    seen.button("Import files…").click()

    assert not page.import_pane.isVisible()


def test_a_folder_is_gone_through(page, crm, seen):
    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(crm.parent))
        dialog.accept()

    QTimer.singleShot(0, answer)
    seen.button("Import a folder…").click()

    assert crm in page.import_pane.plan.files


def test_the_summary_names_what_was_not_read_of_a_file(
    page, seen, lists, write_partly_readable, settle
):
    page.start_import([write_partly_readable(lists / "fair.xlsx")])
    page.primary.click()
    settle()

    consequence = seen.banners()["1 file imported, 1 row"].accessibleDescription()
    assert consequence.startswith("fair.xlsx was read in part: Its printed pages")
    assert "sheets without cells" in consequence
    assert "names to fixed texts" in consequence


def test_of_many_files_read_in_part_the_summary_names_three(
    page, seen, lists, write_partly_readable, settle
):
    files = [write_partly_readable(lists / f"fair{n}.xlsx") for n in range(5)]
    page.start_import(files)
    page.primary.click()
    settle()

    lines = seen.banners()["5 files imported, 5 rows"].accessibleDescription().split("\n")
    assert [line.split(" ")[0] for line in lines[:3]] == ["fair0.xlsx", "fair1.xlsx", "fair2.xlsx"]
    assert lines[3] == "2 more were read in part: the list says what is missing."


def test_ctrl_enter_imports_wherever_the_focus_is(page, crm, register, settle):
    places = ("kind", "list", "activity", "supplied_by", "channel")
    for name in places:
        page.start_import([crm])
        getattr(page.import_pane, name).setFocus()
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert not page.import_pane.isVisible(), name
        remove(register, list_sources(register)[0].id)


@pytest.mark.parametrize("name", ["kind", "list", "activity", "supplied_by", "channel"])
def test_enter_alone_imports_nothing(page, crm, register, name):
    page.start_import([crm])
    getattr(page.import_pane, name).setFocus()

    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)

    assert page.import_pane.isVisible()
    assert list_sources(register) == ()


def test_an_arrow_still_chooses_the_other_kind(page, crm):
    page.start_import([crm])
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.import_pane.kind.current == 1
    assert page.import_pane.isVisible()


def test_a_folder_without_files_is_said_to_have_none(page, lists, seen):
    (lists / "~$crm.xlsx").write_bytes(b"lock")

    page.start_import([lists])

    assert not page.import_pane.isVisible()
    told = seen.banners()["There is no file to import"]
    assert told.accessibleDescription() == "1 system file was left out."


def prepare(page, qtbot, *paths):
    page.start_import(paths)
    qtbot.waitUntil(page.primary.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: bool(page.import_pane.draft.files), timeout=20_000)


def test_folders_are_gone_through_elsewhere(threaded_page, crm, qtbot):
    """A folder on a slow network drive must not stop the window."""
    page, may_end = threaded_page, threading.Event()
    page.workspace.jobs.run(
        "Blocking", lambda _progress: may_end.wait(10), lambda _outcome: None, lane="read"
    )
    page.start_import([crm.parent])
    assert not page.import_pane.isVisible()

    may_end.set()
    qtbot.waitUntil(page.import_pane.isVisible)
    assert page.import_pane.plan.files == (crm,)


def test_an_import_on_its_own_thread_shows_its_end(threaded_page, crm, qtbot, look_at):
    prepare(threaded_page, qtbot, crm)

    with qtbot.waitSignal(threaded_page.workspace.register_changed):
        threaded_page.primary.click()

    qtbot.waitUntil(lambda: look_at(threaded_page).names() == ["crm.csv"])
    qtbot.waitUntil(lambda: "1 file imported, 2 rows" in look_at(threaded_page).banners())


def test_one_large_file_tells_its_rows_while_it_is_read(threaded_page, write_csv, lists, qtbot):
    told = []
    threaded_page.workspace.jobs.progressed.connect(lambda job: told.append(job.what))
    rows = [["Nom"], *([f"Person {n}"] for n in range(20_000))]
    prepare(threaded_page, qtbot, write_csv(lists / "large.csv", rows))

    with qtbot.waitSignal(threaded_page.workspace.register_changed, timeout=20_000):
        threaded_page.primary.click()

    assert told[0] == "large.csv"
    assert any(what.startswith("large.csv, ") and what.endswith(" rows") for what in told)


def test_no_second_import_starts_while_one_is_running(threaded_page, crm, qtbot, look_at):
    page, may_end = threaded_page, threading.Event()
    prepare(page, qtbot, crm)
    page.workspace.jobs.run("Blocking", lambda _progress: may_end.wait(10), lambda _outcome: None)

    page.primary.click()

    waiting = look_at(page).button("Import files…")
    assert not waiting.isEnabled()
    assert waiting.accessibleDescription() == "An import is under way"
    may_end.set()
    qtbot.waitUntil(waiting.isEnabled)


def test_a_stopped_import_leaves_nothing(threaded_page, crm, register, qtbot, look_at):
    page, may_end = threaded_page, threading.Event()
    prepare(page, qtbot, crm)
    page.workspace.jobs.run("Blocking", lambda _progress: may_end.wait(10), lambda _outcome: None)
    page.primary.click()

    page.workspace.jobs.cancel()
    may_end.set()

    qtbot.waitUntil(lambda: "The import was stopped" in look_at(page).banners())
    assert list_sources(register) == ()
