"""CSV for people: no cell is taken for a formula, nothing is lost on the way back (domain.md 9.3)."""

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dsr_desktop.writers.csv_text import escape_cell, read_csv, to_csv

repeatable = settings(derandomize=True, max_examples=400, deadline=None, database=None)

awkward = st.text("'=+-@\t\r\n \u00a0\",;a1é", max_size=6)


def line_of(cell):
    """The one line after the header."""
    return to_csv(["value"], [[cell]]).removeprefix(b'"value"\r\n').decode()


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param('=HYPERLINK("http://evil","x")', "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"",
                     id="link"),
        pytest.param("@SUM(1)", "\"'@SUM(1)\"", id="at sign"),
        pytest.param(-5, '"-5"', id="typed number"),
        pytest.param("-5", "\"'-5\"", id="text like a negative number"),
        pytest.param("+33612345678", '"+33612345678"', id="E.164 phone"),
        pytest.param("\t=1", "\"'\t=1\"", id="tab"),
        pytest.param("\r=1", "\"'\r=1\"", id="carriage return"),
        pytest.param("\n=1", "\"'\n=1\"", id="line feed"),
        pytest.param("  =1", "\"'  =1\"", id="after spaces"),
        pytest.param("\u00a0=1", "\"'\u00a0=1\"", id="after a no-break space"),
        pytest.param("+33 6 12 34 56 78", "\"'+33 6 12 34 56 78\"", id="phone as written"),
        pytest.param("+33612345678\n", "\"'+33612345678\n\"", id="phone with a line feed"),
        pytest.param("+12345", "\"'+12345\"", id="too short for a phone"),
        pytest.param("+٣٣٦١٢٣٤٥٦٧٨", "\"'+٣٣٦١٢٣٤٥٦٧٨\"", id="digits of another script"),
        pytest.param("'=1", "\"''=1\"", id="apostrophe of its own"),
        pytest.param("'t Hooft", "\"'t Hooft\"", id="name with an apostrophe"),
        pytest.param("Anne-Marie", '"Anne-Marie"', id="hyphen inside"),
        pytest.param("", '""', id="empty"),
        pytest.param('dit "Cam"', '"dit ""Cam"""', id="quotes"),
    ],
)  # fmt: skip
def test_a_cell_is_written_like_this(cell, written):
    assert line_of(cell) == written + "\r\n"


def test_every_cell_is_quoted_and_every_line_ends_in_crlf():
    content = to_csv(["name", "row"], [["Zoé", 14], ["", 2]])

    assert content == '"name","row"\r\n"Zoé","14"\r\n"","2"\r\n'.encode()


def test_there_is_no_byte_order_mark():
    assert not to_csv(["é"], []).startswith(b"\xef\xbb\xbf")


def test_lines_inside_a_cell_stay_as_they_are():
    assert read_csv(to_csv(["a"], [["one\r\ntwo\nthree\rfour"]]))[1] == ["one\r\ntwo\nthree\rfour"]


@repeatable
@given(st.lists(st.lists(st.text() | awkward, min_size=2, max_size=2)))
@example([["'=1", "=1"], ["''=1", "' =1"], ["'+33612345678", "+33612345678"], ["\x00", "\x85="]])
def test_what_was_written_is_read_back(rows):
    assert read_csv(to_csv(["a", "b"], rows)) == [["a", "b"], *rows]


@repeatable
@given(st.text() | awkward | st.from_regex(r"\A['\s]*[=+\-@].*"))
def test_no_cell_begins_like_a_formula(cell):
    written = next(csv.reader(io.StringIO(line_of(cell), newline="")))[0]

    harmless = written[1:].isascii() and written[1:].isdigit() and written[0] == "+"
    assert harmless or written.lstrip(" ")[:1] not in set("=+-@\t\r\n")


@repeatable
@given(st.integers())
def test_a_number_is_never_changed(number):
    assert escape_cell(number) == str(number)
