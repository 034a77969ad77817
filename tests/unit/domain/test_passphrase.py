"""The passphrase of a package (R-HND-2)."""

import math
import re

import pytest

from dsr_desktop.domain.passphrase import ALPHABET, GROUP_LENGTH, GROUPS, new_passphrase


def test_it_has_five_groups_of_five():
    assert re.fullmatch(rf"[{ALPHABET}]{{5}}(-[{ALPHABET}]{{5}}){{4}}", new_passphrase())


def test_it_is_worth_at_least_100_bits():
    assert math.log2(len(set(ALPHABET))) * GROUPS * GROUP_LENGTH >= 100


@pytest.mark.parametrize("alike", ["0O", "1I", "1L", "2Z", "5S", "8B"])
def test_no_two_characters_look_alike(alike):
    assert sum(character in ALPHABET for character in alike) < 2


def test_letters_are_capitals_so_that_case_need_not_be_read_out():
    assert not [character for character in ALPHABET if character.islower()]


def test_no_two_are_the_same():
    assert len({new_passphrase() for _ in range(500)}) == 500


def test_every_character_is_used():
    assert set("".join(new_passphrase() for _ in range(500))) == {*ALPHABET, "-"}
