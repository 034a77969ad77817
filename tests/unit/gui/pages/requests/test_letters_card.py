"""Letters in the window: what is due, the letter as it stands, its files, and that it was sent."""

import pytest

from dsr_desktop.domain.communication import AddressState
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.letters import Block, LetterKind
from dsr_desktop.domain.processing import Controller
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.gui.pages.requests.letter_dialog import LetterDialog
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.services.clocking import record_identity
from dsr_desktop.services.handling import decide, view_request
from dsr_desktop.services.letters import letters_of_request
from dsr_desktop.services.processing import set_controller
from tests.unit.gui.pages.requests.test_request_cards import choose, texts


@pytest.fixture
def company(register):
    set_controller(register, Controller("Exemple SAS", dpo_contact="dpo@exemple.example"))


@pytest.fixture
def writing(open_request, settle):
    """Return a function that opens the first letter of a request, which has the form's kind."""

    def write(ref, kind=None):
        page = open_request(ref)
        page.request.letters.write.click()
        settle()
        dialog = page.questions.dialog
        assert isinstance(dialog, LetterDialog)
        if kind is not None:
            dialog.choose_kind(kind)
            settle()
        return page, dialog

    return write


def test_the_card_says_what_is_to_be_sent(open_request, ask):
    card = open_request(ask(Right.ACCESS)).request.letters

    assert "Acknowledgement of receipt: To be sent" in texts(card)
    assert card.fold.is_open
    assert not card.sent.isEnabled()
    assert "No letter waits to be sent." in texts(card)


def test_a_letter_is_shown_as_it_stands_and_follows_what_is_typed(company, writing, ask):
    _page, dialog = writing(ask(Right.ACCESS))
    assert dialog.answer().kind is LetterKind.ACKNOWLEDGEMENT
    assert "Dear Camille Dupont," in dialog.preview.toPlainText()

    dialog.fields["person"].editor.setText("Ms Dupont")
    dialog.blocks[Block.COOKIES].setChecked(True)

    assert "Dear Ms Dupont," in dialog.preview.toPlainText()
    assert "Firefox" in dialog.preview.toPlainText()
    assert dialog.answer().written == {"person": "Ms Dupont"}
    assert dialog.missing.isHidden()


def test_r_let_1_what_is_missing_is_marked_and_asked_for(
    company, writing, register, ask, today, settle
):
    ref = ask(Right.ACCESS)
    record_identity(
        register, ref, today, doubt="An address that we do not know",
        method=IdentityMethod.SHARED_FACTS, result=IdentityResult.PENDING,
    )  # fmt: skip
    page, dialog = writing(ref, LetterKind.IDENTITY_REQUEST)
    assert "[What the person is asked for]" in dialog.preview.toPlainText()
    assert len(dialog.preview.extraSelections()) == 1
    assert dialog.missing.text() == "Still to fill in: What the person is asked for"

    page.questions.ask_folder = lambda _title: pytest.fail("no folder for a letter with a gap")
    dialog.verb_button.click()
    assert dialog.fields["proof"].error == "Fill it in."

    dialog.fields["proof"].editor.setPlainText("The number of your last invoice.")
    assert dialog.missing.isHidden()
    assert dialog.preview.extraSelections() == []


def test_what_only_the_register_knows_is_named_at_the_letter(writing, ask):
    _page, dialog = writing(ask(Right.ACCESS))

    dialog.verb_button.click()

    assert "Contact of the DPO" in dialog.fields["kind"].error


def test_a_letter_is_written_and_recorded_as_sent(
    company, writing, ask, register, settle, tmp_path, today
):
    ref = ask(Right.ACCESS)
    page, dialog = writing(ref)
    page.questions.ask_folder = lambda _title: [tmp_path]
    dialog.draft.setCurrentIndex(1)
    dialog.verb_button.click()
    settle()
    assert sorted(one.suffix for one in tmp_path.glob("DSR*")) == [".docx", ".eml", ".pdf"]
    told = " ".join(one.accessibleName() for one in page.notices.findChildren(Banner))
    assert "Letter written: Acknowledgement of receipt" in told

    card = page.request.letters
    card.sent.click()
    form = page.questions.dialog
    assert form.answer().kind is LetterKind.ACKNOWLEDGEMENT
    form.verb_button.click()
    settle()
    codes = {one.code for one in view_request(register, ref, today).request.steps}
    assert StepCode.C02 in codes
    assert not card.sent.isEnabled()


def test_another_letter_has_other_fields(company, writing, ask, register, today, find, contacts):
    ref = ask(Right.ERASURE)
    find(ref)
    decide(register, ref, Right.ERASURE, Decision.REFUSED, today, reason_code="A17_3_e",
           reason_text="A lawsuit is under way.")  # fmt: skip

    _page, dialog = writing(ref, LetterKind.REFUSAL)

    assert {"kind", "draft", "withheld", "person"} <= set(dialog.fields)
    assert "A lawsuit is under way." in dialog.fields["withheld"].editor.toPlainText()
    assert "go to the competent court" in dialog.preview.toPlainText()


def test_a_mail_needs_an_address(company, writing, ask, contacts, register, today):
    page, dialog = writing(ask(Right.ACCESS, email=""))
    page.questions.ask_folder = lambda _title: pytest.fail("no folder for a mail to nobody")

    dialog.draft.setCurrentIndex(1)
    dialog.verb_button.click()

    assert dialog.fields["draft"].error == "No e-mail address is known for this letter."


def test_data_do_not_leave_for_an_address_that_nobody_verified(
    company, writing, ask, register, today, find, contacts, open_request, settle, tmp_path
):
    ref = ask(Right.OBJECTION)
    find(ref)
    decide(register, ref, Right.OBJECTION, Decision.GRANTED, today)
    page, dialog = writing(ref, LetterKind.OBJECTION)
    page.questions.ask_folder = lambda _title: [tmp_path]
    dialog.draft.setCurrentIndex(3)
    dialog.fields["measures"].editor.setPlainText("Stopped.")
    dialog.verb_button.click()
    assert "Verify the address first" in dialog.fields["draft"].error

    dialog.draft.setCurrentIndex(0)
    dialog.verb_button.click()
    settle()
    page.request.letters.sent.click()
    form = page.questions.dialog
    choose(form.address, "new address, not verified")
    assert form.answer().address is AddressState.NOT_VERIFIED
    form.verb_button.click()
    assert "Verify the address first" in form.fields["address"].error


def test_a_folder_that_was_not_chosen_leaves_the_letter_open(
    company, writing, ask, register, today, settle
):
    ref = ask(Right.ACCESS)
    page, dialog = writing(ref)
    page.questions.ask_folder = lambda _title: []

    dialog.verb_button.click()
    settle()

    assert dialog.isVisible()
    assert dialog.verb_button.isEnabled()
    assert letters_of_request(register, ref, today).kept == ()


def test_nothing_of_the_letter_needs_a_mouse(company, writing, ask):
    _page, dialog = writing(ask(Right.ACCESS))
    seen = []
    stop = dialog.kind
    for _ in range(40):
        seen.append(stop)
        stop = stop.nextInFocusChain()

    order = [dialog.kind, dialog.fields["person"].editor, dialog.preview, dialog.draft]
    numbers = [seen.index(one) for one in order]
    assert numbers == sorted(numbers)
    assert dialog.preview.accessibleName()
