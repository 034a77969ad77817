"""From the first dialog to the main window, and what the command line asks of the window."""

import gc
import os
import subprocess
import sys
import threading
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from dsr_desktop.app import WindowArguments, window_arguments
from dsr_desktop.domain.backup import BackupPlan
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.document import DocumentFile, DocumentKind
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.gui.desktop import Desktop
from dsr_desktop.gui.first_run import FirstRunDialog
from dsr_desktop.gui.main_window import SIZE
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.gui.settings import WindowSettings, keep_qt_settings_in
from dsr_desktop.gui.theme.theme import ThemeMode
from dsr_desktop.gui.theme.tokens import DARK
from dsr_desktop.gui.unlock import UnlockDialog
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.services.backing_up import look_into_backup
from dsr_desktop.services.backup_places import set_backup_plan
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import open_register
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.store.unfinished_documents import note_document

CUT_OFF = (
    "The making of DSR-2026-0001_checklist.pdf was cut off; what was left of it was removed. "
    "Make it again for DSR-2026-0001."
)
PURGED = "1 working copy was purged, its month is over: copie.csv."
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True, scope="session")
def own_qt_settings(tmp_path_factory):
    keep_qt_settings_in(tmp_path_factory.mktemp("qt"))


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def settle():
    for _round in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


@pytest.fixture
def desktop(qapp, tmp_path, today, nothing_left_running):
    settings = WindowSettings(tmp_path)
    settings.set_language("en")
    desktop = Desktop(qapp, settings, today=lambda: today, cost=2**10)
    yield desktop
    if desktop.window is not None:
        desktop.window.close()
        desktop.window.deleteLater()
    desktop.opening.close()
    desktop.shut_down()
    settle()


@pytest.fixture
def existing(copy_register, tmp_path):
    path = tmp_path / "clients.dsr"
    copy_register(path).close()
    return path


def unlock(desktop, passphrase, qtbot):
    dialog = desktop.opening.dialog
    dialog.passphrase.setText(passphrase)
    with qtbot.waitSignal(desktop.opening.opened):
        dialog.verb_button.click()


def test_from_the_passphrase_to_the_window(desktop, existing, passphrase, qtbot):
    desktop.start(existing, existing.with_name("register.dsr"))

    unlock(desktop, passphrase, qtbot)

    assert desktop.window.isVisible()
    assert "clients.dsr" in texts(desktop.window.status)
    assert desktop.opening.dialog is None


def test_python_collects_garbage_on_the_gui_thread_only_until_the_window_is_shut_down(
    automatic_collection, desktop, existing
):
    desktop.start(existing, existing.with_name("register.dsr"))
    assert not gc.isenabled()

    desktop.shut_down()

    assert gc.isenabled()


def test_the_register_opened_last_is_asked_for_again(desktop, existing, passphrase, qtbot, qapp):
    desktop.start(existing, existing.with_name("register.dsr"))
    unlock(desktop, passphrase, qtbot)

    again = Desktop(qapp, WindowSettings(existing.parent))
    again.start(None, existing.with_name("register.dsr"))

    assert isinstance(again.opening.dialog, UnlockDialog)
    assert again.opening.dialog.path.text == str(existing)
    again.opening.close()
    again.shut_down()


def test_without_any_register_the_first_run_comes_up_at_the_usual_place(desktop, tmp_path):
    desktop.start(None, tmp_path / "usual" / "register.dsr")

    assert isinstance(desktop.opening.dialog, FirstRunDialog)
    assert desktop.opening.dialog.path.text == str(tmp_path / "usual" / "register.dsr")


@pytest.fixture
def copy_on(existing, passphrase, tmp_path, write_csv):
    """Return a function that imports a working copy on a day."""

    def import_copy(name, day):
        register = open_register(existing, passphrase)
        path = write_csv(tmp_path / name, [["Nom", "E-mail"], [name, f"{name}@acme.example"]])
        import_paths(register, [path], ImportOptions(kind="copy"), day)
        register.close()

    return import_copy


def sentences(desktop):
    banners = desktop.window.page.findChildren(Banner)
    return [banner.accessibleName() for banner in banners if banner.isVisible()]


def test_the_window_names_the_working_copies_that_went_at_its_opening(
    desktop, existing, copy_on, passphrase, qtbot, today
):
    copy_on("copie.csv", today - timedelta(days=31))
    desktop.start(existing, existing)

    unlock(desktop, passphrase, qtbot)

    assert sentences(desktop) == [PURGED]


def test_the_window_names_the_documents_that_a_crash_cut_off(
    desktop, existing, copy_on, passphrase, qtbot, today, tmp_path
):
    copy_on("copie.csv", today - timedelta(days=31))
    register = open_register(existing, passphrase)
    file = DocumentFile(tmp_path / "DSR-2026-0001_checklist.pdf", ".x.part")
    note_document(register.database, "DSR-2026-0001", DocumentKind.CHECKLIST, [file], "dpo")
    register.close()
    (tmp_path / ".x.part").write_bytes(b"half of it")
    desktop.start(existing, existing)

    unlock(desktop, passphrase, qtbot)

    qtbot.waitUntil(lambda: sentences(desktop) == [CUT_OFF, PURGED])
    assert not (tmp_path / ".x.part").exists()


def test_a_working_copy_goes_on_its_day_while_the_window_stays_open(
    qapp, existing, tmp_path, copy_on, passphrase, qtbot, today, nothing_left_running
):
    copy_on("copie.csv", today - timedelta(days=29))
    settings = WindowSettings(tmp_path)
    settings.set_language("en")
    days = [today]
    desktop = Desktop(qapp, settings, today=lambda: days[-1])
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)
    assert sentences(desktop) == []

    days.append(today + timedelta(days=1))
    with qtbot.waitSignal(desktop.window.workspace.notice_given):
        desktop.new_day.timer.timeout.emit()

    assert sentences(desktop) == [PURGED]
    assert list_sources(desktop.register) == ()
    desktop.window.close()
    desktop.window.deleteLater()
    desktop.shut_down()
    settle()


def test_no_timer_runs_on_after_its_window(desktop, existing, passphrase, qtbot):
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)
    before = desktop.new_day
    ended = []
    before.timer.destroyed.connect(lambda: ended.append("gone"))

    desktop.change_language("fr")
    assert ended or not before.timer.isActive()

    after = desktop.new_day
    assert after is not before
    assert after.timer.isActive()
    desktop.shut_down()
    assert not after.timer.isActive()


def test_closing_the_window_makes_the_backup_of_the_day(
    desktop, existing, passphrase, qtbot, tmp_path
):
    place = tmp_path / "stick"
    place.mkdir()
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)
    set_backup_plan(desktop.register, BackupPlan((place,)))

    desktop.shut_down()

    (backup,) = place.glob("clients-*.dsr")
    assert look_into_backup(backup, passphrase).sound


def test_the_words_of_the_register_are_read_ahead_of_the_first_search(
    desktop, existing, passphrase, qtbot
):
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)

    with qtbot.waitSignal(desktop.reading_ahead.timeout):
        pass
    qtbot.waitUntil(lambda: not desktop.jobs.busy)

    queries = []
    desktop.register.database.connection.set_trace_callback(queries.append)
    search(desktop.register, make_criteria({"name": "Zoé Kermarrec"}))
    assert queries
    assert not any("temp.word" in query for query in queries)


def test_a_search_does_not_wait_for_what_is_read_ahead(desktop, existing, passphrase, qtbot):
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)
    desktop.reading_ahead.stop()
    may_go_on, found = threading.Event(), []
    desktop.jobs.run("Block", lambda _progress: may_go_on.wait(20), found.append, lane="ahead")
    try:
        desktop._read_ahead()
        by_key = partial(search, desktop.register, make_criteria({"email": "zoe@acme.example"}))
        desktop.jobs.run("Searching", lambda _progress: by_key(), found.append, lane="read")
        qtbot.waitUntil(lambda: bool(found))
        assert not may_go_on.is_set()
        assert found[0].value.total == 0
    finally:
        may_go_on.set()
    qtbot.waitUntil(lambda: not desktop.jobs.busy)


def test_nothing_is_read_ahead_of_a_register_that_was_closed(desktop, existing, passphrase, qtbot):
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)
    assert desktop.reading_ahead.isActive()

    desktop.shut_down()

    assert not desktop.reading_ahead.isActive()


def test_another_language_builds_the_window_anew(desktop, existing, passphrase, qtbot):
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)
    before = desktop.window

    desktop.change_language("en")
    settle()

    assert desktop.window is not before
    assert desktop.window.isVisible()
    assert isinstance(desktop.window.page, SettingsPage)
    assert WindowSettings(existing.parent).language == "en"


def test_other_colours_take_effect_at_once_and_are_remembered(desktop, existing, passphrase, qtbot):
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)

    desktop.window.mode_chosen.emit(ThemeMode.DARK)

    assert desktop.theme.tokens is DARK
    assert WindowSettings(existing.parent).mode is ThemeMode.DARK


def test_the_window_comes_back_where_it_was(desktop, existing, passphrase, qtbot):
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)
    desktop.window.resize(1200, 720)

    desktop.window.close()

    assert WindowSettings(existing.parent).geometry is not None


def test_a_window_that_would_not_fit_takes_the_whole_screen(desktop, existing, passphrase, qtbot):
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)

    room = desktop.window.screen().availableSize()
    assert room.height() < SIZE[1] + 32
    assert desktop.window.isMaximized()


def test_a_bug_in_a_job_is_shown_and_the_dialog_can_be_used_again(desktop, existing, qtbot, caplog):
    desktop.start(existing, existing)
    desktop.opening.dialog.show_working()

    desktop.jobs.run("Dividing", lambda _progress: 1 // 0, lambda _outcome: None)
    qtbot.waitUntil(lambda: desktop.reporter.dialog is not None)

    assert "ZeroDivisionError" in desktop.reporter.dialog.report.toPlainText()
    assert desktop.opening.dialog.verb_button.isEnabled()
    desktop.reporter.dialog.reject()
    caplog.get_records("call").clear()


def test_an_expected_error_nobody_caught_is_shown_in_the_page(desktop, existing, passphrase, qtbot):
    desktop.start(existing, existing)
    unlock(desktop, passphrase, qtbot)
    desktop.reporter.install()
    error = InvalidInputError("Give another name.")

    sys.excepthook(type(error), error, None)
    settle()

    banners = desktop.window.page.findChildren(Banner)
    assert [banner.accessibleName() for banner in banners] == ["Give another name."]


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], WindowArguments()),
        (["--register", "/data/a.dsr"], WindowArguments(Path("/data/a.dsr"))),
        (["--register=/data/a=b.dsr"], WindowArguments(Path("/data/a=b.dsr"))),
        (["--lang", "fr"], WindowArguments(None, "fr")),
        (["--lang=en", "--register", "/a.dsr"], WindowArguments(Path("/a.dsr"), "en")),
    ],
)
def test_without_a_command_the_window_opens(arguments, wanted):
    assert window_arguments(arguments) == wanted


@pytest.mark.parametrize(
    "arguments",
    [["due", "2026-11-02"], ["--help"], ["--version"], ["--register"], ["--lang", "de"],
     ["--register", "/a.dsr", "search", "--name", "Dupont"], ["--json"]],
)  # fmt: skip
def test_anything_else_is_a_matter_of_the_command_line(arguments):
    assert window_arguments(arguments) is None


SLOW_TO_LOAD = {
    "sqlite_utils", "sqlcipher3", "openpyxl", "reportlab", "cryptography", "phonenumbers",
    "holidays", "click", "python_calamine", "socket", "ssl",
}  # fmt: skip
FIRST_DIALOG = """
import sys
from pathlib import Path
from dsr_desktop.offline import stay_offline
stay_offline()
from PySide6.QtWidgets import QApplication
import dsr_desktop.app
from dsr_desktop.gui.desktop import Desktop
from dsr_desktop.gui.settings import WindowSettings
app = QApplication([])
desktop = Desktop(app, WindowSettings(Path(sys.argv[1])), language="en")
desktop.start(None, Path(sys.argv[1]) / "register.dsr")
app.processEvents()
print(desktop.opening.dialog.isVisible())
print(sorted(name for name in sys.argv[2:] if name in sys.modules))
desktop.shut_down()
"""


def test_the_first_dialog_comes_up_without_loading_what_it_does_not_need(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_DIALOG, str(tmp_path), *SLOW_TO_LOAD],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, cwd=tmp_path,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.stdout.split("\n")[:2] == ["True", "[]"], done.stderr


CLOSED_AT_ONCE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from dsr_desktop.gui import opening
from dsr_desktop.gui.desktop import Desktop
from dsr_desktop.gui.settings import WindowSettings
app = QApplication([])
desktop = Desktop(app, WindowSettings(Path(sys.argv[1])), language="en")
desktop.reporter.install()
desktop.start(None, Path(sys.argv[1]) / "register.dsr")
QTimer.singleShot(0, desktop.opening.dialog.reject)
app.exec()
desktop.shut_down()
QTimer.singleShot(2 * opening._WHILE_THE_USER_TYPES, app.quit)  # as late as anything still planned
app.exec()
print("closed", "dsr_desktop.services.register" in sys.modules)
"""


def test_a_first_dialog_that_is_closed_at_once_leaves_no_message(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_AT_ONCE, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, cwd=tmp_path,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (0, "closed False\n", "")
