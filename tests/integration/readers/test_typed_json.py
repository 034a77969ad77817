"""Typed values of many rows are written as the JSON of each row by itself."""

import json
from itertools import repeat

from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.readers.typed_json import json_of_columns, json_of_rows

TRAPS = st.sampled_from(
    [',"2":null', '"2":null', "null", "\n", '\\"', ',"2":', "}\n{", "\u2028", ""]
)
VALUE = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | TRAPS
ROWS = st.lists(st.lists(VALUE, min_size=3, max_size=3), min_size=1)
KEYS = ("2", "3", "27")


def by_itself(row):
    """What is stored of a row; nothing of one without values."""
    values = {key: value for key, value in zip(KEYS, row, strict=True) if value is not None}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else None


@given(ROWS)
def test_columns_are_written_as_their_rows(rows):
    columns = dict(zip(KEYS, zip(*rows, strict=True), strict=True))

    assert list(json_of_columns(columns)) == [by_itself(row) for row in rows]


@given(ROWS)
def test_many_rows_are_written_as_each_of_them(rows):
    values = [
        {key: value for key, value in zip(KEYS, row, strict=True) if value is not None} or None
        for row in rows
    ]

    assert list(json_of_rows(values)) == [by_itself(row) for row in rows]


def test_rows_without_values_have_no_json():
    assert list(json_of_columns({"1": [None, None]})) == list(repeat(None, 2))
