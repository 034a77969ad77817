"""Puts cleaned copies in the place of the originals, and back: each at once, after a note in the register.

The journal with the undo copy lasts before the first byte is written beside the file (as ADR 0012
has it for documents); the file then changes in one step. So an opening after a crash finds each file
as it was or as it should be, and the journal says which.
"""

import os
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from dsr_desktop.cleaners.cleaning import SourceFile, clean_file
from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import MAY_REPLACE
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_can_erase
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.original import (
    JournalEntry,
    JournalState,
    OriginalResult,
    Originals,
    OriginalStatus,
    Settled,
    settle,
)
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.request import Request
from dsr_desktop.services.handling import request_to_change
from dsr_desktop.services.hashing import sha256_of
from dsr_desktop.services.reading_again import encoding_again
from dsr_desktop.services.register import Register
from dsr_desktop.store.cleaned_copies import CleanedCopy, read_cleaned
from dsr_desktop.store.making_lock import maker_stands_still, only_maker
from dsr_desktop.store.originals import (
    begin_entry,
    read_entries,
    read_pieces,
    read_unfinished,
    remove_entry,
    set_state,
)
from dsr_desktop.store.sources import read_sources
from dsr_desktop.writers.in_place import mode_of, pieces_of, remove_part, take_place, write_part

_File = TypeVar("_File", CleanedCopy, JournalEntry)


class _ChangedError(Exception):
    """What was written is not what was proved: the file is left as it is."""


def replace_originals(
    register: Register, ref: str, *, progress: Progress = no_progress
) -> Originals:
    """Put the cleaned copies that were made last in the place of the files of a request.

    Only copies that were proved, and files that are still what was cleaned; permissions stay. The
    originals are kept in the register until the request is closed. When it is stopped, the files done
    until then stay replaced. Raises NotAllowedError if no copy was made, the request is closed, or
    the person's own copy is not sent yet (R-TYP-2).
    """
    request = _open_request(register, ref)
    check_can_erase(request)
    copies = read_cleaned(register.database, request)
    if not copies:
        raise NotAllowedError(
            mark("{ref} has no cleaned copies yet. Make them, look at them, then replace."),
            ref=request.ref,
        )
    return _one_after_another(register, request, copies, _replaced, progress)


def put_back_originals(
    register: Register, ref: str, *, progress: Progress = no_progress
) -> Originals:
    """Put the originals of a request back where cleaned copies took their place.

    A file that somebody changed since is left alone. When it is stopped, the files done until then
    are back. Raises NotAllowedError if nothing was replaced, or the request is closed.
    """
    request = _open_request(register, ref)
    entries = read_entries(register.database, request)
    if not entries:
        raise NotAllowedError(
            mark("No original of {ref} was replaced. There is nothing to put back."),
            ref=request.ref,
        )
    return _one_after_another(register, request, entries, _put_back, progress)


def _one_after_another(
    register: Register,
    request: Request,
    files: Sequence[_File],
    act: Callable[[Register, Request, _File], OriginalResult],
    progress: Progress,
) -> Originals:
    with only_maker(register.path):
        results = []
        for n, one in enumerate(files):
            progress(n, len(files), Path(one.path).name)
            results.append(act(register, request, one))
    return Originals(request.ref, tuple(results))


def settle_originals(register: Register) -> None:
    """Bring acts that a crash cut off to their end in the journal, by what lies at each place now.

    What is out of reach waits for the next opening.
    """
    if not read_unfinished(register.database):
        return
    with maker_stands_still(register.path) as still:
        for ref, entry in read_unfinished(register.database) if still else ():
            _settle(register, ref, entry)


def _settle(register: Register, ref: str, entry: JournalEntry) -> None:
    path = Path(entry.path)
    now = _content(path)
    state = settle(entry, now)
    if state is Settled.WAITS:
        return
    remove_part(path, entry.part)
    with register.database.transaction():
        was_replacing = entry.state is JournalState.REPLACING
        if state is Settled.IS_REPLACED:
            set_state(register.database, entry.id, JournalState.REPLACED)
            if was_replacing and now == entry.sha256_after:
                register.log(EventKind.ORIGINAL_REPLACED, ref, **_told(entry))
        else:
            remove_entry(register.database, entry.id)
            if not was_replacing:
                register.log(EventKind.ORIGINAL_PUT_BACK, ref, **_told(entry))


def _replaced(register: Register, request: Request, copy: CleanedCopy) -> OriginalResult:
    result = partial(OriginalResult, copy.source_id, copy.path)
    path = Path(os.path.realpath(copy.path))
    now = _content(path)
    if copy.status not in MAY_REPLACE:
        return result(OriginalStatus.NOT_CLEAN)
    if now is None:
        return result(OriginalStatus.MISSING)
    if now == copy.sha256_after:
        return result(OriginalStatus.REPLACED)
    source = next(one for one in read_sources(register.database) if one.id == copy.source_id)
    if now != copy.sha256_before:
        return result(OriginalStatus.CHANGED)
    file = SourceFile(path, source.format, encoding_again(source, is_same=True))

    def write(stream: BinaryIO) -> None:
        clean_file(file, stream, copy.orders, lambda: None)

    try:
        entry = JournalEntry(
            0, copy.source_id, str(path), _part_of(path), mode_of(path), JournalState.REPLACING,
            copy.sha256_before, copy.sha256_after,
        )  # fmt: skip
        number = begin_entry(register.database, request, entry, pieces_of(path))
    except OSError:
        return result(OriginalStatus.NOT_WRITABLE)
    return result(_exchange(register, request, replace(entry, id=number), write))


def _put_back(register: Register, request: Request, entry: JournalEntry) -> OriginalResult:
    result = partial(OriginalResult, entry.source_id, entry.path)
    path = Path(entry.path)
    now = _content(path)
    if now is None:
        return result(OriginalStatus.MISSING)
    if now not in {entry.sha256_after, entry.sha256_before}:
        return result(OriginalStatus.CHANGED)
    part = _part_of(path)
    set_state(register.database, entry.id, JournalState.PUTTING_BACK, part)
    began = replace(entry, state=JournalState.PUTTING_BACK, part=part)
    pieces = read_pieces(register.database, entry.id)
    return result(_exchange(register, request, began, lambda stream: stream.writelines(pieces)))


def _exchange(
    register: Register, request: Request, entry: JournalEntry, write: Callable[[BinaryIO], None]
) -> OriginalStatus:
    """Write the file beside its place, have it take the place, and say so in the journal."""
    path, is_back = Path(entry.path), entry.state is JournalState.PUTTING_BACK
    there, wanted = entry.sha256_before, entry.sha256_after
    if is_back:
        there, wanted = wanted, there
    try:
        part = path.with_name(entry.part)
        write_part(part, entry.mode, write)
        if _content(part) != wanted or _content(path) not in {there, wanted}:
            raise _ChangedError  # noqa: TRY301 - what was begun is taken back below
        take_place(part, path)
    except (OSError, CannotCleanError, _ChangedError) as error:
        _settle(register, request.ref, entry)
        is_other = not isinstance(error, OSError)
        return OriginalStatus.CHANGED if is_other else OriginalStatus.NOT_WRITABLE
    _settle(register, request.ref, entry)
    return OriginalStatus.PUT_BACK if is_back else OriginalStatus.REPLACED


def _told(entry: JournalEntry) -> dict[str, object]:
    return {
        "source": entry.source_id,
        "sha256_before": entry.sha256_before,
        "sha256_after": entry.sha256_after,
    }


def _open_request(register: Register, ref: str) -> Request:
    with request_to_change(register, ref) as request:
        return request


def _part_of(path: Path) -> str:
    return f".{path.name}.{secrets.token_hex(4)}.part"


def _content(path: Path) -> str | None:
    try:
        return sha256_of(path, lambda: None)
    except OSError:
        return None
