"""Reminders on the Today page: each leads to its place, a list to its form."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from dsr_desktop.domain.article14 import Art14Exception, Art14Facts, Art14State, ObtainedFrom
from dsr_desktop.domain.authority_request import AuthorityRequest, MayTell
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.pages.today.page import TodayPage
from dsr_desktop.services.article14 import describe_art14, list_art14
from dsr_desktop.services.handling import new_request
from dsr_desktop.store.records import AUTHORITY_REQUESTS


@pytest.fixture
def page(workspace, open_page):
    return open_page(TodayPage(workspace))


@pytest.fixture
def late(register, today):
    received = today - timedelta(days=40)
    criteria = Criteria(name=("Camille Dupont",))
    return new_request(
        register, [Right.ACCESS], criteria, received, Channel.POST, today
    ).request.ref


@pytest.fixture
def partner_list(register, bring_in, write_csv, tmp_path, today):
    file = write_csv(tmp_path / "partner.csv", [["Nom"], ["Paul"]])
    bring_in(register, file, collected_on=date(2026, 11, 1))
    describe_art14(register, 1, Art14Facts(ObtainedFrom.PARTNER), today)


def rows(page):
    model = page.reminders.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def open_row(page, number=0):
    page.reminders.row_opened.emit(page.reminders.model().index(number, 0))


@pytest.fixture
def form(partner_list, page, settle):
    settle()
    open_row(page)
    return page.article14.form


def only(register):
    (task,) = list_art14(register)
    return task


def test_a_late_request_leads_to_its_page(late, page, workspace, qtbot, settle):
    settle()
    assert rows(page)[0].startswith(f"{late}: the answer is late")

    with qtbot.waitSignal(workspace.request_wanted) as signal:
        open_row(page)
    assert signal.args == [late]


def test_without_reminders_their_card_is_not_there(register, today, page, load):
    criteria = Criteria(name=("Camille Dupont",))
    new_request(register, [Right.ACCESS], criteria, today, Channel.POST, today)
    load()

    assert page.steps.isVisible()
    assert not page.reminders.isVisible()


def test_a_request_of_an_authority_leads_to_its_record(
    register, page, today, load, workspace, qtbot
):
    added = AUTHORITY_REQUESTS.add(
        register.database,
        AuthorityRequest("Police", "R-1", today, may_tell=MayTell.FROM_A_DAY, may_tell_from=today),
    )
    load()

    with qtbot.waitSignal(workspace.record_wanted) as signal:
        open_row(page)
    assert signal.args == ["authorities", str(added.id)]


def test_the_form_of_a_list_begins_with_what_is_known(form):
    assert form.origin.currentText() == "a partner"
    assert form.obtained.understood == date(2026, 11, 1)
    assert not form.fields["told_on"].isVisible()
    assert not form.fields["reason"].isVisible()


def test_people_told_are_recorded_and_the_reminder_goes(form, page, register, today, settle):
    form.outcome.setCurrentIndex(1)
    form.verb_button.click()
    settle()

    assert (only(register).state, only(register).facts.done_on) == (Art14State.DONE, today)
    page.load()
    settle()
    assert rows(page) == []


def test_an_exception_asks_for_its_reason(form, register, settle):
    form.outcome.setCurrentIndex(3)
    form.verb_button.click()
    assert form.fields["reason"].error == "Enter the reason"

    form.reason.setText("Two million addresses")
    form.verb_button.click()
    settle()

    assert only(register).facts.exception is Art14Exception.DISPROPORTIONATE


def test_the_first_message_moves_the_day_and_a_text_that_is_no_day_is_told(form, register, settle):
    form.contact.setText("soon")
    form.verb_button.click()
    assert form.fields["contact"].error == "This is no day. Write it as 31/12/2026"

    form.contact.setText("05/11/2026")
    form.verb_button.click()
    settle()

    assert only(register).due == date(2026, 11, 5)


def test_the_notice_is_copied_with_its_gaps_named(form, notices):
    form.copy_button.click()

    assert QApplication.clipboard().text().startswith("Information on your personal data")
    ((matter, sentence),) = notices
    assert matter == "done"
    assert "Why we use your data" in sentence


def test_the_notice_is_written_as_pdf(page, form, notices, tmp_path):
    page.article14._presenter.write_notice(1, tmp_path / "out")

    assert [one.name for one in (tmp_path / "out").iterdir()] == ["art14-1-en.pdf"]
    assert notices[-1][1].endswith("art14-1-en.pdf.")
