"""The log of what went to and fro about a request, with its documents and what went wrong."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from dsr_desktop.domain.communication import (
    AddressState,
    Attachment,
    Communication,
    CommunicationKind,
    Direction,
    check_communication,
)
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Request
from dsr_desktop.services.attachments import read_attachments, safe_suffix
from dsr_desktop.services.breaches import BreachFacts, BreachView, add_note, view_breach
from dsr_desktop.services.documents import documents
from dsr_desktop.services.handling import request_to_change
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store import communications as log
from dsr_desktop.store.requests import read_request


@at_one_moment
def list_communications(register: Register, ref: str) -> tuple[Communication, ...]:
    """Return the messages of a request by day; NotFoundError for an unknown reference."""
    return log.read_communications(register.database, read_request(register.database, ref))


def record_communication(
    register: Register, ref: str, direction: Direction, kind: CommunicationKind, channel: Channel,
    day: date, now: datetime, *, address: AddressState | None = None, note: str = "",
    files: Sequence[Path] = (), show_no_identity: bool = False, breach: BreachFacts | None = None,
) -> Communication:  # fmt: skip
    """Record a message that came or went on `day`, with its documents, also after the answer.

    `now` names its time zone and is the day of recording. `breach`: it reached somebody else, which
    opens a breach note with its 72 hours. Raises NotFoundError, NotAllowedError for a closed
    request, for data sent to an address nobody verified (R-COM-9) or for an identity document,
    InvalidInputError for what cannot be; then nothing is kept.
    """
    read = read_attachments(files, show_no_identity=show_no_identity)
    with request_to_change(register, ref) as request:
        sent = Communication(
            request.ref, direction, kind, channel, day, now.date(), register.actor, note.strip(),
            address,
        )  # fmt: skip
        check_communication(sent, request.received_on, went_wrong=breach is not None)
        if breach is not None:
            noted = add_note(register, breach, now, request, sent_on=day)
            sent = replace(sent, breach_id=noted)
        id_ = keep_message(register, request, sent, read)
    return _message(register, ref, id_)


def keep_message(
    register: Register,
    request: Request,
    sent: Communication,
    documents: Sequence[tuple[Attachment, bytes]] = (),
) -> int:
    """Keep a message that was checked, with its documents, and log it; returns its id."""
    id_ = log.add_communication(register.database, request, sent)
    for attachment, content in documents:
        log.add_attachment(register.database, id_, attachment, content)
    register.log(
        EventKind.COMMUNICATION_LOGGED, request.ref, communication=id_, direction=sent.direction,
        what=sent.kind, channel=sent.channel, on=sent.day.isoformat(), documents=len(documents),
        breach=sent.breach_id,
    )  # fmt: skip
    return id_


def report_wrong_recipient(
    register: Register, ref: str, communication_id: int, facts: BreachFacts, now: datetime
) -> BreachView:
    """Open the breach note of a message that turns out to have reached somebody else (R-COM-9).

    Raises NotFoundError, NotAllowedError for an incoming message or one that has its note, or for a
    closed request, InvalidInputError for a time before it was sent.
    """
    with request_to_change(register, ref) as request:
        sent = _message(register, ref, communication_id)
        if sent.direction is not Direction.OUT:
            raise NotAllowedError(mark("Only what you sent can have reached the wrong recipient."))
        if sent.breach_id is not None:
            raise NotAllowedError(
                mark("This message has its breach note already: number {id}."),
                id=str(sent.breach_id),
            )
        noted = add_note(register, facts, now, request, sent_on=sent.day)
        log.set_breach(register.database, sent.id, noted)
    return view_breach(register, noted, now)


def save_attachments(
    register: Register, ref: str, communication_id: int, folder: Path
) -> tuple[Path, ...]:
    """Write the documents of a message into `folder`, named after the request (R-SEC-8).

    Raises NotFoundError, NotAllowedError for a message without documents, OutputFileError when the
    folder cannot be written; then no file and no event is left.
    """
    with documents(register, DocumentKind.ATTACHMENT) as made:
        sent = _message(register, ref, communication_id)
        if not sent.attachments:
            raise NotAllowedError(mark("This message has no documents."))
        names = [
            f"{sent.ref}_message_{sent.id}_{n}{safe_suffix(one.name)}"
            for n, one in enumerate(sent.attachments, 1)
        ]
        files = made.begin(sent.ref, folder, *names)
        for file, attachment in zip(files, sent.attachments, strict=True):
            file.stream.write(log.read_content(register.database, attachment))
        made.log(EventKind.ATTACHMENTS_SAVED, sent.ref, communication=sent.id, documents=len(files))
    return tuple(file.path for file in files)


def _message(register: Register, ref: str, communication_id: int) -> Communication:
    for one in list_communications(register, ref):
        if one.id == communication_id:
            return one
    raise NotFoundError(
        mark("The request has no message {id}. Take one from the list of its messages."),
        id=str(communication_id)[:20],
    )
