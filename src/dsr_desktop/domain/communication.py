"""What went to and fro about a request: kind, channel, day, in or out, with its documents."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel
from dsr_desktop.domain.system import check_length

MOST_BYTES = 20_000_000


class Direction(StrEnum):
    """Who wrote."""

    IN = "in"
    OUT = "out"


class CommunicationKind(StrEnum):
    """What it was; the values are used on the command line."""

    REQUEST = "request"
    ACKNOWLEDGEMENT = "acknowledgement"
    IDENTITY_QUESTION = "identity_question"
    CLARIFICATION = "clarification"
    REPLY_OF_PERSON = "reply_of_person"
    REMINDER = "reminder"
    EXTENSION_NOTICE = "extension_notice"
    ANSWER = "answer"
    SHORT_ANSWER = "short_answer"
    REFUSAL = "refusal"
    PACKAGE = "package"
    PASSPHRASE = "passphrase"  # noqa: S105 - the kind of a letter
    RECIPIENT_NOTICE = "recipient_notice"
    AUTHORITY = "authority"
    OTHER = "other"


DISCLOSING = frozenset({CommunicationKind.ANSWER, CommunicationKind.PACKAGE})
"""Kinds that carry data about the person: they go to a verified address only (R-COM-9).

A short answer, such as the confirmation of an objection, carries none.
"""


class AddressState(StrEnum):
    """What was known of the address before something was sent there."""

    ON_FILE = "on_file"
    VERIFIED = "verified"
    NOT_VERIFIED = "not_verified"


@dataclass(frozen=True)
class Attachment:
    """A document of a communication: its name, size in bytes and digest; the content is kept apart."""

    name: str
    size: int
    sha256: str
    id: int = 0


@dataclass(frozen=True)
class Communication:
    """One message: `day` is when it went or came, `recorded_on` when it was written down.

    `address` says of an outgoing one what was known of where it went, None for an incoming one.
    `breach_id` is the breach note that it led to: it reached somebody else.
    """

    ref: str
    direction: Direction
    kind: CommunicationKind
    channel: Channel
    day: date
    recorded_on: date
    recorded_by: str
    note: str = ""
    address: AddressState | None = None
    attachments: tuple[Attachment, ...] = ()
    breach_id: int | None = None
    id: int = 0


def check_communication(sent: Communication, received_on: date, *, went_wrong: bool) -> None:
    """Refuse a message that cannot have been, or that must not be without more being said.

    `went_wrong`: it is recorded together with a breach note. Raises InvalidInputError for a day
    before the request or after today, or an address that does not fit; NotAllowedError for data sent
    to an address that nobody verified (R-COM-9).
    """
    check_length(sent.note)
    if not received_on <= sent.day <= sent.recorded_on:
        raise InvalidInputError(
            mark("{day} cannot be: it lies before the receipt of {ref} or after today."),
            day=sent.day.isoformat(), ref=sent.ref,
        )  # fmt: skip
    is_out = sent.direction is Direction.OUT
    if is_out != (sent.address is not None):
        raise InvalidInputError(
            mark("Say what was known of the address of what you sent, and of nothing else.")
        )
    if went_wrong and not is_out:
        raise InvalidInputError(mark("Only what you sent can have reached the wrong recipient."))
    if sent.address is AddressState.NOT_VERIFIED and not went_wrong:
        check_may_send(sent.kind, sent.address)


def check_may_send(kind: CommunicationKind, address: AddressState) -> None:
    """Refuse to send data about a person to an address that nobody verified (R-COM-9).

    To be called before anything is sent, and when it is recorded.
    """
    if kind in DISCLOSING and address is AddressState.NOT_VERIFIED:
        raise NotAllowedError(
            mark(
                "Data about a person go to a verified address only. Verify it first; if this was "
                "sent already, record it together with a breach note."
            )
        )
