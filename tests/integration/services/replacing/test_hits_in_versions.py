"""Hits and verdicts of open requests when a newer version takes the place of a list, and back."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import (
    NotAllowedError,
)
from dsr_desktop.domain.hit import ROW_CHANGED, Verdict
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.history import history
from dsr_desktop.services.reviewing import find_person, judge_hits
from dsr_desktop.services.searching import search
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.wording.language import speak
from tests.integration.services.replacing.lists import (
    ASKED,
    CAMILLE,
    HUGO,
    LEA,
    NAMESAKE,
    PAUL,
    TITLES,
    hits_of,
)
from tests.integration.services.requests_made import confirmed_request

pytestmark = pytest.mark.usefixtures("nothing_left_running")


def test_a_verdict_on_a_row_that_is_the_same_moves_with_it(register, first, ref, replaced, today):
    (before,) = hits_of(register, ref, today)

    newer = replaced(HUGO, PAUL, CAMILLE)

    (hit,) = hits_of(register, ref, today)
    assert (hit.id, hit.verdict, hit.reasons) == (before.id, Verdict.CONFIRMED, before.reasons)
    assert (hit.source_id, hit.row, hit.sha256) == (newer.newer_id, 4, newer.file.sha256)
    assert hit.row_id != before.row_id


def test_a_verdict_on_a_row_that_changed_is_open_again(register, first, ref, replaced, today):
    replaced(PAUL, [*CAMILLE[:4], "Autre"])

    (hit,) = hits_of(register, ref, today)
    assert (hit.row, hit.verdict, hit.verdict_reason) == (3, None, ROW_CHANGED)
    last = history(register, ref)[-1]
    assert (last.kind, last.payload) == ("hits_reopened", {"hits": 1, "newer": 2})


def test_a_row_that_changed_gets_the_score_that_a_search_gives(register, first, replaced, today):
    asked = make_criteria({"name": "Camille Dupont", "company": "ACME"})
    ref = confirmed_request(register, asked, today)

    replaced(PAUL, [*CAMILLE[:4], "Autre"], NAMESAKE)

    (graded,) = (hit.score for hit in hits_of(register, ref, today) if hit.row == 3)
    (searched,) = (hit.grade.score for hit in search(register, asked).hits if hit.place.row.n == 3)
    assert graded == searched


def test_a_rejected_row_that_changed_is_looked_at_again(register, first, ref, replaced, today):
    (hit,) = hits_of(register, ref, today)
    judge_hits(register, ref, reject=[hit.id], today=today)

    replaced([*CAMILLE[:4], "Autre"])

    assert hits_of(register, ref, today)[0].verdict_reason == ROW_CHANGED


def test_a_changed_row_found_no_more_is_not_forgotten(register, first, ref, replaced, today):
    replaced([*CAMILLE[:2], "other@acme.example", *CAMILLE[3:]])

    find_person(register, ref, today)

    (hit,) = hits_of(register, ref, today)
    assert hit.verdict_reason == ROW_CHANGED


def test_a_hit_in_a_row_that_is_gone_still_tells_where_it_stood(
    register, first, ref, replaced, today
):
    before = hits_of(register, ref, today)

    replaced(PAUL)

    assert hits_of(register, ref, today) == before
    checklist = make_checklist(register, ref, today, speak("en"))
    assert checklist.lines[2].text == "camille.dupont@acme.example"
    assert "version 1 of 2" in checklist.lines[2].file


def test_a_namesake_is_somebody_else(register, first, ref, replaced, today):
    difference = replaced(NAMESAKE, PAUL).difference

    assert (difference.added, difference.changed, difference.removed) == (1, 0, 2)
    (hit,) = hits_of(register, ref, today)
    assert (hit.source_id, hit.verdict) == (first.id, Verdict.CONFIRMED)


def test_a_reason_names_the_column_in_which_its_cell_stands_now(
    register, first, ref, replaced, today
):
    order = [4, 2, 0, 1, 3]
    moved = [[row[at] for at in order] for row in (TITLES, CAMILLE, PAUL, LEA)]

    difference = replaced(*moved[1:], titles=moved[0]).difference

    assert (difference.unchanged, difference.changed) == (3, 0)
    (hit,) = hits_of(register, ref, today)
    assert (hit.verdict, hit.reasons[0].column) == (Verdict.CONFIRMED, 2)


def test_undoing_keeps_what_was_decided_since_on_rows_that_are_the_same(
    register, first, ref, replaced, today
):
    newer = replaced(HUGO, CAMILLE).newer_id
    (hit,) = hits_of(register, ref, today)
    judge_hits(register, ref, reject=[hit.id], reason="not she", today=today)

    remove(register, newer)

    (back,) = hits_of(register, ref, today)
    assert (back.row, back.verdict, back.verdict_reason) == (2, Verdict.REJECTED, "not she")


def test_undoing_gives_a_changed_row_the_verdict_that_it_had(register, first, ref, replaced, today):
    before = hits_of(register, ref, today)
    newer = replaced([*CAMILLE[:4], "Autre"]).newer_id
    judge_hits(register, ref, reject=[before[0].id], today=today)

    remove(register, newer)

    assert hits_of(register, ref, today) == before


def test_undoing_is_refused_while_a_request_cites_a_row_that_only_the_newer_version_has(
    register, first, replaced, today
):
    newer = replaced(CAMILLE, HUGO).newer_id
    ref = confirmed_request(register, make_criteria({"email": "hugo@brun.example"}), today)

    with pytest.raises(NotAllowedError, match=r"crm\.csv stays: an open request cites rows in it"):
        remove(register, newer)

    assert [one.is_current for one in list_sources(register)] == [False, True]
    (hit,) = hits_of(register, ref, today)
    judge_hits(register, ref, reject=[hit.id], today=today)
    remove(register, newer)
    assert [one.id for one in list_sources(register)] == [first.id]


def test_a_hit_found_in_the_newer_version_goes_back_to_the_row_that_is_the_same(
    register, first, replaced, today
):
    newer = replaced(HUGO, CAMILLE).newer_id
    ref = confirmed_request(register, ASKED, today)

    remove(register, newer)

    (hit,) = hits_of(register, ref, today)
    assert (hit.source_id, hit.row, hit.verdict) == (first.id, 2, Verdict.CONFIRMED)
    assert hit.sha256 == first.sha256


def test_a_search_before_the_replacement_is_not_current(register, first, ref, replaced, today):
    assert make_checklist(register, ref, today, speak("en")).search_is_current

    replaced(CAMILLE, PAUL, HUGO)
    assert not make_checklist(register, ref, today, speak("en")).search_is_current

    find_person(register, ref, today)
    assert make_checklist(register, ref, today, speak("en")).search_is_current
