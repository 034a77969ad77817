"""The main window: sections, keys, what pages ask of each other, jobs in the bottom bar."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.main_window import MainWindow
from dsr_desktop.gui.pages.contacts.page import ContactsPage
from dsr_desktop.gui.pages.files.page import FilesPage
from dsr_desktop.gui.pages.registers.page import RegistersPage
from dsr_desktop.gui.pages.requests.page import RequestsPage
from dsr_desktop.gui.pages.retention.page import RetentionPage
from dsr_desktop.gui.pages.search.page import SearchPage
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.gui.pages.today.page import TodayPage
from dsr_desktop.gui.settings import keep_qt_settings_in
from dsr_desktop.gui.shots import take_pictures
from dsr_desktop.gui.theme.theme import ThemeMode
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.widgets.progress import ProgressBar
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.wording.language import speak

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True, scope="session")
def own_qt_settings(tmp_path_factory):
    keep_qt_settings_in(tmp_path_factory.mktemp("qt"))


@pytest.fixture
def workspace(qapp, register, theme, today):
    jobs = Jobs({"work": AtOnce(), "read": AtOnce()})
    bugs = []
    jobs.crashed.connect(bugs.append)
    yield Workspace(register, speak("en"), theme, jobs, lambda: today)
    assert bugs == []


@pytest.fixture
def show_window(qtbot):
    def show_window(workspace):
        window = MainWindow(workspace, now=lambda: datetime(2026, 11, 16, 14, 2, tzinfo=UTC))
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show_window


@pytest.fixture
def window(workspace, show_window):
    return show_window(workspace)


@pytest.fixture
def request_ref(register, today):
    criteria = Criteria(name=("Camille Dupont",))
    received = today - timedelta(days=3)
    view = new_request(register, [Right.ERASURE], criteria, received, Channel.EMAIL_DPO, today)
    return view.request.ref


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def links(window):
    return {link.accessibleName(): link for link in window.sidebar.findChildren(QAbstractButton)}


def settle():
    for _round in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


PAGES = [
    ("Today", TodayPage), ("Requests", RequestsPage), ("Search", SearchPage),
    ("Contacts", ContactsPage), ("Files", FilesPage), ("Registers", RegistersPage),
    ("Retention", RetentionPage), ("Settings", SettingsPage),
]  # fmt: skip


def test_the_key_of_a_section_puts_the_focus_where_its_work_begins(
    workspace, show_window, register, today, bring_in, write_csv, tmp_path
):
    bring_in(register, write_csv(tmp_path / "crm.csv", [["Mail"], ["a@b.example"]]))
    criteria = Criteria(email=("a@b.example",))
    new_request(register, [Right.ACCESS], criteria, today, Channel.POST, today)
    window = show_window(workspace)
    reached = []
    for number in range(1, 9):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        reached.append(window.focusWidget().accessibleName())

    assert reached == [
        "Do next", "Requests", "Add criterion…", "Filter by name, e-mail, number, any word",
        "Imported files", "Processing activities", "Contacts by the day on which they go", "English",
    ]  # fmt: skip


def test_the_way_to_the_activities_ends_at_the_one_to_confirm(workspace, show_window):
    window = show_window(workspace)
    workspace.show_activity("PA2")

    assert isinstance(window.page, RegistersPage)
    assert window.page.pane.chosen_key == "PA2"
    assert window.focusWidget() is window.page.pane.details.buttons[0]


def test_the_way_to_the_suppression_list_ends_at_its_entries(
    workspace, register, show_window, today
):
    typed = TypedKeys(("camille.dupont@acme.example",))
    add_to_list(register, typed, SuppressionScope.ALL, SuppressionReason.ERASURE, today)
    window = show_window(workspace)
    workspace.show_suppression()

    assert isinstance(window.page, SettingsPage)
    assert window.focusWidget() is window.page.suppression.card.list


def test_the_sidebar_has_only_sections_that_work(window):
    assert list(links(window)) == [name for name, _page in PAGES]
    assert isinstance(window.page, TodayPage)
    assert links(window)["Today"].isChecked()


@pytest.mark.parametrize(("name", "page"), PAGES)
def test_a_press_shows_the_page_of_the_section(window, name, page):
    links(window)[name].click()

    assert isinstance(window.page, page)
    assert window.page.isVisible()
    assert links(window)[name].isChecked()


@pytest.mark.parametrize(("number", "page"), list(enumerate((page for _name, page in PAGES), 1)))
def test_ctrl_and_a_number_shows_the_page(window, number, page):
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)

    assert isinstance(window.page, page)


def test_every_section_has_a_title_that_the_page_carries_too(window):
    for name, _page in PAGES:
        links(window)[name].click()
        assert window.page.section == name.lower()
        assert window.page.header.accessibleName() == name


def test_a_page_is_built_once(window):
    first = window.show_section("files")
    window.show_section("today")

    assert window.show_section("files") is first


def test_ctrl_k_goes_to_the_search_field_of_the_page(window):
    window.show_section("files")

    QTest.keyClick(window, Qt.Key.Key_K, CTRL)

    assert QApplication.focusWidget() is window.page.header.search


def test_a_name_in_the_search_field_leads_to_the_search_page(window):
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Camille Dupont")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert isinstance(window.page, SearchPage)


def test_ctrl_n_asks_for_a_new_request(window):
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    settle()

    assert isinstance(window.page, RequestsPage)
    form = QApplication.activeModalWidget()
    assert form.windowTitle() == "New request"
    form.reject()


def test_ctrl_i_asks_which_files_to_import(window, tmp_path, write_csv):
    crm = write_csv(tmp_path / "crm.csv", [["Mail"], ["z@c.example"]])

    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(crm))
        dialog.accept()

    QTimer.singleShot(0, answer)
    QTest.keyClick(window, Qt.Key.Key_I, CTRL)

    assert isinstance(window.page, FilesPage)
    assert window.page.import_pane.plan.files == (crm,)


def test_escape_closes_the_pane_of_the_page(window, tmp_path, write_csv):
    crm = write_csv(tmp_path / "crm.csv", [["Mail"], ["z@c.example"]])
    window.workspace.show_import([crm])

    QTest.keyClick(window.page.import_pane.channel, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert not window.page.import_pane.isVisible()
    assert window.isVisible()


def test_f5_reads_again(window, register, request_ref):
    assert "Two steps to start" in texts(window.page)

    QTest.keyClick(window, Qt.Key.Key_F5)
    settle()

    assert "Open requests" in texts(window.page)


def test_files_dropped_anywhere_are_prepared_for_import(window, tmp_path, write_csv):
    crm = write_csv(tmp_path / "crm.csv", [["Mail"], ["z@c.example"]])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(crm))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip

    window.dropEvent(drop)

    assert isinstance(window.page, FilesPage)
    assert window.page.import_pane.plan.files == (crm,)
    window.page.import_pane.activity.setCurrentText("PA3 · Service delivery")
    assert window.page.import_pane.answers().activity == "PA3"


def test_a_request_is_opened_on_its_page(window, request_ref):
    window.workspace.show_request(request_ref)
    settle()

    assert isinstance(window.page, RequestsPage)
    assert any(request_ref in text for text in texts(window.page))


def test_an_error_is_shown_in_the_page_at_hand(window):
    window.show_section("settings")

    window.workspace.report(InvalidInputError("Give another name."))
    settle()

    assert [b.accessibleName() for b in window.page.findChildren(Banner)] == ["Give another name."]


def test_a_notice_stays_in_the_page_at_hand_until_it_is_closed(window):
    window.workspace.notice_given.emit("purged", "Two copies went.")
    settle()
    (banner,) = [one for one in window.page.findChildren(Banner) if one.isVisible()]
    assert banner.accessibleName() == "Two copies went."

    banner.buttons[0].click()
    settle()

    assert not any(one.isVisible() for one in window.page.findChildren(Banner))


def test_another_section_can_be_asked_for(window):
    window.workspace.show_page("files")

    assert isinstance(window.page, FilesPage)


def test_the_bottom_bar_names_register_lock_and_offline(window):
    assert {"register.dsr", "Unlocked", "Offline: nothing leaves this computer"} <= set(
        texts(window.status)
    )


def test_the_bottom_bar_says_when_it_was_saved(window):
    window.workspace.register_changed.emit()

    assert "Saved 14:02" in texts(window.status)


def test_the_foot_of_the_sidebar_says_who_is_acting(window):
    assert "Nora Vidal · DPO" in texts(window.sidebar)


def test_somebody_else_is_acting_under_their_own_name(
    workspace, register, theme, today, show_window
):
    register.actor = "deputy"

    window = show_window(Workspace(register, speak("en"), theme, workspace.jobs, lambda: today))

    assert "deputy" in texts(window.sidebar)


def test_the_title_names_the_company(window):
    assert window.windowTitle() == "Exemple SAS · DSR Desktop"


@pytest.fixture
def threaded_window(register, theme, today, show_window, nothing_left_running):
    jobs = Jobs()
    window = show_window(Workspace(register, speak("en"), theme, jobs, lambda: today))
    yield window
    jobs.shut_down()
    settle()


@pytest.fixture
def long_job(threaded_window, qtbot):
    """A job that reports until it is cancelled; gives its outcomes."""
    outcomes = []

    def read_for_ever(progress):
        while True:
            progress(7, 12, "crm.csv")

    threaded_window.workspace.jobs.run("Importing 12 files", read_for_ever, outcomes.append)
    qtbot.waitUntil(lambda: "Importing 12 files · crm.csv" in texts(threaded_window.status))
    return outcomes


def test_a_running_job_is_shown_with_progress_and_can_be_cancelled(
    threaded_window, long_job, qtbot
):
    bar = threaded_window.status.findChild(ProgressBar)
    assert bar.share == pytest.approx(7 / 12)

    next(b for b in threaded_window.status.findChildren(Button)).click()

    qtbot.waitUntil(lambda: bool(long_job))
    assert not bar.isVisible()


def test_two_jobs_end_before_the_bar_goes(threaded_window, qtbot):
    jobs, may_end = threaded_window.workspace.jobs, threading.Event()
    ended = []
    jobs.run("First", lambda _progress: may_end.wait(10), ended.append)
    jobs.run("Second", lambda _progress: may_end.wait(10), ended.append)
    bar = threaded_window.status.findChild(ProgressBar)
    assert bar.isVisible()

    may_end.set()

    qtbot.waitUntil(lambda: len(ended) == 2)
    assert not bar.isVisible()


@pytest.mark.parametrize(("verb", "closes"), [("Go on", False), ("Stop and close", True)])
def test_closing_during_a_job_asks_first(threaded_window, long_job, qtbot, verb, closes):
    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        next(b for b in dialog.findChildren(Button) if b.text() == verb).click()

    QTimer.singleShot(0, answer)
    assert threaded_window.close() is closes
    assert threaded_window.isVisible() is not closes
    threaded_window.workspace.jobs.cancel()
    qtbot.waitUntil(lambda: bool(long_job))


@pytest.mark.parametrize("section", [name.lower() for name, _page in PAGES])
def test_tab_goes_round_the_whole_window(window, request_ref, section):
    window.show_section(section)
    settle()
    first = window.page.header.search
    first.setFocus()

    reached = [first]
    for _press in range(80):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
        if reached[-1] is first:
            break

    assert reached[-1] is first, "the focus came back: no trap on the way"
    assert any(window.sidebar.isAncestorOf(one) for one in reached)
    unnamed = [one for one in reached if not one.accessibleName()]
    assert unnamed == []
    assert not any(table.tabKeyNavigation() for table in window.page.findChildren(QTableView))


@pytest.mark.parametrize("section", [name.lower() for name, _page in PAGES])
def test_a_page_fits_into_the_smallest_window(window, request_ref, section):
    window.resize(window.minimumSize())
    window.show_section(section)
    settle()

    assert window.size() == window.minimumSize()
    assert window.page.minimumSizeHint().width() <= window.minimumWidth() - 200


def test_pictures_show_every_page_and_state(register, request_ref, today, tmp_path, qapp):
    pictures = take_pictures(register, tmp_path / "pictures", today, "en", modes=(ThemeMode.DARK,))

    names = {path.name for path in pictures}
    assert {f"{name.lower()}-dark-en.png" for name, _page in PAGES} <= names
    more = (
        "today-empty", "files-held", "settings-suppression", "request", "first-run", "import-more",
    )  # fmt: skip
    assert {f"{name}-dark-en.png" for name in more} <= names
    assert all(path.stat().st_size > 1_000 for path in pictures)
