"""The review of a request's hits: Y, N and U, taking back, strong ones at once, new keys."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.gui.pages.search.answers import Answer
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, view_request
from dsr_desktop.services.history import history

Y, N, U = Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_U
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def press(review, settle):
    """Return a function that presses a key in the list of hits."""

    def press(key, modifiers=Qt.KeyboardModifier.NoModifier, where=None):
        QTest.keyClick(where or review.hits.list, key, modifiers)
        settle()

    return press


@pytest.fixture
def recorded(register, ref, today):
    """Return a function that reads the verdicts from the register, by row and file."""

    def recorded():
        hits = view_request(register, ref, today).hits
        return {hit.id: hit.verdict for hit in hits}

    return recorded


def test_opening_a_request_searches_for_its_person_and_logs_it(review, register, ref):
    assert "searched" in [event.kind for event in history(register, ref)]
    assert [row.level for row in review.state.shown] == [
        Level.STRONG, Level.STRONG, Level.PROBABLE,
    ]  # fmt: skip


def test_the_header_says_for_whom(review):
    line = review.header.findChildren(type(review.coverage.line))[1].text()

    assert line == "For DSR-2026-0001, access and erasure · Camille Dupont"


def test_y_confirms_and_goes_to_the_next_open_hit(review, press, recorded):
    first = review.hits.current

    press(Y)

    assert recorded()[first.key] == "confirmed"
    assert review.hits.current.key != first.key
    assert review.hits.current.is_open


def test_n_rejects(review, press, recorded):
    first = review.hits.current

    press(N)

    assert recorded()[first.key] == "rejected"


def test_u_leaves_a_hit_open_and_reopens_one_that_was_answered(review, press, recorded):
    first = review.hits.current
    press(U)
    assert recorded()[first.key] is None
    assert review.hits.current.key != first.key

    review.hits.choose(first.key)
    press(Y)
    review.hits.choose(first.key)
    press(U)
    assert recorded()[first.key] is None


def test_the_keys_work_in_the_detail_too(review, press, recorded):
    first = review.hits.current

    press(Y, where=review.detail.whole_row)

    assert recorded()[first.key] == "confirmed"


def test_the_keys_are_letters_in_a_text_field(review, press, recorded):
    press(Y, where=review.header.search)

    assert set(recorded().values()) == {None}
    assert review.header.search.text() == "y"


@pytest.mark.parametrize("modifier", [CTRL, Qt.KeyboardModifier.AltModifier])
def test_the_letters_answer_only_by_themselves(press, recorded, modifier):
    press(Y, modifier)

    assert set(recorded().values()) == {None}


def test_ctrl_z_takes_the_last_answer_back(review, press, recorded):
    first = review.hits.current
    press(Y)
    press(N)
    second_answer = [key for key, verdict in recorded().items() if verdict == "rejected"]

    press(Qt.Key.Key_Z, CTRL)
    assert recorded()[second_answer[0]] is None
    assert review.hits.current.key == second_answer[0]

    press(Qt.Key.Key_Z, CTRL)
    assert recorded()[first.key] is None
    assert not review.state.can_undo


def test_the_three_answers_have_equal_weight(review):
    buttons = list(review.detail.answers.buttons.values())

    assert [button.accessibleName() for button in buttons] == [
        "This is the person", "Someone else", "Unsure",
    ]  # fmt: skip
    assert len({button.height() for button in buttons}) == 1
    assert not any(button.isDefault() for button in buttons)


def test_a_button_answers_like_its_key(review, recorded, settle):
    first = review.hits.current

    review.detail.answers.buttons[Answer.SOMEONE_ELSE].click()
    settle()

    assert recorded()[first.key] == "rejected"


def test_all_strong_hits_can_be_confirmed_at_once_and_taken_back_at_once(
    review, press, recorded, settle
):
    assert review.hits.confirm_strong.text() == "Confirm 2 strong"

    review.hits.confirm_strong.click()
    settle()
    assert sorted(recorded().values(), key=str).count("confirmed") == 2
    assert not review.hits.confirm_strong.isVisible()

    press(Qt.Key.Key_Z, CTRL)
    assert "confirmed" not in recorded().values()


def test_the_review_is_finished_when_no_shown_hit_is_open(review, press, workspace, qtbot):
    assert not review.finish.isEnabled()
    assert "3 hits are open" in review.finish.toolTip()

    for _hit in range(3):
        press(Y)

    assert review.finish.isEnabled()
    with qtbot.waitSignal(workspace.request_wanted) as wanted:
        review.finish.click()
    assert wanted.args == [review.state.ref]


def test_weak_hits_do_not_hold_up_the_review(review, press):
    for _hit in range(3):
        press(N)

    assert any(row.is_weak for row in review.state.rows)
    assert review.state.undecided == 0


def test_a_confirmed_row_offers_its_other_address_as_a_new_key(review, press, settle):
    assert review.detail.banner is None
    fair = next(row for row in review.state.rows if row.file == "fair.csv")
    review.hits.choose(fair.key)

    press(Y)

    assert review.detail.banner.accessibleName() == "New key: c.dupont@perso.example"


def test_a_new_key_is_searched_for_and_kept_with_the_request(
    review, press, register, ref, today, settle, bring_in, write_csv, tmp_path, workspace
):
    fair = next(row for row in review.state.rows if row.file == "fair.csv")
    review.hits.choose(fair.key)
    press(Y)
    more = [["Mail"], ["c.dupont@perso.example"]]
    bring_in(register, write_csv(tmp_path / "private.csv", more))

    review.detail.banner.buttons[0].click()
    settle()

    assert "c.dupont@perso.example" in view_request(register, ref, today).request.criteria.email
    assert "private.csv" in {row.file for row in review.state.rows}
    kept = next(row for row in review.state.rows if row.file == "fair.csv")
    assert kept.verdict == "confirmed"
    assert review.detail.banner is None


def test_a_new_key_can_be_left_alone(review, press, register, ref, today, settle):
    fair = next(row for row in review.state.rows if row.file == "fair.csv")
    review.hits.choose(fair.key)
    press(Y)

    review.detail.banner.buttons[1].click()
    settle()

    assert review.detail.banner is None
    assert len(view_request(register, ref, today).request.criteria.email) == 1


def test_the_last_clue_about_a_person_cannot_be_taken_away(
    review, workspace, settle, register, ref, today
):
    errors = []
    workspace.error_met.connect(errors.append)

    for _chip in range(3):
        review.criteria.chips[0].removed.emit()
        settle()

    assert len(errors) == 1
    assert not view_request(register, ref, today).request.criteria.is_empty()


def test_a_closed_request_shows_its_hits_and_takes_no_answer(
    page, register, ref, today, settle, recorded
):
    page.open_search(None, ref)
    for right in (Right.ACCESS, Right.ERASURE):
        decide(register, ref, right, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)

    page.open_search(None, ref)
    settle()

    assert page.state.shown
    buttons = page.detail.answers.buttons.values()
    assert not any(button.isEnabled() for button in buttons)
    assert page.detail.answers.remark.text() == "The request is closed and no longer changes."
    QTest.keyClick(page.hits.list, Y)
    assert set(recorded().values()) == {None}
    assert not page.criteria.again.isVisible()


def test_tab_leaves_the_list_and_reaches_the_answers(review, qapp, settle):
    review.hits.list.setFocus()
    reached = []
    for _press in range(12):
        QTest.keyClick(qapp.focusWidget() or review, Qt.Key.Key_Tab)
        reached.append(qapp.focusWidget())

    assert review.detail.whole_row in reached
    assert review.detail.answers.buttons[Answer.PERSON] in reached
    assert reached.count(review.hits.list) <= 1


def test_a_held_key_answers_once(review, recorded, settle):
    none = Qt.KeyboardModifier.NoModifier
    for is_repeat in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Y, none, "y", is_repeat)
        QCoreApplication.sendEvent(review.hits.list, event)
        settle()

    assert list(recorded().values()).count("confirmed") == 1


def test_esc_leads_back_to_the_request(review, ref, workspace, qtbot):
    with qtbot.waitSignal(workspace.request_wanted) as wanted:
        assert review.close_pane()

    assert wanted.args == [ref]


def test_a_free_search_has_nothing_to_leave(page, lists):
    assert not page.close_pane()
