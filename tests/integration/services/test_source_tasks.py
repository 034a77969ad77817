"""Each request asks each system: asked, chased, answered on true days, and counted (R-SRC-1)."""

from contextlib import closing
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Decision, Item, Right, Stage
from dsr_desktop.domain.source_task import SourceProgress, StepKind, TaskState
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.correcting import Correction, correct_step
from dsr_desktop.services.coverage import coverage
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.register import open_register
from dsr_desktop.services.request_facts import record_copy_sent
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.reviewing import find_person
from dsr_desktop.services.searching import search
from dsr_desktop.services.source_tasks import (
    list_tasks,
    open_all_tasks,
    record_answer,
    record_asked,
    record_chased,
)
from dsr_desktop.services.systems import add_system
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from tests.unit.domain.systems_made import CRM, PAPER

CAMILLE = make_criteria({"name": "Camille Dupont"})
RECEIVED = date(2026, 11, 2)
ASKED = date(2026, 11, 4)


@pytest.fixture(autouse=True)
def _systems(register, today):
    add_system(register, CRM, today)
    add_system(register, PAPER, today)


@pytest.fixture
def ask(register, today):
    """Return a function that records a request and gives its reference."""

    def ask(*rights):
        asked = rights or (Right.ACCESS,)
        view = new_request(register, asked, CAMILLE, RECEIVED, Channel.POST, today)
        return view.request.ref

    return ask


@pytest.fixture
def answer(register, today):
    """Return a function that records an answer of today."""

    def answer(ref, task_id, kind=StepKind.NOTHING_FOUND, day=today, **more):
        return record_answer(register, ref, task_id, kind, day, today, by="Léa Morel", **more)

    return answer


def states(register, ref):
    return [str(task.state) for task in list_tasks(register, ref)]


def send(register, ref, today):
    """Grant every right and record the answer."""
    for right in view_request(register, ref, today).request.rights:
        decide(register, ref, right, Decision.GRANTED, today)
    return mark_sent(register, ref, today, Channel.POST, today)


def last_event(register):
    return list(events(register.database))[-1]


def test_r_src_1_every_request_that_needs_a_search_opens_one_task_for_each_system(register, ask):
    ref = ask()

    assert [task.system.name for task in list_tasks(register, ref)] == ["CRM", "Archives"]
    assert {task.due_on for task in list_tasks(register, ref)} == {date(2026, 11, 18)}
    assert last_event(register).payload == {
        "tasks": [1, 2], "systems": [1, 2], "due": "2026-11-18",
    }  # fmt: skip


def test_r_src_1_all_rights_over_data_use_the_systems_and_several_share_the_tasks(register, ask):
    ref = ask(Right.ACCESS, Right.ERASURE, Right.OBJECTION_MARKETING)

    assert states(register, ref) == ["open", "open"]


def test_the_short_path_opens_no_task_until_the_dpo_wants_them(register, ask, today):
    ref, short = ask(Right.OBJECTION_MARKETING), ask(Right.OBJECTION_MARKETING)
    assert states(register, ref) == []
    assert send(register, short, today).request.stage is Stage.ANSWERED

    assert len(open_all_tasks(register, ref, today)) == 2
    assert len(open_all_tasks(register, ref, today)) == 2
    with pytest.raises(NotAllowedError, match="no answer from CRM, Archives"):
        send(register, ref, today)


def test_r_src_1_a_task_is_asked_chased_and_answered_on_true_days(register, ask, answer, today):
    ref = ask()
    record_asked(register, ref, 1, ASKED, today)
    record_chased(register, ref, 1, date(2026, 11, 10), today)

    found = answer(ref, 1, StepKind.FOUND, date(2026, 11, 12), text="two cards")

    assert found.state is TaskState.FOUND
    assert (found.asked_on, found.chased_on) == (ASKED, (date(2026, 11, 10),))
    assert (found.answer.day, found.answer.recorded_on) == (date(2026, 11, 12), today)
    assert (found.answer.by, found.answer.recorded_by) == ("Léa Morel", "Nora Vidal")
    assert list_tasks(register, ref)[0] == found


def test_where_the_dpo_looks_herself_the_answer_is_hers(register, ask, today):
    ref = ask()

    task = record_answer(register, ref, 2, StepKind.NOTHING_FOUND, today, today)

    assert task.answer.by == "Nora Vidal"
    with pytest.raises(InvalidInputError, match="Nobody is named who answered for CRM"):
        record_answer(register, ref, 1, StepKind.NOTHING_FOUND, today, today)


def test_r_src_1_what_was_found_stays_in_the_register_and_out_of_the_log(register, ask, answer):
    ref = ask()
    answer(ref, 1, StepKind.FOUND, text="card of Camille Dupont, born in Tulle")

    logged = "".join(str(one.payload) for one in events(register.database))
    assert "Camille" not in logged
    assert "Morel" not in logged
    assert last_event(register).payload == {
        "task": 1, "system": 1, "answer": "found", "on": "2026-11-16", "corrects": False,
    }  # fmt: skip
    assert verify(register).sound


def test_what_was_found_and_who_answered_are_searched_like_everything_in_the_register(
    register, ask, answer
):
    ref = ask()
    answer(ref, 1, StepKind.FOUND, text="two cards of Zoé Lenormand")

    (found,) = search(register, make_criteria({"name": "Zoé Lenormand"})).own_records
    assert (found.kind, found.ref) == ("request", ref)
    assert found.part(found.grade.reasons[0].column) == "system_answer"
    kinds = {one.kind for one in search(register, make_criteria({"name": "Léa Morel"})).own_records}
    assert kinds == {"staff", "system"}


def test_a_correction_is_one_more_step_and_says_so_in_the_log(register, ask, answer):
    ref = ask()
    answer(ref, 1)

    corrected = answer(ref, 1, StepKind.FOUND, text="one card after all")

    assert [str(one.kind) for one in corrected.steps] == ["nothing_found", "found"]
    assert last_event(register).payload["corrects"] is True


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 17)])
def test_a_day_that_cannot_be_is_refused_and_nothing_is_written(register, ask, today, day):
    ref = ask()
    before = list(events(register.database))

    with pytest.raises(InvalidInputError, match="before the receipt"):
        record_asked(register, ref, 1, day, today)

    assert states(register, ref) == ["open", "open"]
    assert list(events(register.database)) == before


def test_a_question_is_no_answer(register, ask, today):
    with pytest.raises(InvalidInputError, match="no answer"):
        record_answer(register, ask(), 1, StepKind.CHASED, today, today)


def test_a_task_of_another_request_is_not_touched(register, ask, today):
    first, second = ask(), ask()

    with pytest.raises(NotFoundError, match="no task 3"):
        record_asked(register, first, 3, today, today)

    assert states(register, second) == ["open", "open"]


def test_a_closed_request_takes_no_answer_any_more(register, ask, answer, today):
    ref = ask()
    decide(register, ref, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)

    with pytest.raises(NotAllowedError, match="closed"):
        answer(ref, 1)


# --- the guards and the counts


def test_r_src_1_a_request_is_answered_once_every_system_has(register, ask, answer, today):
    ref = ask()
    answer(ref, 1)
    with pytest.raises(NotAllowedError, match="no answer from Archives"):
        send(register, ref, today)

    answer(ref, 2, StepKind.NOT_SEARCHED, text="burnt in 2019")
    assert send(register, ref, today).request.stage is Stage.ANSWERED


def test_r_src_1_no_data_is_decided_once_every_system_found_nothing(register, ask, answer, today):
    ref = ask()
    find_person(register, ref, today)
    with pytest.raises(NotAllowedError, match="nothing is held"):
        decide(register, ref, Right.ACCESS, Decision.NO_DATA, today)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)

    for task_id in (1, 2):
        answer(ref, task_id)
    item = decide(register, ref, Right.ACCESS, Decision.NO_DATA, today).request.item(Right.ACCESS)
    assert item.decision is Decision.NO_DATA


def test_r_src_1_no_correction_says_no_data_while_a_system_is_silent(register, ask, answer, today):
    ref = ask()
    find_person(register, ref, today)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
    (decided,) = (one for one in history(register, ref) if one.kind == "decided")
    nothing = Correction(decided=Item(Right.ACCESS, Decision.NO_DATA))
    before = history(register, ref)

    with pytest.raises(NotAllowedError, match="nothing is held"):
        correct_step(register, ref, decided.seq, nothing, today)
    assert history(register, ref) == before

    for task_id in (1, 2):
        answer(ref, task_id)
    item = correct_step(register, ref, decided.seq, nothing, today).request.item(Right.ACCESS)
    assert item.decision is Decision.NO_DATA


def test_the_day_of_no_data_is_corrected_even_when_a_system_found_some_since(
    register, ask, answer, today
):
    ref = ask()
    find_person(register, ref, today)
    for task_id in (1, 2):
        answer(ref, task_id)
    decide(register, ref, Right.ACCESS, Decision.NO_DATA, today)
    answer(ref, 1, StepKind.FOUND, text="one card")
    (decided,) = (one for one in history(register, ref) if one.kind == "decided")

    view = correct_step(register, ref, decided.seq, Correction(on=ASKED), today)

    assert view.request.item(Right.ACCESS).decided_on == ASKED


def test_r_typ_2_no_copy_leaves_while_a_system_that_may_hold_data_is_silent(
    register, ask, answer, today
):
    ref = ask(Right.ACCESS, Right.ERASURE)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
    answer(ref, 1)

    with pytest.raises(NotAllowedError, match="no answer from Archives"):
        record_copy_sent(register, ref, today, today)

    answer(ref, 2)
    assert record_copy_sent(register, ref, today, today).request.copy_sent_on == today


def test_the_page_and_the_list_count_what_was_answered(register, ask, answer, today):
    first, second = ask(), ask()
    answer(first, 1)

    told = SourceProgress(1, 2, 0, 0)
    assert view_request(register, first, today).sources == told
    assert read_state(register, first, today).view.sources == told
    listed = {one.request.ref: one.sources for one in list_requests(register, date(2026, 11, 19))}
    assert listed == {first: SourceProgress(1, 2, 0, 1), second: SourceProgress(0, 2, 0, 2)}


def test_coverage_names_the_systems_that_are_silent(register, ask, answer, today):
    ref = ask()
    answer(ref, 1)

    assert [one.name for one in coverage(register, ref=ref, today=today).missing_answers] == [
        "Archives"
    ]
    asked_of_nobody = coverage(register, today=today).missing_answers
    assert [(one.name, one.state) for one in asked_of_nobody] == [("CRM", None), ("Archives", None)]
    assert coverage(register).systems == ()


def test_tasks_are_still_there_when_the_register_is_opened_again(
    register, ask, answer, passphrase, today
):
    ref = ask()
    answer(ref, 1, StepKind.NOT_SEARCHED, text="server is down")

    with closing(open_register(register.path, passphrase)) as again:
        assert list_tasks(again, ref) == list_tasks(register, ref)
        assert view_request(again, ref, today).sources.not_searched == 1
