"""One message as it was handed in: mail, Outlook file, pasted text in any encoding, or a scan."""

from datetime import UTC, datetime

import pytest

from dsr_desktop.readers.message_file import is_mail, read_message, read_pasted
from dsr_desktop.readers.messages import UnreadableError
from tests.integration.readers.outlook_file import compound_file, message

RAW = (
    "Received: from mx.example by mail.acme.example; Sun, 01 Nov 2026 23:30:12 +0000\n"
    "Received: from home by mx.example; Mon, 02 Nov 2026 11:00:00 +0000\n"
    "From: Léa Martin <lea@mail.example>\nReply-To: other@mail.example\n"
    "Date: Sun, 1 Nov 2026 22:00:00 +0000\nSubject: Mes données\n\nSupprimez mes données.\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["message.txt", "message.eml"])
def test_raw_mail_is_read_as_mail_whatever_its_name_and_encoding(encoding, name):
    read = read_message(name, RAW.encode(encoding))

    assert read.is_mail
    assert (read.subject, read.text) == ("Mes données", "Supprimez mes données.")
    assert [one.address for one in read.reply_to] == ["other@mail.example"]


def test_the_newest_received_field_is_the_one_of_our_own_server():
    read = read_pasted(RAW)

    assert read.arrived_at == datetime(2026, 11, 1, 23, 30, 12, tzinfo=UTC)
    assert read.written_at == datetime(2026, 11, 1, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_plain_text_is_what_the_person_wrote(encoding):
    read = read_message("lettre.txt", "Réf. été\r\nSupprimez mes données à Évry.".encode(encoding))

    assert not read.is_mail
    assert read.text == "Réf. été\nSupprimez mes données à Évry."


@pytest.mark.parametrize(
    ("name", "content"),
    [("scan.pdf", b"%PDF-1.4 \x00"), ("photo.jpg", b"\xff\xd8\xff\xe0\x00"), ("x.docx", b"PK\x03\x04\x00")],
)  # fmt: skip
def test_a_scan_is_one_document_without_words(name, content):
    read = read_message(name, content)

    assert (read.text, [(part.name, part.content) for part in read.parts]) == (
        "",
        [(name, content)],
    )


def test_a_web_page_is_read_as_its_text():
    read = read_message("mail.html", b"<p>Supprimez <b>mes</b> donn\xc3\xa9es</p>")

    assert read.text == "Supprimez mes données"


@pytest.mark.parametrize(
    "text", ["Bonjour : merci", "From my point of view: stop", "Objet: x\nNom: y", ""]
)
def test_words_with_colons_are_no_mail(text):
    assert not is_mail(text.encode())


def test_an_outlook_file_gives_header_text_and_documents():
    document = message({0x3707: "letter.txt"}, binaries={0x3701: b"the contract"}, head="part")
    content = compound_file(
        message(
            {0x001A: "IPM.Note", 0x0037: "Mes données", 0x1000: "Supprimez mes données",
             0x0042: "Léa Martin", 0x5D02: "lea@mail.example",
             0x007D: "Received: by mail.acme.example; Mon, 2 Nov 2026 10:00:00 +0100\r\n"},
            inner={"__attach_version1.0_#00000000": document},
        )
    )  # fmt: skip

    read = read_message("mail.msg", content)

    assert (read.subject, read.text) == ("Mes données", "Supprimez mes données")
    assert read.sender == "Léa Martin <lea@mail.example>"
    assert read.arrived_at == datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    assert [(part.name, part.content) for part in read.parts] == [("letter.txt", b"the contract")]


def test_a_damaged_outlook_file_is_refused():
    with pytest.raises(UnreadableError):
        read_message("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)


def test_lines_of_a_web_form_are_labels_and_values():
    read = read_pasted("Nom : Dupont\nPrénom : Camille\nE-mail : c@mail.example\nMessage : Bonjour")

    assert dict(read.form)["Nom"] == "Dupont"
