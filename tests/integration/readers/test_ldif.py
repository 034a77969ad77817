"""Address books in LDIF: base64, folds, comments, changes, Thunderbird's own attributes."""

import base64
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import Warned
from tests.integration.readers.read_records import fields_of, messages_of, records_of
from tests.integration.readers.read_sheets import read_or_refuse, refusal_of, warnings_of

THUNDERBIRD = """dn: cn=Léa Dupont,mail=lea@acme.example
objectclass: top
objectclass: person
givenName: Léa
sn: Dupont
cn: Léa Dupont
mozillaNickname: Lou
mail: lea@acme.example
mozillaSecondEmail: lou@acme.example
telephoneNumber: 01 40 20 50 50
mobile: 06 12 34 56 78
mozillaHomeStreet: 3 rue Haute
mozillaHomeLocalityName: Metz
mozillaHomePostalCode: 57000
birthyear: 1985
birthmonth: 4
birthday: 12
description: fidèle
"""


def ldif(*lines, encoding="utf-8"):
    return "\n".join(["dn: cn=x", *lines, ""]).encode(encoding)


def entry_of(*lines, **about):
    (entry,) = records_of(ldif(*lines, **about))
    return {title: value for title, value in entry.items() if title != "dn"}


def test_an_address_book_of_thunderbird_is_read():
    assert records_of(THUNDERBIRD.encode()) == [{
        "Name": "Léa Dupont", "First name": "Léa", "Last name": "Dupont", "Nickname": "Lou",
        "Email": "lea@acme.example", "Email 2": "lou@acme.example",
        "Work phone": "01 40 20 50 50", "Mobile": "06 12 34 56 78", "Address 2": "3 rue Haute",
        "City 2": "Metz", "Postcode 2": "57000", "Birthday": "1985-04-12", "Note": "fidèle",
        "dn": "cn=Léa Dupont,mail=lea@acme.example", "objectClass": "top\nperson",
    }]  # fmt: skip


def test_the_importer_knows_what_the_columns_mean():
    expected = {
        "Name": Field.NAME, "First name": Field.GIVEN_NAME, "Last name": Field.FAMILY_NAME,
        "Email": Field.EMAIL, "Email 2": Field.EMAIL, "Work phone": Field.PHONE,
        "Mobile": Field.PHONE, "Birthday": Field.BIRTH_DATE, "Note": Field.NOTE,
    }  # fmt: skip

    assert fields_of(THUNDERBIRD.encode()).items() >= expected.items()


def test_the_blank_after_dn_may_be_missing():
    assert records_of(b"version:1\n\ndn:cn=x\ncn:A\n")[0]["Name"] == "A"


def test_entries_are_rows_between_blank_lines():
    content = ldif("cn: A") + b"\n\n# nobody\n\n" + ldif("cn: B") + b"\n\nsearch: 2\nresult: 0 ok\n"

    assert [entry["Name"] for entry in records_of(content)] == ["A", "B"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["sn:: RMO8cG9udA=="], {"Last name": "Düpont"}),
        (["sn:: !!! no base64 ???"], {"Last name": "!!! no base64 ???"}),
        (["street: 3 rue", "  des Lilas"], {"Address": "3 rue des Lilas"}),
        (["# a comment", "  that goes on", "cn: A"], {"Name": "A"}),
        (["cn;lang-fr: A"], {"Name": "A"}),
        (["cn: A", "displayName: A"], {"Name": "A"}),
        (["mail: a@b.example", "mail: c@d.example"],
         {"Email": "a@b.example", "Email 2": "c@d.example"}),
        (["member: cn=A,mail=a@b.example", "member: cn=B"],
         {"Members": "cn=A,mail=a@b.example\ncn=B"}),
        (["postalAddress: Acme$3 rue$Metz"], {"Postal address": "Acme\n3 rue\nMetz"}),
        (["customField7: v"], {"customfield7": "v"}),
        (["cn: A", "jpegPhoto:: /9j/4AAQSkZJRgAB", "userCertificate;binary:: AAAA"], {"Name": "A"}),
        (["cn: A", "objectGUID:: AAECAwQFBgcICQ=="], {"Name": "A"}),
        (["description: un", "deux"], {"Note": "undeux"}),
        (["birthyear: 1985"], {"Birthday": "1985"}),
    ],
)  # fmt: skip
def test_an_attribute_becomes_a_column(lines, expected):
    assert entry_of(*lines) == expected


def test_letters_that_fit_two_encodings_are_pointed_out():
    assert warnings_of(ldif("cn: Zoë", encoding="cp1252")) == {Problem.ENCODING_UNSURE}
    assert warnings_of(ldif("cn: Jörg Müller", encoding="cp1252")) == set()
    assert warnings_of(ldif("cn: Zoë")) == set()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_may_be_in_any_encoding(encoding):
    assert entry_of("cn: Éloïse Bréhat", encoding=encoding) == {"Name": "Éloïse Bréhat"}


def test_a_value_in_another_file_is_named_and_never_opened(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("secret")
    content = ldif("cn: A", f"description:< file://{path}")

    assert records_of(content)[0]["Note"] == f"file://{path}"
    assert Warned(Problem.VALUES_ELSEWHERE, {"count": 1}) in messages_of(content)


def test_changes_are_read_as_they_stand_and_counted():
    content = ldif("changetype: modify", "add: mail", "mail: a@b.example", "-") + b"\n"
    content += ldif("changetype: delete") + b"\n" + ldif("changetype: add", "cn: B")

    assert records_of(content) == [
        {"Change": "modify", "Email": "a@b.example", "dn": "cn=x"},
        {"Change": "delete", "dn": "cn=x"}, {"Change": "add", "Name": "B", "dn": "cn=x"},
    ]  # fmt: skip
    assert Warned(Problem.CHANGES_NOT_APPLIED, {"count": 2}) in messages_of(content)


def test_a_plain_export_gives_no_warning():
    assert warnings_of(THUNDERBIRD.encode()) == set()


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="é\n:<"),
                min_size=1).filter(lambda text: text == text.strip())  # fmt: skip


@given(st.lists(words, min_size=1, max_size=5))
def test_what_is_written_in_base64_over_folded_lines_is_read_back(names):
    content = b""
    for name in names:
        line = b"cn:: " + base64.b64encode(name.encode())
        folded = b"\n ".join(line[at : at + 30] for at in range(0, len(line), 30))
        content += b"dn: cn=x\n" + folded + b"\n\n"

    assert [entry["Name"] for entry in records_of(content)] == names


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"dn: x\ncn: " + b"x" * 33_600_000, Problem.CELL_TOO_LONG),
        (b"dn: x\n" + b"mail: x\n" * 100_001, Problem.TOO_MANY_ROWS),
        (b"dn: x\n" + os.urandom(50_000), Problem.NOT_TEXT),
        (b"dn: \n\n" * 1_000, Problem.NOTHING_INSIDE),
    ],
    ids=["one long line", "no end", "random", "empty entries"],
)
def test_a_hostile_file_is_refused(content, problem):
    assert refusal_of(content) is problem


@given(st.binary(max_size=200))
def test_any_bytes_after_a_beginning_are_read_or_refused(content):
    read_or_refuse(b"dn: cn=x\n" + content)
