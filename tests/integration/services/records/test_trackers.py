"""The register of trackers: those of the policy from the first day on, others added and changed."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.tracker import Party, Storage, Tracker, TrackerCategory, gaps_of
from dsr_desktop.services.trackers import (
    add_trackers,
    change_tracker,
    list_trackers,
    remove_tracker,
    tracker_of,
)

TODAY = date(2026, 11, 16)
MATOMO = Tracker("_pk_id*", "Matomo", purpose_fr="Mesure", purpose_en="Measures", lifetime=0)


def by_name(register):
    return {one.name: one for one in list_trackers(register)}


def test_a_new_register_has_the_trackers_of_the_policy(register):
    known = by_name(register)

    assert list(known) == ["_clck", "_clsk", "_cltk", "CLID", "ANONCHK", "MR", "MUID", "SM"]
    assert all(gaps_of(one) == () for one in known.values())
    assert known["_clck"].party is Party.FIRST
    assert known["_cltk"].storage is Storage.SESSION_STORAGE
    assert known["MUID"].category is TrackerCategory.ADS
    assert known["MUID"].lifetime == 390 * 86_400
    assert known["ANONCHK"].lifetime == 600
    assert known["SM"].lifetime == 0


def test_a_tracker_is_added_changed_and_removed(register):
    (added,) = add_trackers(register, [MATOMO], TODAY)
    changed = change_tracker(register, replace(added, lifetime=33_696_000), TODAY)

    assert tracker_of(register, added.id) == changed
    remove_tracker(register, added.id)
    assert "_pk_id*" not in by_name(register)


def test_of_several_trackers_all_are_recorded_or_none(register):
    before = list_trackers(register)

    with pytest.raises(InvalidInputError):
        add_trackers(register, [MATOMO, replace(MATOMO, name=" ")], TODAY)

    assert list_trackers(register) == before


def test_a_tracker_that_is_not_there_is_told(register):
    with pytest.raises(NotFoundError, match="no tracker 99"):
        change_tracker(register, replace(MATOMO, id=99), TODAY)
    with pytest.raises(NotFoundError):
        remove_tracker(register, 99)
