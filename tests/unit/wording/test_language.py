"""Speaking one language: sentences, counts, numbers, dates."""

import gettext
from datetime import date

import pytest

from dsr_desktop.wording.language import LANGUAGES, Tr, speak

ENGLISH = speak("en")
FRENCH = Tr("fr", gettext.NullTranslations())


def test_a_sentence_is_filled_by_name():
    assert ENGLISH("{name} was removed.", name="crm.csv") == "crm.csv was removed."


def test_a_sentence_without_details_may_hold_braces():
    assert ENGLISH('Write it as {"name": "…"}') == 'Write it as {"name": "…"}'


def test_a_detail_may_be_called_sentence():
    assert ENGLISH("{sentence}", sentence="x") == "x"


def test_a_missing_detail_is_a_bug_and_is_seen():
    with pytest.raises(KeyError):
        ENGLISH("{name} has {n} rows", name="crm.csv")


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 files"), (1, "1 file"), (2, "2 files"), (48_210, "48,210 files")]
)
def test_a_count_chooses_singular_or_plural(n, words):
    assert ENGLISH.count("{n} file", "{n} files", n) == words


def test_a_count_takes_other_details():
    assert (
        ENGLISH.count("{n} row in {name}", "{n} rows in {name}", 3, name="crm") == "3 rows in crm"
    )


def test_thousands_are_grouped_as_the_language_does():
    assert ENGLISH.number(1_048_576) == "1,048,576"
    assert FRENCH.number(1_048_576) == "1\u202f048\u202f576"


def test_a_thing_stands_before_what_is_said_of_it():
    assert ENGLISH.pair("crm.csv", "12 rows") == "crm.csv: 12 rows"


def test_dates_are_written_in_full():
    assert ENGLISH.date(date(2026, 12, 2)) == "2 December 2026"
    assert ENGLISH.weekday_date(date(2026, 11, 2)) == "Monday 2 November 2026"
    assert ENGLISH.short_date(date(2026, 12, 2)) == "2 Dec"


def test_the_first_of_a_month_is_premier_in_french():
    assert FRENCH.date(date(2026, 5, 1)).startswith("1er ")
    assert FRENCH.date(date(2026, 5, 11)).startswith("11 ")
    assert ENGLISH.date(date(2026, 5, 1)) == "1 May 2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_spoken_and_loaded_once(language):
    assert speak(language).language == language
    assert speak(language) is speak(language)


def test_french_is_really_spoken():
    assert speak("fr").weekday_date(date(2026, 12, 1)) == "mardi 1er décembre 2026"


def test_a_language_without_catalogue_is_a_bug_and_is_seen():
    with pytest.raises(FileNotFoundError):
        speak("eo")


def test_longer_parts_stand_in_a_row_with_the_languages_semicolon():
    assert speak("en").series(["a", "b", "c"]) == "a; b; c"
    assert speak("fr").series(["a", "b"]) == "a\u00a0; b"
    assert speak("fr").series([]) == ""
