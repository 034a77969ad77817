"""What the reader process and the app say to each other; `frames` has its form on the pipe."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from dsr_desktop.domain.reading import Limits, Problem


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


@dataclass(frozen=True)
class MessageJob:
    """One message to read for the file of a request: its file, or with no `path` a pasted text."""

    limits: Limits
    path: str = ""
    text: str = ""

    def to_json(self) -> dict[str, object]:
        """Form sent to the reader process; `limits` and `path` stand where a `Job` has them."""
        return {"reads_message": True, **asdict(self)}


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
