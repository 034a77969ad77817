"""Numbers of a column read at once are those read one by one."""

from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.readers.ooxml.numbers import read_number, read_usual_numbers

WRITTEN = st.sampled_from(
    [
        "0", "007", "33612345678", "1" * 19, "9" * 41, "-5", "1.5", "-0.25", "1.0", "1.50", "0.00001",
        "0.1000000000000000055", "1e5", "1234567890123.5", "1.5\n", "", "٣", "x",
    ]
)  # fmt: skip
ONE = st.none() | WRITTEN | st.from_regex(r"[0-9]{1,12}", fullmatch=True)
FRACTION = st.floats(allow_nan=False, allow_infinity=False).map(repr)
STORED = st.lists(ONE, min_size=1) | st.lists(FRACTION | st.integers().map(str), min_size=1)


@given(STORED)
def test_many_numbers_are_read_as_one_by_one(stored):
    read = read_usual_numbers(stored)

    if read is not None:
        assert list(zip(*read, strict=True)) == [read_number(one) for one in stored]


def test_columns_of_amounts_are_read_at_once():
    assert read_usual_numbers(["1", "-2.5", "0.07"]) == (["1", "-2.5", "0.07"], [1, -2.5, 0.07])


def test_only_columns_of_usual_numbers_are_read_at_once():
    assert read_usual_numbers(["1", "007"]) == (["1", "7"], [1, 7])
    assert read_usual_numbers(["1", None]) is None
    assert read_usual_numbers(["1", ""]) is None
    assert read_usual_numbers(["1", "1.50"]) is None
    assert read_usual_numbers(["1.5", "0.00001"]) is None
    assert read_usual_numbers(["1", "9" * 41]) is None
