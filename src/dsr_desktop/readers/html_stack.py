"""Counts the rows of a web page as spreadsheet programs show them: all its tables on one sheet.

Excel and LibreOffice put tables under each other, without a gap where nothing stands between them
(ADR 0022). What they do around texts, and with lines inside a cell, differs: there the count is in doubt.
"""


class RowStack:
    """Numbers rows from 1; `doubted_from` is the first whose number may be another elsewhere."""

    def __init__(self) -> None:
        self.last = 0
        self.doubted_from: int | None = None
        self.has_tables = False

    def begin_table(self) -> int:
        """Return the number of the row above a table."""
        self.has_tables = True
        return self.last

    def end_table(self, last: int) -> None:
        """Hear the number of the last row of a table."""
        self.last = max(self.last, last)

    def add_line(self) -> int:
        """Return the number of a line of text outside of tables."""
        self.last += 1
        self.doubt(self.last)
        return self.last

    def doubt(self, n: int) -> None:
        """Hear that programs agree on the number of a row no longer."""
        self.doubted_from = n if self.doubted_from is None else min(n, self.doubted_from)

    @property
    def first_in_doubt(self) -> int | None:
        """Number of the first row in doubt; None if there is none, or no table to look it up in."""
        doubted = self.doubted_from
        in_doubt = self.has_tables and doubted is not None and doubted <= self.last
        return doubted if in_doubt else None
