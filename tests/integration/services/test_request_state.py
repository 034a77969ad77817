"""A request file as it stands: what happened, what is left to do, what is in the way."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.activities import confirm_activity
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.request_state import Unsettled, read_state
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.sourcing import list_sources, set_activity

CAMILLE = make_criteria({"name": "Camille Dupont", "email": "camille.dupont@acme.example"})
ROWS = [["Nom", "E-mail"], ["Camille Dupont", "camille.dupont@acme.example"],
        ["Camille Dupont", ""], ["Dupont C.", "c.dupont@perso.example"]]  # fmt: skip


@pytest.fixture
def ref(register, bring_in, write_csv, tmp_path, today):
    bring_in(register, write_csv(tmp_path / "crm.csv", ROWS), kind="copy", activity="PA2")
    view = new_request(
        register, [Right.PORTABILITY], CAMILLE, date(2026, 11, 2), Channel.POST, today
    )
    return view.request.ref


@pytest.fixture
def confirmed(register, ref, today):
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    return ref


def test_a_new_request_has_happened_and_nothing_else(register, ref, today):
    state = read_state(register, ref, today)

    assert state.request.ref == ref
    assert [event.kind for event in state.events] == [EventKind.REQUEST_RECORDED]
    assert state.last_event(EventKind.SEARCHED) is None
    assert (state.confirmed, state.rejected, state.open_hits, state.weak) == ((), (), (), ())
    assert (state.run, state.rescan, state.unsettled, state.copies) == (None, None, None, 0)
    assert not state.done.searched


def test_hits_are_told_apart_by_verdict(register, confirmed, today):
    before = read_state(register, confirmed, today)
    judge_hits(register, confirmed, reject=[before.weak[0].id], today=today)

    state = read_state(register, confirmed, today)

    assert len(state.confirmed) == 1
    assert state.rejected[0].id == before.weak[0].id
    judged = {*state.confirmed, *state.rejected, *state.open_hits, *state.weak}
    assert judged == set(state.view.hits)


def test_the_last_event_of_a_kind_is_the_latest(register, confirmed, today):
    find_person(register, confirmed, today)

    state = read_state(register, confirmed, today)

    searches = [event for event in state.events if event.kind == EventKind.SEARCHED]
    assert len(searches) == 2
    assert state.last_event(EventKind.SEARCHED) is searches[-1]
    assert state.done.searched


def test_what_closing_purges_and_what_was_read_again_are_there(register, confirmed, today):
    rescan(register, confirmed)

    state = read_state(register, confirmed, today)

    assert state.copies == 1
    assert [source.status for source in state.rescan.sources] == ["still_there"]


def test_an_unsettled_basis_names_files_and_activities_until_it_is_confirmed(
    register, confirmed, today
):
    assert read_state(register, confirmed, today).unsettled == Unsettled(("crm.csv",), ("PA2",))

    confirm_activity(register, "PA2", "6(1)(b)", None, today)
    assert read_state(register, confirmed, today).unsettled is None

    set_activity(register, list_sources(register)[0].id, "PA4")
    assert read_state(register, confirmed, today).unsettled == Unsettled(("crm.csv",), ("PA4",))


def test_an_unknown_reference_is_told(register, today):
    with pytest.raises(NotFoundError, match="There is no request DSR-2026-0099"):
        read_state(register, "DSR-2026-0099", today)
