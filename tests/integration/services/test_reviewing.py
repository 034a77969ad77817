"""Finding the person of a request, and the DPO's verdict on every hit (R-MAT-2, R-MAT-4, R-MAT-5)."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, new_request, view_request
from dsr_desktop.services.reviewing import change_criteria, find_person, judge_hits, review
from dsr_desktop.services.sourcing import list_sources, remove
from dsr_desktop.store.events import events
from dsr_desktop.store.lookup import digest_of_rows

RECEIVED = date(2026, 11, 2)
CAMILLE = make_criteria({"name": "Camille Dupont", "email": "camille.dupont@acme.example"})
CRM = [
    ["Nom", "E-mail"],
    ["Camille Dupont", "camille.dupont@acme.example"],
    ["Dupont Camille", "autre@foo.example"],
    ["Paul Petit", "paul@foo.example"],
]


@pytest.fixture
def crm(register, tmp_path, write_csv, bring_in):
    path = write_csv(tmp_path / "crm.csv", CRM)
    bring_in(register, path)
    return path


@pytest.fixture
def ref(register, crm, today):
    view = new_request(register, [Right.ERASURE], CAMILLE, RECEIVED, Channel.POST, today)
    return view.request.ref


def hits_by_row(register, ref, today):
    return {hit.row: hit for hit in view_request(register, ref, today).hits}


def verdicts(register, ref, today):
    return {hit.row: hit.verdict for hit in view_request(register, ref, today).hits}


# --- found


def test_the_hits_are_kept_with_where_they_come_from(register, ref, crm, today):
    result = find_person(register, ref, today)

    assert result.total == 2
    hit = hits_by_row(register, ref, today)[2]
    assert (hit.file, hit.sheet, hit.row, str(hit.level)) == (str(crm), "crm", 2, "strong")
    assert hit.sha256 == list_sources(register)[0].sha256
    assert {reason.cell for reason in hit.reasons} == {
        "camille.dupont@acme.example",
        "Camille Dupont",
    }


def test_the_search_is_on_record_with_what_it_looked_at(register, ref, today):
    find_person(register, ref, today)

    run = review(register, ref, today).run
    assert (run.files, run.rows, run.total, run.actor) == (1, 3, 2, "Nora Vidal")
    last = list(events(register.database, ref))[-1]
    assert last.kind == "searched"
    assert last.payload == {
        "criteria": ["name", "email"], "files": 1, "rows": 3, "hits": 2, "unreadable": 0,
        "held": 0, "searched": digest_of_rows(register.database), "round": 1, "own_records": 0,
        "sources": [one.id for one in list_sources(register)],
    }  # fmt: skip


def test_finding_nobody_is_on_record_too(register, today):
    nobody = make_criteria({"email": "inconnue@foo.example"})
    ref = new_request(register, [Right.ACCESS], nobody, RECEIVED, Channel.POST, today).request.ref

    find_person(register, ref, today)

    assert review(register, ref, today).run.total == 0
    assert list(events(register.database, ref))[-1].payload["hits"] == 0


def test_the_request_is_in_progress_once_searched(register, ref, today):
    find_person(register, ref, today)

    assert view_request(register, ref, today).request.stage is Stage.IN_PROGRESS


def test_every_hit_is_kept_however_many(register, tmp_path, write_csv, bring_in, today):
    rows = [["Nom"], *[["Camille Dupont", str(n)] for n in range(120)]]
    bring_in(register, write_csv(tmp_path / "x.csv", rows))
    view = new_request(register, [Right.ACCESS], CAMILLE, RECEIVED, Channel.POST, today)

    find_person(register, view.request.ref, today)

    assert len(view_request(register, view.request.ref, today).hits) == 120


def test_nothing_is_confirmed_before_somebody_looked(register, ref, today):
    find_person(register, ref, today)

    assert view_request(register, ref, today).confirmed == ()


# --- judged


def test_only_what_was_confirmed_enters_an_answer(register, ref, today):
    find_person(register, ref, today)
    hits = hits_by_row(register, ref, today)

    view = judge_hits(
        register,
        ref,
        confirm=[hits[2].id],
        reject=[hits[3].id],
        reason="autre adresse",
        today=today,
    )

    assert [hit.row for hit in view.confirmed] == [2]
    assert hits_by_row(register, ref, today)[3].verdict_reason == "autre adresse"


def test_all_strong_hits_are_confirmed_at_once_but_no_weak_one(register, ref, today):
    find_person(register, ref, today)

    judge_hits(register, ref, confirm_strong=True, today=today)

    assert verdicts(register, ref, today) == {2: "confirmed", 3: None}


def test_confirming_the_strong_ones_spares_what_was_rejected(register, ref, today):
    find_person(register, ref, today)
    strong = hits_by_row(register, ref, today)[2].id
    judge_hits(register, ref, reject=[strong], today=today)

    judge_hits(register, ref, confirm_strong=True, today=today)
    assert verdicts(register, ref, today)[2] == "rejected"

    judge_hits(register, ref, reopen=[strong], today=today)
    judge_hits(register, ref, reject=[strong], confirm_strong=True, today=today)
    assert verdicts(register, ref, today)[2] == "rejected"


def test_a_verdict_can_be_taken_back(register, ref, today):
    find_person(register, ref, today)
    hit = hits_by_row(register, ref, today)[2].id
    judge_hits(register, ref, confirm=[hit], today=today)

    judge_hits(register, ref, reopen=[hit], today=today)

    assert verdicts(register, ref, today)[2] is None


def test_a_verdict_stays_when_the_search_is_run_again(register, ref, today):
    find_person(register, ref, today)
    before = hits_by_row(register, ref, today)
    judge_hits(register, ref, confirm=[before[2].id], reject=[before[3].id], today=today)

    find_person(register, ref, today)

    assert verdicts(register, ref, today) == {2: "confirmed", 3: "rejected"}
    assert {hit.id for hit in hits_by_row(register, ref, today).values()} == {
        hit.id for hit in before.values()
    }


def test_a_hit_that_is_not_there_is_told_and_nothing_is_judged(register, ref, today):
    find_person(register, ref, today)
    hit = hits_by_row(register, ref, today)[2].id

    with pytest.raises(NotFoundError, match=f"{ref} has no hit 99"):
        judge_hits(register, ref, confirm=[hit, 99], today=today)
    assert verdicts(register, ref, today)[2] is None


def test_a_hit_of_another_request_is_not_there(register, ref, today):
    find_person(register, ref, today)
    hit = hits_by_row(register, ref, today)[2].id
    other = new_request(
        register, [Right.ACCESS], CAMILLE, RECEIVED, Channel.POST, today
    ).request.ref

    with pytest.raises(NotFoundError, match=f"{other} has no hit {hit}"):
        judge_hits(register, other, confirm=[hit], today=today)


def test_a_hit_is_the_person_or_is_not(register, ref, today):
    find_person(register, ref, today)
    hit = hits_by_row(register, ref, today)[2].id

    with pytest.raises(InvalidInputError, match="one of them only"):
        judge_hits(register, ref, confirm=[hit], reject=[hit], today=today)


def test_hits_of_a_closed_request_are_judged_no_more(register, ref, today):
    find_person(register, ref, today)
    decide(register, ref, Right.ERASURE, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)

    with pytest.raises(NotAllowedError, match="is closed"):
        judge_hits(register, ref, confirm_strong=True, today=today)


def test_a_verdict_is_an_event_by_numbers_only(register, ref, today):
    find_person(register, ref, today)
    hits = hits_by_row(register, ref, today)

    judge_hits(
        register,
        ref,
        confirm=[hits[2].id],
        reject=[hits[3].id],
        reason="Camille Dupont",
        today=today,
    )

    assert list(events(register.database, ref))[-1].payload == {
        "confirmed": [hits[2].id], "rejected": [hits[3].id], "reopened": [],
    }  # fmt: skip


# --- no wrong person


def test_a_row_that_takes_the_place_of_a_removed_one_is_judged_anew(
    register, ref, tmp_path, write_csv, bring_in, today
):
    find_person(register, ref, today)
    hits = hits_by_row(register, ref, today)
    judge_hits(register, ref, reject=[hit.id for hit in hits.values()], today=today)
    remove(register, 1)

    bring_in(register, write_csv(tmp_path / "new.csv", [CRM[0], CRM[1], ["x", "x@foo.example"]]))
    find_person(register, ref, today)

    judged = {(hit.file.rsplit("/", 1)[-1], hit.row): hit.verdict for hit in
              view_request(register, ref, today).hits}  # fmt: skip
    assert judged[("new.csv", 2)] is None
    assert judged[("crm.csv", 2)] == "rejected"


def test_the_number_of_a_hit_that_went_is_never_given_to_another_row(
    register, ref, tmp_path, write_csv, bring_in, today
):
    find_person(register, ref, today)
    shown = hits_by_row(register, ref, today)[3].id
    change_criteria(register, ref, make_criteria({"email": "camille.dupont@acme.example"}), today)
    assert list(hits_by_row(register, ref, today)) == [2]
    bring_in(
        register, write_csv(tmp_path / "new.csv", [CRM[0], ["Zoé", "camille.dupont@acme.example"]])
    )
    find_person(register, ref, today)

    with pytest.raises(NotFoundError):
        judge_hits(register, ref, confirm=[shown], today=today)


# --- criteria and review


def test_new_criteria_replace_the_old_ones_and_are_searched_at_once(register, ref, today):
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)

    result = change_criteria(register, ref, make_criteria({"email": "autre@foo.example"}), today)

    assert result.total == 1
    assert view_request(register, ref, today).request.criteria.email == ("autre@foo.example",)
    assert verdicts(register, ref, today) == {2: "confirmed", 3: None}
    kinds = [event.kind for event in events(register.database, ref)]
    assert kinds[-2:] == ["criteria_changed", "searched"]


def test_criteria_cannot_be_emptied(register, ref, today):
    with pytest.raises(InvalidInputError, match="who the person is"):
        change_criteria(register, ref, Criteria(), today)
    assert view_request(register, ref, today).request.criteria == CAMILLE


def test_a_review_shows_each_hit_in_its_row_and_what_was_not_read(
    register, ref, tmp_path, bring_in, today
):
    (tmp_path / "empty.csv").write_bytes(b"")
    bring_in(register, tmp_path / "empty.csv")
    find_person(register, ref, today)

    shown = review(register, ref, today)

    assert {place.row.n for place in shown.places.values()} == {2, 3}
    assert shown.places.keys() == {hit.id for hit in shown.view.hits}
    assert [source.name for source in shown.unreadable] == ["empty.csv"]


def test_a_request_that_was_never_searched_has_nothing_to_review(register, ref, today):
    shown = review(register, ref, today)

    assert (shown.run, dict(shown.places), shown.view.hits) == (None, {}, ())
