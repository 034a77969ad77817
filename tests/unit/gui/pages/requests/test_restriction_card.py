"""The card of restrictions, kept files and rectified values, and the certificate beside it."""

import pytest

from dsr_desktop.domain.erasure_decisions import Choice
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.domain.restriction import Ground
from dsr_desktop.domain.workdays import add_months
from dsr_desktop.services.erasure_decisions import datasets_of
from dsr_desktop.services.handling import decide
from dsr_desktop.services.rectifying import copies_of
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.restricted_rows import restricted_rows
from dsr_desktop.services.restricting import restrictions_of
from tests.unit.gui.pages.requests.test_request_cards import choose, texts


def form_of(page, button):
    page.request.restriction.fold.set_open(True)
    button.click()
    return page.questions.dialog


@pytest.fixture
def shown(open_request, ask, contacts, find):
    """Return a function that shows a request on rights, with its hit confirmed."""

    def show(*rights):
        ref = ask(*rights)
        find(ref)
        return open_request(ref), ref

    return show


def test_r_obj_1_the_card_proposes_sets_and_lifts_a_restriction(shown, register, settle):
    page, ref = shown(Right.OBJECTION)
    card = page.request.restriction
    assert any("Objection: restrict the data" in text for text in texts(card))
    assert not card.lift.isVisibleTo(card)

    form = form_of(page, card.restrict)
    assert form.answer().ground is Ground.OBJECTION
    form.verb_button.click()
    settle()

    assert len(restricted_rows(register)) == 1
    assert card.lift.isVisibleTo(card)
    form_of(page, card.lift).verb_button.click()
    settle()
    (view,) = restrictions_of(register, ref).set
    assert view.restriction.told_on is not None


def test_one_file_may_be_restricted_alone_and_reviewed_on_a_day(shown, register, today, settle):
    page, ref = shown(Right.RESTRICTION)
    form = form_of(page, page.request.restriction.restrict)

    choose(form.scope, "only crm.csv")
    form.note.setPlainText("asked by phone")
    assert form.answer().review_on is None
    form.review.setCurrentIndex(2)
    form.verb_button.click()
    settle()

    (view,) = restrictions_of(register, ref).set
    assert view.restriction.source_id == datasets_of(register, ref).files[0].source_id
    assert view.restriction.note == "asked by phone"
    assert view.restriction.review_on == add_months(today, 3)


def test_a_file_is_kept_with_a_reason_and_a_day(shown, register, settle):
    page, ref = shown(Right.ERASURE)
    card = page.request.restriction
    form = form_of(page, card.decide)
    assert not form.fields["reason"].isVisibleTo(form)
    assert form.answer().until is None

    choose(form.choice, "Keep")
    assert form.fields["reason"].isVisibleTo(form)
    form.verb_button.click()
    settle()

    (one,) = datasets_of(register, ref).files
    assert (one.decision.choice, one.decision.reason_code) == (Choice.KEEP, "A17_3_b")
    assert any("1 row to keep archived" in text for text in texts(card))


def test_a_value_is_put_right(shown, register, today, settle, open_request):
    page, ref = shown(Right.RECTIFICATION)
    decide(register, ref, Right.RECTIFICATION, Decision.GRANTED, today)
    form = form_of(page, page.request.restriction.rectify)
    form.verb_button.click()
    assert set(form.mistakes()) == {"before", "after"}

    form.before.setText("Dupont")
    form.after.setText("Dupond")
    form.verb_button.click()
    settle()

    assert [one.cell.after for one in copies_of(register, ref)] == ["Dupond"]


def test_a_certificate_waits_for_the_sources_and_is_written(
    shown, register, contacts, settle, open_request, tmp_path, monkeypatch
):
    page, ref = shown(Right.ERASURE)
    row = page.request.documents.certificate
    assert not row.button.isEnabled()

    contacts.write_text("Prénom;Nom;Courriel;Mobile\n", encoding="utf-8")
    rescan(register, ref)
    page = open_request(ref)
    page.questions.ask_folder = lambda _title: [tmp_path]
    row.button.click()
    settle()

    assert (tmp_path / f"{ref}_certificate.pdf").exists()


def test_it_is_not_shown_where_nothing_is_erased(shown):
    page, _ref = shown(Right.ACCESS)
    card = page.request.restriction

    assert not page.request.documents.certificate.isVisibleTo(page.request.documents)
    assert not card.decide.isVisibleTo(card)
    assert not card.rectify.isVisibleTo(card)
