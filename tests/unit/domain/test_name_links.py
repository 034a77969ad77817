"""Words that lead over from one person's name to another's."""

import pytest

from dsr_desktop.domain.name_links import (
    before_other_name,
    leads_over,
    links_in,
    own_other_name,
    slashes_in_links,
    without_lead,
)
from dsr_desktop.domain.person import words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pour Marie", "Marie"), ("for Marie", "Marie"), ("c/o Jean", "Jean"), ("P/O Jean", "Jean"),
        ("p.o. Jean", "Jean"), ("pp Jean", "Jean"), ("o/b/o Jean", "Jean"),
        ("on behalf of Jean", "Jean"), ("de la part de Jean", "Jean"), ("au nom d'Yves", "Yves"),
        ("à l'attention de Jean", "Jean"), ("attn: Jean", "Jean"), ("Att. Jean", "Jean"),
        ("mère de Leo", "Leo"), ("assistante d'Yves", "Yves"), ("mari Jean", "Jean"),
        ("mari : Jean", "Jean"), ("adjointe du Dr Roux", "Dr Roux"), ("PA to Jean", "Jean"),
        ("épouse de Jean", "Jean"), ("widow of Jean", "Jean"),
    ],
)  # fmt: skip
def test_what_leads_over_is_left_out_before_the_name(text, name):
    assert leads_over(text)
    assert without_lead(text) == name


@pytest.mark.parametrize(
    "text",
    ["Marie", "Pourcel Jean", "Forster", "épouse Martin", "directrice", "directrice de projet",
     "mère", "maman", "Parker", "Chezelles", "Byron", ""],
)  # fmt: skip
def test_a_name_a_job_and_a_relation_alone_lead_over_to_nobody(text):
    assert not leads_over(text)
    assert without_lead(text) == text


def test_who_is_called_like_such_a_word_is_not_her_own_agent():
    assert leads_over("Para Smith")
    assert not leads_over("Para Smith", known={"para"})
    assert list(links_in("Marie Para Smith", known={"para"})) == []
    assert leads_over("p/o Marie O'Neill", known={"marie", "o", "neill"})


def test_links_are_found_inside_a_text_and_not_at_its_beginning():
    text = "pour Jean c/o Marie"

    assert [text[start:end] for start, end in links_in(text)] == ["c/o"]


def test_slashes_of_a_written_word_join_nobody():
    assert list(slashes_in_links("A c/o B / C o/b/o D")) == [3, 13, 15]
    assert list(slashes_in_links("Jac/Orla")) == []


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("née Martin", True), ("dit Petit", True), ("épouse Martin", True), ("vve Martin", True),
        ("épouse Jean Martin", False), ("Martin", False), ("", False),
    ],
)  # fmt: skip
def test_a_birth_name_or_a_married_name_is_the_same_persons(text, is_own):
    assert own_other_name(words(text)) is is_own


def test_the_words_before_another_name_are_those_that_may_name_somebody():
    assert before_other_name(words("Jean Roux dit Petit")) == ("jean", "roux")
    assert before_other_name(words("née Martin")) == ()
    assert before_other_name(words("Jean Roux")) == ("jean", "roux")
