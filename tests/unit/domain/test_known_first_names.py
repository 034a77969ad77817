"""Usual first names."""

import pytest

from dsr_desktop.domain.first_names.known import is_first_name


@pytest.mark.parametrize(
    "name",
    ["marie", "maria", "jean", "jan", "louis", "louise", "lea", "leo", "theo", "thea", "fred", "ines",
     "mohamed", "ayoub", "heike", "jill"],
)  # fmt: skip
def test_usual_first_names_are_known(name):
    assert is_first_name(name)


@pytest.mark.parametrize("word", ["", "dupont", "camile", "lefebvre", "75001", "Marie", ":"])
def test_other_words_are_none(word):
    assert not is_first_name(word)
