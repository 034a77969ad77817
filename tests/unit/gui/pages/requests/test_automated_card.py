"""The card of an automated decision: looked into, decided, and answered with a text to copy."""

from dsr_desktop.domain.automated_decision import Finding
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.services.automated_decisions import examination_of
from tests.unit.gui.pages.requests.test_request_cards import choose, texts


def test_no_such_decision_is_recorded_and_the_text_is_there(open_request, ask, register, settle):
    ref = ask(Right.AUTOMATED_DECISION)
    page = open_request(ref)
    card = page.request.automated
    assert not card.answer.isVisibleTo(card)

    card.examine.click()
    form = page.questions.dialog
    assert not form.fields["reviewer"].isVisibleTo(form)
    form.verb_button.click()
    settle()

    assert examination_of(register, ref).finding is Finding.NONE_EXISTS
    assert page.state.request.item(Right.AUTOMATED_DECISION).decision is Decision.GRANTED
    assert "There is no such decision" in texts(card)
    card.answer.click()
    settle()
    assert any("automated processing alone" in text for text in texts(page))


def test_a_review_asks_for_a_human_and_for_the_view_of_the_person(
    open_request, ask, register, settle
):
    ref = ask(Right.AUTOMATED_DECISION)
    page = open_request(ref)
    page.request.automated.examine.click()
    form = page.questions.dialog
    choose(form.finding, "A human looked at the decision again")
    form.verb_button.click()
    assert set(form.mistakes()) == {"decision", "reviewer", "view", "result"}

    form.decision.setPlainText("Loan refused")
    form.reviewer.setText("Nora Vidal")
    form.view.setPlainText("Income was misread")
    form.outcome.setPlainText("Loan granted")
    form.verb_button.click()
    settle()

    assert "Loan granted" in texts(page.request.automated)
    page.request.automated.examine.click()
    assert page.questions.dialog.reviewer.text() == "Nora Vidal", "what was said stands there"


def test_an_exception_names_its_basis(open_request, ask, register, settle):
    ref = ask(Right.AUTOMATED_DECISION)
    page = open_request(ref)
    page.request.automated.examine.click()
    form = page.questions.dialog
    choose(form.finding, "The decision stands, by an exception of art. 22(2)")
    form.decision.setPlainText("Tax assessed")
    form.verb_button.click()
    assert set(form.mistakes()) == {"basis"}

    form.basis.setCurrentIndex(2)
    form.verb_button.click()
    settle()

    assert examination_of(register, ref).basis == "A22_2_b"


def test_the_card_is_there_only_where_it_is_asked(open_request, ask):
    page = open_request(ask(Right.ACCESS))

    assert not page.request.automated.isVisibleTo(page.request)
