"""What a report counts, names and leaves to its JSON."""

import pytest

from dsr_desktop.domain.hit import Hit, Verdict
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.domain.search_report import (
    LostResult,
    ReportedHit,
    SourceResult,
    count_levels,
    hit_of_request,
)
from tests.unit.domain.search_reports import report, unread_result


def hit(level=Level.STRONG, verdict=None):
    return ReportedHit("crm", 2, level, 90.0, (), verdict)


@pytest.mark.parametrize(
    ("level", "verdict", "is_told"),
    [
        (Level.STRONG, None, True), (Level.PROBABLE, None, True), (Level.WEAK, None, False),
        (Level.WEAK, Verdict.CONFIRMED, True), (Level.WEAK, Verdict.REJECTED, True),
    ],
)  # fmt: skip
def test_weak_hits_are_printed_once_they_are_judged(level, verdict, is_told):
    assert hit(level, verdict).is_told is is_told


def test_hits_are_counted_by_level_and_none_is_left_out():
    assert count_levels([hit(), hit(Level.WEAK), hit(Level.WEAK)]) == {
        Level.STRONG: 1, Level.PROBABLE: 0, Level.WEAK: 2,
    }  # fmt: skip


def test_hits_of_files_that_left_the_register_count_too():
    made = report(hits=[hit()], lost=(LostResult("old.csv", "/old.csv", "cd", (hit(Level.WEAK),)),))

    assert len(made.hits) == 2
    assert made.counts[Level.WEAK] == 1


def test_a_source_that_was_not_read_or_came_later_was_not_searched():
    (searched,) = report().sources
    later = SourceResult(searched.coverage, searched.name, (), is_later=True)

    assert searched.was_searched
    assert not later.was_searched
    assert not unread_result().was_searched


def test_a_hit_keeps_its_place_reasons_and_verdict():
    reason = Reason("email", 3, "c@d.example", How.SAME_EMAIL)
    found = Hit(7, 5, 1, "/crm.csv", "ab", "crm", 14, Level.STRONG, 96.0, (reason,),
                Verdict.CONFIRMED)  # fmt: skip

    assert hit_of_request(found) == ReportedHit(
        "crm", 14, Level.STRONG, 96.0, (reason,), Verdict.CONFIRMED
    )
