"""The cards beside the work: each opens a form that stays until what it says is recorded."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.conditions import ConditionKind
from dsr_desktop.domain.identity import CopyOutcome, IdentityMethod
from dsr_desktop.domain.links import LinkKind
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.domain.requester import AddressKind, Relation
from dsr_desktop.domain.source_task import StepKind, TaskState
from dsr_desktop.domain.system import HowAsked, System, SystemKind
from dsr_desktop.services.handling import decide, view_request
from dsr_desktop.services.linking import link_requests
from dsr_desktop.services.source_tasks import list_tasks
from dsr_desktop.services.systems import add_system


@pytest.fixture
def request_of(register, today):
    return lambda ref: view_request(register, ref, today).request


@pytest.fixture
def crm(register, today):
    system = System("CRM", SystemKind.CRM, HowAsked.SLIP, today - timedelta(30), owner="Ana Roux")
    return add_system(register, system, today)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def choose(editor, text):
    number = editor.findText(text)
    assert number >= 0, [editor.itemText(n) for n in range(editor.count())]
    editor.setCurrentIndex(number)


def form_of(page, button):
    cards = page.request
    for card in (cards.identity, cards.people, cards.related, cards.notes):
        card.fold.set_open(True)
    button.click()
    return page.questions.dialog


# --- sources


def test_r_src_1_a_system_is_asked_answers_and_is_corrected(
    open_request, ask, crm, register, settle
):
    ref = ask()
    page = open_request(ref)
    card = page.request.sources
    assert card.count.text() == "0 of 1 answered"
    (row,) = card.rows.values()
    form_of(page, row.button).verb_button.click()
    settle()
    assert list_tasks(register, ref)[0].state is TaskState.ASKED

    (row,) = card.rows.values()
    form = form_of(page, row.button)
    choose(form.kind, "Answered: found")
    form.verb_button.click()
    settle()
    assert "Nothing says what was found in CRM" in " ".join(texts(form))
    form.text.setPlainText("one card")
    form.verb_button.click()
    settle()
    assert card.count.text() == "1 of 1 answered"

    (row,) = card.rows.values()
    assert row.button.text() == "Correct…"
    form = form_of(page, row.button)
    assert any("one card" in text for text in texts(form))
    choose(form.kind, "Answered: nothing found")
    form.verb_button.click()
    settle()
    kinds = [step.kind for step in list_tasks(register, ref)[0].steps]
    assert kinds == [StepKind.ASKED, StepKind.FOUND, StepKind.NOTHING_FOUND]


def test_slips_are_written_for_colleagues(open_request, ask, crm, tmp_path, settle):
    page = open_request(ask())
    page.questions.ask_folder = lambda _title: [tmp_path]

    page.request.sources.slips.click()
    settle()

    assert [path.suffix for path in tmp_path.glob("*slip*")] == [".pdf"]


def test_a_register_without_confirmed_systems_says_how_many_are_proposed(open_request, ask):
    said = open_request(ask()).request.sources.none.text()

    assert "only proposed" in said


def test_a_marketing_objection_asks_no_system(open_request, ask):
    card = open_request(ask(Right.OBJECTION_MARKETING)).request.sources

    assert card.none.text() == "No system is asked for this request."


# --- identity


def test_the_identity_form_asks_what_the_method_needs(open_request, ask, today, settle):
    page = open_request(ask(Right.ACCESS))
    form = form_of(page, page.request.identity.check)
    assert form.fields["note"].isHidden()
    choose(form.method, "Document seen, not kept")
    form.doubt.setPlainText("writes from an unknown address")
    assert not form.fields["deleted_on"].isHidden()
    form.verb_button.click()
    settle()
    assert any("why it is proportionate" in text for text in texts(form))

    form.note.setPlainText("Health data would leave")
    form.verb_button.click()
    settle()

    (logged,) = page.state.request.identity
    assert logged.check.method is IdentityMethod.ID_DOCUMENT_SEEN_REMOTE
    assert logged.check.document_deleted_on == today
    assert any("picture deleted on" in text for text in texts(page.request.identity))


def test_a_copy_that_came_unasked_is_ticked(open_request, ask, settle):
    page = open_request(ask())
    form_of(page, page.request.identity.copy).verb_button.click()
    settle()

    (copy,) = page.state.beside.unasked_copies
    assert copy.outcome is CopyOutcome.RETURNED


def test_r_id_6_a_file_dropped_on_the_identity_card_is_refused_with_a_sentence(
    open_request, ask, tmp_path, register
):
    page = open_request(ask())
    card = page.request.identity
    picture = tmp_path / "card.png"
    picture.write_bytes(b"\x89PNG")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip

    card.dropEvent(drop)

    assert card.remark.text().startswith("Nothing was taken: no identity document is ever kept")
    assert page.state.request.identity == ()


# --- people


def test_the_requester_and_the_mandate_are_recorded(open_request, ask, request_of, settle):
    ref = ask(Right.ACCESS)
    page = open_request(ref)
    form = form_of(page, page.request.people.requester)
    choose(form.relation, "Lawyer")
    form.verb_button.click()
    settle()
    assert "give the requester's name" in " ".join(texts(form))
    form.name.setText("Cabinet Roy")
    form.received.setChecked(True)
    form.checked.setChecked(True)
    form.covers[Right.ACCESS].setChecked(True)
    form.verb_button.click()
    assert form.fields["checked_by"].error == "Say who checked the mandate."
    form.checked_by.setText("Nora Vidal")
    form.verb_button.click()
    settle()

    who = request_of(ref).requester
    assert (who.relation, who.name, who.mandate.covers) == (
        Relation.LAWYER, "Cabinet Roy", {Right.ACCESS},
    )  # fmt: skip
    assert any("mandate checked on" in text for text in texts(page.request.people))


def test_aliases_and_several_addresses_are_recorded(open_request, ask, request_of, settle):
    ref = ask()
    page = open_request(ref)
    form = form_of(page, page.request.people.subject)
    form.names.setPlainText("Camille Dupont\nCamille Martin")
    form.fields["phone"].editor.setPlainText("06 12 34 56 78\n01 23 45 67 89")
    form.verb_button.click()
    settle()

    subject = request_of(ref).data_subject
    assert subject.aliases == ("Camille Martin",)
    phones = [one.value for one in subject.addresses if one.kind is AddressKind.PHONE]
    assert len(phones) == 2


def test_what_is_empty_or_usual_is_folded(open_request, ask):
    cards = open_request(ask()).request

    for card in (cards.identity, cards.people, cards.related, cards.notes):
        assert not card.fold.is_open


# --- other requests


def test_another_request_of_the_person_is_found_linked_and_unlinked(open_request, ask, settle):
    first, second = ask(Right.ACCESS), ask(Right.ACCESS)
    page = open_request(second)
    card = page.request.related
    assert any(first in text for text in texts(card))
    card.link_requested.emit(first)
    form = page.questions.dialog
    form.verb_button.click()
    settle()
    (link,) = page.state.beside.relatives.links
    assert (link.ref, link.to, link.kind) == (second, first, LinkKind.REPEATS)

    card.unlink_requested.emit(first)
    settle()
    assert page.state.beside.relatives.links == ()


def test_a_request_that_is_linked_can_be_opened(open_request, ask, register, today, settle):
    first, second = ask(Right.ACCESS), ask(Right.ACCESS)
    link_requests(register, second, first, LinkKind.RELATED, today)
    page = open_request(second)

    page.request.related.opened.emit(first)
    settle()

    assert page.state.request.ref == first


def test_something_missing_after_the_answer_is_a_new_request(open_request, ask, finish, settle):
    answered = ask(Right.ACCESS)
    finish(answered, Right.ACCESS, close=True)
    page = open_request(answered)
    form = form_of(page, page.request.related.reopen)
    form.verb_button.click()
    settle()

    assert page.state.request.ref != answered
    assert page.state.beside.relatives.links[0].kind is LinkKind.CONTINUES


def test_before_the_answer_nothing_is_reopened(open_request, ask):
    assert open_request(ask()).request.related.reopen.isHidden()


# --- notes and handling


def test_a_note_is_written_and_read(open_request, ask, settle):
    page = open_request(ask())
    form = form_of(page, page.request.notes.note)
    form.verb_button.click()
    assert form.fields["text"].error == "Write something first."
    form.text.setPlainText("Calls back on Tuesday")
    form.verb_button.click()
    settle()

    assert "Calls back on Tuesday" in texts(page.request.notes)


def test_who_handles_it_and_the_language_are_changed(open_request, ask, request_of, settle):
    ref = ask()
    page = open_request(ref)
    form = form_of(page, page.request.notes.handling)
    form.name.setText("Nora Vidal")
    choose(form.language, "French")
    form.verb_button.click()
    settle()

    assert (request_of(ref).handled_by, request_of(ref).language) == ("Nora Vidal", "fr")
    assert "handled by Nora Vidal · answered in French" in texts(page.request.notes)


def test_r_abu_3_a_second_letter_before_the_answer_is_a_reminder(
    open_request, ask, register, settle, page
):
    shown = open_request(ask())
    form_of(shown, shown.request.notes.reminder).verb_button.click()
    settle()

    assert any("wrote again 1 time" in text for text in texts(shown.request.notes))
    shown.close_pane()
    settle()
    model = page.list.filter
    assert "wrote again" in model.index(0, 3).data()


def test_a_condition_and_the_letter_of_an_authority_are_recorded(
    open_request, ask, request_of, settle
):
    ref = ask(Right.POST_MORTEM, Right.COMPLAINT)
    page = open_request(ref)
    form_of(page, page.request.notes.condition).verb_button.click()
    settle()
    form = form_of(page, page.request.notes.letter)
    form.authority.clear()
    form.verb_button.click()
    assert form.fields["authority"].error == "Name the authority."
    form.authority.setText("CNIL")
    form.verb_button.click()
    settle()

    assert request_of(ref).conditions[0].kind is ConditionKind.DEATH
    assert request_of(ref).authority.authority == "CNIL"


def test_what_a_request_does_not_have_is_not_asked(open_request, ask):
    notes = open_request(ask(Right.ACCESS)).request.notes

    assert notes.letter.isHidden()
    assert notes.condition.isHidden()


# --- corrections


def test_a_recorded_step_is_corrected_and_both_stay(open_request, ask, today, request_of, settle):
    ref = ask(days_ago=3)
    page = open_request(ref)
    history = page.request.history
    (seq,) = history.corrections
    form = form_of(page, history.corrections[seq])
    form.verb_button.click()
    assert form.fields["day"].error == "Nothing here is different yet."
    form.day.set_day(today - timedelta(days=5))
    form.verb_button.click()
    settle()

    assert request_of(ref).received_on == today - timedelta(days=5)
    said = [line.text for line in page.request.history.lines]
    assert said[0].startswith("Corrected, it was on 11 November 2026: ")
    assert seq in page.request.history.corrections


def test_a_decision_is_taken_back(open_request, ask, request_of, register, today, settle):
    ref = ask(Right.ACCESS)
    page = open_request(ref)
    row = page.request.decisions.row(Right.ACCESS)
    choose(row.decision, "Granted")
    row.button.click()
    settle()
    form = form_of(page, next(iter(page.request.history.corrections.values())))
    form.undo.setChecked(True)
    form.verb_button.click()
    settle()

    assert request_of(ref).item(Right.ACCESS).decision is None


def test_r_abu_1_the_proof_of_an_abuse_is_corrected_and_never_left_out(
    open_request, ask, register, today, request_of, settle
):
    ref = ask(Right.ACCESS)
    abuse = Abuse("Threatens", "A fee would be a price", "Nora")
    decide(register, ref, Right.ACCESS, Decision.REFUSED, today,
           reason_code="A12_5_unfounded", abuse=abuse)  # fmt: skip
    page = open_request(ref)
    correct = list(page.request.history.corrections.values())
    form = next(
        form for form in (form_of(page, button) for button in correct) if form.decision is not None
    )
    fields = form.decision.proof
    assert (fields.facts.toPlainText(), form.fields["facts"].isHidden()) == ("Threatens", False)

    fields.facts.setPlainText(" ")
    form.verb_button.click()
    assert form.fields["facts"].error == "The company has to prove it: write it down."
    fields.facts.setPlainText("Threatens to write every day until he is paid")
    form.verb_button.click()
    settle()
    assert request_of(ref).item(Right.ACCESS).abuse.facts.startswith("Threatens to write")


# --- decisions that say more


def test_a_decision_has_its_true_day(open_request, ask, request_of, today, settle):
    ref = ask(Right.ACCESS)
    page = open_request(ref)
    row = page.request.decisions.row(Right.ACCESS)
    choose(row.decision, "Granted")
    form = form_of(page, row.more)
    form.day.set_day(today - timedelta(days=1))
    form.verb_button.click()
    settle()

    assert request_of(ref).item(Right.ACCESS).decided_on == today - timedelta(days=1)


def test_r_abu_1_an_abuse_is_proved_in_the_form_or_not_claimed(
    open_request, ask, request_of, settle
):
    ref = ask(Right.ACCESS)
    page = open_request(ref)
    row = page.request.decisions.row(Right.ACCESS)
    choose(row.decision, "Refused")
    row.reason.setCurrentIndex(row._reasons.index("A12_5_unfounded") + 1)
    row.button.click()
    form = page.questions.dialog
    form.verb_button.click()
    assert form.fields["facts"].error == "The company has to prove it: write it down."
    form.proof.facts.setPlainText("Threatens to write every day until he is paid")
    form.proof.no_fee.setPlainText("It would be taken for a price")
    form.verb_button.click()
    settle()

    item = request_of(ref).item(Right.ACCESS)
    assert item.decision is Decision.REFUSED
    assert item.abuse.facts.startswith("Threatens")


def test_a_duplicate_names_the_request_that_it_repeats(open_request, ask, request_of, settle):
    first, second = ask(Right.ACCESS), ask(Right.ACCESS)
    page = open_request(second)
    row = page.request.decisions.row(Right.ACCESS)
    choose(row.decision, "Duplicate of another request")
    row.button.click()
    form = page.questions.dialog
    form.verb_button.click()
    assert "Give the reference" in form.fields["other"].error
    form.proof.other.setText(first)
    form.verb_button.click()
    settle()

    assert request_of(second).item(Right.ACCESS).duplicate_of == first


def test_r_com_3_a_refusal_after_the_month_is_warned_of(open_request, ask):
    page = open_request(ask(Right.ACCESS, days_ago=40))
    row = page.request.decisions.row(Right.ACCESS)
    choose(row.decision, "Refused")
    row.reason.setCurrentIndex(1)

    assert "no extension moves that day" in row.remark.text()


# --- the extension is withdrawn


def test_r_dl_5_an_extension_is_withdrawn_in_the_window(open_request, ask, settle):
    page = open_request(ask())
    clock = page.request.clock
    form = form_of(page, clock.extend)
    next(iter(form.reasons.values())).setChecked(True)
    form.text.setPlainText("14 files")
    form.verb_button.click()
    settle()

    form_of(page, clock.withdraw).verb_button.click()
    settle()

    assert clock.date.text() == "14 December 2026"
    assert clock.remark.text() == "Extended once already."
