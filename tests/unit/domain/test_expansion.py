"""New keys of confirmed rows: other addresses and numbers, never those inside a note (R-MAT-4)."""

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.expansion import NewKey, form_of, new_keys, with_key
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.row import Row

ASKED = Criteria(email=("camille.dupont@acme.example",), phone=("06 12 34 56 78",))


def keys(*cells, fields=None, asked=ASKED, headers=()):
    row = Row(cells, fields or (None,) * len(cells), headers)
    return [(key.criterion, key.value) for key in new_keys(asked, [row], "FR")]


def test_another_address_is_proposed():
    assert keys("c.dupont@perso.example") == [("email", "c.dupont@perso.example")]


def test_another_number_is_proposed_as_written():
    assert keys("07.11.22.33.44", fields=(Field.PHONE,)) == [("phone", "07.11.22.33.44")]


@pytest.mark.parametrize("cell", ["CAMILLE.DUPONT@ACME.EXAMPLE", "+33 6 12 34 56 78"])
def test_what_was_asked_is_no_news_however_it_is_written(cell):
    assert keys(cell) == []


def test_two_addresses_in_one_cell_of_addresses_are_both_proposed():
    found = keys("a@b.example; c@d.example", fields=(Field.EMAIL,))

    assert found == [("email", "a@b.example"), ("email", "c@d.example")]


@pytest.mark.parametrize("field", [Field.NOTE, None])
def test_a_key_inside_a_text_may_be_somebody_elses(field):
    note = "rappeler M. Paul Martin 06 98 76 54 32, paul@martin.example"

    assert keys(note, fields=(field,)) == []


def test_a_bare_number_in_an_unnamed_column_is_not_taken_for_a_phone():
    assert keys("2026000117") == []


def test_a_customer_number_is_not_taken_for_a_phone():
    assert keys("06 11 22 33 44", fields=(Field.IDENTIFIER,)) == []


@pytest.mark.parametrize(
    ("key", "field", "headers"),
    [
        ("paul@b.example", Field.EMAIL, ("Email", "Email parrain")),
        ("07 11 22 33 44", Field.PHONE, ("Téléphone", "Contact d'urgence")),
    ],
)
def test_a_key_in_a_column_kept_for_somebody_else_is_not_proposed(key, field, headers):
    assert keys("", key, fields=(field, field), headers=headers) == []


def test_each_key_is_proposed_once():
    rows = [Row((text,), (Field.EMAIL,)) for text in ("x@y.example", "X@Y.example")]

    assert new_keys(ASKED, rows, "FR") == (NewKey("email", "x@y.example"),)


def test_a_key_joins_the_criteria():
    longer = with_key(
        with_key(ASKED, NewKey("email", "x@y.example")), NewKey("phone", "0711223344")
    )

    assert longer.email == ("camille.dupont@acme.example", "x@y.example")
    assert longer.phone == ("06 12 34 56 78", "0711223344")


def test_a_key_that_was_added_is_no_longer_new():
    key = NewKey("phone", "07 11 22 33 44")

    assert keys("0711223344", fields=(Field.PHONE,), asked=with_key(ASKED, key)) == []


COUPLE = {"fields": (Field.GIVEN_NAME, Field.FAMILY_NAME, Field.PHONE, Field.EMAIL)}
MARIE = Criteria(name=("Marie Dupont",), email=("marie.dupont@acme.example",))


@pytest.mark.parametrize(
    ("phone", "email", "proposed"),
    [
        ("06 12 34 56 78 (Jean), 06 98 76 54 32 (Marie)", "", [("phone", "06 98 76 54 32")]),
        ("Jean : 06 12 34 56 78", "jean.dupont@acme.example", []),
        ("06 98 76 54 32", "famille@acme.example", [("phone", "06 98 76 54 32")]),
        ("", "marie@perso.example", [("email", "marie@perso.example")]),
    ],
)
def test_in_a_row_of_a_couple_a_key_with_the_other_name_is_not_proposed(phone, email, proposed):
    assert keys("Jean et Marie", "Dupont", phone, email, asked=MARIE, **COUPLE) == proposed


def test_in_a_row_of_one_person_a_label_beside_a_key_keeps_no_proposal_back():
    found = keys("Marie", "Dupont", "01 23 45 67 89 (Metz)", "", asked=MARIE, **COUPLE)

    assert found == [("phone", "01 23 45 67 89")]


@pytest.mark.parametrize(
    ("key", "form"),
    [
        (NewKey("email", "C.Dupont@Perso.example"), "c.dupont@perso.example"),
        (NewKey("phone", "06 12 34 56 78"), "+33612345678"),
        (NewKey("email", "06 12 34 56 78"), None),
    ],
)
def test_two_writings_of_a_key_have_one_form(key, form):
    assert form_of(key, "FR") == form
