"""The limits of a register: kept, checked, logged, and in force for every file that is read."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.limit_rules import LimitName
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.limits import list_limits, reading_limits, reset_limits, set_limits
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.reviewing import find_person, judge_hits, review
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events
from dsr_desktop.store.settings import write_settings
from dsr_desktop.wording.reading import problem_sentence

TOO_MANY = [["Nom", "Ville"], *([f"Dupont {n}", "Metz"] for n in range(1_100))]


def kinds_of_events(register):
    return [one.kind for one in events(register.database)]


def test_a_new_register_has_the_defaults(register):
    assert reading_limits(register) == Limits()
    assert all(one.is_default for one in list_limits(register))


def test_a_limit_that_was_set_stays_set_and_the_others_as_they_were(register):
    set_limits(register, {LimitName.ROWS: 1_000, LimitName.FILE_SIZE: 20})

    assert reading_limits(register) == Limits(rows=1_000, file_size=20_000_000)
    last = list(events(register.database))[-1]
    assert (last.kind, last.payload) == (
        "limits_changed",
        {"limits": {"rows": 1_000, "file_size": 20}},
    )
    assert verify(register).sound


def test_setting_what_is_set_is_no_event(register):
    before = kinds_of_events(register)

    set_limits(register, {LimitName.ROWS: 5_000_000})

    assert kinds_of_events(register) == before


def test_of_several_values_all_are_set_or_none(register):
    with pytest.raises(InvalidInputError):
        set_limits(register, {LimitName.ROWS: 1_000, LimitName.MEMORY: 1})

    assert reading_limits(register) == Limits()


def test_the_usual_limits_come_back(register):
    set_limits(register, {LimitName.ROWS: 1_000})

    assert all(one.is_default for one in reset_limits(register))
    reset_limits(register)

    assert reading_limits(register) == Limits()
    assert kinds_of_events(register).count("limits_reset") == 1


@pytest.mark.parametrize("stored", ["", "many", "-1", "0", "9999999999999"])
def test_what_is_stored_and_is_no_limit_counts_as_not_set(register, stored):
    write_settings(register.database, {"limit.rows": stored})

    assert reading_limits(register) == Limits()


def test_an_import_keeps_to_the_limits_of_the_register(register, bring_in, tmp_path, write_csv):
    path = write_csv(tmp_path / "crm.csv", TOO_MANY)
    set_limits(register, {LimitName.ROWS: 1_000})

    (file,) = bring_in(register, path).files
    assert file.reason.sentence == problem_sentence(Problem.TOO_MANY_ROWS)

    reset_limits(register)
    assert bring_in(register, path).rows == 1_100


def test_a_rescan_keeps_to_the_limits_of_the_register(
    register, bring_in, tmp_path, write_csv, today
):
    bring_in(register, write_csv(tmp_path / "crm.csv", [*TOO_MANY, ["Camille Roux", "Nancy"]]))
    asked = make_criteria({"name": "Camille Roux"})
    view = new_request(register, [Right.ERASURE], asked, today, Channel.POST, today)
    find_person(register, view.request.ref, today)
    (hit,) = review(register, view.request.ref, today).view.hits
    judge_hits(register, view.request.ref, confirm=[hit.id], today=today)
    set_limits(register, {LimitName.ROWS: 1_000})

    (limited,) = rescan(register, view.request.ref).sources
    reset_limits(register)
    (whole,) = rescan(register, view.request.ref).sources

    assert (limited.status, whole.status) == ("unreadable", "still_there")
