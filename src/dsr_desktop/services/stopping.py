"""Lets the user stop what is only read: a search that a newer one overtook."""

from collections.abc import Iterator
from contextlib import contextmanager

from dsr_desktop.domain.progress import Progress
from dsr_desktop.services.register import Register


@contextmanager
def stoppable(register: Register, progress: Progress) -> Iterator[None]:
    """Ask `progress` now and then whether to go on reading inside; its CancelledError ends it.

    It asks once before anything is read. Nothing is to be written inside.
    """

    def ask() -> None:
        progress(0, 0, "")

    ask()
    with register.database.stoppable(ask):
        yield
