"""Several e-mails or phone numbers in one cell."""

import pytest

from dsr_desktop.domain.joined_keys import keys_in


def written_in(cell):
    return [key.written for key in keys_in(cell, "FR")]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("jean@x.example", ["jean@x.example"]),
        ("jean@x.example; marie@y.example", ["jean@x.example", "marie@y.example"]),
        ("Jean@X.example,marie@y.example", ["Jean@X.example", "marie@y.example"]),
        ("jean@x.example\nmarie@y.example", ["jean@x.example", "marie@y.example"]),
        ("Jean <jean@x.example>, Marie <marie@y.example>", ["jean@x.example", "marie@y.example"]),
        ("jean [at] x.example; marie@y.example", ["jean [at] x.example", "marie@y.example"]),
        ("jean@x.example / JEAN@x.example", ["jean@x.example"]),
        ("06 12 34 56 78", ["06 12 34 56 78"]),
        ("06/12/34/56/78", ["06/12/34/56/78"]),
        ("06 12 34 56 78 (Jean) / 07 98 76 54 32 (Marie)", ["06 12 34 56 78", "07 98 76 54 32"]),
        ("06 12 34 56 78 07 98 76 54 32", ["06 12 34 56 78", "07 98 76 54 32"]),
        ("0612345678/0798765432", ["0612345678", "0798765432"]),
        ("+33 6 12 34 56 78 ; 07 98 76 54 32", ["+33 6 12 34 56 78", "07 98 76 54 32"]),
        ("marie@y.example - 06 12 34 56 78", ["marie@y.example", "06 12 34 56 78"]),
        ("jean [at] x.example; absent", ["jean [at] x.example"]),
        ("57000 06 12 34 56 78", ["06 12 34 56 78"]),
        ("poste 12", []),
        ("", []),
    ],
)
def test_each_key_is_found_as_it_is_written(cell, written):
    assert written_in(cell) == written


@pytest.mark.parametrize(
    ("cell", "beside"),
    [
        ("06 12 34 56 78 (Jean) / 07 98 76 54 32 (Marie)", [("jean",), ("marie",)]),
        ("Jean 06 12 34 56 78, Marie 07 98 76 54 32", [("jean",), ("marie",)]),
        ("06 12 34 56 78 Jean 07 98 76 54 32 Marie", [("jean",), ("marie",)]),
        ("Jean <jean@x.example> Marie <marie@y.example>", [("jean",), ("marie",)]),
        ("06 12 34 56 78 / 07 98 76 54 32", [(), ()]),
    ],
)
def test_the_words_beside_a_key_are_its_own(cell, beside):
    assert [key.beside for key in keys_in(cell, "FR")] == beside


def test_keys_have_the_forms_that_are_asked_for():
    first, second = keys_in("Jean@X.example / 06 12 34 56 78", "FR")

    assert (first.forms, second.forms) == ({"jean@x.example"}, {"+33612345678"})
