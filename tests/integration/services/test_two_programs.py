"""Two programs on one register: what was checked still holds when it is written."""

from datetime import date

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import NotAllowedError, NotFoundError
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.services.activities import confirm_activity, list_activities
from dsr_desktop.services.clocking import extend, pause_clock, record_identity, resume_clock
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.register import open_register
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.services.rescanning import last_rescan, rescan
from dsr_desktop.services.reviewing import change_criteria, find_person, judge_hits
from dsr_desktop.services.sourcing import list_sources, remove, set_activity
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events

RECEIVED = date(2026, 11, 2)
CAMILLE = make_criteria({"email": "camille.dupont@acme.example"})
HUGO = make_criteria({"email": "hugo.perrin@acme.example"})


@pytest.fixture
def second(register, passphrase):
    """The same register, open in another program."""
    other = open_register(register.path, passphrase)
    yield other
    other.close()


@pytest.fixture
def meanwhile(register):
    """Return a function: what it is given happens just before the next change gets its lock."""
    connection = register.database.connection

    def arrange(work):
        def on_statement(sql):
            if sql.startswith("BEGIN"):
                connection.set_trace_callback(None)
                work()

        connection.set_trace_callback(on_statement)

    yield arrange
    connection.set_trace_callback(None)


@pytest.fixture
def source(register, tmp_path, write_csv, bring_in):
    rows = [
        ["Nom", "E-mail"],
        ["Camille Dupont", "camille.dupont@acme.example"],
        ["Hugo Perrin", "hugo.perrin@acme.example"],
    ]
    bring_in(register, write_csv(tmp_path / "copie.csv", rows), kind="copy")
    return list_sources(register)[0]


@pytest.fixture
def ask(register, today):
    def ask_(criteria=CAMILLE, rights=(Right.ACCESS,)):
        view = new_request(register, rights, criteria, RECEIVED, Channel.POST, today)
        return view.request.ref

    return ask_


def take_back(register, ref, today):
    decide(register, ref, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, today)


def withdraw(register, ref, today):
    take_back(register, ref, today)
    close_request(register, ref, today)


def kinds(register):
    return [one.kind for one in events(register.database)]


def test_an_import_that_is_cited_just_now_is_not_removed(
    register, second, meanwhile, source, ask, today
):
    ref = ask()
    meanwhile(lambda: find_person(second, ref, today))

    with pytest.raises(NotAllowedError, match="an open request cites"):
        remove(register, source.id)

    assert list_sources(register) == (source,)


def test_an_import_that_is_removed_just_now_is_not_removed_twice(
    register, second, meanwhile, source
):
    meanwhile(lambda: remove(second, source.id))

    with pytest.raises(NotFoundError, match="no import 1"):
        remove(register, source.id)

    assert kinds(register).count("source_removed") == 1


def test_an_import_that_is_removed_just_now_gets_no_activity(register, second, meanwhile, source):
    meanwhile(lambda: remove(second, source.id))

    with pytest.raises(NotFoundError, match="no import 1"):
        set_activity(register, source.id, "PA3")

    assert "activity_set" not in kinds(register)


def test_a_working_copy_that_another_request_cites_just_now_is_not_purged(
    register, second, meanwhile, source, ask, today
):
    ref, other = ask(), ask()
    find_person(register, ref, today)
    take_back(register, ref, today)
    meanwhile(lambda: find_person(second, other, today))

    close_request(register, ref, today)

    assert list_sources(register) == (source,)
    assert len(view_request(register, other, today).hits) == 1


STEPS = {
    "find": find_person,
    "criteria": lambda register, ref, today: change_criteria(register, ref, HUGO, today),
    "judge": lambda register, ref, today: judge_hits(
        register, ref, confirm_strong=True, today=today
    ),
    "decide": lambda register, ref, today: decide(
        register, ref, Right.ACCESS, Decision.GRANTED, today
    ),
    "send": lambda register, ref, today: mark_sent(register, ref, today, Channel.POST, today),
    "close": close_request,
    "identity": lambda register, ref, today: record_identity(
        register, ref, today, doubt=None, method=IdentityMethod.NONE_NEEDED,
        result=IdentityResult.CONFIRMED,
    ),
    "pause": lambda register, ref, today: pause_clock(
        register, ref, Pause(PauseReason.CLARIFICATION, RECEIVED), today, large_quantity=True
    ),
    "resume": lambda register, ref, today: resume_clock(register, ref, today, today),
    "extend": lambda register, ref, today: extend(
        register, ref, Extension(frozenset({ExtensionReason.COMPLEXITY}), today), today
    ),
}  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_a_request_that_is_closed_just_now_changes_no_more(
    register, second, meanwhile, source, ask, today, step
):
    ref = ask()
    find_person(register, ref, today)
    take_back(register, ref, today)
    if step == "resume":
        pause = Pause(PauseReason.CLARIFICATION, RECEIVED)
        pause_clock(register, ref, pause, today, large_quantity=True)
    meanwhile(lambda: close_request(second, ref, today))

    with pytest.raises(NotAllowedError, match=f"{ref} is closed"):
        STEPS[step](register, ref, today)

    assert kinds(register)[-1] == "closed"
    assert view_request(register, ref, today).request.stage is Stage.CLOSED


def test_a_search_is_for_the_person_as_known_when_it_is_recorded(
    register, second, meanwhile, source, ask, today
):
    ref = ask()
    meanwhile(lambda: change_criteria(second, ref, HUGO, today))

    find_person(register, ref, today)

    assert [hit.row for hit in view_request(register, ref, today).hits] == [3]


def test_two_searches_at_once_find_each_row_once(register, second, meanwhile, source, ask, today):
    ref = ask()
    meanwhile(lambda: find_person(second, ref, today))

    find_person(register, ref, today)

    (hit,) = view_request(register, ref, today).hits
    assert verify(register).sound
    judge_hits(second, ref, confirm=[hit.id], today=today)
    assert view_request(register, ref, today).found.confirmed == 1


def test_a_hit_that_is_forgotten_just_now_gets_no_verdict(
    register, second, meanwhile, source, ask, today
):
    ref = ask()
    find_person(register, ref, today)
    (hit,) = view_request(register, ref, today).hits
    meanwhile(lambda: change_criteria(second, ref, HUGO, today))

    with pytest.raises(NotFoundError, match=f"has no hit {hit.id}"):
        judge_hits(register, ref, confirm=[hit.id], today=today)

    assert view_request(register, ref, today).confirmed == ()


def test_a_decision_taken_just_now_counts_for_the_stage(register, second, meanwhile, ask, today):
    ref = ask(rights=(Right.ACCESS, Right.ERASURE))
    meanwhile(lambda: decide(second, ref, Right.ERASURE, Decision.GRANTED, today))

    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)

    assert view_request(register, ref, today).request.stage is Stage.DECIDED


def test_an_activity_that_is_confirmed_just_now_keeps_what_nobody_replaces(
    register, second, meanwhile, today
):
    meanwhile(lambda: confirm_activity(second, "PA2", "6(1)(a)", "Newsletter", today))

    confirmed = confirm_activity(register, "PA2", None, None, today)

    assert (confirmed.name, confirmed.legal_basis) == ("Newsletter", "6(1)(a)")
    assert confirmed in list_activities(register)
    assert list(events(register.database))[-1].payload["proposed"] == "6(1)(a)"


def test_an_answer_that_is_sent_just_now_is_of_what_was_decided_then(
    register, second, meanwhile, ask, today
):
    ref = ask()
    find_person(register, ref, today)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)
    meanwhile(lambda: mark_sent(second, ref, today, Channel.POST, today))

    with pytest.raises(NotAllowedError, match=f"{ref} was answered"):
        decide(register, ref, Right.ACCESS, Decision.REFUSED, today, reason_code="A15_4")

    request = view_request(register, ref, today).request
    assert (request.stage, request.items[0].decision) == (Stage.ANSWERED, Decision.GRANTED)


def test_a_reading_of_the_sources_is_not_kept_for_hits_confirmed_during_it(
    register, second, source, ask, today
):
    ref = ask()
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    (hit,) = view_request(register, ref, today).hits

    def judge_while_it_reads(_done, _total, _what):
        if view_request(second, ref, today).confirmed:
            judge_hits(second, ref, reject=[hit.id], today=today)

    with pytest.raises(NotAllowedError, match="changed while its files were read"):
        rescan(register, ref, progress=judge_while_it_reads)

    assert last_rescan(register, ref) is None
    assert view_request(register, ref, today).hits[0].verdict is Verdict.REJECTED


def test_the_list_of_requests_reads_no_hit(register, source, ask, today):
    refs = [ask() for _ in range(3)]
    for ref in refs:
        find_person(register, ref, today)
    asked = []
    register.database.connection.set_trace_callback(asked.append)

    listed = list_requests(register, today)

    register.database.connection.set_trace_callback(None)
    assert [sql for sql in asked if "FROM hit" in sql and "count(*)" not in sql] == []
    assert len([sql for sql in asked if "FROM hit" in sql]) == 2
    views = {ref: view_request(register, ref, today) for ref in refs}
    assert [one.found for one in listed] == [views[one.request.ref].found for one in listed]
    assert {one.found.open for one in listed} == {1}
