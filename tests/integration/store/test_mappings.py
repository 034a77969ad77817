"""Mappings are kept by fingerprint, the latest for each, until they are forgotten."""

import pytest

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.mapping import ColumnChoice, HeaderChoice, SheetMapping
from dsr_desktop.store.mappings import delete_mapping, read_mappings, write_mapping

CLIENTS = SheetMapping("1" * 32, titles=("Nom",), columns={1: ColumnChoice(Field.NAME)})
BADGES = SheetMapping("2" * 32, HeaderChoice.ROW, 3, ("Wer",), {1: ColumnChoice(skip=True)})


@pytest.fixture
def database(register):
    return register.database


def test_nothing_is_remembered_at_first(database):
    assert read_mappings(database) == ()


def test_a_mapping_comes_back_with_when_and_by_whom(database):
    write_mapping(database, CLIENTS, "2026-11-16T10:00:00+00:00", "Nora Vidal")
    write_mapping(database, BADGES, "2026-11-17T10:00:00+00:00", "dpo")

    first, second = read_mappings(database)
    assert (first.mapping, second.mapping) == (CLIENTS, BADGES)
    assert (first.remembered_at, first.remembered_by) == ("2026-11-16T10:00:00+00:00", "Nora Vidal")


def test_a_later_choice_for_the_same_sheets_replaces_the_earlier(database):
    write_mapping(database, CLIENTS, "2026-11-16", "dpo")
    changed = SheetMapping(CLIENTS.fingerprint, titles=("Nom",), columns={})
    write_mapping(database, changed, "2026-11-17", "deputy")

    (only,) = read_mappings(database)
    assert (only.mapping, only.remembered_by) == (changed, "deputy")


def test_a_mapping_is_forgotten_once(database):
    write_mapping(database, CLIENTS, "2026-11-16", "dpo")
    (only,) = read_mappings(database)

    assert delete_mapping(database, only.id)
    assert not delete_mapping(database, only.id)
    assert read_mappings(database) == ()
