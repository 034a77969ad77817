"""One result for each place that was read again."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.gone_place import GonePlace
from dsr_desktop.domain.rescan import Rescan, SourceRescan, one_a_place, rows_joined
from dsr_desktop.domain.traces import Left, RescanStatus

CLEAN, THERE, MISSING, UNREADABLE, GONE = (
    RescanStatus.CLEAN,
    RescanStatus.STILL_THERE,
    RescanStatus.MISSING,
    RescanStatus.UNREADABLE,
    RescanStatus.GONE,
)
SAID = GonePlace(1, "/a.csv", "shredded", date(2026, 11, 16), "Nora Vidal")


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


def test_a_place_with_a_password_is_named_whichever_reading_met_it():
    shut = replace(read(1, "/a.csv", UNREADABLE), is_locked=True)
    for pair in ((shut, read(2, "/a.csv", CLEAN)), (read(2, "/a.csv", CLEAN), shut)):
        results = one_a_place((*pair, read(3, "/b.csv", CLEAN)))
        assert Rescan("DSR-1", results).locked == ("/a.csv",)


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
    [
        ((), False),
        ((CLEAN, CLEAN), True),
        ((CLEAN, MISSING), False),
        ((THERE,), False),
        ((CLEAN, GONE), True),
        ((GONE,), True),
        ((GONE, MISSING), False),
    ],
)
def test_only_all_clean_is_clean(statuses, clean):
    sources = tuple(read(n, f"/{n}.csv", status) for n, status in enumerate(statuses))

    assert Rescan("DSR-2026-0001", sources).clean is clean


def test_a_row_found_for_several_versions_is_one_row_with_all_that_is_left_in_it():
    found = [Left("A", 2, ("email",)), Left("A", 3, ("name",)), Left("A", 2, ("name", "email"))]

    assert rows_joined(found) == (Left("A", 2, ("email", "name")), Left("A", 3, ("name",)))


def test_only_a_missing_file_can_be_gone_for_good():
    gone = {"/a.csv": SAID}

    (missing, there) = (read(1, "/a.csv", status) for status in (MISSING, THERE))

    assert missing.with_what_was_said(gone) == replace(missing, status=GONE, gone=SAID)
    assert there.with_what_was_said(gone) == there
    assert read(1, "/b.csv", MISSING).with_what_was_said(gone).status is MISSING


def test_what_was_taken_back_since_is_missing_again():
    earlier = read(1, "/a.csv", GONE)

    assert earlier.as_it_holds({"/a.csv": SAID}) == replace(earlier, gone=SAID)
    assert earlier.as_it_holds({}) == replace(earlier, status=MISSING)
    assert read(1, "/a.csv", MISSING).as_it_holds({"/a.csv": SAID}).status is MISSING
