"""Progress and cancel of long work, as one plain callable."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with work done, work in all and what is being done (a file name, never a person).

It may raise `CancelledError`: the job then undoes what it began and lets the error through.
"""

OnRows = Callable[[int], None]
"""Called with the rows read so far: a single large file has no other measure of progress."""

OnWait = Callable[[], None]
"""Called now and then while waiting; it may raise `CancelledError` too."""


def no_progress(_done: int, _total: int, _what: str) -> None:
    """Report to nobody and never cancel."""


def ignore_rows(_rows: int) -> None:
    """Tell nobody how many rows were read."""
