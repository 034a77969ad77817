"""Reason codes, ways to check an identity, and brief reasons have words."""

import pytest

from dsr_desktop.domain.decisions import REASON_CODES
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.matching import How, Reason
from dsr_desktop.wording.decisions import reason_label
from dsr_desktop.wording.identity import method_label, result_label
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.matching import brief_reason

ENGLISH = speak("en")


@pytest.mark.parametrize("code", sorted(REASON_CODES))
def test_every_reason_code_has_a_name(code):
    assert reason_label(ENGLISH, code) != code


def test_the_text_after_a_code_is_kept():
    assert reason_label(ENGLISH, "A23_national:LIL 51") == "Art. 23: national law (LIL 51)"


def test_a_code_of_a_newer_program_is_shown_as_it_is():
    assert reason_label(ENGLISH, "A99_9") == "A99_9"


def test_every_way_to_check_an_identity_has_a_name():
    labels = [method_label(ENGLISH, method) for method in IdentityMethod]
    labels += [result_label(ENGLISH, result) for result in IdentityResult]

    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("criterion", "how", "words"),
    [
        ("phone", How.PHONE_OTHER_WRITING, "same phone"),
        ("email", How.EMAIL_OTHER_CASE, "same e-mail"),
        ("name", How.NAME_SWAPPED, "same, swapped"),
        ("given_name", How.OTHER_GIVEN_NAME, "another name"),
        ("company", How.SAME, "same company"),
        ("phone", How.INSIDE_TEXT, "phone inside a longer text"),
    ],
)
def test_beside_the_cell_a_reason_is_brief(criterion, how, words):
    assert brief_reason(ENGLISH, Reason(criterion, 1, "06 12", how)) == words
