"""The other places of a source, as they are kept."""

from dataclasses import replace

import pytest

from dsr_desktop.domain.source import SourceCopy, SourceKind
from dsr_desktop.store.source_copies import read_copies, record_copy
from dsr_desktop.store.sources import (
    add_delivery,
    add_source,
    keep_as_list,
    read_sources,
    remove_rows,
    remove_source,
)
from dsr_desktop.store.sqlcipher import IntegrityError
from tests.integration.store.test_sources import SOURCE

FIRST = SourceCopy("/archive/crm.csv", "2026-11-16T10:00:00+00:00")
SECOND = SourceCopy("/archive/2025.csv", "2026-11-17T10:00:00+00:00")


@pytest.fixture
def database(register):
    return register.database


def test_a_source_is_read_with_its_copies_in_their_order(database):
    one, other = add_source(database, SOURCE), add_source(database, SOURCE)
    record_copy(database, one, FIRST)
    record_copy(database, other, FIRST)
    record_copy(database, one, SECOND)

    assert read_copies(database) == {one: (FIRST, SECOND), other: (FIRST,)}
    assert [source.copies for source in read_sources(database)] == [(FIRST, SECOND), (FIRST,)]
    assert read_sources(database)[0].paths == ("/lists/crm.csv", FIRST.path, SECOND.path)


def test_a_place_is_kept_once_for_a_source(database):
    one = add_source(database, SOURCE)
    record_copy(database, one, FIRST)

    with pytest.raises(IntegrityError):
        record_copy(database, one, replace(SECOND, path=FIRST.path))
    assert read_copies(database) == {one: (FIRST,)}


def test_a_place_belongs_to_a_source_that_is_there(database):
    with pytest.raises(IntegrityError):
        record_copy(database, 7, FIRST)


def test_only_the_copies_of_a_removed_source_go(database):
    one, other = add_source(database, SOURCE), add_source(database, SOURCE)
    for source_id in (one, other):
        record_copy(database, source_id, FIRST)

    remove_rows(database, other)
    remove_source(database, one)

    assert read_copies(database) == {other: (FIRST,)}


def test_a_working_copy_is_kept_as_a_list_with_what_is_said_now(database):
    first, second = (add_delivery(database, name, "2026-11-16") for name in ("Jean", "Hugo"))
    source_id = add_source(database, replace(SOURCE, delivery_id=first))
    (before,) = read_sources(database)

    now = replace(
        before, kind=SourceKind.LIST, activity="PA3", channel=None, collected_on="2026-01-01",
        policy_version="3", retention=None, delivery_id=second,
    )  # fmt: skip
    keep_as_list(database, now)

    assert read_sources(database) == (replace(now, id=source_id, purge_on=None),)
    deliveries = database.connection.execute("SELECT id, supplied_by FROM delivery").fetchall()
    assert deliveries == [(second, "Hugo")], "nothing came with the first any more"
