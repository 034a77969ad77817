"""Several people's names in one cell."""

import pytest

from dsr_desktop.domain.joined_names import people_in


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Jean et Marie", ["Jean", "Marie"]),
        ("JEAN ET MARIE", ["JEAN", "MARIE"]),
        ("Jean Dupont & Marie Martin", ["Jean Dupont", "Marie Martin"]),
        ("Jean &amp; Marie", ["Jean", "Marie"]),
        ("John and Mary Smith", ["John", "Mary Smith"]),
        ("Hans und Eva", ["Hans", "Eva"]),
        ("José y María", ["José", "María"]),
        ("João e Maria", ["João", "Maria"]),
        ("Jean+Marie", ["Jean", "Marie"]),
        ("Jean / Marie / Zoé", ["Jean", "Marie", "Zoé"]),
        ("Jean;Marie;", ["Jean", "Marie"]),
        ("Jean ou Marie Dupont", ["Jean", "Marie Dupont"]),
        ("John or Mary Smith", ["John", "Mary Smith"]),
        ("Hans oder Eva", ["Hans", "Eva"]),
        ("Hans u. Eva Weiss", ["Hans", "Eva Weiss"]),
        ("Jean Dupont | Marie Martin", ["Jean Dupont", "Marie Martin"]),
        ("Jean Dupont\r\nMarie Martin", ["Jean Dupont", "Marie Martin"]),
        ("Jean Dupont - Marie Martin", ["Jean Dupont", "Marie Martin"]),
        ("Jean Dupont \u2013 Marie Martin", ["Jean Dupont", "Marie Martin"]),
        ("M. et Mme Dupont", ["", "Dupont"]),
        ("Mme Marie Dupont et M. Jean Martin", ["Marie Dupont", "Jean Martin"]),
        ("Jean-Baptiste et Marie Louise", ["Jean-Baptiste", "Marie Louise"]),
        ("(Jean et Marie)", ["Jean", "Marie"]),
        ("Jean Roux - PDG & Marie Dupont - DPO", ["Jean Roux - PDG", "Marie Dupont - DPO"]),
        ("Jean Roux (PDG) / Marie Dupont (DPO)", ["Jean Roux (PDG)", "Marie Dupont (DPO)"]),
        ("Famille Roux (Jean et Marie)", ["Famille Roux (Jean", "Marie"]),
    ],
)
def test_a_joining_word_or_sign_separates_people(cell, people):
    assert [part.text for part in people_in(cell)] == people


@pytest.mark.parametrize(
    "cell",
    ["Jean-Baptiste", "Marie Louise", "Mme Anne Roux", "D&#39;Arc Jeanne", "Andreas", "Yves Etienne",
     "Dupont, Jean", "Emmanuel Eyrolles", "Undine Handke", "Oriane Ouvrard", "Jean-U. Roux", "Marie Dupont c/o Roux", "Marie Dupont p/o Roux", "Marie Dupont o/b/o Roux", "Marie Dupont a/s Roux", "Marie Dupont - DPO", "Marie Dupont / DRH", " / ", "", "Marie E. Dupont"],
)  # fmt: skip
def test_a_name_without_one_is_one_persons_and_stays_as_written(cell):
    assert [part.text for part in people_in(cell)] == [cell]


def test_a_job_belongs_to_the_text_of_a_part_and_is_none_of_the_words_of_the_name():
    (part,) = people_in("Marie Dupont / DRH")

    assert (part.text, part.words) == ("Marie Dupont / DRH", {"marie", "dupont"})
    assert part.name == "Marie Dupont"
