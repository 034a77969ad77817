"""Messages that came in are kept with their words, and never with an identity document."""

import base64
import os
import signal
from datetime import UTC, date, datetime

import pytest

from dsr_desktop.domain.call_sheet import CallTexts
from dsr_desktop.domain.communication import CommunicationKind, Direction
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import (
    CancelledError,
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
)
from dsr_desktop.domain.incoming import PartChoice
from dsr_desktop.domain.own_record import RecordPart
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.calls import note_call
from dsr_desktop.services.communications import list_communications
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.messages import (
    Arrival,
    cut_out,
    keep_message,
    list_messages,
    read_file,
    read_text,
    record_with_messages,
    remove_message,
    save_message,
    show_message,
)
from dsr_desktop.services.request_retention import purge_request_files
from dsr_desktop.services.searching import search
from dsr_desktop.store.events import events
from tests.integration.services.records.closed_requests import DAY as RECORDS_DAY
from tests.integration.services.records.closed_requests import REDUCED, REMOVED, close

CAMILLE = make_criteria({"name": "Camille Dupont"})
DAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
CARD = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40
LETTER = b"Dear Sir, the contract I mean is number 12."
KEEP, LEAVE, IDENTITY = PartChoice.KEEP, PartChoice.LEAVE_OUT, PartChoice.IDENTITY


def mail(*parts, text="Merci de me donner une copie de mes données."):
    """Return a mail with documents: (name, content)."""
    attached = "".join(
        f'--cut\r\nContent-Type: application/octet-stream; name="{name}"\r\n'
        f'Content-Disposition: attachment; filename="{name}"\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\n"
        f"{base64.encodebytes(content).decode()}\r\n"
        for name, content in parts
    )
    return (
        "Received: from mx.example by mail.acme.example; Thu, 12 Nov 2026 09:30:12 +0100\r\n"
        "From: =?utf-8?q?Ana=C3=AFs_=C3=89lo=C3=AFse_Lefort?= <anais@mail.example>\r\nTo: dpo@acme.example\r\n"
        "Subject: =?utf-8?q?Mes_donn=C3=A9es?=\r\nX-Scan: carte-anais.jpg\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="cut"\r\n\r\n--cut\r\n'
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n{attached}--cut--\r\n"
    ).encode()


@pytest.fixture
def ref(register, today):
    return new_request(register, [Right.ACCESS], CAMILLE, DAY, Channel.EMAIL_DPO, today).request.ref


@pytest.fixture
def given(register, tmp_path):
    """Return a function that reads a mail with documents from a file."""

    def given(*parts, **more):
        path = tmp_path / "mail.eml"
        path.write_bytes(mail(*parts, **more))
        return read_file(register, path)

    return given


@pytest.fixture
def keep(register, ref, given):
    """Return a function that keeps a mail with the request."""

    def keep(*parts, choices=(), looked=True, **more):
        arrival = Arrival(given(*parts, **more), dict(enumerate(choices, 1)), looked)
        return keep_message(register, ref, arrival, Channel.EMAIL_DPO, DAY, NOW)

    return keep


def everything_in(register):
    """Return every value of every table of the register, as bytes."""
    connection = register.database.connection
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return b"\n".join(
        value if isinstance(value, bytes) else str(value).encode()
        for (table,) in tables
        for row in connection.execute(f'SELECT * FROM "{table}"')
        for value in row
    )


def test_a_message_is_kept_with_its_words_and_the_documents_chosen(register, ref, keep):
    kept = keep(("letter.txt", LETTER), ("advert.txt", b"buy"), choices=(KEEP, LEAVE))

    assert list_messages(register, ref) == (kept,)
    assert kept.sender == "Anaïs Éloïse Lefort <anais@mail.example>"
    assert (kept.subject, kept.text) == (
        "Mes données",
        "Merci de me donner une copie de mes données.",
    )
    assert [one.name for one in kept.communication.attachments] == ["letter.txt"]
    assert (kept.cut_out, kept.left_out) == (0, 1)
    assert any(line.startswith("Received: from mx.example") for line in kept.headers)


def test_a_message_stands_in_the_log_of_communications_too(register, ref, keep):
    keep()

    (came,) = list_communications(register, ref)
    assert (came.direction, came.kind, came.day) == (
        Direction.IN, CommunicationKind.REPLY_OF_PERSON, DAY,
    )  # fmt: skip


def test_r_id_6_an_identity_document_is_cut_out_and_nothing_of_it_is_in_the_register(
    register, ref, keep
):
    kept = keep(("carte-anais.jpg", CARD), ("letter.txt", LETTER), choices=(IDENTITY, KEEP))

    there = everything_in(register)
    assert LETTER in there
    assert CARD not in there
    assert CARD[200:260] not in there
    assert base64.encodebytes(CARD)[:60] not in there
    assert b"carte-anais" not in there
    assert kept.cut_out == 1
    assert [one.kind for one in events(register.database, ref)][-2:] == [
        "communication_logged", "identity_copy_cut_out",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "hidden",
    [
        "begin 644 passport.jpg\n" + "M" + "A" * 60 + "\n" + "M" + "B" * 60 + "\nend",
        "<data:image/png;base64," + base64.b64encode(CARD).decode() + ">",
        base64.encodebytes(CARD).decode(),
    ],
    ids=["uuencoded", "data link", "lines of base64"],
)
def test_r_id_6_a_document_packed_into_the_text_is_decided_on_as_well(register, keep, hidden):
    with pytest.raises(InvalidInputError, match="becomes of each document"):
        keep(text=f"Voici ma carte\n{hidden}\nmerci")

    kept = keep(text=f"Voici ma carte\n{hidden}\nmerci", choices=(IDENTITY,))
    assert "Voici ma carte" in kept.text
    assert "merci" in kept.text
    assert base64.encodebytes(CARD)[:60] not in everything_in(register)
    assert b"BBBBBBBB" not in everything_in(register)


def test_r_id_6_a_document_named_like_one_cannot_be_kept_from_a_message_either(register, ref, keep):
    with pytest.raises(NotAllowedError, match="none is ever kept here"):
        keep(("passeport.pdf", b"%PDF-1.4 x"), choices=(KEEP,))

    assert list_messages(register, ref) == ()


def test_a_picture_is_kept_only_once_somebody_looked(keep):
    with pytest.raises(InvalidInputError, match="may be, or hold"):
        keep(("photo.jpg", CARD), choices=(KEEP,), looked=False)

    assert keep(("photo.jpg", CARD), choices=(KEEP,)).communication.attachments


def test_every_document_must_be_decided_and_only_those_there_are(keep):
    with pytest.raises(InvalidInputError) as undecided:
        keep(("a.txt", b"a"), ("b.txt", b"b"), choices=(KEEP,))
    assert undecided.value.details["numbers"] == "2"

    with pytest.raises(InvalidInputError, match="by its number"):
        keep(choices=(KEEP,))


def test_a_document_kept_by_mistake_is_cut_out_later(register, ref, keep):
    kept = keep(("scan.jpg", CARD), ("letter.txt", LETTER), choices=(KEEP, KEEP))

    after = cut_out(register, ref, kept.id, 1)

    assert [one.name for one in after.communication.attachments] == ["letter.txt"]
    assert after.cut_out == 1
    assert CARD not in everything_in(register)
    assert b"scan.jpg" not in everything_in(register)
    with pytest.raises(InvalidInputError, match="by its number"):
        cut_out(register, ref, kept.id, 2)


def test_a_message_is_written_again_from_what_is_kept(register, ref, keep, tmp_path):
    kept = keep(("carte.jpg", CARD), ("réponse.txt", LETTER), choices=(IDENTITY, KEEP))

    path = save_message(register, ref, kept.id, tmp_path)

    assert path.name == f"{ref}_message_{kept.id}.eml"
    again = read_file(register, path)
    assert (again.subject, again.text, again.sender) == (kept.subject, kept.text, kept.sender)
    assert [(part.name, part.content) for part in again.parts] == [("réponse.txt", LETTER)]
    assert base64.encodebytes(CARD)[:60] not in path.read_bytes()


def test_removing_a_message_leaves_that_it_came(register, ref, keep, today, tmp_path):
    kept = keep(("letter.txt", LETTER), choices=(KEEP,))

    after = remove_message(register, ref, kept.id, today)

    assert (after.text, after.headers, after.removed_on) == ("", (), today)
    assert LETTER not in everything_in(register)
    assert b"anais@mail.example" not in everything_in(register)
    assert len(list_communications(register, ref)) == 1
    for again in (
        lambda: remove_message(register, ref, kept.id, today),
        lambda: save_message(register, ref, kept.id, tmp_path),
    ):
        with pytest.raises(NotAllowedError, match="removed already"):
            again()


def test_what_a_message_says_is_found_by_a_search(register, keep):
    keep(text="Mon mari Theophile Vasseur vous avait écrit.")

    found = search(register, make_criteria({"name": "Theophile Vasseur"}))

    (record,) = found.own_records
    assert RecordPart.MESSAGE_TEXT in {record.part(one.column) for one in record.grade.reasons}


def test_r_log_2_no_event_of_a_message_names_the_person(register, ref, keep):
    keep(("letter-anais.txt", LETTER), choices=(KEEP,))

    told = str([one.payload for one in events(register.database)])
    assert "anais" not in told.lower()
    assert "lefort" not in told.lower()


def test_a_request_and_its_message_are_recorded_together_or_not_at_all(register, given, today):
    def record():
        return new_request(register, [Right.ACCESS], CAMILLE, DAY, Channel.EMAIL_DPO, today)

    undecided = Arrival(given(("a.txt", b"a")), {}, kind=CommunicationKind.REQUEST)
    with pytest.raises(InvalidInputError):
        record_with_messages(register, record, [undecided], NOW)
    assert register.database.connection.execute("SELECT count(*) FROM request").fetchone() == (0,)

    fine = Arrival(given(), kind=CommunicationKind.REQUEST)
    view = record_with_messages(register, record, [fine, fine], NOW)
    kept = list_messages(register, view.request.ref)
    assert [one.communication.kind for one in kept] == ["request", "request"]
    assert {one.communication.day for one in kept} == {DAY}


def test_pasted_text_and_a_scan_are_messages_too(register, ref, tmp_path):
    scan = tmp_path / "letter.pdf"
    scan.write_bytes(b"%PDF-1.4 a scanned letter")
    pasted = read_text(register, "Supprimez mes données. Anaïs")
    for read, choices in ((pasted, {}), (read_file(register, scan), {1: KEEP})):
        keep_message(
            register, ref, Arrival(read, choices, show_no_identity=True), Channel.POST, DAY, NOW
        )

    text, document = list_messages(register, ref)
    assert text.text == "Supprimez mes données. Anaïs"
    assert (document.text, document.communication.attachments[0].name) == ("", "letter.pdf")


@pytest.mark.parametrize("text", ["", "  \n", "x" * 200_001], ids=["nothing", "blanks", "endless"])
def test_what_is_no_message_is_refused(register, ref, text):
    with pytest.raises(InvalidInputError):
        keep_message(register, ref, Arrival(read_text(register, text)), Channel.POST, DAY, NOW)


def test_a_closed_request_takes_no_message_and_gives_none_up(register, today):
    view = new_request(register, [Right.ACCESS], CAMILLE, RECORDS_DAY, Channel.POST, RECORDS_DAY)
    ref, arrival = view.request.ref, Arrival(read_text(register, "Merci de supprimer mes données"))
    kept = keep_message(register, ref, arrival, Channel.POST, RECORDS_DAY, NOW)
    close(register, ref)

    with pytest.raises(NotAllowedError, match="is closed"):
        keep_message(register, ref, arrival, Channel.POST, DAY, NOW)
    with pytest.raises(NotAllowedError, match="is closed"):
        remove_message(register, ref, kept.id, today)


def test_the_words_of_messages_and_calls_go_with_the_file_of_the_request(register):
    view = new_request(register, [Right.ACCESS], CAMILLE, RECORDS_DAY, Channel.POST, RECORDS_DAY)
    ref = view.request.ref
    arrival = Arrival(read_text(register, "Merci de supprimer mes données, Ottilie Brancard"))
    keep_message(register, ref, arrival, Channel.POST, RECORDS_DAY, NOW)
    note_call(register, RECORDS_DAY, CallTexts("Ottilie Brancard"), RECORDS_DAY, ref=ref)
    close(register, ref)
    assert b"Ottilie" in everything_in(register)

    purge_request_files(register, [ref], REDUCED)

    assert b"Ottilie" not in everything_in(register)
    assert len(list_communications(register, ref)) == 1
    purge_request_files(register, [ref], REMOVED)


def test_a_message_that_is_not_there_gets_one_sentence(register, ref):
    with pytest.raises(NotFoundError, match="no message"):
        show_message(register, ref, 7)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_a_mail_that_kills_its_reader_is_told_and_the_next_one_is_read(
    register, tmp_path, children, nothing_left_running
):
    path = tmp_path / "mail.eml"
    path.write_bytes(mail(("letter.txt", LETTER)))
    before = children()

    def strike():
        for pid in children() - before:
            os.kill(pid, signal.SIGKILL)

    with pytest.raises(InvalidInputError, match="too much time or memory"):
        read_file(register, path, strike)
    assert read_file(register, path).parts[0].content == LETTER


def test_reading_a_mail_can_be_stopped(register, tmp_path, nothing_left_running):
    path = tmp_path / "mail.eml"
    path.write_bytes(mail())

    def stop():
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        read_file(register, path, stop)


def test_a_mail_of_more_documents_than_one_can_decide_on_is_refused(register, tmp_path):
    path = tmp_path / "mail.eml"
    path.write_bytes(mail(*[(f"{n}.txt", LETTER) for n in range(101)]))

    with pytest.raises(InvalidInputError, match="at most"):
        read_file(register, path)


def test_what_is_no_file_is_refused_before_a_reader_is_started(register, tmp_path):
    (tmp_path / "empty.eml").touch()
    (tmp_path / "large.eml").write_bytes(b"x" * 20_000_001)

    for name in ("empty.eml", "large.eml", "gone.eml", "."):
        with pytest.raises(InvalidInputError, match="document"):
            read_file(register, tmp_path / name)
