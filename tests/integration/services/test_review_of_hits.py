"""Looking at the hits of a request, changing what is known, and what reading again showed."""

from datetime import timedelta

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.services import sourcing
from dsr_desktop.services.closing import close_request, working_copies_to_purge
from dsr_desktop.services.handling import decide, expected_deadline, new_request, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.rescanning import last_rescan, rescan
from dsr_desktop.services.reviewing import change_criteria, find_person, judge_hits, review
from dsr_desktop.services.row_context import neighbours
from dsr_desktop.services.searching import partly_read_sources

EMAIL, OTHER = "camille.dupont@acme.example", "c.dupont@perso.example"
ROWS = [["Nom", "Mail"], ["Hugo Perrin", "hugo@brun.example"], ["Camille Dupont", EMAIL],
        ["Camille D.", OTHER], ["Ana", "ana@x.example"]]  # fmt: skip


@pytest.fixture
def crm(register, bring_in, write_csv, tmp_path):
    path = write_csv(tmp_path / "crm.csv", ROWS)
    bring_in(register, path)
    return path


@pytest.fixture
def ref(register, today, crm):
    view = new_request(
        register, [Right.ERASURE], Criteria(email=(EMAIL,)), today, Channel.POST, today
    )
    return view.request.ref


def test_before_a_search_there_is_nothing_to_review(register, ref, today):
    found = review(register, ref, today)

    assert (found.run, found.view.hits, dict(found.places)) == (None, (), {})


def test_a_review_brings_each_hit_with_its_row(register, ref, today):
    find_person(register, ref, today)
    found = review(register, ref, today)

    (hit,) = found.view.hits
    assert found.places[hit.id].row.cells == ("Camille Dupont", EMAIL)
    assert (found.run.files, found.run.rows) == (1, 4)


def test_a_review_names_the_files_that_were_not_read(register, ref, today, bring_in, tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"")
    bring_in(register, tmp_path / "empty.csv")

    assert [source.name for source in review(register, ref, today).unreadable] == ["empty.csv"]


def test_a_hit_whose_file_was_taken_out_keeps_no_row(register, ref, today, bring_in, write_csv,
                                                     tmp_path):  # fmt: skip
    find_person(register, ref, today)
    (hit,) = review(register, ref, today).view.hits
    judge_hits(register, ref, reject=[hit.id], today=today)
    sourcing.remove(register, hit.source_id)
    bring_in(register, write_csv(tmp_path / "other.csv", ROWS[:1] + ROWS[1:2] * 4))

    assert review(register, ref, today).places == {}


def test_the_rows_beside_a_hit_are_those_of_its_sheet(register, ref, today):
    find_person(register, ref, today)
    (place,) = review(register, ref, today).places.values()

    assert [row.cells[0] for row in neighbours(register, place.row)] == [
        "Hugo Perrin", "Camille Dupont", "Camille D.",
    ]  # fmt: skip


def test_other_criteria_are_kept_searched_for_and_logged_without_values(register, ref, today):
    find_person(register, ref, today)
    confirmed = review(register, ref, today).view.hits[0].id
    judge_hits(register, ref, confirm=[confirmed], today=today)

    result = change_criteria(register, ref, Criteria(email=(EMAIL, OTHER)), today)

    assert result.total == 2
    view = view_request(register, ref, today)
    assert view.request.criteria.email == (EMAIL, OTHER)
    assert {hit.id: hit.verdict for hit in view.hits}[confirmed] == "confirmed"
    event = next(one for one in history(register, ref) if one.kind == "criteria_changed")
    assert OTHER not in str(event.payload)


def test_nobody_can_be_left_to_look_for(register, ref, today):
    with pytest.raises(InvalidInputError):
        change_criteria(register, ref, Criteria(), today)

    assert view_request(register, ref, today).request.criteria.email == (EMAIL,)


def test_a_closed_request_keeps_its_criteria(register, ref, today):
    decide(register, ref, Right.ERASURE, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)

    with pytest.raises(NotAllowedError):
        change_criteria(register, ref, Criteria(email=(OTHER,)), today)


def test_the_history_is_that_of_one_request_oldest_first(register, ref, today, crm):
    new_request(register, [Right.ACCESS], Criteria(name=("X",)), today, Channel.POST, today)
    find_person(register, ref, today)

    events = history(register, ref)
    assert [event.kind for event in events] == ["request_recorded", "searched"]
    assert events[0].actor == "Nora Vidal"
    assert events[0].at.tzinfo is not None


def test_an_unknown_request_has_no_history(register):
    assert history(register, "DSR-2026-9999") == ()


def test_the_last_reading_of_the_sources_is_kept(register, ref, today, crm, write_csv):
    assert last_rescan(register, ref) is None
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)

    assert rescan(register, ref) == last_rescan(register, ref)
    assert not last_rescan(register, ref).clean

    write_csv(crm, ROWS[:2])
    rescan(register, ref)
    assert last_rescan(register, ref).clean


def test_the_clock_is_known_before_a_request_is_recorded(register, today):
    received = today - timedelta(days=3)
    expected = expected_deadline(register, received, today)
    view = new_request(
        register, [Right.ACCESS], Criteria(name=("X",)), received, Channel.POST, today
    )

    assert expected == view.deadline


def test_no_clock_runs_from_a_day_to_come(register, today):
    with pytest.raises(InvalidInputError):
        expected_deadline(register, today + timedelta(days=1), today)


def test_the_working_copies_that_closing_purges_are_counted_before(
    register, ref, today, bring_in, write_csv, tmp_path
):
    assert working_copies_to_purge(register, ref) == 0
    bring_in(register, write_csv(tmp_path / "copy.csv", [["Mail"], [EMAIL]]), kind="copy")
    find_person(register, ref, today)
    assert working_copies_to_purge(register, ref) == 1

    decide(register, ref, Right.ERASURE, Decision.WITHDRAWN_BY_PERSON, today)
    close_request(register, ref, today)
    assert [source.name for source in sourcing.list_sources(register)] == ["crm.csv"]


def test_files_read_in_part_are_told_apart(register, crm):
    assert partly_read_sources(register) == ()
    register.database.connection.execute("UPDATE source SET status = 'partly'")

    assert [source.name for source in partly_read_sources(register)] == ["crm.csv"]
