"""What the tests of formulas in binary workbooks share: how to write them, what is noted."""

import struct

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import Warned
from tests.integration.readers import biff, rgce
from tests.integration.readers.read_sheets import messages_of
from tests.integration.readers.test_xlsb import record

XLS = [2, 3, 4, 5, 8]
CODEPAGE_1252 = biff.record(0x0042, struct.pack("<H", 1252))


def formulas_of(sheet):
    """The formulas noted on a sheet, by row: column, text."""
    noted = {
        n: [(column, words) for column, kind, words in notes if kind == "formula"]
        for n, notes in sheet.notes.items()
    }
    return {n: formulas for n, formulas in noted.items() if formulas}


def unread_of(content):
    """How many formulas are said not to be read; None where nothing is said."""
    told = [one for one in messages_of(content) if isinstance(one, Warned)]
    counts = [one.details["count"] for one in told if one.problem is Problem.FORMULAS_NOT_READ]
    return counts[0] if counts else None


def xls(version, *records):
    if version < 5:
        return biff.old_sheet(version, CODEPAGE_1252, *records)
    return biff.workbook(
        version, ("Clients", 0, b"".join(records)), settings=CODEPAGE_1252 if version == 5 else b""
    )


def greeting(version, name):
    """The tokens of ="name"&A1."""
    return rgce.text(version, name) + rgce.cell(version, 0, 0) + rgce.CONCAT


def fmla(column, tokens, extra=b"", *, kind=9, result=None):
    """A cell of an xlsb sheet that has a formula."""
    result = struct.pack("<d", 1.5) if result is None else result
    return record(
        kind, struct.pack("<II", column - 1, 0) + result + bytes(2) + parsed(tokens, extra)
    )


def parsed(tokens, extra=b""):
    return struct.pack("<I", len(tokens)) + tokens + struct.pack("<I", len(extra)) + extra


def one_of(row_number, column):
    """The tokens of a cell that shares the formula of another, and what stands behind them."""
    return rgce.shared(12, row_number - 1, column - 1), struct.pack("<I", column - 1)
