"""Cleans a file by its format, and looks through every byte of the copy for what is left."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.cleaners.cards import clean_cards
from dsr_desktop.cleaners.delimited import clean_delimited
from dsr_desktop.cleaners.needles import Needles
from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.cleaners.open_document import clean_flat, clean_zipped
from dsr_desktop.cleaners.workbook import clean_workbook
from dsr_desktop.cleaners.zipped import unpacked
from dsr_desktop.domain.cleaning import CLEANED_FORMATS, Columns, Obstacle, Orders
from dsr_desktop.readers.messages import UnreadableError

_WITH_CELLS = re.compile(
    r"|xl/worksheets/[^/]+\.xml|xl/sharedstrings\.xml|content\.xml", re.IGNORECASE
)
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnreadableError)
_ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")


@dataclass(frozen=True)
class SourceFile:
    """A file to be cleaned; `encoding` is that in which the reader read its text."""

    path: Path
    format: str | None
    encoding: str | None = None


def clean_file(
    source: SourceFile, out: BinaryIO, orders: Orders, on_part: Callable[[], None]
) -> Needles:
    """Write a copy of a file to `out` without the rows and cells that `orders` names.

    Returns the texts that no cell of the copy holds any more; none for text, where what is gone is
    gone from one place. CannotCleanError where the owner has to do it.
    """
    if source.format not in CLEANED_FORMATS:
        raise CannotCleanError(Obstacle.FORMAT)
    try:
        return _cleaned(source, out, orders, on_part)
    except _DAMAGE as error:
        raise CannotCleanError(Obstacle.DAMAGED) from error


def _cleaned(
    source: SourceFile, out: BinaryIO, orders: Orders, on_part: Callable[[], None]
) -> Needles:
    if source.format == "xlsx":
        return clean_workbook(source.path, out, orders, on_part)
    if source.format == "ods":
        return clean_zipped(source.path, out, orders, on_part)
    if source.format == "fods":
        return clean_flat(source.path, out, orders)
    rows: dict[int, Columns] = {
        n: cut for of_sheet in orders.values() for n, cut in of_sheet.items()
    }
    if source.format == "vcf":
        clean_cards(source.path, out, rows)
    else:
        clean_delimited(source.path, out, rows, source.encoding)
    return Needles()


def parts_with(path: Path, needles: Needles) -> Iterator[str]:
    """Yield the names of the parts of a copy in which a telling text of the person still stands.

    Cells do not count: what they hold is looked at by the reader.
    """
    wanted = [one.encode(name, "ignore") for one in needles.telling for name in _ENCODINGS]
    for name, content in unpacked(path) if wanted else ():
        if _WITH_CELLS.fullmatch(name):
            continue
        small = content.lower()
        if any(one and one in small for one in wanted):
            yield name
