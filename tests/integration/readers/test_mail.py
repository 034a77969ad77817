"""Mails and mailboxes: headers, texts, forms, what is attached, what is broken."""

import email.policy
import subprocess
import sys
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.kinds import Kind, recognise
from dsr_desktop.readers.mail_headers import addresses_in, iso_date, parameters_of, words_of
from dsr_desktop.readers.mail_text import html_to_text
from dsr_desktop.readers.messages import Warned
from dsr_desktop.readers.mime import entity_of
from tests.integration.readers.read_records import fields_of, messages_of, records_of
from tests.integration.readers.read_sheets import read_or_refuse, sheets_of, warnings_of

HEAD = "From: Léa Dupont <lea@acme.example>\nTo: paul@b.example\nSubject: Été\n"
DATE = "Date: Mon, 02 Nov 2026 10:00:00 +0100\n"


def raw(body="Bonjour", *fields, head=HEAD, encoding="utf-8"):
    lines = "".join(f"{field}\n" for field in fields)
    return f"{head}{lines}\n{body}".replace("\n", "\r\n").encode(encoding)


def mail(text="Bonjour", html=None, **headers):
    message = EmailMessage(policy=email.policy.SMTP)
    headers = {
        "From": "Léa Dupont <lea@acme.example>",
        "To": "p@b.example",
        "Subject": "x",
    } | headers
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def mbox(*mails):
    return b"".join(
        b"From lea@acme.example Mon Nov  2 10:00:00 2026\n"
        + content.replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ")
        + b"\n\n"
        for content in mails
    )


def mail_of(content):
    return records_of(content)[0]


def message_of(content):
    return mail_of(content)["Message"]


# --- columns


def test_a_mail_is_a_row_under_titles():
    content = mail(
        "Bonjour,\nà bientôt", To="Paul Roux <p@b.example>, q@c.example", Cc="r@d.example",
        Bcc="s@e.example", Reply_To="Léa <l@f.example>", Subject="Été à Metz",
        Date="Mon, 02 Nov 2026 10:00:00 +0100",
    ).as_bytes()  # fmt: skip

    assert records_of(content) == [{
        "Date": "2026-11-02 10:00:00+01:00", "Contact name": "Léa Dupont",
        "Contact email": "lea@acme.example", "Reply-to": "Léa <l@f.example>",
        "To": "Paul Roux <p@b.example>, q@c.example", "Cc": "r@d.example", "Bcc": "s@e.example",
        "Subject": "Été à Metz", "Message": "Bonjour,\r\nà bientôt",
    }]  # fmt: skip


def test_the_importer_knows_what_the_columns_mean():
    expected = {
        "Contact name": Field.NAME, "Contact email": Field.EMAIL, "Message": Field.NOTE,
    }  # fmt: skip

    assert fields_of(mbox(raw(), raw())).items() >= expected.items()


def test_a_header_that_names_somebody_else_is_kept():
    content = raw(
        "x", "Sender: bureau@acme.example", "Return-Path: <lea@acme.example>",
        "Delivered-To: paul@b.example", "X-Original-To: info@b.example", "Organization: Acme",
    )  # fmt: skip

    assert mail_of(content)["Other headers"] == (
        "sender: bureau@acme.example\nx-original-to: info@b.example\norganization: Acme"
    )


def test_a_long_text_goes_on_in_the_next_columns():
    record = mail_of(raw("mot " * 20_000))

    parts = [record[title] for title in ("Message", "Message 2", "Message 3")]
    assert "".join(parts).split() == ["mot"] * 20_000


def test_a_text_that_no_person_wrote_is_cut_and_told():
    content = raw("mot " * 1_500_000)

    assert Warned(Problem.MAILS_CUT, {"count": 1, "most": 5_000_000}) in messages_of(content)


# --- headers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lea@acme.example", [("", "lea@acme.example")]),
        ("<lea@acme.example>", [("", "lea@acme.example")]),
        ("Léa <lea@acme.example>", [("Léa", "lea@acme.example")]),
        ('"Dupont, Léa" <lea@acme.example>', [("Dupont, Léa", "lea@acme.example")]),
        ("Dupont, Léa <lea@acme.example>", [("Dupont, Léa", "lea@acme.example")]),
        (r'"Léa \"Lou\" D" <l@a.example>', [('Léa "Lou" D', "l@a.example")]),
        ("lea@acme.example (Léa)", [("Léa", "lea@acme.example")]),
        ("a@b.example, c@d.example; e@f.example",
         [("", "a@b.example"), ("", "c@d.example"), ("", "e@f.example")]),
        ("=?utf-8?q?Dupont=2C_L=C3=A9a?= <l@a.example>", [("Dupont, Léa", "l@a.example")]),
        ("Club: a@b.example, c@d.example;", [("Club", "a@b.example"), ("", "c@d.example")]),
        ("undisclosed-recipients:;", [("undisclosed-recipients:", "")]),
        ("Léa Dupont", [("Léa Dupont", "")]),
        ('"Léa <lea@acme.example>', [("Léa", "lea@acme.example")]),
        ("", []),
    ],
)  # fmt: skip
def test_names_and_addresses_are_told_apart(text, expected):
    assert addresses_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=?utf-8?Q?L=C3=A9a_Dupont?=", "Léa Dupont"),
        ("=?ISO-8859-1?B?TOlh?=", "Léa"),
        ("=?utf-8?Q?L=C3?= =?utf-8?Q?=A9a?=", "Léa"),
        ("=?utf-8?Q?L=C3=A9a?= Dupont", "Léa Dupont"),
        ("=?iso-8859-1?Q?L=C3=A9a?=", "Léa"),
        ("=?x-none?Q?L=E9a?=", "Léa"),
        ("=?utf-8*fr?Q?L=C3=A9a?=", "Léa"),
        ("=?utf-8?B?TMOpYQ?=", "Léa"),
        ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        ("=?utf-8?Q?abc", "=?utf-8?Q?abc"),
    ],
)
def test_encoded_words_are_read_also_broken_ones(text, expected):
    assert words_of(text) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_raw_letters_in_a_header_are_read(encoding):
    assert mail_of(raw("x", encoding=encoding))["Contact name"] == "Léa Dupont"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 2 Nov 2026 10:00:00 +0100", "2026-11-02 10:00:00+01:00"),
        ("2 Nov 26 10:00 GMT", "2026-11-02 10:00:00+00:00"),
        ("Mon, 2 Nov 2026 10:00:00 EST", "2026-11-02 10:00:00"),
        ("31 Feb 2026 10:00:00 +0100", "31 Feb 2026 10:00:00 +0100"),
        ("2 Nov 2026 10:00:00 +9900", "2 Nov 2026 10:00:00 +9900"),
        ("gestern", "gestern"),
    ],
)
def test_a_date_is_iso_or_as_it_stands(text, expected):
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('attachment; filename="a b.csv"', "a b.csv"),
        ("attachment; filename=a.csv; size=1", "a.csv"),
        ("attachment; filename*=utf-8''%C3%A9t%C3%A9.csv", "été.csv"),
        ("attachment; filename*0*=utf-8''%C3%A9; filename*1=t%41.csv", "ét%41.csv"),
        ('attachment; filename="=?utf-8?q?=C3=A9t=C3=A9.csv?="', "été.csv"),
        (r'attachment; filename="a\"b.csv"', 'a"b.csv'),
    ],
)
def test_parameters_are_read_in_every_form(text, expected):
    assert parameters_of(text)["filename"] == expected


# --- texts


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_every_charset_and_transfer_encoding_is_read(charset, encoding):
    message = mail()
    message.set_content("très fidèle", charset=charset, cte=encoding)

    assert message_of(message.as_bytes()) == "très fidèle"


@pytest.mark.parametrize("charset", ["us-ascii", "iso-8859-1", "x-unknown", "punycode", '"utf-8'])
def test_a_charset_that_lies_does_not_garble_the_text(charset):
    assert message_of(raw("Éloïse", f"Content-Type: text/plain; charset={charset}")) == "Éloïse"


def test_a_text_that_is_no_base64_is_read_as_it_stands():
    content = raw("Léa !!! ???", "Content-Transfer-Encoding: base64")

    assert message_of(content) == "Léa !!! ???"


def test_a_formatted_text_alone_is_read_as_its_words():
    html = "<style>p{}</style><p>Bonjour <a href='mailto:lea%40acme.example'>Léa</a></p><!-- x -->"
    content = raw(html, "Content-Type: text/html; charset=utf-8")

    assert message_of(content) == "Bonjour Léa <lea@acme.example>"


def test_of_two_forms_that_say_the_same_the_plain_one_is_kept():
    assert message_of(mail("Bonjour Léa", "<p>Bonjour <b>Léa</b></p>").as_bytes()) == "Bonjour Léa"


def test_a_formatted_text_that_says_more_is_read_as_well():
    content = mail("Votre programme n'affiche pas ce mail", "<p>De Léa, lea@acme.example</p>")

    assert message_of(content.as_bytes()).endswith("\n\nDe Léa, lea@acme.example")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<table><tr><td>Nom</td><td>L&eacute;a</td></tr></table>", "Nom\tLéa"),
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("<a href=mailto:l@a.example>l@a.example</a>", "l@a.example"),
        ("<script>x", "x"),
        ("1 < 2 <!-- x", "1 < 2 <!-- x"),
        ("", ""),
    ],
)
def test_a_page_is_read_as_text(html, text):
    assert html_to_text(html) == text


def test_notices_of_failed_delivery_name_their_recipient():
    content = raw(
        "--b\nContent-Type: text/plain\n\nSorry\n--b\nContent-Type: message/delivery-status\n\n"
        "Final-Recipient: rfc822; paul@b.example\n--b--\n",
        "Content-Type: multipart/report; boundary=b",
    )

    assert "paul@b.example" in message_of(content)


def test_what_follows_the_last_boundary_is_read():
    content = raw(
        "--b\n\nBonjour\n--b--\nListe de Léa", "Content-Type: multipart/mixed; boundary=b"
    )

    assert message_of(content) == "Bonjour\n\nListe de Léa"


# --- forms


def test_the_lines_of_a_web_form_become_columns():
    first = raw("Nom : Dupont\nPrénom : Léa\nE-mail : lea@acme.example\nSubject: devis")
    second = raw("nom: Roux\nprénom: Paul\ne-mail: p@b.example\nTél: 06 12 34 56 78")
    rows = records_of(mbox(first, raw("Bonjour"), second))

    form = ("Nom", "Prénom", "E-mail", "Subject (form)", "Tél")
    assert [[row.get(title) for title in form] for row in rows] == [
        ["Dupont", "Léa", "lea@acme.example", "devis", None],
        [None] * 5,
        ["Roux", "Paul", "p@b.example", None, "06 12 34 56 78"],
    ]


def test_a_form_in_a_formatted_mail_is_found():
    html = "".join(
        f"<tr><td><b>{label}</b></td><td>{value}</td></tr>"
        for label, value in (("Name", "Lea"), ("Email", "l@a.example"), ("Phone", "06"))
    )
    record = mail_of(raw(f"<table>{html}</table>", "Content-Type: text/html"))

    assert (record["Name"], record["Email"], record["Phone"]) == ("Lea", "l@a.example", "06")


# --- what is attached


def with_attachment(content, name, main="application", sub="octet-stream"):
    message = mail()
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def test_an_attached_list_is_a_sheet_of_its_own():
    sheets = sheets_of(with_attachment(b"Nom;Ville\nRoux;Metz\n", "été.csv"), "a.eml")

    assert [sheet.name for sheet in sheets] == ["a", "mail 1 › été.csv"]
    assert sheets[1].rows == {1: ["Nom", "Ville"], 2: ["Roux", "Metz"]}


def test_attachments_that_are_not_read_are_named():
    content = mbox(raw(), with_attachment(b"\x89PNG\r\n\x1a\n", "x.png"))
    (warned,) = [message for message in messages_of(content) if isinstance(message, Warned)]

    assert (warned.problem, warned.details["part"]) == (Problem.PART_NOT_READ, "mail 2 › x.png")
    assert records_of(content)[1]["Attachments"] == "x.png"


def test_attachments_past_their_time_are_named_and_the_mails_kept():
    content = with_attachment(b"Nom;Ville\nRoux;Metz\n", "liste.csv")
    messages = messages_of(content, seconds=-1, bytes_per_second=1e12)

    assert [one.problem for one in messages if isinstance(one, Warned)] == [Problem.PART_NOT_READ]
    assert len(records_of(content, seconds=-1, bytes_per_second=1e12)) == 1


def test_an_attached_mail_is_the_next_row():
    outer, inner = mail("dehors"), mail("dedans", Subject="le second")
    outer.add_attachment(inner)

    rows = records_of(mbox(outer.as_bytes(), raw("après")))

    assert [row["Message"] for row in rows] == ["dehors", "dedans", "après"]
    assert rows[1]["Attached to"] == "mail 1"


def test_a_list_in_a_mail_in_an_archive_keeps_its_way():
    inner = with_attachment(b"Nom;Ville\nRoux;Metz\n", "liste.csv")
    names = [sheet.name for sheet in sheets_of(with_attachment(inner, "ancien.eml"), "a.eml")]

    assert names == ["a", "mail 1 › ancien.eml", "mail 1 › ancien.eml › mail 1 › liste.csv"]


def test_signatures_and_pictures_of_them_leave_no_sheet():
    content = raw(
        "--b\n\nBonjour\n--b\nContent-Type: application/pgp-signature; name=s.asc\n\nabc\n--b--\n",
        "Content-Type: multipart/signed; boundary=b",
    )

    assert len(sheets_of(content)) == 1
    assert warnings_of(content) == set()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("--b\n\nVersion: 1\n--b--", "Content-Type: multipart/encrypted; boundary=b"),
        ("AAAA", "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=s.p7m"),
        ("-----BEGIN PGP MESSAGE-----\nabc", "X-A: b"),
    ],
)
def test_an_encrypted_mail_is_a_row_and_told(body, field):
    content = raw(body, field)

    assert mail_of(content)["Contact email"] == "lea@acme.example"
    assert Warned(Problem.MAILS_SEALED, {"count": 1}) in messages_of(content)


# --- how mails are recognised


@pytest.mark.parametrize(
    "head",
    [
        "Delivered-To: p@b.example\nReceived: by x\nX-Received: by y\nARC-Seal: i=1; a=rsa\n",
        "X-Mozilla-Status: 0001\nX-Mozilla-Status2: 0\nContent-Type: text/plain\nSubject: x\n",
        "X-Unsent: 1\nTo: p@b.example\nSubject: x\n",
    ],
    ids=["Gmail's original", "Thunderbird", "Outlook's draft"],
)
def test_mails_of_every_program_are_recognised(head):
    assert recognise(Document("a.txt", content=f"{head}\nBonjour".encode())) is Kind.MAIL


# --- mailboxes


def test_mails_are_numbered_by_their_order():
    rows = sheets_of(mbox(raw("un"), raw("deux"), raw("trois")), "boite.mbox")[0].rows

    assert [(n, cells[-1]) for n, cells in rows.items()] == [
        (1, "Message"), (2, "un"), (3, "deux"), (4, "trois"),
    ]  # fmt: skip


def test_lines_that_begin_with_from_do_not_part_a_mail():
    body = "Bonjour\n\nFrom here on: x\n\n>From the other\nFin"
    content = mbox(raw(body), raw("deux"))

    assert [row["Message"] for row in records_of(content)] == [
        "Bonjour\n\nFrom here on: x\n\nFrom the other\nFin", "deux",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "separator", ["From - Mon Nov  2 10:00:00 2026", "From 12@xxx Mon Nov 02 10:00:00 +0000 2026",
                  "From lea@acme.example"],
)  # fmt: skip
def test_every_separator_is_known(separator):
    one = f"{separator}\n{HEAD}\nBonjour\n\n".encode()

    assert len(records_of(one * 3)) == 3


# --- broken and hostile


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (raw("--b\n\nBonjour\n--c--", "Content-Type: multipart/mixed; boundary=x"),
         "--b\r\n\r\nBonjour\r\n--c--"),
        (raw("Bonjour", "Content-Type: multipart/mixed"), "Bonjour"),
        (raw("--b\n\nBonjour", "Content-Type: multipart/mixed; boundary=b"), "Bonjour"),
        (raw("--b\nBonjour\n--b--", "Content-Type: multipart/mixed; boundary=b"), "Bonjour"),
        (raw("Bonjour", "Content-Type: ;;;=\"", "Content-Transfer-Encoding: x"), "Bonjour"),
        (raw("Bon\0jour"), "Bonjour"),
        (raw("+2AA-x", "Content-Type: text/plain; charset=utf-7"), "\ufffdx"),
    ],
)  # fmt: skip
def test_a_broken_mail_still_gives_its_text(content, message):
    assert message_of(content) == message


@pytest.mark.parametrize(
    "step", ["Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n",
             "Content-Type: message/rfc822\n\n"],
    ids=["parts", "mails"],
)  # fmt: skip
def test_parts_ten_thousand_deep_end_in_rows(step):
    nested = "".join(step.format(n=n) for n in range(10_000))

    assert mail_of(f"{HEAD}{nested}\nfin".encode())["Contact email"] == "lea@acme.example"


def test_of_a_header_of_a_hundred_megabytes_the_beginning_is_read():
    content = raw("x", "X-A: " + "y" * 100_000_000)

    assert mail_of(content)["Contact email"] == "lea@acme.example"
    assert warnings_of(content) == {Problem.MAILS_CUT}


@pytest.mark.parametrize(
    "bad", ["(", "<", '"', "=?a?q?", "=?utf-8?q?a?=", ";a=b", "\\", ", ", "\n "]
)
def test_headers_of_one_sign_twenty_thousand_times_are_read(bad):
    content = raw("Bonjour", f"To: {bad * 20_000}", f"Content-Disposition: x{bad * 20_000}")

    assert message_of(content) == "Bonjour"


@given(st.binary(max_size=300))
def test_any_bytes_after_a_header_are_read_or_refused(content):
    read_or_refuse(raw("") + content)
    read_or_refuse(mbox(raw()) + b"From - Mon Nov  2 10:00:00 2026\n" + content)


@given(st.binary(max_size=300))
def test_any_bytes_as_a_mail_have_a_body(content):
    assert entity_of(content).text() is not None


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp", "Zs"]), min_size=1)


@given(st.lists(st.tuples(words, words), min_size=1, max_size=4))
def test_what_the_standard_library_writes_is_read_back(mails):
    written = [mail(text, Subject=subject).as_bytes() for subject, text in mails]

    assert [(row["Subject"], row["Message"]) for row in records_of(mbox(*written))] == mails


def test_reading_mails_loads_no_network_code():
    code = (
        "import sys; import dsr_desktop.readers.mail, dsr_desktop.readers.outlook_mail, "
        "dsr_desktop.readers.vcard, dsr_desktop.readers.ldif; "
        "print({'ssl', 'socket', 'email', 'numpy', 'pandas'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "set()"
