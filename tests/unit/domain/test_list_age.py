"""How old an imported list is."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.list_age import ListDay, list_day
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus

SOURCE = Source(
    id=1, path="/lists/crm.csv", name="crm.csv", sha256=None, size=None, format="csv", encoding=None,
    kind=SourceKind.LIST, activity=None, channel=None, collected_on=None, policy_version=None,
    retention=None, status=SourceStatus.IMPORTED, reason=None, warnings=(), row_count=3,
    imported_at="2026-11-23T12:00:00+00:00", imported_by="dpo", purge_on=None,
)  # fmt: skip


def test_a_list_is_from_the_day_of_its_collection_if_that_is_known():
    collected = list_day(replace(SOURCE, collected_on="2024-03-12"))

    assert collected == ListDay(date(2024, 3, 12), is_of_collection=True)
    assert list_day(SOURCE) == ListDay(date(2026, 11, 23), is_of_collection=False)


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2024, 3, 12), 0),
        (date(2024, 4, 11), 0),
        (date(2024, 4, 12), 1),
        (date(2026, 3, 11), 23),
        (date(2026, 3, 12), 24),
        (date(2023, 1, 1), 0),
    ],
)
def test_only_whole_months_count(today, months):
    assert ListDay(date(2024, 3, 12), is_of_collection=True).months_until(today) == months


def test_a_day_to_come_is_no_age():
    assert ListDay(date(2024, 3, 12), is_of_collection=True).days_until(date(2024, 3, 1)) == 0
