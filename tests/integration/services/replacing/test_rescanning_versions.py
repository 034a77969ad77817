"""Reading a list again of which a newer version took the place."""

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.services.rescanning import last_rescan, rescan
from dsr_desktop.services.reviewing import find_person, judge_hits
from tests.integration.services.replacing.lists import (
    CAMILLE,
    HUGO,
    NAMESAKE,
    PAUL,
    hits_of,
)
from tests.integration.services.requests_made import confirmed_request

pytestmark = pytest.mark.usefixtures("nothing_left_running")


def test_a_rescan_reads_the_path_once_for_the_rows_of_both_versions(
    register, first, crm, rewrite, replaced, today
):
    ref = confirmed_request(
        register, make_criteria({"email": ["camille.dupont@acme.example", "paul@acme.example"]}), today
    )  # fmt: skip
    replaced(PAUL, HUGO)
    assert {hit.source_id for hit in hits_of(register, ref, today)} == {1, 2}

    (left,) = rescan(register, ref).sources
    assert (left.status, left.source_id) == ("still_there", 2)
    assert [(one.row, "email" in one.what) for one in left.left] == [(2, True)]

    rewrite(CAMILLE, HUGO)
    (left,) = rescan(register, ref).sources
    assert [(one.row, "email" in one.what) for one in left.left] == [(2, True)]

    rewrite(HUGO)
    assert rescan(register, ref).clean
    assert last_rescan(register, ref).clean


def test_a_rescan_before_the_replacement_is_told_no_more_after_it(
    register, first, ref, rewrite, replaced, today
):
    assert not rescan(register, ref).clean
    replaced(HUGO, CAMILLE)
    rewrite(HUGO)

    assert rescan(register, ref).clean

    assert [one.status for one in last_rescan(register, ref).sources] == ["clean"]


def test_a_namesake_rejected_in_the_newer_version_is_not_left_of_the_earlier(
    register, first, replaced, today
):
    criteria = make_criteria({"name": "Camille Dupont", "email": "camille.dupont@acme.example"})
    ref = confirmed_request(register, criteria, today)
    replaced(NAMESAKE, PAUL)
    assert not rescan(register, ref).clean

    find_person(register, ref, today)
    other = [hit.id for hit in hits_of(register, ref, today) if hit.verdict is None]
    judge_hits(register, ref, reject=other, today=today)

    assert rescan(register, ref).clean


def test_a_row_emptied_in_part_still_counts_as_left(register, first, ref, replaced, rewrite):
    replaced(["", "", "", "06 98 00 00 00", "ACME"], PAUL)
    rewrite(["", "Camille", "camille.dupont@acme.example", "", ""], PAUL)

    assert not rescan(register, ref).clean
