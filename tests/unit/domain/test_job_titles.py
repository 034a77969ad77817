"""Jobs and titles beside a name."""

import pytest

from dsr_desktop.domain.job_titles import is_only_title, is_title_word
from dsr_desktop.domain.person import words


@pytest.mark.parametrize(
    "text",
    ["DPO", "directrice commerciale", "Head of Sales", "assistante de direction", "PDG",
     "Responsable des Ressources Humaines", "VP Marketing", "infirmière", "membre", "Chargé d'affaires"],
)  # fmt: skip
def test_a_job_is_told_however_long_it_is(text):
    assert is_only_title(words(text))


@pytest.mark.parametrize(
    "text",
    ["Jean", "Roux", "Directeur Roux", "assistante de Jean", "Boulanger", "Maire", "Page", "Acme",
     "de la", "", "Mme"],
)  # fmt: skip
def test_what_may_name_somebody_is_no_job(text):
    assert not is_only_title(words(text))


def test_a_word_alone_is_looked_up_folded():
    assert is_title_word("gerante")
    assert not is_title_word("dupont")
