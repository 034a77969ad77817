"""One result for each place that was read again."""

import pytest

from dsr_desktop.domain.rescan import Rescan, SourceRescan, one_a_place, rows_joined
from dsr_desktop.domain.traces import Left, RescanStatus

CLEAN, THERE, MISSING, UNREADABLE = (
    RescanStatus.CLEAN,
    RescanStatus.STILL_THERE,
    RescanStatus.MISSING,
    RescanStatus.UNREADABLE,
)


def read(source_id, path, status, *left, before="aa", after="bb"):
    return SourceRescan(source_id, path, status, before, after, left)


def test_results_of_different_places_stay_as_they_are():
    results = (read(1, "/a.csv", CLEAN), read(1, "/b.csv", MISSING), read(2, "/c.csv", THERE))

    assert one_a_place(iter(results)) == results


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (CLEAN, CLEAN, CLEAN), (CLEAN, MISSING, MISSING), (MISSING, UNREADABLE, UNREADABLE),
        (UNREADABLE, THERE, THERE), (THERE, CLEAN, THERE),
    ],
)  # fmt: skip
def test_the_worst_result_for_a_place_counts(one, other, joined):
    for pair in ((one, other), (other, one)):
        (result,) = one_a_place(read(n, "/a.csv", status) for n, status in enumerate(pair))
        assert result.status is joined


def test_what_is_left_is_joined_row_by_row_and_the_last_import_gives_the_hashes():
    first = read(1, "/a.csv", THERE, Left("crm", 2, ("email",)), Left("crm", 3, ("row",)))
    last = read(4, "/a.csv", THERE, Left("crm", 2, ("name", "email")), before="cc", after="dd")

    assert one_a_place([first, last]) == (
        read(4, "/a.csv", THERE, Left("crm", 2, ("email", "name")), Left("crm", 3, ("row",)),
             before="cc", after="dd"),
    )  # fmt: skip


def test_places_that_are_no_longer_known_stay_apart():
    results = (read(1, "", MISSING), read(2, "", CLEAN))

    assert one_a_place(results) == results


@pytest.mark.parametrize(
    ("statuses", "clean"),
    [((), False), ((CLEAN, CLEAN), True), ((CLEAN, MISSING), False), ((THERE,), False)],
)
def test_only_all_clean_is_clean(statuses, clean):
    sources = tuple(read(n, f"/{n}.csv", status) for n, status in enumerate(statuses))

    assert Rescan("DSR-2026-0001", sources).clean is clean


def test_a_row_found_for_several_versions_is_one_row_with_all_that_is_left_in_it():
    found = [Left("A", 2, ("email",)), Left("A", 3, ("name",)), Left("A", 2, ("name", "email"))]

    assert rows_joined(found) == (Left("A", 2, ("email", "name")), Left("A", 3, ("name",)))
