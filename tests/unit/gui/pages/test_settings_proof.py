"""The event log on the Settings page: its check against a fingerprint, the company's dossier."""

import pytest
from PySide6.QtWidgets import QLabel

from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.services.history import log_head


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def page(workspace, open_page, settle):
    page = open_page(SettingsPage(workspace))
    settle()
    return page


@pytest.fixture
def card(page):
    return page.proof.card


@pytest.fixture
def check(card, settle):
    """Return a function that types a fingerprint, checks the log and gives what is said."""

    def check(typed=""):
        card.typed.setText(typed)
        card.check_button.click()
        settle()
        return [texts(one) for one in card.findChildren(Banner) if one.isVisible()]

    return check


def test_it_shows_how_far_the_log_goes(card, register):
    number, fingerprint = log_head(register)

    assert card.head.text == fingerprint
    assert card.count.text() == ("1 event" if number == 1 else f"{number} events")


def test_a_log_that_holds_is_said_to_hold(check):
    (said,) = check()

    assert "The event log holds" in said


def test_a_fingerprint_kept_on_paper_is_found(check, register):
    (said,) = check(log_head(register)[1].upper())

    assert "nothing was cut off" in said


def test_one_that_is_gone_shows_that_the_end_was_cut_off(check):
    (said,) = check("0123456789abcdef")

    assert "cut off" in said


def test_what_is_no_fingerprint_is_said_at_its_field(check, card):
    assert check("hello") == []
    assert "16 signs" in card.field.error


def test_r_log_1_a_changed_event_is_named_by_the_check(check, register):
    register.database.connection.execute("DROP TRIGGER event_no_update")
    register.database.connection.execute("UPDATE event SET actor = 'x' WHERE seq = 1")

    (said,) = check()

    assert "no longer holds from event 1 on" in said


def test_the_company_s_dossier_is_made_into_the_folder_chosen(page, card, tmp_path, settle):
    page.proof.ask_folder = lambda _title: [tmp_path / "out"]

    card.dossier_button.click()
    settle()

    assert [one.name for one in (tmp_path / "out").iterdir()] == ["company_dossier.zip"]
    (told,) = [one for one in page.notices.findChildren(Banner) if one.isVisible()]
    assert "made and checked" in texts(told)


def test_without_a_folder_nothing_is_made(page, card, register, settle):
    page.proof.ask_folder = lambda _title: []
    before = log_head(register)

    card.dossier_button.click()
    settle()

    assert log_head(register) == before
