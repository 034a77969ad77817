"""How the rows of two versions pair: the same people, and never two of them."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.keys import keys_of_rows
from dsr_desktop.domain.replacement import all_added, all_removed, pair_rows
from dsr_desktop.domain.row_identity import RowKey
from dsr_desktop.domain.versions import SheetVersion, VersionRow

COLUMNS = (
    Column(1, "Id", Field.IDENTIFIER),
    Column(2, "Prénom", Field.GIVEN_NAME),
    Column(3, "Nom", Field.FAMILY_NAME),
    Column(4, "E-mail", Field.EMAIL),
    Column(5, "Téléphone", Field.PHONE),
    Column(6, "Ville", Field.CITY),
)
DETAILED = (
    Column(1, "Nom", Field.NAME),
    Column(2, "Né le", Field.BIRTH_DATE),
    Column(3, "Adresse", Field.ADDRESS),
    Column(4, "CP", Field.POSTCODE),
    Column(5, "Société", Field.COMPANY),
    Column(6, "E-mail", Field.EMAIL),
    Column(7, "Parrain", Field.EMAIL),
)


def sheet(rows, columns=COLUMNS, name="crm", first_id=1):
    """A version with ids from `first_id` on, and the row numbers below a header."""
    keys = [[] for _row in rows]
    for kind, key, index, column in keys_of_rows(rows):
        keys[index].append(RowKey(int(kind), key, column))
    made = [
        VersionRow(first_id + at, at + 2, join_cells(row), "", keys[at])
        for at, row in enumerate(rows)
    ]
    return SheetVersion(name, columns, lambda: made)


def paired(before, after, columns=COLUMNS):
    """(unchanged, changed, removed, added) by place in the lists, from 0."""
    found = pair_rows(sheet(before, columns), sheet(after, columns))
    return (
        [(one - 1, other - 1) for one, other in found.unchanged],
        [(one - 1, other - 1) for one, other in found.changed],
        [n - 2 for n in found.removed],
        [n - 2 for n in found.added],
    )


def person(id_="", given="", family="", email="", phone="", city=""):
    return [id_, given, family, email, phone, city]


CAMILLE = person("C-7", "Camille", "Dupont", "camille@acme.example", "06 12 34 56 78", "Metz")
PAUL = person("C-9", "Paul", "Petit", "paul@acme.example", "06 98 76 54 32", "Nancy")


def changed(row, **values):
    fields = ("id_", "given", "family", "email", "phone", "city")
    return [values.get(field, text) for field, text in zip(fields, row, strict=True)]


@dataclass(frozen=True)
class Case:
    """A row before and after, and whether it is one person."""

    label: str
    before: list
    after: list
    is_one: bool


CASES = (
    Case("another town", CAMILLE, changed(CAMILLE, city="Lyon"), True),
    Case("another e-mail, same identifier and name", CAMILLE, changed(CAMILLE, email="c@x.example", phone=""), True),
    Case("another identifier", CAMILLE, changed(CAMILLE, id_="C-8"), False),
    Case("same identifier, another person", CAMILLE, changed(PAUL, id_="C-7"), False),
    Case("same identifier, nothing else left", CAMILLE, person("C-7"), True),
    Case("same identifier and e-mail, other names", CAMILLE, changed(CAMILLE, given="Anna", family="Roy", phone=""), True),
    Case("name emptied", CAMILLE, changed(CAMILLE, id_="", given="", family=""), True),
    Case("given name emptied", changed(CAMILLE, id_=""), changed(CAMILLE, id_="", given=""), True),
    Case("married", changed(CAMILLE, id_=""), changed(CAMILLE, id_="", family="Martin"), True),
    Case("couple with one e-mail", person("", "Paul", "Martin", "martin@x.example"), person("", "Marie", "Martin", "martin@x.example"), False),
    Case("namesake", changed(CAMILLE, id_=""), person("", "Camille", "Dupont", "cd@foo.example", "", "Metz"), False),
    Case("name alone", person("", "Camille", "Dupont", city="Metz"), person("", "Camille", "Dupont"), False),
    Case("e-mail in other case", changed(CAMILLE, id_=""), changed(CAMILLE, id_="", email="CAMILLE@ACME.example"), True),
    Case("phone written otherwise", person("", "Camille", "Dupont", "", "0612345678"), person("", "Camille", "Dupont", "", "+33 6 12 34 56 78"), True),
    Case("no name, one phone, two e-mails", person(email="a@x.example", phone="0612345678"), person(email="b@x.example", phone="0612345678"), False),
    Case("a family's phone and name", person("", "", "Martin", "", "0387000000", "Metz"), person("", "", "Martin", "", "0387000000", "Nice"), False),
    Case("no identity at all", person(city="Metz"), person(city="Lyon"), False),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_a_row_that_is_not_the_same(case):
    expected = ([], [(0, 0)], [], []) if case.is_one else ([], [], [0], [0])
    assert paired([case.before], [case.after]) == expected


ANNA = ["Anna Roy", "1990-05-04", "1 rue Haute", "57000", "ACME", "", ""]


def detailed(**values):
    fields = ("name", "birth", "street", "postcode", "company", "email", "sponsor")
    return [values.get(field, text) for field, text in zip(fields, ANNA, strict=True)]


@pytest.mark.parametrize(
    ("after", "is_one"),
    [
        (detailed(street="", company=""), True),
        (detailed(birth="", company="Autre"), True),
        (detailed(birth="", street="", email="anna@x.example"), True),
        (detailed(birth="1991-05-04", email="anna@x.example"), False),
        (detailed(birth="", street="2 rue Basse", company="Autre"), False),
        (detailed(birth="", street="1 rue Haute", postcode="", company=""), False),
        (detailed(sponsor="paul@acme.example", birth="", street="", company=""), False),
    ],
)
def test_a_name_pairs_with_birth_date_address_or_company_only(after, is_one):
    expected = ([], [(0, 0)], [], []) if is_one else ([], [], [0], [0])
    assert paired([ANNA], [after], DETAILED) == expected


def test_a_name_that_two_rows_have_pairs_with_neither():
    twin = detailed(birth="", street="")

    assert paired([ANNA, twin], [detailed(birth="", street="", email="a@x.example"), twin], DETAILED) == (
        [(1, 1)], [], [0], [0],
    )  # fmt: skip


def test_an_address_speaks_for_nobody_whose_e_mail_is_another():
    before, after = detailed(birth="", email="a@x.example"), detailed(birth="", email="b@x.example")

    assert paired([before], [after], DETAILED) == ([], [], [0], [0])


def test_father_and_son_share_name_and_e_mail_but_no_birth_date():
    father = detailed(email="roy@x.example")
    son = detailed(email="roy@x.example", birth="2015-02-01")

    after = [detailed(email="roy@x.example", birth="2015-02-01", company="")]

    assert paired([father, son], after, DETAILED) == ([], [(1, 0)], [0], [])


def test_colleagues_of_one_name_behind_one_switchboard_stay_apart():
    one, other = (person("", "Marie", "Roy", mail, "03 87 00 00 00") for mail in ("a@x.example", "b@x.example"))  # fmt: skip

    assert paired([one, other], [changed(other, city="Metz")]) == ([], [(1, 0)], [0], [])


def test_rows_of_equal_text_pair_in_their_order():
    assert paired([PAUL, CAMILLE, PAUL], [PAUL, PAUL, PAUL]) == (
        [(0, 0), (2, 1)], [], [1], [2],
    )  # fmt: skip


def test_repeated_rows_that_change_pair_in_their_order():
    after = [changed(CAMILLE, city="Lyon"), changed(CAMILLE, city="Nice")]

    assert paired([CAMILLE, CAMILLE, CAMILLE], after) == ([], [(0, 0), (1, 1)], [2], [])


def test_row_numbers_are_no_identifiers():
    names = [("Camille", "camille@x.example"), ("Paul", "p@x.example"), ("Léa", "lea@x.example"),
             ("Paul", "paul.petit@y.example")]  # fmt: skip
    before = [person(str(n), given, "Petit", mail) for n, (given, mail) in enumerate(names, 1)]
    after = [person(str(n), given, "Petit", mail) for n, (given, mail) in enumerate(names[1:], 1)]

    assert paired(before, after) == ([], [(1, 0), (2, 1), (3, 2)], [0], [])


def test_a_comment_that_changed_changes_its_row():
    def noted(text):
        return SheetVersion("crm", COLUMNS, lambda: [VersionRow(1, 2, join_cells(CAMILLE), text)])

    found = pair_rows(noted(""), noted('[[2,"comment","objected"]]'))

    assert (list(found.unchanged), list(found.changed)) == ([], [(1, 1)])


def test_columns_in_another_order_change_no_row():
    order = [3, 0, 2, 1, 5, 4]
    columns = tuple(
        Column(at + 1, COLUMNS[one].header, COLUMNS[one].field) for at, one in enumerate(order)
    )
    after = [[row[one] for one in order] for row in (PAUL, CAMILLE)]

    found = pair_rows(sheet([CAMILLE, PAUL]), sheet(after, columns))

    assert list(found.unchanged) == [(2, 1), (1, 2)]


def test_sheets_that_came_or_went_are_all_rows_added_or_removed():
    assert list(all_added(sheet([CAMILLE, PAUL])).added) == [2, 3]
    assert list(all_removed(sheet([CAMILLE, PAUL])).removed) == [2, 3]


@dataclass(frozen=True)
class Somebody:
    """A person of the test: `who` is hidden from the pairing."""

    who: int
    row: tuple


@st.composite
def people(draw, least=0):
    """People of few names and towns, so that namesakes abound; e-mails are their own."""
    names = st.sampled_from(["Paul", "Marie", "Léa", ""])
    families = st.sampled_from(["Martin", "Petit", "Roy"])
    number = draw(st.integers(least, 12))
    drawn = [
        Somebody(who, (
            draw(st.sampled_from(["", f"C-{who * 7}"])), draw(names), draw(families),
            draw(st.sampled_from(["", f"p{who}@x.example"])),
            draw(st.sampled_from(["", "03 87 00 00 00", f"06 12 34 {who:02} {who:02}"])),
            draw(st.sampled_from(["Metz", "Nancy", ""])),
        )) for who in range(number)
    ]  # fmt: skip
    # One name with one phone is one person, as in a search (R-MAT-1).
    told = {(*one.row[1:3], one.row[4]) if one.row[4] else one.who: one for one in drawn}
    return list(told.values())


@st.composite
def versions(draw):
    """A list, and the same one with people removed, added, shuffled and changed."""
    everybody = draw(people())
    before = [one for one in everybody if draw(st.booleans())]
    after = [one for one in everybody if draw(st.booleans())]
    after = [Somebody(one.who, tuple(draw(edits(list(one.row), one.who)))) for one in after]
    return before, draw(st.permutations(after))


@st.composite
def edits(draw, row, who):
    at = draw(st.sampled_from([None, None, 0, 1, 3, 4, 5]))
    if at is not None:
        new = {0: "", 1: "Anne", 3: f"new{who}@y.example", 4: "01 44 00 00 00", 5: "Lyon"}
        row[at] = draw(st.sampled_from(["", new[at]]))
    return row


@given(versions())
def test_no_two_people_are_ever_paired(both):
    before, after = both

    unchanged, changed_rows, removed, added = paired(
        [list(one.row) for one in before], [list(one.row) for one in after]
    )

    for one, other in unchanged:
        assert before[one].row == after[other].row
    for one, other in changed_rows:
        assert before[one].who == after[other].who
    pairs = unchanged + changed_rows
    assert sorted([one for one, _other in pairs] + removed) == list(range(len(before)))
    assert sorted([other for _one, other in pairs] + added) == list(range(len(after)))


@given(people(least=4), st.data())
def test_what_was_added_removed_and_changed_is_counted_as_it_was(everybody, data):
    listed = [
        [f"C-{one.who * 7}", *one.row[1:3], f"p{one.who}@x.example", *one.row[4:]]
        for one in everybody
    ]
    fate = [data.draw(st.sampled_from(["kept", "changed", "removed", "added"])) for _one in listed]
    before = [row for row, what in zip(listed, fate, strict=True) if what != "added"]
    after = [
        changed(row, city="Lyon") if what == "changed" else row
        for row, what in zip(listed, fate, strict=True)
        if what != "removed"
    ]

    found = paired(before, data.draw(st.permutations(after)))

    assert [len(part) for part in found] == [
        fate.count(what) for what in ("kept", "changed", "removed", "added")
    ]
