"""Names of messages: kind, direction, and what was known of the address."""

from dsr_desktop.domain.communication import (
    AddressState,
    Communication,
    CommunicationKind,
    Direction,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.requests import channel_label

_KINDS = {
    CommunicationKind.REQUEST: mark("The request"),
    CommunicationKind.ACKNOWLEDGEMENT: mark("Acknowledgement"),
    CommunicationKind.IDENTITY_QUESTION: mark("Question about the identity"),
    CommunicationKind.CLARIFICATION: mark("Request to specify"),
    CommunicationKind.REPLY_OF_PERSON: mark("Reply of the person"),
    CommunicationKind.REMINDER: mark("Reminder"),
    CommunicationKind.EXTENSION_NOTICE: mark("Notice of the extension"),
    CommunicationKind.ANSWER: mark("The answer"),
    CommunicationKind.SHORT_ANSWER: mark("Short answer without data"),
    CommunicationKind.REFUSAL: mark("Refusal"),
    CommunicationKind.PACKAGE: mark("Package with the data"),
    CommunicationKind.PASSPHRASE: mark("Passphrase of the package"),
    CommunicationKind.RECIPIENT_NOTICE: mark("Notice to a recipient"),
    CommunicationKind.AUTHORITY: mark("Exchange with the authority"),
    CommunicationKind.OTHER: mark("Other message"),
}
_DIRECTIONS = {Direction.IN: mark("received"), Direction.OUT: mark("sent")}
_ADDRESSES = {
    AddressState.ON_FILE: mark("address on file"),
    AddressState.VERIFIED: mark("new address, verified"),
    AddressState.NOT_VERIFIED: mark("new address, not verified"),
}


def kind_label(tr: Tr, kind: CommunicationKind) -> str:
    """Name of a kind of message."""
    return tr(_KINDS[kind])


def direction_label(tr: Tr, direction: Direction) -> str:
    """Say whether a message came or went."""
    return tr(_DIRECTIONS[direction])


def address_label(tr: Tr, address: AddressState) -> str:
    """Say what was known of an address."""
    return tr(_ADDRESSES[address])


def communication_line(tr: Tr, sent: Communication) -> str:
    """Say in one line what came or went, how, and with how many documents."""
    said = [direction_label(tr, sent.direction), channel_label(tr, sent.channel)]
    if sent.address is not None:
        said.append(address_label(tr, sent.address))
    if sent.attachments:
        said.append(tr.count("{n} document", "{n} documents", len(sent.attachments)))
    if sent.breach_id is not None:
        said.append(tr("wrong recipient, breach note {id}", id=str(sent.breach_id)))
    what = tr.pair(tr.date(sent.day), kind_label(tr, sent.kind))
    return f"{what} · {' · '.join(said)}"
