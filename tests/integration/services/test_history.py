"""What was done with a request is told by its events, for the rule of the next step."""

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.next_step import Done, NextStep, done_so_far, next_step
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import change_criteria, find_person, judge_hits
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.wording.language import speak

ROWS = [["Nom", "Mail"], ["Camille Dupont", "camille.dupont@acme.example"]]
ASKED_BY_NAME = Criteria(name=("Camille Dupont",), email=("camille.dupont@acme.example",))
BOTH = (Right.PORTABILITY, Right.ERASURE)


@pytest.fixture
def ref(register, today):
    criteria = Criteria(email=("camille.dupont@acme.example",))
    return new_request(register, BOTH, criteria, today, Channel.EMAIL_DPO, today).request.ref


@pytest.fixture
def contacts(register, bring_in, write_csv, tmp_path):
    path = write_csv(tmp_path / "crm.csv", ROWS)
    bring_in(register, path, activity="PA3", channel="web_form")
    return path


@pytest.fixture
def done(register, ref):
    return lambda: done_so_far(history(register, ref))


def test_nothing_is_done_with_a_new_request(done):
    assert done() == Done()


def test_a_request_goes_from_search_to_closing_step_by_step(
    register, ref, contacts, done, today, tmp_path, write_csv
):
    reached = []

    def look():
        reached.append(next_step(view_request(register, ref, today), done()))

    look()
    find_person(register, ref, today)
    look()
    judge_hits(register, ref, confirm_strong=True, today=today)
    look()
    for right in BOTH:
        decide(register, ref, right, Decision.GRANTED, today)
    look()
    build_portability(register, ref, tmp_path, today, speak("en"))
    look()
    write_checklist(register, ref, tmp_path, today, speak("en"))
    look()
    write_csv(contacts, ROWS[:1])
    rescan(register, ref)
    look()
    mark_sent(register, ref, today, Channel.EMAIL_DPO, today)
    look()

    assert reached == [
        NextStep.SEARCH, NextStep.REVIEW, NextStep.DECIDE, NextStep.BUNDLE, NextStep.CHECKLIST,
        NextStep.RESCAN, NextStep.SEND, NextStep.CLOSE,
    ]  # fmt: skip


def test_files_are_clean_only_while_the_last_reading_found_nothing(
    register, ref, contacts, done, today, write_csv
):
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    rescan(register, ref)
    assert done().clean_sources == frozenset()

    write_csv(contacts, ROWS[:1])
    rescan(register, ref)
    assert done().clean_sources == {list_sources(register)[0].id}

    write_csv(contacts, ROWS)
    rescan(register, ref)
    assert done().clean_sources == frozenset()


def test_hits_confirmed_later_are_neither_packed_nor_listed_nor_clean(
    register, ref, bring_in, done, today, tmp_path, write_csv
):
    contacts = write_csv(tmp_path / "crm.csv", [*ROWS, ["Camille Dupont", ""]])
    bring_in(register, contacts, activity="PA3", channel="web_form")
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    build_portability(register, ref, tmp_path, today, speak("en"))
    write_checklist(register, ref, tmp_path, today, speak("en"))
    write_csv(contacts, ROWS[:1])
    rescan(register, ref)
    before = done()

    change_criteria(register, ref, ASKED_BY_NAME, today)
    weaker = [hit.id for hit in view_request(register, ref, today).hits if hit.verdict is None]
    judge_hits(register, ref, confirm=weaker, today=today)

    assert (before.packed, before.listed, before.clean_sources) == (True, True, {1})
    assert (len(weaker), done()) == (1, Done(searched=True))
