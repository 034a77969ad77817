"""The Retention page: contacts by day, ends, holds, the run."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from dsr_desktop.domain.contact_retention import ClockMode, ContactState, RetentionRule
from dsr_desktop.gui.pages.retention import page as pages
from dsr_desktop.gui.pages.retention.page import RetentionPage
from dsr_desktop.gui.pages.retention.views import Show
from dsr_desktop.services.retention_review import read_retention
from dsr_desktop.services.retention_settings import rule_for

HEADER = ["Nom", "E-mail", "Fin de traitement", "Dernier contact"]
ROWS = [
    HEADER,
    ["Alix Premier", "alix@un.example", "2025-11-01", ""],
    ["Basile Second", "basile@deux.example", "2025-11-30", ""],
    ["Denis Quart", "denis@quatre.example", "", "2023-10-01"],
]


@pytest.fixture
def clients(register, tmp_path, write_csv, bring_in):
    bring_in(register, write_csv(tmp_path / "clients.csv", ROWS), activity="PA2")
    return register


@pytest.fixture
def page(clients, workspace, open_page, settle):
    page = open_page(RetentionPage(workspace))
    settle()
    return page


def titles(page):
    return [page.model.row_at(n).title for n in range(page.model.rowCount())]


def show(page, settle, which):
    number = tuple(Show).index(which)
    page.shows._segments[number].click()
    settle()


def test_an_empty_register_says_what_to_do(workspace, open_page, settle):
    page = open_page(RetentionPage(workspace))
    settle()
    assert page.empty.isVisibleTo(page)
    assert not page.run.isVisibleTo(page)


def test_what_is_due_stands_first_by_day(page):
    assert titles(page) == ["Alix Premier", "Basile Second"]
    assert page.header._state.text() == "3 contacts · 2 due or due soon"
    assert "1 contact has no clock" in page.sentences.text()


def test_an_end_is_set_for_the_chosen_contact(page, settle, clients, workspace):
    show(page, settle, Show.STALE)
    assert titles(page) == ["Denis Quart"]
    page.end.click()
    page.dialog.submit()
    settle()

    assert read_retention(clients, workspace.today()).count(ContactState.ACTIVE) == 0
    assert titles(page) == []


def test_a_hold_is_set_seen_and_released(page, settle, clients, workspace):
    page.hold.click()
    page.dialog.submit()
    assert page.dialog.fields["reason"].error
    page.dialog.reason.setText("litige")
    page.dialog.submit()
    settle()

    assert titles(page) == ["Basile Second"]
    assert page.holds_model.rows[0].title == "litige"
    page.holds.setCurrentIndex(page.holds_model.index(0))
    page.release.click()
    page.dialog.reason.setText("jugement")
    page.dialog.verb_button.click()
    settle()
    assert titles(page) == ["Alix Premier", "Basile Second"]


def test_a_rule_is_set_for_the_activity(page, settle, clients, workspace):
    page.rule.click()
    settle()
    page.dialog.silent.setText("24")
    page.dialog.submit()
    settle()
    assert read_retention(clients, workspace.today()).count(ContactState.ACTIVE) == 0


def test_a_rule_may_count_from_the_last_contact(page, settle, clients):
    page.rule.click()
    settle()
    page.dialog.months.setText("36")
    page.dialog.mode.setCurrentIndex(tuple(ClockMode).index(ClockMode.AFTER_LAST_CONTACT))
    page.dialog.submit()
    settle()

    assert rule_for(clients, "PA2") == RetentionRule(ClockMode.AFTER_LAST_CONTACT, 36)
    assert titles(page) == ["Denis Quart"]


def test_r_rt_4_what_a_law_has_kept_is_not_due_and_is_shown_as_kept(page, settle):
    page.law.click()
    page.dialog.submit()
    settle()
    assert titles(page) == ["Basile Second"]

    show(page, settle, Show.RETAINED)
    assert titles(page) == ["Alix Premier"]


def test_a_law_keeps_until_a_day_to_come(page, workspace):
    page.law.click()
    page.dialog.day.setText(workspace.tr.date(workspace.today()))
    page.dialog.submit()

    assert page.dialog.fields["day"].error


def test_one_list_is_shown_alone_and_stays_chosen(
    page, settle, clients, tmp_path, write_csv, bring_in
):
    more = [HEADER, ["Elsa Quint", "elsa@cinq.example", "2025-10-01", ""]]
    bring_in(clients, write_csv(tmp_path / "salon.csv", more), activity="PA2")
    page.load()
    settle()
    assert titles(page) == ["Elsa Quint", "Alix Premier", "Basile Second"]

    page.lists.setCurrentIndex(page.lists.findText("salon.csv"))
    page.lists.activated.emit(page.lists.currentIndex())
    settle()
    assert titles(page) == ["Elsa Quint"]

    page.load()
    settle()
    assert titles(page) == ["Elsa Quint"]


def test_with_one_list_there_is_nothing_to_choose(page):
    assert not page.lists.isVisibleTo(page)


def test_a_run_asks_once_with_counts_and_leaves_a_report(page, settle, tmp_path, monkeypatch):
    monkeypatch.setattr(pages, "choose_folder", lambda *_both: [tmp_path / "out"])
    page.run.click()
    settle()
    assert page.dialog.accessibleName() == "Delete 1 contact?"
    page.dialog.accept()
    settle()

    assert titles(page) == ["Basile Second"]
    assert {one.suffix for one in (tmp_path / "out").iterdir()} == {".pdf", ".csv"}


def test_the_chosen_may_go_before_their_last_day(page, settle):
    page.table.selectRow(1)
    page.delete.click()
    settle()
    assert page.dialog.accessibleName() == "Delete 1 contact?"


def test_what_is_not_due_cannot_be_deleted_and_says_why(page, settle):
    show(page, settle, Show.ACTIVE)
    assert not page.delete.isEnabled()
    assert page.delete.toolTip()


def test_nothing_due_is_said_instead_of_asked(page, settle, monkeypatch, workspace):
    day = workspace.today()
    monkeypatch.setattr(workspace, "today", lambda: day - timedelta(days=30))
    page.run.click()
    settle()
    assert page.dialog is None


def test_the_letter_is_copied(page):
    page.copy_letter.click()
    assert "Exemple SAS" in QGuiApplication.clipboard().text()
