"""Takes the stream of an xls workbook out of the compound file around it ([MS-CFB])."""

import struct

import olefile

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError

_HEAD = struct.Struct("<HH")
_STREAMS = ("Workbook", "Book")
_BEGIN, _END = 0x0809, 0x000A
_HARMLESS = {"Stream referenced twice"}
_LONGEST_RECORD = 8_228


def whole_stream(document: Document) -> bytes:
    """Return the stream of records.

    Raises UnreadableError if it is not there, if any of it is missing, and for a file whose faults are
    more than sectors that two streams claim: what runs in circles stays refused.
    """
    try:
        with document.open() as file, olefile.OleFileIO(file) as storage:
            name = next(filter(storage.exists, _STREAMS))
            stream = bytes(storage.openstream(name).read())
            size = storage.get_size(name)
            faults = {message for _kind, message in storage.parsing_issues}
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableError(Problem.DAMAGED) from error
    if faults - _HARMLESS or len(stream) != size or not _is_whole(stream):
        raise UnreadableError(Problem.DAMAGED)
    return stream


def _is_whole(stream: bytes) -> bool:
    """Tell whether records follow each other up to the end, and each substream begun is ended.

    Behind the last end only zeros may stand, with which a stream is filled up.
    """
    at, depth = 0, 0
    while at + _HEAD.size <= len(stream):
        kind, size = _HEAD.unpack_from(stream, at)
        if not (depth or kind or size):
            break
        depth += (kind == _BEGIN) - (kind == _END)
        if size > _LONGEST_RECORD or depth < 0:
            return False
        at += _HEAD.size + size
    return at > 0 and not depth and at <= len(stream) and not stream[at:].strip(b"\0")
