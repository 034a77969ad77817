"""Why a file was not read, and what to do about it."""

import pytest

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.reading import problem_sentence

DETAILS = {
    "kind": "RTF", "row": 14, "most": 1000, "part": "liste.csv", "files": 3, "cause": "damaged",
    "pages": "2, 4–6", "reader": "csv", "count": 2, "encoding": "cp1252", "other": "cp1250",
    "fault": "KeyError, dsr_desktop/x.py:1",
}  # fmt: skip


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_has_a_sentence_that_also_says_what_to_do(problem):
    words = word_sentence(speak("en"), problem_sentence(problem), DETAILS)

    assert words.endswith(".")
    assert words.count(". ") >= 1
    assert "{" not in words


def test_a_long_file_is_allowed_more_time():
    limits = Limits(seconds=60, bytes_per_second=5e6)

    assert limits.seconds_for(1_000) == 60
    assert limits.seconds_for(500_000_000) == 100


def test_the_limits_are_those_of_the_specification():
    limits = Limits()

    assert (limits.file_size, limits.rows, limits.cell_characters) == (
        500_000_000,
        5_000_000,
        32_767,
    )
