"""Progress and cancel of long work, as one plain callable."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with work done, work in all and what is being done (a file name, never a person).

It may raise `CancelledError`: the job then undoes what it began and lets the error through.
"""


OnWait = Callable[[], None]
"""Called now and then while waiting; it may raise `CancelledError` too."""


def no_progress(_done: int, _total: int, _what: str) -> None:
    """Report to nobody and never cancel."""
