"""Reads a document, sheet by sheet, in the form in which the register stores it."""

from collections.abc import Iterator

from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.batches import Packer
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileDone, Message, SheetBegins, StartsAgain
from dsr_desktop.readers.packed_size import unpacked_size
from dsr_desktop.readers.parts import Part, ReadSheet
from dsr_desktop.readers.turns import Turns, refuse_empty


def read_document(document: Document, limits: Limits) -> Iterator[Message]:
    """Yield the messages about a document up to its end.

    After StartsAgain everything said before about the document is void. Raises UnreadableError
    when no reader could read it; an empty result is taken only when all of them agree on it.
    """
    turns = Turns(document, limits)
    turns.document.unpacked.tell(unpacked_size(turns.document))
    for reader in turns:
        if turns.refusals:
            yield StartsAgain()
        packer = Packer(limits)
        with turns.parts_by(reader) as parts:
            yield from _messages(parts, packer)
            refuse_empty(packer.row_count)
            yield from turns.read_by(reader)
            yield FileDone()
            return


def _messages(parts: Iterator[Part], packer: Packer) -> Iterator[Message]:
    for part in parts:
        if isinstance(part, ReadSheet):
            yield SheetBegins(part.name, part.hidden, tuple(sorted(part.hidden_columns)))
            yield from packer.pack(part.rows)
        else:
            yield part
