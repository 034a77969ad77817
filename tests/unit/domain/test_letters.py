"""Of which blocks a letter is made: what is refused, kept or listed is told where it is due."""

import pytest

from dsr_desktop.domain.letters import (
    LETTERS,
    Block,
    LetterFacts,
    LetterKind,
    blocks_due,
    letter_language,
    must_not_be_empty,
)

ANSWERS = [kind for kind, card in LETTERS.items() if card.is_answer]


def due(kind, **facts):
    return blocks_due(kind, LetterFacts(**facts))


@pytest.mark.parametrize("kind", ANSWERS)
def test_r_let_2_every_answer_names_complaint_and_court(kind):
    assert Block.REMEDIES in due(kind)
    assert Block.REMEDIES in must_not_be_empty(kind, LetterFacts())


@pytest.mark.parametrize("kind", [one for one in ANSWERS if Block.WITHHELD in LETTERS[one].blocks])
def test_what_is_refused_is_told_and_may_not_be_empty(kind):
    assert Block.WITHHELD in due(kind, refuses=True)
    assert Block.WITHHELD in must_not_be_empty(kind, LetterFacts(refuses=True))


def test_an_answer_that_refuses_nothing_has_no_block_about_refusals():
    assert Block.WITHHELD not in due(LetterKind.RECTIFICATION)


@pytest.mark.parametrize("kind", [LetterKind.ACCESS, LetterKind.PORTABILITY])
def test_a_copy_comes_with_what_is_not_in_it_even_if_that_is_nothing(kind):
    assert Block.WITHHELD in due(kind)


def test_the_suppression_list_is_explained_to_those_who_are_on_it():
    assert Block.SUPPRESSION in due(LetterKind.ERASURE, is_listed=True)
    assert Block.SUPPRESSION not in due(LetterKind.ERASURE, is_listed=False)


def test_an_erasure_names_backups_and_recipients_where_there_was_something():
    found = due(LetterKind.ERASURE)

    assert {Block.BACKUPS, Block.RECIPIENTS} <= set(found)
    assert not {Block.BACKUPS, Block.RECIPIENTS} & set(due(LetterKind.ERASURE, holds_data=False))
    assert Block.RECIPIENTS not in due(LetterKind.ERASURE, has_recipients=False)


def test_an_answer_without_data_neither_copies_nor_explains_them():
    found = due(LetterKind.ACCESS, holds_data=False)

    assert not {Block.COPY, Block.PROCESSING, Block.RIGHTS} & set(found)


def test_blocks_that_the_dpo_adds_stand_before_her_remark_and_once():
    added = frozenset({Block.COOKIES, Block.CONTACTS})
    found = due(LetterKind.ACKNOWLEDGEMENT, included=added)

    assert found.count(Block.CONTACTS) == 1
    assert found.index(Block.COOKIES) < found.index(Block.REMARK)


def test_no_other_block_can_be_added():
    assert Block.FEE not in due(LetterKind.ACCESS, included=frozenset({Block.FEE}))


def test_r_ret_1_the_acknowledgement_has_the_durations():
    assert Block.DURATIONS in must_not_be_empty(LetterKind.ACKNOWLEDGEMENT, LetterFacts())


@pytest.mark.parametrize(
    ("of_request", "expected"), [("fr", "fr"), ("en", "en"), ("de", "fr"), ("", "fr")]
)
def test_r_com_11_a_letter_is_in_the_language_of_the_request_if_we_write_it(of_request, expected):
    assert letter_language(of_request, "fr", ("fr", "en")) == expected
