"""Workbooks: numbers, days and times as the sheet shows them."""

import pytest

from tests.integration.readers.workbook_parts import (
    book,
    cells_of,
    number,
    row,
    sheet,
    styles,
    typed_of,
)  # fmt: skip

PHONE_FR = '0#" "##" "##" "##" "##'


def shown(stored, code=None, **kwargs):
    style = styles(code) if code is not None else None
    cell = number(stored, 1 if code is not None else None)
    content = book(sheet(row(1, cell)), style=style, **kwargs)
    return cells_of(content)[0], typed_of(content).get("1")


@pytest.mark.parametrize(
    ("stored", "text", "value"),
    [
        ("33612345678", "33612345678", 33612345678),
        ("33612345678.0", "33612345678", 33612345678),
        ("123456789012345", "123456789012345", 123456789012345),
        ("1.23456789012345E+18", "1234567890123450000", 1234567890123450000),
        ("1234567890123456789", "1234567890123456789", 1234567890123456789),
        ("0.1", "0.1", 0.1),
        ("12.300000000000001", "12.3", 12.300000000000001),
        ("0.30000000000000004", "0.3", 0.30000000000000004),
        ("1.0000000000000001E-5", "0.00001", 1.0000000000000001e-05),
        ("-3", "-3", -3),
        ("-0", "0", 0),
        ("007", "7", 7),
        ("1E+400", "1E+400", None),
        ("NaN", "NaN", None),
        ("1_000", "1_000", None),
        ("٣", "٣", None),
    ],
)
def test_numbers_have_no_false_decimals_and_no_exponent(stored, text, value):
    assert shown(stored) == (text, value)


@pytest.mark.parametrize(
    ("code", "stored", "text"),
    [
        ("00000", "1000", "01000"),
        ("0000000000", "612345678", "0612345678"),
        ("00 00 00 00 00", "612345678", "06 12 34 56 78"),
        (r"00\ 00\ 00\ 00\ 00", "612345678", "06 12 34 56 78"),
        (PHONE_FR, "612345678", "06 12 34 56 78"),
        ('0" "00" "00" "00" "000" "000', "1850578006084", "1 85 05 78 006 084"),
        ('"+33 "0" "00" "00" "00" "00', "612345678", "+33 6 12 34 56 78"),
        (r"[<=9999999]###\-####;\(###\)\ ###\-####", "2025550143", "(202) 555-0143"),
        (r"[<=9999999]###\-####;\(###\)\ ###\-####", "5550143", "555-0143"),
        (r"000\-00\-0000", "12345678", "012-34-5678"),
        ('"CLT-"00000', "42", "CLT-00042"),
        ("00000;-00000", "-42", "-00042"),
        ("00000", "-42", "-00042"),
        ("00000", "1234567", "1234567"),
        (r"00000_)", "42", "00042"),
        ("[Red]00000", "42", "00042"),
        ("00000;;", "0", "0"),
    ],
)
def test_leading_zeros_and_masks_are_read_as_the_sheet_shows_them(code, stored, text):
    assert shown(stored, code) == (text, int(stored))


@pytest.mark.parametrize(
    "code",
    ["General", "@", "0", "0.00", "#,##0", "0%", "#,##0.00 €", '[$€-40C]0', '"$"#,##0', "0.00E+00",
     "# ?/?", '0" km"', ";;;", "", '"', "[", "\\", ";;;;;;", "[<", 2, 9, 49, 9999],
)  # fmt: skip
def test_other_formats_leave_the_plain_number(code):
    assert shown("1234", code) == ("1234", 1234)


def test_a_fraction_under_a_mask_is_not_rounded_away():
    assert shown("12.5", "00000") == ("12.5", 12.5)


@pytest.mark.parametrize(
    ("code", "stored", "text", "value"),
    [
        (14, "32997", "1990-05-04", "1990-05-04"),
        ("dd/mm/yyyy", "32997", "1990-05-04", "1990-05-04"),
        ("[$-40C]d mmmm yyyy;@", "32997", "1990-05-04", "1990-05-04"),
        ("mmm\\-yy", "32997", "1990-05-04", "1990-05-04"),
        ("mmmm", "32997", "1990-05-04", "1990-05-04"),
        ("dd/mm/yyyy", "32997.5", "1990-05-04", "1990-05-04T12:00:00"),
        (22, "45536.4375", "2024-09-01 10:30:00", "2024-09-01T10:30:00"),
        (22, "45536", "2024-09-01", "2024-09-01T00:00:00"),
        (22, "45536.999999999", "2024-09-02", "2024-09-02T00:00:00"),
        (20, "0.34375", "08:15:00", "08:15:00"),
        ("hh:mm AM/PM", "0.34375", "08:15:00", "08:15:00"),
        ("[h]:mm", "1.25", "30:00:00", 108000.0),
        (46, "1.25", "30:00:00", 108000.0),
        ("[h]:mm:ss", "0.000694444444444444", "00:01:00", pytest.approx(60.0)),
        ("[hh]:mm:ss", "0.000694444444444444", "00:01:00", pytest.approx(60.0)),
        ("h:mm:ss", "0.000694444444444444", "00:01:00", "00:01:00"),
        ("dd/mm/yyyy", "0.25", "1900-01-00", 0.25),
        ("dd/mm/yyyy hh:mm", "0.25", "1900-01-00 06:00:00", 0.25),
        (22, "0.25", "1900-01-00 06:00:00", 0.25),
        (33, "0.25", "06:00:00", "06:00:00"),
        (14, "59", "1900-02-28", "1900-02-28"),
        (14, "60", "1900-02-29", 60),
        (14, "61", "1900-03-01", "1900-03-01"),
        (14, "1", "1900-01-01", "1900-01-01"),
        (14, "0", "1900-01-00", 0),
        (14, "2958465", "9999-12-31", "9999-12-31"),
        (14, "2958466", "2958466", 2958466),
        (14, "-1", "-1", -1),
    ],
)  # fmt: skip
def test_days_and_times_are_read_as_iso(code, stored, text, value):
    assert shown(stored, code) == (text, value)


@pytest.mark.parametrize(
    ("stored", "text"), [("0", "1904-01-01"), ("31535", "1990-05-04"), ("60", "1904-03-01")]
)
def test_days_are_counted_from_1904_where_the_workbook_says_so(stored, text):
    assert shown(stored, 14, about='<workbookPr date1904="1"/>') == (text, text)


def test_a_day_in_the_last_year_of_1904_is_none():
    assert shown("2958465", 14, about='<workbookPr date1904="true"/>')[0] == "2958465"


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("1990-05-04", "1990-05-04"),
        ("1990-05-04T00:00:00", "1990-05-04"),
        ("2024-09-01T10:30:00", "2024-09-01 10:30:00"),
        ("10:30:00", "10:30:00"),
    ],
)
def test_days_written_as_such_are_kept(stored, text):
    content = book(sheet(row(1, (' t="d"', f"<v>{stored}</v>"))))

    assert (cells_of(content), typed_of(content)) == ([text], {"1": stored})


def test_errors_are_read_as_their_text():
    kinds = ["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"]
    content = book(sheet(row(1, *((' t="e"', f"<v>{one}</v>") for one in kinds))))

    assert (cells_of(content), typed_of(content)) == (kinds, {})


def test_truth_is_shown_as_the_spreadsheet_does():
    content = book(sheet(row(1, (' t="b"', "<v>1</v>"), (' t="b"', "<v>0</v>"))))

    assert (cells_of(content), typed_of(content)) == (["TRUE", "FALSE"], {"1": True, "2": False})


def test_a_style_that_is_not_there_leaves_the_number():
    assert cells_of(book(sheet(row(1, number("5", 77))))) == ["5"]
