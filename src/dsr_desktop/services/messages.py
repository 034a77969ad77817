"""Messages that came in: read, kept with their request, and cut of what must not be kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from dsr_desktop.domain.communication import (
    MOST_BYTES,
    Attachment,
    Communication,
    CommunicationKind,
    Direction,
    check_communication,
)
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.incoming import (
    KeptMessage,
    MessageRead,
    PartChoice,
    check_message,
    check_size,
    count_choices,
    parts_to_keep,
)
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.proposals import Proposals, Surroundings, propose
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.request import Channel
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.attachments import admit, check_given_file
from dsr_desktop.services.documents import documents
from dsr_desktop.services.handling import request_to_change
from dsr_desktop.services.limits import reading_limits
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store import communications as log
from dsr_desktop.store import messages as kept
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.sources import wipe_free_pages
from dsr_desktop.writers.mail_file import mail_file


@dataclass(frozen=True)
class Arrival:
    """A message about to be kept: what becomes of each of its documents, and how it came in.

    `choices` counts the documents from 1. `show_no_identity`: the DPO looked at what is kept.
    """

    message: MessageRead
    choices: Mapping[int, PartChoice] = field(default_factory=dict)
    show_no_identity: bool = False
    kind: CommunicationKind = CommunicationKind.REPLY_OF_PERSON


def read_file(register: Register, path: Path, on_wait: OnWait = lambda: None) -> MessageRead:
    """Read a message from a mail, an Outlook file, a text or a scan; the file stays as it is.

    It is taken apart in the reader process, within the limits set in the register (R-SEC-7); an
    error that `on_wait` raises ends that. Raises InvalidInputError for a file that is none, is too
    large, or cannot be read.
    """
    check_given_file(path)
    return _read(register, path, on_wait)


def read_text(register: Register, text: str, on_wait: OnWait = lambda: None) -> MessageRead:
    """Read a message that was pasted or typed, as `read_file` does; raw mail is read as mail."""
    if len(text) > MOST_BYTES:
        check_size(MessageRead(text))
    return _read(register, text, on_wait)


def propose_from(register: Register, message: MessageRead, today: date) -> Proposals:
    """Return what a message proposes for the form of a request; nothing of it is decided."""
    company = register.company
    around = Surroundings(today, company.country, (company.dpo_contact,),
                          (company.name, company.dpo_name))  # fmt: skip
    return propose(message, around)


def keep_message(
    register: Register, ref: str, arrival: Arrival, channel: Channel, day: date, now: datetime
) -> KeptMessage:
    """Keep a message that came in on `day`: its words, and the documents that were chosen.

    The file that it came in is not kept, so that what is refused or left out is nowhere (R-ID-6).
    Raises NotFoundError, NotAllowedError for a closed request or a document named like an identity
    document, InvalidInputError for an undecided document, a day that cannot be, or an empty message.
    """
    message, choices = arrival.message, arrival.choices
    check_message(message)
    parts = [
        admit(part.name, part.content, show_no_identity=arrival.show_no_identity)
        for part in parts_to_keep(message, choices)
    ]
    cut_out = count_choices(choices, PartChoice.IDENTITY)
    with request_to_change(register, ref) as request:
        came = Communication(
            request.ref, Direction.IN, arrival.kind, channel, day, now.date(), register.actor
        )
        check_communication(came, request.received_on, went_wrong=False)
        id_ = log.add_communication(register.database, request, came)
        for attachment, content in parts:
            log.add_attachment(register.database, id_, attachment, content)
        left_out = count_choices(choices, PartChoice.LEAVE_OUT)
        kept.add_message(register.database, id_, message, cut_out=cut_out, left_out=left_out)
        register.log(
            EventKind.COMMUNICATION_LOGGED, request.ref, communication=id_, direction=came.direction,
            what=came.kind, channel=channel, on=day.isoformat(), documents=len(parts), breach=None,
        )  # fmt: skip
        if cut_out:
            register.log(
                EventKind.IDENTITY_COPY_CUT_OUT, request.ref, communication=id_, documents=cut_out
            )
    return show_message(register, ref, id_)


def record_with_messages(
    register: Register, record: Callable[[], RequestView], arrivals: Sequence[Arrival],
    now: datetime,
) -> RequestView:  # fmt: skip
    """Record a request and keep the messages that it came in: all of it, or nothing.

    Raises what `record` and `keep_message` raise.
    """
    with register.database.transaction():
        view = record()
        request = view.request
        for arrival in arrivals:
            keep_message(register, request.ref, arrival, request.channel, request.received_on, now)
    return view


@at_one_moment
def list_messages(register: Register, ref: str) -> tuple[KeptMessage, ...]:
    """Return the messages of a request by day; NotFoundError for an unknown reference."""
    return kept.read_messages(register.database, read_request(register.database, ref))


def show_message(register: Register, ref: str, message_id: int) -> KeptMessage:
    """Return one message; NotFoundError if the request has none with this number."""
    for one in list_messages(register, ref):
        if one.id == message_id:
            return one
    raise NotFoundError(
        mark("The request has no message {id}. Take one from the list of its messages."),
        id=str(message_id)[:20],
    )


def cut_out(register: Register, ref: str, message_id: int, document: int) -> KeptMessage:
    """Take a document (from 1) out of a message as an identity document that was kept by mistake.

    Its content, name and size are overwritten in the register; only that it was cut out stays.
    Raises NotFoundError, NotAllowedError for a closed request, InvalidInputError for a wrong number.
    """
    with request_to_change(register, ref) as request:
        attachment = _attachment(show_message(register, ref, message_id), document)
        kept.cut_out_document(register.database, message_id, attachment.id)
        register.log(
            EventKind.IDENTITY_COPY_CUT_OUT, request.ref, communication=message_id, documents=1
        )
    wipe_free_pages(register.database)
    return show_message(register, ref, message_id)


def remove_message(register: Register, ref: str, message_id: int, today: date) -> KeptMessage:
    """Take text and documents of a message out; that something came on that day stays in the log.

    Raises NotFoundError, NotAllowedError for a closed request or a message that was removed.
    """
    with request_to_change(register, ref) as request:
        if show_message(register, ref, message_id).removed_on is not None:
            raise NotAllowedError(mark("The text of this message was removed already."))
        kept.remove_text(register.database, message_id, today)
        register.log(EventKind.MESSAGE_REMOVED, request.ref, communication=message_id)
    wipe_free_pages(register.database)
    return show_message(register, ref, message_id)


def save_message(register: Register, ref: str, message_id: int, folder: Path) -> Path:
    """Write a message with its documents into `folder` as a mail file, made anew from what is kept.

    Raises NotFoundError, NotAllowedError for a removed one, OutputFileError when it cannot be written.
    """
    with documents(register, DocumentKind.ATTACHMENT) as made:
        message = show_message(register, ref, message_id)
        if message.removed_on is not None:
            raise NotAllowedError(mark("The text of this message was removed already."))
        parts = [
            (one.name, log.read_content(register.database, one))
            for one in message.communication.attachments
        ]
        ref = message.communication.ref
        (file,) = made.begin(ref, folder, f"{ref}_message_{message.id}.eml")
        file.stream.write(mail_file(message.headers, message.text, parts))
        made.log(EventKind.ATTACHMENTS_SAVED, ref, communication=message.id, documents=len(parts))
    return file.path


def _read(register: Register, source: Path | str, on_wait: OnWait) -> MessageRead:
    limits = replace(reading_limits(register), file_size=MOST_BYTES)
    try:
        with ReaderProcess(limits) as reader:
            message = reader.read_message(source, on_wait)
    except UnreadableError as error:
        raise InvalidInputError(_WHY_UNREAD.get(error.problem, _DAMAGED)) from error
    check_size(message)
    return message


_DAMAGED = mark("The message cannot be read: its file is damaged. Paste its text instead.")
_TOO_MUCH = mark(
    "The message cannot be read: that takes too much time or memory. Paste only what the person wrote."
)
_WHY_UNREAD = {
    Problem.TOO_LONG: _TOO_MUCH, Problem.TOO_MUCH_MEMORY: _TOO_MUCH,
    Problem.READER_DIED: _TOO_MUCH,
    Problem.NO_PERMISSION: mark("The file of the message may not be read. Check its permissions."),
}  # fmt: skip


def _attachment(message: KeptMessage, document: int) -> Attachment:
    attachments = message.communication.attachments
    if not 1 <= document <= len(attachments):
        raise InvalidInputError(
            mark("The message has {n} documents. Name one of them by its number from 1."),
            n=len(attachments),
        )
    return attachments[document - 1]
