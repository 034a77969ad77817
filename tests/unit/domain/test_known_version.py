"""What makes a file look like a newer version of a known one, and what only the user can tell."""

import pytest

from dsr_desktop.domain.known_version import Likeness
from dsr_desktop.domain.source import sheet_apart
from dsr_desktop.domain.versions import VersionCounts


def test_name_and_titles_alone_are_not_sure():
    assert [one.is_sure for one in Likeness] == [True, True, False]


@pytest.mark.parametrize(
    ("counts", "goes_on"),
    [
        (VersionCounts(added=3, removed=2), False),
        (VersionCounts(unchanged=1), True),
        (VersionCounts(changed=1, removed=9), True),
    ],
)
def test_a_version_goes_on_with_the_other_if_a_row_is_in_both(counts, goes_on):
    assert counts.goes_on is goes_on


@pytest.mark.parametrize(
    ("file", "sheet", "apart"),
    [
        ("crm.csv", "crm", ""),
        ("crm.xlsx", "Clients", "Clients"),
        ("crm.csv.gz", "crm", "crm"),
        ("crm", "crm", ""),
    ],
)
def test_the_sheet_of_a_text_list_only_repeats_its_name(file, sheet, apart):
    assert sheet_apart(file, sheet) == apart
