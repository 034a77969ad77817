"""The file of one request: its clock, what was found, decisions, documents, and what is barred."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from dsr_desktop.domain.clock import Pause, PauseReason
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Decision, Right, Stage
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.gui.pages.requests.bundle_dialogs import PassphraseDialog
from dsr_desktop.gui.pages.requests.clock_card import dated_steps
from dsr_desktop.gui.pages.requests.rescan_list import RescanModel
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.widgets.cells import LOOK_ROLE
from dsr_desktop.services import clocking
from dsr_desktop.services.activities import confirm_activity
from dsr_desktop.services.gone_places import say_gone
from dsr_desktop.services.handling import decide, view_request
from dsr_desktop.services.rescanning import SourceRescan
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.wording.language import speak

EMAIL = "camille.dupont@acme.example"


@pytest.fixture
def request_of(register, today):
    """Return a function that reads a request from the register."""
    return lambda ref: view_request(register, ref, today).request


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def set_day(editor, day):
    editor.set_day(day)


def test_the_header_names_the_person_the_rights_and_the_day(open_request, ask):
    page = open_request(ask(Right.ERASURE))

    assert page.header.accessibleName() == "Camille Dupont"
    assert "DSR-2026-0001 · received Friday 13 November 2026 · E-mail to the DPO" in texts(
        page.header
    )
    chips = [
        chip.accessibleName() for chip in page.header.findChildren(type(page.request.clock.chip))
    ]
    assert "Erasure · art. 17" in chips


def test_the_clock_panel_explains_the_date(open_request, ask):
    page = open_request(ask())

    clock = page.request.clock
    assert clock.date.text() == "14 December 2026"
    assert clock.chip.accessibleName() == "28 days left"
    shown = texts(clock)
    assert "4 December 2026" in shown
    assert "Received: the clock starts on this day, art. 12(3)" in shown
    assert any("moved to the next working day" in text for text in shown)


def test_an_extension_that_is_only_possible_has_a_hollow_dot(open_request, ask):
    page = open_request(ask())
    steps = dated_steps(speak("en"), page.state.view.deadline)

    assert [step.possible for step in steps].count(True) == 1
    assert "if the notice of extension is sent" in next(s.sentence for s in steps if s.possible)


def test_a_new_request_leads_to_the_search(open_request, ask, contacts, workspace, qtbot):
    page = open_request(ask())
    assert page.next.text() == page.request.hits.search.text() == "Find the person…"

    with qtbot.waitSignal(workspace.search_wanted) as wanted:
        page.next.click()

    criteria, ref = wanted.args
    assert (criteria.name, ref) == (("Camille Dupont",), "DSR-2026-0001")


def test_an_unread_file_is_named_with_its_reason(open_request, ask, contacts):
    page = open_request(ask())

    banner = page.request.hits.banner
    assert banner.accessibleName() == "broken.csv was not read"
    assert "empty" in banner.accessibleDescription()


def test_a_file_read_in_part_is_named_beside_it(
    open_request, ask, contacts, register, bring_in, tmp_path, write_partly_readable
):
    bring_in(register, write_partly_readable(tmp_path / "fair.xlsx"))
    page = open_request(ask())

    banner = page.request.hits.banner
    assert banner.accessibleName() == "2 files were not read as a whole"
    assert "broken.csv: " in banner.accessibleDescription()
    assert "fair.xlsx: " in banner.accessibleDescription()


def test_hits_are_counted_by_verdict(open_request, ask, contacts, find):
    ref = ask()
    find(ref)
    page = open_request(ref)

    assert "1 row is the person" in texts(page.request.hits)
    assert page.request.hits.coverage.text().startswith("Searched 1 file, 1 row on")


def test_open_hits_are_what_comes_next(open_request, ask, contacts, find):
    ref = ask()
    find(ref, confirm=False)
    page = open_request(ref)

    assert page.next.text() == "Review 1 hit…"


def test_a_step_that_is_opened_takes_the_focus_to_its_part(
    open_request, ask, contacts, find, settle
):
    ref = ask()
    find(ref)
    page = open_request(ref)

    page.request.steps.step_opened.emit(3)
    settle()

    assert page.focusWidget() is page.request.decisions.row(Right.ERASURE).decision


def test_the_panels_at_both_sides_begin_at_the_same_height(open_request, ask, settle):
    page = open_request(ask())
    tops = {part.mapTo(page, QPoint(0, 0)).y() for part in (page.request.hits, page.request.clock)}

    assert len(tops) == 1


def test_a_decision_is_recorded_with_its_reason(open_request, ask, request_of, settle):
    ref = ask()
    page = open_request(ref)
    row = page.request.decisions.row(Right.ERASURE)

    choose(row.decision, "Granted in part")
    assert not row.button.isEnabled()
    assert row.remark.text() == "This decision needs a reason"
    choose(row.reason, "Art. 17(3)(b): legal obligation")
    row.text.setText("invoice of March 2025")
    row.button.click()
    settle()

    item = request_of(ref).item(Right.ERASURE)
    assert item.decision is Decision.GRANTED_PARTLY
    assert (item.reason_code, item.reason_text) == ("A17_3_b", "invoice of March 2025")
    assert row.remark.text() == "Decided on 16 November 2026"


def choose(editor, text):
    editor.setCurrentIndex(editor.findText(text))
    assert editor.currentText() == text


def test_a_decision_taken_before_is_shown(open_request, ask, register, today):
    ref = ask()
    decide(register, ref, Right.ERASURE, Decision.REFUSED, today, reason_code="A17_3_e")
    row = open_request(ref).request.decisions.row(Right.ERASURE)

    assert row.decision.currentText() == "Refused"
    assert row.reason.currentText() == "Art. 17(3)(e): legal claims"


def test_each_right_offers_its_own_reasons(open_request, ask):
    page = open_request(ask(Right.ACCESS, Right.OBJECTION_MARKETING))

    access = page.request.decisions.row(Right.ACCESS)
    marketing = page.request.decisions.row(Right.OBJECTION_MARKETING)
    assert access.reason.findText("Art. 17(3)(b): legal obligation") == -1
    assert access.reason.findText("Art. 15(4): rights of others") > 0
    assert marketing.decision.findText("Refused") == -1


def test_what_was_typed_survives_a_change_elsewhere(open_request, ask, register, today, workspace,
                                                    settle):  # fmt: skip
    ref = ask(Right.ACCESS, Right.ERASURE)
    page = open_request(ref)
    row = page.request.decisions.row(Right.ACCESS)
    choose(row.decision, "Granted")
    row.text.setText("half typed")

    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)
    workspace.register_changed.emit()
    settle()

    assert row.text.text() == "half typed"
    erasure = page.request.decisions.row(Right.ERASURE)
    assert erasure.decision.currentText() == "Granted"


def test_actions_that_cannot_be_done_now_say_why(open_request, ask, contacts):
    page = open_request(ask())

    documents = page.request.documents
    barred = {
        documents.checklist: "Find the person first.",
        documents.bundle: "Portability is not asked.",
        documents.rescan: "Find the person first.",
        documents.send: "Decide first: Erasure.",
        documents.close_row: "No answer was sent: silence is never a valid end.",
    }
    for row, reason in barred.items():
        assert not row.button.isEnabled()
        assert row.line.text() == reason
        assert reason in row.button.toolTip()
    assert page.request.identity.check.isEnabled()


def test_without_a_confirmed_hit_there_is_no_checklist(open_request, ask, contacts, find):
    ref = ask()
    find(ref, confirm=False)

    assert open_request(ref).request.documents.checklist.line.text() == "No hit is confirmed yet."


def test_a_closed_request_takes_nothing_more(open_request, ask, finish):
    ref = ask()
    finish(ref)
    page = open_request(ref)

    assert not page.next.isVisible()
    assert page.request.documents.close_row.line.text() == "Closed on 16 November 2026."
    row = page.request.decisions.row(Right.ERASURE)
    assert not row.decision.isEnabled()
    assert "closed" in row.button.toolTip()
    assert not page.request.clock.pause.isEnabled()


def test_the_checklist_is_written_into_the_folder_chosen(
    open_request, ask, contacts, find, tmp_path, settle
):
    ref = ask()
    find(ref)
    page = open_request(ref)
    page.questions.ask_folder = lambda _title: [tmp_path / "out"]
    (tmp_path / "out").mkdir()

    page.request.documents.checklist.button.click()
    settle()

    assert {file.suffix for file in (tmp_path / "out").iterdir()} == {".pdf", ".xlsx"}
    assert "Checklist written: 1 row to erase" in texts(page.notices)


@pytest.mark.parametrize("choice", [0, 1])
def test_the_dossier_is_made_into_the_folder_chosen(open_request, ask, tmp_path, settle, choice):
    ref = ask()
    page = open_request(ref)
    page.questions.ask_folder = lambda _title: [tmp_path / "out"]

    page.request.documents.dossier.button.click()
    page.questions.dialog.choices[choice].setChecked(True)
    page.questions.dialog.verb_button.click()
    settle()

    assert [file.name for file in (tmp_path / "out").iterdir()] == [f"{ref}_dossier.zip"]
    assert "The dossier is made and checked" in " ".join(texts(page.notices))


def test_a_new_request_has_its_dossier_at_once(open_request, ask):
    documents = open_request(ask()).request.documents

    assert documents.dossier.button.isEnabled()
    assert "its reader can check" in documents.dossier.line.text()


def test_no_folder_chosen_writes_nothing(open_request, ask, contacts, find, settle):
    ref = ask()
    find(ref)
    page = open_request(ref)
    page.questions.ask_folder = lambda _title: []

    page.request.documents.checklist.button.click()
    settle()

    assert page.notices.is_empty


def test_the_passphrase_of_a_bundle_is_shown_once_and_can_be_copied(
    open_request, ask, contacts, find, tmp_path, settle
):
    ref = ask(Right.PORTABILITY)
    find(ref)
    page = open_request(ref)
    page.questions.ask_folder = lambda _title: [tmp_path]
    page.request.documents.bundle.button.click()
    page.questions.dialog.choices[1].setChecked(True)
    page.questions.dialog.verb_button.click()
    settle()

    dialog = page.questions.dialog
    assert isinstance(dialog, PassphraseDialog)
    assert len(dialog.passphrase.text()) > 20
    dialog.verb_button.click()
    assert QApplication.clipboard().text() == dialog.passphrase.text()
    assert [file.suffix for file in tmp_path.glob("DSR*")] == [".zip"]
    logged = [dict(event.payload) for event in page.state.events if event.kind == "package_built"]
    assert logged[0]["formats"] == ["json"]
    assert dialog.passphrase.text() not in str(logged)


@pytest.fixture
def blocked(register, bring_in, write_csv, tmp_path, ask, find, today):
    """Return a function that records a granted portability from a file of an activity."""

    def blocked(activity):
        path = write_csv(tmp_path / "news.csv", [["Nom", "Mail"], ["Camille Dupont", EMAIL]])
        bring_in(register, path, activity=activity, channel="web_form")
        ref = ask(Right.PORTABILITY)
        find(ref)
        decide(register, ref, Right.PORTABILITY, Decision.GRANTED, today)
        return ref

    return blocked


def test_an_unconfirmed_activity_blocks_the_bundle_and_the_page_leads_to_it(
    open_request, blocked, register, today, workspace, qtbot, settle
):
    page = open_request(blocked("PA2"))
    bundle = page.request.documents.bundle
    assert bundle.line.text() == "Confirm first the legal basis of PA2: news.csv."
    assert page.next.text() == bundle.button.text() == "Confirm the activities…"

    for button in (page.next, bundle.button):
        with qtbot.waitSignal(workspace.record_wanted) as wanted:
            button.click()
        assert wanted.args == ["activities", "PA2"]

    confirm_activity(register, "PA2", "6(1)(a)", None, today)
    workspace.register_changed.emit()
    settle()
    assert page.next.text() == bundle.button.text() == "Build the bundle…"


def test_a_file_without_activity_blocks_the_bundle_and_the_page_leads_to_the_files(
    open_request, blocked, workspace, qtbot
):
    page = open_request(blocked(None))
    assert page.request.documents.bundle.line.text() == (
        "Say first to which activity these files belong: news.csv."
    )

    with qtbot.waitSignal(workspace.page_wanted) as wanted:
        page.next.click()

    assert wanted.args == ["files"]


def test_while_a_question_to_the_person_is_open_its_answer_is_what_comes_next(
    open_request, ask, register, today
):
    ref = ask()
    clocking.record_identity(
        register, ref, today, doubt="another address",
        method=IdentityMethod.CODE_TO_KNOWN_CHANNEL, result=IdentityResult.PENDING,
    )  # fmt: skip
    clocking.pause_clock(register, ref, Pause(PauseReason.IDENTITY, today), today)
    page = open_request(ref)

    assert page.next.text() == "The person answered…"
    page.next.click()
    assert page.questions.dialog.verb_button.isVisible()


def test_reading_the_sources_again_lists_every_file(
    open_request, ask, contacts, find, settle, write_csv, register, today
):
    ref = ask()
    find(ref)
    page = open_request(ref)

    page.request.documents.rescan.button.click()
    settle()
    model = page.request.documents.model
    assert model.index(0).data().startswith("crm.csv, Still there, crm, row 2: e-mail")

    write_csv(contacts, [["Prénom", "Nom"], ["Hugo", "Perrin"]])
    page.request.documents.rescan.button.click()
    settle()
    assert model.index(0).data().startswith("crm.csv, Clean")
    assert page.request.documents.rescan.line.text() == "1 of 1 file is clean"

    contacts.unlink()
    page.request.documents.rescan.button.click()
    settle()
    assert model.index(0).data().startswith("crm.csv, File not found")

    say_gone(register, contacts, "shredded with the laptop", today)
    page.request.documents.rescan.button.click()
    settle()
    assert model.index(0).data() == (
        f"crm.csv, Gone for good, Said by Nora Vidal on {speak('en').date(today)}. "
        "Reason: shredded with the laptop"
    )
    assert page.request.documents.rescan.line.text() == ("0 of 1 file is clean, 1 is gone for good")


def test_a_result_leads_to_its_file_where_a_place_is_said_to_be_gone(
    open_request, ask, contacts, find, settle, workspace, qtbot
):
    ref = ask()
    find(ref)
    page = open_request(ref)
    page.request.documents.rescan.button.click()
    settle()
    results = page.request.documents.results
    results.setCurrentIndex(results.model().index(0, 0))

    with qtbot.waitSignal(workspace.file_wanted) as wanted:
        qtbot.keyClick(results, Qt.Key.Key_Return)

    assert wanted.args == [1]


def test_the_result_list_is_a_sound_model_with_what_needs_you_first(qtmodeltester):
    model = RescanModel(speak("en"))
    model.show([SourceRescan(n, f"/lists/{status}.csv", RescanStatus(status), "", None, ())
                for n, status in enumerate(("clean", "gone", "missing", "still_there", "unreadable"))])  # fmt: skip

    qtmodeltester.check(model)
    assert [model.index(row).data(LOOK_ROLE).title for row in range(5)] == [
        "still_there.csv", "unreadable.csv", "missing.csv", "gone.csv", "clean.csv",
    ]  # fmt: skip
    assert model.index(0).data(LOOK_ROLE).chip.icon is Icon.CIRCLE_ALERT


def test_copies_of_one_name_are_told_apart_in_the_result_list():
    model = RescanModel(speak("en"))
    paths = ("/Lyon/crm.csv", "/Paris/crm.csv", "/Paris/news.csv", "")
    model.show([SourceRescan(1, path, RescanStatus.CLEAN, "", None, ()) for path in paths])

    assert [model.index(row).data(LOOK_ROLE).title for row in range(4)] == [
        "Lyon/crm.csv", "Paris/crm.csv", "news.csv", "a file that left the register",
    ]  # fmt: skip


def test_reading_the_sources_again_lists_a_copy_beside_its_source(
    open_request, ask, contacts, find, settle, bring_in, register
):
    copy = contacts.with_name("crm copy.csv")
    copy.write_bytes(contacts.read_bytes())
    bring_in(register, copy)
    ref = ask()
    find(ref)
    page = open_request(ref)
    contacts.unlink()

    page.request.documents.rescan.button.click()
    settle()

    model = page.request.documents.model
    told = [model.index(row).data().split(",")[:2] for row in range(model.rowCount())]
    assert told == [["crm copy.csv", " Still there"], ["crm.csv", " File not found"]]
    assert page.request.documents.rescan.line.text() == "0 of 2 files are clean"


def test_sending_is_recorded_with_day_and_channel(open_request, ask, register, today, request_of,
                                                  settle):  # fmt: skip
    ref = ask()
    find_person(register, ref, today)
    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)
    page = open_request(ref)
    assert page.next.text() == "Record sending…"

    page.next.click()
    dialog = page.questions.dialog
    set_day(dialog.day, today + timedelta(days=1))
    dialog.verb_button.click()
    assert "after today" in dialog.fields["day"].error
    set_day(dialog.day, today - timedelta(days=1))
    choose(dialog.channel, "Post")
    dialog.verb_button.click()
    settle()

    request = request_of(ref)
    assert (request.answered_on, request.stage) == (today - timedelta(days=1), Stage.ANSWERED)
    assert page.next.text() == "Close the request…"


def test_what_was_decided_is_carried_out_before_the_answer(
    open_request, ask, contacts, find, register, today, tmp_path, write_csv, settle
):
    ref = ask(Right.PORTABILITY, Right.ERASURE)
    find(ref)
    for right in (Right.PORTABILITY, Right.ERASURE):
        decide(register, ref, right, Decision.GRANTED, today)
    page = open_request(ref)
    page.questions.ask_folder = lambda _title: [tmp_path]

    assert page.next.text() == "Build the bundle…"
    page.next.click()
    page.questions.dialog.verb_button.click()
    settle()
    page.questions.dialog.reject()
    assert page.next.text() == "Write the checklist…"
    page.next.click()
    settle()
    assert page.next.text() == "Read sources again"
    write_csv(contacts, [["Mail"], ["hugo@brun.example"]])
    page.next.click()
    settle()
    assert page.next.text() == "Record sending…"


def test_closing_asks_once_and_says_how_many_working_copies_go(
    open_request, ask, find, finish, register, bring_in, write_csv, tmp_path, request_of, settle
):
    bring_in(register, write_csv(tmp_path / "copy.csv", [["Mail"], ["camille.dupont@acme.example"]]),
             kind="copy")  # fmt: skip
    ref = ask()
    page = open_request(ref)
    find(ref)
    finish(ref, close=False)
    page.load()
    settle()

    page.next.click()
    assert "1 working copy" in page.questions.dialog.accessibleDescription()
    assert request_of(ref).is_open
    page.questions.dialog.verb_button.click()
    settle()
    assert not request_of(ref).is_open


def test_traces_of_the_working_copies_that_closing_purges_are_told(
    request,
    open_request,
    ask,
    find,
    finish,
    register,
    bring_in,
    write_csv,
    tmp_path,
    settle,
    notices,
):
    bring_in(register, write_csv(tmp_path / "copy.csv", [["Mail"], ["camille.dupont@acme.example"]]),
             kind="copy")  # fmt: skip
    ref = ask()
    page = open_request(ref)
    find(ref)
    finish(ref, close=False)
    page.load()
    settle()
    request.getfixturevalue("read_elsewhere")

    page.next.click()
    page.questions.dialog.verb_button.click()
    settle()

    assert [matter for matter, _sentence in notices] == ["traces"]


def test_an_identity_check_is_recorded_as_facts(open_request, ask, settle):
    page = open_request(ask())

    page.request.identity.check.click()
    dialog = page.questions.dialog
    choose(dialog.method, "Wrote from the address on file")
    dialog.verb_button.click()
    settle()

    logged = page.state.last_event("identity_checked")
    assert logged.payload["method"] == IdentityMethod.SAME_KNOWN_ADDRESS
    assert logged.payload["doubt"] is False
    assert any("Confirmed" in text for text in texts(page.request.identity))


def test_identity_is_never_asked_for_a_marketing_objection(open_request, ask):
    page = open_request(ask(Right.OBJECTION_MARKETING))

    card = page.request.identity
    assert not card.check.isEnabled()
    assert card.remark.text() == "Never for an objection to marketing, art. 21(2)-(3)."


def test_a_pause_is_not_recorded_on_what_is_no_day(open_request, ask, request_of):
    ref = ask()
    page = open_request(ref)
    page.request.clock.pause.click()
    dialog = page.questions.dialog
    dialog.day.setText("31/02/2026")
    dialog.reason.setCurrentIndex(1)
    dialog.verb_button.click()

    assert dialog.isVisible()
    assert dialog.fields["day"].error == "This is no day. Write it as 31/12/2026"
    assert request_of(ref).pauses == ()
    dialog.reject()


def test_a_pause_needs_a_recorded_doubt(open_request, ask, register, today, request_of, settle):
    ref = ask()
    page = open_request(ref)
    page.request.clock.pause.click()
    page.questions.dialog.verb_button.click()
    assert page.questions.dialog.fields["day"].error.startswith("No doubt about the identity")
    page.questions.dialog.reject()

    clocking.record_identity(
        register, ref, today, doubt="unknown address", result=IdentityResult.PENDING,
        method=IdentityMethod.CODE_TO_KNOWN_CHANNEL,
    )  # fmt: skip
    page.load()
    settle()
    page.request.clock.pause.click()
    page.questions.dialog.verb_button.click()
    settle()

    assert request_of(ref).pauses[0].reason is PauseReason.IDENTITY
    assert page.request.clock.chip.accessibleName() == "Clock paused"
    assert "Provisional" in page.request.clock.reached.text()

    assert page.request.clock.pause.text() == "The person answered…"
    page.request.clock.pause.click()
    page.questions.dialog.verb_button.click()
    settle()
    assert request_of(ref).pauses[0].answered_on == today


def test_an_extension_needs_reasons_and_a_text(open_request, ask, request_of, settle):
    ref = ask()
    page = open_request(ref)
    page.request.clock.extend.click()
    dialog = page.questions.dialog
    dialog.verb_button.click()
    assert dialog.fields["day"].error.startswith("An extension needs a reason")

    next(iter(dialog.reasons.values())).setChecked(True)
    dialog.text.setPlainText("14 files have to be searched")
    dialog.verb_button.click()
    settle()

    assert request_of(ref).extension is not None
    assert page.request.clock.date.text() == "15 February 2027"
    assert not page.request.clock.extend.isVisible()
    assert page.request.clock.withdraw.isVisible()


def test_the_history_tells_what_happened_the_latest_first(open_request, ask, contacts, find):
    ref = ask()
    find(ref)
    page = open_request(ref)

    lines = [line.text for line in page.request.history.lines]
    assert lines == [
        "Hits reviewed: 1 confirmed", "Searched 1 file: 1 hit, 1 file not read",
        "Request recorded: Erasure",
    ]  # fmt: skip


def test_a_request_answered_elsewhere_is_shown_as_it_is_now(
    open_request, ask, finish, workspace, settle
):
    ref = ask()
    page = open_request(ref)

    finish(ref, close=False)
    workspace.register_changed.emit()
    settle()

    assert page.request.clock.chip.accessibleName() == "Answered"


def test_a_failure_leaves_the_file_on_screen(
    open_request, ask, contacts, find, reported, tmp_path, settle
):
    ref = ask()
    find(ref)
    page = open_request(ref)
    (tmp_path / "a file").write_text("x")
    page.questions.ask_folder = lambda _title: [tmp_path / "a file"]

    page.request.documents.checklist.button.click()
    settle()

    assert len(reported) == 1
    assert page.request.isVisible()


def test_every_control_has_a_name_and_every_text_is_plain(open_request, ask):
    page = open_request(ask(Right.ACCESS, Right.ERASURE))

    for button in page.request.findChildren(QAbstractButton):
        assert button.accessibleName()
    for label in page.request.findChildren(QLabel):
        assert label.textFormat().name == "PlainText"


OUTDATED = "Files were added or removed since the search. Search again before you rely on it."


@pytest.fixture
def bring_in_more(register, bring_in, write_csv, tmp_path):
    """Return a function that adds a list after the search."""

    def bring_in_more():
        path = write_csv(tmp_path / "late.csv", [["Nom", "Mail"], ["Camille Dupont", EMAIL]])
        bring_in(register, path, activity="PA3", channel="web_form")

    return bring_in_more


@pytest.mark.parametrize("is_late", [True, False])
def test_a_checklist_says_whether_lists_came_in_since_the_search(
    open_request, ask, contacts, find, bring_in_more, tmp_path, settle, is_late
):
    ref = ask()
    find(ref)
    if is_late:
        bring_in_more()
    page = open_request(ref)
    page.questions.ask_folder = lambda _title: [tmp_path]
    line = page.request.documents.checklist.line.text()

    page.request.documents.checklist.button.click()
    settle()

    assert "Checklist written: 1 row to erase" in texts(page.notices)
    assert (OUTDATED in texts(page.notices), line == OUTDATED) == (is_late, is_late)


@pytest.mark.parametrize("is_late", [True, False])
def test_a_bundle_says_whether_lists_came_in_since_the_search(
    open_request, ask, contacts, find, bring_in_more, tmp_path, settle, is_late
):
    ref = ask(Right.PORTABILITY)
    find(ref)
    if is_late:
        bring_in_more()
    page = open_request(ref)
    page.questions.ask_folder = lambda _title: [tmp_path]

    page.request.documents.bundle.button.click()
    asked = texts(page.questions.dialog)
    page.questions.dialog.verb_button.click()
    settle()

    assert isinstance(page.questions.dialog, PassphraseDialog)
    assert (OUTDATED in asked, OUTDATED in texts(page.questions.dialog)) == (is_late, is_late)
