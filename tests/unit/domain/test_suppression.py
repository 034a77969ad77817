"""Keys of the suppression list: canonical forms, review, what is refused (R-SUP-2, R-SUP-3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.person import emails_in
from dsr_desktop.domain.suppression import (
    LONGEST_REASON,
    SuppressionEntry,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
    check_reason,
    due_for_review,
    email_key,
    person_forms,
    person_key,
    phone_forms,
    phone_key,
    renewed,
    review_day,
)

LOCAL_PARTS = st.from_regex(r"[a-zà-ü0-9][a-zà-ü0-9.+_-]{0,20}[a-zà-ü0-9]", fullmatch=True)
DOMAINS = st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,8})?\.example", fullmatch=True)


# --- e-mail


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("  Camille.Dupont@ACME.example ", "camille.dupont@acme.example"),
        ("rené@Société.example", "rené@xn--socit-esab.example"),
        ("jean.roux+salon@foo.example", "jean.roux+salon@foo.example"),
        ("ｊｅａｎ＠foo.example", "jean@foo.example"),
        ("jean\u200b.roux@foo.example", "jean.roux@foo.example"),
        ("mailto:jean.roux@foo.example", "jean.roux@foo.example"),
    ],
)
def test_an_email_is_written_as_the_rule_says(typed, canonical):
    key = email_key(typed)

    assert (key.kind, key.canonical) == (SuppressionKind.EMAIL, canonical)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "jean", "jean@foo", "jean@foo.example, anne@foo.example", ".jean@foo.example",
     "«jean@foo.example»", "06 12 34 56 78"],
)  # fmt: skip
def test_what_is_not_just_one_address_is_refused_without_repeating_it(typed):
    with pytest.raises(InvalidInputError) as refusal:
        email_key(typed)

    assert str(refusal.value).startswith("This is not one e-mail address.")
    assert not typed.strip() or typed not in str(refusal.value)


@given(LOCAL_PARTS, DOMAINS, st.sampled_from(["{}", " {} ", "<{}>", "E-mail: {}", "{};", "a {}\n"]))
def test_an_address_taken_is_found_in_any_cell_that_holds_it(local, domain, cell):
    address = f"{local}@{domain}"
    try:
        key = email_key(address.upper())
    except InvalidInputError:
        return  # refused where it is typed: nobody relies on it

    assert key.canonical in emails_in(cell.format(address.title()))


@given(LOCAL_PARTS, DOMAINS)
def test_the_canonical_form_of_an_address_is_its_own(local, domain):
    try:
        key = email_key(f"{local}@{domain}")
    except InvalidInputError:
        return

    assert email_key(key.canonical) == key


@pytest.mark.parametrize("address", ["camille.dupont@acme.example", "o'brien@acme.example"])
def test_usual_addresses_are_taken(address):
    assert email_key(address).canonical == address


# --- phone


@pytest.mark.parametrize(
    "typed",
    ["06 12 34 56 78", "+33 6 12 34 56 78", "0033612345678", "+33 (0)6.12.34.56.78", "612345678",
     " 06-12-34-56-78\u200b"],
)  # fmt: skip
def test_a_phone_is_written_with_its_country(typed):
    key = phone_key(typed, "FR")

    assert (key.kind, key.canonical) == (SuppressionKind.PHONE, "+33612345678")


def test_the_country_of_the_register_decides_what_a_number_without_one_means():
    assert phone_key("0475 12 34 56", "BE").canonical == "+32475123456"


@pytest.mark.parametrize("typed", ["", "12", "jean@foo.example", "06 12 34 56", "1" * 30])
def test_what_is_no_phone_number_is_refused(typed):
    with pytest.raises(InvalidInputError, match="This is not one phone number"):
        phone_key(typed, "FR")


@given(st.integers(0, 99_999_999), st.sampled_from("67"))
def test_every_writing_of_a_mobile_number_has_the_same_canonical_form(tail, first):
    digits = f"{tail:08}"
    pairs = " ".join(digits[at : at + 2] for at in range(0, 8, 2))
    writings = (
        f"0{first} {pairs}",
        f"+33{first}{digits}",
        f"+33 {first} {pairs}",
        f"0{first}{digits}",
    )

    (canonical,) = {phone_key(one, "FR").canonical for one in writings}
    assert canonical.endswith(first + digits)
    assert all(phone_forms(one, digits, "FR") == {canonical} for one in writings)


def test_of_several_numbers_in_a_cell_the_one_that_ends_so_is_meant():
    cell = "06 12 34 56 78 / 01 40 20 50 50"

    assert phone_forms(cell, "40205050", "FR") == {"+33140205050"}
    assert phone_forms(cell, "99999999", "FR") == frozenset()


# --- person


@pytest.mark.parametrize(
    ("name", "postcode"),
    [("Camille Dupont", "57000"), ("DUPONT Camille", " 57 000"), ("Mme Dupont, Camille", "57000")],
)
def test_a_person_is_the_same_in_any_order_and_case(name, postcode):
    assert person_key(name, postcode) == person_key("camille dupont", "57000")


def test_a_postcode_that_lost_its_zero_is_the_same():
    assert person_key("Zoé Le Goff", "01000") == person_key("Le Goff Zoe", "1000")


@pytest.mark.parametrize(
    ("name", "postcode"), [("Dupont", "57000"), ("Mme Dupont", "57000"), ("Camille Dupont", ""), ("", "57000")]
)  # fmt: skip
def test_a_person_needs_both_names_and_a_postcode(name, postcode):
    with pytest.raises(InvalidInputError, match="Write all three"):
        person_key(name, postcode)


FIELDS = [Field.GIVEN_NAME, Field.FAMILY_NAME, None, Field.POSTCODE]


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        (["Camille", "Dupont", "x", "57000"], FIELDS),
        (["Dupont Camille", "57000"], [Field.NAME, Field.POSTCODE]),
        (["57000", "Camille", "Martin", "Dupont"],
         [Field.POSTCODE, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.FAMILY_NAME]),
    ],
    ids=["two columns", "one column", "two family names"],
)  # fmt: skip
def test_a_row_has_the_form_of_its_person(cells, fields):
    assert person_key("Camille Dupont", "57000").canonical in set(person_forms(cells, fields))


@pytest.mark.parametrize(
    "cells", [["Camille", "Dupont"], ["Camille", "", "x", "57000"], ["", "", "", "57000"], []]
)
def test_a_row_without_name_or_postcode_has_none(cells):
    assert list(person_forms(cells, FIELDS)) == []


# --- entries


def entry(id_, review_on):
    return SuppressionEntry(
        id_, SuppressionKind.EMAIL, "00", SuppressionScope.ALL, SuppressionReason.ERASURE,
        date(2026, 1, 1), None, review_on,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("created", "review"),
    [(date(2026, 10, 5), date(2029, 10, 5)), (date(2028, 2, 29), date(2031, 2, 28))],
)
def test_an_entry_is_looked_at_again_after_three_years(created, review):
    assert review_day(created) == review


def test_entries_come_up_for_review_on_their_day_the_oldest_first():
    late, due, later = (
        entry(2, date(2026, 1, 5)),
        entry(1, date(2026, 1, 9)),
        entry(3, date(2026, 1, 10)),
    )

    assert due_for_review([due, later, late], date(2026, 1, 9)) == (late, due)


@pytest.mark.parametrize("days_late", [0, 1, 400])
def test_an_entry_that_is_due_stays_for_three_years_from_today(days_late):
    due = entry(1, date(2026, 1, 9))
    today = due.review_on + timedelta(days=days_late)

    again = renewed(due, today)

    assert again.review_on == review_day(today)
    assert replace(again, review_on=due.review_on) == due
    assert due_for_review([again], today) == ()


def test_an_entry_that_is_not_due_is_not_renewed():
    with pytest.raises(NotAllowedError, match="not before") as refused:
        renewed(entry(4, date(2026, 1, 9)), date(2026, 1, 8))

    assert refused.value.details == {"id": "4", "day": date(2026, 1, 9)}


def test_a_reason_is_kept_without_the_space_around_it():
    assert check_reason("  opted in again ") == "opted in again"


@pytest.mark.parametrize("text", ["", " \n", "x" * (LONGEST_REASON + 1)])
def test_no_reason_and_an_endless_one_are_refused(text):
    with pytest.raises(InvalidInputError, match="between 1 and 1000 characters"):
        check_reason(text)


def test_a_key_does_not_show_itself_in_a_log():
    assert "camille" not in repr(email_key("camille@acme.example"))
