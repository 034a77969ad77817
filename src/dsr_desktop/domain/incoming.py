"""A message as it came in: who wrote, when it arrived, what it says, and what hangs on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.identity_papers import Suspicion, suspicion_of
from dsr_desktop.domain.marking import mark

if TYPE_CHECKING:  # the reader process starts before every import, and knows of no request
    from dsr_desktop.domain.communication import Communication

LONGEST_MESSAGE = 200_000
MOST_DOCUMENTS = 100


class PartChoice(StrEnum):
    """What becomes of a document of a message; the values are used on the command line."""

    KEEP = "keep"
    LEAVE_OUT = "leave_out"
    IDENTITY = "identity"


@dataclass(frozen=True)
class MessagePart:
    """A document that came with a message."""

    name: str
    content: bytes = field(repr=False)

    @property
    def suspicion(self) -> Suspicion:
        """How much it looks like the copy of an identity document."""
        return suspicion_of(self.name, self.content[:32])


@dataclass(frozen=True)
class Mailbox:
    """A name and an address of a header; either may be empty."""

    name: str
    address: str


@dataclass(frozen=True)
class MessageRead:
    """What a mail, a text or a scan says, as read; nothing of it is kept yet.

    `arrived_at` is when our own server had it (the newest Received header), `written_at` its Date.
    `headers` are the lines about its way and its people; `form` the labels and values of a web form.
    `is_mail` is False for a text that has no header, and for a scan, which is its only part.
    """

    text: str
    subject: str = ""
    senders: tuple[Mailbox, ...] = ()
    reply_to: tuple[Mailbox, ...] = ()
    arrived_at: datetime | None = None
    written_at: datetime | None = None
    headers: tuple[str, ...] = ()
    form: tuple[tuple[str, str], ...] = ()
    parts: tuple[MessagePart, ...] = ()
    is_mail: bool = False

    @property
    def sender(self) -> str:
        """Who wrote, as the header says it."""
        return ", ".join(
            f"{one.name} <{one.address}>" if one.name and one.address else one.name or one.address
            for one in self.senders
        )


@dataclass(frozen=True)
class KeptMessage:
    """A message in the register, beside its line in the log of communications.

    `cut_out` counts the identity documents that were refused, `left_out` what was not wanted;
    `removed_on` is the day on which its text was taken out, None while it is there.
    """

    communication: "Communication"
    sender: str
    subject: str
    text: str
    headers: tuple[str, ...] = ()
    cut_out: int = 0
    left_out: int = 0
    removed_on: date | None = None

    @property
    def id(self) -> int:
        """The number of its communication, by which it is named."""
        return self.communication.id


def check_size(message: MessageRead) -> None:
    """Raise InvalidInputError for a message too long, or with too many documents, to be looked at."""
    said = len(message.text) + sum(map(len, message.headers))
    if len(message.parts) > MOST_DOCUMENTS:
        raise InvalidInputError(
            mark("A message has at most {n} documents. Paste its text, and attach what matters."),
            n=MOST_DOCUMENTS,
        )
    if said > LONGEST_MESSAGE:
        raise InvalidInputError(
            mark("A message has at most {n} characters. Keep this one as a document."),
            n=LONGEST_MESSAGE,
        )


def check_message(message: MessageRead) -> None:
    """Raise InvalidInputError for a message that says nothing, or is too long to be one."""
    check_size(message)
    if not (message.text.strip() or message.subject.strip() or message.parts):
        raise InvalidInputError(mark("The message is empty. Paste its text, or choose its file."))


def parts_to_keep(
    message: MessageRead, choices: Mapping[int, PartChoice]
) -> tuple[MessagePart, ...]:
    """Return the documents to keep; `choices` has one for each, counted from 1.

    Raises InvalidInputError while one is undecided, or for a number that no document has: whether it
    is an identity document is for the DPO to say, document by document (R-ID-6).
    """
    numbers = range(1, len(message.parts) + 1)
    if not set(choices) <= set(numbers):
        raise InvalidInputError(
            mark("The message has {n} documents. Name one of them by its number from 1."),
            n=len(message.parts),
        )
    if open_ := [number for number in numbers if number not in choices]:
        raise InvalidInputError(
            mark(
                "Say what becomes of each document of the message: kept, left out, or cut out as "
                "an identity document. Undecided: {numbers}."
            ),
            numbers=", ".join(map(str, open_)),
        )
    return tuple(
        part
        for number, part in zip(numbers, message.parts, strict=True)
        if choices[number] is PartChoice.KEEP
    )


def count_choices(choices: Mapping[int, PartChoice], wanted: PartChoice) -> int:
    """Count the documents with one choice."""
    return sum(choice is wanted for choice in choices.values())


def first_line(message: KeptMessage) -> str:
    """Return what tells a message from others: its subject, else how it begins."""
    lines: Sequence[str] = (message.subject, *message.text.splitlines())
    return next((line.strip()[:120] for line in lines if line.strip()), "")
