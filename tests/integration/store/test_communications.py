"""Messages and breach notes come back as they were kept, documents byte for byte."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from dsr_desktop.domain.breach import Breach, BreachStep, BreachStepKind
from dsr_desktop.domain.communication import (
    AddressState,
    Attachment,
    Communication,
    CommunicationKind,
    Direction,
)
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.request import Channel
from dsr_desktop.store.breaches import add_breach, add_breach_step, read_breach, read_breaches
from dsr_desktop.store.communications import (
    add_attachment,
    add_communication,
    read_communications,
    read_content,
    set_breach,
)
from tests.integration.store.requests_made import RECEIVED, a_request

SENT = Communication(
    "DSR-2026-0001", Direction.OUT, CommunicationKind.ANSWER, Channel.POST, date(2026, 11, 9),
    date(2026, 11, 16), "Nora Vidal", "note", AddressState.VERIFIED,
)  # fmt: skip
CAME = replace(SENT, direction=Direction.IN, day=RECEIVED, address=None, note="")
AWARE = datetime(2026, 11, 13, 17, 40, tzinfo=timezone(timedelta(hours=1)))
NOTE = Breach(AWARE, "letter", AWARE, "Nora Vidal", "effects", "measures", "DSR-2026-0001")


@pytest.fixture
def database(register):
    return register.database


def test_messages_come_back_by_the_day_on_which_they_went_or_came(database):
    request, other = a_request(database), a_request(database, "DSR-2026-0002")
    sent, came = (add_communication(database, request, one) for one in (SENT, CAME))
    add_communication(database, other, SENT)

    assert read_communications(database, request) == (
        replace(CAME, id=came), replace(SENT, id=sent),
    )  # fmt: skip


def test_documents_come_back_byte_for_byte_with_their_message(database):
    request = a_request(database)
    first, second = (add_communication(database, request, CAME) for _two in range(2))
    content = bytes(range(256))
    add_attachment(database, second, Attachment("letter.bin", 256, "ab"), content)

    with_none, with_one = read_communications(database, request)
    assert (with_none.id, with_none.attachments) == (first, ())
    (kept,) = with_one.attachments
    assert (kept.name, kept.size, kept.sha256) == ("letter.bin", 256, "ab")
    assert read_content(database, kept) == content


def test_a_document_that_is_gone_is_told(database):
    with pytest.raises(NotFoundError, match="not in the register any more"):
        read_content(database, Attachment("letter.bin", 1, "ab", id=4))


def test_a_breach_comes_back_in_utc_with_its_steps(database):
    request = a_request(database)
    told = BreachStep(BreachStepKind.PERSON_TOLD, AWARE, AWARE, "Nora Vidal", "by phone")
    first = add_breach(database, NOTE, request)
    add_breach_step(database, read_breach(database, first), told)

    kept = read_breach(database, first)
    assert replace(kept, id=0, steps=()) == NOTE
    assert kept.steps == (told,)
    assert kept.aware_at.tzinfo is UTC
    assert kept.ends_at == NOTE.ends_at


def test_breaches_stand_in_the_order_of_awareness_and_may_belong_to_no_request(database):
    later = add_breach(database, replace(NOTE, aware_at=AWARE + timedelta(hours=1)), None)
    first = add_breach(database, replace(NOTE, aware_at=AWARE.astimezone(UTC)), None)

    assert [(one.id, one.ref) for one in read_breaches(database)] == [(first, None), (later, None)]
    with pytest.raises(NotFoundError, match="no breach note 9"):
        read_breach(database, 9)


def test_a_message_names_its_breach_note(database):
    request = a_request(database)
    sent, breach = add_communication(database, request, SENT), add_breach(database, NOTE, request)

    set_breach(database, sent, breach)

    assert read_communications(database, request)[0].breach_id == breach
