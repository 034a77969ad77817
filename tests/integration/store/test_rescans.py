"""What reading the sources again found, as it is kept."""

import pytest

from dsr_desktop.store.rescans import read_rescan, record_rescan
from tests.integration.store.requests_made import a_request


@pytest.fixture
def database(register):
    return register.database


def test_the_latest_reading_of_each_place_counts_whichever_version_it_was_for(database):
    request = a_request(database)
    result = {
        "source_id": 5,
        "at": "x",
        "status": "still_there",
        "sha256_before": "a",
        "hits": "[]",
        "path": "/lists/crm.csv",
    }
    record_rescan(database, request, result)
    record_rescan(database, request, result | {"path": "/lists/b.csv", "status": "missing"})
    record_rescan(database, request, result | {"source_id": 6, "status": "clean"})

    assert [(one["source_id"], one["status"]) for one in read_rescan(database, request)] == [
        (5, "missing"), (6, "clean"),
    ]  # fmt: skip


def test_readings_of_places_no_longer_known_are_told_apart_by_their_source(database):
    request = a_request(database)
    result = {"at": "x", "sha256_before": "a", "hits": "[]", "path": "", "status": "clean"}
    for source_id in (4, 5, 4):
        record_rescan(database, request, {**result, "source_id": source_id})

    assert [one["source_id"] for one in read_rescan(database, request)] == [5, 4]


def test_each_place_of_a_source_has_a_result_of_its_own(database):
    request = a_request(database)
    result = {"source_id": 5, "at": "x", "sha256_before": "a", "hits": "[]"}
    for path, status in (
        ("/z/own.csv", "still_there"), ("/a/copy.csv", "still_there"), ("/z/own.csv", "clean"),
        ("/a/copy.csv", "missing"),
    ):  # fmt: skip
        record_rescan(database, request, result | {"path": path, "status": status})

    assert [(one["path"], one["status"]) for one in read_rescan(database, request)] == [
        ("/z/own.csv", "clean"), ("/a/copy.csv", "missing"),
    ]  # fmt: skip
