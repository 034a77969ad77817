"""Hits: which row one cites, and how many there are of each kind."""

from dataclasses import replace

import pytest

from dsr_desktop.domain.hit import Hit, HitCounts, HitGroup, Verdict, count_hits
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.source import Place, Sheet, Source, SourceKind, SourceStatus, StoredRow

HIT = Hit(1, 9, 3, "/lists/crm.csv", "ab" * 32, "crm", 14, Level.STRONG, 96.0, ())
SOURCE = Source(
    id=3, path="/lists/crm.csv", name="crm.csv", sha256="ab" * 32, size=62, format="csv",
    encoding=None, kind=SourceKind.LIST, activity=None, channel=None, collected_on=None,
    policy_version=None, retention=None, status=SourceStatus.IMPORTED, reason=None, warnings=(),
    row_count=1, imported_at="2026-11-02T10:00:00+00:00", imported_by="dpo", purge_on=None,
)  # fmt: skip
PLACE = Place(StoredRow(9, 5, 14, False, ("Camille",)), Sheet(5, 3, "crm", False, 1, (), 1), SOURCE)


def test_a_hit_cites_the_row_it_was_found_in():
    assert HIT.cites(PLACE)


@pytest.mark.parametrize(
    "other",
    [
        replace(PLACE, source=replace(SOURCE, sha256="cd" * 32)),
        replace(PLACE, source=replace(SOURCE, sha256=None)),
        replace(PLACE, sheet=replace(PLACE.sheet, name="Archive")),
        replace(PLACE, row=replace(PLACE.row, n=15)),
    ],
    ids=["other content", "no content", "other sheet", "other number"],
)
def test_a_hit_cites_no_other_row_whatever_its_id(other):
    assert not HIT.cites(other)


def test_hits_are_counted_by_verdict_and_the_weak_wait():
    groups = [
        HitGroup(Verdict.CONFIRMED, Level.STRONG, 3, 2),
        HitGroup(Verdict.CONFIRMED, Level.WEAK, 4, 1),
        HitGroup(Verdict.REJECTED, Level.PROBABLE, 5, 4),
        HitGroup(None, Level.PROBABLE, 3, 5),
        HitGroup(None, Level.WEAK, 3, 7),
    ]

    assert count_hits(groups) == HitCounts(
        confirmed=3, rejected=4, open=12, to_review=5, confirmed_in=frozenset({3, 4})
    )


def test_no_hits_count_nothing():
    assert count_hits([]) == HitCounts()
