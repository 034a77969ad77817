"""Files that Outlook saves: mails, contacts, distribution lists, what is attached to them."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import FileFound, Warned
from tests.integration.readers.outlook_file import compound_file, message, named
from tests.integration.readers.read_records import fields_of, messages_of, records_of
from tests.integration.readers.read_sheets import read_or_refuse, refusal_of, sheets_of, warnings_of

CLASS, SUBJECT, BODY, HTML, RICH_TEXT = 0x001A, 0x0037, 0x1000, 0x1013, 0x1009
AUTHOR, AUTHOR_EX, AUTHOR_SMTP = 0x0042, 0x0065, 0x5D02
SENDER, SENDER_EX, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
SUBMITTED, RECIPIENT_KIND, SHOWN_TO = 0x0039, 0x0C15, 0x0E04
NAME, SMTP, EX = 0x3001, 0x39FE, 0x3003
HEADERS, CODE_PAGE, HTML_CODE_PAGE = 0x007D, 0x3FFD, 0x3FDE
LONG_NAME, DATA, EMBEDDED = 0x3707, 0x3701, "__substg1.0_3701000D"
TIME, LONG = 0x40, 0x03
FROM_LEA = {AUTHOR: "Dupont, Léa", AUTHOR_SMTP: "lea@acme.example", AUTHOR_EX: "/o=acme/cn=lea"}


def ticks(*moment):
    """Tenths of microseconds since 1601 until a moment in UTC."""
    return (datetime(*moment) - datetime(1601, 1, 1)) // timedelta(microseconds=1) * 10


def note(texts=(), head="", **about):
    return message(
        {CLASS: "IPM.Note", **FROM_LEA, BODY: "Bonjour", **dict(texts)}, head=head, **about
    )


def recipient(name, address, kind=1):
    return message({NAME: name, SMTP: address}, {RECIPIENT_KIND: (LONG, kind)}, head="part")


def attached(name, content=None, inner=()):
    return message(
        {LONG_NAME: name}, binaries={DATA: content} if content else {}, inner=inner, head="part"
    )


def mail_of(storage):
    return records_of(compound_file(storage))[0]


def contact_of(texts=(), numbers=(), own=(), fixed=(), binaries=(), kind="IPM.Contact"):
    inner = {"__nameid_version1.0": named(numbers, own)}
    return mail_of(message({CLASS: kind, **dict(texts)}, fixed, binaries, inner))


# --- mails


def test_a_mail_is_a_row_like_any_other():
    storage = note(
        {SUBJECT: "Été"},
        fixed={SUBMITTED: (TIME, ticks(2026, 11, 2, 9, 30))},
        inner={
            "__recip_version1.0_#00000000": recipient("Paul Roux", "paul@b.example"),
            "__recip_version1.0_#00000001": recipient("", "q@c.example"),
            "__recip_version1.0_#00000002": recipient("Rose", "r@d.example", 2),
            "__recip_version1.0_#00000003": recipient("Sam", "s@e.example", 3),
        },
    )

    assert mail_of(storage) == {
        "Date": "2026-11-02 09:30:00+00:00", "Contact name": "Dupont, Léa",
        "Contact email": "lea@acme.example", "To": "Paul Roux <paul@b.example>, q@c.example",
        "Cc": "Rose <r@d.example>", "Bcc": "Sam <s@e.example>", "Subject": "Été",
        "Message": "Bonjour",
    }  # fmt: skip
    assert messages_of(compound_file(storage))[0] == FileFound("msg", None)


def test_the_importer_knows_what_the_columns_mean():
    expected = {"Contact name": Field.NAME, "Contact email": Field.EMAIL, "Message": Field.NOTE}

    assert fields_of(compound_file(note())).items() >= expected.items()


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({AUTHOR_SMTP: "", AUTHOR_EX: "l@a.example"}, "l@a.example"),
        ({AUTHOR_SMTP: "", SENDER: "Bureau", SENDER_SMTP: "b@a.example"}, "b@a.example"),
        ({AUTHOR_SMTP: "", HEADERS: "From: Lea <h@a.example>\r\n"}, "h@a.example"),
    ],
    ids=["address not of Exchange", "sender for author", "header of arrival"],
)
def test_the_address_is_one_outside_exchange_where_there_is_any(texts, expected):
    assert mail_of(note(texts))["Contact email"] == expected


def test_who_sent_for_somebody_else_is_named_as_well():
    record = mail_of(note({SENDER: "Bureau", SENDER_SMTP: "bureau@acme.example"}))

    assert record["Contact email"] == "lea@acme.example"
    assert record["Other headers"] == "sender: Bureau <bureau@acme.example>"


def test_where_recipients_are_not_listed_their_names_are_read():
    assert mail_of(note({SHOWN_TO: "Paul Roux; Rose"}))["To"] == "Paul Roux, Rose"


def test_the_reply_address_comes_from_the_header_of_arrival():
    assert mail_of(note({HEADERS: "Reply-To: r@a.example\r\n"}))["Reply-to"] == "r@a.example"


def test_a_formatted_text_is_read_where_there_is_no_plain_one():
    storage = note({BODY: ""}, fixed={HTML_CODE_PAGE: (LONG, 1252)},
                   binaries={HTML: "<p>Éloïse</p>".encode("cp1252")})  # fmt: skip

    assert mail_of(storage)["Message"] == "Éloïse"


@pytest.mark.parametrize(
    ("page", "charset"), [(1252, "cp1252"), (65001, "utf-8"), (28592, "iso8859-2")]
)
def test_texts_of_old_files_are_in_their_code_page(page, charset):
    storage = message({CLASS: "IPM.Note"}, {CODE_PAGE: (LONG, page)})
    storage["__substg1.0_1000001E"] = "un trés long déjà".replace("à", "á").encode(charset) + b"\0"

    assert mail_of(storage)["Message"] == "un trés long déjá"


def test_a_text_in_rich_text_only_is_told():
    storage = note({BODY: "", SUBJECT: "x"}, binaries={RICH_TEXT: b"LZFu"})

    assert Warned(Problem.MAILS_ONLY_FORMATTED, {"count": 1}) in messages_of(compound_file(storage))


@pytest.mark.parametrize(
    "texts",
    [{CLASS: "IPM.Note.SMIME", BODY: ""}, {BODY: "-----BEGIN PGP MESSAGE-----"}],
    ids=["s/mime", "pgp"],
)
def test_an_encrypted_mail_is_told(texts):
    assert Warned(Problem.MAILS_SEALED, {"count": 1}) in messages_of(compound_file(note(texts)))


def test_a_web_form_becomes_columns():
    record = mail_of(note({BODY: "Nom: Roux\r\nE-mail: p@b.example\r\nVille: Metz"}))

    assert (record["Nom"], record["E-mail"], record["Ville"]) == ("Roux", "p@b.example", "Metz")


# --- what is attached


def test_an_attached_list_is_a_sheet_and_a_picture_is_named():
    content = compound_file(note(inner={
        "__attach_version1.0_#00000000": attached("été.csv", b"Nom;Ville\nRoux;Metz\n"),
        "__attach_version1.0_#00000001": attached("x.png", b"\x89PNG\r\n\x1a\n"),
        "__attach_version1.0_#00000002": attached("objet.bin"),
    }))  # fmt: skip
    warned = [one.details["part"] for one in messages_of(content) if isinstance(one, Warned)]

    assert [sheet.name for sheet in sheets_of(content, "a.msg")] == ["a", "mail 1 › été.csv"]
    assert warned == ["mail 1 › x.png", "mail 1 › objet.bin"]
    assert records_of(content)[0]["Attachments"] == "été.csv, x.png, objet.bin"


def test_an_attached_mail_is_the_next_row():
    inner = note({SUBJECT: "dedans"}, head="message")
    outer = note({SUBJECT: "dehors"}, inner={
        "__attach_version1.0_#00000000": attached("dedans", inner={EMBEDDED: inner}),
    })  # fmt: skip
    rows = records_of(compound_file(outer))

    assert [row["Subject"] for row in rows] == ["dehors", "dedans"]
    assert rows[1]["Attached to"] == "mail 1"


# --- contacts


def test_a_contact_is_a_row_under_the_titles_of_contacts():
    record = contact_of(
        {NAME: "Léa Dupont", 0x3A06: "Léa", 0x3A11: "Dupont", 0x3A16: "Acme", 0x3A08: "01",
         0x3A1C: "06", 0x3A24: "02", 0x3A5D: "3 rue", 0x3A59: "Nancy", BODY: "fidèle",
         0x8000: "lea@acme.example", 0x8001: "Metz", 0x8002: "57000", 0x8003: "A12"},
        numbers=[0x8083, 0x8046, 0x8048], own=["Carte"],
    )  # fmt: skip

    assert record == {
        "Name": "Léa Dupont", "First name": "Léa", "Last name": "Dupont", "Company": "Acme",
        "Email": "lea@acme.example", "Work phone": "01", "Mobile": "06", "Fax": "02",
        "City": "Metz", "Postcode": "57000", "Address 2": "3 rue", "City 2": "Nancy",
        "Note": "fidèle", "Carte": "A12",
    }  # fmt: skip


def test_an_address_inside_exchange_gives_way_to_what_is_shown():
    record = contact_of({0x8000: "/o=acme/cn=lea", 0x8001: "lea@acme.example"}, [0x8083, 0x8084])

    assert record["Email"] == "lea@acme.example"


def test_a_birthday_is_the_day_meant_whatever_the_time_zone():
    assert (
        contact_of({NAME: "Léa"}, fixed={0x3A42: (TIME, ticks(1986, 4, 11, 22))})["Birthday"]
        == "1986-04-12"
    )


def test_a_text_that_is_not_known_stands_under_its_tag():
    assert contact_of({NAME: "Léa", 0x3AF0: "x"})["Property 3AF0"] == "x"


def test_the_members_of_a_distribution_list_are_read():
    member = b"\0" * 22 + b"\x01\x80" + "Paul\0SMTP\0p@b.example\0".encode("utf-16-le")
    inner = {"__nameid_version1.0": named([0x8054]), "__substg1.0_80001102-00000000": member}
    record = mail_of(message({CLASS: "IPM.DistList", NAME: "Club"}, inner=inner))

    assert (record["Name"], record["Members"]) == ("Club", "Paul <p@b.example>")


# --- round trip and hostile

words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Z"]), min_size=1)


@given(words, words, words)
def test_what_is_written_is_read_back(name, subject, text):
    record = contact_of({NAME: name, 0x3A11: subject, BODY: text})

    assert (record["Name"], record["Last name"], record["Note"]) == (name, subject, text)


def test_a_stream_larger_than_its_file_is_a_loop_and_told():
    content = compound_file(note({SUBJECT: "x"}, binaries={HTML: b"y" * 5_000}))
    entry = content.index("__substg1.0_10130102".encode("utf-16-le"))
    looping = content[: entry + 120] + (1 << 30).to_bytes(8, "little") + content[entry + 128 :]

    assert records_of(looping)[0]["Subject"] == "x"
    assert warnings_of(looping) == {Problem.DAMAGED_IN_PART}


def test_sectors_in_a_loop_end_in_a_refusal_or_a_warning():
    content = bytearray(compound_file(note({SUBJECT: "x"}, binaries={HTML: b"y" * 50_000})))
    table = len(content) - 512
    for sector in range(4, 90):
        content[table + 4 * sector : table + 4 * sector + 4] = (3).to_bytes(4, "little")

    read_or_refuse(bytes(content))


def test_a_file_without_its_end_is_damaged():
    assert refusal_of(compound_file(note())[:1_000]) is Problem.DAMAGED


@given(st.integers(512, 4_000), st.binary(min_size=1, max_size=40))
def test_any_bytes_inside_are_read_or_refused(place, junk):
    content = compound_file(note({SUBJECT: "x"}))

    read_or_refuse(content[:place] + junk + content[place + len(junk) :])
