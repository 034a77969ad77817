"""What went to and fro is logged with its documents; what went wrong opens a breach note."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest

from dsr_desktop.domain.breach import BreachStepKind
from dsr_desktop.domain.communication import (
    MOST_BYTES,
    AddressState,
    CommunicationKind,
    Direction,
)
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.breaches import (
    BreachFacts,
    decide_breach,
    list_breaches,
    open_breach,
    view_breach,
)
from dsr_desktop.services.communications import (
    list_communications,
    record_communication,
    report_wrong_recipient,
    save_attachments,
)
from dsr_desktop.services.handling import new_request
from dsr_desktop.services.searching import search
from dsr_desktop.services.verifying import verify
from dsr_desktop.store.events import events

CAMILLE = make_criteria({"name": "Camille Dupont"})
RECEIVED = date(2026, 11, 2)
SENT_ON = date(2026, 11, 12)
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
AWARE = datetime(2026, 11, 13, 16, 40, tzinfo=UTC)
WENT_WRONG = BreachFacts(AWARE, "sent to Hugo Lenormand, a namesake", "he knows", "asked back")


@pytest.fixture
def ref(register, today):
    view = new_request(register, [Right.ACCESS], CAMILLE, RECEIVED, Channel.POST, today)
    return view.request.ref


@pytest.fixture
def send(register, ref):
    """Return a function that logs what was sent."""

    def send(kind=CommunicationKind.ANSWER, **more):
        more = {"address": AddressState.ON_FILE} | more
        return record_communication(
            register, ref, Direction.OUT, kind, Channel.EMAIL_DPO, SENT_ON, NOW, **more
        )

    return send


@pytest.fixture
def receive(register, ref):
    """Return a function that logs a letter that came with these files."""

    def receive(*files, **more):
        return record_communication(
            register, ref, Direction.IN, CommunicationKind.REQUEST, Channel.POST, RECEIVED, NOW,
            files=files, **more,
        )  # fmt: skip

    return receive


@pytest.fixture
def paper(tmp_path):
    """Return a function that writes a file."""

    def write(name, content=b"Dear Sir"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


def logged(register):
    return [(one.kind, one.payload) for one in events(register.database)]


def test_a_message_is_logged_on_its_true_day(register, ref, send):
    sent = send(note=" by courier ")

    assert (sent.day, sent.recorded_on, sent.recorded_by) == (SENT_ON, NOW.date(), "Nora Vidal")
    assert sent.note == "by courier"
    assert list_communications(register, ref) == (sent,)
    assert logged(register)[-1] == (
        "communication_logged",
        {
            "communication": 1, "direction": "out", "what": "answer", "channel": "email_dpo",
            "on": "2026-11-12", "documents": 0, "breach": None,
        },
    )  # fmt: skip


def test_documents_are_kept_whole_and_saved_under_the_name_of_the_request(
    register, ref, receive, paper, tmp_path
):
    first, second = paper("Camille Dupont.TXT", b"\x00\xff" * 9), paper("note.b?d", b"x")
    came = receive(first, second)
    first.unlink()

    saved = save_attachments(register, ref, came.id, tmp_path / "out")

    assert [path.name for path in saved] == [f"{ref}_message_1_1.txt", f"{ref}_message_1_2"]
    assert [path.read_bytes() for path in saved] == [b"\x00\xff" * 9, b"x"]
    assert logged(register)[-1] == ("attachments_saved", {"communication": 1, "documents": 2})
    assert "Dupont" not in str(logged(register))
    assert verify(register).sound


def test_notes_and_names_of_documents_are_searched(register, ref, receive, paper):
    receive(paper("Zoé Lenormand.txt"), note="brought by Ana Perrin")

    for name, part in (("Zoé Lenormand", "document_name"), ("Ana Perrin", "message_note")):
        (found,) = search(register, make_criteria({"name": name})).own_records
        assert (found.ref, found.part(found.grade.reasons[0].column)) == (ref, part)


def test_a_message_without_documents_has_none_to_save(register, ref, send, tmp_path):
    with pytest.raises(NotAllowedError, match="no documents"):
        save_attachments(register, ref, send().id, tmp_path / "out")
    with pytest.raises(NotFoundError, match="no message 9"):
        save_attachments(register, ref, 9, tmp_path / "out")

    assert not (tmp_path / "out").exists()


# --- no identity document


@pytest.mark.parametrize("name", ["cni.txt", "Passeport Dupont.eml", "carte_identite.docx"])
def test_r_id_6_a_document_named_like_a_proof_of_identity_is_refused(
    register, ref, receive, paper, name
):
    before = logged(register)

    with pytest.raises(NotAllowedError, match="none is ever kept here"):
        receive(paper("letter.txt"), paper(name), show_no_identity=True)

    assert list_communications(register, ref) == ()
    assert logged(register) == before


@pytest.mark.parametrize(
    ("name", "content"),
    [("photo.jpg", b"x"), ("scan.pdf", b"%PDF-1.7"), ("letter.txt", b"\xff\xd8\xff\xe0")],
)
def test_r_id_6_a_picture_enters_only_when_somebody_looked_at_it(
    register, ref, receive, paper, name, content
):
    with pytest.raises(InvalidInputError, match="Look at it"):
        receive(paper(name, content))
    assert list_communications(register, ref) == ()

    assert len(receive(paper(name, content), show_no_identity=True).attachments) == 1


@pytest.mark.parametrize("size", [0, MOST_BYTES + 1])
def test_an_empty_or_huge_document_is_refused(receive, paper, size):
    with pytest.raises(InvalidInputError, match="empty or larger than 20 MB"):
        receive(paper("letter.txt", b"x" * size))


def test_what_is_no_file_is_refused_and_never_waited_for(register, ref, receive, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()

    for name in ("pipe.txt", "folder.txt", "missing.txt"):
        with pytest.raises(InvalidInputError, match="is no file"):
            receive(tmp_path / name)
    assert list_communications(register, ref) == ()


# --- what went wrong


def test_r_com_9_a_wrong_recipient_opens_a_breach_note_with_its_72_hours(register, ref, send):
    sent = send()

    view = report_wrong_recipient(register, ref, sent.id, WENT_WRONG, NOW)

    assert view.clock.ends_at == AWARE + timedelta(hours=72)
    assert (view.clock.hours_left, view.clock.is_over) == (7, False)
    assert view.breach.ref == ref
    assert list_communications(register, ref)[0].breach_id == view.breach.id
    assert logged(register)[-1] == (
        "breach_opened",
        {
            "breach": 1, "aware_at": "2026-11-13T16:40+00:00", "ends_at": "2026-11-16T16:40+00:00",
        },
    )  # fmt: skip


def test_r_com_9_data_sent_to_an_unverified_address_are_logged_with_a_breach_note_or_not_at_all(
    register, ref, send
):
    with pytest.raises(NotAllowedError, match="verified address only"):
        send(address=AddressState.NOT_VERIFIED)
    assert list_communications(register, ref) == ()

    sent = send(address=AddressState.NOT_VERIFIED, breach=WENT_WRONG)
    assert list_breaches(register, NOW)[0].breach.id == sent.breach_id


def test_nobody_is_aware_before_the_message_went(register, ref, send):
    sent = send()
    early = BreachFacts(datetime(2026, 11, 10, 9, 0, tzinfo=UTC), "early")

    with pytest.raises(InvalidInputError, match="before 2026-11-12, when it was sent"):
        report_wrong_recipient(register, ref, sent.id, early, NOW)

    assert list_breaches(register, NOW) == ()
    assert list_communications(register, ref)[0].breach_id is None


def test_a_message_has_one_breach_note_and_only_if_it_was_sent(register, ref, send, receive):
    sent, came = send(), receive()
    report_wrong_recipient(register, ref, sent.id, WENT_WRONG, NOW)

    with pytest.raises(NotAllowedError, match="has its breach note already: number 1"):
        report_wrong_recipient(register, ref, sent.id, WENT_WRONG, NOW)
    with pytest.raises(NotAllowedError, match="Only what you sent"):
        report_wrong_recipient(register, ref, came.id, WENT_WRONG, NOW)
    assert len(list_breaches(register, NOW)) == 1


def test_a_breach_is_decided_step_by_step_and_every_step_stays(register):
    opened = open_breach(register, WENT_WRONG, NOW)
    id_ = opened.breach.id
    with pytest.raises(InvalidInputError, match="write the reason"):
        decide_breach(register, id_, BreachStepKind.AUTHORITY_NOT_NOTIFIED, NOW, NOW)

    for kind, reason in (
        (BreachStepKind.AUTHORITY_NOT_NOTIFIED, "he sent it back sealed"),
        (BreachStepKind.AUTHORITY_NOTIFIED, ""),
        (BreachStepKind.PERSON_TOLD, ""),
    ):
        decide_breach(register, id_, kind, NOW, NOW, reason=reason)

    view = view_breach(register, id_, NOW)
    assert view.breach.is_settled
    assert view.clock.is_stopped
    assert len(view.breach.steps) == 3
    assert view.breach.about_authority.kind is BreachStepKind.AUTHORITY_NOTIFIED
    assert verify(register).sound


def test_a_breach_note_is_searched_and_never_in_the_log(register):
    open_breach(register, WENT_WRONG, NOW)

    (found,) = search(register, make_criteria({"name": "Hugo Lenormand"})).own_records
    assert (found.kind, found.ref) == ("breach", "1")
    assert "Lenormand" not in str(logged(register))


def test_a_breach_of_no_request_and_an_unknown_request(register):
    assert open_breach(register, WENT_WRONG, NOW).breach.ref is None
    with pytest.raises(NotFoundError, match="no request DSR-2026-0999"):
        open_breach(register, WENT_WRONG, NOW, ref="DSR-2026-0999")
