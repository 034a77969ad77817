"""The report of a search in words: every source says its result, "nothing found" too (R-MAT-5)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.hit import SearchRun
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.search_report import ReportedHit
from dsr_desktop.domain.search_rounds import SearchRound
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.wording import search_report as words
from dsr_desktop.wording.language import speak
from tests.unit.domain.search_reports import CRM, report, result, unread_result

EN = speak("en")
LEFT_OUT = Notice(mark("A chart sheet is not read."))
SKIPPED = SkippedColumns(CRM, "crm", (Column(3, "IBAN", None, is_skipped=True),))
STRONG, WEAK = (ReportedHit("crm", 2, level, 90.0, ()) for level in (Level.STRONG, Level.WEAK))


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (result(), "Nothing found"),
        (result([STRONG, STRONG, WEAK]), "2 strong, 1 weak"),
        (result(status=SourceStatus.PARTLY), "Nothing found in what was read"),
        (result(skipped=[SKIPPED]), "Nothing found in what was read"),
        (result(held=2), "Nothing found in what was read"),
        (result(is_later=True), "Not searched: it came after the search"),
        (result([STRONG], is_later=True), "1 strong, in its earlier version"),
        (unread_result(), "Not searched: it could not be read"),
    ],
)
def test_each_source_says_its_result(one, said):
    assert words.result_line(EN, one) == said


def test_what_was_not_seen_is_named_by_file_with_every_reason():
    partly = result(name="fair.xlsx", status=SourceStatus.PARTLY, warnings=(LEFT_OUT,), held=1,
                    skipped=[SKIPPED])  # fmt: skip

    told = list(words.not_seen(EN, report(sources=(unread_result(), partly, result()))))

    assert told == [
        ("broken.xlsx", "The file is damaged or cut off. Ask for a new copy."),
        ("fair.xlsx", "A chart sheet is not read."),
        ("fair.xlsx", "Left out at the import on 2 November 2026: column C “IBAN”."),
        ("fair.xlsx", "1 row is held back by the suppression list and was not searched. Decide on "
         "it first."),
    ]  # fmt: skip
    assert words.not_seen_heading(EN, told).startswith("2 files were not searched, or not all")


def test_an_unread_file_without_a_reason_says_so():
    unread = replace(unread_result().coverage.source, reason=None)
    one = replace(unread_result().coverage, source=unread)

    assert list(words.unseen_of(EN, one)) == ["The reason was not recorded"]


def test_what_came_after_the_search_is_not_among_what_it_did_not_see():
    later = result(is_later=True, status=SourceStatus.PARTLY, warnings=(LEFT_OUT,))

    assert list(words.not_seen(EN, report(sources=(later,)))) == []


def test_the_age_of_a_list_is_told_with_its_day():
    assert words.age_line(EN, result().coverage, report().made_on) == "1 November 2026, 15 days old"


def test_the_facts_say_who_searched_and_which_program_made_the_report():
    facts = dict(words.facts(EN, report()))

    assert facts["Request"] == "DSR-2026-0005"
    assert facts["Searched by"] == "Ines Roy"
    assert facts["Searched on"].startswith("15 November 2026, ")
    assert facts["Report made"] == "16 November 2026, Nora Vidal, DSR Desktop 1.2.3"
    assert facts["Company"] == "Ateliers du Rhône"


def test_a_search_of_nobodys_request_says_so_and_is_named_by_its_day():
    free = report(ref=None)

    assert dict(words.facts(EN, free))["Request"] == "none, a free search"
    assert words.document_title(EN, free) == "Search report of 16 November 2026"
    assert words.document_title(EN, report()) == "Search report DSR-2026-0005"


def test_the_time_is_that_of_the_clock_here():
    at = datetime(2026, 11, 15, 9, 30, tzinfo=UTC)

    assert words.moment(EN, at).endswith(f"{at.astimezone():%H:%M}")


def test_a_report_without_gaps_has_no_warning():
    assert list(words.warnings(EN, report())) == []
    assert words.earlier_sentence(EN, report()) == ""


def test_what_the_report_does_not_cover_is_told():
    hint = Notice(mark("A phone criterion is no complete number; it was searched as text."))
    made = report(is_current=False, held=3, hints=(hint,), earlier=(CRM, CRM))

    outdated, held, unclear = words.warnings(EN, made)

    assert outdated.startswith("Files were added or removed since the search.")
    assert held.startswith("3 rows are held back by the suppression list")
    assert unclear == "A phone criterion is no complete number; it was searched as text."
    assert words.earlier_sentence(EN, made).startswith("2 earlier versions of files")


def test_a_list_that_could_not_be_searched_is_not_said_to_hold_nothing():
    searched, not_searched = report(), report(was_list_searched=False)

    assert "suppression list" in words.nothing_in_register(EN, searched)
    assert words.list_not_searched(EN, searched) == ""
    assert "suppression list" not in words.nothing_in_register(EN, not_searched)
    assert words.list_not_searched(EN, not_searched).startswith("The suppression list was not")


def test_rows_held_back_in_a_source_are_not_told_twice():
    assert list(words.warnings(EN, report(held=2, sources=(result(held=2),)))) == []


def test_a_round_says_who_searched_what_is_new_and_what_came_of_it():
    run = SearchRun("2026-11-15T09:30:00+00:00", "Ines Roy", 2, 40, 3)
    one = SearchRound(2, {"email": ("cd@perso.example",)}, {"city": ("Metz",)}, (run,))

    line = words.round_line(EN, one)

    assert line.startswith("15 November 2026, ")
    assert line.endswith(
        "Ines Roy: 3 hits in 2 files; new: E-mail: cd@perso.example; no longer asked: City: Metz"
    )
