"""Reading a protected list again asks for its password, like its import did."""

import io

import msoffcrypto
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.gui.jobs import Jobs
from dsr_desktop.gui.pages.requests.page import RequestsPage
from dsr_desktop.gui.pages.requests.password_dialog import PasswordDialog, password_title
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.rescanning import last_rescan
from dsr_desktop.wording.language import speak

EMAIL = "camille.dupont@acme.example"
ROWS = [["Nom", "E-mail"], ["Dupont", EMAIL]]


@pytest.fixture
def lock(write_xlsx, tmp_path):
    """Return a function that writes a list under a password."""

    def lock(name, password):
        clear, shut = write_xlsx(tmp_path / "clear.xlsx", {name: ROWS}), io.BytesIO()
        with clear.open("rb") as file:
            msoffcrypto.OfficeFile(file).encrypt(password, shut)
        path = tmp_path / name
        path.write_bytes(shut.getvalue())
        return path

    return lock


@pytest.fixture
def read_again(register, bring_in, ask, find, open_request, settle, lock):
    """Return a function that brings in protected lists, finds the person and reads them again."""

    def read_again(**passwords):
        paths = [lock(f"{name}.xlsx", password) for name, password in passwords.items()]
        bring_in(register, *paths, passwords=tuple(passwords.values()), activity="PA3")
        ref = ask()
        find(ref)
        page = open_request(ref)
        page.request.documents.rescan.button.click()
        settle()
        return page

    return read_again


def results(page):
    model = page.request.documents.model
    return [model.index(row).data() for row in range(model.rowCount())]


def answer(page, password, settle):
    dialog = page.questions.dialog
    QTest.keyClicks(dialog.editor.editor, password)
    dialog.verb_button.click()
    settle()


def test_a_protected_list_is_asked_about_and_read_with_its_password(read_again, settle):
    page = read_again(crm="key-1")
    dialog = page.questions.dialog
    assert isinstance(dialog, PasswordDialog)
    assert dialog.windowTitle() == "crm.xlsx has a password"
    assert results(page) == ["crm.xlsx, Could not be read"]

    answer(page, "key-1", settle)

    assert results(page)[0].startswith("crm.xlsx, Still there, crm.xlsx, row 2")
    assert page.questions.dialog is dialog, "nothing more is asked"


def test_a_wrong_password_is_asked_again(read_again, settle):
    page = read_again(crm="key-1")

    answer(page, "falsch", settle)

    assert page.questions.dialog.field.error == "This password opens none of them"
    answer(page, "key-1", settle)
    assert results(page)[0].startswith("crm.xlsx, Still there")


def test_two_lists_may_have_passwords_of_their_own(read_again, settle):
    page = read_again(crm="key-1", fair="key-2")
    assert page.questions.dialog.windowTitle() == "2 files have a password: crm.xlsx, fair.xlsx"

    answer(page, "key-2", settle)

    assert page.questions.dialog.windowTitle() == "crm.xlsx has a password"
    assert page.questions.dialog.field.error == ""
    answer(page, "key-1", settle)
    assert ["Still there" in one for one in results(page)] == [True, True]


def test_no_password_at_all_is_refused_and_cancelling_reads_no_more(read_again, settle):
    page = read_again(crm="key-1")
    dialog = page.questions.dialog

    dialog.verb_button.click()
    assert dialog.field.error == "Type the password first"
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()

    assert results(page) == ["crm.xlsx, Could not be read"]
    assert page.questions.dialog is dialog


def test_who_went_back_to_the_list_meanwhile_is_not_asked(
    qtbot, register, bring_in, ask, find, theme, today, lock
):
    bring_in(register, lock("crm.xlsx", "key-1"), passwords=("key-1",), activity="PA3")
    ref = ask()
    find(ref)
    jobs = Jobs()
    page = RequestsPage(Workspace(register, speak("en"), theme, jobs, lambda: today))
    qtbot.addWidget(page)
    page.show()
    try:
        page.open_request(ref)
        qtbot.waitUntil(lambda: page.state is not None)
        with qtbot.waitSignal(page.workspace.register_changed):
            page.request.documents.rescan.button.click()
            page.back.click()
        qtbot.waitUntil(lambda: last_rescan(register, ref) is not None)
        assert page.questions.dialog is None
    finally:
        jobs.shut_down()


def test_many_protected_files_are_named_in_part():
    names = [f"list{n}.xlsx" for n in range(5)]

    assert password_title(speak("en"), names) == (
        "5 files have a password: list0.xlsx, list1.xlsx, list2.xlsx, …"
    )
