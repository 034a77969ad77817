"""Working copies go after thirty days, never while an open request cites them (R-RT-7)."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.domain.working_copy import copies_due, earlier_versions_due, purge_day

IMPORTED, LAST, DUE = date(2026, 11, 2), date(2026, 12, 1), date(2026, 12, 2)


def source(id_, kind=SourceKind.COPY, purge_on=DUE):
    return Source(
        id=id_, path="/lists/crm.csv", name="crm.csv", sha256="ab" * 32, size=62, format="csv",
        encoding=None, kind=kind, activity=None, channel=None, collected_on=None,
        policy_version=None, retention=None, status=SourceStatus.IMPORTED, reason=None,
        warnings=(), row_count=1, imported_at="2026-11-02T10:00:00+00:00", imported_by="dpo",
        purge_on=purge_on.isoformat() if purge_on else None,
    )  # fmt: skip


def due(*sources, cited=(), today=DUE):
    return [one.id for one in copies_due(sources, frozenset(cited), today)]


def test_the_day_is_thirty_days_after_the_import():
    assert purge_day(IMPORTED) == DUE
    assert purge_day(date(2024, 2, 1)) == date(2024, 3, 2)


@pytest.mark.parametrize(("today", "expected"), [(LAST, []), (DUE, [1]), (date(2027, 1, 4), [1])])
def test_a_copy_is_due_from_its_day_on(today, expected):
    assert due(source(1), today=today) == expected


def test_a_copy_that_an_open_request_cites_stays_and_the_others_go():
    assert due(source(1), source(2), source(3), cited=[2]) == [1, 3]


def test_a_list_of_the_register_is_never_due():
    assert (
        due(source(1, kind=SourceKind.LIST), source(2, kind=SourceKind.LIST, purge_on=None)) == []
    )


def test_a_copy_without_a_day_is_not_due():
    assert due(source(1, purge_on=None)) == []


# --- the earlier version of a file


def earlier(id_, by, on=IMPORTED):
    one = source(id_, kind=SourceKind.LIST, purge_on=None)
    return replace(one, superseded_by=by, superseded_on=on.isoformat())


def versions_due(*sources, cited=(), today=LAST):
    return [one.id for one in earlier_versions_due(sources, frozenset(cited), today)]


@pytest.mark.parametrize(("today", "expected"), [(LAST, []), (DUE, [1]), (date(2027, 1, 4), [1])])
def test_an_earlier_version_is_due_after_thirty_days(today, expected):
    assert versions_due(earlier(1, by=2), source(2), today=today) == expected


def test_the_version_before_the_last_is_due_at_once():
    assert versions_due(earlier(1, by=2), earlier(2, by=3), source(3)) == [1]


def test_an_earlier_version_is_due_when_the_one_in_its_place_is_gone():
    assert versions_due(earlier(1, by=2)) == [1]


def test_an_earlier_version_that_an_open_request_cites_stays():
    assert versions_due(earlier(1, by=2), earlier(4, by=9), cited=[1, 4], today=DUE) == []


def test_the_current_version_is_no_earlier_one():
    assert versions_due(source(1), source(2, kind=SourceKind.LIST), today=date(2030, 1, 1)) == []
