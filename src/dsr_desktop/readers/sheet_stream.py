"""Cuts what a parser meets, in the order in which it meets it, into sheets with their rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from dsr_desktop.readers.messages import Warned
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet


@dataclass(frozen=True)
class SheetOpened:
    """The rows that follow belong to this sheet."""

    name: str
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()


Met = SheetOpened | ReadRow | Warned


def parts_of_stream(met: Iterator[Met]) -> Iterator[Part]:
    """Yield a part for each sheet, its rows read while they are taken, then the warnings.

    Rows before the first sheet belong to none and are passed over.
    """
    return _Cutter(met).parts()


class _Cutter:
    def __init__(self, met: Iterator[Met]) -> None:
        self._met = met
        self._next_sheet: SheetOpened | None = None
        self._warnings: list[Warned] = []

    def parts(self) -> Iterator[Part]:
        self._pass_over_rows()
        while self._next_sheet:
            sheet, self._next_sheet = self._next_sheet, None
            yield ReadSheet(sheet.name, self._rows(), sheet.hidden, sheet.hidden_columns)
            if not self._next_sheet:
                self._pass_over_rows()
        yield from self._warnings

    def _rows(self) -> Iterator[ReadRow]:
        for met in self._met:
            if isinstance(met, ReadRow):
                yield met
            elif isinstance(met, SheetOpened):
                self._next_sheet = met
                return
            else:
                self._warnings.append(met)

    def _pass_over_rows(self) -> None:
        for _row in self._rows():
            pass
