"""Address books in vCard: versions, encodings, folds, what programs really write."""

import base64
import os
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import FileFound
from tests.integration.readers.read_records import fields_of, messages_of, records_of
from tests.integration.readers.read_sheets import read_or_refuse, refusal_of, sheets_of, warnings_of

LEA = {
    "Name": "Léa Dupont", "First name": "Léa", "Last name": "Dupont",
    "Email": "lea@acme.example", "Phone": "+33 6 12 34 56 78",
}  # fmt: skip


def vcf(*lines, version="3.0", encoding="utf-8"):
    card = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    return card.encode(encoding)


def card_of(*lines, **about):
    (card,) = records_of(vcf(*lines, **about))
    return card


def plain(version):
    return vcf(
        "N:Dupont;Léa;;;", "FN:Léa Dupont", "EMAIL:lea@acme.example", "TEL:+33 6 12 34 56 78",
        version=version,
    )  # fmt: skip


# --- rows and columns


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_every_version_is_read(version):
    assert records_of(plain(version)) == [LEA]


def test_each_card_is_a_row_under_one_header():
    rows = sheets_of(vcf("FN:Léa") + vcf("FN:Paul", "TEL:01") + vcf("NICKNAME:Lou"), "amis.vcf")

    assert [sheet.name for sheet in rows] == ["amis"]
    assert rows[0].rows == {
        1: ["Name", "First name", "Last name", "Email", "Phone", "Nickname"],
        2: ["Léa"],
        3: ["Paul", "", "", "", "01"],
        4: ["", "", "", "", "", "Lou"],
    }


def test_an_empty_card_keeps_its_number():
    assert list(sheets_of(vcf() + vcf("FN:Paul"))[0].rows) == [1, 3]


def test_the_importer_knows_what_the_columns_mean():
    content = vcf(
        "N:Dupont;Léa", "FN:Léa Dupont", "EMAIL:a@acme.example", "EMAIL:b@acme.example",
        "TEL:06 12 34 56 78", "ORG:Acme", "ADR:;;3 rue Haute;Metz;;57000;France", "BDAY:1985-04-12",
        "NOTE:fidèle",
    )  # fmt: skip

    expected = {
        "Name": Field.NAME, "First name": Field.GIVEN_NAME, "Last name": Field.FAMILY_NAME,
        "Email": Field.EMAIL, "Email 2": Field.EMAIL, "Phone": Field.PHONE,
        "Company": Field.COMPANY, "Address": Field.ADDRESS, "Postcode": Field.POSTCODE,
        "City": Field.CITY, "Birthday": Field.BIRTH_DATE, "Note": Field.NOTE,
    }  # fmt: skip

    assert fields_of(content).items() >= expected.items()


def test_there_are_as_many_columns_as_the_richest_card_needs():
    many = [f"EMAIL:p{n}@acme.example" for n in range(1, 41)]

    assert card_of(*many) == {
        "Email" if n == 1 else f"Email {n}": f"p{n}@acme.example" for n in range(1, 41)
    }


def test_the_parts_of_a_second_address_stay_together():
    card = card_of("ADR:;;;Metz;;;", "ADR:;bât. B;3 rue Haute;Nancy;;54000;France")

    assert card == {
        "City": "Metz", "Address 2": "3 rue Haute", "Address details 2": "bât. B",
        "City 2": "Nancy", "Postcode 2": "54000", "Country 2": "France",
    }  # fmt: skip


def test_structured_values_are_cut_where_they_are_not_escaped():
    card = card_of(r"N:Du\;pont;Léa,Marie;Anne;Dr;fils", r"ORG:Acme\, SAS;Ventes;Est")

    assert card == {
        "Last name": "Du;pont", "First name": "Léa,Marie", "Middle name": "Anne", "Prefix": "Dr",
        "Suffix": "fils", "Company": "Acme, SAS", "Department": "Ventes, Est",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["BDAY:19850412"], {"Birthday": "1985-04-12"}),
        (["BDAY:1985-04-12T00:00:00Z"], {"Birthday": "1985-04-12"}),
        (["BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12"], {"Birthday": "--04-12"}),
        (["BDAY;VALUE=text:vers 1980"], {"Birthday": "vers 1980"}),
        (["TEL;TYPE=FAX:01"], {"Fax": "01"}),
        (["TEL;VALUE=uri:tel:+33-1"], {"Phone": "+33-1"}),
        (["EMAIL:mailto:lea@acme.example"], {"Email": "lea@acme.example"}),
        (["CATEGORIES:amis,club"], {"Categories": "amis,club"}),
        (["X-SKYPE:lea.d"], {"X-SKYPE": "lea.d"}),
        (["RELATED;TYPE=spouse:Paul"], {"Related": "Paul"}),
        (["IMPP:xmpp:lea@acme.example"], {"Messenger": "xmpp:lea@acme.example"}),
        (["UID:a-1", "URL:https://acme.example"], {"UID": "a-1", "Website": "https://acme.example"}),
        (["MEMBER:mailto:a@b.example", "MEMBER:mailto:c@d.example"],
         {"Members": "mailto:a@b.example\nmailto:c@d.example"}),
        (['ADR;LABEL="3, rue Haute: Metz":;;3;;;;'],
         {"Address": "3", "Labels": "Address LABEL: 3, rue Haute: Metz"}),
        (["X-SOCIALPROFILE;x-user=lea:x:y"],
         {"X-SOCIALPROFILE": "x:y", "Labels": "X-SOCIALPROFILE X-USER: lea"}),
    ],
)  # fmt: skip
def test_a_property_becomes_a_column(lines, expected):
    assert card_of(*lines) == expected


def test_labels_of_apple_stand_beside_their_value():
    card = card_of(
        "EMAIL:a@acme.example", "item1.EMAIL;type=INTERNET:b@acme.example",
        "item1.X-ABLabel:Maman", "item2.X-ABRELATEDNAMES:Paul", "item2.X-ABLabel:_$!<Brother>!$_",
    )  # fmt: skip

    assert card["Email 2"] == "b@acme.example"
    assert card["Labels"] == "Email 2: Maman\nRelated: Brother"


@pytest.mark.parametrize(
    "lines",
    [
        ["PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQ", " SkZJRgAB", ""],
        ["PHOTO;TYPE=JPEG;ENCODING=b:/9j/4AAQSkZJRgAB"],
        ["PHOTO:data:image/jpeg;base64,/9j/4AAQ"],
        ["LOGO;BASE64:", "  /9j/4AAQ", "", ""],
        ["KEY;ENCODING=B:AAAA"],
        ["SOUND;ENCODING=B:AAAA"],
        ["PHOTO;ENCODING=BASE64:", "/9j/4AAQ", "SkZJRgAB==", ""],
    ],
)
def test_pictures_sounds_and_keys_are_left_out(lines):
    assert card_of("FN:Léa", *lines, "NOTE:x") == {"Name": "Léa", "Note": "x"}


def test_the_reading_of_a_name_is_no_sound_to_leave_out():
    assert card_of("SOUND;X-IRMC-N:DUPON;LEA")["SOUND"] == "DUPON;LEA"


# --- cards in cards, cards without an end


def test_an_agent_is_a_card_of_its_own():
    nested = vcf("FN:Léa", "AGENT:", "BEGIN:VCARD", "FN:Paul", "END:VCARD", "NOTE:x", version="2.1")
    inline = vcf("FN:Léa", r"AGENT:BEGIN:VCARD\nFN:Paul\nEND:VCARD\n", "NOTE:x")

    for content in (nested, inline):
        assert records_of(content) == [{"Name": "Léa", "Note": "x"}, {"Name": "Paul"}]


def test_a_card_without_an_end_ends_where_the_next_begins():
    assert records_of(b"BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nFN:C\n") == [
        {"Name": "A"}, {"Name": "B"}, {"Name": "C"},
    ]  # fmt: skip


# --- folds


def test_a_fold_of_3_0_inserts_a_blank_and_one_of_2_1_does_not():
    assert card_of("NOTE:un de", " ux", "\t trois") == {"Note": "un deux trois"}
    assert card_of("NOTE:un", " deux", version="2.1") == {"Note": "un deux"}
    assert card_of("EMAIL:lea@ac", " me.example", version="2.1") == {"Email": "lea@acme.example"}


def test_a_fold_inside_a_character_is_mended():
    content = vcf("NOTE:é")
    assert records_of(content.replace(b"\xc3\xa9", b"\xc3\r\n \xa9")) == [{"Note": "é"}]


def test_lines_that_go_on_without_a_fold_are_not_lost():
    assert card_of("NOTE:un", "deux", "trois", "TEL:01") == {
        "Note": "un\ndeux\ntrois",
        "Phone": "01",
    }


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_every_line_end_is_known(line_end):
    content = vcf("FN:Léa", "NOTE;ENCODING=QUOTED-PRINTABLE:a=", "b")
    assert records_of(content.replace(b"\r\n", line_end)) == [{"Name": "Léa", "Note": "ab"}]


# --- encodings


def test_quoted_printable_of_outlook_goes_on_over_soft_breaks():
    card = card_of(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Br=C3=A9hat;=C3=89lo=", "=C3=AFse",
        "ADR;WORK;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:;;3 rue=0D=0Ades =C9cus;Metz",
        "NOTE;QUOTED-PRINTABLE:a=3D=", version="2.1",
    )  # fmt: skip

    assert card == {
        "Last name": "Bréhat", "First name": "Éloïse", "Address": "3 rue\r\ndes Écus",
        "City": "Metz", "Note": "a=",
    }  # fmt: skip


def test_a_soft_break_that_is_none_does_not_swallow_the_next_property():
    card = card_of("NOTE;ENCODING=QUOTED-PRINTABLE:abc=", "TEL;CELL:06", version="2.1")
    assert card == {"Note": "abc", "Phone": "06"}


def test_values_of_one_file_may_be_in_different_encodings():
    assert records_of(vcf("FN:Léa") + vcf("FN:Léa", encoding="cp1252")) == [{"Name": "Léa"}] * 2


@pytest.mark.parametrize(
    ("encoding", "detected"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp1252", "cp1252")],
)
def test_a_file_may_be_in_any_encoding(encoding, detected):
    content = vcf("FN:Éloïse Bréhat", "NOTE:très fidèle", encoding=encoding)

    assert records_of(content) == [{"Name": "Éloïse Bréhat", "Note": "très fidèle"}]
    assert messages_of(content)[0] == FileFound("vcf", detected)


def test_a_charset_that_is_declared_wrongly_does_not_garble_names():
    assert card_of("FN;CHARSET=ISO-8859-1:Léa") == {"Name": "Léa"}
    assert card_of("FN;CHARSET=x-unknown:Léa") == {"Name": "Léa"}
    assert records_of(vcf("FN;CHARSET=UTF-8:Léa", encoding="latin-1")) == [{"Name": "Léa"}]


def test_text_in_base64_is_read_and_wrong_base64_stays_as_it_is():
    packed = base64.b64encode("Léa".encode()).decode()

    assert card_of(f"FN;ENCODING=b:{packed}") == {"Name": "Léa"}
    assert card_of("FN;ENCODING=b:!!! Léa ???") == {"Name": "!!! Léa ???"}


# --- round trip

words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], include_characters="\\,;:\"é=\n"),
    min_size=1,
).filter(lambda text: text == text.strip())  # fmt: skip


def escaped(text):
    for sign in "\\;,":
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def folded(line):
    raw = line.encode()
    return b"\r\n ".join(raw[at : at + 40] for at in range(0, len(raw), 40)) + b"\r\n"


@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=4))
def test_what_is_written_as_3_0_is_read_back(people):
    content = b"".join(
        b"BEGIN:VCARD\r\nVERSION:3.0\r\n"
        + folded(f"N:{escaped(last)};{escaped(first)}")
        + folded(f"NOTE:{escaped(note)}")
        + b"END:VCARD\r\n"
        for last, first, note in people
    )

    assert records_of(content) == [
        {"First name": first, "Last name": last, "Note": note} for last, first, note in people
    ]


@given(words)
def test_what_is_written_as_quoted_printable_is_read_back(note):
    packed = quopri.encodestring(escaped(note).encode()).replace(b"\n", b"\r\n")
    content = b"BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;ENCODING=QUOTED-PRINTABLE:" + packed

    assert records_of(content + b"\r\nEND:VCARD\r\n") == [{"Note": note}]


# --- long and hostile


def test_a_note_that_is_too_long_for_a_cell_goes_on_in_the_next():
    card = card_of("NOTE:" + "mot " * 20_000)

    assert list(card) == ["Note", "Note 2", "Note 3"]
    assert "".join(card.values()).split() == ["mot"] * 20_000
    assert max(map(len, card.values())) <= 32_767


def test_properties_beyond_the_most_columns_stand_in_the_last_one():
    card = card_of(*(f"X-P{n}:v{n}" for n in range(600)))

    assert len(card) <= 501
    assert "X-P599: v599" in card["More"].split("\n")
    assert card["X-P0"] == "v0"


def test_a_title_that_looks_like_data_does_not_hide_the_header():
    content = vcf("FN:Léa", "X-0612345678:v")

    assert records_of(content) == [{"Name": "Léa", "More": "X-0612345678: v"}]
    assert fields_of(content)["Name"] is Field.NAME


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n" * 1_000, Problem.NOTHING_INSIDE),
        (b"BEGIN:VCARD\r\nNOTE:" + b"x" * 33_600_000, Problem.CELL_TOO_LONG),
        (b"BEGIN:VCARD\r\nFN:x\r\n" + b"NOTE:y\r\n" * 100_000, Problem.TOO_MANY_ROWS),
        (b"BEGIN:VCARD\r\n" + os.urandom(50_000), Problem.NOT_TEXT),
        (b"BEGIN:VCARD\r\n" * 10_000, Problem.NOTHING_INSIDE),
        (b"BEGIN:VCARD\r\nAGENT:\r\n" * 10_000, Problem.NOTHING_INSIDE),
        (b"BEGIN:VCARD\r\nNOTE;QUOTED-PRINTABLE:" + b"=\r\n" * 100_000, Problem.NOTHING_INSIDE),
    ],
    ids=["empty cards", "one long line", "no end", "random", "begins", "agents", "soft breaks"],
)
def test_a_hostile_file_is_refused(content, problem):
    assert refusal_of(content) is problem


def test_more_empty_cards_than_rows_are_too_many():
    assert refusal_of(b"BEGIN:VCARD\nEND:VCARD\n" * 11, rows=10) is Problem.TOO_MANY_ROWS


@pytest.mark.parametrize(
    "bad", [b"\\", b";", b'"', b"=", b":", b"\xed\xa0\x80", b"\r\n x", b'A="b;']
)
def test_signs_without_end_are_read(bad):
    content = (
        b"BEGIN:VCARD\r\nFN:x\r\nTEL;" + bad * 9 + b":1\r\nN:" + bad * 5_000 + b"\r\nEND:VCARD"
    )

    assert records_of(content)[0]["Name"] == "x"


def test_more_records_than_are_held_are_read_twice(monkeypatch):
    monkeypatch.setattr("dsr_desktop.readers.records._HELD_RECORDS", 2)
    content = b"".join(vcf(f"FN:p{n}", f"X-P{n}:v") for n in range(9))

    assert records_of(content) == [{"Name": f"p{n}", f"X-P{n}": "v"} for n in range(9)]


@given(st.binary(max_size=200))
def test_any_bytes_after_a_beginning_are_read_or_refused(content):
    read_or_refuse(b"BEGIN:VCARD\r\n" + content)


@pytest.mark.parametrize(
    ("after", "is_told"),
    [
        ("", False),
        ("\r\n\r\n", False),
        ("NOTE:behind the end\r\n", False),
        ("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé Pet", True),
        ("BEGIN:VCARD\r\n", True),
        ("BEGIN:VCARD\r\nFN:Zoé\r\nBEGIN:VCARD\r\nFN:Léa\r\nEND:VCARD\r\n", False),
    ],
    ids=[
        "whole",
        "blank lines",
        "a loose line",
        "cut in a name",
        "cut after the begin",
        "cut before",
    ],
)
def test_an_address_book_that_is_cut_off_is_told(after, is_told):
    whole = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Paul Roy\r\nEND:VCARD\r\n"

    assert (Problem.NOT_ENDED in warnings_of((whole + after).encode())) is is_told
