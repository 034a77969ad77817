"""Expected errors and kept notices, in the reader's words."""

import gettext
from datetime import date

import pytest

from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.identity import PaperChecked
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.wording.errors import word_error, word_sentence
from dsr_desktop.wording.language import Tr, speak

ENGLISH = speak("en")
FRENCH = Tr("fr", gettext.NullTranslations())


def test_an_error_is_its_sentence_with_dates_and_numbers_in_the_local_form():
    error = NotAllowedError(
        "Send {name} by {day}: {n} rows.", name="x", day=date(2026, 12, 2), n=1200
    )

    assert word_error(ENGLISH, error) == "Send x by 2 December 2026: 1,200 rows."
    assert word_error(FRENCH, error) == "Send x by 2 December 2026: 1\u202f200 rows."


def test_several_things_are_named_by_their_words_and_logged_by_their_codes():
    error = NotAllowedError(
        "Of {rights}: {steps}, {papers}, {days}.",
        rights=(Right.ACCESS, Right.POST_MORTEM), steps=(StepCode.C06,),
        papers=(PaperChecked.DEATH,), days=(date(2026, 12, 2),),
    )  # fmt: skip

    assert word_error(ENGLISH, error) == (
        "Of Access, After death: C06 Search all sources, The death, 2 December 2026."
    )
    assert "Accès, Après le décès" in word_error(speak("fr"), error)
    assert str(error) == "Of access, post_mortem: C06, death, 2026-12-02."


@pytest.mark.parametrize(
    ("language", "label"), [("en", "“Family name”"), ("fr", "« Nom de famille »")]
)
def test_a_criterion_is_named_as_the_window_names_it(language, label):
    with pytest.raises(InvalidInputError) as refused:
        make_criteria({"family_name": "x" * 1_001})

    assert word_error(speak(language), refused.value).startswith(label)


def test_a_cause_is_worded_inside_the_sentence_from_the_same_details():
    details = {"part": "a.rtf", "files": 1200, "cause": "unknown_kind", "kind": "RTF"}

    assert word_sentence(ENGLISH, "Not read ({files}): {part}. {cause}", details) == (
        "Not read (1,200): a.rtf. This kind of file (RTF) is not read. "
        "Save it as xlsx, csv, docx or pdf, then import that."
    )


def test_the_words_of_a_cause_survive_the_register():
    notice = Notice("{part}: {cause}", {"part": "a {b} %s", "cause": "cell_too_long", "row": 14})

    again = Notice.from_json(notice.to_json())

    assert word_sentence(ENGLISH, again.sentence, again.details).startswith("a {b} %s: Row 14 has")


def test_a_sentence_without_details_stays():
    assert word_sentence(ENGLISH, "The passphrase is wrong.", {}) == "The passphrase is wrong."


@pytest.mark.parametrize(
    "notice",
    [Notice("The file is empty."), Notice("Row {row} is « trop long ».", {"row": 14, "of": None})],
)
def test_a_notice_comes_back_from_the_register_as_it_was(notice):
    assert Notice.from_json(notice.to_json()) == notice


def test_no_notice_stays_none():
    assert Notice.from_json(None) is None


@pytest.mark.parametrize(
    ("typed", "shown"), [("", '"" is wrong.'), ("x" * 5000, "x" * 1000 + "… is wrong.")]
)
def test_what_was_typed_is_shown_even_if_it_is_nothing_or_endless(typed, shown):
    assert word_sentence(ENGLISH, "{value} is wrong.", {"value": typed}) == shown
