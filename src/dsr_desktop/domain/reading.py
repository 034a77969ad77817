"""What can go wrong with a foreign file, and how much it may cost to read it."""

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """Why a file, or a part of it, could not be read; worded in `wording.reading`."""

    NOT_FOUND = "not_found"
    NO_PERMISSION = "no_permission"
    EMPTY = "empty"
    NOTHING_INSIDE = "nothing_inside"
    DAMAGED = "damaged"
    PASSWORD = "password"  # noqa: S105 - the kind of problem
    UNKNOWN_KIND = "unknown_kind"
    NOT_TEXT = "not_text"
    CELL_TOO_LONG = "cell_too_long"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MUCH_TEXT = "too_much_text"
    FILE_TOO_LARGE = "file_too_large"
    TOO_MUCH_MEMORY = "too_much_memory"
    TOO_LONG = "too_long"
    READER_DIED = "reader_died"
    READER_FAILED = "reader_failed"
    CHANGED_WHILE_READ = "changed_while_read"
    QUOTE_NOT_CLOSED = "quote_not_closed"
    COMMENTS_NOT_READ = "comments_not_read"
    LINKS_NOT_READ = "links_not_read"
    SHEETS_NOT_READ = "sheets_not_read"


@dataclass(frozen=True)
class Limits:
    """How much a file may cost before it is refused (R-SEC-7); sizes in bytes, time in seconds."""

    memory: int = 2 * 1024**3
    seconds: float = 60.0
    bytes_per_second: float = 5e6
    file_size: int = 500_000_000
    rows: int = 5_000_000
    cell_characters: int = 32_767
    text: int = 2 * 1024**3

    def seconds_for(self, size: int) -> float:
        """Time allowed for a file of `size` bytes."""
        return max(self.seconds, size / self.bytes_per_second)
