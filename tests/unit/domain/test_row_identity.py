"""What tells people apart, packed as integers."""

import pytest

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.row_identity import (
    CounterWatch,
    Identities,
    RowKey,
    identifier_in,
    identity_of,
)

FIELDS = (Field.NAME, Field.EMAIL, Field.PHONE, None, Field.IDENTIFIER)
HEADERS = ("Nom", "E-mail", "Téléphone", "Commande", "Id")


def identity(*cells, keys=()):
    return identity_of(Row(cells, FIELDS, HEADERS), [RowKey(*key) for key in keys])


def test_a_name_is_the_same_in_any_order_case_and_accent():
    assert identity("Léa BLANC").name == identity("Blanc Lea").name != 0


def test_nothing_said_is_zero():
    nothing = identity("", "", "", "x", "")

    assert (nothing.identifier, nothing.name, nothing.birth, nothing.place) == (0, 0, 0, 0)
    assert not nothing.keys


def test_keys_are_those_of_columns_of_their_kind():
    keys = [(1, "a@x.example", 2), (1, "b@x.example", 4), (2, "12345678", 3), (2, "87654321", 4),
            (2, "11111111", 9)]  # fmt: skip

    found = identity("", "a@x.example", "0612345678", "b@x.example", "", keys=keys)

    assert (len(found.emails), len(found.phones)) == (1, 1)


def test_a_key_kept_for_somebody_else_is_left_out():
    row = Row(["p@x.example"], (Field.EMAIL,), ("E-mail parrain",))

    assert identity_of(row, [RowKey(1, "p@x.example", 1)]).emails == ()


def test_packed_identities_come_back_as_they_were():
    given = [
        identity("Léa Blanc", "a@x.example", keys=[(1, "a@x.example", 2)]),
        identity("", "", "0612345678", "", "C 7", keys=[(2, "12345678", 3)]),
        identity("Paul Le Petit"),
    ]
    packed = Identities()

    for one in given:
        packed.add(one)

    assert list(packed) == given
    assert (len(packed), packed[1]) == (3, given[1])


def test_identifiers_are_the_same_without_case_and_separators():
    assert (
        identity("", "", "", "", "C-0042").identifier
        == identity("", "", "", "", "c0042").identifier
    )
    assert identifier_in(Row(["", "", "", "", " 42 "], FIELDS, HEADERS)) == "42"
    assert identifier_in(Row(["Paul"], FIELDS, HEADERS)) == ""


@pytest.mark.parametrize(
    ("identifiers", "is_counter"),
    [
        (["1", "2", "3", "4"], True),
        (["17", "18", "", "19"], True),
        (["1", "2", "4", "7"], False),
        (["3", "2", "1"], False),
        (["C1", "C2", "C3"], False),
        (["1"], False),
        ([], False),
        (["9" * 40, "9" * 40], False),
    ],
)
def test_numbers_that_count_the_rows_are_no_identifiers(identifiers, is_counter):
    watch = CounterWatch()

    for one in identifiers:
        watch.see(one)

    assert watch.is_counter is is_counter
