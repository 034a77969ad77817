"""The form for a new request: keyboard first, the deadline as one types, rules at the fields."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.jobs import AtOnce
from dsr_desktop.gui.pages.requests.draft import Draft, mistakes_of
from dsr_desktop.gui.pages.requests.rights_list import RightsModel
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
TODAY = date(2026, 11, 16)


@pytest.fixture
def form(page, settle, qtbot):
    page.new_request()
    settle()
    dialog = page.questions.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    if isValid(dialog):
        dialog.reject()


@pytest.fixture
def requests(register, today):
    return lambda: [view.request for view in list_requests(register, today)]


def set_day(form, day):
    form.received_on.set_day(day)


def tick(form, right):
    rights = form.rights.rights
    rights.setData(
        rights.index(list(Right).index(right), 0), Qt.CheckState.Checked,
        Qt.ItemDataRole.CheckStateRole,
    )  # fmt: skip


def press(qapp, key):
    QTest.keyClick(qapp.focusWidget(), key)


def write(qapp, text):
    QTest.keyClicks(qapp.focusWidget(), text)


def test_a_request_is_recorded_from_the_keyboard_alone(form, page, qapp, requests, settle):
    press(qapp, Qt.Key.Key_Space)
    for _right in range(2):
        press(qapp, Qt.Key.Key_Down)
    press(qapp, Qt.Key.Key_Space)
    for _field in range(4):
        press(qapp, Qt.Key.Key_Tab)
    write(qapp, "Camille Dupont")
    press(qapp, Qt.Key.Key_Tab)
    write(qapp, "camille.dupont@acme.example")
    press(qapp, Qt.Key.Key_Return)
    settle()

    (request,) = requests()
    assert [item.right for item in request.items] == [Right.ACCESS, Right.ERASURE]
    assert request.criteria == Criteria(
        name=("Camille Dupont",), email=("camille.dupont@acme.example",)
    )
    assert request.received_on == TODAY
    assert not isValid(form)
    assert page.state.request.ref == request.ref


def test_a_request_is_entered_with_few_keystrokes_by_hand(form, qapp, requests, settle):
    keys = 0
    for key, text in (
        (Qt.Key.Key_Space, ""), *[(Qt.Key.Key_Tab, "")] * 4, (None, "Camille Dupont"),
        (Qt.Key.Key_Tab, ""), (None, "camille.dupont@acme.example"), (Qt.Key.Key_Return, ""),
    ):  # fmt: skip
        keys += len(text) or 1
        if text:
            write(qapp, text)
        else:
            press(qapp, key)
    settle()

    assert len(requests()) == 1
    assert keys <= 60  # at two keys a second: under 30 seconds


def test_tab_follows_the_reading_order(form, qapp):
    order = []
    for _stop in range(16):
        order.append(qapp.focusWidget())
        press(qapp, Qt.Key.Key_Tab)

    person = form.person
    assert order == [
        form.rights, form.received_on, form.channel, form.language, person["name"],
        person["email"], person["phone"], person["company"], person["identifier"],
        person["address"], person["postcode"], person["city"], form.message.editor,
        form.message.browse, form.cancel_button, form.verb_button,
    ]  # fmt: skip


def test_the_deadline_is_shown_as_the_day_is_typed(form):
    set_day(form, date(2026, 3, 5))

    assert form.due.text() == "Due on Tuesday 7 April 2026"
    assert form.target.text().startswith("internal target")


def test_today_is_preset_and_the_day_of_recording_is_shown(form):
    assert form.answer().received_on == TODAY
    assert form.recorded_on.text() == "16 November 2026"
    assert not form.recorded_on.isEnabled()


def test_a_day_after_today_breaks_the_rule_at_its_field(form, requests):
    set_day(form, TODAY + timedelta(days=1))

    assert form.fields["received_on"].error == "Must not lie after today"
    assert form.due.text() == "No deadline for this day"
    form.verb_button.click()
    assert requests() == []


def test_a_receipt_date_is_typed_day_first_and_never_becomes_another(form, qapp):
    form.received_on.setFocus(Qt.FocusReason.TabFocusReason)
    write(qapp, "09/10/2026")
    press(qapp, Qt.Key.Key_Tab)

    assert form.answer().received_on == date(2026, 10, 9)
    assert form.received_on.text() == "9 October 2026"
    assert form.due.text() == "Due on Monday 9 November 2026"


def test_a_receipt_date_that_is_none_is_refused_at_its_field(form, requests, qapp, settle):
    tick(form, Right.ACCESS)
    form.person["name"].setText("Camille Dupont")
    form.received_on.setFocus(Qt.FocusReason.TabFocusReason)
    write(qapp, "31/02/2026")
    assert form.due.text() == "No deadline for this day"
    press(qapp, Qt.Key.Key_Return)
    settle()

    assert form.fields["received_on"].error == "This is no day. Write it as 31/12/2026"
    assert form.received_on.hasFocus()
    assert requests() == []


def test_an_empty_form_names_what_is_missing_and_goes_there(form, requests, qapp):
    form.verb_button.click()

    assert form.fields["rights"].error == "Tick at least one right"
    assert form.fields["name"].error.startswith("One clue is needed")
    assert form.rights.hasFocus()
    assert requests() == []


def test_enter_in_the_list_of_rights_records(form):
    QTest.keyClick(form.rights, Qt.Key.Key_Return)

    assert form.fields["rights"].error == "Tick at least one right"


def test_an_error_goes_when_the_field_is_mended(form):
    form.verb_button.click()

    tick(form, Right.ACCESS)
    QTest.keyClicks(form.person["name"], "C")

    assert form.fields["rights"].error == ""
    assert form.fields["name"].error == ""


def test_channel_language_and_several_names_are_recorded(form, requests, settle):
    tick(form, Right.PORTABILITY)
    form.channel.setCurrentIndex(form.channel.findText("Post"))
    form.language.setCurrentIndex(form.language.findText("French"))
    form.person["name"].setText("Camille Dupont; Camille Martin")
    form.person["phone"].setText("06 12 34 56 78")
    form.person["postcode"].setText("69003")
    form.verb_button.click()
    settle()

    (request,) = requests()
    assert (request.channel, request.language) == (Channel.POST, "fr")
    assert request.criteria.name == ("Camille Dupont", "Camille Martin")
    assert request.criteria.postcode == ("69003",)


def test_what_was_typed_stays_when_the_register_refuses(form, workspace, register, settle):
    tick(form, Right.ACCESS)
    form.person["name"].setText("Camille Dupont")

    class Refusing(AtOnce):
        def submit(self, fn, /, *args, **kwargs):
            register.database.connection.execute("PRAGMA query_only = ON")
            try:
                return super().submit(fn, *args, **kwargs)
            finally:
                register.database.connection.execute("PRAGMA query_only = OFF")

    workspace.jobs._lanes["work"] = Refusing()
    form.verb_button.click()
    settle()

    assert form.isVisible()
    assert form.person["name"].text() == "Camille Dupont"
    assert form.verb_button.isEnabled()


def test_every_field_has_a_name_for_screen_readers(form):
    editors = [form.rights, form.received_on, form.channel, form.language, *form.person.values()]

    assert all(editor.accessibleName() for editor in editors)
    assert all(button.accessibleName() for button in form.findChildren(QAbstractButton)
               if button.isVisible() and button.objectName() != "qt_spinbox_lineedit")  # fmt: skip


def test_the_list_of_rights_is_a_sound_model(qtmodeltester):
    model = RightsModel(ENGLISH)

    qtmodeltester.check(model)


def test_a_click_on_the_box_ticks(form):
    spot = form.rights.visualRect(form.rights.rights.index(1, 0)).topLeft()
    spot.setX(spot.x() + 20)
    spot.setY(spot.y() + 15)

    QTest.mouseClick(form.rights.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert form.rights.rights.ticked == (Right.RECTIFICATION,)


def draft(**person):
    return Draft((Right.ACCESS,), TODAY, Channel.POST, "en", person)


@pytest.mark.parametrize(
    ("person", "field"),
    [
        ({"email": "camille.dupont"}, "email"),
        ({"email": "a@b.example, c@d"}, "email"),
        ({"phone": "12"}, "phone"),
        ({"company": "ACME", "postcode": "69003"}, "name"),
    ],
)
def test_a_rule_is_told_at_its_field(person, field):
    assert list(mistakes_of(ENGLISH, draft(**person), TODAY, "FR")) == [field]


@pytest.mark.parametrize(
    "person",
    [{"name": "X"}, {"email": "a@b.example"}, {"phone": "0612345678"}, {"identifier": "7"}],
)
def test_one_clue_is_enough(person):
    assert mistakes_of(ENGLISH, draft(**person), TODAY, "FR") == {}


@pytest.mark.parametrize(
    "person",
    [
        {"email": "Anne Martin <anne.martin@acme.example>"},
        {"email": "anne@acme.example bob@acme.example"},
        {"phone": "01 40 20 50 50 poste 12"},
    ],
)
def test_what_is_judged_is_what_will_be_searched_for(person):
    assert mistakes_of(ENGLISH, draft(**person), TODAY, "FR") == {}


def test_a_value_too_long_to_be_meant_is_refused_at_once():
    found = mistakes_of(ENGLISH, draft(name="x" * 2_000), TODAY, "FR")

    assert "too long" in found["name"]


def test_a_day_before_the_gdpr_is_refused():
    early = Draft((Right.ACCESS,), date(2018, 5, 24), Channel.POST, "en", {"name": "X"})

    assert mistakes_of(ENGLISH, early, TODAY, "FR") == {
        "received_on": "Must not lie before 25 May 2018"
    }


def test_a_comma_separates_addresses_but_not_a_name():
    values = draft(name="Dupont, Camille", email="a@b.example, c@d.example").values()

    assert values["name"] == ("Dupont, Camille",)
    assert values["email"] == ("a@b.example", "c@d.example")
