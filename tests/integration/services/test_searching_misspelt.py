"""Finding a person although the list, or the one who asks, misspelt something."""

import pytest

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.lookups import lookups_for
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.vocabulary import Vocabulary
from dsr_desktop.services.candidates import MOST_MISSPELT, MOST_UNITED, exact_rows
from dsr_desktop.services.searching import search
from dsr_desktop.store.vocabulary import vocabulary_of


@pytest.fixture(scope="module")
def register(tmp_path_factory, copy_register, write_csv, bring_in):
    folder = tmp_path_factory.mktemp("misspelt")
    title = ["Prénom", "Nom", "Adresse", "Code postal", "Ville", "Né le"]
    others = [["Paul", f"Autre{chr(97 + n // 26)}{chr(97 + n % 26)}", f"{n} quai Vauban", "13008",
               "Marseille", "1950-01-01"] for n in range(100)]  # fmt: skip
    people = [
        ["Camille", "Beauchamp", "12 rue des Tilleuls", "57000", "Metz", "1990-05-04"],
        ["Cammille", "Bauchamp", "12 rue des Tileuls", "57000", "Mets", ""],
        ["Sidonie", "Kermarrec", "", "", "", ""],
        ["Sidonie", "Lefort", "", "", "", ""],
        ["Beauchamp", "Camille", "", "", "", ""],
        *[["Lucas", f"Dumontel{chr(97 + n % 26)}", "", "", "", ""] for n in range(200)],
    ]
    last = ["Rémi", "Vasseur", "sur le vieux quai", "", "", ""]
    opened = copy_register(folder / "register.dsr")
    bring_in(opened, write_csv(folder / "liste.csv", [title, *people, *others, last]))
    yield opened
    opened.close()


def rows(register, **asked):
    return [hit.place.row.n for hit in search(register, make_criteria(asked), limit=None).hits]


@pytest.mark.parametrize(
    "name",
    ["Camille Beauchamp", "Camile Beauchamp", "Camille Beauchmap", "Camille Bauchmap",
     "Beauchanp Camille", "CAMILLE BEAUCHAMPS"],
)  # fmt: skip
def test_a_name_is_found_with_up_to_two_typos(register, name):
    assert {2, 6} <= set(rows(register, name=name))


def test_the_name_as_asked_comes_before_a_misspelt_one(register):
    found = rows(register, name="Camille Beauchamp")

    assert found.index(2) < found.index(3)


def test_whoever_only_shares_half_a_name_is_not_found(register):
    assert rows(register, name="Sidonie Kermarrec") == [4]


def test_a_row_with_name_street_and_town_misspelt_is_found_by_what_is_left(register):
    asked = {"given_name": "Camile", "family_name": "Beauchanps", "address": "12 rue des Tilleul",
             "postcode": "57000", "city": "Metz"}  # fmt: skip

    assert set(rows(register, **asked)[:2]) == {2, 3}


def test_a_birth_date_finds_a_name_that_nobody_could_guess(register):
    assert rows(register, name="Camille Ducerf", birth_date="1990-05-04") == [2]


def test_a_town_alone_finds_nobody_when_a_name_is_asked(register):
    assert rows(register, name="Zénobie Quillivic", city="Marseille") == []


@pytest.mark.parametrize(
    "asked",
    [{"name": "Camille Beauchamp"}, {"name": "Camille de la Beauchamp"}, {"name": "Inconnue Nulle"},
     {"given_name": "Sidonie"}, {"name": "Paul Autreaa", "city": "Marseille"}],
    ids=str,
)  # fmt: skip
def test_leaving_out_words_that_no_row_has_loses_no_row(register, asked):
    lookups = lookups_for(make_ready(make_criteria(asked), "FR"))
    vocabulary = vocabulary_of(register.database)

    assert exact_rows(register.database, lookups, vocabulary) == exact_rows(
        register.database, lookups
    )


def test_the_index_is_not_asked_for_a_name_of_words_that_no_row_has(register):
    search(register, make_criteria({"name": "Camille Beauchamp"}))
    queries = []
    register.database.connection.set_trace_callback(queries.append)

    assert rows(register, name="Zzyzx Qwqwqw") == []

    register.database.connection.set_trace_callback(None)
    assert not any("MATCH" in query for query in queries)


def test_what_is_similar_is_bounded_and_comes_in_the_same_order_every_time(register):
    asked = {"name": "Lucas Dumontelx"}
    first = rows(register, **asked)

    assert 0 < len(first) <= MOST_MISSPELT + 2 * MOST_UNITED
    assert all(rows(register, **asked) == first for _ in range(3))


def test_all_rows_with_the_very_name_are_counted_however_many(register):
    assert search(register, make_criteria({"given_name": "Lucas"}), limit=5).total == 200


def test_each_of_many_namesakes_has_the_reasons_of_its_own_row(register):
    hits = search(register, make_criteria({"given_name": "Lucas"}), limit=None).hits

    for hit in hits:
        cells = hit.place.row.cells
        assert all(cells[one.column - 1] == one.cell for one in hit.grade.reasons)
    assert len({hit.place.row.n for hit in hits}) == len(hits)


def test_a_misspelt_name_is_never_more_than_weak(register):
    result = search(register, make_criteria({"name": "Camille Beauchmap"}), level=Level.PROBABLE)

    assert result.total == 0


@pytest.mark.parametrize(
    "name", ["x", "de la", "é", "a b c d e f g h i j k", '"OR"', "* ( ) AND", "\u19b0 \u19b0", "ﬀ"]
)
def test_odd_names_get_an_answer_and_never_everything(register, name):
    assert search(register, make_criteria({"name": name})).total < 100


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory, copy_register, write_csv, bring_in):
    """Return a register in which a misspelt name is that of a town, and one that many have."""
    folder = tmp_path_factory.mktemp("namesakes")
    title = ["Prénom", "Nom", "Ville"]
    of_the_town = [
        ["Sylvie", f"Autre{chr(97 + n // 26)}{chr(97 + n % 26)}", "Clermont-Ferrand"]
        for n in range(600)
    ]
    people = [
        *of_the_town,
        ["Sylvie", "Ferrorand", "Metz"],
        *[["Paul-Marc", "Morizot", f"Ville {n}"] for n in range(60)],
        *[["Paul", "Morizot", f"Ville {n}"] for n in range(60)],
    ]
    opened = copy_register(folder / "register.dsr")
    bring_in(opened, write_csv(folder / "liste.csv", [title, *people]))
    yield opened
    opened.close()


def test_the_people_of_a_town_do_not_take_the_place_of_a_misspelt_name(namesakes):
    assert rows(namesakes, name="Sylvie Ferroand")[0] == 602


def test_of_a_name_that_no_row_has_more_misspelt_ones_are_found(namesakes):
    assert set(range(663, 723)) <= set(rows(namesakes, name="Paul Morizott"))


def test_of_rows_that_agree_alike_those_with_fewer_names_come_first(namesakes):
    assert set(rows(namesakes, name="Paul Morizott")[:60]) == set(range(663, 723))


def test_bare_initials_are_not_looked_up_where_they_are_a_word_of_many_rows(register):
    """Whoever is called Lambert Evie may stand as LE, but not in every row with "le" in it."""
    lookups = lookups_for(make_ready(make_criteria({"name": "Lambert Evie"}), "FR"))
    assert ("le",) in lookups.word_groups

    rare, frequent = (
        exact_rows(register.database, lookups, Vocabulary(2_000, {"le": rows}))
        for rows in (1_000, 1_001)
    )

    assert (len(rare), len(frequent)) == (1, 0)
