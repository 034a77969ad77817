"""Sheets of phone calls: drafts that are changed, several of a request, some before there is one."""

from datetime import date, time, timedelta

import pytest

from dsr_desktop.domain.call_sheet import CallTexts
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.own_record import RecordKind
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.calls import (
    attach_call,
    change_call,
    discard_call,
    list_calls,
    note_call,
    propose_from_call,
    show_call,
)
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.purging import purge_at_opening
from dsr_desktop.services.purging_calls import purge_due_calls
from dsr_desktop.services.searching import search
from dsr_desktop.store.events import events

CAMILLE = make_criteria({"name": "Camille Dupont"})
SAID = CallTexts(
    "Ottilie Brancard", "06 12 34 56 78", "wants a copy of all", "calm, will write too"
)


@pytest.fixture
def ref(register, today):
    return new_request(register, [Right.ACCESS], CAMILLE, today, Channel.PHONE, today).request.ref


def test_a_draft_is_saved_changed_and_finished(register, today):
    draft = note_call(register, today, CallTexts(caller="Ottilie"), today)
    assert draft.is_draft

    changed = change_call(register, draft.id, today, texts=SAID, called_at=time(14, 5))
    finished = change_call(register, draft.id, today, finish=True)

    assert (changed.texts, changed.called_at, changed.is_draft) == (SAID, time(14, 5), True)
    assert (finished.texts, finished.finished_on) == (SAID, today)
    with pytest.raises(NotAllowedError, match="stays as it is"):
        change_call(register, draft.id, today, texts=CallTexts("Somebody else"))


def test_a_request_has_several_calls_by_day(register, ref, today):
    later = note_call(register, today, SAID, today, ref=ref, finished=True)
    earlier = note_call(register, today - timedelta(days=2), SAID, today, ref=ref)

    assert [one.id for one in list_calls(register, ref)] == [earlier.id, later.id]
    assert list_calls(register) == ()


def test_a_draft_without_a_request_becomes_one_later(register, ref, today):
    draft = note_call(register, today, SAID, today)
    assert list_calls(register) == (draft,)

    attached = attach_call(register, draft.id, ref)

    assert attached.ref == ref
    assert list_calls(register) == ()
    with pytest.raises(NotAllowedError, match="belongs to"):
        attach_call(register, draft.id, ref)


def test_only_a_draft_of_no_request_is_discarded(register, ref, today):
    lone = note_call(register, today, SAID, today)
    of_request = note_call(register, today, SAID, today, ref=ref)
    finished = note_call(register, today, SAID, today, finished=True)

    discard_call(register, lone.id)

    with pytest.raises(NotFoundError, match="no call sheet"):
        show_call(register, lone.id)
    for kept in (of_request, finished):
        with pytest.raises(NotAllowedError):
            discard_call(register, kept.id)


def test_a_call_is_found_by_a_search_before_and_after_it_has_a_request(register, ref, today):
    draft = note_call(register, today, SAID, today)
    asked = make_criteria({"name": "Ottilie Brancard"})

    assert RecordKind.CALL_SHEET in {one.kind for one in search(register, asked).own_records}
    attach_call(register, draft.id, ref)
    found = [(one.kind, one.ref) for one in search(register, asked).own_records]
    assert (RecordKind.REQUEST, ref) in found


def test_r_log_2_no_event_of_a_call_names_anybody(register, ref, today):
    draft = note_call(register, today, SAID, today)
    change_call(register, draft.id, today, finish=True)
    attach_call(register, draft.id, ref)

    told = [one for one in events(register.database) if str(one.kind).startswith("call")]
    assert [one.kind for one in told] == ["call_recorded", "call_finished", "call_attached"]
    assert "Ottilie" not in str([one.payload for one in told])


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2027, 1, 1), SAID), (date(2018, 5, 24), SAID), (None, CallTexts(" ", "", "", "")),
     (None, CallTexts("x" * 201)), (None, CallTexts(notes="x" * 100_000))],
    ids=["tomorrow", "before the law", "empty", "endless name", "endless notes"],
)  # fmt: skip
def test_a_call_that_cannot_be_gets_one_sentence(register, today, day, said):
    with pytest.raises(InvalidInputError):
        note_call(register, day or today, said, today)

    assert list_calls(register) == ()


def test_a_sheet_that_never_became_part_of_a_request_goes_when_it_is_due(register, ref):
    called, changed = date(2025, 1, 31), date(2025, 2, 28)
    kept = note_call(register, called, SAID, called, ref=ref)
    draft = note_call(register, called, SAID, called)
    change_call(register, draft.id, changed, texts=SAID._replace(notes="called again"))
    finished = note_call(register, called, SAID, called, finished=True)

    assert purge_due_calls(register, date(2026, 1, 30)) == 0
    purge_at_opening(register, date(2026, 1, 31))
    assert [one.id for one in list_calls(register)] == [draft.id]
    assert purge_due_calls(register, date(2026, 2, 28)) == 1

    assert list_calls(register) == ()
    assert [one.id for one in list_calls(register, ref)] == [kept.id]
    purged = [one.payload for one in events(register.database) if one.kind == "calls_purged"]
    assert purged == [{"calls": [finished.id]}, {"calls": [draft.id]}]


def test_a_sheet_proposes_who_called_when_and_what_was_asked(register, today):
    said = SAID._replace(read_back="wants a copy of her data", notes="anna@mail.example as well")
    sheet = note_call(register, today - timedelta(days=3), said, today)

    found = propose_from_call(register, sheet.id, today)
    assert [one.right for one in found.rights] == [Right.ACCESS]
    assert found.received_on == today - timedelta(days=3)
    assert [one.value for one in found.person["name"]] == ["Ottilie Brancard"]
    assert [one.value for one in found.person["phone"]] == ["06 12 34 56 78"]
    assert [one.value for one in found.person["email"]] == ["anna@mail.example"]
