"""Days as texts, and back."""

from datetime import date

from dsr_desktop.domain.iso_days import day_of, iso


def test_a_day_comes_back_as_it_was_written():
    leap = date(2028, 2, 29)
    assert iso(leap) == "2028-02-29"
    assert day_of(iso(leap)) == leap


def test_no_day_is_none_both_ways():
    assert iso(None) is None
    assert day_of(None) is None
    assert day_of("") is None
