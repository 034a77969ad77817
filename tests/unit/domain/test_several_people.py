"""A row that holds several people: each gets her own data only (GDPR art. 20(4))."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.headers import recognise_layout
from dsr_desktop.domain.person import fold
from dsr_desktop.domain.portability import decide_scope
from dsr_desktop.domain.source import Place, Sheet, Source, StoredRow
from tests.unit.domain.said_origins import scope_once_said

ACTIVITIES = (Activity("PA3", "Service delivery", "6(1)(b)", confirmed=True),)
SOURCE = Source(
    id=1, path="/lists/crm.csv", name="crm.csv", sha256="0" * 64, size=1, format="csv",
    encoding="utf-8", kind="list", activity="PA3", channel=None, collected_on=None,
    policy_version=None, retention=None, status="imported", reason=None, warnings=(), row_count=1,
    imported_at="2026-11-02T09:00:00+00:00", imported_by="dpo", purge_on=None,
)  # fmt: skip


def answer_to(row, **criteria):
    """The scope for one person of a confirmed row, given as {title: cell}."""
    titles, cells = list(row), tuple(row.values())
    layout = recognise_layout([(1, titles), (2, cells)], len(titles))
    place = Place(
        StoredRow(2, 1, 2, False, cells),
        Sheet(1, 1, "crm", False, 1, layout.columns, 1),
        SOURCE,
    )
    return scope_once_said(place, ACTIVITIES, make_ready(make_criteria(criteria), "FR"))


def names_given(scope):
    (contact,) = scope.contacts
    return tuple(name for name in (contact.given_name, contact.family_name, contact.name) if name)


def left_out(scope):
    """Titles of what is left out for somebody else's sake."""
    return [one.header for one in scope.excluded if one.reason == "A20_4"]


def texts_of(scope):
    """Everything the person gets, in one text."""
    (contact,) = scope.contacts
    return " ".join([*map(str, vars(contact).values()), *(one.value for one in scope.other_values)])


# --- names

COUPLE = {"Prénom": "Jean et Marie", "Nom": "Dupont", "Ville": "Metz"}
TWO_GIVEN = {"Prénom 1": "Jean", "Prénom 2": "Marie", "Nom": "Dupont", "Ville": "Metz"}
TWO_WHOLE = {"Nom 1": "Jean Dupont", "Nom 2": "Marie Martin", "Ville": "Metz"}
TWO_PAIRS = {"Prénom 1": "Jean", "Nom 1": "Dupont", "Prénom 2": "Marie", "Nom 2": "Martin"}
JOINED = {"Nom": "Jean Dupont & Marie Martin", "Ville": "Metz"}
SPOUSE = {"Prénom": "Jean", "Nom": "Dupont", "Conjoint": "Marie Martin", "Ville": "Metz"}
SPOUSE_IN_TWO = {
    "Prénom": "Jean", "Nom": "Dupont", "Prénom du conjoint": "Marie", "Nom du conjoint": "Martin",
}  # fmt: skip
BESIDE = {"Nom complet": "Jean Dupont", "Prénom": "Marie", "Nom de famille": "Martin"}


@pytest.mark.parametrize(
    ("row", "asked", "given", "others"),
    [
        (COUPLE, "Jean Dupont", ("Jean", "Dupont"), ["Prénom"]),
        (COUPLE, "Marie Dupont", ("Marie", "Dupont"), ["Prénom"]),
        (TWO_GIVEN, "Marie Dupont", ("Marie", "Dupont"), ["Prénom 1"]),
        (TWO_WHOLE, "Jean Dupont", ("Jean Dupont",), ["Nom 2"]),
        (TWO_WHOLE, "Marie Martin", ("Marie Martin",), ["Nom 1"]),
        (TWO_PAIRS, "Jean Dupont", ("Jean", "Dupont"), ["Prénom 2", "Nom 2"]),
        (TWO_PAIRS, "Marie Martin", ("Marie", "Martin"), ["Prénom 1", "Nom 1"]),
        (JOINED, "Jean Dupont", ("Jean Dupont",), ["Nom"]),
        (JOINED, "Marie Martin", ("Marie Martin",), ["Nom"]),
        (SPOUSE, "Jean Dupont", ("Jean", "Dupont"), ["Conjoint"]),
        (SPOUSE, "Marie Martin", ("Marie Martin",), ["Prénom", "Nom"]),
        ({**SPOUSE, "Conjoint": "Jean-Marc Roux"}, "Jean-Marc Roux", ("Jean-Marc Roux",),
         ["Prénom", "Nom"]),
        (SPOUSE_IN_TWO, "Jean Dupont", ("Jean", "Dupont"), ["Prénom du conjoint", "Nom du conjoint"]),
        (SPOUSE_IN_TWO, "Marie Martin", ("Marie", "Martin"), ["Prénom", "Nom"]),
        (BESIDE, "Jean Dupont", ("Jean Dupont",), ["Prénom", "Nom de famille"]),
        (BESIDE, "Marie Martin", ("Marie", "Martin"), ["Nom complet"]),
        ({"Nom": "M. et Mme Dupont"}, "Jean Dupont", ("Dupont",), ["Nom"]),
        ({"Nom": "Monsieur et Madame Jean Dupont"}, "Jean Dupont", ("Jean Dupont",), ["Nom"]),
        ({"Prénom": "Jean et Marie", "Prénom 2": "Louise", "Nom": "Dupont"}, "Jean Dupont",
         ("Jean", "Dupont"), ["Prénom"]),
        ({"Nom": "Dupont Jean et Marie"}, "Marie Dupont", ("Marie",), ["Nom"]),
        ({"Nom": "Jean ou Marie Dupont"}, "Marie Dupont", ("Marie Dupont",), ["Nom"]),
        ({"Nom": "Jean Dupont - Marie Dupont"}, "Marie Dupont", ("Marie Dupont",), ["Nom"]),
        ({"Nom": "Jean Dupont\nMarie Dupont"}, "Marie Dupont", ("Marie Dupont",), ["Nom"]),
    ],
)  # fmt: skip
def test_each_person_of_a_couple_gets_her_own_name_only(row, asked, given, others):
    scope = answer_to(row, name=asked)

    assert names_given(scope) == given
    assert left_out(scope) == others


def test_the_name_asked_in_two_parts_is_chosen_alike():
    scope = answer_to(COUPLE, given_name="Marie", family_name="Dupont")

    assert names_given(scope) == ("Marie", "Dupont")


@pytest.mark.parametrize(
    ("row", "given"),
    [
        ({"Prénom": "Jean-Baptiste", "Nom": "Dupont"}, ("Jean-Baptiste", "Dupont")),
        ({"Prénom": "Marie Louise", "Nom": "Dupont"}, ("Marie Louise", "Dupont")),
        ({"Nom": "Mme Marie Dupont"}, ("Mme Marie Dupont",)),
        ({"Prénom": "Marie", "Nom": "Dupont/Martin"}, ("Marie", "Dupont/Martin")),
        ({"Nom": "Dupont - Marie"}, ("Dupont - Marie",)),
        ({"Prénom": "Marie", "Nom": "Dupont", "Nom de naissance": "Martin"}, ("Marie", "Dupont")),
        ({"Prénom": "Cam", "Nom": "Dupont", "Nom complet": "Camille Dupont"},
         ("Cam", "Dupont", "Camille Dupont")),
        ({"Nom": "Babette Martin"}, ("Babette Martin",)),
    ],
)  # fmt: skip
def test_a_row_that_names_one_person_is_given_as_it_is(row, given):
    scope = answer_to(row, name="Marie Dupont")

    assert names_given(scope) == given
    assert left_out(scope) == []


@pytest.mark.parametrize("cell", ["José Ortega y Gasset", "Maria de Sousa e Silva"])
def test_a_name_with_a_joining_word_of_its_own_is_whole_for_who_asks_by_it(cell):
    scope = answer_to({"Nom": cell}, name=cell)

    assert names_given(scope) == (cell,)
    assert left_out(scope) == []


@pytest.mark.parametrize(
    ("row", "asked", "given"),
    [
        (JOINED, {"city": "Metz"}, ()),
        (COUPLE, {"city": "Metz"}, ("Dupont",)),
        (COUPLE, {"family_name": "Dupont"}, ("Dupont",)),
        ({"Nom": "Jean Dupont & Marie Dupont", "Ville": "Metz"}, {"name": "Dupont"}, ()),
        (COUPLE, {"name": "Paul Roux"}, ()),
        ({"Nom": "M. et Mme Jean Dupont", "Ville": "Metz"}, {"name": "Marie Dupont"}, ()),
    ],
)
def test_names_that_cannot_be_told_apart_stay_out(row, asked, given):
    scope = answer_to(row, **asked)

    assert names_given(scope) == given
    assert left_out(scope)[0] in {"Prénom", "Nom"}


SCHOOL = {
    "Prénom enfant": "Zoé", "Nom enfant": "Dupont", "Prénom parent": "Marie",
    "Nom parent": "Martin", "E-mail": "zm@x.example", "Ville": "Metz",
}  # fmt: skip


@pytest.mark.parametrize("asked", ["Zoé Dupont", "Marie Martin"])
def test_where_every_column_is_of_a_relative_the_one_asked_for_is_the_person(asked):
    assert names_given(answer_to(SCHOOL, name=asked)) == tuple(asked.split())


def test_a_second_given_name_of_one_person_is_nobody_elses():
    row = {"Prénom": "Marie", "Prénom 2": "Louise", "Nom": "Dupont"}
    scope = answer_to(row, name="Marie Dupont")

    assert names_given(scope) == ("Marie", "Dupont")
    assert left_out(scope) == []


def test_the_address_asked_for_tells_whose_name_it_is():
    row = {**COUPLE, "E-mail": "marie.dupont@x.example"}

    assert names_given(answer_to(row, email="marie.dupont@x.example")) == ("Marie", "Dupont")
    assert names_given(answer_to(row, email="titi57@x.example")) == ("Dupont",)


def test_the_birth_date_of_a_couple_is_hers_only_if_it_was_asked_for():
    row = {**COUPLE, "Date de naissance": "03/05/1980"}

    assert answer_to(row, name="Marie Dupont").contacts[0].birth_date == ""
    asked = answer_to(row, name="Marie Dupont", birth_date="1980-05-03")
    assert asked.contacts[0].birth_date == "03/05/1980"


@pytest.mark.parametrize(
    ("row", "given"),
    [
        ({"Nom": "Jean, Marie Dupont"}, ("Marie Dupont",)),
        ({"Nom": "Jean Dupont, Marie Dupont"}, ("Marie Dupont",)),
        ({"Nom": "Marie, Jean Dupont"}, ("Marie",)),
        ({"Nom": "Jean Dupont (Marie)"}, ("Marie",)),
        ({"Prénom": "Jean, Marie", "Nom": "Dupont"}, ("Marie", "Dupont")),
        ({"Nom": "Marie Dupont (mère de Leo Roux)"}, ("Marie Dupont",)),
        ({"Nom": "Marie Dupont, assistante de Paul Roux"}, ("Marie Dupont",)),
        ({"Nom": "Marie Dupont chez Jean Roux"}, ("Marie Dupont",)),
        ({"Nom": "Famille Dupont (Jean, Marie, Leo)"}, ("Marie",)),
        ({"Prénom": "Marie", "Nom": "Dupont c/o Jean Roux"}, ("Marie", "Dupont")),
        ({"Nom": "Jean Roux pour Marie Dupont"}, ("Marie Dupont",)),
        ({"Nom": "Dupont Jean, Marie"}, ("Dupont Marie",)),
        ({"Nom": "Jean, Marie"}, ("Marie",)),
    ],
)
def test_whoever_is_named_beside_her_in_a_cell_stays_out(row, given):
    scope = answer_to({**row, "E-mail": "leo.roux@x.example", "Ville": "Metz"}, name="Marie Dupont")

    assert names_given(scope) == given
    assert {"E-mail"} < set(left_out(scope))
    assert not {"Jean", "Leo", "Paul", "Roux"} & set(texts_of(scope).split())


@pytest.mark.parametrize(
    "cell", ["Dupont, Marie", "Dupont, Marie, Dr", "Marie Dupont (née Martin)"]
)
def test_one_persons_name_with_commas_or_brackets_is_given_as_it_is(cell):
    scope = answer_to({"Nom": cell, "E-mail": "titi57@x.example"}, name="Marie Dupont")

    assert (names_given(scope), scope.contacts[0].email) == ((cell,), "titi57@x.example")
    assert left_out(scope) == []


def test_the_line_of_an_address_that_names_her_host_stays_out():
    row = {**TWO_GIVEN, "Adresse": "c/o Jean Roux\n3 rue des Lilas"}
    scope = answer_to(row, name="Marie Dupont")

    assert scope.contacts[0].address == "3 rue des Lilas"
    assert left_out(scope) == ["Prénom 1", "Adresse"]


# --- e-mails and phones

MARIE = {"Prénom": "Marie", "Nom": "Dupont"}
BOTH_PHONES = "06 12 34 56 78 (Jean) / 07 98 76 54 32 (Marie)"


def test_of_several_addresses_those_asked_for_go_in():
    row = {**MARIE, "E-mail": "jean@x.example; marie@y.example; md@y.example"}

    scope = answer_to(row, email=["marie@y.example", "md@y.example"])

    assert scope.contacts[0].email == "marie@y.example"
    assert [(one.field, one.value) for one in scope.other_values] == [("email", "md@y.example")]
    assert left_out(scope) == ["E-mail"]


def test_of_several_numbers_the_one_asked_for_goes_in_as_it_is_written():
    scope = answer_to({**MARIE, "Tél": BOTH_PHONES}, phone="+33798765432")

    assert (scope.contacts[0].phone, scope.contacts[0].phone_raw) == (
        "+33798765432", "07 98 76 54 32",
    )  # fmt: skip
    assert left_out(scope) == ["Tél"]
    assert "Jean" not in texts_of(scope)


def test_all_keys_of_a_cell_that_were_asked_for_go_in_and_nothing_is_left_out():
    row = {**MARIE, "E-mail": "a@x.example, b@x.example"}
    scope = answer_to(row, email=["b@x.example", "a@x.example"])

    assert scope.contacts[0].email == "a@x.example"
    assert [one.value for one in scope.other_values] == ["b@x.example"]
    assert left_out(scope) == []


def test_words_that_tell_ones_own_numbers_apart_are_not_lost():
    cell = "01 40 20 50 50 (pro) / 06 12 34 56 78 (perso)"
    scope = answer_to({**MARIE, "Tél": cell}, phone=["0140205050", "0612345678"])

    assert scope.contacts[0].phone_raw == cell
    assert left_out(scope) == []


def test_the_number_of_a_cell_of_both_kinds_is_the_records_number():
    row = {**MARIE, "Tél": "m@x.example, 06 12 34 56 78", "Tél 2": "01 40 20 50 50"}
    scope = answer_to(row, email="m@x.example", phone="0612345678")

    assert scope.contacts[0].phone == "+33612345678"


@pytest.mark.parametrize(
    ("cell", "hers"),
    [
        ("jean@x.example; marie@y.example", "marie@y.example"),
        ("jean.dupont@x.example; marie.dupont@y.example", "marie.dupont@y.example"),
        ("mdupont@x.example / titi57@y.example", "mdupont@x.example"),
        ("Jean : j@x.example, Marie : m@x.example", "m@x.example"),
    ],
)
def test_without_one_asked_for_what_goes_with_another_name_stays_out(cell, hers):
    scope = answer_to({**MARIE, "E-mail": cell, "Ville": "Metz"}, name="Marie Dupont")

    assert scope.contacts[0].email == hers
    assert left_out(scope) == ["E-mail"]


@pytest.mark.parametrize(
    "cell",
    [
        "pro@acme.example / perso@home.example",
        "marie.dupont@acme.example, dupont.marie57@home.example",
        "mdupont@acme.example; contact@acme.example",
    ],
)
def test_two_addresses_of_the_one_person_of_a_row_are_given_as_they_are(cell):
    scope = answer_to({**MARIE, "E-mail": cell}, name="Marie Dupont")

    assert scope.contacts[0].email == cell
    assert left_out(scope) == []


def test_two_numbers_of_the_one_person_of_a_row_are_given_as_they_are():
    cell = "01 40 20 50 50 (pro) / 06 12 34 56 78 (perso)"
    scope = answer_to({**MARIE, "Tél": cell}, name="Marie Dupont")

    assert scope.contacts[0].phone_raw == cell
    assert left_out(scope) == []


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Tél", "06 12 34 56 78 (mari)"),
        ("Tél", "Jean 06 12 34 56 78"),
        ("Tél", "06 12 34 56 78 (conjoint de Marie Dupont)"),
        ("Tél", "06 12 34 56 78 (Marielle)"),
        ("Tél", "ext. 12 (Jean)"),
        ("E-mail", '"Roux, Jean" <jr@x.example>'),
        ("E-mail", "Marie Roux <mr@x.example>"),
    ],
)
def test_the_only_key_of_her_row_stays_out_if_it_is_labelled_for_another(title, cell):
    scope = answer_to({**MARIE, title: cell}, name="Marie Dupont")

    assert (scope.contacts[0].email, scope.contacts[0].phone_raw) == ("", "")
    assert left_out(scope) == [title]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Tél", "06 12 34 56 78 (Marie)"),
        ("Tél", "06 12 34 56 78 (perso)"),
        ("Tél", "ext. 12"),
        ("Tél", "06 12 34 56 78 appeler le soir"),
        ("E-mail", '"Dupont, Marie" <md@x.example>'),
        ("E-mail", "Marie Louise Dupont <ml@x.example>"),
        ("E-mail", "titi57@x.example"),
    ],
)
def test_the_only_key_of_her_row_is_given_as_it_is_if_no_label_is_anothers(title, cell):
    scope = answer_to({**MARIE, title: cell}, name="Marie Dupont")

    assert cell in {scope.contacts[0].email, scope.contacts[0].phone_raw}
    assert left_out(scope) == []


def test_a_key_asked_for_goes_in_without_the_other_name_beside_it():
    scope = answer_to(
        {**MARIE, "E-mail": '"Roux, Jean" <jr@x.example>'},
        name="Marie Dupont",
        email="jr@x.example",
    )

    assert scope.contacts[0].email == "jr@x.example"
    assert left_out(scope) == ["E-mail"]


def test_an_extension_in_a_couples_row_is_nobodys():
    assert left_out(answer_to({**COUPLE, "Tél": "ext. 12"}, name="Marie Dupont")) == [
        "Prénom",
        "Tél",
    ]


def test_labels_tell_whose_number_it_is_where_none_was_asked_for():
    scope = answer_to({**MARIE, "Tél": BOTH_PHONES}, name="Marie Dupont")

    assert scope.contacts[0].phone_raw == "07 98 76 54 32"
    assert left_out(scope) == ["Tél"]


@pytest.mark.parametrize(
    ("cell", "hers"),
    [
        ("jean.dupont@x.example", ""),
        ("marie.dupont@x.example", "marie.dupont@x.example"),
        ("dupont@x.example", ""),
        ("contact@x.example", ""),
        ("jean@x.example, dupont@x.example, marie@x.example", "marie@x.example"),
    ],
)
def test_of_a_couple_only_what_goes_with_her_own_name_is_hers(cell, hers):
    scope = answer_to({**COUPLE, "E-mail": cell}, name="Marie Dupont")

    assert scope.contacts[0].email == hers
    assert ("E-mail" in left_out(scope)) is (cell != hers)


def test_the_address_of_a_couple_that_was_asked_for_is_hers():
    row = {**COUPLE, "E-mail": "dupont@x.example", "Tél": "03 87 00 00 00"}
    scope = answer_to(row, name="Marie Dupont", email="dupont@x.example")

    assert (scope.contacts[0].email, scope.contacts[0].phone_raw) == ("dupont@x.example", "")
    assert left_out(scope) == ["Prénom", "Tél"]


def test_a_second_column_of_addresses_of_a_couple_is_the_others():
    row = {**TWO_PAIRS, "E-mail 1": "jd@x.example", "E-mail 2": "mm@y.example"}
    scope = answer_to(row, email="mm@y.example", name="Marie Martin")

    assert scope.contacts[0].email == "mm@y.example"
    assert left_out(scope) == ["Prénom 1", "Nom 1", "E-mail 1"]


def test_of_a_cell_kept_for_somebody_else_the_key_asked_for_goes_in_alone():
    row = {"Courriel": "marie@y.example", "E-mail parrain": "a@foo.example, b@foo.example"}
    scope = answer_to(row, email=["marie@y.example", "b@foo.example"])

    assert [one.value for one in scope.other_values] == ["b@foo.example"]
    assert left_out(scope) == ["E-mail parrain"]


def test_a_number_whose_country_is_not_known_is_hers_by_its_last_figures():
    row = {**MARIE, "Tél": "06 12 34 56 78 / 07 98 76 54 32"}
    scope = answer_to(row, phone="0079 98765432")

    assert scope.contacts[0].phone_raw == "07 98 76 54 32"


def test_nothing_of_a_list_without_a_portable_basis_is_said_to_be_somebody_elses():
    activity = Activity("PA3", "Accounting", "6(1)(c)", confirmed=True)
    titles = list(JOINED)
    columns = recognise_layout([(1, titles), (2, tuple(JOINED.values()))], 2).columns
    place = Place(
        StoredRow(2, 1, 2, False, tuple(JOINED.values())),
        Sheet(1, 1, "crm", False, 1, columns, 1), SOURCE,
    )  # fmt: skip
    asked = make_ready(make_criteria({"name": "Marie Martin"}), "FR")

    scope = decide_scope([place], [activity], asked)

    assert {(one.header, one.reason) for one in scope.excluded} == {
        ("Nom", "A20_1_basis"), ("Ville", "A20_1_basis"),
    }  # fmt: skip


# --- any couple, in any of the ways they are written

GIVEN = ("Jean", "Marie", "Zoé", "Jean-Baptiste", "Anne Lise", "Łukasz", "Fatima", "Yves")
FAMILY = ("Dupont", "Martin", "de La Tour", "Müller", "O'Neill", "Petit-Roux")
JOINTS = (" et ", " & ", "/", " / ", " + ", ";", " and ", " und ", " y ", " e ")


def ways_to_write(one, other, joint):
    """Rows of two people, each a given and a family name, as lists have them."""
    whole, whole_other = " ".join(one), " ".join(other)
    yield {"Nom": whole + joint + whole_other}
    yield {"Nom 1": whole, "Nom 2": whole_other}
    yield {"Prénom": one[0], "Nom": one[1], "Conjoint": whole_other}
    yield {"Prénom": one[0] + joint + other[0], "Nom": one[1] + joint + other[1]}
    yield {"Prénom 1": one[0], "Nom 1": one[1], "Prénom 2": other[0], "Nom 2": other[1]}


@given(
    st.permutations(GIVEN), st.permutations(FAMILY), st.sampled_from(JOINTS), st.integers(0, 4),
    st.booleans(),
)  # fmt: skip
def test_nobody_gets_a_name_or_an_address_of_the_other(names, families, joint, way, swaps):
    one, other = (names[0], families[0]), (names[1], families[1])
    row = list(ways_to_write(one, other, joint))[way]
    keys = {who: f"{fold(who[0]).replace(' ', '.')}@x.example" for who in (one, other)}
    row |= {"E-mail": "; ".join(keys.values()), "Ville": "Metz"}
    person, stranger = (other, one) if swaps else (one, other)

    scope = answer_to(row, name=" ".join(person), email=keys[person])

    (contact,) = scope.contacts
    received = {contact.name, contact.given_name, contact.family_name, contact.email}
    received |= {value.value for value in scope.other_values}
    assert person[0] in received or " ".join(person) in received
    assert keys[person] in received
    assert not {*stranger, " ".join(stranger), keys[stranger]} & received
    assert "E-mail" in left_out(scope)
