"""A hit that is named after somebody else says so before it can be confirmed."""

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.gui.pages.search.answers import Answer
from dsr_desktop.gui.pages.search.words import reasons_line, spoken_row
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
MARIE = ("crm.csv", 4)


@pytest.fixture
def shown(page, ref, criteria, settle):
    """Return a function that opens the review, or a free search, and gives the rows by place."""

    def shown_(*, is_review):
        page.open_search(None if is_review else criteria, ref if is_review else "")
        page.hits.fold_weak(is_open=True)
        settle()
        return {(row.file, row.n): row for row in page.hits.model.hits()}

    return shown_


@pytest.mark.parametrize("is_review", [True, False])
def test_only_the_row_of_somebody_else_is_pointed_out(page, shown, settle, is_review):
    warned = {}
    for place, row in shown(is_review=is_review).items():
        page.hits.choose(row.key)
        settle()
        warned[place] = page.detail.warning.isVisible()

    assert warned.pop(MARIE) is True
    assert warned
    assert not any(warned.values())


def test_the_warning_says_what_confirming_does_and_names_nobody(page, shown, settle):
    page.hits.choose(shown(is_review=True)[MARIE].key)
    settle()

    warning = page.detail.warning
    assert warning.accessibleName() == "This row names another person than the one asked for."
    assert "If you confirm the row" in warning.accessibleDescription()
    assert "Marie" not in warning.accessibleName() + warning.accessibleDescription()


def test_it_can_be_confirmed_all_the_same(page, shown, settle):
    key = shown(is_review=True)[MARIE].key
    page.hits.choose(key)
    page.detail.answered.emit(Answer.PERSON)
    settle()

    (row,) = (one for one in page.hits.model.hits() if one.key == key)
    assert (row.verdict, row.names_another) == (Verdict.CONFIRMED, True)


def test_the_line_of_the_hit_says_it_once(shown):
    rows = shown(is_review=True)
    told = reasons_line(ENGLISH, rows[MARIE])

    assert told.startswith("But another name")
    assert "Names somebody else" not in told


def test_a_row_without_any_other_sign_says_it_in_its_line(
    page, register, bring_in, write_csv, tmp_path, settle
):
    rows = [["Nom", "Mail"], ["Jean Roux", "lea.petit@x.example"]]
    bring_in(register, write_csv(tmp_path / "shared.csv", rows))
    page.open_search(Criteria(email=("lea.petit@x.example",)), "")
    settle()

    (row,) = page.hits.model.hits()
    assert reasons_line(ENGLISH, row).startswith("Names somebody else · ")
    assert "Names somebody else" in spoken_row(ENGLISH, row, judged=False)
