"""Contacts of several lists under one row of titles."""

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.contact_table import (
    Head,
    cells_under,
    heads_of,
    places_under,
    usual_fields,
)
from dsr_desktop.domain.fields import Field

CRM = (
    Column(1, "Tél", Field.PHONE), Column(2, "Nom", Field.NAME), Column(3, "Mobile", Field.PHONE),
    Column(4, "Remarque", Field.NOTE), Column(5, "?", None),
)  # fmt: skip
FAIR = (Column(1, "E-mail", Field.EMAIL), Column(2, "Fax", Field.PHONE, is_skipped=True))


def test_columns_of_all_lists_stand_side_by_side_in_the_order_of_the_fields():
    heads = heads_of((CRM, FAIR), usual_fields())

    assert [one.key for one in heads] == ["name", "email", "phone", "phone_2"]


def test_notes_and_birth_dates_go_only_if_asked_for():
    assert heads_of((CRM,), {Field.NOTE}) == (Head(Field.NOTE),)
    assert Field.NOTE not in usual_fields()
    assert Field.BIRTH_DATE not in usual_fields()


def test_each_cell_goes_under_its_head():
    heads = heads_of((CRM, FAIR), usual_fields())

    assert cells_under(places_under(heads, CRM), ("01", "Ann", "06")) == ("Ann", "", "01", "06")
    assert cells_under(places_under(heads, FAIR), ("a@b.example",)) == ("", "a@b.example", "", "")
