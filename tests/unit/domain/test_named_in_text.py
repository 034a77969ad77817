"""Whether a text names somebody else: by what stands before a capital letter."""

import pytest

from dsr_desktop.domain.named_in_text import Known, Writing, names_another

MARIE = Known(
    hers=frozenset({"marie", "dupont"}),
    others=frozenset({"zoe"}),
    nobodys=frozenset({"metz", "acme"}),
)


def named(text, writing=Writing.PROSE):
    return names_another(text, MARIE, writing)


@pytest.mark.parametrize(
    "text",
    ["rappeler M. Roux", "vu avec Mme Anne Roux", "ma fille Lea viendra", "mon mari, Jean",
     "de la part de Jean", "De : Jean", "From: Jean", "Cc Jean", "Bonjour Jean", "Dear Paul",
     "transféré par Jean", "Jean Roux viendra", "JEAN ROUX", "Zoé viendra aussi", "secrétaire : Jeanne",
     "on behalf of Jean", "Cordialement,\nJean Roux"],
)  # fmt: skip
def test_who_is_led_to_or_has_two_capitals_is_named(text):
    assert named(text)


@pytest.mark.parametrize(
    "text",
    ["Je voudrais un devis.", "Bonjour Madame, Monsieur", "Bonjour Marie", "Mme Dupont",
     "Cordialement, Marie Dupont", "mon mari est d'accord", "une livraison par Colissimo",
     "le 12 Mai à Metz", "avec Acme", "la Direction Commerciale", "Je viens de Metz.", "", "5 M",
     "Vu sur Google Ads", "c/o Marie Dupont", "écrire en Français"],
)  # fmt: skip
def test_her_own_name_a_place_and_a_job_name_nobody_else(text):
    assert not named(text)


def test_beside_a_date_one_capital_is_a_name():
    assert named("03/05/1980 (Jean)", Writing.FIGURES)
    assert not named("3 Mai 1980", Writing.FIGURES)
    assert not named("As written", Writing.FIGURES)


def test_in_a_company_or_a_town_capitals_say_nothing():
    assert not named("Cabinet Grand Angle", Writing.LABEL)
    assert named("Grand Angle, attn Jean", Writing.LABEL)


def test_a_sign_that_ends_a_sentence_leads_to_nobody():
    assert not named("Je suis une amie ! Paris", Writing.LABEL)
