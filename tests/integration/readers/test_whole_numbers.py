"""Numbers of a column read at once are those read one by one."""

from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.readers.ooxml.numbers import read_number, read_whole_numbers

WRITTEN = st.sampled_from(
    ["0", "007", "33612345678", "1" * 19, "9" * 41, "-5", "1.5", "", "٣", "x"]
)
STORED = st.lists(st.none() | WRITTEN | st.from_regex(r"[0-9]{1,12}", fullmatch=True), min_size=1)


@given(STORED)
def test_many_whole_numbers_are_read_as_one_by_one(stored):
    read = read_whole_numbers(stored)

    if read is not None:
        assert list(zip(*read, strict=True)) == [read_number(one) for one in stored]


def test_only_columns_of_whole_numbers_are_read_at_once():
    assert read_whole_numbers(["1", "007"]) == (["1", "7"], [1, 7])
    assert read_whole_numbers(["1", None]) is None
    assert read_whole_numbers(["1", ""]) is None
    assert read_whole_numbers(["1", "1.5"]) is None
    assert read_whole_numbers(["1", "9" * 41]) is None
