"""The one door for documents: files and event appear together, whatever ends the program (ADR 0012).

In the order of what lasts: a note names the files; they are written beside their names; the note
gets their digests; then, in one transaction, the event is logged, the note goes, the files take
their names. So a note that is still there at an opening (`services.settling`) is of a document
without its event.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from io import BufferedRandom
from pathlib import Path

from dsr_desktop.domain.document import DocumentFile, DocumentKind
from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.services.register import Register
from dsr_desktop.store.making_lock import only_maker
from dsr_desktop.store.unfinished_documents import (
    change_note,
    has_note,
    note_document,
    remove_note,
)
from dsr_desktop.writers.atomic import WholeFiles, digest, whole_files
from dsr_desktop.writers.free_names import free_paths
from dsr_desktop.writers.left_files import volume_of


@dataclass(frozen=True)
class Document:
    """One file that is being made; `stream` is empty at first, and can be read back.

    `part` is where it lies meanwhile.
    """

    path: Path
    stream: BufferedRandom
    part: Path

    @property
    def sha256(self) -> str:
        """The digest of what was written so far."""
        return digest(self.stream)


@contextmanager
def documents(register: Register, kind: DocumentKind) -> Iterator["Documents"]:
    """Make the files of a document: in the block gather, `begin`, write, `log`.

    The register is locked for others meanwhile, so that what was gathered still holds when it is
    logged. Whatever fails takes everything back. Must not be inside another transaction. Raises
    RegisterBusyError if another program is at work on the register, RegisterFileError if it cannot
    be written, OutputFileError if a file cannot.
    """
    note = _Note(register)
    with (
        only_maker(register.path),
        note.removed_if_undone(),
        whole_files() as files,
        note.deciding(files),
        register.database.transaction(),
    ):
        made = Documents(register, kind, files, note)
        yield made
        made.finish()


class Documents:
    """The files of one document in the making; made by `documents`."""

    def __init__(
        self, register: Register, kind: DocumentKind, files: WholeFiles, note: "_Note"
    ) -> None:
        self._register = register
        self._kind = kind
        self._files = files
        self._note = note
        self._made: tuple[Document, ...] = ()
        self._acts: list[Callable[[], object]] = []

    def begin(
        self, ref: str, folder: Path, *names: str, beside: Path | None = None
    ) -> tuple[Document, ...]:
        """Open a file in `folder` for each name (`ref` is "" without a request), then `beside`, a file that somebody else named.

        Names that are taken get a number; `beside` that is there by the end makes all fail. No byte
        is written before the note of them lasts.
        """
        token = secrets.token_hex(4)
        paths = [*free_paths(folder, *names), *([beside] if beside else [])]
        noted = [
            DocumentFile(
                path.absolute(), f".{path.name}.{token}.part", is_ours=path is not beside,
                volume=volume_of(path.absolute().parent),
            )
            for path in paths
        ]  # fmt: skip
        planned = [
            self._files.plan(path, replaces=False, part=one.part)
            for path, one in zip(paths, noted, strict=True)
        ]
        self._note.write(ref, self._kind, noted)
        self._made = tuple(
            Document(one.path, one.open(), one.path.with_name(named.part))
            for one, named in zip(planned, noted, strict=True)
        )
        return self._made

    def log(self, kind: EventKind, ref: str | None, **payload: object) -> None:
        """Add an event that appears together with the files; only names of things (R-LOG-2)."""
        self.then(lambda: self._register.log(kind, ref, **payload))

    def then(self, act: Callable[[], object]) -> None:
        """Add what is to be done in the register together with the files appearing, in this order."""
        self._acts.append(act)

    def finish(self) -> None:
        """Do in the register what goes with the files, and give the files their names, inside the transaction that is open."""
        self._note.seal([one.sha256 for one in self._made])
        for act in self._acts:
            act()
        self._note.remove()
        self._files.put_in_place()


class _Note:
    """The note of the document at work: while it lasts, the document is not made."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._id: int | None = None
        self._files: list[DocumentFile] = []
        self._is_undone = False

    def write(self, ref: str, kind: DocumentKind, files: list[DocumentFile]) -> None:
        database = self._register.database
        self._files = files
        self._id = note_document(database, ref, kind, files, self._register.actor)
        database.keep_so_far()

    def seal(self, digests: list[str]) -> None:
        """Note what was written, so that the files are known for ours under their names too."""
        if self._id is not None:
            sealed = [
                replace(file, sha256=sha256)
                for file, sha256 in zip(self._files, digests, strict=True)
            ]
            change_note(self._register.database, self._id, sealed)
            self._register.database.keep_so_far()

    def remove(self) -> None:
        if self._id is not None:
            remove_note(self._register.database, self._id)

    @contextmanager
    def deciding(self, files: WholeFiles) -> Iterator[None]:
        """After a failure: without the note the event is logged, and then the files stay too.

        They also stay where the register cannot be asked: its next opening settles them.
        """
        try:
            yield
        except BaseException:
            self._is_undone = self._id is None or self._is_there()
            if not self._is_undone:
                files.leave()
            raise

    @contextmanager
    def removed_if_undone(self) -> Iterator[None]:
        """After a failure whose files were taken back; a note that cannot go now goes later."""
        try:
            yield
        except BaseException:
            if self._is_undone:
                with suppress(RegisterFileError):
                    self.remove()
            raise

    def _is_there(self) -> bool:
        with suppress(RegisterFileError), self._register.damage_told():
            return self._id is not None and has_note(self._register.database, self._id)
        return False
