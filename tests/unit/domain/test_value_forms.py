"""Forms in which companies, addresses, postcodes and cities are compared."""

import pytest

from dsr_desktop.domain.value_forms import (
    address_words,
    canonical_postcode,
    city_words,
    company_words,
    house_numbers,
)


@pytest.mark.parametrize(
    "written",
    ["Dupont", "DUPONT SARL", "S.A.R.L. Dupont", "Dupont & Cie", "Dupont et Cie SAS", "Dupont S.A.",
     "SASU Dupont", "Dupont EURL", "SCI Dupont", "Dupont GmbH", "Dupont G.m.b.H. & Co. KG", "Dupont AG",
     "Dupont Ltd.", "Dupont, Inc.", "Dupont B.V.", "Dupont S.r.l.", "Dupont S.p.A.", "Société Dupont"],
)  # fmt: skip
def test_a_legal_form_is_no_part_of_a_companys_name(written):
    assert company_words(written) == ("dupont",)


@pytest.mark.parametrize(
    ("written", "there"),
    [("SAS", ("sas",)), ("A.C.M.E.", ("acme",)), ("Dupont et Fils", ("dupont", "fils")), ("", ())],
)  # fmt: skip
def test_what_else_a_company_is_called_is_kept(written, there):
    assert company_words(written) == there


@pytest.mark.parametrize(
    ("one", "other"),
    [("Miller & Daughters", "Miller and Daughters Ltd."), ("Roux & Fils", "ROUX ET FILS SARL"),
     ("García & Hijos", "Garcia y Hijos"), ("Boulangerie Saint-Clair", "Boulangerie St Clair"),
     ("Pharmacie Sainte-Foy", "Pharmacie Ste Foy"), ("Sté Roux", "Roux"), ("Roux & Cie", "Roux")],
)  # fmt: skip
def test_and_and_saint_may_be_written_otherwise(one, other):
    assert company_words(one) == company_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Miller & Daughters", "Miller & Sons"), ("Garage Saint-Clair", "Garage Clair"), ("A & B", "A"),
     ("Pharmacie Sainte-Foy", "Pharmacie Foy"), ("E. Roux", "Roux"), ("and", "et")],
)  # fmt: skip
def test_two_companies_stay_two(one, other):
    assert company_words(one) != company_words(other)


@pytest.mark.parametrize(
    "written",
    ["12 bis, avenue de la Gare", "12bis av. de la gare", "12 B Ave de la Gare", "12 bis AV DE LA GARE",
     "n° 12 bis, avenue de la Gare"],
)  # fmt: skip
def test_an_address_is_written_out(written):
    assert address_words(written) == ("12bis", "avenue", "gare")


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("3 bd St-Michel", ("3", "boulevard", "st", "michel")),
        ("3 boulevard Saint Michel", ("3", "boulevard", "st", "michel")),
        ("12 r. Royale", ("12", "rue", "royale")),
        ("4 ter pl. du Marché", ("4ter", "place", "marche")),
        ("Hauptstr. 5", ("hauptstrasse", "5")),
        ("Hauptstraße 5", ("hauptstrasse", "5")),
        ("10 High Street", ("10", "high", "st")),
        ("", ()),
    ],
)
def test_usual_short_words_of_addresses_are_known(written, there):
    assert address_words(written) == there


def test_a_house_number_is_told_from_a_postcode():
    assert house_numbers(address_words("12 bis rue des Lilas 75011 Paris")) == {"12bis"}
    assert house_numbers(address_words("rue des Lilas")) == frozenset()


@pytest.mark.parametrize("written", ["75011", " 75 011 ", "F-75011", "FR 75011"])
def test_a_postcode_stands_without_spaces_and_country(written):
    assert canonical_postcode(written) == "75011"


def test_letters_of_a_postcode_are_kept():
    assert canonical_postcode("sw1a 1aa") == canonical_postcode("SW1A1AA") == "SW1A1AA"
    assert canonical_postcode("-") == ""


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("Paris", ("paris",)),
        ("PARIS 11e", ("paris",)),
        ("75011 Paris", ("paris",)),
        ("Paris 11ème arrondissement", ("paris",)),
        ("Paris Cedex 09", ("paris",)),
        ("Lyon 3", ("lyon",)),
        ("Saint-Étienne", ("st", "etienne")),
        ("St Etienne", ("st", "etienne")),
        ("Sainte-Foy", ("ste", "foy")),
        ("Villeneuve s/ Lot", ("villeneuve", "sur", "lot")),
        ("75011", ("75011",)),
        ("Bourg-en-Bresse cedex", ("bourg", "en", "bresse")),
        ("", ()),
    ],
)
def test_a_city_stands_without_district_and_cedex(written, there):
    assert city_words(written) == there
