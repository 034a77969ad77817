"""Reads a document with the readers of its kind: where one refuses or finds nothing, the next."""

import contextlib
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.parsers.expat import ExpatError

from dsr_desktop.domain.fault import fault_place, is_our_fault
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.batches import Packer
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.formats import NamedReader, readers_of
from dsr_desktop.readers.kinds import recognise
from dsr_desktop.readers.messages import (
    FileDone,
    Message,
    SheetBegins,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.packed_size import unpacked_size
from dsr_desktop.readers.parts import Part, ReadSheet, closing
from dsr_desktop.readers.protected import unlocked

FINAL = frozenset({
    Problem.PASSWORD, Problem.NOT_FOUND, Problem.NO_PERMISSION, Problem.OPEN_ELSEWHERE,
    Problem.OUT_OF_REACH, Problem.UNKNOWN_KIND, Problem.MEDIA_NOT_SEARCHED,
    Problem.MUST_BE_EXPORTED, Problem.OTHER_ARCHIVE, Problem.PROGRAM, Problem.DEFINES_TEXT,
    Problem.CELL_TOO_LONG, Problem.ROW_TOO_LONG, Problem.TOO_MANY_ROWS, Problem.TOO_MUCH_TEXT,
    Problem.FILE_TOO_LARGE,
    Problem.TOO_MUCH_MEMORY, Problem.TOO_LONG, Problem.NO_TEXT,
    Problem.NESTED_DATA_TOO_DEEP, Problem.TOO_MANY_PARTS, Problem.TOO_MANY_PAGES, Problem.PACKED_TOO_TIGHTLY,
})  # fmt: skip
_BROKEN = (struct.error, EOFError, UnicodeError, zipfile.BadZipFile, zlib.error, ExpatError)


def read_document(document: Document, limits: Limits) -> Iterator[Message]:
    """Yield the messages about a document up to its end.

    After StartsAgain everything said before about the document is void. Raises UnreadableError
    when no reader could read it; an empty result is taken only when all of them agree on it.
    """
    check_size(document, limits)
    document = unlocked(document)
    turns = Turns(readers_of(recognise(document)))
    document.unpacked.tell(unpacked_size(document))
    for reader in turns:
        if turns.refusals:
            yield StartsAgain()
        packer = Packer(limits)
        with turns.trying(), closing(reader.load()(document, limits)) as parts:
            yield from _messages(parts, packer)
            if not packer.row_count:
                raise UnreadableError(Problem.NOTHING_INSIDE)
            yield from turns.read_by(reader)
            yield FileDone()
            return


class Turns:
    """Lets readers try in turn: where one refuses or finds nothing, the next.

    After the last one the worst refusal is raised, so an empty result needs all of them.
    """

    def __init__(self, readers: Sequence[NamedReader]) -> None:
        self._readers = readers
        self.refusals: list[UnreadableError] = []

    def __iter__(self) -> Iterator[NamedReader]:
        """Yield the readers in their order, each as long as none before it has read."""
        yield from self._readers
        raise _worst_of(self.refusals)

    @contextlib.contextmanager
    def trying(self) -> Iterator[None]:
        """Note a refusal met inside; one that no other reader could change is raised."""
        try:
            with _refusing():
                yield
        except UnreadableError as error:
            if error.problem in FINAL:
                raise
            self.refusals.append(error)

    def read_by(self, reader: NamedReader) -> Iterator[Warned]:
        """Say which reader it was, where another one had refused."""
        if self.refusals:
            yield Warned(Problem.READ_BY_ANOTHER, {"reader": reader.name})


def check_size(document: Document, limits: Limits) -> None:
    """Refuse a document that is larger than a file may be."""
    if document.size() > limits.file_size:
        raise UnreadableError(Problem.FILE_TOO_LARGE, most=limits.file_size)


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    """Turn whatever a reader fails with into a refusal.

    What a library stumbles over is damage; what our own code does, a fault that is told by its place.
    """
    try:
        yield
    except (UnreadableError, MemoryError, OSError):
        raise
    except _BROKEN as error:
        raise UnreadableError(Problem.DAMAGED) from error
    except Exception as error:
        if not is_our_fault(error):
            raise UnreadableError(Problem.DAMAGED) from error
        raise UnreadableError(Problem.READER_FAILED, fault=fault_place(error)) from error


def _messages(parts: Iterator[Part], packer: Packer) -> Iterator[Message]:
    for part in parts:
        if isinstance(part, ReadSheet):
            yield SheetBegins(part.name, part.hidden, tuple(sorted(part.hidden_columns)))
            yield from packer.pack(part.rows)
        else:
            yield part


def _worst_of(refusals: Sequence[UnreadableError]) -> UnreadableError:
    """Return the first refusal that is not mere emptiness."""
    real = (error for error in refusals if error.problem is not Problem.NOTHING_INSIDE)
    return next(real, refusals[0])
