"""Where earlier versions of a file may still lie, and which of them open requests need."""

from dataclasses import replace

import pytest

from dsr_desktop.domain.source import Source, SourceCopy, SourceKind, SourceStatus
from dsr_desktop.domain.version_places import cited_with_places, later_versions, places_left


def source(id_, path, *copies, by=None):
    return Source(
        id=id_, path=path, name="crm.csv", sha256=str(id_), size=1, format="csv", encoding="utf-8",
        kind=SourceKind.LIST, activity=None, channel=None, collected_on=None, policy_version=None,
        retention=None, status=SourceStatus.IMPORTED, reason=None, warnings=(), row_count=1,
        imported_at="2026-11-16T10:00:00+00:00", imported_by="dpo", purge_on=None,
        copies=tuple(SourceCopy(copy, "2026-11-16") for copy in copies), superseded_by=by,
    )  # fmt: skip


FIRST = source(1, "/a", "/b", by=2)
SECOND = source(2, "/a", by=3)
THIRD = source(3, "/a")
KNOWN = {one.id: one for one in (FIRST, SECOND, THIRD)}


def test_the_later_versions_come_in_their_order():
    assert list(later_versions(FIRST, KNOWN)) == [SECOND, THIRD]
    assert list(later_versions(THIRD, KNOWN)) == []
    assert list(later_versions(FIRST, {1: FIRST})) == []


def test_a_place_that_a_later_version_came_from_is_taken():
    assert places_left(FIRST, [SECOND, THIRD]) == ("/b",)
    assert places_left(SECOND, [THIRD]) == ()
    assert places_left(FIRST, [source(2, "/b")]) == ("/a",)


@pytest.mark.parametrize(
    ("cited", "needed"),
    [
        ({3}, {1, 2, 3}),
        ({2}, {2}),
        (set(), set()),
        ({9}, {9}),
    ],
    ids=["the newest", "one between", "none", "another"],
)
def test_a_copy_of_an_earlier_version_is_needed_while_the_newest_is_cited(cited, needed):
    assert cited_with_places(KNOWN.values(), cited) == needed


def test_without_another_place_an_earlier_version_is_not_needed():
    alone = replace(FIRST, copies=())

    assert cited_with_places([alone, SECOND, THIRD], {3}) == {3}
