"""How much evidence a row holds that it is about the person asked for."""

from typing import NamedTuple

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.bits import scale_of, weigh
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.grading import grade_row
from dsr_desktop.domain.matching import How
from dsr_desktop.domain.rarity import UNKNOWN_RARITY, Rarity
from dsr_desktop.domain.row import Row

F = Field
REGISTER = Rarity(100_000, {"jean": 14_000, "martin": 2_000, "lyon": 11_000, "wojcik": 3})
PERSON = [F.GIVEN_NAME, F.FAMILY_NAME, F.ADDRESS, F.POSTCODE, F.CITY, F.BIRTH_DATE]
ASKED = {
    "given_name": "Camille", "family_name": "Beauchamp", "address": "12 rue des Tilleuls",
    "postcode": "57000", "city": "Metz", "birth_date": "1990-05-04",
}  # fmt: skip
SAME = ["Camille", "Beauchamp", "12 rue des Tilleuls", "57000", "Metz", "1990-05-04"]


def scale(asked, rarity=UNKNOWN_RARITY):
    return scale_of(make_ready(make_criteria(asked), "FR"), rarity)


def bits(asked, cells, fields, rarity=UNKNOWN_RARITY):
    return weigh(scale(asked, rarity), Row(cells, fields), ()).bits


def person(**changed):
    cells = [changed.get(str(field), cell) for field, cell in zip(PERSON, SAME, strict=True)]
    return bits(ASKED, cells, PERSON)


def test_a_rare_name_says_more_than_a_frequent_one():
    names = [F.GIVEN_NAME, F.FAMILY_NAME]
    rare = bits({"name": "Jean Wojcik"}, ["Jean", "Wojcik"], names, REGISTER)
    frequent = bits({"name": "Jean Martin"}, ["Jean", "Martin"], names, REGISTER)

    assert rare > frequent > 0


def test_a_small_register_does_not_take_every_name_for_rare():
    assert Rarity(5, {"martin": 5}).bits("martin") < Rarity(5, {"martin": 1}).bits("martin") < 11


class Step(NamedTuple):
    what: str
    better: dict
    worse: dict


STEPS = [
    Step("family name misspelt", {}, {"family_name": "Beauchmap"}),
    Step("two typos", {"family_name": "Beauchmap"}, {"family_name": "Bauchmap"}),
    Step("another family name", {"family_name": "Bauchmap"}, {"family_name": "Lefort"}),
    Step("no family name rather than another", {"family_name": ""}, {"family_name": "Lefort"}),
    Step("initial", {}, {"given_name": "C."}),
    Step("another given name", {"given_name": "C."}, {"given_name": "Paul"}),
    Step("names swapped", {}, {"given_name": "Beauchamp", "family_name": "Camille"}),
    Step("day and month swapped", {}, {"birth_date": "1990-04-05"}),
    Step("one figure", {}, {"birth_date": "1990-05-05"}),
    Step("another day", {"birth_date": "1990-05-05"}, {"birth_date": "1961-12-30"}),
    Step("no birth date rather than another", {"birth_date": ""}, {"birth_date": "1961-12-30"}),
    Step("one figure of the postcode", {}, {"postcode": "57001"}),
    Step("another postcode", {"postcode": "57001"}, {"postcode": "13008"}),
    Step("town misspelt", {}, {"city": "Mets"}),
    Step("another town", {"city": "Mets"}, {"city": "Toulouse"}),
    Step("street misspelt", {}, {"address": "12 rue des Tilleusl"}),
    Step("another street", {"address": "12 rue des Tilleusl"}, {"address": "3 quai Vauban"}),
]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.what)
def test_less_agreement_gives_fewer_bits(step):
    assert person(**step.worse) < person(**step.better)


def test_everything_as_asked_is_worth_at_most_what_was_asked():
    asked = scale(ASKED)

    assert asked.threshold < person() <= asked.most


def test_the_threshold_grows_with_how_much_is_asked():
    name = {"name": "Camille Beauchamp"}
    asked = [
        name,
        name | {"postcode": "57000"},
        name | {"postcode": "57000", "birth_date": "1990-05-04"},
    ]
    thresholds = [scale(one).threshold for one in asked]

    assert thresholds == sorted(set(thresholds))


def test_the_score_is_50_at_the_threshold_and_stays_between_0_and_100():
    asked = scale(ASKED)

    assert asked.score(asked.threshold) == 50
    assert 0 < asked.score(-500) < asked.score(asked.threshold - 1) < 50 < asked.score(500) <= 100


def test_a_list_without_titles_is_weighed_too():
    assert bits({"name": "Camille Beauchamp"}, ["Beauchamp", "Camille"], []) > 15


def test_agreements_that_only_the_weighing_sees_are_told():
    cells = ["Camille", "Beauchmap", "9 rue des Tilleuls", "57001", "Metz", "1990-04-05"]
    found = weigh(scale(ASKED), Row(cells, PERSON), ())

    assert {(one.criterion, one.how) for one in found.reasons} >= {
        ("name", How.NAME_SIMILAR), ("postcode", How.SIMILAR_VALUE),
        ("birth_date", How.DAY_MONTH_SWAPPED),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "is_whole"),
    [(["Camille", "Beauchmap"], True), (["Camille", "Bauchmap"], True), (["Camille", ""], False),
     (["C.", "B."], False), (["Camille", "B."], False), (["Camile", "Bauchamp"], False)],
)  # fmt: skip
def test_a_name_is_whole_when_each_word_has_one_like_it_and_one_the_same(cells, is_whole):
    names = [F.GIVEN_NAME, F.FAMILY_NAME]
    found = weigh(scale({"name": "Camille Beauchamp"}), Row(cells, names), ())

    assert found.has_whole_name is is_whole


def test_a_name_of_which_a_part_is_there_is_told_as_such():
    found = weigh(scale({"name": "Camille Beauchamp"}), Row(["Beauchamp"], [F.NAME]), ())

    assert [one.how for one in found.reasons] == [How.NAME_PARTLY]


@pytest.mark.parametrize("day", ["", "unknown", "1990", "99/99/9999", "1990-13-45"])
def test_what_is_no_day_is_compared_as_far_as_it_goes(day):
    assert person(birth_date=day) < person()


def test_a_row_of_many_words_is_weighed_by_the_first_of_them():
    many = [f"nom{n}" for n in range(500)]

    assert bits({"name": " ".join(many[:60])}, [" ".join(many)], [F.NAME]) > 0


def graded_bits(asked, cells, fields):
    return grade_row(make_ready(make_criteria(asked), "FR"), Row(cells, fields)).bits


@pytest.mark.parametrize(
    ("criterion", "field", "asked", "there"),
    [("city", F.CITY, "Saint-Denis", "ST DENIS CEDEX"), ("postcode", F.POSTCODE, "75011", "F-75011"),
     ("address", F.ADDRESS, "12 avenue Foch", "12, av. Foch")],
)  # fmt: skip
def test_what_comparing_finds_equal_is_weighed_as_equal(criterion, field, asked, there):
    name = {"name": "Camille Beauchamp"}
    fields = [F.NAME, field]
    otherwise = graded_bits(name | {criterion: asked}, ["Camille Beauchamp", there], fields)
    alike = graded_bits(name | {criterion: asked}, ["Camille Beauchamp", asked], fields)

    assert otherwise == pytest.approx(alike, abs=0.6)


@pytest.mark.parametrize("there", ["Zoë Müller", "Zoe Mueller", "MULLER Zoé"])
def test_a_name_found_whole_is_weighed_as_whole_in_any_spelling(there):
    fields = [F.NAME]
    same = graded_bits({"name": "Zoé Müller"}, ["Zoé Müller"], fields)

    assert same - 2 < graded_bits({"name": "Zoé Müller"}, [there], fields) <= same


def test_the_particle_of_a_name_says_little():
    one = bits(
        {"name": "Paul van de Kamp"}, ["Anna", "van de Water"], [F.GIVEN_NAME, F.FAMILY_NAME]
    )

    assert one < 0
