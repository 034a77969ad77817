"""How long a file may take, and which problems mean that something was not read."""

import pytest

from dsr_desktop.domain.reading import Limits

LIMITS = Limits(seconds=60, bytes_per_second=5e6, text=2_000_000_000)


@pytest.mark.parametrize(
    ("size", "unpacked", "seconds"),
    [
        (0, 0, 60),
        (300_000_000, 0, 60),
        (500_000_000, 0, 100),
        (35_000_000, 1_300_000_000, 267),
        (35_000_000, 2_000_000_000, 400),
        (1_000, 10**30, 400),
    ],
    ids=["nothing", "short", "long", "packed", "packed to the limit", "a lie"],
)
def test_a_file_may_take_a_minute_or_as_long_as_what_it_holds(size, unpacked, seconds):
    assert LIMITS.seconds_for(size, unpacked) == pytest.approx(seconds)


def test_a_file_larger_than_the_limit_of_text_keeps_the_time_for_its_size():
    assert Limits(text=1_000).seconds_for(10**9, 10**12) == pytest.approx(200)
