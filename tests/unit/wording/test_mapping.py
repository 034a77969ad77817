"""Every code about columns has its words, and remarks name columns by letter, never by title."""

import pytest

from dsr_desktop.domain.columns import Column, Confidence, ToldBy
from dsr_desktop.domain.policy import Undeclared
from dsr_desktop.domain.preview import Question
from dsr_desktop.domain.source import Sheet
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.mapping import (
    column_remarks,
    confidence_label,
    hidden_remarks,
    question_sentence,
    undeclared_label,
    why_label,
)

TR = speak("en")


def sheet(*columns):
    return Sheet(1, 1, "Clients", False, 1, columns, 3)


def column(number, **more):
    return Column(number, "Zoé Roux", None, **more)


@pytest.mark.parametrize(
    ("label", "codes"),
    [
        (confidence_label, Confidence), (why_label, ToldBy), (undeclared_label, Undeclared),
        (question_sentence, Question),
    ],
)  # fmt: skip
def test_every_code_has_words_of_its_own(label, codes):
    words = [label(TR, code) for code in codes]

    assert all(words)
    assert len(set(words)) == len(words)


def test_columns_beyond_the_policy_are_named_until_somebody_chose():
    waiting = column(5, undeclared=Undeclared.BANK_ACCOUNT)
    notes = column(28, undeclared=Undeclared.NOTE)
    kept = column(6, undeclared=Undeclared.HEALTH, reason="refunds")

    (said,) = column_remarks(TR, [sheet(column(1), waiting, kept, notes)])

    assert said == (
        "Clients: the privacy policy does not announce columns E (bank account), AB (notes). "
        "They were kept; say why in a mapping, or skip them there."
    )


def test_columns_that_were_skipped_are_named_beyond_the_policy_or_not():
    skipped = column(2, is_skipped=True), column(3, is_skipped=True, undeclared=Undeclared.INCOME)

    assert column_remarks(TR, [sheet(*skipped)]) == [
        "Clients: columns B, C (income) were not stored, as chosen."
    ]


def test_hidden_columns_are_named():
    assert hidden_remarks(TR, [sheet(column(1), column(2, hidden=True))]) == [
        "Clients: column B is hidden in the file."
    ]


def test_nothing_is_said_of_columns_that_need_no_word():
    assert column_remarks(TR, [sheet(column(1))]) == hidden_remarks(TR, [sheet(column(1))]) == []
