"""The suppression list on the Settings page: seen, added to, looked up, and taken from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.gui.pages.settings.suppression.views import Answer, LookedUp, LookUp, LookUpPart
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.suppressing import (
    TypedKeys,
    add_to_list,
    check_person,
    check_value,
    choose_to_list_erased,
    list_entries,
    lists_erased,
)

MAIL, OTHER_MAIL = "camille.dupont@acme.example", "lea@marchand.example"
PHONE = "+33 6 12 34 56 78"
MARKETING, ALL = SuppressionScope.MARKETING, SuppressionScope.ALL
OBJECTION, ERASURE = SuppressionReason.OBJECTION, SuppressionReason.ERASURE


@pytest.fixture
def page(workspace, open_page, settle):
    page = open_page(SettingsPage(workspace))
    page.activateWindow()
    settle()
    return page


@pytest.fixture
def card(page):
    return page.suppression.card


@pytest.fixture
def add(page, card):
    """Return a function that opens the form for a new entry."""

    def add():
        card.add_button.click()
        return page.suppression.dialog

    return add


@pytest.fixture
def look_up(page, card):
    """Return a function that looks a person up and gives the dialog."""

    def look_up(value="", name="", postcode=""):
        card.look_up_button.click()
        dialog = page.suppression.dialog
        fill_in(dialog, value=value, name=name, postcode=postcode)
        dialog.verb_button.click()
        return dialog

    return look_up


@pytest.fixture
def told(settle):
    """Return a function that gives what the banners of a page or dialog say."""

    def told(widget):
        settle()
        banners = [one for one in widget.findChildren(Banner) if one.isVisible()]
        return [(one.accessibleName(), one.accessibleDescription()) for one in banners]

    return told


def rows(card):
    return [card.model.data(card.model.index(n)) for n in range(card.model.rowCount())]


def fill_in(dialog, **texts):
    for name, text in texts.items():
        getattr(dialog, name).setText(text)


def test_an_empty_list_says_so_and_offers_nothing_to_remove(card):
    assert card.empty.isVisible()
    assert not card.list.isVisible()
    assert not card.remove_button.isVisible()
    assert card.counts.text() == "no marketing: 0 · not to be stored: 0"


def test_entries_are_counted_by_scope_and_due_ones_come_first(register, card, load, today):
    add_to_list(register, TypedKeys((OTHER_MAIL,)), MARKETING, OBJECTION, add_months(today, -37))
    add_to_list(register, TypedKeys((MAIL,), (PHONE,)), ALL, ERASURE, today)
    load()

    assert card.counts.text() == "no marketing: 1 · not to be stored: 2"
    assert card.due.text() == (
        "1 entry of the suppression list is due for review: does it stay? Nothing goes by itself."
    )
    assert rows(card) == [
        "Entry 1, E-mail · no marketing, Objection · look again since 16 October 2026, To review",
        "Entry 3, Phone · not to be stored, Erasure · look again on 16 November 2029",
        "Entry 2, E-mail · not to be stored, Erasure · look again on 16 November 2029",
    ]


def test_an_entry_is_due_on_the_day_itself_and_not_the_day_before(register, card, load, today):
    add_to_list(register, TypedKeys((MAIL,)), ALL, ERASURE, add_months(today, -36))
    add_to_list(register, TypedKeys((OTHER_MAIL,)), ALL, ERASURE, add_months(today, -35))
    load()

    assert [row.endswith("To review") for row in rows(card)] == [True, False]


def test_a_person_is_added_by_all_that_is_known_and_the_rows_are_counted(
    register, bring_in, write_csv, tmp_path, page, card, add, load, told
):
    found = [["Nom", "Mail"], ["Camille Dupont", MAIL], ["C. Dupont", MAIL]]
    bring_in(register, write_csv(tmp_path / "crm.csv", found))
    dialog = add()
    fill_in(dialog, email=MAIL, phone="06 12 34 56 78", name="Camille Dupont", postcode="69003")
    dialog.verb_button.click()
    load()

    assert told(page) == [
        ("3 entries added to the list",
         "E-mail: 2 rows of the register hold it\nPhone: 0 rows of the register hold it\n"
         "Name and postcode: 0 rows of the register hold it")
    ]  # fmt: skip
    assert card.model.rowCount() == 3
    assert check_value(register, MAIL).entries[0].scope is MARKETING
    assert check_value(register, PHONE).entries
    assert check_person(register, "Dupont Camille", "69003").entries


def test_a_reason_of_erasure_proposes_to_hold_rows_back(
    register, bring_in, write_csv, tmp_path, page, add, told
):
    bring_in(register, write_csv(tmp_path / "crm.csv", [["Nom", "Mail"], ["Dupont", MAIL]]))
    dialog = add()
    dialog.reason.setCurrentIndex(list(SuppressionReason).index(ERASURE))
    assert dialog.answer.scope is ALL
    fill_in(dialog, email=MAIL)
    dialog.verb_button.click()

    [entry] = list_entries(register)
    assert (entry.scope, entry.reason) == (ALL, ERASURE)
    assert told(page)[0][1].endswith(
        "The list works on imports: rows that are in the register stay there."
    )


def test_an_entry_names_the_request_that_asked_for_it(register, add, load, card, today):
    criteria = Criteria(name=("Camille Dupont",), email=(MAIL,))
    channel = Channel.EMAIL_DPO
    ref = new_request(register, [Right.OBJECTION], criteria, today, channel, today).request.ref
    dialog = add()
    fill_in(dialog, email=MAIL, request=ref)
    dialog.verb_button.click()
    load()

    assert f"Objection · {ref}" in rows(card)[0]


NO_EMAIL = "This is not one e-mail address. Write it as in name@company.example."
NO_PHONE = "This is not one phone number. Write all of it, as in +33 6 12 34 56 78."


@pytest.mark.parametrize(
    ("texts", "wrong", "sentences"),
    [
        ({"email": "camille at acme"}, ["email"], NO_EMAIL),
        ({"phone": "12"}, ["phone"], NO_PHONE),
        ({"email": MAIL, "phone": "no number"}, ["phone"], NO_PHONE),
        ({"email": "camille", "phone": "12"}, ["email", "phone"], f"{NO_EMAIL}\n{NO_PHONE}"),
    ],
)
def test_what_is_no_address_is_told_whole_its_field_is_marked_and_nothing_is_added(
    register, add, texts, wrong, sentences, told
):
    dialog = add()
    fill_in(dialog, **texts)
    dialog.verb_button.click()

    assert told(dialog) == [("Nothing was added to the list", sentences)]
    marked = [name for name in ("email", "phone", "name") if is_wrong(getattr(dialog, name))]
    assert marked == wrong
    assert dialog.focusWidget() is getattr(dialog, wrong[0])
    assert list_entries(register) == ()


def is_wrong(editor):
    return bool(editor.property("wrong"))


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"name": "Camille"},
         "A name needs a given name, a family name and a postcode. Write all three."),
        ({"name": "Camille Dupont"},
         "A name needs a given name, a family name and a postcode. Write all three."),
        ({}, "Nothing says who goes on the list. Give an e-mail, a phone or a name."),
        ({"email": MAIL, "request": "DSR-2026-0099"},
         "There is no request DSR-2026-0099. Take one from the list of requests."),
    ],
)  # fmt: skip
def test_what_cannot_be_added_is_told_in_the_form_which_stays_open(
    register, add, texts, sentence, told
):
    dialog = add()
    fill_in(dialog, **texts)
    dialog.verb_button.click()

    assert dialog.isVisible()
    assert told(dialog) == [("Nothing was added to the list", sentence)]
    assert dialog.verb_button.isEnabled()
    assert list_entries(register) == ()


def test_a_mended_form_is_taken(register, add, qtbot):
    dialog = add()
    fill_in(dialog, email="camille")
    dialog.verb_button.click()
    qtbot.keyClicks(dialog.email, "@acme.example")
    assert not is_wrong(dialog.email)
    QTest.keyClick(dialog.email, Qt.Key.Key_Return)

    assert check_value(register, "camille@acme.example").entries


def test_what_was_on_the_list_before_is_not_added_twice(register, page, add, today, told):
    add_to_list(register, TypedKeys((MAIL,)), MARKETING, OBJECTION, today)
    dialog = add()
    fill_in(dialog, email=MAIL.upper())
    dialog.verb_button.click()

    assert told(page) == [
        ("Nothing was added: it is all on the list",
         "E-mail: was there before · 0 rows of the register hold it")
    ]  # fmt: skip
    assert len(list_entries(register)) == 1


def test_a_listed_value_is_found_however_it_is_written(register, look_up, today, told):
    add_to_list(register, TypedKeys((), (PHONE,)), ALL, ERASURE, today)

    assert told(look_up("06.12.34.56.78")) == [
        ("Phone: on the list", "Entry 1: not to be stored · Erasure · 16 November 2026")
    ]


def test_a_value_that_is_not_listed_is_told_so(look_up, told):
    assert told(look_up(MAIL)) == [("E-mail: not on the list", "")]


def test_a_value_that_is_none_is_told_and_marked(look_up, told):
    dialog = look_up("nobody")

    assert told(dialog) == [(NO_PHONE, "")]
    assert is_wrong(dialog.value)


def test_a_person_is_looked_up_by_name_and_postcode_however_they_are_written(
    register, look_up, today, told
):
    add_to_list(register, TypedKeys(name="Zoé Müller", postcode="01210"), ALL, ERASURE, today)

    assert told(look_up(name="MULLER Zoe", postcode=" 1210")) == [
        ("Name and postcode: on the list", "Entry 1: not to be stored · Erasure · 16 November 2026")
    ]
    assert told(look_up(name="Zoé Müller", postcode="69003")) == [
        ("Name and postcode: not on the list", "")
    ]


def test_a_phone_and_a_person_are_looked_up_at_once(register, look_up, today, told):
    add_to_list(register, TypedKeys((), (PHONE,)), MARKETING, OBJECTION, today)

    assert told(look_up("06 12 34 56 78", "Camille Dupont", "69003")) == [
        ("Phone: on the list", "Entry 1: no marketing · Objection · 16 November 2026"),
        ("Name and postcode: not on the list", ""),
    ]


NO_PERSON = "A name needs a given name, a family name and a postcode. Write all three."


@pytest.mark.parametrize(
    ("typed", "said", "wrong"),
    [
        (("", "Camille Dupont"), [NO_PERSON], ["name"]),
        (("", "", "69003"), [NO_PERSON], ["name"]),
        ((MAIL, "Camille", "69003"), ["E-mail: not on the list", NO_PERSON], ["name"]),
        (("nobody", "Camille Dupont", "69003"),
         [NO_PHONE, "Name and postcode: not on the list"], ["value"]),
        (("nobody", "Camille"), [NO_PHONE, NO_PERSON], ["value", "name"]),
        ((), [NO_PHONE], ["value"]),
    ],
)  # fmt: skip
def test_each_part_that_cannot_be_looked_up_is_told_and_marked(look_up, told, typed, said, wrong):
    dialog = look_up(*typed)

    assert [what for what, _entries in told(dialog)] == said
    assert [name for name in ("value", "name") if is_wrong(getattr(dialog, name))] == wrong
    assert dialog.focusWidget() is getattr(dialog, wrong[0])


def test_an_answer_goes_when_something_else_is_typed(look_up, qtbot, settle, told):
    for name in ("value", "name", "postcode"):
        dialog = look_up(MAIL)
        assert told(dialog)
        qtbot.keyClicks(getattr(dialog, name), "x")
        settle()
        assert told(dialog) == [], name


def test_an_answer_that_comes_late_is_dropped(page, card, told):
    card.look_up_button.click()
    dialog = page.suppression.dialog
    dialog.value.setText(OTHER_MAIL)
    answers = (Answer(LookUpPart.VALUE, Tone.OK, "E-mail: not on the list"),)

    dialog.show_answer(LookedUp(LookUp(MAIL, "", ""), answers))
    assert told(dialog) == []
    dialog.show_answer(LookedUp(LookUp(OTHER_MAIL, "", ""), answers))
    assert told(dialog) == [("E-mail: not on the list", "")]


def test_an_entry_is_removed_with_a_reason(register, page, card, load, today, told):
    add_to_list(register, TypedKeys((MAIL,)), MARKETING, OBJECTION, today)
    load()
    card.remove_button.click()
    dialog = page.suppression.dialog
    assert not dialog.new_relation.isVisible()
    dialog.reason.setText("she opted in again")
    dialog.verb_button.click()
    load()

    assert list_entries(register) == ()
    assert told(page) == [("Entry 1 was removed.", "")]
    assert card.empty.isVisible()


def test_without_a_reason_an_entry_stays(register, page, card, load, today):
    add_to_list(register, TypedKeys((MAIL,)), MARKETING, OBJECTION, today)
    load()
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    dialog = page.suppression.dialog
    dialog.verb_button.click()

    assert dialog.reason_field.error == (
        "A reason has between 1 and 1,000 characters. Write it again."
    )
    assert len(list_entries(register)) == 1


def test_an_entry_that_is_due_is_kept_for_three_more_years(register, page, card, load, today, told):
    add_to_list(register, TypedKeys((MAIL,)), MARKETING, OBJECTION, add_months(today, -36))
    load()
    card.renew_button.click()
    dialog = page.suppression.dialog
    dialog.verb_button.click()
    assert dialog.reason_field.error, "it needs a reason"
    dialog.reason.setText("she may still be in a list that we buy")
    dialog.verb_button.click()
    load()

    (entry,) = list_entries(register)
    assert entry.review_on == add_months(today, 36)
    assert told(page) == [("Entry 1 stays. It is looked at again on 16 November 2029.", "")]
    assert not card.due.isVisible()
    assert not card.renew_button.isVisible()


def test_only_an_entry_that_is_due_can_be_kept(register, card, load, today):
    add_to_list(register, TypedKeys((MAIL,)), MARKETING, OBJECTION, add_months(today, -36))
    add_to_list(register, TypedKeys((OTHER_MAIL,)), MARKETING, OBJECTION, today)
    load()
    assert [row.endswith("To review") for row in rows(card)] == [True, False]
    assert card.renew_button.isVisible()

    QTest.keyClick(card.list, Qt.Key.Key_Down)
    assert not card.renew_button.isVisible()
    QTest.keyClick(card.list, Qt.Key.Key_Up)
    assert card.renew_button.isVisible()


def test_the_list_is_shown_with_the_focus_when_it_is_asked_for(register, page, card, load, today):
    page.show_suppression()
    assert not card.list.hasFocus(), "there is nothing yet"
    add_to_list(register, TypedKeys((MAIL,)), MARKETING, OBJECTION, today)
    load()
    assert card.list.hasFocus()

    page.language.setFocus()
    load()
    assert not card.list.hasFocus(), "it was asked for once"


def test_of_a_person_who_came_back_the_entry_for_marketing_stays(
    register, page, card, load, today, told
):
    add_to_list(register, TypedKeys((MAIL,)), ALL, ERASURE, today)
    load()
    card.remove_button.click()
    dialog = page.suppression.dialog
    dialog.new_relation.click()
    dialog.reason.setText("a new order")
    dialog.verb_button.click()
    load()

    assert [entry.scope for entry in list_entries(register)] == [MARKETING]
    assert told(page) == [
        ("Entry 1 was removed.", "Entry 2: no marketing · Erasure · 16 November 2026")
    ]


def test_erased_people_are_listed_until_the_dpo_says_no_with_a_reason(
    register, page, card, load, told
):
    assert card.lists_erased.isChecked()
    card.lists_erased.click()
    assert card.lists_erased.isChecked(), "a press only asks"
    dialog = page.suppression.dialog
    dialog.reason.setText("our authority advises against it")
    dialog.verb_button.click()
    load()

    assert not lists_erased(register)
    assert not card.lists_erased.isChecked()
    assert told(page) == [("Erased people do not go on the list.", "")]


def test_a_choice_that_was_not_meant_changes_nothing(register, page, card, load):
    card.lists_erased.click()
    page.suppression.dialog.reject()
    load()

    assert lists_erased(register)
    assert card.lists_erased.isChecked()


def test_nobody_erased_is_added_while_that_is_chosen(register, add, load, card, page, told):
    choose_to_list_erased(register, "our authority advises against it", on=False)
    load()
    dialog = add()
    fill_in(dialog, email=MAIL)
    dialog.reason.setCurrentIndex(list(SuppressionReason).index(ERASURE))
    dialog.verb_button.click()

    assert told(dialog)[0][1].startswith("Erased people are not put on the list")
    assert list_entries(register) == ()


def test_neither_list_nor_answer_shows_an_address(register, card, load, look_up, today, told):
    add_to_list(register, TypedKeys((MAIL,), (PHONE,), "Zoé Ü", "1"), ALL, ERASURE, today)
    load()
    words = " ".join((*rows(card), *sum(told(look_up(MAIL)), ())))

    for value in ("camille", "acme", "612345678", "Zoé"):
        assert value not in words


def test_the_list_and_its_buttons_have_names(card):
    assert card.list.accessibleName() == "Suppression list"
    names = [one.accessibleName() for one in (card.add_button, card.look_up_button)]
    assert names == ["Add…", "Look up…"]
    assert card.lists_erased.accessibleName() == "Keep the keys of erased people"
