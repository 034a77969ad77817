"""What a portability bundle holds and what stays out (domain.md 6.1)."""

from dataclasses import fields, replace

import pytest

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.contact_record import ContactRecord, OtherValue, record_id
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.domain.portability import (
    Exclusion,
    ExclusionReason,
    decide_scope,
    unknown_origins,
)
from dsr_desktop.domain.source import Place, Sheet, Source, StoredRow
from dsr_desktop.domain.unsettled import (
    UnknownOrigin,
    UnsettledBasisError,
    UnsettledOriginError,
    unsettled_sources,
)

ACTIVITIES = (
    Activity("PA1", "Answering requests", "6(1)(b)", confirmed=False),
    Activity("PA3", "Service delivery", "6(1)(b)", confirmed=True),
    Activity("PA6", "Newsletter", "6(1)(a)", confirmed=True),
    Activity("PA7", "Health advice", "9(2)(a)", confirmed=True),
    Activity("PA8", "Scoring", "6(1)(f)", confirmed=True),
    Activity("PA9", "Accounting", "6(1)(c)", confirmed=True),
)
PROVIDED, OBSERVED = Origin.PROVIDED, Origin.OBSERVED


def source_named(name, *, activity="PA3", id_=1, channel=None, collected_on=None):
    return Source(
        id=id_, path=f"/lists/{name}", name=name, sha256=f"{name:0>64}", size=1, format="csv",
        encoding="utf-8", kind="list", activity=activity, channel=channel,
        collected_on=collected_on, policy_version=None, retention=None, status="imported",
        reason=None, warnings=(), row_count=1, imported_at="2026-11-02T09:00:00+00:00",
        imported_by="dpo", purge_on=None,
    )  # fmt: skip


def place_of(*cells, source=None, sheet="Clients", row=14):
    """A row made of (text, header, field, origin) cells."""
    columns = tuple(Column(n, *cell[1:]) for n, cell in enumerate(cells, 1))
    return Place(
        StoredRow(row, 1, row, False, tuple(cell[0] for cell in cells)),
        Sheet(1, 1, sheet, False, 1, columns, 1),
        source or source_named("crm.csv"),
    )


def scope_of(*places, withheld=(), country="FR", **criteria):
    """What of these confirmed rows goes to the person asked for by `criteria`."""
    asked = make_ready(Criteria(**{name: (text,) for name, text in criteria.items()}), country)
    return decide_scope(places, ACTIVITIES, asked, withheld)


NAME = ("Camille Dupont", "Nom", Field.NAME, PROVIDED)
EMAIL = ("camille.dupont@acme.example", "Courriel", Field.EMAIL, PROVIDED)
PHONE = ("06 12 34 56 78", "Tél", Field.PHONE, PROVIDED)
SCORE = ("87", "Score", None, Origin.INFERRED)


def test_a_provided_row_under_contract_becomes_a_record():
    place = place_of(NAME, EMAIL, PHONE)

    scope = scope_of(place)

    assert scope.contacts == (
        ContactRecord(
            record_id=record_id(place),
            name="Camille Dupont",
            email="camille.dupont@acme.example",
            phone="+33612345678",
            phone_raw="06 12 34 56 78",
            origin=PROVIDED,
            legal_basis="6(1)(b)",
            activity_id="PA3",
            source_file="crm.csv",
            source_sheet="Clients",
            source_row=14,
        ),
    )
    assert (scope.other_values, scope.excluded) == ((), ())


def test_the_columns_stand_in_the_order_of_the_layout():
    assert " ".join(column.name for column in fields(ContactRecord)) == (
        "record_id name given_name family_name email phone phone_raw company address postcode "
        "city birth_date identifier note collected_on channel origin legal_basis activity_id "
        "source_file source_sheet source_row"
    )
    assert " ".join(column.name for column in fields(OtherValue)) == (
        "record_id field header value origin legal_basis"
    )


@pytest.mark.parametrize(
    "field",
    [
        Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.EMAIL, Field.COMPANY, Field.ADDRESS,
        Field.POSTCODE, Field.CITY, Field.BIRTH_DATE, Field.IDENTIFIER, Field.NOTE,
    ],
)  # fmt: skip
def test_every_field_of_a_contact_has_its_own_column_and_keeps_its_text(field):
    scope = scope_of(place_of((" =As  written ", "Titre", field, PROVIDED)))

    assert getattr(scope.contacts[0], field) == " =As  written "


@pytest.mark.parametrize("activity", ["PA3", "PA6", "PA7"])
def test_consent_and_contract_are_in_scope(activity):
    scope = scope_of(place_of(NAME, source=source_named("crm.csv", activity=activity)))

    assert [one.activity_id for one in scope.contacts] == [activity]


def with_column_left_out(place, number):
    columns = [replace(one, is_skipped=one.number == number) for one in place.sheet.columns]
    return replace(place, sheet=replace(place.sheet, columns=tuple(columns)))


def test_a_column_left_out_at_the_import_is_listed_once_for_all_rows_of_its_sheet():
    iban = ("", "IBAN", None, None)
    rows = [with_column_left_out(place_of(NAME, iban, row=n), 2) for n in (14, 15)]

    (left_out,) = scope_of(*rows).excluded

    assert left_out == Exclusion(
        "crm.csv", "Clients", 2, "IBAN", "", ExclusionReason.NOT_STORED, values=0
    )


def test_of_a_sheet_whose_rows_are_all_about_others_no_column_left_out_is_listed():
    row = with_column_left_out(place_of(NAME, ("", "IBAN", None, None)), 2)

    assert [one.reason for one in scope_of(row, withheld={14}).excluded] == [ExclusionReason.OTHERS]


@pytest.mark.parametrize("activity", ["PA8", "PA9"])
def test_every_other_basis_stays_out_and_is_listed(activity):
    scope = scope_of(place_of(NAME, EMAIL, source=source_named("crm.csv", activity=activity)))

    assert scope.contacts == ()
    assert [(one.header, one.reason) for one in scope.excluded] == [
        ("Nom", ExclusionReason.BASIS),
        ("Courriel", ExclusionReason.BASIS),
    ]


@pytest.mark.parametrize("origin", [Origin.INFERRED, Origin.INTERNAL])
def test_what_the_company_derived_or_noted_stays_out_and_is_listed(origin):
    scope = scope_of(place_of(NAME, ("rappeler", "Commentaire", Field.NOTE, origin)))

    assert scope.contacts[0].note == ""
    assert scope.excluded == (
        Exclusion(
            "crm.csv", "Clients", 2, "Commentaire", "note", ExclusionReason.INFERRED, values=1
        ),
    )


SIZE = ("M", "Taille", None, None)


def unknown(column, header, *, file="crm.csv", id_=1):
    return UnknownOrigin(file, id_, "Clients", 1, column, header)


def test_r_port_1_a_column_of_unknown_origin_blocks_the_bundle_and_is_named():
    with pytest.raises(UnsettledOriginError) as refused:
        scope_of(place_of(NAME, SIZE), place_of(NAME, SIZE, row=15))

    assert refused.value.columns == (unknown(2, "Taille"),)
    assert "crm.csv: Taille" in str(refused.value)
    assert "`" not in str(refused.value), "commands are named by the command line alone"


def test_a_cell_beyond_the_known_columns_blocks_too_and_is_named_by_its_number():
    place = place_of(NAME)
    longer = replace(place, row=replace(place.row, cells=(*place.row.cells, "", "extra")))

    with pytest.raises(UnsettledOriginError) as refused:
        scope_of(longer)

    assert refused.value.columns == (unknown(3, ""),)
    assert "crm.csv: 3" in str(refused.value)


@pytest.mark.parametrize(
    ("row", "withheld"),
    [
        (place_of(NAME, SIZE, source=source_named("crm.csv", activity="PA8")), ()),
        (place_of(NAME, ("", "Taille", None, None)), ()),
        (place_of(NAME, SIZE), (14,)),
    ],
    ids=["another legal basis", "an empty cell", "somebody else's row"],
)
def test_an_unknown_origin_that_decides_nothing_blocks_nothing(row, withheld):
    scope = scope_of(row, withheld=withheld)

    assert "origin_unknown" not in {one.reason for one in scope.excluded}


def test_what_blocks_is_told_beforehand_but_for_lists_whose_basis_is_not_settled_either():
    unsettled = source_named("salon.csv", activity=None, id_=3)
    rows = [place_of(NAME, SIZE), place_of(NAME, SIZE, source=unsettled)]
    asked = make_ready(Criteria(name=("Camille Dupont",)), "FR")

    assert unknown_origins(rows, ACTIVITIES, asked) == (unknown(2, "Taille"),)
    assert unknown_origins(rows, ACTIVITIES, asked, {14}) == ()


def test_the_reasons_are_the_codes_of_an_answer():
    assert (ExclusionReason.BASIS, ExclusionReason.INFERRED) == ("A20_1_basis", "A20_1_inferred")
    assert ExclusionReason.OTHERS == "A20_4"


def test_nothing_of_a_row_that_only_mentions_the_person_goes_in_and_all_of_it_is_listed():
    own, other = place_of(NAME, EMAIL), place_of(NAME, SCORE, row=20)
    scope = scope_of(own, other, withheld={20})

    assert [one.source_row for one in scope.contacts] == [14]
    assert scope.other_values == ()
    assert [(one.header, one.reason, one.values) for one in scope.excluded] == [
        ("Nom", ExclusionReason.OTHERS, 1),
        ("Score", ExclusionReason.OTHERS, 1),
    ]


def test_a_row_that_only_mentions_the_person_needs_no_settled_basis():
    other = place_of(NAME, source=source_named("salon.csv", activity=None), row=20)

    assert scope_of(place_of(NAME)) == replace(
        scope_of(place_of(NAME), other, withheld={20}), excluded=()
    )


def test_exclusions_of_one_column_are_counted_together():
    rows = [place_of(NAME, SCORE, row=n) for n in (2, 3, 9)]

    assert [(one.header, one.values) for one in scope_of(*rows).excluded] == [("Score", 3)]


def test_an_empty_cell_is_neither_in_nor_out():
    scope = scope_of(place_of(NAME, ("  ", "Score", None, Origin.INFERRED)))

    assert scope.excluded == ()


def test_a_row_with_nothing_in_scope_leaves_no_record():
    assert scope_of(place_of(SCORE)).contacts == ()


def test_further_emails_and_phones_are_other_values():
    second = ("camille@autre.example", "Courriel 2", Field.EMAIL, PROVIDED)
    third = ("01 99 00 12 34", "Fixe", Field.PHONE, PROVIDED)
    place = place_of(EMAIL, second, PHONE, third)
    values = [(one.field, one.header, one.value) for one in scope_of(place).other_values]

    assert values == [
        ("email", "Courriel 2", "camille@autre.example"),
        ("phone", "Fixe", "+33199001234"),
        ("phone_raw", "Fixe", "01 99 00 12 34"),
    ]


# --- what a row keeps for somebody else (art. 20(4))

REFERRER = ("hugo@foo.example", "Email parrain", Field.EMAIL, PROVIDED)
SELLER = ("06 98 76 54 32", "Tél. commercial", Field.PHONE, PROVIDED)


def test_ones_own_address_is_the_records_wherever_that_of_somebody_else_stands():
    scope = scope_of(place_of(REFERRER, EMAIL))

    assert scope.contacts[0].email == "camille.dupont@acme.example"
    assert scope.other_values == ()
    assert scope.excluded == (
        Exclusion("crm.csv", "Clients", 1, "Email parrain", "email", ExclusionReason.OTHERS, 1),
    )


def test_without_an_address_of_ones_own_nobody_elses_takes_its_place():
    scope = scope_of(place_of(NAME, REFERRER, SELLER))

    assert scope.contacts == scope_of(place_of(NAME)).contacts
    assert scope.other_values == ()
    assert [(one.header, one.field, one.reason) for one in scope.excluded] == [
        ("Email parrain", "email", "A20_4"),
        ("Tél. commercial", "phone", "A20_4"),
    ]


def test_a_row_that_holds_nothing_but_somebody_elses_keys_leaves_no_record():
    assert scope_of(place_of(REFERRER, SELLER)).contacts == ()


def test_nothing_of_a_file_without_a_portable_basis_is_said_to_be_somebody_elses():
    place = place_of(NAME, REFERRER, source=source_named("crm.csv", activity="PA9"))

    assert {one.reason for one in scope_of(place).excluded} == {ExclusionReason.BASIS}


@pytest.mark.parametrize(
    ("cell", "asked"),
    [
        (
            ("c.dupont@mail.example", "Login", Field.EMAIL, PROVIDED),
            {"email": "c.dupont@mail.example"},
        ),
        (("06 98 76 54 32", "Contact", Field.PHONE, PROVIDED), {"phone": "+33698765432"}),
    ],
    ids=["e-mail", "phone"],
)
def test_a_key_that_was_asked_for_is_ones_own_under_any_title(cell, asked):
    place = place_of(EMAIL, PHONE, cell)

    asked_for = scope_of(place, **asked)

    assert cell[0] in {one.value for one in asked_for.other_values}
    assert asked_for.excluded == ()
    assert [one.reason for one in scope_of(place).excluded] == [ExclusionReason.OTHERS]


# --- whatever has no place in the record


def test_a_phone_that_is_none_is_kept_as_written_only():
    place = place_of(
        ("poste 12", "Tél", Field.PHONE, PROVIDED), ("?", "Fixe", Field.PHONE, PROVIDED)
    )
    scope = scope_of(place)

    assert (scope.contacts[0].phone, scope.contacts[0].phone_raw) == ("", "poste 12")
    assert [(one.field, one.value) for one in scope.other_values] == [("phone_raw", "?")]


def test_phones_are_dialled_from_the_country_of_the_company():
    place = place_of(("0475 12 34 56", "GSM", Field.PHONE, PROVIDED))

    assert scope_of(place, country="BE").contacts[0].phone == "+32475123456"


def test_an_unusual_column_that_was_provided_is_an_other_value():
    place = place_of(NAME, ("bleu", "Couleur", None, PROVIDED))
    scope = scope_of(place)

    assert scope.other_values == (
        OtherValue(record_id(place), "", "Couleur", "bleu", PROVIDED, "6(1)(b)"),
    )


def test_a_mapped_column_without_a_place_in_the_record_is_an_other_value():
    clicked = ("2026-10-01", "Dernier clic", Field.LAST_CONTACT_ON, OBSERVED)
    scope = scope_of(place_of(NAME, clicked))

    assert [(one.field, one.origin) for one in scope.other_values] == [
        ("last_contact_on", OBSERVED)
    ]


def test_a_value_of_another_origin_than_the_record_keeps_its_own():
    scope = scope_of(place_of(NAME, ("Metz", "Ville", Field.CITY, OBSERVED)))

    assert (scope.contacts[0].origin, scope.contacts[0].city) == (PROVIDED, "")
    assert [(one.field, one.value, one.origin) for one in scope.other_values] == [
        ("city", "Metz", OBSERVED)
    ]


def test_a_record_of_observed_values_alone_is_observed():
    scope = scope_of(place_of(("Metz", "Ville", Field.CITY, OBSERVED)))

    assert (scope.contacts[0].origin, scope.contacts[0].city) == (OBSERVED, "Metz")


def test_a_row_of_unusual_columns_alone_has_a_record_to_belong_to():
    scope = scope_of(place_of(("bleu", "Couleur", None, PROVIDED)))

    assert scope.contacts[0].origin is PROVIDED
    assert scope.other_values[0].record_id == scope.contacts[0].record_id


def test_where_and_when_it_was_collected_comes_from_the_import():
    source = source_named("salon.csv", channel="trade fair", collected_on="2026-03-05")
    contact = scope_of(place_of(NAME, source=source)).contacts[0]

    assert (contact.channel, contact.collected_on) == ("trade fair", "2026-03-05")


def test_the_row_itself_knows_better_when_and_where_it_was_collected():
    source = source_named("salon.csv", channel="other", collected_on="2026-03-05")
    collected = ("25/12/2025", "Date", Field.COLLECTED_ON, Origin.INTERNAL)
    channel = ("formulaire", "Canal", Field.CHANNEL, Origin.INTERNAL)
    scope = scope_of(place_of(NAME, collected, channel, source=source))

    assert (scope.contacts[0].collected_on, scope.contacts[0].channel) == (
        "2025-12-25", "formulaire",
    )  # fmt: skip
    assert scope.excluded == ()


def test_a_collection_date_that_may_be_two_days_stays_as_written():
    collected = ("03/04/2025", "Date", Field.COLLECTED_ON, Origin.INTERNAL)

    assert scope_of(place_of(NAME, collected)).contacts[0].collected_on == "03/04/2025"


def test_a_collection_date_alone_takes_no_row_into_scope():
    collected = ("2025-12-25", "Date", Field.COLLECTED_ON, Origin.INTERNAL)
    scope = scope_of(place_of(SCORE, collected))

    assert scope.contacts == ()
    assert [one.header for one in scope.excluded] == ["Score", "Date"]


def test_a_second_collection_date_is_listed_like_any_note_of_the_company():
    first = ("2025-12-25", "Date", Field.COLLECTED_ON, Origin.INTERNAL)
    second = ("2026-01-01", "Saisi", Field.COLLECTED_ON, Origin.INTERNAL)

    assert [one.header for one in scope_of(place_of(NAME, first, second)).excluded] == ["Saisi"]


def test_the_order_of_the_rows_changes_nothing():
    rows = [
        place_of(NAME, EMAIL, ("x@y.example", "E-mail 2", Field.EMAIL, PROVIDED), SCORE, row=n,
                 source=source_named(name))
        for n in (2, 30, 7) for name in ("b.csv", "a.csv")
    ]  # fmt: skip

    assert scope_of(*rows) == scope_of(*reversed(rows))
    ids = [one.record_id for one in scope_of(*rows).contacts]
    assert ids == sorted(ids)
    assert [one.file for one in scope_of(*rows).excluded] == ["a.csv", "b.csv"]


@pytest.mark.parametrize(
    "other",
    [
        place_of(NAME, row=15),
        place_of(NAME, sheet="Prospects"),
        place_of(NAME, source=source_named("salon.csv")),
    ],
    ids=["row", "sheet", "file"],
)
def test_a_record_is_named_by_file_content_sheet_and_row(other):
    assert record_id(other) != record_id(place_of(NAME))


def test_a_record_keeps_its_name_when_the_file_is_renamed_or_imported_again():
    renamed = replace(source_named("crm.csv", id_=9), name="clients.csv", path="/elsewhere")

    assert record_id(place_of(NAME, source=renamed)) == record_id(place_of(NAME))


@pytest.mark.parametrize(
    ("activity", "unconfirmed"),
    [(None, set()), ("PA1", {"PA1"}), ("PA77", set())],
    ids=["no activity", "activity not confirmed", "unknown activity"],
)
def test_an_unsettled_basis_blocks_and_tells_file_and_activity(activity, unconfirmed):
    unsettled = source_named("salon.csv", activity=activity, id_=3)

    with pytest.raises(UnsettledBasisError) as refused:
        scope_of(place_of(NAME), place_of(NAME, source=unsettled))

    assert "of salon.csv is not settled" in str(refused.value)
    assert refused.value.sources == (unsettled,)
    assert refused.value.unconfirmed == unconfirmed


def test_sources_without_a_confirmed_activity_are_unsettled_each_once_in_their_order():
    salon = source_named("salon.csv", activity=None, id_=3)
    badges = source_named("badges.csv", activity="PA1", id_=12)

    found = unsettled_sources([badges, salon, source_named("crm.csv"), badges], ACTIVITIES)

    assert found == (salon, badges)


def test_every_file_with_an_unsettled_basis_is_named_once():
    salon = source_named("salon.csv", activity=None, id_=3)
    badges = source_named("badges.csv", activity="PA1", id_=12)
    forms = source_named("forms.csv", activity="PA1", id_=13)
    rows = [place_of(NAME, source=one, row=n) for n in (2, 3) for one in (badges, salon, forms)]

    with pytest.raises(UnsettledBasisError) as refused:
        scope_of(*rows)

    assert "of salon.csv, badges.csv, forms.csv is not settled" in str(refused.value)
    assert "`" not in str(refused.value), "commands are named by the command line alone"
    assert refused.value.sources == (salon, badges, forms)
    assert refused.value.unconfirmed == {"PA1"}


def test_comments_and_links_stay_out_and_are_listed():
    place = place_of(NAME, EMAIL)
    notes = (
        CellNote(1, NoteKind.COMMENT, "Nora: call back"),
        CellNote(2, NoteKind.LINK, "mailto:c@acme.example"),
        CellNote(2, NoteKind.FORMULA, '="c"&"@acme.example"'),
    )

    scope = scope_of(replace(place, row=replace(place.row, notes=notes)))

    assert len(scope.contacts) == 1
    assert [(one.header, one.field, one.reason) for one in scope.excluded] == [
        ("Nom", "comment", ExclusionReason.INFERRED),
        ("Courriel", "link", ExclusionReason.UNKNOWN_ORIGIN),
    ]
