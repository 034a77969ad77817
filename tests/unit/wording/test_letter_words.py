"""Every letter, block and placeholder has words, and both languages say the same."""

import pytest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.letter_template import names_in, parse_template
from dsr_desktop.domain.letter_values import PLACEHOLDERS, SEVERAL_LINES, check_set, parse_set
from dsr_desktop.domain.letters import LETTERS, Block, LetterKind
from dsr_desktop.domain.letters_due import Hurdle, LetterState
from dsr_desktop.resources import resource_path
from dsr_desktop.wording.language import LANGUAGES, speak
from dsr_desktop.wording.letters import (
    hurdle_sentence,
    letter_label,
    letter_state_label,
    placeholder_label,
)

FILES = ("common", *LetterKind)


def shipped(name, language):
    path = resource_path("letters", language, f"{name}.txt")
    return parse_template(path.read_text(encoding="utf-8"), path.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_shown_has_words(language):
    tr = speak(language)

    assert all(letter_label(tr, one) for one in LetterKind)
    assert all(letter_state_label(tr, one) for one in LetterState)
    assert all(hurdle_sentence(tr, one) for one in Hurdle)
    assert all(placeholder_label(tr, one) for one in PLACEHOLDERS)


def test_the_names_of_letters_differ():
    assert len({letter_label(speak("en"), one) for one in LetterKind}) == len(LetterKind)


def test_placeholders_of_several_lines_exist():
    assert set(PLACEHOLDERS) >= SEVERAL_LINES


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_blocks_with_the_same_placeholders(name):
    french, english = shipped(name, "fr"), shipped(name, "en")
    greeting = {Block.GREETING}

    assert set(french) == set(english)
    for block in set(french) - greeting:
        assert set(names_in(french, [block])) == set(names_in(english, [block])), block


def test_every_placeholder_is_used_by_a_shipped_letter_or_the_page():
    used = {name for file in FILES for name in names_in(shipped(file, "en"), list(Block))}

    assert set(PLACEHOLDERS) - used <= {
        "addressee",
        "company_contact",
        "today",
        "channel",
    }


@pytest.mark.parametrize("kind", LetterKind)
def test_a_shipped_letter_names_its_blocks_in_the_order_in_which_they_are_set(kind):
    named = [one for one in shipped(kind, "fr") if one in LETTERS[kind].blocks]

    assert tuple(named) == LETTERS[kind].blocks


def test_texts_are_typed_with_their_name():
    assert parse_set(["fee=15 €", "remark=a\\nb=c"]) == {"fee": "15 €", "remark": "a\nb=c"}
    with pytest.raises(InvalidInputError):
        parse_set(["fee"])


def test_only_what_is_the_dpos_can_be_set():
    assert check_set({"fee": " 15 € "}, ["fee"]) == {"fee": "15 €"}
    with pytest.raises(InvalidInputError):
        check_set({"ref": "DSR-2026-0001"}, ["fee"])
