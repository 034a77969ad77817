"""Canonical forms of e-mail, phone, name and identifier (R-SUP-2), and finding them in text."""

import hashlib
import hmac
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.person import (
    calling_code,
    canonical_email,
    canonical_identifier,
    canonical_phone,
    emails_in,
    fold,
    mailbox_of,
    mailbox_writings,
    phone_tail,
    phone_tails_in,
    phones_in,
    tagged_between,
    words,
)

SECRET = bytes(range(32))


def digest(text):
    return hmac.new(SECRET, text.encode(), hashlib.sha256).hexdigest()


# --- the vectors of the specification


def test_an_address_with_capitals_and_blanks_gives_the_digest_of_the_specification():
    form = canonical_email("  Camille.Dupont@ACME.example ")

    assert form == "camille.dupont@acme.example"
    assert digest(f"email:{form}") == (
        "6aa5396c86a9758a034ff3686e6aa8ab61c0748bacb654109b1ef32a5e03ec54"
    )


def test_an_address_with_accents_keeps_them_before_the_at_sign_only():
    form = canonical_email("rené@Société.example")

    assert form == "rené@xn--socit-esab.example"
    assert digest(f"email:{form}") == (
        "bbeaaad885ce3113fb6acb28652f5ea4ea4c4f5a0ccc34bb924b0faa19eaa45d"
    )


def test_a_french_number_gives_the_digest_of_the_specification():
    form = canonical_phone("06 12 34 56 78", "FR")

    assert form == "+33612345678"
    assert digest(f"phone:{form}") == (
        "a5553584125b89357c3f32b2840c34814e50abbde5c03b20712f3e355fbeed60"
    )


# --- e-mail


def test_tag_and_dots_of_an_address_are_kept():
    assert canonical_email("Lea.Petit+salon@acme.example") == "lea.petit+salon@acme.example"


@pytest.mark.parametrize(
    ("email", "mailbox"),
    [
        ("a.b+c@acme.example", "a.b@acme.example"),
        ("a.b+c@gmail.com", "ab@gmail.com"),
        ("a.b@googlemail.com", "ab@gmail.com"),
        ("a.b@acme.example", "a.b@acme.example"),
        ("+c@acme.example", "+c@acme.example"),
    ],
)
def test_a_mailbox_has_no_tag_and_at_gmail_no_dots(email, mailbox):
    assert mailbox_of(email) == mailbox


@pytest.mark.parametrize("email", ["a.b@gmail.com", "ab+x@googlemail.com", "a+b@acme.example"])
def test_every_writing_of_a_mailbox_is_one_address_of_it(email):
    assert email in mailbox_writings(email)
    assert {mailbox_of(one) for one in mailbox_writings(email)} == {mailbox_of(email)}


def test_tagged_addresses_of_a_mailbox_stand_between_two_bounds():
    first, last = tagged_between("a@acme.example")

    assert first <= "a+x@acme.example" < last
    assert not first <= "ab@acme.example" < last
    assert not first <= "a@acme.example" < last


def test_an_accent_is_the_same_in_one_or_two_characters():
    assert canonical_email("rene\u0301@acme.example") == canonical_email("ren\u00e9@acme.example")


def test_full_width_characters_are_those_of_the_keyboard():
    assert canonical_email("ＬＥＡ＠ａｃｍｅ．ｅｘａｍｐｌｅ") == "lea@acme.example"


def test_a_mail_link_is_an_address():
    assert canonical_email("mailto:lea@acme.example") == "lea@acme.example"


def test_an_apostrophe_belongs_to_the_name_in_an_address():
    assert canonical_email("o'brien@acme.example") == "o'brien@acme.example"


@pytest.mark.parametrize(
    "text",
    [
        "", "lea", "lea@", "@acme.example", "lea@acme", "lea @acme.example", "a@b@acme.example",
        "lea@acme.example, paul@acme.example", "lea@é" + "x" * 70 + ".example",
        "'lea@acme.example'",
    ],
)  # fmt: skip
def test_what_is_not_one_address_has_no_form(text):
    assert canonical_email(text) is None


def test_every_address_in_a_text_is_found_once():
    text = "Écrire à <Lea@acme.example>, ou lea@ACME.example; sinon paul@autre.example."

    assert emails_in(text) == ("lea@acme.example", "paul@autre.example")


def test_an_address_in_quotes_is_found_without_them():
    assert emails_in("'lea@acme.example'") == ("lea@acme.example",)


def test_an_address_after_an_elision_is_found_with_and_without_it():
    assert emails_in("mail d'anne@acme.example") == ("d'anne@acme.example", "anne@acme.example")


def test_an_address_with_apostrophe_alone_in_its_cell_is_nobody_elses():
    assert emails_in("o'brien@acme.example") == ("o'brien@acme.example",)


def test_a_text_without_at_sign_holds_no_address():
    assert emails_in("pas d'adresse") == ()


@given(st.text())
def test_finding_addresses_never_fails_and_gives_canonical_ones(text):
    assert all(canonical_email(form) == form for form in emails_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "lea\u200b@acme.example", "lea@ac\u00adme.example", "\ufefflea@acme.example",
        "l\u2060ea@acme.example\u200e", "*lea@acme.example*", "«lea@acme.example»",
        "« lea@acme.example »", "“lea@acme.example”", "„lea@acme.example“", "{lea@acme.example}",
        "_lea@acme.example_", "=lea@acme.example", "&lea@acme.example", "~lea@acme.example",
        "^lea@acme.example", "–lea@acme.example", "lea@acme.example、", "·lea@acme.example",
        "→lea@acme.example", "lea@acme.example!", "lea@acme.example?", "mail=lea@acme.example",
        "mailto:lea@acme.example?subject=Bonjour", "https://x.example/?m=lea@acme.example&x=1",
        "paul@autre.example、lea@acme.example",
    ],
)  # fmt: skip
def test_an_address_is_found_whatever_signs_stand_around_it(text):
    assert "lea@acme.example" in emails_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "lea @ acme.example", "lea\u00a0@\u00a0acme.example", "lea[at]acme.example",
        "lea (AT) acme.example", "lea [at] acme [dot] example", "lea%40acme.example",
        "lea&#64;acme.example", '"lea"@acme.example', "https://x.example/?m=lea%40acme.example&x=1",
        "paul@autre.example @ lea@acme.example",
    ],
)  # fmt: skip
def test_an_address_is_found_however_its_at_sign_is_written(text):
    assert "lea@acme.example" in emails_in(text)


# --- phone


@pytest.mark.parametrize(
    "written",
    [
        "0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78",
        "+33 6 12 34 56 78", "+33612345678", "0033 6 12 34 56 78", "+33 (0)6 12 34 56 78",
        "33612345678", "612345678", "06\u00a012\u00a034\u00a056\u00a078",
        "06\u202f12\u202f34\u202f56\u202f78", " 06 12 34 56 78 ", "(06) 12 34 56 78",
    ],
)  # fmt: skip
def test_every_writing_of_a_number_has_one_form_and_is_found_as_a_whole(written):
    assert canonical_phone(written, "FR") == "+33612345678"
    assert phone_tail(written) == "12345678"
    assert "+33612345678" in {canonical_phone(found, "FR") for found in phones_in(written)}


@pytest.mark.parametrize(
    ("written", "country", "form"),
    [
        ("02 512 34 56", "BE", "+3225123456"),
        ("+32 2 512 34 56", "FR", "+3225123456"),
        ("030 1234567", "DE", "+49301234567"),
        ("12 34 56 78", "DK", "+4512345678"),
        ("020 7946 0958", "GB", "+442079460958"),
        ("621 123 456", "LU", "+352621123456"),
    ],
)
def test_a_local_number_is_completed_by_its_country(written, country, form):
    assert canonical_phone(written, country) == form


@pytest.mark.parametrize(
    ("local", "international"),
    [("02 512 34 56", "+32 2 512 34 56"), ("030 123456", "+49 30 123456"), ("12345678", "+4512345678")],
)  # fmt: skip
def test_short_national_numbers_share_their_tail_with_the_international_writing(
    local, international
):
    assert phone_tail(local) == phone_tail(international)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("0692 12 34 56", "+262692123456"), ("+33 692 12 34 56", "+262692123456"),
        ("692123456", "+262692123456"), ("+262 692 12 34 56", "+262692123456"),
        ("0590 12 34 56", "+590590123456"), ("0694 12 34 56", "+594694123456"),
        ("0696 12 34 56", "+596696123456"), ("0508 41 12 34", "+508411234"),
        ("+508 41 12 34", "+508411234"), ("+687 12 34 56", "+687123456"),
    ],
)  # fmt: skip
def test_a_number_of_overseas_france_has_its_own_code(written, form):
    assert canonical_phone(written, "FR") == form
    assert phone_tail(written) == phone_tail(form)


def test_the_calling_code_of_a_number_is_that_of_its_country():
    assert [calling_code(one) for one in ("+33612345678", "+352621123456")] == [33, 352]


@pytest.mark.parametrize("text", ["", "06 12", "numéro inconnu", "1234567", "+999 999 999 999"])
def test_what_is_no_number_has_no_form(text):
    assert canonical_phone(text, "FR") is None


@pytest.mark.parametrize("text", ["1234567", "123456789012345678", "néant"])
def test_too_few_or_too_many_digits_have_no_tail(text):
    assert phone_tail(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "06 12 34 56 78 / 01 40 20 50 50",
        "06-12-34-56-78/01-40-20-50-50",
        "06 12 34 56 78 - 01 40 20 50 50",
        "06 12 34 56 78  01 40 20 50 50",
        "06 12 34 56 78 01 40 20 50 50",
        "0612345678 0140205050",
        "+33612345678 +33140205050",
        "port. 06 12 34 56 78, fixe 01 40 20 50 50",
        "0612345678-0140205050",
        "06 12 34 56 78\n01 40 20 50 50",
    ],
)
def test_both_numbers_of_a_cell_are_found(text):
    found = {canonical_phone(written, "FR") for written in phones_in(text)}

    assert {"+33612345678", "+33140205050"} <= found


@pytest.mark.parametrize(
    "text", ["57000 06 12 34 56 78", "06 12 34 56 78 - 75011 Paris", "Tél.0612345678",
             "tel:+33612345678", "2024-09-01 0612345678", "le 01/09/2024 06 12 34 56 78"]
)  # fmt: skip
def test_a_number_is_found_beside_other_figures(text):
    assert "+33612345678" in {canonical_phone(written, "FR") for written in phones_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        *(f"06{sign}12{sign}34{sign}56{sign}78" for sign in "\u2010\u2011\u2012\u2013\u2014\u2015·_\t,"),
        "06, 12, 34, 56, 78", "06\u200b12345678", "\u202a0612345678\u202c", "０６１２３４５６７８",
        "612345678.0", "33612345678.0", "0612345678perso", "6.12345678E8", "3,3612345678e+10",
        "06:12:34:56:78", "06'12'34'56'78", "06\u201912\u201934\u201956\u201978", "06 12 34\n56 78",
        "+33 6 12 34 \r\n56 78", "06  -  12  -  34  -  56  -  78", "1. 06 12 34 56 78", "1) 0612345678",
        "F0140205050 P0612345678",
        "P06 12 34 56 78", "tel_06_12_34_56_78", "+33_6_12_34_56_78", "port+33612345678",
    ],
)  # fmt: skip
def test_a_number_with_unusual_signs_is_found(text):
    found = [written for written in phones_in(text) if canonical_phone(written, "FR")]

    assert "+33612345678" in {canonical_phone(written, "FR") for written in found}
    assert "12345678" in {phone_tail(written) for written in found}


def test_a_number_in_usual_signs_is_given_once_as_written():
    assert phones_in("06\u00a012\u00a034\u00a056\u00a078") == (
        "06\u00a012\u00a034\u00a056\u00a078",
    )


@pytest.mark.parametrize(
    "text",
    ["0.14285714285714285", "1 234 567,89", "48,85661,2,35222", "0612345678perso@x.example",
     "lot_2024_00012345", "1,2,3,4,5,6,7,8,9,10", "06:12:34:56:78:90", "01\n02\n03\n04\n05",
     "6.12345678E3", "2024-09-01 10:00:00"],
)  # fmt: skip
def test_fractions_prices_and_lists_are_no_phone_numbers(text):
    assert phones_in(text) == ()


@pytest.mark.parametrize(
    "text",
    ["04/05/1990", "1990-05-04", "4.5.1990", "2024-09-01 10:00:00", "2024-09-01T10:00:00.123456",
     "né le 04/05/1990 à Metz"],
)  # fmt: skip
def test_a_date_is_no_phone_number(text):
    assert phones_in(text) == ()


@pytest.mark.parametrize(
    "text",
    ["FR76 3000 6000 0112 3456 7890 189", "12345678901234567890", "1 234 567,89", "abc12345678",
     "12345678@sms.example", "v3.12345678"],
)  # fmt: skip
def test_accounts_long_figures_and_parts_of_words_are_no_phone_numbers(text):
    assert phones_in(text) == ()


@given(st.text(alphabet="0123456789 +-./()a@\u00a0", max_size=80))
def test_finding_numbers_never_fails_and_gives_what_has_a_tail(text):
    assert all(phone_tail(written) for written in phones_in(text))


# --- names and identifiers


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Éléonore", "eleonore"), ("CŒUR", "coeur"), ("Lætitia", "laetitia"), ("Straße", "strasse"),
        ("Łukasz", "lukasz"), ("Søren", "soren"), ("Þór", "thor"), ("ı", "i"), ("e\u0301", "e"),
        ("MÜLLER", "muller"), ("ACME", "acme"),
        ("Ca\u00admille", "camille"), ("Du\u200bpont", "dupont"), ("Fran&ccedil;ois", "francois"),
        ("Fran&#231;ois", "francois"), ("&Eacute;lo&#xEF;se", "eloise"), ("R&D; x", "r&d; x"),
    ],
)  # fmt: skip
def test_accents_ligatures_and_case_are_folded(text, folded):
    assert fold(text) == folded


def test_hyphens_apostrophes_and_dots_separate_words():
    assert words("Jean-Pierre O'Neil, J.P._Martin") == (
        "jean", "pierre", "o", "neil", "j", "p", "martin",
    )  # fmt: skip


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert words(fold(text)) == words(text)


def test_identifiers_are_compared_without_case_and_separators():
    assert canonical_identifier("C-00 123.a") == canonical_identifier("c00123A") == "c00123a"


LONE_NUMBERS = st.from_regex(
    r"(?:0|\+33 ?|0033 ?)[1-9]([ .\-]?)[0-9][0-9](?:\1[0-9][0-9]){3}|33[1-9][0-9]{8}",
    fullmatch=True,
)


@given(LONE_NUMBERS)
def test_a_cell_that_is_one_number_is_read_as_inside_a_text(number):
    assert phones_in(number) == (number,)
    assert phones_in(f"Tel: {number}") == (number,)
    assert phone_tails_in(number) == (phone_tail(number),)


@given(st.from_regex(r"[A-Za-z0-9_.+\-]{1,12}@[A-Za-z0-9.\-]{1,12}", fullmatch=True))
def test_a_cell_that_is_one_address_is_read_as_inside_a_text(address):
    assert emails_in(address) == emails_in(f"<{address}>")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_cell_that_is_one_day_holds_no_number(day):
    assert phones_in(day.isoformat()) == ()
