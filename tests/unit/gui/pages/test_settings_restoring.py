"""Backups are tested and restored from the Settings page."""

from datetime import UTC, datetime

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.erasure_ledger import ErasedRow, LedgerEntry
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.services.backing_up import back_up
from dsr_desktop.services.ledger_files import write_ledgers
from dsr_desktop.services.register import open_register
from dsr_desktop.services.repeating_erasures import list_erasures, open_erasures
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.store.erasure_ledger import add_to_ledger, mark_done

NOW = datetime(2026, 11, 16, 18, 15, tzinfo=UTC)
EMAIL = "camille.dupont@acme.example"


@pytest.fixture
def backup(register, tmp_path, bring_in, write_csv):
    """A backup of a register with two rows, in a folder of its own."""
    rows = [["Nom", "Courriel"], ["Dupont", EMAIL], ["Petit", "paul@acme.example"]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows))
    folder = tmp_path / "stick"
    folder.mkdir()
    back_up(register, folder / "copy.dsr", NOW)
    return folder / "copy.dsr"


@pytest.fixture
def desk(workspace, open_page, settle, backup, tmp_path):
    page = open_page(SettingsPage(workspace))
    settle()
    desk = page.backups.restoring
    desk.ask_backup = lambda _title, _start: backup
    desk.ask_new = lambda _title, _start: tmp_path / "new.dsr"
    return desk


@pytest.fixture
def card(desk):
    """The card of the backups."""
    return desk.parent().backups.card


@pytest.fixture
def told(desk):
    """What was said to be done."""
    said = []
    desk.told.connect(lambda what, why: said.append((what, why)))
    return said


@pytest.fixture
def enter(desk, settle, passphrase):
    """Return a function that types a passphrase into the form and submits it."""

    def enter(text=passphrase):
        form = desk.dialog
        form.passphrase.editor.setText(text)
        form.verb_button.click()
        settle()
        return form

    return enter


def test_a_backup_is_tested_with_its_passphrase(card, told, enter):
    card.test_button.click()
    enter()

    assert told[0][0] == "The backup is sound."
    assert told[0][1].startswith("copy.dsr: every page read, ")


def test_a_wrong_passphrase_is_said_at_the_field_and_can_be_typed_again(card, told, enter):
    card.test_button.click()
    form = enter("wrong")

    assert told == []
    assert form.fields["passphrase"].error
    assert enter("") is form
    enter()
    assert told[0][0] == "The backup is sound."


def test_a_damaged_backup_is_told_in_the_form(card, told, enter, backup):
    content = bytearray(backup.read_bytes())
    content[6000:6100] = bytes(100)
    backup.write_bytes(content)

    card.test_button.click()
    form = enter()

    assert told == []
    assert form.isVisible()


def test_a_backup_is_restored_into_a_new_place_and_the_open_register_stays(
    card, told, enter, register, tmp_path, passphrase
):
    before = register.path.stat().st_mtime_ns
    card.restore_button.click()
    enter()

    assert told[0][0] == f"Restored and checked: {tmp_path / 'new.dsr'}"
    assert "Backup of 16 November 2026." in told[0][1]
    assert register.path.stat().st_mtime_ns == before
    restored = open_register(tmp_path / "new.dsr", passphrase)
    assert len(list_sources(restored)) == 1
    restored.close()


def test_nothing_is_overwritten(card, told, enter, tmp_path):
    (tmp_path / "new.dsr").write_text("mine", encoding="utf-8")
    card.restore_button.click()
    form = enter()

    assert told == []
    assert form.isVisible()
    assert (tmp_path / "new.dsr").read_text(encoding="utf-8") == "mine"


@pytest.fixture
def erased_since(register, backup):
    """An erasure that the ledger beside the backup knows, and the backup does not."""
    (source,) = list_sources(register)
    rows = (ErasedRow(source.sha256, "crm", 2),)
    entry = LedgerEntry("a" * 32, "DSR-2026-0001", "2026-11-17T10:00:00+00:00", "dpo", rows, ())
    add_to_ledger(register.database, entry)
    mark_done(register.database, entry.uid, "2026-11-17T10:00:00+00:00")
    write_ledgers(register)
    return entry


def test_r_era_2_erasures_done_since_are_listed_and_done_again_once_confirmed(
    card, desk, told, enter, erased_since, tmp_path, passphrase, settle
):
    card.restore_button.click()
    enter()
    question = desk.dialog
    assert question.windowTitle() == "1 erasure was done after this backup. Do it again there?"
    assert "DSR-2026-0001" in question.accessibleDescription()

    question.verb_button.click()
    settle()

    assert told[-1][0].startswith("Restored and erased again: ")
    restored = open_register(tmp_path / "new.dsr", passphrase)
    assert search(restored, Criteria(email=(EMAIL,))).hits == ()
    assert open_erasures(restored) == ()
    restored.close()


def test_r_era_2_erasures_put_off_wait_in_the_restored_register(
    card, desk, enter, erased_since, tmp_path, passphrase, settle
):
    card.restore_button.click()
    enter()
    desk.dialog.cancel_button.click()
    settle()

    restored = open_register(tmp_path / "new.dsr", passphrase)
    assert [one.uid for one in list_erasures(restored)] == [erased_since.uid]
    assert len(open_erasures(restored)) == 1
    restored.close()


def test_going_back_from_a_choice_of_file_asks_nothing(card, desk):
    desk.ask_new = lambda _title, _start: None
    card.restore_button.click()
    desk.ask_backup = lambda _title, _start: None
    card.test_button.click()
    card.restore_button.click()

    assert desk.dialog is None
