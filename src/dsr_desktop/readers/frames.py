"""The form of messages on the pipe between the reader process and the app.

Each is one frame: four bytes of length (big-endian), JSON on one line, then the texts of a batch of
rows run together. JSON and not pickle, because the reader has touched a hostile file and must not
be able to make the app run anything.
"""

import json
import struct
from collections.abc import Callable
from dataclasses import asdict
from typing import IO, Any

from dsr_desktop.domain.incoming import MessageRead
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.message_frame import message_from_values, values_of_message
from dsr_desktop.readers.messages import (
    FileDone,
    FileFound,
    Message,
    Rows,
    SheetBegins,
    StartsAgain,
    Unpacks,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.row_columns import rows_from_columns, to_columns

_LENGTH = struct.Struct(">I")
_LAST = (b'["FileDone"', b'["Unreadable"')
_END_OF_JSON = b"\n"  # is never in what JSON writes on one line
LARGEST_FRAME = 256 * 1024 * 1024

Answer = Message | MessageRead | Unpacks
"""Whatever the reader process says; a message that came in is one answer."""


def send(stream: IO[bytes], message: Answer | UnreadableError) -> None:
    """Write one frame."""
    content, texts = _form(message)
    head = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    parts = (head.encode("utf-8", "replace"), _END_OF_JSON, texts.encode("utf-8", "replace"))
    stream.write(_LENGTH.pack(sum(map(len, parts))))
    stream.writelines(parts)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one frame without its length; None at the end of the stream or when it is cut."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length) if length <= LARGEST_FRAME else b""
    return body if len(body) == length else None


def ends_file(frame: bytes) -> bool:
    """Tell whether the reader has nothing more to say about the file."""
    return frame.startswith(_LAST)


def from_frame(frame: bytes) -> Answer:
    """Read a message back; UnreadableError if it says that the file cannot be read.

    A frame of another shape means that the reader is no longer itself: the file made it fail.
    """
    try:
        head, _, texts = frame.partition(_END_OF_JSON)
        name, *values = json.loads(head)
        message = _message(name, values, texts.decode())
    except (TypeError, ValueError, LookupError, RecursionError, MemoryError) as error:
        raise UnreadableError(Problem.READER_DIED) from error
    if isinstance(message, UnreadableError):
        raise message
    return message


def _form(message: Answer | UnreadableError) -> tuple[list[object], str]:
    """Return the name of a message with its values, and the texts that follow it."""
    if isinstance(message, Rows):
        columns, texts = to_columns(message)
        return ["Rows", *columns], texts
    if isinstance(message, UnreadableError):
        return ["Unreadable", message.problem, message.details], ""
    if isinstance(message, MessageRead):
        return ["MessageRead", values_of_message(message)], ""
    return [type(message).__name__, *asdict(message).values()], ""


def _message(name: object, values: list[Any], texts: str) -> Answer | UnreadableError:
    if name == "Rows":
        return rows_from_columns(texts, *values)
    if name == "Unreadable":
        problem, details = values
        return UnreadableError(Problem(problem), **details)
    if name == "Warned":
        return Warned(Problem(values[0]), values[1])
    if name == "FileFound":
        kind, encoding, readings = values
        told = tuple((str(one), tuple(map(str, lines))) for one, lines in readings)
        return FileFound(kind, encoding, told)
    if name == "SheetBegins":
        title, hidden, columns = values
        return SheetBegins(title, hidden, tuple(map(int, columns)))
    return _PLAIN[str(name)](*values)


_PLAIN: dict[str, Callable[..., StartsAgain | FileDone | Unpacks | MessageRead]] = {
    "StartsAgain": StartsAgain,
    "FileDone": FileDone,
    "MessageRead": message_from_values,
    "Unpacks": lambda size: Unpacks(max(0, int(size))),
}
