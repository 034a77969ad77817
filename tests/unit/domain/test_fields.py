"""What a column can mean and who its values come from (R-PORT-1)."""

import pytest

from dsr_desktop.domain.fields import IDENTITY_FIELDS, NAME_FIELDS, Field, Origin, usual_origin


@pytest.mark.parametrize("field", sorted(IDENTITY_FIELDS | {Field.OPT_IN, Field.OPT_OUT}))
def test_what_the_person_gave_is_provided(field):
    assert usual_origin(field) is Origin.PROVIDED


@pytest.mark.parametrize(
    ("field", "origin"),
    [
        (Field.NOTE, Origin.INTERNAL),
        (Field.LAST_CONTACT_ON, Origin.OBSERVED),
        (Field.IDENTIFIER, Origin.INTERNAL),
        (Field.COLLECTED_ON, Origin.INTERNAL),
        (Field.CHANNEL, Origin.INTERNAL),
        (Field.PROCESSING_ENDED_ON, Origin.INTERNAL),
    ],
)
def test_what_the_company_added_is_not_provided(field, origin):
    assert usual_origin(field) is origin


def test_nobody_knows_where_an_unknown_column_comes_from():
    assert usual_origin(None) is None


def test_names_identify_a_person():
    assert NAME_FIELDS < IDENTITY_FIELDS
