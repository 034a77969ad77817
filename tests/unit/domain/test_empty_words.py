"""What any list is full of is nobody's name, and never finds everything."""

import pytest

from dsr_desktop.domain.asked import make_ready, unclear_notices
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.empty_words import says_too_little
from dsr_desktop.domain.lookups import lookups_for
from dsr_desktop.domain.person import words


@pytest.mark.parametrize(
    "text",
    ["a", "à", "7", "A.", "J. D.", "de", "de la", "Van", "the", "of the", "Mme", "M.", "l'", ""],
)
def test_a_letter_and_small_words_say_too_little(text):
    assert says_too_little(words(text))


@pytest.mark.parametrize(
    "text",
    ["Le Van", "An Do", "De Gaulle", "Li", "李", "42", "La Rochelle", "Mme Dupont", "J. Doe"],
)
def test_names_made_of_short_words_are_names(text):
    assert not says_too_little(words(text))


@pytest.mark.parametrize(
    "criterion", ["name", "given_name", "family_name", "text", "email", "phone"]
)
@pytest.mark.parametrize("text", ["a", "de la", "the"])
def test_they_are_not_looked_up_and_a_hint_says_so(criterion, text):
    asked = make_ready(make_criteria({criterion: text}), "FR")

    assert not asked.names
    assert not asked.texts
    assert lookups_for(asked) == lookups_for(make_ready(make_criteria({"email": "."}), "FR"))
    assert any("one letter" in notice.sentence for notice in unclear_notices(asked))


def test_what_else_is_asked_is_looked_for_all_the_same():
    asked = make_ready(make_criteria({"name": ["de", "Camille Dupont"], "text": "the"}), "FR")

    assert [name.text for name in asked.names] == ["Camille Dupont"]
    assert [notice.sentence[:25] for notice in unclear_notices(asked)] == [
        "A criterion is one letter"
    ]


def test_a_letter_beside_the_family_name_is_an_initial():
    asked = make_ready(make_criteria({"given_name": "J", "family_name": "Doe"}), "FR")

    assert [name.words for name in asked.names] == [("j", "doe")]
    assert list(unclear_notices(asked)) == []


@pytest.mark.parametrize("text", ["-", "…", "()"])
def test_signs_alone_are_told_as_such(text):
    asked = make_ready(make_criteria({"name": text}), "FR")

    (notice,) = unclear_notices(asked)
    assert "no letter and no figure" in notice.sentence
