"""The formulas of one sheet, of which several cells may share one."""

from collections.abc import Iterable

from dsr_desktop.readers.formulas.layout import Layout, Version
from dsr_desktop.readers.formulas.parsed import ParsedFormula
from dsr_desktop.readers.formulas.reading import BrokenFormulaError, Reading
from dsr_desktop.readers.formulas.references import KnownNames, Place
from dsr_desktop.readers.formulas.spelling import spelled
from dsr_desktop.readers.formulas.tokens import Ptg
from dsr_desktop.readers.ooxml.cells import spells_words


class SheetFormulas:
    """Spells formulas cell by cell; `unread` counts those that could not be read to their end."""

    def __init__(self, layout: Layout, names: KnownNames) -> None:
        self.unread = 0
        self._layout = layout
        self._names = names
        self._shared: dict[Place, ParsedFormula] = {}
        self._arrays: dict[Place, ParsedFormula] = {}

    def share(self, cell: Place, formula: ParsedFormula) -> None:
        """Keep a formula that cells share, by the cell that it stands behind."""
        self._shared[cell] = formula

    def spread(self, cell: Place, formula: ParsedFormula) -> None:
        """Keep a formula whose results fill several cells, by the first of them."""
        self._arrays[cell] = formula

    def text(self, cell: Place, formula: ParsedFormula) -> str:
        """Return what stands in a cell, with its equals sign; empty where that has no words.

        A formula that fills several cells is told in the first only, as in other workbooks.
        """
        if formula.rgce[:1] != bytes([Ptg.EXP]):
            return self._spelled(cell, formula)
        owner = self._owner(formula)
        if owner in self._shared:
            return self._spelled(cell, self._shared[owner])
        if owner in self._arrays:
            return self._spelled(cell, self._arrays[owner]) if cell == owner else ""
        self.unread += 1
        return ""

    def _spelled(self, cell: Place, formula: ParsedFormula) -> str:
        said = spelled(formula, self._layout, self._names, cell)
        self.unread += not said.is_whole
        return said.text

    def _owner(self, formula: ParsedFormula) -> Place | None:
        """Return the cell that has the formula of this one (PtgExp, PtgExtraCol)."""
        tokens, extra = Reading(formula.rgce, 1), Reading(formula.rgcb)
        try:
            if self._layout.version is Version.BIFF12:
                return tokens.number(4), extra.number(4)
            return tokens.number(2), tokens.number(
                1 if self._layout.version is Version.BIFF2 else 2
            )
        except BrokenFormulaError:
            return None


def names_spell_words(formulas: Iterable[ParsedFormula], layout: Layout, names: KnownNames) -> bool:
    """Tell whether a name stands for words rather than for cells, or for what cannot be read."""
    for formula in formulas:
        said = spelled(formula, layout, names, (0, 0))
        if spells_words(said.text) or not said.is_whole:
            return True
    return False
