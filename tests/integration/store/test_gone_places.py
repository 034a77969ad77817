"""What was said of places on the disk, as it is kept."""

from datetime import date

import pytest

from dsr_desktop.store.gone_places import add_gone_place, read_gone_places, take_back_gone_place
from dsr_desktop.store.source_copies import record_copy
from dsr_desktop.store.sources import add_source, forget_what_nothing_cites
from dsr_desktop.store.sqlcipher import IntegrityError
from tests.integration.store.test_source_copies import FIRST
from tests.integration.store.test_sources import SOURCE

DAY = date(2026, 11, 16)


@pytest.fixture
def database(register):
    return register.database


def say(database, path, reason="shredded"):
    return add_gone_place(database, path, reason, DAY, "Nora Vidal")


def test_what_was_said_is_read_in_its_order(database):
    said = (say(database, "/b.csv"), say(database, "/a.csv", "sold"))

    assert read_gone_places(database) == said
    assert [(one.path, one.reason, one.said_on, one.said_by) for one in said] == [
        ("/b.csv", "shredded", DAY, "Nora Vidal"), ("/a.csv", "sold", DAY, "Nora Vidal"),
    ]  # fmt: skip


def test_a_place_is_gone_once_until_it_is_taken_back(database):
    first = say(database, "/a.csv")
    with pytest.raises(IntegrityError):
        say(database, "/a.csv", "again")

    take_back_gone_place(database, first, "2026-11-17T10:00:00+00:00", "Hugo Perrin")
    assert read_gone_places(database) == ()

    second = say(database, "/a.csv", "really")
    assert read_gone_places(database) == (second,)
    assert second.id != first.id


def test_only_places_of_known_files_are_remembered(database):
    source_id = add_source(database, SOURCE)
    record_copy(database, source_id, FIRST)
    own, copy, _unknown = (say(database, path) for path in (SOURCE.path, FIRST.path, "/x.csv"))

    forget_what_nothing_cites(database)

    assert read_gone_places(database) == (own, copy)
