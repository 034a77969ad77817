"""Working copies go after thirty days, never while an open request cites them (R-RT-7)."""

from datetime import date

import pytest

from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.domain.working_copy import copies_due, purge_day

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
