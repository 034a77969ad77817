"""A table of texts on printed pages: its titles stand again on every page that it reaches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dsr_desktop.writers.checklist_blocks import LEFT, RIGHT, SMALL_MEDIUM, Column, Space
from dsr_desktop.writers.fonts import Letters, Style
from dsr_desktop.writers.pdf_page import FIELD, LINE, Block, Pages, Pen, wrap

_MOST_LINES = 12
_PADDING = 7.0


@dataclass(frozen=True)
class Cells:
    """Texts side by side, each cut to its column; a head stands above the others."""

    texts: Sequence[Sequence[str]]
    columns: Sequence[Column]
    styles: Sequence[Style]
    is_head: bool = False

    @property
    def height(self) -> float:
        """Height in points: that of the cell with the most lines."""
        pairs = zip(self.texts, self.styles, strict=True)
        return max(len(lines) * style.leading for lines, style in pairs) + _PADDING

    def draw(self, pen: Pen, top: float) -> None:
        """Write the texts below a rule; a head has a stronger one beneath it."""
        if self.is_head:
            pen.rule(LEFT, top - self.height, RIGHT, FIELD, 0.8)
        else:
            pen.rule(LEFT, top, RIGHT, LINE, 0.4)
        for lines, column, style in zip(self.texts, self.columns, self.styles, strict=True):
            pen.lines(column.x, top - 4.5 - style.size + 1, lines, style)


@dataclass(frozen=True)
class Table:
    """The columns of a table with the style of each, and its titles."""

    columns: Sequence[Column]
    styles: Sequence[Style]
    titles: Sequence[str]

    def add_to(self, pages: Pages, rows: Iterable[Sequence[str]], letters: Letters) -> bool:
        """Put the titles, if there are any, and the rows on the pages; nothing without rows.

        Returns whether a text was too long for its cell and ends with an ellipsis now.
        """
        is_cut = False
        head = self._head(letters)
        for n, row in enumerate(rows):
            cells = self._cells(row, self.styles, letters)
            if not pages.fits(cells.height + head.height * (n == 0)) and pages.pages[-1]:
                pages.turn()
                pages.add(head)
            elif n == 0:
                pages.add(head)
            pages.add(cells)
            is_cut = is_cut or any(
                len(lines) == _MOST_LINES and not letters(text).endswith(lines[-1])
                for lines, text in zip(cells.texts, row, strict=True)
            )
        return is_cut

    def _head(self, letters: Letters) -> Block:
        if not any(self.titles):
            return Space(0)
        return self._cells(self.titles, [SMALL_MEDIUM] * len(self.columns), letters, is_head=True)

    def _cells(
        self,
        row: Sequence[str],
        styles: Sequence[Style],
        letters: Letters,
        *,
        is_head: bool = False,
    ) -> Cells:
        lines = [
            wrap(letters(text), style, column.width, _MOST_LINES)
            for text, style, column in zip(row, styles, self.columns, strict=True)
        ]
        return Cells(lines, self.columns, styles, is_head)
