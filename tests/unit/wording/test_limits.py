"""The limits for reading files in words."""

import pytest

from dsr_desktop.domain.limit_rules import LIMIT_RULES, LimitName
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.limits import limit_label, limit_range, limit_value

ENGLISH = speak("en")

WORDS = {
    LimitName.FILE_SIZE: ("File size", "500 MB", "1 to 10,000 MB"),
    LimitName.MEMORY: ("Memory", "2,000 MB", "500 to 32,000 MB"),
    LimitName.SECONDS: ("Time", "60 seconds", "5 to 3,600 seconds"),
    LimitName.SPEED: (
        "Large files", "at least 1 second for every 5 MB", "1 to 100 MB a second",
    ),
    LimitName.ROWS: ("Rows", "5,000,000 rows", "1,000 to 50,000,000"),
    LimitName.CELL_CHARACTERS: ("One cell", "32,767 characters", "1,000 to 1,000,000"),
    LimitName.TEXT: ("Text in all", "2,000 MB", "10 to 20,000 MB"),
}  # fmt: skip


@pytest.mark.parametrize("name", LimitName)
def test_a_limit_is_named_with_its_value_and_its_bounds(name):
    rule = LIMIT_RULES[name]

    assert WORDS[name] == (
        limit_label(ENGLISH, name), limit_value(ENGLISH, rule, rule.default),
        limit_range(ENGLISH, rule),
    )  # fmt: skip
