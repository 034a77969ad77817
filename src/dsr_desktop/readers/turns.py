"""Lets the readers of a document try in turn: where one refuses or finds nothing, the next."""

import contextlib
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.parsers.expat import ExpatError

from dsr_desktop.domain.fault import fault_place, is_our_fault
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.formats import NamedReader, readers_of
from dsr_desktop.readers.kinds import Kind, recognise
from dsr_desktop.readers.messages import UnreadableError, Warned
from dsr_desktop.readers.parts import Part, closing
from dsr_desktop.readers.protected import unlocked

MAY_BE_READ_BY_ANOTHER = frozenset({
    Problem.NOTHING_INSIDE, Problem.DAMAGED, Problem.READER_FAILED,
})  # fmt: skip
"""Refusals after which the next reader tries. All others hold for every reader: a limit, a password
to ask for, a kind that is not read, and above all what only a file made to do harm has in it."""
_BROKEN = (struct.error, EOFError, UnicodeError, zipfile.BadZipFile, zlib.error, ExpatError)


class Turns:
    """The readers of a document in clear, in turn. All of them share its limits of time and memory.

    After the last one the worst refusal is raised, so an empty result needs all of them. Raises
    UnreadableError for a document that no reader is given: too large, locked, of no known kind.
    """

    def __init__(self, document: Document, limits: Limits) -> None:
        if document.size() > limits.file_size:
            raise UnreadableError(Problem.FILE_TOO_LARGE, most=limits.file_size)
        self.document = unlocked(document)
        self.kind: Kind = recognise(self.document)
        self.refusals: list[UnreadableError] = []
        self._readers = readers_of(self.kind)
        self._limits = limits

    def __iter__(self) -> Iterator[NamedReader]:
        """Yield the readers in their order, each as long as none before it has read."""
        yield from self._readers
        raise _worst_of(self.refusals)

    @contextlib.contextmanager
    def parts_by(self, reader: NamedReader) -> Iterator[Iterator[Part]]:
        """Have it read; a refusal met inside is noted, or raised if no other reader may try."""
        try:
            with _refusing(), closing(self.read_anew(reader)) as parts:
                yield parts
        except UnreadableError as error:
            if error.problem not in MAY_BE_READ_BY_ANOTHER:
                raise
            self.refusals.append(error)

    def read_anew(self, reader: NamedReader) -> Iterator[Part]:
        """Return what a reader finds."""
        return reader.load()(self.document, self._limits)

    def read_by(self, reader: NamedReader) -> Iterator[Warned]:
        """Say which reader it was, where another one had refused."""
        if self.refusals:
            yield Warned(Problem.READ_BY_ANOTHER, {"reader": reader.name})


def refuse_empty(row_count: int) -> None:
    """Refuse a result without any row: from a file that is not empty, it is no answer."""
    if not row_count:
        raise UnreadableError(Problem.NOTHING_INSIDE)


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


def _worst_of(refusals: Sequence[UnreadableError]) -> UnreadableError:
    """Return the first refusal that is not mere emptiness."""
    real = (error for error in refusals if error.problem is not Problem.NOTHING_INSIDE)
    return next(real, refusals[0])
