"""Fingerprints as people type them, and where in the log they stand."""

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.fingerprint import PRINTED, place_in_chain, read_fingerprint

HASHES = ["a1" * 32, "b2" * 32, "c3" * 32]


@pytest.mark.parametrize("typed", ["a1" * 8, "A1A1 A1A1 A1A1 A1A1", f"  {'a1' * 8}\n", "a1" * 32])
def test_blanks_and_capitals_do_not_count(typed):
    assert place_in_chain(HASHES, read_fingerprint(typed)) == 1


@pytest.mark.parametrize("typed", ["", "a1" * 7, "a1" * 33, "z" * 16, "a1a1-a1a1-a1a1-a1a1"])
def test_what_is_none_is_refused(typed):
    with pytest.raises(InvalidInputError):
        read_fingerprint(typed)


def test_a_fingerprint_that_no_event_has_any_more_has_no_place():
    assert place_in_chain(HASHES[:2], "c3" * 8) is None
    assert place_in_chain(HASHES, "c3" * 8) == 3
    assert PRINTED == 16
