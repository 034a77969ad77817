"""What a column of a list can mean."""

from enum import StrEnum


class Field(StrEnum):
    """Meaning of a column, as named in the register, the JSON output and the bundle."""

    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    EMAIL = "email"
    PHONE = "phone"
    COMPANY = "company"
    ADDRESS = "address"
    POSTCODE = "postcode"
    CITY = "city"
    BIRTH_DATE = "birth_date"
    IDENTIFIER = "identifier"
    NOTE = "note"
    COLLECTED_ON = "collected_on"
    LAST_CONTACT_ON = "last_contact_on"
    PROCESSING_ENDED_ON = "processing_ended_on"
    CHANNEL = "channel"
    OPT_IN = "opt_in"
    OPT_OUT = "opt_out"


class Origin(StrEnum):
    """Who a value comes from; it decides what is portable (R-PORT-1)."""

    PROVIDED = "provided"
    OBSERVED = "observed"
    INFERRED = "inferred"
    INTERNAL = "internal"


NAME_FIELDS = frozenset({Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME})
IDENTITY_FIELDS = NAME_FIELDS | {
    Field.EMAIL, Field.PHONE, Field.COMPANY, Field.ADDRESS, Field.POSTCODE, Field.CITY,
    Field.BIRTH_DATE,
}  # fmt: skip
CONSENT_FIELDS = frozenset({Field.OPT_IN, Field.OPT_OUT})


def usual_origin(field: Field | None) -> Origin | None:
    """Origin a column has unless the import says otherwise; None where nobody can know."""
    if field is None:
        return None
    if field is Field.NOTE:
        return Origin.INTERNAL
    if field is Field.LAST_CONTACT_ON:
        return Origin.OBSERVED
    if field in IDENTITY_FIELDS or field in CONSENT_FIELDS:
        return Origin.PROVIDED
    return Origin.INTERNAL
