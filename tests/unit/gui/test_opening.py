"""Opening a register: the passphrase, the wait after a wrong one, and the first run."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from dsr_desktop.gui.first_run import FirstRunDialog
from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.opening import Opening
from dsr_desktop.gui.unlock import UnlockDialog, wait_after
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.services.importing import ImportOptions, import_paths
from dsr_desktop.services.register import keys_path
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import speak

CHEAP = 2**10
NEW_PASSPHRASE = "sept mots que personne ne devine ici"


@pytest.fixture
def opening(qapp, theme, today):
    jobs = Jobs({"work": AtOnce(), "read": AtOnce()})
    opening = Opening(theme, speak("en"), jobs, lambda: today, cost=CHEAP)
    yield opening
    opening.close()


@pytest.fixture
def opened(opening):
    registers = []
    opening.opened.connect(registers.append)
    yield registers
    for register in registers:
        register.close()


@pytest.fixture
def existing(copy_register, tmp_path):
    path = tmp_path / "register.dsr"
    copy_register(path).close()
    return path


def unlock(dialog: UnlockDialog, passphrase: str) -> None:
    dialog.passphrase.setText(passphrase)
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Return)


def fill_in(dialog: FirstRunDialog, **texts: str) -> None:
    answers = {
        "company": "Exemple SAS", "dpo_name": "Nora Vidal", "passphrase": NEW_PASSPHRASE,
        "again": NEW_PASSPHRASE,
    }  # fmt: skip
    for name, text in {**answers, **texts}.items():
        getattr(dialog, name).setText(text)


def test_a_register_that_exists_asks_for_its_passphrase(opening, existing):
    opening.start(existing)

    assert isinstance(opening.dialog, UnlockDialog)
    assert opening.dialog.path.text == str(existing)
    assert opening.dialog.passphrase.echoMode() == QLineEdit.EchoMode.Password


def test_the_right_passphrase_opens_it(opening, opened, existing, passphrase):
    opening.start(existing)

    unlock(opening.dialog, passphrase)

    assert [register.path for register in opened] == [existing]
    assert opening.dialog is None


def test_an_empty_passphrase_is_not_tried(opening, opened, existing):
    opening.start(existing)

    unlock(opening.dialog, "")

    assert not opening.dialog.banner.isVisibleTo(opening.dialog)


def test_a_wrong_passphrase_says_what_to_check_and_waits(opening, opened, existing):
    opening.start(existing)

    unlock(opening.dialog, "something else altogether")

    assert opened == []
    assert "Check capitals" in opening.dialog.banner.accessibleName()
    assert opening.dialog.is_waiting
    assert not opening.dialog.verb_button.isEnabled()


def test_nothing_is_tried_during_the_wait(opening, opened, existing, passphrase):
    opening.start(existing)
    unlock(opening.dialog, "something else altogether")

    unlock(opening.dialog, passphrase)

    assert opened == []


@pytest.mark.parametrize(
    ("failures", "seconds"), [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 30), (60, 30)]
)
def test_the_wait_grows(failures, seconds):
    assert wait_after(failures) == seconds


def test_after_the_wait_one_may_try_again(theme, qtbot, tmp_path):
    dialog = UnlockDialog(theme, speak("en"), tmp_path / "register.dsr", second=1)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_failure("Wrong.", wrong_passphrase=True)
    dialog.show_failure("Wrong.", wrong_passphrase=True)
    assert dialog.verb_button.accessibleName() == "Wait 2 seconds"

    qtbot.waitUntil(lambda: not dialog.is_waiting)

    assert dialog.verb_button.isEnabled()
    with qtbot.waitSignal(dialog.unlock_requested):
        unlock(dialog, "another one")


def test_a_missing_key_file_is_named(opening, opened, existing, passphrase):
    keys_path(existing).unlink()
    opening.start(existing)

    unlock(opening.dialog, passphrase)

    assert "register.dsr.keys is missing" in opening.dialog.banner.accessibleName()
    assert not opening.dialog.is_waiting


def test_another_register_can_be_chosen(opening, opened, existing, passphrase, copy_register):
    other = existing.with_name("other.dsr")
    copy_register(other).close()
    opening.start(existing)

    answer_file_dialog(other)
    press(opening.dialog, "Another register…")
    unlock(opening.dialog, passphrase)

    assert [register.path for register in opened] == [other]


def test_without_a_register_the_first_run_comes_up(opening, tmp_path):
    opening.start(tmp_path / "register.dsr")

    assert isinstance(opening.dialog, FirstRunDialog)
    assert opening.dialog.path.text == str(tmp_path / "register.dsr")


def test_r_gen_2_the_first_run_says_that_the_app_is_an_aid_and_the_dpo_decides(opening, tmp_path):
    opening.start(tmp_path / "register.dsr")

    said = " ".join(label.text() for label in opening.dialog.findChildren(Label))
    assert "is an aid and gives no legal advice" in said
    assert "you, the data protection officer, decide" in said
    assert "If it is lost, the register is lost" in said


def test_the_first_run_makes_a_register(opening, opened, tmp_path):
    opening.start(tmp_path / "new" / "register.dsr")
    dialog = opening.dialog
    fill_in(dialog, dpo_contact="dpo@exemple.example")
    dialog.country.setCurrentText("Belgium")

    dialog.verb_button.click()

    company = opened[0].company
    assert opened[0].path == tmp_path / "new" / "register.dsr"
    assert (company.name, company.country) == ("Exemple SAS", "BE")
    assert (company.dpo_name, company.dpo_contact) == ("Nora Vidal", "dpo@exemple.example")
    assert opening.dialog is None


@pytest.mark.parametrize(
    ("texts", "rule"),
    [
        ({"company": "  "}, "Enter its name"),
        ({"dpo_name": ""}, "Enter your name"),
        ({"passphrase": "too short", "again": "too short"}, "At least 12 characters"),
        (
            {"passphrase": "aaaaaaaaaaaa", "again": "aaaaaaaaaaaa"},
            "Too few different characters. Take seven words",
        ),
        (
            {
                "company": "Boulons Martin",
                "passphrase": "boulons martin 2026",
                "again": "boulons martin 2026",
            },
            "Only the name of company or app. Take seven words",
        ),
        ({"again": NEW_PASSPHRASE + " "}, "The two are not the same"),
    ],
)
def test_a_field_that_cannot_stand_says_its_rule(opening, opened, tmp_path, texts, rule):
    opening.start(tmp_path / "register.dsr")
    fill_in(opening.dialog, **texts)

    opening.dialog.verb_button.click()

    assert opened == []
    assert rule in [field.error for field in opening.dialog.findChildren(Field)]
    assert not (tmp_path / "register.dsr").exists()


def test_a_file_that_is_there_already_is_not_overwritten(opening, opened, existing):
    before = existing.read_bytes()
    opening.start(existing)
    press(opening.dialog, "A new register…")
    opening.dialog._show_register(existing)
    fill_in(opening.dialog)

    opening.dialog.verb_button.click()

    assert "exists already" in opening.dialog.banner.accessibleName()
    assert existing.read_bytes() == before


def test_a_new_register_beside_an_old_one_gets_a_free_name(opening, existing):
    existing.with_name("register-2.dsr").touch()
    opening.start(existing)

    press(opening.dialog, "A new register…")

    assert opening.dialog.path.text == str(existing.with_name("register-3.dsr"))


def test_from_the_first_run_one_can_open_a_register_that_exists(opening, existing):
    opening.start(existing.with_name("missing.dsr"))

    answer_file_dialog(existing)
    press(opening.dialog, "Open a register that exists…")

    assert isinstance(opening.dialog, UnlockDialog)


def test_the_form_says_how_strong_the_passphrase_is(opening, tmp_path):
    opening.start(tmp_path / "register.dsr")
    dialog = opening.dialog

    said = []
    for text in ("short", "a" * 12, "onlysmallletters", NEW_PASSPHRASE):
        dialog.passphrase.setText(text)
        said.append(dialog.passphrase.accessibleDescription())

    assert said == [
        "At least 12 characters", "Too few different characters. Take seven words",
        "Accepted. Seven words are safer", "Strong",
    ]  # fmt: skip


def test_countries_stand_in_the_order_of_their_names(opening, tmp_path):
    opening.start(tmp_path / "register.dsr")
    country = opening.dialog.country

    names = [country.itemText(n) for n in range(country.count())]

    assert names == sorted(names)
    assert {"France", "Germany", "Switzerland"} <= set(names)


@pytest.mark.parametrize("is_there", [True, False])
def test_everything_has_a_name_and_is_reached_by_tab(opening, existing, is_there, qtbot):
    opening.start(existing if is_there else existing.with_name("missing.dsr"))
    dialog = opening.dialog
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.cancel_button.setFocus()

    controls = [
        control
        for kind in (QAbstractButton, QLineEdit)
        for control in dialog.findChildren(kind)
        if control.isVisibleTo(dialog) and control.isEnabled()
    ]
    assert all(control.accessibleName() for control in controls)
    assert set(controls) <= reached_by_tab(dialog)


def test_working_copies_whose_month_is_over_are_gone_when_the_window_appears(
    opening, opened, copy_register, tmp_path, today, write_csv, passphrase
):
    path, lists = tmp_path / "register.dsr", tmp_path / "copie.csv"
    write_csv(lists, [["Nom", "E-mail"], ["Camille Dupont", "camille@dupont.example"]])
    register = copy_register(path)
    import_paths(register, [lists], ImportOptions(kind="copy"), today - timedelta(days=31))
    register.close()
    opening.start(path)

    unlock(opening.dialog, passphrase)

    (register,) = opened
    assert list_sources(register) == ()
    assert [source.name for source in opening.purged] == ["copie.csv"]


def test_deriving_the_key_does_not_hold_up_the_window(
    theme, existing, passphrase, qtbot, today, nothing_left_running
):
    jobs = Jobs()
    opening = Opening(theme, speak("en"), jobs, lambda: today)
    opening.start(existing)

    with qtbot.waitSignal(opening.opened) as signal:
        unlock(opening.dialog, passphrase)
        assert opening.dialog.verb_button.accessibleName() == "Opening…"
    jobs.shut_down()
    signal.args[0].close()


def test_what_opening_needs_is_loaded_while_the_user_types(opening, opened, existing, qtbot):
    with qtbot.waitSignal(opening._loading.timeout):
        opening.start(existing)

    assert opening.dialog.verb_button.isEnabled()
    assert opened == []


def reached_by_tab(dialog):
    reached = set()
    for _press in range(40):
        focused = QApplication.focusWidget()
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return reached


def press(dialog, text):
    button = next(one for one in dialog.findChildren(Button) if one.text() == text)
    button.click()


def answer_file_dialog(path):
    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()

    QTimer.singleShot(0, answer)


def test_a_rule_goes_as_soon_as_its_field_is_mended(opening, tmp_path):
    opening.start(tmp_path / "register.dsr")
    dialog = opening.dialog
    QTest.keyClick(dialog.company, Qt.Key.Key_Return)
    assert dialog.company.accessibleDescription() == "Enter its name"

    QTest.keyClicks(dialog.company, "E")

    assert dialog.company.accessibleDescription() == ""


def test_the_focus_stays_in_the_passphrase_while_the_register_is_opened(opening, existing, qtbot):
    opening.start(existing)
    dialog = opening.dialog
    with qtbot.waitActive(dialog):
        dialog.activateWindow()

    dialog.show_working()
    QTest.keyClicks(dialog.passphrase, "more")

    assert dialog.passphrase.hasFocus()
    assert dialog.passphrase.text() == ""
