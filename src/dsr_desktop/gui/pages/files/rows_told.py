"""Progress in words: the rows read so far, since one large file has no other measure."""

from dsr_desktop.domain.progress import Progress
from dsr_desktop.wording.language import Tr


class RowsTold:
    """Adds the rows read so far to what is said of a file."""

    def __init__(self, tr: Tr, progress: Progress) -> None:
        self._tr = tr
        self._progress = progress
        self._rows = 0

    def count(self, rows: int) -> None:
        """Remember the rows read so far."""
        self._rows = rows

    def report(self, done: int, total: int, what: str) -> None:
        """Report progress with them."""
        if self._rows and what:
            what = self._tr.count("{what}, {n} row", "{what}, {n} rows", self._rows, what=what)
        self._progress(done, total, what)
