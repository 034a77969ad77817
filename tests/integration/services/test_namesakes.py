"""Confirmed rows of a shared mailbox that can hardly be one person, and who judged them."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.reviewing import find_person, judge_hits, namesakes_of, review

SHARED = "famille@dupont.example"
ROWS = [
    ["Prénom", "Nom", "Email", "Date de naissance", "Note"],
    ["Camille", "Dupont", SHARED, "12/03/1980", ""],
    ["Marie", "Dupont", SHARED, "01/07/1954", ""],
    ["", "", SHARED, "", ""],
    ["Hugo", "Perrin", "hugo@perrin.example", "02/02/1970", f"écrit aussi à {SHARED}"],
]


@pytest.fixture
def ref(register, write_csv, bring_in, tmp_path, today):
    bring_in(register, write_csv(tmp_path / "famille.csv", ROWS))
    criteria = make_criteria({"email": SHARED})
    view = new_request(register, [Right.ACCESS], criteria, today, Channel.POST, today)
    find_person(register, view.request.ref, today)
    return view.request.ref


@pytest.fixture
def ids(register, ref, today):
    """The ids of the hits by row."""
    return {hit.row: hit.id for hit in review(register, ref, today).view.hits}


def test_before_anything_is_confirmed_nothing_contradicts(register, ref, today):
    assert review(register, ref, today).namesakes == ()


def test_two_confirmed_rows_with_other_dates_and_names_are_pointed_out(register, ref, ids, today):
    view = judge_hits(register, ref, confirm=[ids[2], ids[3], ids[4]], today=today)

    found = namesakes_of(register, view)

    assert [one.about for one in found] == [Field.BIRTH_DATE, Field.GIVEN_NAME]
    assert {one.hits for one in found} == {frozenset({ids[2], ids[3]})}
    assert review(register, ref, today).namesakes == found
    assert read_state(register, ref, today).namesakes == found


def test_one_that_is_rejected_contradicts_no_more(register, ref, ids, today):
    judge_hits(register, ref, confirm=[ids[2], ids[3]], today=today)

    view = judge_hits(register, ref, reject=[ids[3]], today=today)

    assert namesakes_of(register, view) == ()


def test_a_row_that_only_mentions_the_person_says_nothing_of_her(register, ref, ids, today):
    view = judge_hits(register, ref, confirm=[ids[2], ids[5]], today=today)

    assert namesakes_of(register, view) == ()


def test_each_verdict_says_who_gave_it_and_when(register, ref, ids, today):
    view = judge_hits(register, ref, confirm=[ids[2]], today=today)

    judged = {hit.row: (hit.decided_by, bool(hit.decided_at)) for hit in view.hits}
    assert judged[2] == (register.actor, True)
    assert judged[3] == (None, False)
