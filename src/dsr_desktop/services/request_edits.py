"""Notes on a request, who handles it, its language: possible at any time before it is closed."""

from dataclasses import replace
from datetime import UTC, date, datetime

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import Action, check_allowed
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_note import Note
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.services.handling import checked_handler, view_request
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import take_step
from dsr_desktop.store.request_links import add_note, notes_of
from dsr_desktop.store.requests import read_request

LONGEST_NOTE = 10_000
LANGUAGES = ("fr", "en")


def write_note(register: Register, ref: str, text: str, today: date) -> tuple[Note, ...]:
    """Add a note in the actor's name, and return all notes on the request.

    Raises InvalidInputError for an empty or endless one.
    """
    words = text.strip()
    if not words or len(words) > LONGEST_NOTE:
        raise InvalidInputError(
            mark("A note has between 1 and {most} characters."), most=LONGEST_NOTE
        )
    with register.database.transaction():
        request = take_step(register, ref, today, _editable, EventKind.NOTE_WRITTEN)
        note = Note(datetime.now(UTC), register.actor, words)
        add_note(register.database, request, note)
    return notes_of(register.database, request)


def read_notes(register: Register, ref: str) -> tuple[Note, ...]:
    """Return the notes on a request, oldest first; NotFoundError if there is none."""
    return notes_of(register.database, read_request(register.database, ref))


def known_ref(register: Register, ref: str) -> str:
    """Return a reference as the register writes it; NotFoundError for an unknown one."""
    return read_request(register.database, ref).ref


def edit(
    register: Register,
    ref: str,
    today: date,
    *,
    handled_by: str | None = None,
    language: str | None = None,
) -> RequestView:
    """Change who handles a request and the language of its answer; what is None stays."""
    with register.database.transaction():
        if handled_by is not None:
            hand_to(register, ref, handled_by, today)
        if language is not None:
            set_language(register, ref, language, today)
    return view_request(register, ref, today)


def hand_to(register: Register, ref: str, name: str, today: date) -> RequestView:
    """Record who handles the request from now on; "" for nobody in particular."""
    handler = checked_handler(name)
    take_step(
        register, ref, today, lambda request: replace(_editable(request), handled_by=handler),
        EventKind.HANDED_TO,
    )  # fmt: skip
    return view_request(register, ref, today)


def set_language(register: Register, ref: str, language: str, today: date) -> RequestView:
    """Set the language in which the request is answered (R-COM-11)."""
    if language not in LANGUAGES:
        raise InvalidInputError(
            mark("There is no language {language}. Known ones: {known}."),
            language=language[:10], known=", ".join(LANGUAGES),
        )  # fmt: skip
    take_step(
        register, ref, today, lambda request: replace(_editable(request), language=language),
        EventKind.LANGUAGE_CHANGED, language=language,
    )  # fmt: skip
    return view_request(register, ref, today)


def _editable(request: Request) -> Request:
    check_allowed(request, Action.EDIT)
    return request
