"""Records that a letter was sent: the message, the letter, and the event of the request that counts."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from dsr_desktop.domain.clock import Pause, PauseReason
from dsr_desktop.domain.communication import (
    AddressState,
    Communication,
    Direction,
    check_communication,
)
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.kept_letter import KeptLetter
from dsr_desktop.domain.letters import LETTERS, LetterKind
from dsr_desktop.domain.letters_due import copies_sent, letters_owed
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.next_step import done_so_far
from dsr_desktop.domain.request import Channel, Request
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.step_list import has_step
from dsr_desktop.services.clocking import extend, pause_clock, withdraw_extension
from dsr_desktop.services.communications import keep_message
from dsr_desktop.services.handling import mark_sent, request_to_change, view_request
from dsr_desktop.services.history import history
from dsr_desktop.services.letters_current import as_decided
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_facts import mark_step, record_copy_sent
from dsr_desktop.store.letters import last_letter, letters_of, set_sent
from dsr_desktop.store.requests import read_request
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.letters import letter_label


@dataclass(frozen=True)
class Sending:
    """A letter that left: on which day, by which way, and what was known of the address."""

    kind: LetterKind
    on: date
    channel: Channel
    address: AddressState


def send_letter(register: Register, ref: str, sending: Sending, today: date) -> RequestView:
    """Record that the newest letter of a kind was sent, with all that follows from it, or nothing.

    An acknowledgement settles C02, a question about the identity stops the clock (R-SUS-1), the
    notice of an extension makes it count (R-DL-5), its withdrawal ends it; the last answer that the
    decisions ask for answers the request (R-COM-2). Raises NotFoundError,
    InvalidInputError for a day that cannot be, NotAllowedError for a letter that was not written,
    for data to an address that nobody verified (R-COM-9), or where what follows may not be.
    """
    with request_to_change(register, ref) as request:
        letter = _unsent(register, request, sending)
        message = Communication(
            request.ref, Direction.OUT, LETTERS[sending.kind].message, sending.channel, sending.on,
            today, register.actor, letter_label(speak(letter.language), sending.kind),
            sending.address,
        )  # fmt: skip
        check_communication(message, request.received_on, went_wrong=False)
        keep_message(register, request, message)
        set_sent(register.database, letter, sending.on)
        register.log(
            EventKind.LETTER_SENT, request.ref, letter=sending.kind, on=sending.on.isoformat(),
            digest=letter.pdf_sha256,
        )  # fmt: skip
        _follow(register, request, sending, today)
    return view_request(register, ref, today)


def _unsent(register: Register, request: Request, sending: Sending) -> KeptLetter:
    letter = last_letter(register.database, request, sending.kind)
    if letter is None:
        raise NotAllowedError(
            mark("Write the letter first: what was sent is kept as it was written.")
        )
    if letter.sent_on is not None:
        raise NotAllowedError(
            mark("This letter was sent on {day} already. Write it anew to send it again."),
            day=letter.sent_on,
        )
    if not as_decided(register, request, [letter]):
        raise NotAllowedError(
            mark("It was decided anew since this letter was written. Write it anew, then send it.")
        )
    if sending.on < letter.made_on:
        raise InvalidInputError(
            mark(
                "This letter was written on {day} and cannot have left before. Correct the day; what "
                "was sent without the app is recorded as a message or an answer."
            ),
            day=letter.made_on,
        )
    return letter


def _follow(register: Register, request: Request, sending: Sending, today: date) -> None:
    follow = _FOLLOWS.get(sending.kind)
    if follow is not None:
        follow(register, request, sending, today)
    elif LETTERS[sending.kind].is_answer:
        _answer(register, request.ref, sending, today)


def _acknowledged(register: Register, request: Request, sending: Sending, today: date) -> None:
    _settle(register, request, StepCode.C02, sending, today)


def _asked(register: Register, request: Request, sending: Sending, today: date) -> None:
    """Stop the clock, unless the question stands in the file already."""
    if not any(
        one.reason is PauseReason.IDENTITY and one.answered_on is None for one in request.pauses
    ):
        pause_clock(register, request.ref, Pause(PauseReason.IDENTITY, sending.on), today)


def _extended(register: Register, request: Request, sending: Sending, today: date) -> None:
    if request.extension is not None and request.extension.sent_on is None:
        extend(register, request.ref, replace(request.extension, sent_on=sending.on), today)


def _extension_withdrawn(
    register: Register, request: Request, sending: Sending, today: date
) -> None:
    withdraw_extension(register, request.ref, sending.on, today)


def _lifted(register: Register, request: Request, sending: Sending, today: date) -> None:
    _settle(register, request, StepCode.L05, sending, today)


def _settle(
    register: Register, request: Request, code: StepCode, sending: Sending, today: date
) -> None:
    if has_step(request, code) and code not in {one.code for one in request.steps}:
        mark_step(register, request.ref, StepMark(code, sending.on, register.actor), today)


def _answer(register: Register, ref: str, sending: Sending, today: date) -> None:
    """Record the answer once each right is decided and each letter about a decision is sent.

    Before that, the letters that go with a copy say that the person has it (R-TYP-2).
    """
    request = read_request(register.database, ref)
    kept = as_decided(register, request, letters_of(register.database, request))
    sent = [one for one in kept if one.sent_on is not None and LETTERS[one.kind].is_answer]
    if request.answered_on is not None:
        return
    kinds = {one.kind for one in sent}
    if request.undecided or set(letters_owed(request)) - kinds:
        if _has_left(register, request, kinds) and request.copy_sent_on is None:
            record_copy_sent(register, ref, sending.on, today)
        return
    mark_sent(
        register, ref, sending.on, sending.channel, today,
        remedies_told=all(one.names_remedies for one in sent),
    )  # fmt: skip


def _has_left(register: Register, request: Request, sent: Collection[LetterKind]) -> bool:
    """Tell whether the copy of each right that gives one was built, and its letter sent (R-TYP-2)."""
    done = done_so_far(history(register, request.ref))
    return copies_sent(request, sent) and (done.copied or done.packed)


_FOLLOWS: dict[LetterKind, Callable[[Register, Request, Sending, date], None]] = {
    LetterKind.ACKNOWLEDGEMENT: _acknowledged,
    LetterKind.IDENTITY_REQUEST: _asked,
    LetterKind.EXTENSION: _extended,
    LetterKind.EXTENSION_WITHDRAWN: _extension_withdrawn,
    LetterKind.RESTRICTION_LIFTED: _lifted,
}
