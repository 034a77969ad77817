"""Names of people: case, accents, order, one cell or two."""

import pytest

from dsr_desktop.domain.asked import make_name
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.names import (
    NameAgreement,
    NameKind,
    RowName,
    compare_names,
    likely_names,
    names_of_row,
)
from dsr_desktop.domain.person import words


def name_in(text, kind=NameKind.NAME_COLUMN):
    return RowName(words(text), text, ((1, text),), kind)


def compared(asked, there):
    return compare_names(make_name("name", asked), there)


def written(cells):
    return [(name.written, name.kind) for name in names_of_row(cells)]


@pytest.mark.parametrize(
    ("there", "agreement"),
    [
        ("Camille Dupont", NameAgreement.SAME),
        (" Camille Dupont ", NameAgreement.SAME),
        ("CAMILLE DUPONT", NameAgreement.OTHER_WRITING),
        ("Camille-Dupont", NameAgreement.OTHER_WRITING),
        ("Camïlle Dùpont", NameAgreement.OTHER_WRITING),
        ("DUPONT Camille", NameAgreement.SWAPPED),
        ("Dupont, Camille", NameAgreement.SWAPPED),
        ("Camille Marie Dupont", NameAgreement.IN_PART),
        ("Mme Camille Dupont", NameAgreement.OTHER_WRITING),
        ("Camille Martin", None),
        ("Dupont", None),
        ("", None),
    ],
)
def test_a_name_column_is_compared_word_by_word(there, agreement):
    assert compared("Camille Dupont", name_in(there)) is agreement


def test_ligatures_are_two_letters():
    assert compared("Lætitia Cœur", name_in("laetitia coeur")) is NameAgreement.OTHER_WRITING


def test_nothing_asked_agrees_with_nothing():
    assert compared("…", name_in("Camille")) is None


def test_a_name_in_a_longer_text_is_inside_it_in_either_order():
    note = name_in("rappeler Dupont Camille lundi", NameKind.OTHER_CELL)

    assert compared("Camille Dupont", note) is NameAgreement.INSIDE_TEXT


def test_words_scattered_over_a_text_are_no_name():
    note = name_in("Camille a vu Paul Dupont", NameKind.OTHER_CELL)

    assert compared("Camille Dupont", note) is None


def test_two_cells_side_by_side_are_a_name_only_when_they_hold_nothing_else():
    assert compared("Camille Dupont", name_in("Dupont Camille", NameKind.NEIGHBOURS)) is (
        NameAgreement.SWAPPED
    )
    assert compared("Camille Dupont", name_in("Dupont Camille Metz", NameKind.NEIGHBOURS)) is None


def test_a_name_column_full_of_names_is_no_single_name():
    crowd = name_in("Camille Dupont Paul Petit Zoé Roux Jean Noir Luc")

    assert compared("Camille Dupont", crowd) is None


def test_given_and_family_name_columns_make_one_name():
    cells = [(1, "Dupont", Field.FAMILY_NAME), (2, "Camille", Field.GIVEN_NAME)]

    assert list(names_of_row(cells)) == [
        RowName(
            ("camille", "dupont"), "Camille Dupont", ((2, "Camille"), (1, "Dupont")), NameKind.NAME_COLUMN
        )
    ]  # fmt: skip


def test_birth_name_and_married_name_both_make_a_name():
    cells = [
        (1, "Dupont", Field.FAMILY_NAME), (2, "Martin", Field.FAMILY_NAME),
        (3, "Camille", Field.GIVEN_NAME),
    ]  # fmt: skip

    assert [name.written for name in names_of_row(cells)] == ["Camille Dupont", "Camille Martin"]


def test_a_lone_name_column_is_a_name():
    assert written([(1, "Dupont", Field.FAMILY_NAME)]) == [("Dupont", NameKind.NAME_COLUMN)]
    assert written([(1, "Camille", Field.GIVEN_NAME)]) == [("Camille", NameKind.NAME_COLUMN)]
    assert written([(1, "Camille Dupont", Field.NAME)]) == [
        ("Camille Dupont", NameKind.NAME_COLUMN)
    ]


def test_columns_with_another_meaning_hold_no_name():
    assert written([(1, "Dupont SA", Field.COMPANY), (2, "rue Dupont", Field.ADDRESS)]) == []


def test_notes_and_columns_without_meaning_may_hold_a_name():
    assert written([(1, "vu Camille", Field.NOTE)]) == [("vu Camille", NameKind.OTHER_CELL)]


def test_neighbours_without_a_title_may_be_a_name():
    assert written([(1, "Camille", None), (2, "Dupont", None)]) == [
        ("Camille", NameKind.OTHER_CELL),
        ("Dupont", NameKind.OTHER_CELL),
        ("Camille Dupont", NameKind.NEIGHBOURS),
    ]


def test_cells_with_a_gap_between_them_are_no_neighbours():
    assert (NameKind.NEIGHBOURS) not in {
        kind for _text, kind in written([(1, "Camille", None), (3, "Dupont", None)])
    }


@pytest.mark.parametrize(
    ("given", "family"),
    [((1, 4, 7), (2, 8)), ((5,), (1, 9)), ((1, 2, 3), (4, 5)), ((3, 9), (1, 5, 7))],
)
def test_where_there_are_more_of_one_each_given_name_goes_with_the_nearest(given, family):
    cells = [(n, f"G{n}", Field.GIVEN_NAME) for n in given]
    cells += [(n, f"F{n}", Field.FAMILY_NAME) for n in family]
    pairs = [(name.cells[0][0], name.cells[1][0]) for name in names_of_row(sorted(cells))]

    if len(given) > 1:
        assert pairs == [(n, min(family, key=lambda other: abs(other - n))) for n in given]
    else:
        assert pairs == [(n, other) for n in given for other in family]


def test_another_spelling_of_a_part_is_a_part():
    assert compared("Anna Müller", name_in("Anna Eva Mueller")) is NameAgreement.IN_PART


def test_names_that_share_no_word_with_what_is_asked_are_not_likely():
    cells = [(1, "Camille", None), (2, "Paul", None)]

    assert [name.written for name in likely_names(cells, {"paul"})] == ["Paul", "Camille Paul"]


@pytest.mark.parametrize("kind", [NameKind.NAME_COLUMN, NameKind.OTHER_CELL])
@pytest.mark.parametrize(
    "cell",
    [
        "Mme Camille Dupont", "Dr. Camille Dupont", "Frau Camille Dupont", "Sig.ra Camille Dupont",
        "Camille DUPONT (M.)", "Camille Dupont <camille.dupont@acme.example>",
        "Camille Dupont, e-mail : camille.dupont@acme.example",
        "Me Camille Dupont - tél. 06 12 34 56 78",
    ],
)  # fmt: skip
def test_a_name_with_a_civility_an_address_or_a_phone_is_a_name(cell, kind):
    assert compared("Camille Dupont", name_in(cell, kind)) in {
        NameAgreement.SAME,
        NameAgreement.OTHER_WRITING,
    }


@pytest.mark.parametrize(
    "cell",
    ["rappeler Mme Camille Dupont", "Camille Dupont <c@a.example>; Paul Noir <p@b.example>",
     "camille.dupont@acme.example", "vu par camille.dupont@acme.example"],
)  # fmt: skip
def test_a_longer_sentence_or_an_address_alone_only_mentions_the_name(cell):
    text = name_in(cell, NameKind.OTHER_CELL)

    assert compared("Camille Dupont", text) is NameAgreement.INSIDE_TEXT


def test_a_civility_that_is_asked_for_is_part_of_the_name():
    assert compared("Me Dupont", name_in("Me Dupont")) is NameAgreement.SAME
