"""What searches see of a source, and how old its list is (R-SRC-1)."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.coverage import Coverage, SourceCoverage, SourceSight, ordered
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus

CRM = Source(
    id=1, path="/lists/crm.csv", name="crm.csv", sha256="ab", size=1, format="csv", encoding=None,
    kind=SourceKind.LIST, activity=None, channel=None, collected_on="2026-03-02",
    policy_version=None, retention=None, status=SourceStatus.IMPORTED, reason=None, warnings=(),
    row_count=1, imported_at="2026-11-02T10:00:00+00:00", imported_by="dpo", purge_on=None,
)  # fmt: skip
SKIPPED = SkippedColumns(CRM, "crm", (Column(3, "IBAN", None, is_skipped=True),))
TODAY = date(2026, 11, 16)


def source(**changes):
    return SourceCoverage(replace(CRM, **changes))


@pytest.mark.parametrize(
    ("status", "sight"),
    [
        (SourceStatus.IMPORTED, SourceSight.SEARCHED),
        (SourceStatus.PARTLY, SourceSight.PARTLY),
        (SourceStatus.UNREADABLE, SourceSight.NOT_SEARCHED),
        (SourceStatus.PASSWORD, SourceSight.NOT_SEARCHED),
    ],
)
def test_the_state_of_a_file_says_how_much_is_seen(status, sight):
    assert source(status=status).sight is sight


@pytest.mark.parametrize(
    ("collected_on", "listed_on", "age"),
    [("2026-03-02", date(2026, 3, 2), 259), (None, date(2026, 11, 2), 14),
     ("2026-11-16", TODAY, 0), ("2027-01-01", date(2027, 1, 1), 0)],
)  # fmt: skip
def test_a_list_is_as_old_as_its_collection_or_else_its_import(collected_on, listed_on, age):
    one = source(collected_on=collected_on)

    assert one.listed_on == listed_on
    assert one.age_on(TODAY) == age


@pytest.mark.parametrize(
    ("one", "is_whole"),
    [
        (SourceCoverage(CRM), True),
        (SourceCoverage(CRM, skipped=(SKIPPED,)), False),
        (SourceCoverage(CRM, held=1), False),
        (source(status=SourceStatus.PARTLY), False),
    ],
    ids=["whole", "columns left out", "rows held back", "read in part"],
)
def test_nothing_found_holds_only_for_what_was_seen_whole(one, is_whole):
    assert one.is_whole is is_whole
    assert Coverage((SourceCoverage(CRM), one)).is_whole is is_whole


def test_what_was_not_read_comes_first_then_the_oldest_list():
    young = source(id=2, collected_on="2026-11-01")
    partly = source(id=3, status=SourceStatus.PARTLY)
    unread = source(id=4, status=SourceStatus.PASSWORD)
    twin = source(id=5)

    coverage = Coverage(ordered(iter([young, twin, partly, unread, SourceCoverage(CRM)])))

    assert [one.source.id for one in coverage.sources] == [4, 3, 1, 5, 2]
    assert [one.source.id for one in coverage.unread] == [4]
    assert [one.source.id for one in coverage.partly] == [3]


def test_an_empty_register_is_covered_whole():
    assert Coverage(()).is_whole
