"""Numbers of a column read at once are those read one by one."""

from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.readers.ooxml.numbers import read_number, read_numbers

WRITTEN = st.sampled_from(
    [
        "0", "007", "33612345678", "1" * 19, "9" * 41, "-5", "1.5", "-0.25", "1.0", "1.50", "0.00001",
        "0.1000000000000000055", "1e5", "1234567890123.5", "1.5\n", "٣", "x",
    ]
)  # fmt: skip
ONE = WRITTEN | st.from_regex(r"[0-9]{1,12}", fullmatch=True)
ODD = st.sampled_from(["nan", "inf", "-0.0", "1E5", "1_0", " 2.5", "5256.0", "0.30000000000000004"])
FRACTION = st.floats(allow_nan=False, allow_infinity=False).map(repr)
STORED = st.lists(ONE) | st.lists(FRACTION | st.integers().map(str)) | st.lists(FRACTION | ODD)


def told_apart(cells):
    """Texts and values as two lists; 1 is not the same as 1.0."""
    return [text for text, _ in cells], [repr(value) for _, value in cells]


@given(STORED)
def test_many_numbers_are_read_as_one_by_one(stored):
    texts, values = read_numbers(stored)

    assert (texts, list(map(repr, values))) == told_apart([read_number(one) for one in stored])


def test_whole_numbers_and_fractions_may_stand_in_one_column():
    assert read_numbers(["1", "-2.5", "3.0", "007"]) == (["1", "-2.5", "3", "7"], [1, -2.5, 3, 7])
