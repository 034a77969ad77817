"""A file made to do harm, and what must become of it."""

from collections.abc import Callable
from dataclasses import dataclass

from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.source import SourceStatus

IMPORTED, PARTLY = SourceStatus.IMPORTED, SourceStatus.PARTLY
UNREADABLE = SourceStatus.UNREADABLE


@dataclass(frozen=True)
class NastyFile:
    """`make` returns the bytes; `problem` is the reason, or the only loss of a file read in part.

    `rows` are those that must be in the register afterwards.
    """

    name: str
    make: Callable[[], bytes]
    status: SourceStatus
    problem: Problem | None = None
    rows: int = 0


def refused(name: str, make: Callable[[], bytes], problem: Problem) -> NastyFile:
    """A file that ends as unreadable."""
    return NastyFile(name, make, UNREADABLE, problem)


def read(name: str, make: Callable[[], bytes], rows: int) -> NastyFile:
    """A file that only looks dangerous: it is read."""
    return NastyFile(name, make, IMPORTED, None, rows)


def read_in_part(name: str, make: Callable[[], bytes], problem: Problem, rows: int) -> NastyFile:
    """A file of which a part is read and the rest is named."""
    return NastyFile(name, make, PARTLY, problem, rows)
