"""What reading the sources again found, as it is kept."""

from datetime import date

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Item, Request, Right, Stage
from dsr_desktop.store.requests import add_request, read_request
from dsr_desktop.store.rescans import read_rescan, record_rescan

RECEIVED = date(2026, 11, 2)
CRITERIA = Criteria(email=("c@acme.example",))


@pytest.fixture
def database(register):
    return register.database


def a_request(database, ref="DSR-2026-0001"):
    made = Request(
        ref, RECEIVED, RECEIVED, Channel.POST, Stage.NEW, (Item(Right.ACCESS),), CRITERIA
    )
    add_request(database, made)
    return read_request(database, ref)


def test_the_latest_reading_of_each_source_counts(database):
    request = a_request(database)
    result = {
        "source_id": 5,
        "at": "x",
        "status": "still_there",
        "sha256_before": "a",
        "hits": "[]",
    }
    record_rescan(database, request, result)
    record_rescan(database, request, result | {"source_id": 4, "status": "clean"})
    record_rescan(database, request, result | {"status": "missing"})

    assert [(one["source_id"], one["status"]) for one in read_rescan(database, request)] == [
        (4, "clean"), (5, "missing"),
    ]  # fmt: skip
