"""Settles at an opening what a crash left of documents, originals and backups (ADR 0012, 0054).

A document is removed, not adopted: the passphrase of a bundle was never shown, so nobody could open it, and
a checklist is made again with one click, from the register as it is now.
"""

from collections.abc import Sequence
from contextlib import suppress
from enum import Enum, auto

from dsr_desktop.domain.document import CutOffDocument, DocumentFile, UnfinishedDocument
from dsr_desktop.domain.errors import RegisterBusyError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.services.begun_backups import has_begun, settle_backups
from dsr_desktop.services.originals import settle_originals
from dsr_desktop.services.register import Register
from dsr_desktop.store.making_lock import maker_stands_still, making_lock_path
from dsr_desktop.store.unfinished_documents import change_note, read_notes, remove_note
from dsr_desktop.writers.left_files import clear_left_file, is_folder_gone


def settle_at_opening(register: Register) -> tuple[CutOffDocument, ...]:
    """Clear what is left in a register that was just opened; returns what documents were cut off.

    A register that another program writes to, or that is read-only, stays as it is: its next
    opening does it. Raises RegisterFileError for whatever else keeps it from being changed.
    """
    with suppress(RegisterBusyError):
        settle_originals(register)
        _settle_backups(register)
        return settle_documents(register)
    return ()


def _settle_backups(register: Register) -> None:
    """Settle what was begun of backups, and take away the lock of a program that died making one."""
    if has_begun(register) or making_lock_path(register.path).exists():
        with maker_stands_still(register.path) as still:
            if still:
                settle_backups(register)


def settle_documents(register: Register) -> tuple[CutOffDocument, ...]:
    """Clear what is left of documents that nobody is making any more.

    Removed are unfinished files, and finished ones whose content is what was about to be logged;
    the event names the request, never the person (R-LOG-2). While somebody makes a document nothing
    is touched. Files out of reach, such as on a stick that is not plugged in, wait for the next
    opening; those whose folder was deleted are lost, and told as such. Raises RegisterFileError if
    the register cannot be written.
    """
    if not read_notes(register.database):
        return ()
    with maker_stands_still(register.path) as still:
        notes = read_notes(register.database) if still else ()
        settled = [_settle(register, note) for note in notes]
    return tuple(one for one in settled if one is not None)


def _settle(register: Register, note: UnfinishedDocument) -> CutOffDocument | None:
    """Clear the files within reach and log it; None if none could be cleared."""
    if not any(_is_within_reach(one) or _is_lost(one) for one in note.files):
        return None
    with register.database.transaction():
        # Changes nothing: a register that cannot be written is met before a file goes.
        change_note(register.database, note.id, note.files)
        states = [(file, _clear(file)) for file in note.files]
        settled = [file for file, state in states if state is not _State.WAITING]
        if not settled:
            return None
        kept, lost, waiting = (
            [file for file, state in states if state is wanted]
            for wanted in (_State.KEPT, _State.LOST, _State.WAITING)
        )
        _note_again(register, note, waiting)
        register.log(
            EventKind.DOCUMENT_UNFINISHED, note.ref or None, document=note.kind, files=_names_of_ours(settled),
            kept=_names_of_ours(kept),
            sha256=[one.sha256 for one in settled if one.is_ours and one not in (*kept, *lost)],
            **({"lost": _names_of_ours(lost)} if lost else {}),
        )  # fmt: skip
    return CutOffDocument(note.ref, _names(settled), _names(kept), _names(lost))


class _State(Enum):
    """How it stands with a file after all that could be done."""

    CLEARED = auto()
    KEPT = auto()
    LOST = auto()
    WAITING = auto()


def _is_within_reach(file: DocumentFile) -> bool:
    try:
        return file.path.parent.is_dir()
    except OSError:  # a stick that fails, a folder that is not ours
        return False


def _is_lost(file: DocumentFile) -> bool:
    return is_folder_gone(file.path.parent, file.volume)


def _clear(file: DocumentFile) -> _State:
    if _is_lost(file):
        return _State.LOST
    if not _is_within_reach(file):
        return _State.WAITING
    try:
        stays = clear_left_file(file.path, file.part, file.sha256)
    except OSError:
        return _State.WAITING
    return _State.KEPT if stays else _State.CLEARED


def _note_again(
    register: Register, note: UnfinishedDocument, waiting: Sequence[DocumentFile]
) -> None:
    if waiting:
        change_note(register.database, note.id, waiting)
    else:
        remove_note(register.database, note.id)


def _names(files: Sequence[DocumentFile]) -> tuple[str, ...]:
    return tuple(file.path.name for file in files)


def _names_of_ours(files: Sequence[DocumentFile]) -> list[str]:
    return [file.path.name for file in files if file.is_ours]
