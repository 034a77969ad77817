"""What the reader process and the app say to each other over the pipes.

Each message is one frame: four bytes of length (big-endian), then JSON. JSON and not pickle,
because the reader has touched a hostile file and must not be able to make the app run anything.
"""

import json
import struct
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import IO, Any

from dsr_desktop.domain.reading import Limits, Problem

_LENGTH = struct.Struct(">I")
_LAST = (b'["FileDone"', b'["Unreadable"')
LARGEST_FRAME = 256 * 1024 * 1024


class UnreadableError(Exception):
    """The file cannot be read: `problem` and figures for its sentence, never a cell value."""

    def __init__(self, problem: Problem, **details: object) -> None:
        super().__init__(problem)
        self.problem = problem
        self.details = details


@dataclass(frozen=True)
class Job:
    """A file to read, the limits for it, passwords to try, and the encoding of its text if told."""

    path: str
    limits: Limits
    passwords: tuple[str, ...] = ()
    encoding: str | None = None

    def to_json(self) -> dict[str, object]:
        """Form sent to the reader process."""
        return asdict(self)


Reading = tuple[str, Sequence[str]]
"""An encoding, and how some lines read in it."""


@dataclass(frozen=True)
class FileFound:
    """First message about a file: its format (by content) and text encoding if it has one.

    Where several encodings fit, `readings` has each with some lines that tell them apart.
    """

    format: str
    encoding: str | None
    readings: Sequence[Reading] = ()


@dataclass(frozen=True)
class SheetBegins:
    """Rows that follow belong to this sheet; `hidden_columns` count from 1."""

    name: str
    hidden: bool
    hidden_columns: Sequence[int] = ()


PackedRow = tuple[int, bool, str, str | None, str | None, str | None]
"""Row number, hidden, joined cells, typed values and notes as JSON, index text where it differs."""

RowKey = tuple[int, str, int, int]
"""Kind of key, key, index of the row in its batch, column from 1."""


@dataclass(frozen=True)
class Rows:
    """A batch of rows in the form in which they are stored, and the keys in them."""

    rows: Sequence[PackedRow]
    keys: Sequence[RowKey]


@dataclass(frozen=True)
class Warned:
    """Something about the file that the user should know though it was read."""

    problem: Problem
    details: dict[str, object]


@dataclass(frozen=True)
class StartsAgain:
    """Another reader begins with the file: forget what was said about it so far."""


@dataclass(frozen=True)
class FileDone:
    """The file was read to its end."""


@dataclass(frozen=True)
class Unpacks:
    """There are `size` bytes more to read than was known: what is packed needs more time.

    Only between the reader process and who watches its time.
    """

    size: int


Message = FileFound | SheetBegins | Rows | Warned | StartsAgain | FileDone


def send(stream: IO[bytes], content: object) -> None:
    """Write one frame."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    stream.write(_LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one frame without its length; None at the end of the stream or when it is cut."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length) if length <= LARGEST_FRAME else b""
    return body if len(body) == length else None


def to_frame(message: Message | Unpacks) -> list[object]:
    """Form of a message on the pipe: its name, then its values."""
    if isinstance(message, Rows):
        return ["Rows", message.rows, message.keys]
    return [type(message).__name__, *asdict(message).values()]


def ends_file(frame: bytes) -> bool:
    """Tell whether the reader has nothing more to say about the file."""
    return frame.startswith(_LAST)


def from_frame(frame: bytes) -> Message | Unpacks:
    """Read a message back; UnreadableError if it says that the file cannot be read.

    A frame of another shape means that the reader is no longer itself: the file made it fail.
    """
    try:
        message = _message(*json.loads(frame))
    except (TypeError, ValueError, LookupError, RecursionError, MemoryError) as error:
        raise UnreadableError(Problem.READER_DIED) from error
    if isinstance(message, UnreadableError):
        raise message
    return message


def _message(name: object, *values: Any) -> Message | Unpacks | UnreadableError:  # noqa: ANN401 - JSON
    if name == "Unreadable":
        problem, details = values
        return UnreadableError(Problem(problem), **details)
    if name == "Rows":
        return Rows(*values)
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


_PLAIN: dict[str, Callable[..., StartsAgain | FileDone | Unpacks]] = {
    "StartsAgain": StartsAgain,
    "FileDone": FileDone,
    "Unpacks": lambda size: Unpacks(max(0, int(size))),
}
