"""What went to and fro: true days, and no data to an address that nobody verified (R-COM-9)."""

from dataclasses import replace
from datetime import date

import pytest

from dsr_desktop.domain.communication import (
    DISCLOSING,
    AddressState,
    Communication,
    CommunicationKind,
    Direction,
    check_communication,
    check_may_send,
)
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.request import Channel
from tests.unit.domain.systems_made import RECEIVED, TODAY

SENT = Communication(
    "DSR-2026-0001", Direction.OUT, CommunicationKind.ANSWER, Channel.POST, TODAY, TODAY,
    "Nora Vidal", address=AddressState.ON_FILE,
)  # fmt: skip
CAME = replace(SENT, direction=Direction.IN, kind=CommunicationKind.REQUEST, address=None)


@pytest.mark.parametrize("message", [SENT, CAME], ids=["sent", "came"])
@pytest.mark.parametrize("day", [RECEIVED, TODAY])
def test_a_message_lies_between_the_receipt_and_today(message, day):
    check_communication(replace(message, day=day), RECEIVED, went_wrong=False)


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 17)])
def test_a_message_of_another_day_is_refused(day):
    with pytest.raises(InvalidInputError, match="before the receipt of DSR-2026-0001 or after"):
        check_communication(replace(SENT, day=day), RECEIVED, went_wrong=False)


def test_what_was_sent_says_what_was_known_of_its_address_and_what_came_does_not():
    for message in (replace(SENT, address=None), replace(CAME, address=AddressState.ON_FILE)):
        with pytest.raises(InvalidInputError, match="known of the address"):
            check_communication(message, RECEIVED, went_wrong=False)


@pytest.mark.parametrize("kind", CommunicationKind)
def test_r_com_9_data_go_to_a_verified_address_only(kind):
    for address in (AddressState.ON_FILE, AddressState.VERIFIED):
        check_may_send(kind, address)
    if kind not in DISCLOSING:
        check_may_send(kind, AddressState.NOT_VERIFIED)
        return
    with pytest.raises(NotAllowedError, match="verified address only"):
        check_may_send(kind, AddressState.NOT_VERIFIED)


def test_r_com_9_what_went_to_an_unverified_address_is_logged_with_a_breach_note_alone():
    sent = replace(SENT, address=AddressState.NOT_VERIFIED)

    with pytest.raises(NotAllowedError, match="together with a breach note"):
        check_communication(sent, RECEIVED, went_wrong=False)
    check_communication(sent, RECEIVED, went_wrong=True)


def test_only_what_was_sent_reaches_the_wrong_recipient():
    with pytest.raises(InvalidInputError, match="Only what you sent"):
        check_communication(CAME, RECEIVED, went_wrong=True)


def test_an_endless_note_is_refused():
    with pytest.raises(InvalidInputError, match="too long"):
        check_communication(replace(SENT, note="x" * 4_001), RECEIVED, went_wrong=False)
