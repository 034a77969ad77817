"""Cuts the lines of a delimited text into rows, and those apart that a stray quote ran together."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.dialects import Dialect
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.parts import ReadRow

_LONGEST_CELL_LINES = 50


class DelimitedRows:
    """Rows of delimited lines, of which a table has `width` cells (0 where it is not known).

    A quote that somebody typed as a sign runs the lines after it together, and with them the people
    in them. Such lines are read apart if they are as wide as the table: `mended` numbers their
    first rows. A row that may be several people's but is properly quoted stays as it is, and so
    does one whose lines look like no rows: these are `doubtful`. Behind the row `counted_up_to`, if
    there is one, a spreadsheet program, which does not mend, numbers the rows otherwise.
    """

    def __init__(
        self, lines: Iterable[str], dialect: Dialect, width: int, longest_cell: int
    ) -> None:
        self._read = 0
        self._source = self._counted(lines)
        self._pending: deque[str] = deque()
        self._taken: list[str] = []
        self._ended = False
        self._dialect = dialect
        self._width = max(1, width)
        self._longest_cell = longest_cell
        self.mended: list[int] = []
        self.doubtful: list[int] = []
        self._first_of_other_length: int | None = None
        self._last = 0

    @property
    def counted_up_to(self) -> int | None:
        """Number of the last row that has the same number in every program; None if all have."""
        first = self._first_of_other_length
        return first if first is not None and first < self._last else None

    @property
    def lines_used(self) -> int:
        """How many lines the rows so far take, with the one that only names the delimiter."""
        return self._read - len(self._pending)

    def rows(self) -> Iterator[ReadRow]:
        """Yield the rows; raises UnreadableError for a cell longer than the limit."""
        n = 0
        if self._dialect.named:
            next(self._source, None)
        taken, reader = self._taken, self._reader(strict=True)
        while True:
            n += 1
            try:
                cells = next(reader, None)
            except csv.Error:
                cells, reader = self._mend(n), self._reader(strict=True)
            else:
                if cells is None:
                    return
                if len(taken) > 1 and self._may_be_rows():
                    self.doubtful.append(n)
            taken.clear()
            self._last = n
            yield ReadRow(n, cells)

    def _counted(self, lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            self._read += 1
            yield line

    def _reader(self, *, strict: bool) -> Iterator[list[str]]:
        return self._dialect.reader(self._feed(), strict=strict)

    def _feed(self) -> Iterator[str]:
        """Hand lines to the csv reader; being asked for more after the last, a quote is open."""
        pending, taken = self._pending, self._taken
        while pending:
            taken.append(pending.popleft())
            yield taken[-1]
        for line in self._source:
            taken.append(line)
            yield line
        self._ended = bool(taken)

    def _mend(self, n: int) -> list[str]:
        """Return the row in which a quote is out of place, or is open at the end of all."""
        cells = self._first_row(n)
        if cells is None:
            self._give_back(0)
            cells = self._as_read(n)
            self.doubtful.append(n)
        self._ended = False
        return cells

    def _first_row(self, n: int) -> list[str] | None:
        """Cut the first row off the lines taken, by the quotes that are meant as such.

        What is left of the lines is given back, what the row has further down is taken. None if
        that would be no row of the table.
        """
        taken, lines = len(self._taken), [*self._taken, *self._ahead()]
        cells, end = self._dialect.cutter.first_row("".join(lines))
        used = list(accumulate(map(len, lines))).index(end) + 1
        is_row = self._are_rows() if used < taken else used == taken == 1 or self._fits(cells)
        if not is_row or any(len(cell) > self._longest_cell for cell in cells):
            return None
        if max(used, taken) > 1 or self._ended or not self._fits(cells):
            self.mended.append(n)
        if used != taken and self._first_of_other_length is None:
            self._first_of_other_length = n
        self._give_back(used)
        return cells

    def _give_back(self, used: int) -> None:
        """Leave the lines behind the first `used` to be read again."""
        taken = len(self._taken)
        self._pending.extendleft(reversed(self._taken[used:]))
        for _below in range(used - taken):
            self._pending.popleft()
        self._taken.clear()

    def _as_read(self, n: int) -> list[str]:
        try:
            return next(self._reader(strict=False))
        except csv.Error as error:
            problem = Problem.CELL_TOO_LONG if "limit" in str(error) else Problem.DAMAGED
            raise UnreadableError(problem, row=n) from error

    def _ahead(self) -> Iterator[str]:
        """Yield the lines that follow, as many as a cell may have; they stay to be read."""
        missing = max(0, _LONGEST_CELL_LINES - len(self._pending))
        self._pending.extend(islice(self._source, missing))
        return islice(self._pending, _LONGEST_CELL_LINES)

    def _are_rows(self) -> bool:
        """Tell whether most lines taken are as wide as the table; of two, both must be."""
        text = "".join(self._taken)
        rows = [cells for cells in self._dialect.cutter.rows(text) if cells]
        fitting = sum(map(self._fits, rows[:-1])) + self._last_fits(rows[-1])
        return len(rows) > 1 and 2 * fitting > len(rows)

    def _last_fits(self, cells: Sequence[str]) -> bool:
        """Tell whether the last line taken is a row, or begins one whose last cells go on below."""
        if self._fits(cells):
            return True
        text = "".join((self._taken[-1], *self._ahead()))
        return self._fits(self._dialect.cutter.first_row(text)[0])

    def _fits(self, cells: Sequence[str]) -> bool:
        # In running text a blank follows the sign, in a line of a table hardly ever.
        set_off = any(cell.startswith((" ", "\xa0")) for cell in cells[1:])
        return len(cells) == self._width and not set_off

    def _may_be_rows(self) -> bool:
        """Tell whether most lines of a properly quoted row are as wide as the table by themselves."""
        lines = [line for line in self._taken if line.strip()]
        sign, more = self._dialect.delimiter, self._width - 1
        wide = [line for line in lines if line.count(sign) >= more]
        if not more or 2 * len(wide) <= len(lines):
            return False
        cut = (self._dialect.cutter.first_row(line)[0] for line in wide)
        return 2 * sum(map(self._fits, cut)) > len(lines)
