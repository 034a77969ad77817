"""Processing activities in the window: confirmed, written down, added; what the record lacks."""

import pytest

from dsr_desktop.domain.processing import Detail
from dsr_desktop.services.activities import list_activities
from dsr_desktop.services.processing import read_controller, read_record
from dsr_desktop.store.events import events
from dsr_desktop.wording.language import speak


def activity(register, code):
    return next(one for one in list_activities(register) if one.code == code)


def details(register, code):
    record = read_record(register, speak("en"))
    return next(one for one in record.activities if one.activity.code == code)


def test_the_activities_are_listed_with_what_has_to_be_confirmed(page, titles):
    assert titles()[1] == "PA2 · Communication on products"
    assert page.pane.listing.state == "3 to confirm"


def test_an_activity_is_confirmed_with_its_basis_name_and_details(
    page, register, press, fill_in, settle
):
    page.pane.choose("PA2")
    press("Confirm…")
    assert page.dialog.remark == "Portability does not cover it, art. 20(1)(a)"

    page.dialog.fields["basis"].editor.setCurrentIndex(0)
    assert page.dialog.remark == "Portability covers it, art. 20(1)(a)"
    fill_in(name="  News  by e-mail ")

    confirmed = activity(register, "PA2")
    assert (confirmed.legal_basis, confirmed.name, confirmed.confirmed) == (
        "6(1)(a)", "News by e-mail", True,
    )  # fmt: skip
    assert details(register, "PA2").proposed == frozenset()
    assert page.pane.listing.state == "2 to confirm"
    assert page.pane.details.buttons[0].text() == "Change…"


def test_nothing_is_confirmed_without_a_name_or_when_the_form_is_left(
    page, register, press, fill_in
):
    press("Confirm…")
    form = fill_in(name="")
    assert form.fields["name"].error == "Fill this in"

    form.reject()
    assert not activity(register, "PA1").confirmed


def test_whoever_is_led_here_stands_on_the_activity_to_confirm(page, settle):
    page.show_record("activities", "PA4")
    settle()

    assert page.pane.chosen_key == "PA4"
    assert page.focusWidget() is page.pane.details.buttons[0]


def test_the_gaps_of_an_activity_stand_beside_it_and_those_of_the_company_below(page):
    page.pane.choose("PA4")
    pane = page.pane
    row = pane.filter.row_at(pane.table.currentIndex())

    assert "The policy states no legal basis. Confirm it or choose another." in row.hints
    assert any("not anonymous" in hint for hint in row.hints)
    assert any("DPO is empty" in hint for hint in pane.listing.hints)


def test_only_the_details_that_changed_are_recorded(page, register, press, fill_in):
    page.pane.choose("PA1")
    press("Write details…")
    fill_in(**{Detail.SECURITY: "Locks on every door"})

    assert details(register, "PA1").text(Detail.SECURITY) == "Locks on every door"
    (written,) = [one for one in events(register.database) if one.kind == "activity_detailed"]
    assert written.payload["details"] == ["security"]


def test_details_that_nobody_changed_leave_no_event(page, register, press, fill_in):
    press("Write details…")
    fill_in()

    assert "activity_detailed" not in [one.kind for one in events(register.database)]


def test_an_activity_is_added(page, register, press, fill_in, titles):
    press("Add an activity…")
    fill_in(name="Job applications", basis="6(1)(b)", purposes="Choose among candidates")

    assert titles()[-1] == "PA6 · Job applications"
    assert details(register, "PA6").text(Detail.PURPOSES) == "Choose among candidates"


def test_who_answers_for_the_processing_is_written(page, register, press, fill_in):
    press("Who answers for it…")
    fill_in(contact="1 rue Neuve, 69001 Lyon", dpo_contact="dpo@exemple.example")

    assert read_controller(register).contact == "1 rue Neuve, 69001 Lyon"
    assert not any("DPO is empty" in hint for hint in page.pane.listing.hints)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_company_has_a_name(page, press, fill_in, name):
    press("Who answers for it…")

    assert fill_in(name=name).fields["name"].error == "Fill this in"


def test_the_durations_of_request_files_are_not_typed_over(page, press):
    page.pane.choose("PA5")
    press("Write details…")

    assert Detail.RETENTION not in page.dialog.fields
    assert Detail.RETENTION_SOURCE in page.dialog.fields
    page.dialog.reject()
