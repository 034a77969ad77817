"""The card of the backups on the Settings page."""

from datetime import UTC, datetime, timedelta

import pytest

from dsr_desktop.domain.backup import BackupPlan
from dsr_desktop.domain.erasure_ledger import ErasedRow, LedgerEntry
from dsr_desktop.gui.pages.settings.backups import desk as desks
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.services.backing_up import back_up
from dsr_desktop.services.backup_places import backup_plan, backup_state, set_backup_plan
from dsr_desktop.store.erasure_ledger import add_to_ledger

NOW = datetime(2026, 11, 16, 18, 15, tzinfo=UTC)


@pytest.fixture
def page(workspace, open_page, settle):
    page = open_page(SettingsPage(workspace))
    settle()
    return page


@pytest.fixture
def shown_again(page, settle):
    """Return a function that lets the page read the register again and gives its card."""

    def load():
        page.load()
        settle()
        return page.backups.card

    return load


def facts(card):
    rows = card.facts.children()
    return [row.accessibleName() for row in rows if row.isWidgetType() and row.accessibleName()]


def test_a_fresh_register_has_no_backup_and_no_place(page):
    card = page.backups.card

    assert facts(card) == [
        "Last backup: None yet", "Every day: No place for daily backups is chosen",
    ]  # fmt: skip
    assert not card.end_button.isVisibleTo(card)
    assert not card.erase_button.isVisibleTo(card)


def test_without_a_place_it_asks_for_a_file(page, register, tmp_path, settle, monkeypatch):
    asked = []

    def choose(_parent, _title, start):
        asked.append(start.name)
        return tmp_path / "copy.dsr"

    monkeypatch.setattr(desks, "choose_new_register", choose)
    page.backups.card.backup_button.click()
    settle()

    assert asked[0].startswith("register-")
    assert (tmp_path / "copy.dsr").exists()
    assert backup_state(register, NOW.date()).last.path == tmp_path / "copy.dsr"


def test_a_place_is_added_and_gets_a_backup(
    page, register, shown_again, tmp_path, settle, monkeypatch
):
    place = tmp_path / "stick"
    place.mkdir()
    monkeypatch.setattr(desks, "choose_folder", lambda _parent, _title: [place])

    page.backups.card.place_button.click()
    settle()
    assert backup_plan(register).places == (place,)

    card = shown_again()
    card.backup_button.click()
    settle()
    assert len(list(place.glob("*.dsr"))) == 1

    shown_again().end_button.click()
    settle()
    assert backup_plan(register).places == ()


def test_a_place_out_of_reach_is_told(page, register, shown_again, tmp_path, settle):
    place = tmp_path / "stick"
    place.mkdir()
    set_backup_plan(register, BackupPlan((place,)))
    place.rmdir()
    told = []
    page.backups.told.connect(lambda what, why: told.append((what, why)))

    shown_again().backup_button.click()
    settle()

    assert told[0][0] == "No backup was made"
    assert "out of reach" in told[0][1]


def test_it_warns_after_too_many_days_without_one_outside(
    register, shown_again, tmp_path, workspace
):
    back_up(register, tmp_path / "copy.dsr", NOW)
    assert shown_again().warning.text() == ""

    workspace.today = lambda: NOW.date() + timedelta(days=4000)

    assert shown_again().warning.text().startswith("No backup outside this computer for ")


def test_erasures_that_an_older_backup_lacks_are_done_again_once_confirmed(
    page, register, shown_again, settle
):
    rows = (ErasedRow("0" * 64, "crm", 3),)
    entry = LedgerEntry("a" * 32, "DSR-2026-0001", "2026-11-16T10:00:00+00:00", "dpo", rows, ())
    add_to_ledger(register.database, entry)
    card = shown_again()
    assert card.open_words.text() == (
        "This register comes from a backup. 1 erasure done since is open: DSR-2026-0001."
    )

    card.erase_button.click()
    page.backups.dialog.verb_button.click()
    settle()

    assert not shown_again().erase_button.isVisibleTo(card)


def test_the_register_leaves_without_encryption_only_after_two_questions(
    page, register, tmp_path, settle
):
    desk, told = page.backups, []
    desk.told.connect(lambda what, why: told.append((what, why)))
    desk.ask_file = lambda _title, name: tmp_path / name

    desk.card.plain_button.click()
    desk.dialog.accept()
    settle()
    assert list(tmp_path.glob("*.sqlite")) == []

    desk.dialog.accept()
    settle()
    (made,) = tmp_path.glob("*.sqlite")
    assert told[0][0].startswith("The register was written without encryption")
    assert told[0][1] == str(made)
    assert made.read_bytes().startswith(b"SQLite format 3")
