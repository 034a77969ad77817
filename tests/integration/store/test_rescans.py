"""What reading the sources again found, as it is kept."""

import pytest

from dsr_desktop.store.rescans import read_rescan, record_rescan
from tests.integration.store.requests_made import a_request


@pytest.fixture
def database(register):
    return register.database


def test_the_latest_reading_of_each_source_counts(database):
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
    record_rescan(database, request, result | {"source_id": 4, "status": "clean"})
    record_rescan(database, request, result | {"status": "missing"})

    assert [(one["source_id"], one["status"]) for one in read_rescan(database, request)] == [
        (4, "clean"), (5, "missing"),
    ]  # fmt: skip


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
